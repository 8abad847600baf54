//! `table`: the bytes of a CSV or of a workbook become raw cells, each with its place.
//!
//! It stands on the floor because two rooms open tables: `config` those of the catalogue, `load` those of values.
//! It touches no disk, gives no meaning to a header or a cell, and holds the one use of calamine. Parquet needs
//! Polars and stays in `load`.

mod cell;
mod kind;
mod sheet;
mod workbook;
mod xlsx;
pub mod xlsx_parts;
mod xlsx_marks;
mod formats;
mod number_words;
mod ods;
mod ods_extent;
mod ods_marks;
mod marks;
mod merged;
mod records;
mod quotes;
mod cursor;
#[cfg(any(test, fuzzing))]
pub mod doors;
pub mod decoding;
pub mod mojibake;
pub mod delimited;
pub mod formulas;
pub mod grid;
pub mod limits;

pub use cell::{Cell, Content, Table};
pub use kind::{Kind, kind};

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use std::sync::Arc;
use workbook::Format;

/// The content of a file is not what its extension says.
const WRONG_KIND: Code = Code("M107");
/// A table in a format that the program does not read.
const OLD_FORMAT: Code = Code("M108");

/// The table of a file of this kind; `sheet` is that of a workbook, the first visible one when none is named.
///
/// None once the fault was pushed, and for a kind that is neither a text nor a workbook.
pub fn read(
    path: &Arc<str>,
    bytes: &[u8],
    expected: Kind,
    sheet: Option<&str>,
    diagnostics: &mut Diagnostics,
) -> Option<Table> {
    if !is_kind(path, bytes, expected, diagnostics) {
        return None;
    }
    match expected {
        Kind::Text => {
            let text = decoding::decode(path, bytes, diagnostics)?;
            delimited::table(path, &text, diagnostics)
        }
        Kind::Xlsx => workbook::table(path, bytes, Format::Xlsx, sheet, diagnostics),
        Kind::Ods => workbook::table(path, bytes, Format::Ods, sheet, diagnostics),
        _ => None,
    }
}

/// A sheet of a workbook of which every sheet is read, and which may wait for its first line.
pub fn waiting(path: &Arc<str>, bytes: &[u8], kind: Kind, sheet: &str, diagnostics: &mut Diagnostics) -> Option<Table> {
    let mut told = Diagnostics::default();
    let table = read(path, bytes, kind, Some(sheet), &mut told);
    let is_of_a_line = |fault: &&Diagnostic| ![grid::NO_ROW, workbook::EMPTY_SHEET].contains(&fault.code);
    diagnostics.extend(told.sorted().into_iter().filter(is_of_a_line).cloned());
    // None is to be proposed in the place of another.
    table.map(|table| Table {
        other_sheets: Vec::new(),
        ..table
    })
}

/// The names of the sheets of a workbook, in their order; none for a text, nor where the workbook cannot be opened.
pub fn sheet_names(bytes: &[u8], kind: Kind) -> Vec<String> {
    match kind {
        Kind::Xlsx => workbook::names(bytes, Format::Xlsx),
        Kind::Ods => workbook::names(bytes, Format::Ods),
        _ => Vec::new(),
    }
}

/// Whether the content of a file is what its extension says; false once the fault was pushed.
pub fn is_kind(path: &Arc<str>, bytes: &[u8], expected: Kind, diagnostics: &mut Diagnostics) -> bool {
    let actual = kind(bytes);
    if actual != expected {
        diagnostics.push(wrong_kind(path, expected, actual));
    }
    actual == expected
}

/// A file whose extension is that of a format which the program does not read.
pub fn old_format(path: &Arc<str>) -> Diagnostic {
    let message = format!("« {path} » est d’un format que le programme ne lit pas.");
    Diagnostic::error(OLD_FORMAT, Place::file(path.clone()), message)
        .help("Ouvrez-le dans votre tableur et enregistrez-le au format .xlsx ou .ods.")
}

/// What is said of a container that no reader opens, whatever it was taken for; none where a file is none.
pub fn container(path: &Arc<str>, actual: Kind) -> Option<Diagnostic> {
    let help = match actual {
        Kind::Protected => {
            "Enregistrez-en une copie sans mot de passe (Fichier, Informations, Protéger), mettez-la à sa place, puis recommencez."
        }
        Kind::Packed(_) => {
            "Dépliez-le (clic droit, « Extraire »), mettez à sa place le fichier qu’il contient, puis recommencez."
        }
        Kind::Truncated => {
            "La copie ou le téléchargement s’est arrêté avant la fin : refaites-le, ou enregistrez de nouveau le fichier."
        }
        Kind::XmlWorkbook => "Ouvrez-le dans votre tableur et enregistrez-le au format .xlsx ou .ods.",
        _ => return None,
    };
    let message = format!("« {path} » est {}.", actual.label());
    Some(Diagnostic::error(WRONG_KIND, Place::file(path.clone()), message).help(help))
}

/// A file whose content is not what its extension says.
fn wrong_kind(path: &Arc<str>, expected: Kind, actual: Kind) -> Diagnostic {
    if let Some(fault) = container(path, actual) {
        return fault;
    }
    let label = match (expected, actual) {
        (Kind::Writing, Kind::OldWorkbook) => "un document d’un ancien format binaire (.doc)",
        _ => actual.label(),
    };
    let message = format!(
        "« {path} » n’est pas {}, comme son extension le dit, mais {label}.",
        expected.label()
    );
    let help = match actual {
        _ if expected == Kind::Writing => {
            "Ouvrez-le dans Word et enregistrez-le au format « Document Word (.docx) ». Un texte en Markdown a l’extension .md."
        }
        Kind::Html => {
            "Ouvrez-le dans votre tableur et enregistrez-le au format .xlsx : certains logiciels exportent une page web sous ce nom."
        }
        Kind::Text => "Donnez-lui l’extension .csv s’il s’agit d’un CSV, ou enregistrez-le au format de son extension.",
        Kind::Writing => "Copiez le tableau dans votre tableur et enregistrez-le au format .xlsx, .ods ou CSV.",
        _ => "Enregistrez-le depuis votre tableur au format .xlsx, .ods ou CSV.",
    };
    Diagnostic::error(WRONG_KIND, Place::file(path.clone()), message).help(help)
}
