//! The header of a catalogue kept as a table: which column is which, and what is wrong with it.
//!
//! The faults of a header are told once, not once a line.

use super::Line;
use super::column::Column;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::form::entry::{DUPLICATE_KEY, MISSING_KEY, UNKNOWN_KEY};
use crate::french;
use crate::table::{Cell, Content, Table};

/// Values stand in a column that has no title.
pub const UNTITLED_COLUMN: Code = Code("M007");

/// A key that only YAML can hold.
pub const YAML_ONLY: Code = Code("M013");

/// The columns of a table, in their order.
pub struct Header {
    /// None where the header has a fault, or no title: the column is left out.
    pub columns: Vec<Option<Column>>,
    /// Whether every required key has its column.
    pub complete: bool,
}

/// Reads the header of a table.
pub fn header<T: Line>(table: &Table, diagnostics: &mut Diagnostics) -> Header {
    let mut columns: Vec<Option<Column>> = Vec::new();
    for cell in &table.header {
        let column = read::<T>(cell, diagnostics).filter(|column| {
            let repeated = columns.iter().flatten().any(|earlier| earlier == column);
            if repeated {
                diagnostics.push(duplicate(cell));
            }
            !repeated
        });
        columns.push(column);
    }
    check_untitled(table, diagnostics);
    let filled = |key: &str| columns.iter().flatten().any(|column| column.key() == key);
    let missing: Vec<&str> = T::required().into_iter().filter(|key| !filled(key)).collect();
    if !missing.is_empty() {
        diagnostics.push(absent::<T>(&missing, table));
    }
    Header {
        columns,
        complete: missing.is_empty(),
    }
}

fn read<T: Line>(cell: &Cell, diagnostics: &mut Diagnostics) -> Option<Column> {
    let title = title(cell)?;
    let column = T::column(&french::name(&title));
    if column
        .as_ref()
        .is_some_and(|column| T::YAML_ONLY.contains(&column.key()))
    {
        diagnostics.push(yaml_only(&title, cell));
        return None;
    }
    if column.is_none() {
        diagnostics.push(unknown::<T>(&title, cell));
    }
    column
}

fn yaml_only(title: &str, cell: &Cell) -> Diagnostic {
    let message = format!("La clé « {title} » ne s’écrit pas dans un tableau : sa valeur tient plusieurs lignes.");
    Diagnostic::error(YAML_ONLY, cell.place.clone(), message)
        .help("Retirez la colonne, et décrivez dans un fichier .yaml les entrées qui ont besoin de cette clé.")
        .raw(title)
}

fn unknown<T: Line>(title: &str, cell: &Cell) -> Diagnostic {
    let known = T::KEYS.iter().chain(T::MORE_COLUMNS).copied();
    let help = match french::meant(title, known) {
        Some(question) => question,
        None => format!("Les colonnes sont : {}.", T::KEYS.join(", ")),
    };
    let message = format!("Colonne inconnue « {title} » dans le tableau qui décrit {}.", T::PLURAL);
    Diagnostic::error(UNKNOWN_KEY, cell.place.clone(), message)
        .help(help)
        .raw(title)
}

fn duplicate(cell: &Cell) -> Diagnostic {
    let title = cell.content.display();
    let message = format!("La colonne « {title} » est écrite deux fois.");
    Diagnostic::error(DUPLICATE_KEY, cell.place.clone(), message)
        .help("Gardez une seule des deux colonnes.")
        .raw(title)
}

fn absent<T: Line>(keys: &[&str], table: &Table) -> Diagnostic {
    let named: Vec<String> = keys.iter().map(|key| format!("« {key} »")).collect();
    let (missing, add) = match named.len() {
        1 => (
            format!("La colonne {} manque", named[0]),
            "Ajoutez une colonne de ce titre",
        ),
        _ => (
            format!("Les colonnes {} manquent", french::list(&named)),
            "Ajoutez une colonne par titre",
        ),
    };
    let elsewhere = match &table.sheet {
        Some(sheet) if !table.other_sheets.is_empty() => {
            format!(
                " La feuille lue est « {sheet} », la première visible : déplacez-y le tableau s’il est dans une autre."
            )
        }
        _ => String::new(),
    };
    let message = format!("{missing} dans le tableau qui décrit {}.", T::PLURAL);
    Diagnostic::error(MISSING_KEY, table.header[0].place.clone(), message)
        .help(format!("{add} à la première ligne.{elsewhere}"))
}

/// The first value that stands under no title.
fn check_untitled(table: &Table, diagnostics: &mut Diagnostics) {
    let titled = |rank: usize| table.header.get(rank).is_some_and(|cell| title(cell).is_some());
    let lost = table.rows.iter().find_map(|row| {
        row.iter()
            .enumerate()
            .find(|(rank, cell)| cell.content != Content::Empty && !titled(*rank))
    });
    if let Some((_, cell)) = lost {
        let message = "Cette valeur est dans une colonne sans titre : rien ne dit ce qu’elle est.";
        diagnostics.push(
            Diagnostic::error(UNTITLED_COLUMN, cell.place.clone(), message)
                .help("Donnez un titre à la colonne, ou videz-la.")
                .raw(cell.content.display()),
        );
    }
}

fn title(cell: &Cell) -> Option<String> {
    (cell.content != Content::Empty).then(|| cell.content.display())
}
