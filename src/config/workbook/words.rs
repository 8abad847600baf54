//! What is told of a project that is kept in a workbook, in the words of who keeps it: sheets, columns and keys, no files of YAML.
//!
//! The faults and their gestures are those of every room; here only how they are said, once for all.

use super::gestures;
use super::{
    ACTIONS, ACTORS, CREDITS, EXCLUSIONS, INDICATORS, MEANS, MEASURES, OBJECTIVES, REPORT, STEPS, STRATEGY, TEXTS,
};
use crate::config::one_workbook::PATHS;
use crate::diagnostic::{Diagnostic, Kept, Spot};
use crate::form::entry::EMPTY_VALUE;
use crate::french::{folded, quoted, without_capital};
use crate::table::Table;
use std::sync::Arc;

const REPORT_FILE: &str = "data/rapport.yaml";
const ACTIONS_FILE: &str = "data/actions.yaml";
const STRATEGY_FILE: &str = "data/strategie.yaml";
const CATALOGUE: &str = "data/indicateurs";
const TEXTS_FILE: &str = "data/referentiels/textes.yaml";
/// Every file that the workbook stands for.
pub(in crate::config) const FILES: [&str; 5] =
    [REPORT_FILE, ACTIONS_FILE, STRATEGY_FILE, CATALOGUE, "data/credits.csv"];

/// What is said otherwise as a whole, `{}` being the workbook: a file, where there is a sheet, would be made.
const SENTENCES: [(&str, &str); 13] = [
    (
        "dans les tables de data/valeurs/.",
        "dans la feuille « Valeurs » de {} (colonnes indicateur ; annee ; valeur), ni dans les tables de data/valeurs/.",
    ),
    (
        "dans data/referentiels/textes.yaml, sous « textes: », ces lignes",
        "dans la feuille « Textes de loi » de {}, à la ligne de chacun, « lu_le » et « lu_par »",
    ),
    (
        "Écrivez data/strategie.yaml ; « millesime nouveau DOSSIER » en donne un modèle, où chaque clé est expliquée.",
        "Remplissez dans {} les feuilles « Stratégie », « Objectifs », « Mesures » et « Étapes » ; le guide dit ce que chacune contient.",
    ),
    (
        "Écrivez data/strategie.yaml (« millesime nouveau DOSSIER » en donne un modèle), ou ne demandez pas ce livrable.",
        "Remplissez dans {} les feuilles « Stratégie », « Objectifs », « Mesures » et « Étapes », ou retirez ce livrable de la clé « livrables » (feuille « Rapport »).",
    ),
    (
        "ou retirez data/strategie.yaml.",
        "ou retirez de {} les feuilles de la stratégie.",
    ),
    (
        "Écrivez « objectifs: » ; chacun a",
        "Remplissez la feuille « Objectifs », une ligne par objectif ; chacun a",
    ),
    (
        "Écrivez « mesures: » avec au moins",
        "Ajoutez à la feuille « Mesures » une ligne à son identifiant, avec au moins",
    ),
    (
        "Écrivez « moyens: » : des crédits, un temps de travail, une mutualisation ou des actions qui en portent.",
        "Ajoutez à la feuille « Moyens » une ligne à son identifiant (un crédit), ou remplissez à sa ligne, dans la feuille « Objectifs », une des colonnes « moyens_etp », « moyens_mutualisation » et « moyens_actions ».",
    ),
    (
        "Écrivez au moins un fichier .yaml, ou un tableau, dans data/indicateurs/ ; « millesime nouveau DOSSIER » en donne un modèle.",
        "Remplissez la feuille « Indicateurs », une ligne par indicateur, sous les titres id ; titre ; unite ; finalite ; volet ; nature ; sens.",
    ),
    (
        "dans data/credits.csv (ou .xlsx, .ods), ou dans une feuille « crédits » de ce classeur.",
        "dans la feuille « Crédits » de ce classeur.",
    ),
    (" (ou à son tableau)", ""),
    (" ; entre guillemets droits \"…\" si elle contient [ ou {.", "."),
    (
        "(des lignes « clé: valeur »)",
        "(une ligne pour chaque clé qui est dedans, avec un point : « collectivite.nom »)",
    ),
];

/// How a project is kept, that this file holds.
pub(super) fn kept(file: Arc<str>) -> Kept {
    Kept {
        file,
        stands_for,
        said,
        in_cell,
    }
}

fn stands_for(sheet: Option<&str>) -> &'static [&'static str] {
    let Some(sheet) = sheet.map(folded) else { return &FILES };
    let is = |names: &[&str]| names.iter().any(|name| folded(name) == sheet);
    match () {
        () if is(&[INDICATORS]) => &[CATALOGUE],
        () if is(&[ACTIONS, CREDITS]) => &[ACTIONS_FILE],
        () if is(&[STRATEGY, STEPS, OBJECTIVES, MEASURES, MEANS, ACTORS, EXCLUSIONS]) => &[STRATEGY_FILE],
        () if is(&[TEXTS]) => &[TEXTS_FILE],
        () if is(&[super::VALUES]) => &[],
        () => &[REPORT_FILE],
    }
}

