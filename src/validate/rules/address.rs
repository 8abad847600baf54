//! A person who could be reached, in what is published as it is written: the cells of tables, the texts of the catalogue.
//!
//! The texts of the report and the contact of `rapport.yaml` are the author’s to word.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::french;
use crate::validate::printed::{Kind, Printed};

/// An e-mail address or a telephone number where somebody wrote it down.
const REACHED: Code = Code("M245");

/// The file whose texts say whom to write to.
const SETTINGS: &str = "data/rapport.yaml";

/// Refuses the cells by which somebody could be reached; tells the entries, where it may be a service on purpose.
pub fn check(printed: &[Printed], diagnostics: &mut Diagnostics) {
    for text in printed.iter().filter(|printed| french::reaches_someone(printed.text)) {
        let told = match text.kind {
            Kind::Line | Kind::FileName | Kind::SheetName => continue,
            Kind::Entry if &*text.place.file == SETTINGS => continue,
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
