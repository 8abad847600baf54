//! A table as the file that a spreadsheet or a portal opens: raw values, every digit, and no text that would be computed.

use super::{Audience, Cell, PrintedTable, Raw};
use crate::error::Error;
use crate::table::formulas::sheltered;
use std::sync::Arc;

/// Without it, Excel reads UTF-8 as Windows-1252.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// For whom a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// A French spreadsheet: the mark of UTF-8, `;`, decimal comma.
    French,
    /// The schemas of open data: plain UTF-8, `,`, decimal point.
    OpenData,
}

impl PrintedTable {
    /// The bytes of the file, its columns under their keys.
    ///
    /// # Errors
    /// A row that has not a cell a column: a defect of the program.
    pub fn csv(&self, dialect: Dialect) -> Result<Arc<[u8]>, Error> {
        let (mark, delimiter) = match dialect {
            Dialect::French => (BYTE_ORDER_MARK, b';'),
            Dialect::OpenData => (&[][..], b','),
        };
        let columns = self.columns_of(Audience::Machines);
        let mut writer = csv::WriterBuilder::new()
            .delimiter(delimiter)
            .from_writer(mark.to_vec());
        let head = columns.iter().map(|rank| sheltered(&self.columns[*rank].key));
        let rows = self.rows.iter().map(|row| {
            let cells = columns.iter().filter_map(|rank| row.cells.get(*rank));
            cells.map(|cell| written(cell, dialect)).collect::<Vec<_>>()
        });
        for record in std::iter::once(head.collect()).chain(rows) {
            writer.write_record(&record).map_err(|error| defect(&error))?;
        }
        let bytes = writer.into_inner().map_err(|error| defect(&error))?;
        Ok(bytes.into())
    }
}

fn defect(error: &dyn std::error::Error) -> Error {
    Error::Defect {
        room: "printed",
        detail: error.to_string(),
    }
}

fn written(cell: &Cell, dialect: Dialect) -> String {
    let decimal = |text: String| match dialect {
        Dialect::French => text.replace('.', ","),
        Dialect::OpenData => text,
    };
    match &cell.raw {
        Raw::Absent => String::new(),
        Raw::Text(text) => sheltered(text),
        // A formula of text, which a spreadsheet shows and saves whole: it would drop the zero of a number, and nobody could
        // tell 57 from 057 any more.
        Raw::Code(code) => match (
            dialect,
            code.starts_with(|first: char| first.is_ascii_digit()) && code.chars().all(char::is_alphanumeric),
        ) {
            (Dialect::French, true) => format!("=\"{code}\""),
            _ => sheltered(code),
        },
        Raw::Flag(flag) => match (dialect, flag) {
            (Dialect::OpenData, flag) => flag.to_string(),
            (Dialect::French, true) => "oui".to_owned(),
            (Dialect::French, false) => String::new(),
        },
        Raw::Whole(number) => number.to_string(),
        Raw::Number(number) => decimal(number.to_string()),
        Raw::Money(amount) => decimal(amount.to_string()),
        Raw::Status(status) => status.key().to_owned(),
    }
}
