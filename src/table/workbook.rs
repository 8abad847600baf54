//! A sheet of a workbook becomes a [`Table`]: the choice of the sheet, and what refuses a whole workbook.
//!
//! How the cells of each format are read is in `xlsx` and `ods`.

use super::kind::{MAXIMUM_UNPACKED, unpacked_size, with_standard_names};
use super::limits::{MAXIMUM_CELLS, too_large};
use super::sheet::Refusal;
use super::{Cell, Content, Table, grid, marks, mojibake, ods, xlsx};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::french;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// The workbook cannot be understood.
const BROKEN: Code = Code("M116");
/// The sheet named by the author is not in the workbook.
const NO_SUCH_SHEET: Code = Code("M117");
/// The sheet holds no value.
pub(super) const EMPTY_SHEET: Code = Code("M118");
/// A formula has never been computed: the file holds no result for it.
const NO_RESULT: Code = Code("M119");

/// The formats that a reader knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Xlsx,
    Ods,
}

/// The table of the named sheet, else of the first visible one; or a fault.
pub(super) fn table(
    path: &Arc<str>,
    bytes: &[u8],
    format: Format,
    named: Option<&str>,
    diagnostics: &mut Diagnostics,
) -> Option<Table> {
    if unpacked_size(bytes).is_some_and(|size| size > MAXIMUM_UNPACKED) {
        let message = format!(
            "« {} » contient plus de {} Mo une fois décompressé.",
            path,
            MAXIMUM_UNPACKED / 1_000_000
        );
        diagnostics.push(too_large(Place::file(path.clone()), message));
        return None;
    }
    let bytes = &*with_standard_names(bytes);
    // A malformed workbook can make its reader panic: that is still a fault of the file, told with the others.
    let read = catch_unwind(AssertUnwindSafe(|| match format {
        Format::Xlsx => xlsx::sheet(bytes, named),
        Format::Ods => ods::sheet(bytes, named),
    }));
    let mut sheet = match read.unwrap_or_else(|_| Err(Refusal::Broken("panic".to_owned()))) {
        Ok(sheet) => sheet,
        Err(refusal) => {
            diagnostics.push(told(path, named.unwrap_or_default(), refusal));
            return None;
        }
    };
    let name: Arc<str> = Arc::from(sheet.name.as_str());
    let place = |row: u32, column: u32| Place::cell(path.clone(), name.clone(), row + 1, column + 1);
    marks::tell(&mut sheet, place, diagnostics);
    for (row, column) in &sheet.never_computed {
        diagnostics.push(
            Diagnostic::error(
                NO_RESULT,
                place(*row, *column),
                "La formule de cette cellule n’a jamais été calculée : le fichier n’en contient pas le résultat.",
            )
            .help("Ouvrez le classeur dans votre tableur, laissez-le calculer, puis enregistrez-le."),
        );
    }
    let lines = sheet
        .cells
        .into_iter()
        .map(|(row, mut contents)| {
            let width = contents.last_key_value().map_or(0, |(column, _)| column + 1);
            (0..width)
                .map(|column| Cell {
                    content: contents.remove(&column).unwrap_or(Content::Empty),
                    place: place(row, column),
                })
                .collect()
        })
        .collect();
    let table = grid::table(path, Some(name.clone()), lines, diagnostics).map(|table| Table {
        other_sheets: sheet.others,
        ..table
    });
    if let Some((cell, found)) = table.as_ref().and_then(Table::twice_encoded) {
        diagnostics.push(mojibake::mixed(path, cell.place.clone(), &found));
    }
    if table.is_none() {
        let message = format!("La feuille « {name} » de « {} » est vide.", path);
        diagnostics
            .push(Diagnostic::error(EMPTY_SHEET, Place::file(path.clone()), message).help(
                "Remplissez-la, ou nommez une autre feuille par « feuille » sous « valeurs » dans rapport.yaml.",
            ));
    }
    table
}

/// The names of the sheets, in their order; none where the workbook cannot be opened, which its reading tells.
pub(super) fn names(bytes: &[u8], format: Format) -> Vec<String> {
    if unpacked_size(bytes).is_some_and(|size| size > MAXIMUM_UNPACKED) {
        return Vec::new();
    }
    let bytes = &*with_standard_names(bytes);
    let read = catch_unwind(AssertUnwindSafe(|| match format {
        Format::Xlsx => xlsx::names(bytes),
        Format::Ods => ods::names(bytes),
    }));
    read.unwrap_or_default()
}

fn told(path: &Arc<str>, named: &str, refusal: Refusal) -> Diagnostic {
    match refusal {
        Refusal::NoSuchSheet(sheets) => {
            let names: Vec<&str> = sheets.iter().map(String::as_str).collect();
            let message = format!("« {} » n’a pas de feuille « {named} ».", path);
            Diagnostic::error(NO_SUCH_SHEET, Place::file(path.clone()), message).help(french::suggestion(named, &names))
        }
        Refusal::TooManyCells => {
            let message = format!(
                "La feuille de « {} » s’étend sur plus de {} cellules.",
                path, MAXIMUM_CELLS
            );
            too_large(Place::file(path.clone()), message)
        }
        Refusal::Broken(reason) => {
            let message = format!(
                "« {} » ne peut être compris comme classeur (raison du lecteur, en anglais : « {reason} »).",
                path
            );
            Diagnostic::error(BROKEN, Place::file(path.clone()), message)
                .help("Ouvrez-le dans votre tableur et enregistrez-le de nouveau, ou enregistrez la feuille en CSV.")
        }
    }
}
