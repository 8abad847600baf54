//! A row longer than the header of its table.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::french::plural;
use crate::load::{Cell, Content, Table};

/// A cell stands where the header names no column.
const BEYOND_HEADER: Code = Code("M205");

/// Reports, once a table, the first cell that stands past the last column of the header.
///
/// In a CSV it is an error: `12,5` between commas is cut in two, and what is left of it would be read as the value.
/// In a workbook every cell keeps its column, so a remark beside the table is only told.
pub fn check(table: &Table, diagnostics: &mut Diagnostics) {
    let width = table.header.len();
    let mut longer = table.rows.iter().filter_map(|row| beyond(row, width));
    let Some(first) = longer.next() else { return };
    let others = longer.count();
    let rest = match others {
        0 => String::new(),
        _ => format!(
            " {} sont dans le même cas.",
            plural(others, "autre ligne", "autres lignes")
        ),
    };
    let place = first.place.clone();
    let diagnostic = if table.sheet.is_some() {
        let message =
            format!("Cette cellule est à droite de la dernière colonne de l’en-tête : elle n’est pas lue.{rest}");
        Diagnostic::warning(BEYOND_HEADER, place, message)
            .help("Donnez un en-tête à sa colonne (« note » pour une remarque), ou effacez-la.")
    } else {
        let message = format!("Cette ligne a plus de cellules que l’en-tête n’a de colonnes.{rest}");
        Diagnostic::error(BEYOND_HEADER, place, message).help(
            "Si la virgule sépare les cellules, écrivez « 12.5 », ou \"12,5\" entre guillemets droits ; sinon, retirez la cellule en trop.",
        )
    };
    diagnostics.push(diagnostic.raw(first.content.display()));
}

/// The first cell of a row that holds something past these columns.
fn beyond(row: &[Cell], width: usize) -> Option<&Cell> {
    row.iter().skip(width).find(|cell| cell.content != Content::Empty)
}
