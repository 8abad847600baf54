//! A column whose header speaks of a year and is none: its values would be lost.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::french::quoted;
use crate::load::Table;
use crate::validate::layout::Role;

/// A header such as `2019/2020`, `2021*` or `Conso 2024`.
const ALMOST_A_YEAR: Code = Code("M206");

/// Reports each of these columns; in a table of one value a line they are columns that nothing reads.
pub fn check(table: &Table, roles: &[Role], diagnostics: &mut Diagnostics) {
    if roles.contains(&Role::Value) {
        return;
    }
    for (cell, _) in table
        .header
        .iter()
        .zip(roles)
        .filter(|(_, role)| **role == Role::AlmostAYear)
    {
        let header = cell.content.display();
        let message = format!(
            "La colonne {} parle d’une année sans être seulement cette année : ses valeurs seraient perdues.",
            quoted(header.trim())
        );
        diagnostics.push(
            Diagnostic::error(ALMOST_A_YEAR, cell.place.clone(), message)
                .help("Si la colonne contient les valeurs d’une année, écrivez cette année seule (2024), suivie de (p) si elles sont provisoires ou de (e) si elles sont estimées ou prévues ; sinon, retirez l’année du titre.")
                .raw(header),
        );
    }
}
