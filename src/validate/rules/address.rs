//! An e-mail address in a note or in the value of a disaggregation, which are published as they are written.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::french;
use crate::validate::printed::{Kind, Printed};

/// An e-mail address in a cell that is published.
const ADDRESS: Code = Code("M245");

/// Refuses the cells that hold an address; what an author writes as a text of the report is the author's.
pub fn check(printed: &[Printed], diagnostics: &mut Diagnostics) {
    let cells = printed.iter().filter(|printed| printed.kind == Kind::Cell);
    for cell in cells.filter(|cell| french::holds_address(cell.text)) {
        diagnostics.push(
            Diagnostic::error(
                ADDRESS,
                cell.place.clone(),
                "La cellule contient une adresse électronique : elle serait publiée avec les données.",
            )
            .help("Nommez le service à la place de la personne, et gardez l’adresse hors de ce tableau.")
            .raw(cell.text),
        );
    }
}
