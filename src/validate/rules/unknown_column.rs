//! A column that nothing reads.

use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics};
use crate::french::nearest;
use crate::french::quoted;
use crate::load::Table;
use crate::validate::catalogue::Catalogue;
use crate::validate::layout::{KNOWN_COLUMNS, Role};

/// A header that is neither known nor declared as a disaggregation.
const UNKNOWN_COLUMN: Code = Code("M202");

/// Warns of each column whose header means nothing, with the header that may have been meant.
///
/// An entry of the catalogue at fault may declare any column: nothing is said then, short of a slip of the hand.
pub fn check(table: &Table, roles: &[Role], catalogue: &Catalogue, diagnostics: &mut Diagnostics) {
    for (cell, role) in table.header.iter().zip(roles) {
        if *role != Role::Unknown {
            continue;
        }
        let header = cell.content.display();
        let known = KNOWN_COLUMNS.into_iter().chain(catalogue.breakdowns());
        let meant = nearest(&header, known);
        if meant.is_none() && !catalogue.is_whole() {
            continue;
        }
        let help = match meant {
            Some(meant) => format!("S’il s’agit de {}, corrigez l’en-tête.", quoted(meant)),
            None => format!(
                "Supprimez la colonne, ou déclarez-la dans le catalogue : ventilations: [{}].",
                header.trim()
            ),
        };
        diagnostics.push(
            Diagnostic::warning(
                UNKNOWN_COLUMN,
                cell.place.clone(),
                format!(
                    "La colonne {} n’est pas utilisée : son nom n’est pas connu.",
                    quoted(header.trim())
                ),
            )
            .help(help)
            .raw(header)
            .because(Cause::Catalogue),
        );
    }
}
