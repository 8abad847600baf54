//! An indicator that has both a formula or a query and rows in a table.

use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics};
use crate::french::quoted;
use crate::model::{Derivation, Indicator};
use crate::validate::line::Line;
use std::collections::BTreeSet;

/// Values of which nobody could say where they come from.
const TWO_ORIGINS: Code = Code("M218");

/// Whether the values of an indicator are computed rather than read in tables.
pub fn is_computed(indicator: &Indicator) -> bool {
    indicator.derivation.is_some()
}

/// Reports, once a table, each computed indicator that has rows; they must not be read.
pub fn check(lines: &[Line], column: usize, diagnostics: &mut Diagnostics) {
    let mut said = BTreeSet::new();
    for line in lines {
        let Some(derivation) = &line.indicator.derivation else {
            continue;
        };
        if !said.insert(&line.indicator.id) {
            continue;
        }
        let (key, whence) = match derivation {
            Derivation::Formula(_) => ("formule", "par une formule"),
            Derivation::Query(_) => ("requete", "par une requête"),
            Derivation::Fleet(_) => ("parc", "d’après le parc"),
        };
        let id = quoted(line.indicator.id.as_str());
        diagnostics.push(
            Diagnostic::error(
                TWO_ORIGINS,
                line.place(column),
                format!("{id} est calculé {whence}, et la table lui donne aussi des valeurs."),
            )
            .help(format!(
                "Supprimez ses lignes de la table, ou la clé {key} du catalogue ({}).",
                line.indicator.place
            ))
            .raw(line.text(Some(column)))
            .spoils(Cause::entry(line.indicator.id.as_str())),
        );
    }
}
