//! What `rapport.yaml` says of the budgets: files looked for, bridges that lead somewhere.
//!
//! It reads no budget: the files of `data/budget/` are read by `load`.

use super::disk::Disk;
use super::named_file::named_file;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Placed};
use crate::form::codes::Codes;
use crate::form::entry::entry;
use crate::form::lines::Titles;
use crate::form::scalars::{Flag, TextIfAny, Year};
use crate::form::separators::Notation;
use crate::form::tables::PlainColumns;
use crate::form::words::Word;
use crate::french::name;
use crate::model::{BudgetDirection, BudgetStep, DecimalSign};
use std::collections::{BTreeMap, BTreeSet};

/// A file named twice under `budget` for the same amounts.
pub(super) const NAMED_TWICE: Code = Code("M057");
/// The columns of amounts of a plain table.
const AMOUNTS: [&str; 8] = [
    "propose", "vote", "report", "ouvert", "realise", "reste", "depenses", "recettes",
];
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
    BudgetFile, "le fichier de budget" {
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

impl BudgetSettings {
    /// How the numbers of a table of the folder are written, where it is read once whatever its entries say.
    pub fn notation<'p>(&'p self, path: &'p str) -> Notation<'p> {
        let declared = self.files.iter().find(|file| file.path() == path);
        let said = declared.map(|file| (file.decimal, &file.file.place));
        let name = path.strip_prefix("data/budget/").unwrap_or(path);
        Notation::of((Some("budget"), "fichiers"), name, said, !self.files.is_empty())
    }
}

/// What the author says of the budgets, without the files and the bridges at fault.
pub(super) fn checked(raw: BudgetSettings, disk: &Disk<'_>, diagnostics: &mut Diagnostics) -> BudgetSettings {
    let (mut named, mut from) = (Vec::new(), BTreeSet::new());
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
    named: &mut Vec<BudgetFile>,
    diagnostics: &mut Diagnostics,
) -> Option<BudgetFile> {
    let file = named_file(raw.file, "data/budget/", disk, diagnostics)?;
    let entry = BudgetFile { file, ..raw };
    if let Some(fault) = named.iter().find_map(|known| twice(known, &entry)) {
        diagnostics.push(fault);
        return None;
    }
    named.push(entry.clone());
    Some(entry)
}

/// The fault of an entry that names a file again; a table of several years has one for each, and its own column of amounts.
fn twice(known: &BudgetFile, entry: &BudgetFile) -> Option<Diagnostic> {
    let path = &entry.file.value;
    let sheets = known.sheet.is_some() && entry.sheet.is_some() && known.sheet != entry.sheet;
    if known.file.value != *path || sheets {
        return None;
    }
    let budget = |one: &BudgetFile| {
        let role = one.role.as_ref().map(|role| role.value);
        (role, one.year.as_ref().map(|year| year.value))
    };
    if budget(known) != budget(entry) && amounts(known).is_disjoint(&amounts(entry)) {
        return None;
    }
    let message = format!("Le fichier « {path} » est nommé deux fois sous « budget » pour les mêmes montants.");
    Some(entry.file.error(NAMED_TWICE, message).help(
        "Gardez une seule des deux entrées. S’il porte deux exercices, donnez à chacune son exercice (ou son role) et sa colonne de montants. Si dépenses et recettes y ont chacune leur colonne, une seule suffit : « colonnes: {depenses: …, recettes: …} ».",
    ))
}

/// The titles under which an entry reads amounts.
fn amounts(entry: &BudgetFile) -> BTreeSet<String> {
    let given = |key: &&str| entry.columns.get(*key).map(|title| name(&title.value));
    let titles: BTreeSet<String> = AMOUNTS.iter().filter_map(given).collect();
    match titles.is_empty() {
        true => AMOUNTS.map(str::to_owned).into(),
        false => titles,
    }
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
