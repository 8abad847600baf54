//! The header of a table: which column is which, and what is wrong with it.
//!
//! The faults of a header are told once, not once a line, and in the same words for every table.

use super::column::{Column, same};
use super::titles::{cause, under_keys, year_of};
use super::{Known, Line, Others, Titles};
use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics, Place, Placed};
use crate::french::{list, name, nearest, quoted};
use crate::table::{Cell, Content, Table};

/// A table lacks a column it cannot be read without.
const MISSING_COLUMN: Code = Code("M200");
/// A column that nothing reads.
const UNKNOWN_COLUMN: Code = Code("M202");
/// A column that stands twice: only one would be read.
const REPEATED_COLUMN: Code = Code("M204");
/// `rapport.yaml` names a title that the table does not have.
const ABSENT_TITLE: Code = Code("M261");
/// Values stand in a column that has no title.
pub const UNTITLED_COLUMN: Code = Code("M007");
/// A key that only YAML can hold.
pub const YAML_ONLY: Code = Code("M013");

/// Titles that a message quotes.
const QUOTED: usize = 12;

/// The columns of a table, in their order.
pub struct Header {
    /// None where the header has a fault, or no title: the column is left out.
    pub columns: Vec<Option<Column>>,
    /// Whether every required key has its column.
    pub complete: bool,
}

/// Reads the header of a table.
pub fn header<T: Line>(table: &Table, known: Known, diagnostics: &mut Diagnostics) -> Header {
    let mut columns: Vec<Option<Column>> = Vec::new();
    let mut strange = Vec::new();
    let others = match known.titles.is_empty() {
        true => Others::Read,
        false => T::OTHERS,
    };
    let named = under_keys(&table.header, known.titles, others);
    for (cell, named) in table.header.iter().zip(&*named) {
        let column = title(named).and_then(|title| read::<T>(cell, &title, diagnostics, &mut strange));
        let before = columns
            .iter()
            .position(|earlier| earlier.is_some() && *earlier == column);
        diagnostics.extend(before.map(|first| repeated(cell, first)));
        columns.push(column.filter(|_| before.is_none()));
    }
    let filled = |key: &str| columns.iter().flatten().any(|column| column.key() == key);
    let required = T::required().into_iter().map(|key| vec![key]);
    let groups = [T::EITHER, T::SUBSTANCE].map(<[&str]>::to_vec);
    let groups = required.chain(groups.into_iter().filter(|group| !group.is_empty()));
    let there = |key: &&str| filled(key) || known.given.contains(key);
    let lacking: Vec<Vec<&str>> = groups.filter(|group| !group.iter().any(there)).collect();
    let alone = known.titles.iter().filter(|_| others == Others::Ignored);
    for (key, title) in alone.filter(|(key, _)| !filled(key)) {
        diagnostics.push(absent(table, key, title));
    }
    if lacking.is_empty() {
        // Told only then: a table of another kind would bring a fault a column.
        diagnostics.extend(strange);
        if others == Others::Read {
            check_untitled::<T>(table, diagnostics);
        }
    } else {
        let help = renaming(strange.iter().map(|fault| &*fault.raw), &lacking.concat()).unwrap_or_else(|| {
            let header: Vec<&str> = lacking.iter().map(|group| group[0]).collect();
            let gesture = "mettez le tableau dans celle-là";
            let elsewhere = elsewhere(table, gesture);
            format!(
                "Ajoutez à la première ligne : {}. {}{elsewhere}",
                header.join(" ; "),
                T::ADVICE
            )
        });
        diagnostics.push(missing(table, &lacking, known.titles, help.trim_end()));
    }
    Header {
        complete: lacking.is_empty(),
        columns,
    }
}

/// The column of a cell that stands under this title.
fn read<T: Line>(
    cell: &Cell,
    title: &str,
    diagnostics: &mut Diagnostics,
    strange: &mut Vec<Diagnostic>,
) -> Option<Column> {
    let column = T::column(&name(title));
    match &column {
        Some(column) if T::YAML_ONLY.contains(&column.key()) => {
            diagnostics.push(yaml_only(title, cell));
            return None;
        }
        None if !T::REMINDERS.iter().any(|reminder| same(reminder, title)) => {
            let known: Vec<&str> = T::KEYS.iter().chain(T::MORE_COLUMNS).copied().collect();
            let otherwise = format!(
                "Supprimez la colonne. Les colonnes connues sont : {}.",
                T::KEYS.join(", ")
            );
            let mut fault = unknown(cell, &known, &otherwise);
            fault.severity = T::STRANGE;
            strange.push(fault);
        }
        _ => {}
    }
    column
}

