//! A column whose header begins as a year and is none: its values would be lost.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::french::quoted;
use crate::load::Table;
use crate::validate::layout::Role;

/// A header such as `2019/2020` or `2021*`.
const ALMOST_A_YEAR: Code = Code("M206");

/// Reports each of these columns.
pub fn check(table: &Table, roles: &[Role], diagnostics: &mut Diagnostics) {
    for (cell, _) in table
        .header
        .iter()
        .zip(roles)
        .filter(|(_, role)| **role == Role::AlmostAYear)
    {
        let header = cell.content.display();
        let message = format!(
            "La colonne {} ressemble à une année et n’en est pas une : ses valeurs seraient perdues.",
            quoted(header.trim())
        );
        diagnostics.push(
            Diagnostic::error(ALMOST_A_YEAR, cell.place.clone(), message)
                .help("Écrivez l’année seule (2024), suivie de (p) si elle est provisoire ou de (e) si elle est estimée ; sinon, donnez à la colonne un autre titre.")
                .raw(header),
        );
    }
}
