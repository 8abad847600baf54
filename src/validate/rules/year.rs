//! What a cell of year means, and which years are possible.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::form::years::{self, MarkedYear};
use crate::french::{names_a_whole, quoted};
use crate::load::{Content, Table};
use crate::validate::layout::Role;
use crate::validate::line::Line;
use std::ops::RangeInclusive;

/// A year that no observation of a report can have.
const IMPOSSIBLE_YEAR: Code = Code("M213");

/// Years in which a collectivité may have measured something.
const POSSIBLE_YEARS: RangeInclusive<i32> = 1900..=2100;

pub fn is_possible(year: i32) -> bool {
    POSSIBLE_YEARS.contains(&year)
}

/// The year of a row and its marks; none, and a fault, where it is not a possible one.
pub fn read(line: &Line, column: usize, diagnostics: &mut Diagnostics) -> Option<MarkedYear> {
    let content = line.cell(column).map_or(&Content::Empty, |cell| &cell.content);
    if let Some(found) = years::year(content).filter(|found| is_possible(found.year)) {
        return Some(found);
    }
    let raw = content.display();
    let id = quoted(line.indicator.id.as_str());
    let message = if raw.trim().is_empty() {
        format!("La ligne de {id} n’a pas d’année.")
    } else {
        format!(
            "L’année d’une valeur de {id} doit être un nombre entier de 1900 à 2100, et non {}.",
            quoted(&raw)
        )
    };
    let help = match names_a_whole(&raw) {
        Some(_) => "La ligne est le total de plusieurs années : retirez-la.",
        // The rank of 2025 among the days of a spreadsheet is one of July 1905.
        None if raw.starts_with("1905-") || raw.starts_with("1906-") => {
            "La cellule est au format d’une date : donnez-lui le format « Standard » ou « Nombre », et l’année s’y lira."
        }
        None => "Écrivez l’année seule, avec ses quatre chiffres : 2024.",
    };
    diagnostics.push(
        Diagnostic::error(IMPOSSIBLE_YEAR, line.place(column), message)
            .help(help)
            .raw(raw),
    );
    None
}

/// Reports the columns of a wide table whose header is no possible year.
pub fn check_header(table: &Table, roles: &[Role], diagnostics: &mut Diagnostics) {
    for (cell, role) in table.header.iter().zip(roles) {
        if let Role::ValuesOf(marked) = role
            && !is_possible(marked.year)
        {
            let raw = cell.content.display();
            diagnostics.push(
                Diagnostic::error(
                    IMPOSSIBLE_YEAR,
                    cell.place.clone(),
                    format!(
                        "La colonne {} porterait les valeurs d’une année impossible.",
                        quoted(raw.trim())
                    ),
                )
                .help("Corrigez l’année, de 1900 à 2100.")
                .raw(raw),
            );
        }
    }
}