/// A title that the author gave to a column, and that the table does not have.
pub fn absent(table: &Table, key: &str, given: &Placed<String>) -> Diagnostic {
    let message = format!(
        "La table n’a pas la colonne {}, que rapport.yaml donne pour {}.",
        quoted(&given.value),
        quoted(key)
    );
    let there: Vec<String> = table.header.iter().filter_map(title).collect();
    title_absent(place(table), message, given, &there)
}

/// The titles that the author gave to columns of the tables of a folder, and that none of their headers has.
pub fn absent_everywhere(titles: &Titles, headers: &[Cell], folder: &str, diagnostics: &mut Diagnostics) {
    let there: Vec<String> = headers.iter().filter_map(title).collect();
    for (key, given) in titles {
        if !there.iter().any(|title| year_of(title, &given.value).is_some()) {
            let message = format!(
                "Aucun tableau n’a la colonne {}, que vous donnez pour {}.",
                quoted(&given.value),
                quoted(key)
            );
            let fault = title_absent(given.place.clone(), message, given, &there);
            diagnostics.push(fault.because(Cause::path(folder)));
        }
    }
}

fn title_absent(place: Place, message: String, given: &Placed<String>, there: &[String]) -> Diagnostic {
    let help = match nearest(&given.value, there.iter().map(String::as_str)) {
        Some(meant) => format!("Écrivez {} dans rapport.yaml.", quoted(meant)),
        None => "Corrigez le titre dans rapport.yaml (colonnes), ou retirez cette ligne.".to_owned(),
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
    let fault = Diagnostic::error(MISSING_COLUMN, place(table), message).help(help);
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
    let help = match nearest(title, known.iter().copied()) {
        Some(meant) => format!("S’il s’agit de {}, corrigez l’en-tête.", quoted(meant)),
        None => otherwise.to_owned(),
    };
    Diagnostic::warning(UNKNOWN_COLUMN, cell.place.clone(), message)
        .help(help)
        .raw(title)
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

/// The gesture for a column of which only the title is wrong.
pub fn renaming<'a>(mut titles: impl Iterator<Item = &'a str>, missing: &[&str]) -> Option<String> {
    titles.find_map(|title| {
        let meant = nearest(title, missing.iter().copied())?;
        Some(format!(
            "Renommez la colonne {} en {}.",
            quoted(title.trim()),
            quoted(meant)
        ))
    })
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

fn yaml_only(title: &str, cell: &Cell) -> Diagnostic {
    let message = format!("La clé « {title} » ne s’écrit pas dans un tableau : sa valeur tient plusieurs lignes.");
    Diagnostic::error(YAML_ONLY, cell.place.clone(), message)
        .help("Retirez la colonne, et décrivez dans un fichier .yaml les entrées qui ont besoin de cette clé.")
        .raw(title)
}

/// The first value that stands under no title.
fn check_untitled<T: Line>(table: &Table, diagnostics: &mut Diagnostics) {
    let titled = |rank: usize| table.header.get(rank).is_some_and(|cell| title(cell).is_some());
    let lost = table.rows.iter().find_map(|row| {
        row.iter()
            .enumerate()
            .find(|(rank, cell)| cell.content != Content::Empty && !titled(*rank))
    });
    if let Some((_, cell)) = lost {
        let message = "Cette valeur est dans une colonne sans titre : rien ne dit ce qu’elle est.";
        let mut fault = Diagnostic::error(UNTITLED_COLUMN, cell.place.clone(), message)
            .help("Donnez un titre à la colonne, ou videz-la.")
            .raw(cell.content.display());
        fault.severity = T::STRANGE;
        diagnostics.push(fault);
    }
}

fn title(cell: &Cell) -> Option<String> {
    let title = cell.content.display();
    Some(title.trim().to_owned()).filter(|title| !title.is_empty())
}
