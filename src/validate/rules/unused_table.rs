//! A table none of whose rows is of any use.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::load::Table;
use crate::validate::rows::is_blank;

/// A table with a header and no row.
const UNUSED_TABLE: Code = Code("M205");

/// Warns of a table that has no row under its header.
pub fn check(table: &Table, diagnostics: &mut Diagnostics) {
    if table.rows.iter().all(|row| is_blank(row)) {
        diagnostics.push(
            Diagnostic::warning(
                UNUSED_TABLE,
                Place::file(table.file.clone()),
                "La table n’a aucune ligne sous son en-tête : elle n’est pas utilisée.",
            )
            .help("Remplissez la table, ou retirez le fichier de data/valeurs/."),
        );
    }
}
