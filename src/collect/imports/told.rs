//! What is said of a file that an import refuses.

use crate::config::{ForeignFormat, Formats};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::french::{list, quoted};
use crate::load::Received;
use crate::table::{Cell, Table};

/// A file that is of no known format.
const UNKNOWN: Code = Code("M172");
/// A file that is nearly of a format.
const NEAR: Code = Code("M173");
/// Something else stands where a file is to go.
const OCCUPIED: Code = Code("M174");
/// A year that a source has already, with other lines.
const OTHER_LINES: Code = Code("M175");
/// A cell that says neither the year nor the number that its column holds.
const UNREADABLE: Code = Code("M176");

pub fn unknown(file: &Received, formats: &Formats) -> Diagnostic {
    let message = format!("L’en-tête de {} n’est celui d’aucun format connu.", quoted(&file.path));
    let names: Vec<String> = formats.names().map(quoted).collect();
    let help = format!(
        "Les formats connus sont : {}. Un autre tableau se met dans data/valeurs/, sous un en-tête « indicateur ; annee ; valeur ».",
        names.join(", ")
    );
    Diagnostic::error(UNKNOWN, Place::file(file.path.clone()), message).help(help)
}

pub fn near(table: &Table, format: &ForeignFormat, missing: &[&str]) -> Diagnostic {
    let (lacking, help) = format.lack(&table.header, missing);
    let message = format!(
        "{} a presque l’en-tête du format {} : il y manque {lacking}.",
        quoted(&table.file),
        format.called(),
    );
    let place = table.header.first().map(|cell| cell.place.clone());
    Diagnostic::error(NEAR, place, message).help(help)
}

pub fn occupied(file: &str, to: &str) -> Diagnostic {
    let message = format!("« {to} » est déjà là, et n’est pas {}.", quoted(file));
    let help = format!(
        "Renommez {}, ou retirez « {to} » s’il doit le remplacer ; puis recommencez.",
        quoted(file)
    );
    Diagnostic::error(OCCUPIED, Place::file(to.to_owned()), message).help(help)
}

pub fn other_columns(file: &str, to: &str, lacking: &[String]) -> Diagnostic {
    let lacking: Vec<String> = lacking.iter().map(|title| quoted(title)).collect();
    let message = format!(
        "« {to} » est déjà là, sans toutes les colonnes de {} : {} n’y est pas.",
        quoted(file),
        list(&lacking)
    );
    let help = format!("Réunissez leurs lignes dans un seul tableau, à la place de « {to} ».");
    Diagnostic::error(OCCUPIED, Place::file(to.to_owned()), message).help(help)
}

pub fn other_lines(cell: &Cell, year: i32, to: &str) -> Diagnostic {
    let message = format!("« {to} » a déjà des lignes de {year}, et cette ligne n’en est pas.");
    let help = format!(
        "Si ce fichier remplace ce qui était dit de {year}, retirez d’abord de « {to} » les lignes de cette année ; sinon, retirez-les de celui-ci."
    );
    Diagnostic::error(OTHER_LINES, cell.place.clone(), message)
        .help(help)
        .raw(cell.content.display())
}

pub fn no_year(cell: &Cell, title: &str) -> Diagnostic {
    let message = format!("La colonne {} ne dit pas d’année.", quoted(title));
    let help = "Écrivez l’année avec ses quatre chiffres, ou une date : 2025, 2025-03-15.";
    Diagnostic::error(UNREADABLE, cell.place.clone(), message)
        .help(help)
        .raw(cell.content.display())
}

pub fn no_number(cell: &Cell) -> Diagnostic {
    let text = cell.content.display();
    let message = format!("{} n’est pas un nombre.", quoted(text.trim()));
    let help = "Écrivez le nombre seul, ou videz la case si la valeur n’est pas connue.";
    Diagnostic::error(UNREADABLE, cell.place.clone(), message)
        .help(help)
        .raw(text)
}
