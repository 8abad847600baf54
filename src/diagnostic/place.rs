//! Where something stands in the author's files, in the author's own terms.
//!
//! A place is a file and a spot in it: a line and column of a text, a paragraph of a text in Word, or a cell of a sheet.
//! It never holds an absolute path: the same fault reads the same on any machine.

use std::fmt;
use std::sync::Arc;

/// A file of the project (relative to its root, `/` between folders) and a spot in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    pub file: Arc<str>,
    pub spot: Spot,
}

/// A spot in a file; lines, columns and rows count from 1 as editors and spreadsheets do.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Spot {
    /// The file as a whole.
    File,
    /// A character of a text; column 0 means the whole line.
    Line { line: u32, column: u32 },
    /// A paragraph of a text in Word, among those that hold something, and its first words.
    Paragraph { number: u32, words: Arc<str> },
    /// A cell of a workbook.
    Cell { sheet: Arc<str>, row: u32, column: u32 },
}

/// A value and where the author wrote it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Placed<T> {
    pub value: T,
    pub place: Place,
}

impl Place {
    /// The file as a whole.
    pub fn file(file: impl Into<Arc<str>>) -> Self {
        Place {
            file: file.into(),
            spot: Spot::File,
        }
    }

    /// A character of a text file, counted from 1.
    pub fn line(file: impl Into<Arc<str>>, line: u32, column: u32) -> Self {
        Place {
            file: file.into(),
            spot: Spot::Line { line, column },
        }
    }

    /// A cell of a workbook, row and column counted from 1.
    pub fn cell(file: impl Into<Arc<str>>, sheet: impl Into<Arc<str>>, row: u32, column: u32) -> Self {
        Place {
            file: file.into(),
            spot: Spot::Cell {
                sheet: sheet.into(),
                row,
                column,
            },
        }
    }
}

impl Place {
    /// Whether this is in a table, where one writes cells and no keys.
    pub fn is_in_table(&self) -> bool {
        let file = self.file.to_lowercase();
        matches!(self.spot, Spot::Cell { .. }) || [".csv", ".tsv", ".txt"].iter().any(|end| file.ends_with(end))
    }

    /// The cell so many columns after this one, which may not be there: a row ends at its last filled cell. Of a text, this place.
    #[must_use]
    pub fn columns_after(&self, count: usize) -> Place {
        let mut after = self.clone();
        if let (Spot::Cell { column, .. }, Ok(count)) = (&mut after.spot, u32::try_from(count)) {
            *column = column.saturating_add(count);
        }
        after
    }

    /// How the value of a key is written here, in the words of whoever keeps the file: under its key in YAML, in the cell of its
    /// column in a table.
    pub fn written(&self, key: &str, yaml: &str, cell: &str) -> String {
        match self.is_in_table() {
            true => format!("« {cell} » dans la colonne « {key} »"),
            false => format!("« {key}: {yaml} »"),
        }
    }

    /// Where a key of the entry that begins here is, in the same words: the column and the line of a table, the place in YAML.
    pub fn of_key(&self, key: &str) -> String {
        if !self.is_in_table() {
            return self.to_string();
        }
        let (sheet, line) = match &self.spot {
            Spot::Cell { sheet, row, .. } => (format!(", feuille {sheet}"), format!(", ligne {row}")),
            Spot::Line { line, .. } => (String::new(), format!(", ligne {line}")),
            Spot::File | Spot::Paragraph { .. } => Default::default(),
        };
        format!("{}{sheet}{line}, colonne « {key} »", self.file)
    }
}

impl Place {
    /// The line that it stands on: its file, then its sheet, then its number; none where it is a file or a paragraph.
    pub fn line_of_table(&self) -> Option<((&str, Option<&str>), u32)> {
        let number = match self.spot {
            Spot::Cell { row, .. } => row,
            Spot::Line { line, .. } => line,
            Spot::File | Spot::Paragraph { .. } => return None,
        };
        Some(((&*self.file, self.spot.sheet().map(|sheet| &**sheet)), number))
    }
}

impl Spot {
    /// The sheet of a cell; none elsewhere.
    pub fn sheet(&self) -> Option<&Arc<str>> {
        match self {
            Spot::Cell { sheet, .. } => Some(sheet),
            Spot::File | Spot::Line { .. } | Spot::Paragraph { .. } => None,
        }
    }

    /// The address of a cell as a spreadsheet writes it (`F14`); none for a text.
    pub fn address(&self) -> Option<String> {
        match self {
            Spot::Cell { row, column, .. } => Some(format!("{}{row}", column_letters(*column))),
            Spot::File | Spot::Line { .. } | Spot::Paragraph { .. } => None,
        }
    }
}

impl<T> Placed<T> {
    pub fn new(value: T, place: Place) -> Self {
        Placed { value, place }
    }
}

impl fmt::Display for Place {
    /// `data/valeurs/energie.csv:12:8`, `data/valeurs/saisie.xlsx, feuille Valeurs, F14`, or
    /// `data/textes/edito.docx, paragraphe 12 (« L’année a été celle… »)`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.spot {
            Spot::File => write!(formatter, "{}", self.file),
            Spot::Line { line, column: 0 } => write!(formatter, "{}:{line}", self.file),
            Spot::Line { line, column } => write!(formatter, "{}:{line}:{column}", self.file),
            Spot::Paragraph { number, words } if words.is_empty() => {
                write!(formatter, "{}, paragraphe {number}", self.file)
            }
            Spot::Paragraph { number, words } => {
                write!(formatter, "{}, paragraphe {number} (« {words} »)", self.file)
            }
            Spot::Cell { sheet, row, column } => {
                write!(
                    formatter,
                    "{}, feuille {sheet}, {}{row}",
                    self.file,
                    column_letters(*column)
                )
            }
        }
    }
}

/// The letters of a spreadsheet column: 1 is `A`, 27 is `AA`.
pub fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// The number of the column of an address (`AB12` is 28); none without letters.
pub fn column_number(address: &str) -> Option<u32> {
    let letters = address.bytes().take_while(u8::is_ascii_alphabetic);
    let number = letters.fold(0_u32, |number, letter| {
        number
            .saturating_mul(26)
            .saturating_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1)
    });
    (number > 0).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_a_spreadsheet_names_them() {
        for (column, letters) in [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (703, "AAA")] {
            assert_eq!(column_letters(column), letters);
            assert_eq!(column_number(&format!("{letters}12")), Some(column));
        }
        let place = Place::cell("data/valeurs/saisie.xlsx", "Valeurs", 14, 6);
        let written = |place: &Place| place.written("bornes", "[0, 100]", "0 ; 100");
        assert_eq!(
            written(&place),
            "«\u{a0}0 ; 100\u{a0}» dans la colonne «\u{a0}bornes\u{a0}»"
        );
        assert_eq!(written(&Place::line("a.CSV", 1, 2)), written(&place));
        assert_eq!(written(&Place::line("a.yaml", 1, 2)), "«\u{a0}bornes: [0, 100]\u{a0}»");
        assert_eq!(place.to_string(), "data/valeurs/saisie.xlsx, feuille Valeurs, F14");
    }
}
