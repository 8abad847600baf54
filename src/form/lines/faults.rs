//! The faults of a header, in the same words for every table.
//!
//! It says what is wrong; `header` sees it.

use super::Titles;
use super::titles::cause;
use crate::diagnostic::{Code, Diagnostic, Place, Placed};
use crate::french::{list, name, nearest, quoted, titled};
use crate::table::grid::header_of;
use crate::table::{Cell, Table};
use std::collections::BTreeSet;

/// A table lacks a column it cannot be read without.
const MISSING_COLUMN: Code = Code("M200");
/// A column that nothing reads.
const UNKNOWN_COLUMN: Code = Code("M202");
/// A column that stands twice: only one would be read.
const REPEATED_COLUMN: Code = Code("M204");
/// `rapport.yaml` names a title that the table does not have.
const ABSENT_TITLE: Code = Code("M261");
/// A key that only YAML can hold.
pub const YAML_ONLY: Code = Code("M013");

/// Titles that a message quotes.
const QUOTED: usize = 12;

pub(super) fn title_absent(place: Place, message: String, given: &Placed<String>, there: &[String]) -> Diagnostic {
    let help = match nearest(&given.value, there.iter().map(String::as_str)) {
        Some(meant) => format!("Écrivez {} dans rapport.yaml.", quoted(meant)),
        None => "Corrigez le titre dans rapport.yaml (colonnes), ou retirez-en cette clé.".to_owned(),
    };
    // A title that is not there explains the column that lacks.
    Diagnostic::error(ABSENT_TITLE, place, message)
        .help(help)
        .raw(&given.value)
        .spoils(cause(&given.value))
}

/// The first cell of the header, or the file.
pub fn place(table: &Table) -> Place {
    let first = table.header.first();
    first.map_or_else(|| Place::file(table.file.clone()), |cell| cell.place.clone())
}

/// The columns without which the table is not read, each with those that may stand for it.
pub fn missing(table: &Table, lacking: &[Vec<&str>], titles: &Titles, help: &str) -> Diagnostic {
    let name = |group: &Vec<&str>| match &group[..] {
        [only] => quoted(only),
        [first, others @ ..] => format!("{} (ou {})", quoted(first), others.join(", ")),
        [] => String::new(),
    };
    let names: Vec<String> = lacking.iter().map(name).collect();
    let given = lacking.iter().flatten().filter_map(|key| titles.get(key));
    let noun = match names.len() {
        1 => "la colonne",
        _ => "les colonnes",
    };
    let titles: Vec<String> = table
        .header
        .iter()
        .filter_map(title)
        .map(|title| quoted(&title))
        .collect();
    let there = match titles.len() {
        0 => "un en-tête vide".to_owned(),
        1..=QUOTED => list(&titles),
        _ => format!("{}…", titles[..QUOTED].join(", ")),
    };
    let message = format!("La table n’a pas {noun} {}. Elle a {there}.", list(&names));
    let fault = Diagnostic::error(MISSING_COLUMN, place(table), message)
        .help(help)
        .spoils(header_of(&table.file));
    given.fold(fault, |fault, given| fault.because(cause(&given.value)))
}

/// A column whose title means nothing, with the one that may have been meant.
pub fn unknown(cell: &Cell, known: &[&str], otherwise: &str) -> Diagnostic {
    let title = cell.content.display();
    let title = title.trim();
    let message = format!(
        "La colonne {} n’est pas utilisée : son nom n’est pas connu.",
        quoted(title)
    );
    let near = nearest(bare(title), known.iter().copied()).or_else(|| sharing(bare(title), known));
    let help = match (near, titled(title)) {
        (Some(meant), Some((_, unit))) => format!(
            "S’il s’agit de {0}, convertissez d’abord ses nombres, que le titre dit en {1}, dans l’unité de {0} ; puis corrigez l’en-tête.",
            quoted(meant),
            quoted(unit)
        ),
        (Some(meant), None) => format!("S’il s’agit de {}, corrigez l’en-tête.", quoted(meant)),
        (None, _) => otherwise.to_owned(),
    };
    Diagnostic::warning(UNKNOWN_COLUMN, cell.place.clone(), message)
        .help(help)
        .raw(title)
}

