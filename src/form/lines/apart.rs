//! The rows of a table that are none of its lines: a total under them, a note under the table.
//!
//! What a row sums would be counted twice, and « add it to the catalogue » would be said of a note: both are told as
//! what they are, once, and read no further.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::french::{Whole, folded, names_a_whole, quoted, read_number, shortened};
use crate::table::{Cell, Content};

/// A row that is a total, or a note.
const APART: Code = Code("M015");

/// The words that begin the notes that people leave under a table.
const NOTES: [&str; 12] = [
    "source",
    "sources",
    "note",
    "notes",
    "nota",
    "nb",
    "n.b.",
    "champ",
    "lecture",
    "remarque",
    "remarques",
    "legende",
];
/// A text alone on its row is a sentence from this many words.
const SENTENCE: usize = 7;
/// Texts of a total, that of its name among them.
const TEXTS: usize = 2;
/// Letters of a note that a message quotes.
const QUOTED: usize = 40;

/// What is told of a row that stands apart from the lines of its table, its gesture aside where it is a total.
pub fn found(row: &[Cell]) -> Option<Diagnostic> {
    total(row).or_else(|| note(row))
}

/// Whether a row stands apart from the lines of its table, which is then told.
pub fn told(row: &[Cell], help: &str, diagnostics: &mut Diagnostics) -> bool {
    let fault = found(row);
    let found = fault.is_some();
    diagnostics.extend(fault.map(|fault| match fault.help.is_empty() {
        true => fault.help(help),
        false => fault,
    }));
    found
}

fn total(row: &[Cell]) -> Option<Diagnostic> {
    let texts: Vec<(&Cell, &str)> = row.iter().filter_map(|cell| Some((cell, words(cell)?))).collect();
    let first = row.iter().find(|cell| !cell.content.display().trim().is_empty())?;
    // A line that says as much as the others is one of them, whatever its name.
    if texts.len() > TEXTS {
        return None;
    }
    let named = |cell: &Cell, text: &str| match names_a_whole(text)? {
        Whole::Total | Whole::Subtotal => Some(()),
        Whole::Everything => (cell.place == first.place).then_some(()),
        // Nothing else is said of it, but numbers.
        Whole::Of => (texts.len() == 1 && row.iter().any(is_number)).then_some(()),
    };
    let (cell, text) = texts.iter().find(|(cell, text)| named(cell, text).is_some())?;
    let message = format!("La ligne est un total ({}), et non une ligne du tableau.", quoted(text));
    Some(Diagnostic::error(APART, cell.place.clone(), message).raw(*text))
}

fn note(row: &[Cell]) -> Option<Diagnostic> {
    let mut filled = row.iter().filter(|cell| !cell.content.display().trim().is_empty());
    let (cell, None) = (filled.next()?, filled.next()) else {
        return None;
    };
    let text = words(cell).filter(|_| row.len() > 1)?;
    let folded = folded(text);
    let first = folded.split([' ', ':']).next().unwrap_or_default();
    let sentence = folded.split(' ').count() >= SENTENCE;
    if !(NOTES.contains(&first) || text.starts_with(['*', '(']) || sentence) {
        return None;
    }
    let message = format!(
        "La ligne n’a qu’un texte ({}) : c’est une note, et non une ligne du tableau ; elle n’est pas lue.",
        quoted(&shortened(text, QUOTED))
    );
    let help = "Rien à faire, si elle ne dit rien que le rapport doive dire ; sinon, ce qui se dit d’une source ou d’une méthode s’écrit dans le catalogue, ou dans la colonne « note ».";
    Some(
        Diagnostic::warning(APART, cell.place.clone(), message)
            .help(help)
            .raw(text),
    )
}

/// What is told of the rows that hold nothing but a label, the first of them and how many there are: titles between the lines.
pub fn headings((cell, count): (&Cell, usize)) -> Diagnostic {
    let text = cell.content.display();
    let label = quoted(&shortened(text.trim(), QUOTED));
    let message = match count {
        1 => format!("La ligne {label} n’a que son libellé : elle n’est pas lue."),
        count => format!("{count} lignes n’ont que leur libellé, dont {label} : elles ne sont pas lues."),
    };
    let help =
        "Rien à faire, si c’est le titre des lignes qui suivent ; si c’est un indicateur, ajoutez-le au catalogue.";
    Diagnostic::warning(APART, cell.place.clone(), message)
        .help(help)
        .raw(text)
}

/// Whether a cell is the only one of its row, among several, that holds something.
pub fn is_alone(row: &[Cell]) -> bool {
    row.len() > 1
        && row
            .iter()
            .filter(|cell| !cell.content.display().trim().is_empty())
            .count()
            == 1
}

/// The text of a cell that holds no number.
fn words(cell: &Cell) -> Option<&str> {
    match &cell.content {
        Content::Text(text) if !text.trim().is_empty() && !is_number(cell) => Some(text.trim()),
        _ => None,
    }
}

fn is_number(cell: &Cell) -> bool {
    match &cell.content {
        Content::Number { .. } => true,
        Content::Text(text) => read_number(text).is_ok(),
        Content::Empty => false,
    }
}
