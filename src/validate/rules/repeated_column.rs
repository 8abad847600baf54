//! Two columns with the same header.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::french::quoted;
use crate::load::Table;
use crate::validate::layout::Role;

/// A header that stands twice: only the first column would be read.
const REPEATED_COLUMN: Code = Code("M204");

/// Reports each column whose header already stood before it.
pub fn check(table: &Table, roles: &[Role], diagnostics: &mut Diagnostics) {
    for (index, (cell, role)) in table.header.iter().zip(roles).enumerate() {
        let before = roles[..index].iter().position(|other| other == role);
        let (Some(first), false) = (before, matches!(role, Role::Blank | Role::Unknown | Role::AlmostAYear)) else {
            continue;
        };
        let header = cell.content.display();
        diagnostics.push(
            Diagnostic::error(
                REPEATED_COLUMN,
                cell.place.clone(),
                format!(
                    "La colonne {} est en double : elle est déjà la colonne {} de la table.",
                    quoted(header.trim()),
                    first + 1
                ),
            )
            .help("Gardez une seule des deux colonnes.")
            .raw(header),
        );
    }
}
