//! The weight of the waste equipment of a year, as the collectivité’s slips or its éco-organisme give it.

use super::cells::needed_amount;
use super::declaration::{Declared, declaration, read_declared};
use super::noun::Waste;
use crate::diagnostic::Diagnostics;
use crate::load::Table;

const TABLE: Declared = Declared {
    own: &["kg"],
    needed: &["kg", "annee", "source", "date"],
};

/// The weights of a table.
pub fn read(table: &Table, data_year: i32, diagnostics: &mut Diagnostics) -> Vec<Waste> {
    read_declared(table, TABLE, diagnostics, |row, diagnostics| {
        let weight = needed_amount(row, "kg", diagnostics);
        let declaration = declaration(row, "Ce poids de déchets", data_year, diagnostics)?;
        Ok(Waste {
            weight: weight?,
            declaration,
        })
    })
}
