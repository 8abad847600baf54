//! Results that others computed, in kgCO2e a year: of a service or a cloud, or of the whole by another tool.

use super::cells::{Read, Refused, amount, is_absent, refuse_blank};
use super::columns::{Columns, Expected, Row};
use super::declaration::declaration;
use super::noun::{DeclaredService, ImportedResult};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::load::Table;
use crate::validate::words::quoted;
use std::collections::BTreeMap;

/// A declared result without the method that gave it.
const NO_METHOD: Code = Code("M273");

const SERVICES: [&str; 12] = [
    "service",
    "kgco2e",
    "methode",
    "annee",
    "perimetre",
    "site",
    "source",
    "version",
    "date",
    "qualite",
    "statut",
    "note",
];
const RESULTS: [&str; 11] = [
    "kgco2e",
    "methode",
    "annee",
    "perimetre",
    "site",
    "source",
    "version",
    "date",
    "qualite",
    "statut",
    "note",
];

/// The services of a table.
pub fn services(table: &Table, data_year: i32, diagnostics: &mut Diagnostics) -> Vec<DeclaredService> {
    let expected = Expected {
        known: &SERVICES,
        needed: &["service", "kgco2e", "methode", "source", "date"],
        mapped: &BTreeMap::new(),
    };
    let Some(columns) = Columns::of(table, expected, diagnostics) else {
        return Vec::new();
    };
    let service = |row: Row| {
        let name = row.text("service");
        let named = match is_absent(&name) {
            true => Err(refuse_blank(&row, "service", diagnostics)),
            false => Ok(name.clone()),
        };
        let subject = format!("Le résultat du service {}", quoted(&name));
        let (footprint, method) = footprint(&row, &subject, diagnostics);
        let declaration = declaration(&row, &subject, data_year, diagnostics)?;
        Ok(DeclaredService {
            name: named?,
            footprint: footprint?,
            method: method?,
            declaration,
        })
    };
    columns
        .rows()
        .map(service)
        .filter_map(Result::<_, Refused>::ok)
        .collect()
}

/// The results of other tools.
pub fn results(table: &Table, data_year: i32, diagnostics: &mut Diagnostics) -> Vec<ImportedResult> {
    let expected = Expected {
        known: &RESULTS,
        needed: &["annee", "kgco2e", "methode", "source", "date"],
        mapped: &BTreeMap::new(),
    };
    let Some(columns) = Columns::of(table, expected, diagnostics) else {
        return Vec::new();
    };
    let result = |row: Row| {
        let subject = format!("Le résultat importé de {}", row.text("annee"));
        let (footprint, method) = footprint(&row, &subject, diagnostics);
        let declaration = declaration(&row, &subject, data_year, diagnostics)?;
        Ok(ImportedResult {
            footprint: footprint?,
            method: method?,
            declaration,
        })
    };
    columns
        .rows()
        .map(result)
        .filter_map(Result::<_, Refused>::ok)
        .collect()
}

/// The number and the method of a line, each with its own fault.
fn footprint(
    row: &Row,
    subject: &str,
    diagnostics: &mut Diagnostics,
) -> (Result<f64, Refused>, Result<String, Refused>) {
    let value: Read<f64> = amount(row, "kgco2e", diagnostics);
    let value = value.and_then(|value| value.ok_or_else(|| refuse_blank(row, "kgco2e", diagnostics)));
    let method = row.text("methode");
    if is_absent(&method) {
        let message = format!("{subject} n’a pas de méthode : il est refusé.");
        let help = "Écrivez comment il a été obtenu (l’outil et sa version, l’étude) : deux méthodes ne se comparent pas sans le dire.";
        diagnostics.push(Diagnostic::error(NO_METHOD, row.place("methode"), message).help(help));
        return (value, Err(Refused));
    }
    (value, Ok(method))
}
