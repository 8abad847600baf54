//! What messages say of the header of a table. How its columns are recognised is for each kind of table.

use crate::diagnostic::Place;
use crate::french::quoted;
use crate::french::{list, nearest};
use crate::load::{Content, Table};

/// Titles that a message quotes.
const QUOTED: usize = 12;

/// The first cell of the header, or the file.
pub fn place(table: &Table) -> Place {
    let first = table.header.first();
    first.map_or_else(|| Place::file(table.file.clone()), |cell| cell.place.clone())
}

/// The first titles of the header, quoted: `« type » et « nombre »`.
pub fn titles(table: &Table) -> String {
    let filled = table.header.iter().filter(|cell| cell.content != Content::Empty);
    let titles: Vec<String> = filled
        .take(QUOTED)
        .map(|cell| quoted(&cell.content.display()))
        .collect();
    list(&titles)
}

/// The next gesture for a column that nothing reads: the title that may have been meant, else those that are known.
pub fn help_for_unused(title: &str, known: &[&str]) -> String {
    match nearest(title, known.iter().copied()) {
        Some(meant) => format!("S’il s’agit de {}, corrigez l’en-tête.", quoted(meant)),
        None => format!(
            "Supprimez la colonne. Les colonnes connues sont : {}.",
            known.join(", ")
        ),
    }
}
