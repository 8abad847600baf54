//! How large a table may be, and what is said of a larger one.

use crate::diagnostic::{Code, Diagnostic, Place};

/// A file is too large to be what its folder is for.
const TOO_LARGE: Code = Code("M106");

/// Cells kept in one table: two million observations is a hundred times what a report can hold.
pub const MAXIMUM_CELLS: usize = 2_000_000;

/// A file, sheet or table beyond what a report can be made from.
pub fn too_large(place: Place, message: String) -> Diagnostic {
    Diagnostic::error(TOO_LARGE, place, message).help(
        "Ne gardez dans « valeurs » que les observations du rapport ; mettez les données brutes dans « sources » et interrogez-les par une « requete ».",
    )
}
