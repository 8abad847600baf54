//! The page that describes the tables authors fill, written from the declarations that read them.
//!
//! `docs/reference/tableaux.md` is that page; a test of the suite holds them equal.

use super::raw::{
    ActionEntry, ActorEntry, CreditEntry, CreditLine, ExclusionEntry, IndicatorEntry, MeasureEntry, ObjectiveEntry,
    StepEntry,
};
use super::reference::TextEntry;
use crate::form::entry::Entry;
use crate::form::lines::Line;
use crate::form::reading::schema;
use crate::form::tables::{
    AuthorisationLine, BalanceColumns, CentreLine, EquipmentLine, FactorLine, ObservationColumns, PlainColumns,
    ResultLine, ScdlColumns, ServiceLine, TaggingLine, WasteLine,
};
use crate::french::without_capital;
use schemars::JsonSchema;
use serde_json::Value;

const OPENING: &str = "\
# Les tableaux

Cette page est écrite par `millesime schema --tableaux`, d’après ce que le programme lit.

Un tableau est un fichier CSV, XLSX ou ODS dont la première ligne donne les titres des colonnes. Les accents, les
majuscules et ce qui joint les mots ne comptent pas : « Année d’achat », `annee_achat` et `ANNEE-ACHAT` sont le même
titre. L’ordre des colonnes est libre. Une case vide, `-`, `n.d.` ou `n/a` dit qu’il n’y a rien ; dans une colonne de
nombres, `s` ou `secret` dit que le nombre ne peut être publié.

Un fichier dont les titres sont autres se lit tel quel quand `colonnes`, dans `rapport.yaml`, les dit :
`colonnes: {valeurs: {annee: Exercice}}`.
";

/// The description of every table, in Markdown.
pub fn tables() -> String {
    let observations = described::<ObservationColumns>(
        "Les valeurs des indicateurs",
        "data/valeurs/….csv",
        "Le tableau peut aussi avoir une colonne par année (`indicateur ; 2023 ; 2024 ; 2025`), et une colonne par \
         ventilation déclarée dans le catalogue.",
    );
    let plain = described::<PlainColumns>(
        "Un budget exporté du logiciel financier",
        "data/budget/….csv",
        "Il faut une au moins des colonnes `nature` et `chapitre`, et une colonne de montants. Le fichier se déclare sous \
         `budget: fichiers` de `rapport.yaml` ; `colonnes` y dit les titres qu’il donne aux siennes.",
    );
    let scdl = described::<ScdlColumns>(
        "Un budget au format SCDL",
        "data/budget/….csv",
        "Il faut une au moins des colonnes de montants. Les autres colonnes du format ne sont pas lues.",
    );
    let balance = described::<BalanceColumns>("Une balance de la DGFiP", "data/budget/….csv", "");
    let sections = [
        observations,
        section::<IndicatorEntry>(),
        section::<ActionEntry>(),
        section::<CreditLine>(),
        plain,
        scdl,
        balance,
        section::<AuthorisationLine>(),
        section::<TaggingLine>(),
        section::<EquipmentLine>(),
        section::<FactorLine>(),
        section::<ServiceLine>(),
        section::<CentreLine>(),
        section::<ResultLine>(),
        section::<WasteLine>(),
        section::<StepEntry>(),
        section::<ObjectiveEntry>(),
        section::<MeasureEntry>(),
        section::<CreditEntry>(),
        section::<ActorEntry>(),
        section::<ExclusionEntry>(),
        section::<TextEntry>(),
    ];
    format!("{OPENING}\n{}", sections.join("\n"))
}

fn section<T: Line + JsonSchema>() -> String {
    let mut notes: Vec<String> = Vec::new();
    for group in [T::EITHER, T::SUBSTANCE] {
        match group.len() {
            0 => {}
            1 => notes.push(format!("La colonne {} est nécessaire.", codes(group))),
            _ => notes.push(format!("Il faut une au moins de ces colonnes : {}.", codes(group))),
        }
    }
    for (alias, key) in T::ALIASES {
        notes.push(format!("`{alias}` est un autre titre de `{key}`."));
    }
    if !T::MORE_COLUMNS.is_empty() {
        notes.push(format!(
            "Une valeur peut avoir sa propre colonne : {}.",
            codes(T::MORE_COLUMNS)
        ));
    }
    if !T::YAML_ONLY.is_empty() {
        notes.push(format!("Seul un fichier .yaml peut dire : {}.", codes(T::YAML_ONLY)));
    }
    if !T::REMINDERS.is_empty() {
        notes.push(format!(
            "Colonnes d’aide, que le programme ne lit pas : {}.",
            codes(T::REMINDERS)
        ));
    }
    let notes: Vec<String> = notes.iter().map(|note| format!("- {note}")).collect();
    described::<T>(T::TITLE, T::FILE, &notes.join("\n"))
}

fn described<T: Entry + JsonSchema>(title: &str, file: &str, notes: &str) -> String {
    let schema = schema::<T>();
    let sentence = schema["description"].as_str().unwrap_or_default();
    let mut page = format!(
        "## {title}\n\n`{file}`\n\nUne ligne : {}\n\n| Colonne | Ce qu’elle contient | Mots admis, bornes |\n|---|---|---|\n",
        without_capital(sentence)
    );
    let required = T::required();
    for key in T::KEYS {
        let property = &schema["properties"][key];
        let sentence = property["description"].as_str().unwrap_or_default();
        let needed = if required.contains(key) { " (nécessaire)" } else { "" };
        page.push_str(&format!("| `{key}`{needed} | {sentence} | {} |\n", admitted(property)));
    }
    if !notes.is_empty() {
        page.push_str(&format!("\n{notes}\n"));
    }
    page
}

/// The words or the interval that a column admits.
fn admitted(property: &Value) -> String {
    let words = property["enum"].as_array().into_iter().flatten();
    let words: Vec<&str> = words.filter_map(Value::as_str).collect();
    match (&property["minimum"], &property["maximum"]) {
        (Value::Number(first), Value::Number(last)) => format!("de {first} à {last}"),
        _ => codes(&words),
    }
}

pub(super) fn codes(words: &[&str]) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    words.join(", ")
}
