//! Small budgets of the project’s own, for the tests of this folder.

use crate::diagnostic::{Diagnostics, Place};
use crate::model::{BudgetAmounts, BudgetDocument, BudgetLine, Money};

/// What a file holds once written on the disk, and each diagnostic as `M18x line: message`.
pub(super) fn read(name: &str, bytes: impl AsRef<[u8]>) -> (Vec<BudgetDocument>, Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs_err::write(&path, bytes).unwrap();
    let mut diagnostics = Diagnostics::default();
    let documents = super::read(&path, &crate::config::account_labels(), &mut diagnostics);
    let told = diagnostics.sorted().into_iter().map(|entry| {
        let place = entry.place.as_ref().map(Place::to_string).unwrap_or_default();
        let line = place.rsplit(name).next().unwrap_or_default();
        format!("{}{line} {}", entry.code, entry.message)
    });
    let told = told.collect();
    (documents, told)
}

/// The only budget of a file without a fault.
pub(super) fn one(name: &str, bytes: impl AsRef<[u8]>) -> BudgetDocument {
    let (mut documents, told) = read(name, bytes);
    assert_eq!(told, Vec::<String>::new());
    assert_eq!(documents.len(), 1);
    documents.remove(0)
}

/// A TOTEM document around these lines, each element on its own line; its first line of budget is line 24.
pub(super) fn totem(lines: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<DocumentBudgetaire xmlns="http://www.minefi.gouv.fr/cp/demat/docbudgetaire">
   <VersionSchema V="113"/>
   <EnTeteDocBudgetaire>
      <LibelleColl V="COMMUNE D’EXEMPLE"/>
      <IdColl V="00000000000001"/>
   </EnTeteDocBudgetaire>
   <Budget>
      <EnTeteBudget>
         <LibelleEtab V="BUDGET &quot;EXEMPLE&quot; &amp; Cie"/>
         <IdEtab V="00000000000019"/>
         <Nomenclature V="M57-M57_D"/>
      </EnTeteBudget>
      <BlocBudget>
         <NatDec V="01"/>
         <Exer V="2026"/>
         <CodTypBud V="P"/>
      </BlocBudget>
      <InformationsGenerales>
         <Information Code="PopTot" V="12 345"/>
         <LigneBudget><Nature V="999"/></LigneBudget>
      </InformationsGenerales>

{lines}
      <Annexes><DATA_EMPRUNT><EMPRUNT><MtReal V="oublié"/></EMPRUNT><LigneBudget/></DATA_EMPRUNT></Annexes>
   </Budget>
</DocumentBudgetaire>
"#
    )
}

/// One line of TOTEM: nature, chapter, direction, movement, and other elements as they stand.
pub(super) fn line(nature: &str, chapter: &str, direction: &str, movement: &str, rest: &str) -> String {
    format!(
        r#"<LigneBudget><Nature V="{nature}"/><ContNat V="{chapter}"/><CodRD V="{direction}"/><OpBudg V="{movement}"/>{rest}</LigneBudget>
"#
    )
}

pub(super) const SCDL_HEADER: &str = "BGT_NATDEC,BGT_ANNEE,BGT_SIRET,BGT_NOM,BGT_CONTNAT,BGT_CONTNAT_LABEL,BGT_NATURE,BGT_NATURE_LABEL,BGT_FONCTION,BGT_FONCTION_LABEL,BGT_OPERATION,BGT_SECTION,BGT_OPBUDG,BGT_CODRD,BGT_MTREAL,BGT_MTBUDGPREC,BGT_MTRARPREC,BGT_MTPROPNOUV,BGT_MTPREV,BGT_CREDOUV,BGT_MTRAR3112,BGT_ARTSPE";

/// The document as an SCDL table of 22 columns.
pub(super) fn scdl(document: &BudgetDocument) -> String {
    let row = |line: &BudgetLine| {
        let BudgetAmounts {
            previous,
            carried,
            proposed,
            voted,
            open,
            realised,
            remaining,
        } = line.amounts;
        let money = |amount: Option<Money>| amount.map(|amount| amount.to_string()).unwrap_or_default();
        let text = |code: &Option<std::sync::Arc<str>>| code.as_deref().unwrap_or_default().to_owned();
        [
            document.step.label().to_owned(),
            document.year.to_string(),
            document.siret.clone(),
            format!("\"{}\"", document.community),
            text(&line.chapter),
            String::new(),
            line.nature.to_string(),
            String::new(),
            text(&line.function),
            String::new(),
            text(&line.operation),
            line.section.map_or("", |section| section.label()).to_owned(),
            line.movement.label().to_owned(),
            line.direction.label().to_owned(),
            money(realised),
            money(previous),
            money(carried),
            money(proposed),
            money(voted),
            money(open),
            money(remaining),
            match line.specialised {
                Some(true) => "spécialisé".to_owned(),
                Some(false) => "non spécialisé".to_owned(),
                None => String::new(),
            },
        ]
        .join(",")
    };
    let rows: Vec<String> = document.lines.iter().map(row).collect();
    format!("{SCDL_HEADER}\n{}\n", rows.join("\n"))
}
