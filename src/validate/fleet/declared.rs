//! Results that others computed, in kgCO2e a year: of a service or a cloud, or of the whole by another tool.

use super::cells::{Refused, needed_amount, needed_text};
use super::columns::Row;
use super::declaration::{Declared, declaration, read_declared};
use super::noun::{DeclaredService, ImportedResult};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::form::absence::is_missing;
use crate::french::quoted;
use crate::load::Table;

/// A declared result without the method that gave it.
const NO_METHOD: Code = Code("M273");

const SERVICES: Declared = Declared {
    own: &["service", "kgco2e", "methode"],
    needed: &["service", "kgco2e", "methode", "source", "date"],
};
const RESULTS: Declared = Declared {
    own: &["kgco2e", "methode"],
    needed: &["annee", "kgco2e", "methode", "source", "date"],
};

/// The services of a table.
pub fn services(table: &Table, data_year: i32, diagnostics: &mut Diagnostics) -> Vec<DeclaredService> {
    read_declared(table, SERVICES, diagnostics, |row, diagnostics| {
        let name = needed_text(row, "service", diagnostics);
        let subject = format!("Le résultat du service {}", quoted(&row.text("service")));
        let (footprint, method) = footprint(row, &subject, diagnostics);
        let declaration = declaration(row, &subject, data_year, diagnostics)?;
        Ok(DeclaredService {
            name: name?,
            footprint: footprint?,
            method: method?,
            declaration,
        })
    })
}

/// The results of other tools.
pub fn results(table: &Table, data_year: i32, diagnostics: &mut Diagnostics) -> Vec<ImportedResult> {
    read_declared(table, RESULTS, diagnostics, |row, diagnostics| {
        let subject = format!("Le résultat importé de {}", row.text("annee"));
        let (footprint, method) = footprint(row, &subject, diagnostics);
        let declaration = declaration(row, &subject, data_year, diagnostics)?;
        Ok(ImportedResult {
            footprint: footprint?,
            method: method?,
            declaration,
        })
    })
}

/// The number and the method of a line, each with its own fault.
fn footprint(
    row: &Row,
    subject: &str,
    diagnostics: &mut Diagnostics,
) -> (Result<f64, Refused>, Result<String, Refused>) {
    let value = needed_amount(row, "kgco2e", diagnostics);
    let method = row.text("methode");
    if is_missing(&method) {
        let message = format!("{subject} n’a pas de méthode : il est refusé.");
        let help = "Écrivez comment il a été obtenu (l’outil et sa version, l’étude) : deux méthodes ne se comparent pas sans le dire.";
        diagnostics.push(Diagnostic::error(NO_METHOD, row.place("methode"), message).help(help));
        return (value, Err(Refused));
    }
    (value, Ok(method))
}