/// A sentence in the words of who keeps this workbook.
fn said(text: &str, file: &str) -> String {
    let mut text = text.to_owned();
    for (yaml, sheet) in SENTENCES {
        text = text.replace(yaml, &sheet.replace("{}", file));
    }
    // The gestures for what stays in YAML are those of YAML.
    if !text.contains("data/referentiels/") {
        text = gestures::said(&text);
    }
    in_sheets(&text, file)
}

/// The sheets in the place of the files that they stand for.
fn in_sheets(text: &str, file: &str) -> String {
    let report = format!("la feuille « {REPORT} » de {file}");
    let actions = format!("la feuille « {ACTIONS} » de {file}");
    let indicators = format!("la feuille « {INDICATORS} » de {file}");
    let strategy = format!("les feuilles de la stratégie de {file}");
    let mut text = text.to_owned();
    for (name, sheet) in [
        ("rapport.yaml", &report),
        ("actions.yaml", &actions),
        ("strategie.yaml", &strategy),
    ] {
        for name in [quoted(&format!("data/{name}")), format!("data/{name}"), name.to_owned()] {
            text = text.replace(&name, sheet);
        }
    }
    while let Some(start) = text.find(CATALOGUE) {
        let rest = &text[start + CATALOGUE.len()..];
        let is_name = |letter: char| letter.is_alphanumeric() || "/-_.…".contains(letter);
        let name = &rest[..rest.find(|letter| !is_name(letter)).unwrap_or(rest.len())];
        let end = start + CATALOGUE.len() + name.trim_end_matches('.').len();
        text.replace_range(start..end, &indicators);
    }
    text
}

/// What a key means, as the sheet that has it says it: a cell has no straight quotes around its text.
pub(super) fn explanation(text: &str) -> String {
    let said = said(text, PATHS[0].0);
    match said.contains("entre guillemets") {
        true => unquoted(&said),
        false => said,
    }
}

/// A gesture in a cell, but for those of a query, which has quotes of its own.
fn in_cell(help: &str) -> String {
    match help.contains("guillemets droits") && !help.contains("guillemets droits doubles") {
        true => unquoted(help),
        false => help.to_owned(),
    }
}

/// A text without the quotes that YAML asks for.
fn unquoted(text: &str) -> String {
    let words = [
        ", chacun entre guillemets droits",
        ", entre guillemets droits",
        " entre guillemets droits",
        ", entre guillemets",
        " entre guillemets",
    ];
    let text = words
        .iter()
        .fold(text.to_owned(), |text, words| text.replace(words, ""));
    text.replace('"', "")
}

/// Rewords what was told of cells: those of these tables take the titles of their columns.
pub(super) fn of_cells(told: &mut [Diagnostic], tables: &[Table]) {
    for fault in told {
        let title =
            title(fault, tables).filter(|_| fault.code != EMPTY_VALUE && !fault.message.starts_with("Colonne "));
        if let Some(title) = title {
            fault.message = format!("Colonne {} : {}", quoted(&title), without_capital(&fault.message));
        }
    }
}

/// The title of the column in which a fault stands, where it is a line that has one.
fn title(fault: &Diagnostic, tables: &[Table]) -> Option<String> {
    let Spot::Cell { sheet, row, column } = &fault.place.as_ref()?.spot else {
        return None;
    };
    let table = tables.iter().find(|table| table.sheet.as_ref() == Some(sheet))?;
    let is_at = |spot: &Spot| matches!(spot, Spot::Cell { column: other, .. } if other == column);
    let header = table.header.iter().find(|cell| is_at(&cell.place.spot))?;
    let below = matches!(&header.place.spot, Spot::Cell { row: first, .. } if first < row);
    let title = header.content.display().trim().to_owned();
    (below && !matches!(&*crate::french::name(&title), "cle" | "valeur")).then_some(title)
}

/// For tests: what a message would name that nobody finds in a workbook, once it is said in its words.
#[cfg(test)]
pub(crate) fn left(told: &Diagnostic) -> Option<String> {
    // What is wrong with the signs of YAML is told of YAML.
    if matches!(told.code.0, "M010" | "M011") {
        return None;
    }
    let [message, help] = [&told.message, &told.help].map(|text| said(text, "data/projet.xlsx"));
    let files = [
        "rapport.yaml",
        "actions.yaml",
        "strategie.yaml",
        CATALOGUE,
        "data/credits",
        ".yaml, ou un tableau",
    ];
    let names_a_file = |text: &str| files.iter().any(|file| text.contains(file));
    // A message quotes what is written, whatever it looks like: only a help says what to write.
    match (names_a_file(&message), names_a_file(&help) || gestures::is_left(&help)) {
        (true, _) => Some(message),
        (false, true) => Some(help),
        (false, false) => None,
    }
}