/// The one known column that a title has all the words of, or that has all of its own: « Producteur » for `source_producteur`.
fn sharing<'k>(title: &str, known: &[&'k str]) -> Option<&'k str> {
    let words = |text: &str| name(text).split('-').map(str::to_owned).collect::<BTreeSet<String>>();
    let own = words(title);
    let holds = |key: &&&str| {
        let key = words(key);
        key.is_subset(&own) || own.is_subset(&key)
    };
    let mut found = known.iter().filter(holds);
    let first = found.next().filter(|_| own.iter().any(|word| word.len() > 2))?;
    found.next().is_none().then_some(*first)
}

/// A column that stood before, at the rank `first` from 0.
pub fn repeated(cell: &Cell, first: usize) -> Diagnostic {
    let title = cell.content.display();
    let message = format!(
        "La colonne {} est en double : elle est déjà la colonne {} de la table.",
        quoted(title.trim()),
        first + 1
    );
    Diagnostic::error(REPEATED_COLUMN, cell.place.clone(), message)
        .help("Gardez une seule des deux colonnes.")
        .raw(title)
}

/// A column of amounts of which neither its title nor a column beside it says the year.
pub(super) fn without_year(cell: &Cell) -> Diagnostic {
    let title = cell.content.display();
    let title = title.trim();
    let message = format!("Rien ne dit l’année des montants de la colonne {}.", quoted(title));
    let help = format!(
        "Écrivez l’année dans le titre, {}, ou ajoutez une colonne « annee ».",
        quoted(&format!("{title} 2025"))
    );
    Diagnostic::error(MISSING_COLUMN, cell.place.clone(), message)
        .help(help)
        .raw(title)
}

/// The gesture for a column of which only the title is wrong.
pub fn renaming<'a>(mut titles: impl Iterator<Item = &'a str>, missing: &[&str]) -> Option<String> {
    titles.find_map(|title| {
        let meant = nearest(bare(title), missing.iter().copied())?;
        if let Some((_, unit)) = titled(title) {
            return Some(format!(
                "Convertissez d’abord les nombres de la colonne {}, que son titre dit en {}, dans l’unité de {2} ; puis renommez-la en {2}.",
                quoted(title.trim()),
                quoted(unit),
                quoted(meant)
            ));
        }
        Some(format!(
            "Renommez la colonne {} en {}.",
            quoted(title.trim()),
            quoted(meant)
        ))
    })
}

/// A title without the unit that it says.
fn bare(title: &str) -> &str {
    titled(title).map_or(title, |(bare, _)| bare)
}

/// Where the table may be, in a workbook of several sheets of which only one is read; empty elsewhere.
pub fn elsewhere(table: &Table, gesture: &str) -> String {
    let others: Vec<String> = table
        .other_sheets
        .iter()
        .take(QUOTED)
        .map(|name| quoted(name))
        .collect();
    let Some(read) = table.sheet.as_deref().filter(|_| !others.is_empty()) else {
        return String::new();
    };
    let noun = match others.len() {
        1 => "la feuille",
        _ => "les feuilles",
    };
    format!(
        " Seule la feuille {} est lue, pas {noun} {} : {gesture}.",
        quoted(read),
        list(&others)
    )
}

pub(super) fn yaml_only(title: &str, cell: &Cell) -> Diagnostic {
    let message = format!("La clé « {title} » ne s’écrit pas dans ce tableau : sa valeur tient plusieurs lignes.");
    Diagnostic::error(YAML_ONLY, cell.place.clone(), message)
        .help("Retirez la colonne ; écrivez les crédits, une ligne chacun, dans data/credits.csv (ou .xlsx, .ods), ou dans une feuille « crédits » de ce classeur.")
        .raw(title)
}

pub(super) fn title(cell: &Cell) -> Option<String> {
    let title = cell.content.display();
    Some(title.trim().to_owned()).filter(|title| !title.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_without_a_title_is_said_to_have_none() {
        let table = Table {
            file: "data/a.csv".into(),
            sheet: None,
            other_sheets: Vec::new(),
            header: Vec::new(),
            rows: Vec::new(),
        };
        let told = missing(&table, &[vec!["annee"]], &Titles::new(), "Aide.");
        assert!(told.message.ends_with("Elle a un en-tête vide."), "{}", told.message);
    }
}
