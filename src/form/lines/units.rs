//! The unit that the title of a column says, held against the one in which its numbers are read.

use crate::diagnostic::{Code, Diagnostic};
use crate::french::{converted, is_same_unit, quoted, titled};
use crate::table::Cell;

/// A title that says another unit than that of its numbers.
const OTHER_UNIT: Code = Code("M246");

/// The fault of a title whose unit is not that in which its numbers are read.
pub fn other_unit(cell: &Cell, unit: &str) -> Option<Diagnostic> {
    let title = cell.content.display();
    let (bare, said) = titled(&title)?;
    if is_same_unit(said, unit) {
        return None;
    }
    let message = format!(
        "Le titre {} dit {}, et les nombres de la colonne sont lus en {}.",
        quoted(title.trim()),
        quoted(said),
        quoted(unit)
    );
    let retitle = format!(
        "titrez la colonne {} (dans rapport.yaml aussi, si « colonnes » y donne ce titre)",
        quoted(bare)
    );
    let help = match converted("1", said, unit) {
        Some(factor) => format!("Multipliez ses nombres par {factor}, puis {retitle}."),
        None => format!("Convertissez ses nombres en {}, puis {retitle}.", quoted(unit)),
    };
    Some(
        Diagnostic::error(OTHER_UNIT, cell.place.clone(), message)
            .help(help)
            .raw(title.trim()),
    )
}
