//! The unit that the title of a column says, held against the one in which its numbers are read.

use crate::diagnostic::{Code, Diagnostic};
use crate::french::{converted, is_same_unit, plural, quoted, titled};
use crate::table::Cell;

/// A title that says another unit than that of its numbers.
const OTHER_UNIT: Code = Code("M246");

/// The fault of a title whose unit is not that of a line that has a number under it; how many lines have another.
pub(super) fn other_unit_of_rows<'t>(
    cell: &Cell,
    rows: impl Iterator<Item = (&'t Vec<Cell>, String)>,
) -> Option<Diagnostic> {
    let title = cell.content.display();
    let (bare, said) = titled(&title)?;
    let mut others = rows.filter(|(_, unit)| !is_same_unit(said, unit));
    let (row, unit) = others.next()?;
    let more = match others.count() {
        0 => String::new(),
        count => format!(", et {} aussi une autre", plural(count, "ligne a", "lignes ont")),
    };
    let expected = match unit.trim() {
        "" => "n’a pas d’unité".to_owned(),
        unit => format!("est en {}", quoted(unit)),
    };
    let message = format!(
        "Le titre {} dit {}, et {} {expected}{more}.",
        quoted(title.trim()),
        quoted(said),
        quoted(row[0].content.display().trim()),
    );
    let help = format!(
        "Titrez la colonne {} et écrivez chaque nombre dans l’unité de sa ligne, ou corrigez la colonne « unite ».",
        quoted(bare)
    );
    Some(
        Diagnostic::error(OTHER_UNIT, cell.place.clone(), message)
            .help(help)
            .raw(title.trim()),
    )
}

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
