//! What `rapport.yaml` says of the budgets: files looked for, bridges that lead somewhere.
//!
//! It reads no budget: the files of `data/budget/` are read by `load`.

use super::disk::Disk;
use super::named_file::named_file;
use crate::diagnostic::{Code, Diagnostics, Placed};
use crate::form::codes::Codes;
use crate::form::entry::entry;
use crate::form::lines::Titles;
use crate::form::scalars::{Flag, TextIfAny, Year};
use crate::form::tables::PlainColumns;
use crate::form::words::Word;
use crate::model::{BudgetDirection, BudgetStep, DecimalSign};
use std::collections::{BTreeMap, BTreeSet};

/// A file named twice under `budget`.
pub(super) const NAMED_TWICE: Code = Code("M057");
/// A bridge from a nomenclature to itself, or two bridges from the same one.
pub(super) const BRIDGE: Code = Code("M058");

entry! {
    /// Les budgets de la collectivité : les fichiers de data/budget/ et ce qu’il faut en savoir.
    noun BudgetSettings, "le budget" {
        /// Les fichiers dont il faut dire quelque chose ; les autres sont lus aussi, avec l’étape qu’ils disent eux-mêmes.
        files("fichiers"): Vec<BudgetFile> = Vec::new(),
        /// Les passerelles d’une nomenclature à une autre (M14 vers M57).
        bridges("passerelles"): Vec<NomenclatureBridge> = Vec::new(),
        /// true si tous les montants sont inventés pour une démonstration.
        example("exemple"): Flag = false,
    }
}

entry! {
    /// Un fichier de data/budget/.
    noun BudgetFile, "le fichier de budget" {
        /// Le nom du fichier, dans data/budget/.
        file("fichier"): Placed<String>,
        /// bp, bs, dm, ca, cfu, balance ou projet ; obligatoire pour une table simple.
        role("role"): Option<Placed<Word<BudgetStep>>>,
        /// L’exercice ; obligatoire pour une table simple.
        year("exercice"): Option<Placed<Year>>,
        /// Le nom du budget : principal, ou celui d’un budget annexe.
        budget("budget"): Option<Placed<TextIfAny>>,
        /// La nomenclature, quand le fichier ne la dit pas : M57, M14, M4.
        nomenclature("nomenclature"): Option<Placed<TextIfAny>>,
        /// depense ou recette, quand une table simple n’a pas de colonne qui le dise.
        direction("sens"): Option<Word<BudgetDirection>>,
        /// La feuille à lire dans un classeur ; par défaut la première.
        sheet("feuille"): Option<TextIfAny>,
        /// Le signe qui précède les décimales, point ou virgule, quand les nombres du fichier ne le prouvent pas ; l’autre sépare les milliers.
        decimal("nombres"): Option<Word<DecimalSign>>,
        /// Le titre que porte chaque colonne dans l’export du logiciel financier.
        columns("colonnes"): PlainColumns = Titles::new(),
        /// true si les montants de ce fichier sont inventés pour une démonstration.
        example("exemple"): Flag = false,
    }
}

entry! {
    /// Comment les codes d’une nomenclature deviennent ceux d’une autre.
    noun NomenclatureBridge, "la passerelle" {
        /// La nomenclature d’origine, par exemple M14.
        from("de"): Placed<String>,
        /// La nomenclature d’arrivée, par exemple M57.
        to("vers"): Placed<String>,
        /// Fonction d’origine → fonction d’arrivée, par préfixe ; une fonction sans correspondance perd son code.
        functions("fonctions"): Codes = BTreeMap::new(),
        /// Nature d’origine → nature d’arrivée, par préfixe ; une nature sans correspondance garde son code.
        natures("natures"): Codes = BTreeMap::new(),
    }
}

impl BudgetFile {
    /// From the root of the project.
    pub fn path(&self) -> String {
        format!("data/budget/{}", self.file.value)
    }
}

/// What the author says of the budgets, without the files and the bridges at fault.
pub(super) fn checked(raw: BudgetSettings, disk: &Disk<'_>, diagnostics: &mut Diagnostics) -> BudgetSettings {
    let (mut named, mut from) = (BTreeSet::new(), BTreeSet::new());
    let files = raw.files.into_iter();
    let files = files.filter_map(|entry| file(entry, disk, &mut named, diagnostics));
    let files = files.collect();
    let mut bridges = raw.bridges;
    bridges.retain(|bridge| is_bridge(bridge, &mut from, diagnostics));
    BudgetSettings { files, bridges, ..raw }
}

fn file(
    raw: BudgetFile,
    disk: &Disk<'_>,
    named: &mut BTreeSet<String>,
    diagnostics: &mut Diagnostics,
) -> Option<BudgetFile> {
    let file = named_file(raw.file, "data/budget/", disk, diagnostics)?;
    let name = &file.value;
    if !named.insert(name.clone()) {
        let message = format!("Le fichier « {name} » est nommé deux fois sous « budget ».");
        diagnostics.push(
            file.error(NAMED_TWICE, message)
                .help("Gardez une seule des deux entrées. Si dépenses et recettes y ont chacune leur colonne, une seule suffit : colonnes: {depenses: …, recettes: …}."),
        );
        return None;
    }
    Some(BudgetFile { file, ..raw })
}

fn is_bridge(bridge: &NomenclatureBridge, seen: &mut BTreeSet<String>, diagnostics: &mut Diagnostics) -> bool {
    let (from, to) = (&bridge.from, &bridge.to);
    let fault = if from.value == to.value {
        Some((
            format!("La passerelle va de « {} » à elle-même.", from.value),
            "Écrivez la nomenclature d’origine dans « de » et celle d’arrivée dans « vers ».",
        ))
    } else if !seen.insert(from.value.clone()) {
        Some((
            format!("Deux passerelles partent de « {} ».", from.value),
            "Réunissez-les en une seule.",
        ))
    } else {
        None
    };
    let sound = fault.is_none();
    if let Some((message, help)) = fault {
        diagnostics.push(from.error(BRIDGE, message).help(help));
    }
    sound
}
