//! Lines above the header of a table: a title, a date, a unit. One home for all the tables that authors fill or export.
//!
//! What a header is, each table knows; here is how far below the first line it is looked for, and what is said then.

use crate::diagnostic::{Code, Diagnostic};
use crate::french::{list, quoted, shortened};
use crate::table::{Cell, Table};

/// A line that is neither the header nor a line of the table.
pub const SECOND_HEADER: Code = Code("M201");

/// How far below the first line a header is looked for.
const LINES_ABOVE_A_HEADER: usize = 8;
/// Lines above the header that a message quotes, and the letters of each.
const QUOTED: usize = 3;
const LETTERS: usize = 40;

/// The lines among which a header is looked for, when the first is none.
pub fn lines(table: &Table) -> &[Vec<Cell>] {
    &table.rows[..table.rows.len().min(LINES_ABOVE_A_HEADER)]
}

/// The fault of a table whose header stands under other lines; none where no line below the first one is a header.
pub fn fault(table: &Table, is_header: impl Fn(&[Cell]) -> bool) -> Option<Diagnostic> {
    let rank = lines(table).iter().position(|row| is_header(row))?;
    let first = |row: &[Cell]| {
        let mut texts = row.iter().map(|cell| cell.content.display().trim().to_owned());
        texts
            .find(|text| !text.is_empty())
            .map(|text| quoted(&shortened(&text, LETTERS)))
    };
    let above = std::iter::once(&table.header).chain(&table.rows[..rank]);
    let above: Vec<String> = above.filter_map(|row| first(row)).collect();
    let named = match above.len() > QUOTED {
        true => format!("{}…", above[..QUOTED].join(", ")),
        false => list(&above),
    };
    let cell = table.rows[rank].first()?;
    let message = format!(
        "L’en-tête de la table n’est pas sa première ligne : un titre ou d’autres lignes le précèdent ({named})."
    );
    let fault = Diagnostic::error(SECOND_HEADER, cell.place.clone(), message);
    Some(
        fault
            .help("Supprimez les lignes qui précèdent celle-ci.")
            .raw(cell.content.display()),
    )
}
