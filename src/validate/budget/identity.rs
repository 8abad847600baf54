//! Whose budget a document is, which one and which step, from what the file and `rapport.yaml` say together.

use super::contradiction::contradiction;
use super::parts::Parts;
use crate::config::{BudgetFile, Project};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{BudgetDocument, BudgetPart, BudgetStep};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A document is later than the edition, which could not know it.
const LATER: Code = Code("M229");
/// The SIRET of a budget is that of another body.
const OTHER_BODY: Code = Code("M281");

/// A document and what it is.
pub(super) struct Identified<'a> {
    pub document: &'a BudgetDocument,
    pub step: BudgetStep,
    pub nomenclature: Option<Arc<str>>,
    pub example: bool,
}

/// One budget and one year.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct BudgetYear {
    pub part: BudgetPart,
    pub name: Arc<str>,
    pub year: i32,
}

/// The documents that are the collectivité’s, each with its budget; those at fault are told and left out.
pub(super) fn identify<'a>(
    project: &Project,
    documents: &'a [BudgetDocument],
    diagnostics: &mut Diagnostics,
) -> Vec<(BudgetYear, Identified<'a>)> {
    let mut identified = Vec::new();
    let mut believed = Vec::new();
    for document in documents {
        let named = named(project, document);
        let own = is_own(project, document, diagnostics);
        let step = step(document, named, diagnostics);
        let Some(step) = step.filter(|_| own) else { continue };
        match later(project, document, step) {
            Some(warning) => diagnostics.push(warning),
            None => believed.push((document, named, step)),
        }
    }
    let parts = Parts::of(&believed);
    for (document, named, step) in believed {
        let Some((part, name)) = parts.budget(document, named, diagnostics) else {
            continue;
        };
        let budget = BudgetYear {
            part,
            name,
            year: document.year,
        };
        let declared = named.and_then(|named| named.nomenclature.as_ref());
        identified.push((
            budget,
            Identified {
                document,
                step,
                nomenclature: declared
                    .map(|declared| Arc::from(declared.value.as_str()))
                    .filter(|_| document.nomenclature.is_none())
                    .or_else(|| document.nomenclature.as_deref().map(Arc::from)),
                example: project.settings.budget.example || named.is_some_and(|named| named.example),
            },
        ));
    }
    identified
}

/// The documents of each budget and year, the main budget first, then by name and year.
pub(super) fn by_budget_and_year(
    identified: Vec<(BudgetYear, Identified<'_>)>,
) -> BTreeMap<BudgetYear, Vec<Identified<'_>>> {
    let mut grouped: BTreeMap<BudgetYear, Vec<Identified>> = BTreeMap::new();
    for (budget, document) in identified {
        grouped.entry(budget).or_default().push(document);
    }
    grouped
}

fn named<'a>(project: &'a Project, document: &BudgetDocument) -> Option<&'a BudgetFile> {
    let name = document.file.strip_prefix("data/budget/")?;
    let files = || {
        project
            .settings
            .budget
            .files
            .iter()
            .filter(|named| named.file.value == name)
    };
    let says = |named: &&BudgetFile| {
        let year = named.year.as_ref().is_none_or(|year| year.value == document.year);
        let sheet = named
            .sheet
            .as_deref()
            .is_none_or(|sheet| document.sheet.as_deref() == Some(sheet));
        year && sheet && named.role.as_ref().is_none_or(|role| role.value == document.step)
    };
    // A table of several years, a workbook of several sheets have an entry for each.
    files().find(says).or_else(|| files().next())
}

/// The warning of a document that an old edition, made again, could not know: a budget after the one that the report
/// precedes, accounts after the data year.
fn later(project: &Project, document: &BudgetDocument, step: BudgetStep) -> Option<Diagnostic> {
    use BudgetStep::{Accounts, Ledger, SingleAccounts};
    let settings = &project.settings;
    let (last, key) = match step {
        Accounts | SingleAccounts | Ledger => (settings.data_year, "annee_donnees"),
        _ => (settings.budget_year, "exercice_budget"),
    };
    let message = format!(
        "« {} » ({} {}) est laissé de côté par cette édition, qui s’arrête à {last}.",
        document.file,
        step.label(),
        document.year
    );
    (document.year > last).then(|| {
        Diagnostic::warning(LATER, document.head(), message)
            .help(format!("S’il doit paraître, avancez {key} dans rapport.yaml."))
    })
}

/// A SIRET begins with the SIREN of the body.
fn is_own(project: &Project, document: &BudgetDocument, diagnostics: &mut Diagnostics) -> bool {
    let community = &project.settings.community;
    // A plain table says no SIRET: `rapport.yaml`, which names it, is the collectivité’s own.
    let own = document.siret.is_empty() || document.siret.starts_with(&community.siren);
    if !own {
        let message = format!(
            "Le budget porte le SIRET {}, qui n’est pas un établissement de « {} » (SIREN {}).",
            document.siret, community.name, community.siren
        );
        diagnostics.push(
            Diagnostic::error(OTHER_BODY, document.head(), message)
                .help("Retirez ce fichier de data/budget/, ou corrigez « siren » dans rapport.yaml.")
                .raw(&document.siret),
        );
    }
    own
}

/// The step, once the role, the year and the nomenclature of `rapport.yaml` agree with the file.
fn step(document: &BudgetDocument, named: Option<&BudgetFile>, diagnostics: &mut Diagnostics) -> Option<BudgetStep> {
    let Some(named) = named else {
        return Some(document.step);
    };
    let mut agree = true;
    let mut step = document.step;
    if let Some(role) = &named.role {
        if may_be(document.step, role.value) {
            step = role.value;
        } else {
            agree = false;
            let told = document.step.label();
            diagnostics.push(contradiction(document, role, "role", role.value.key(), told));
        }
    }
    if let Some(year) = named.year.as_ref().filter(|year| year.value != document.year) {
        agree = false;
        diagnostics.push(contradiction(document, year, "exercice", year.value, document.year));
    }
    if let (Some(declared), Some(written)) = (&named.nomenclature, &document.nomenclature) {
        let norm = |text: &str| text.split(['-', '_']).next().map(str::to_owned);
        if norm(&declared.value) != norm(written) {
            agree = false;
            diagnostics.push(contradiction(
                document,
                declared,
                "nomenclature",
                &declared.value,
                written,
            ));
        }
    }
    agree.then_some(step)
}

/// Whether a file of this step may be declared as that one.
///
/// Converters write a CFU as « compte administratif », and a draft as a BP: there the author’s word is taken.
fn may_be(written: BudgetStep, declared: BudgetStep) -> bool {
    written == declared
        || written.is_accounts() && declared.is_accounts()
        || (written, declared) == (BudgetStep::Primitive, BudgetStep::Draft)
}
