//! A person who could be reached, in what is published as it is written: the cells of tables, the texts of the catalogue.
//!
//! The texts of the report and the contact of `rapport.yaml` are the author’s to word.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, Spot};
use crate::french::{self, folded};
use crate::validate::printed::{Kind, Printed};

/// An e-mail address or a telephone number where somebody wrote it down.
const REACHED: Code = Code("M245");

/// The file whose texts say whom to write to, and its sheet in a workbook.
const SETTINGS: [&str; 2] = ["data/rapport.yaml", "Rapport"];

fn is_of_settings(place: &Place) -> bool {
    let [file, sheet] = SETTINGS;
    let of_sheet = matches!(&place.spot, Spot::Cell { sheet: found, .. } if folded(found) == folded(sheet));
    &*place.file == file || of_sheet
}

/// Refuses the cells by which somebody could be reached; tells the entries, where it may be a service on purpose.
pub fn check(printed: &[Printed], diagnostics: &mut Diagnostics) {
    for text in printed.iter().filter(|printed| french::reaches_someone(printed.text)) {
        let told = match text.kind {
            Kind::Line | Kind::FileName | Kind::SheetName => continue,
            Kind::Entry if is_of_settings(&text.place) => continue,
            Kind::Entry => Diagnostic::warning(
                REACHED,
                text.place.clone(),
                "Ce texte contient une adresse électronique ou un numéro de téléphone, qui serait publié avec le rapport.",
            )
            .help("Si c’est celui d’un service, laissez-le ; si c’est celui d’une personne, nommez le service à sa place."),
            Kind::Cell => Diagnostic::error(
                REACHED,
                text.place.clone(),
                "La cellule contient une adresse électronique ou un numéro de téléphone, qui serait publié avec les données.",
            )
            .help("Nommez le service à la place de la personne, et gardez l’adresse ou le numéro hors de ce tableau."),
        };
        diagnostics.push(told.raw(text.text.lines().next().unwrap_or_default()));
    }
}
