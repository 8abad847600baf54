//! What every line about one year says besides its number (year, perimeter, source, status), and the lines that are no more.
//!
//! Results that others computed, in kgCO2e a year: of a service or a cloud, or of the whole by another tool; weights of waste.

use super::noun::{Declaration, DeclaredService, ImportedResult, Waste};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, Placed};
use crate::form::cells::Answer;
use crate::form::tables::{DeclaredCells, ResultLine, ServiceLine, WasteLine};
use crate::french::quoted;
use crate::model::{FactorSource, ObservationStatus, Quality};

/// A number of `data/parc/` whose source or date is not said.
const NO_SOURCE: Code = Code("M268");
/// A declared result without the method that gave it.
const NO_METHOD: Code = Code("M273");

/// A service or a cloud.
pub fn service(line: ServiceLine, data_year: i32, diagnostics: &mut Diagnostics) -> Option<DeclaredService> {
    let name = line.name.clone().unwrap_or_default();
    let subject = format!("Le résultat du service {}", quoted(&name));
    let method = method(line.method.clone(), &subject, diagnostics);
    let declaration = declaration(line.declared(), &subject, data_year, diagnostics);
    Some(DeclaredService {
        name,
        footprint: line.footprint?,
        method: method?,
        declaration: declaration?,
    })
}

/// The result of another tool.
pub fn result(line: ResultLine, data_year: i32, diagnostics: &mut Diagnostics) -> Option<ImportedResult> {
    let year = line.year.unwrap_or(data_year);
    let subject = format!("Le résultat importé de {year}");
    let method = method(line.method.clone(), &subject, diagnostics);
    let declaration = declaration(line.declared(), &subject, data_year, diagnostics);
    Some(ImportedResult {
        footprint: line.footprint?,
        method: method?,
        declaration: declaration?,
    })
}

/// The weight of the waste equipment of a year.
pub fn waste(line: WasteLine, data_year: i32, diagnostics: &mut Diagnostics) -> Option<Waste> {
    let declaration = declaration(line.declared(), "Ce poids de déchets", data_year, diagnostics);
    Some(Waste {
        weight: line.weight?,
        declaration: declaration?,
    })
}

fn method(cell: Answer<String>, subject: &str, diagnostics: &mut Diagnostics) -> Option<String> {
    cell.or_else(|place| {
        let message = format!("{subject} n’a pas de méthode : il est refusé.");
        let help = "Écrivez comment il a été obtenu (l’outil et sa version, l’étude) : deux méthodes ne se comparent pas sans le dire.";
        diagnostics.push(Diagnostic::error(NO_METHOD, place, message).help(help));
        None
    })
}

/// The declaration of a line; `subject` begins the sentence that refuses it: `Ce poids de déchets`.
pub fn declaration(
    cells: DeclaredCells,
    subject: &str,
    data_year: i32,
    diagnostics: &mut Diagnostics,
) -> Option<Declaration> {
    let (source, date) = (cells.source, cells.date);
    let (origin, place) = origin(source, date, cells.version, cells.quality, subject, diagnostics)?;
    Some(Declaration {
        year: cells.year.unwrap_or(data_year),
        perimeter: cells.perimeter,
        site: cells.site,
        origin,
        note: cells.note,
        example: cells.status == ObservationStatus::Example,
        place,
    })
}

/// The source of a number and its class; refuses one that nobody could say.
pub fn origin(
    source: Answer<Placed<String>>,
    date: Answer<String>,
    version: String,
    quality: Quality,
    subject: &str,
    diagnostics: &mut Diagnostics,
) -> Option<(FactorSource, Place)> {
    let mut refuse = |place: Place, what: &str| {
        let message = format!("{subject} n’a pas {what} : il est refusé.");
        let help = "Écrivez qui le donne, et quand il a été publié ou lu : les deux sont imprimés à côté de lui.";
        diagnostics.push(Diagnostic::error(NO_SOURCE, place, message).help(help));
    };
    let source = source.or_else(|place| {
        refuse(place, "de source");
        None
    });
    let date = date.or_else(|place| {
        refuse(place, "de date");
        None
    });
    let source = source?;
    let origin = FactorSource {
        source: source.value,
        version,
        date: date?,
        quality,
    };
    Some((origin, source.place))
}
