//! A CSV of `data/sources/` becomes a frame of Polars: each column is of numbers or of texts.
//!
//! Polars reads neither Windows-1252 nor a column that mixes `1,5` and `1.5`; this reads both, by the
//! number reader of the house. A column is of numbers only where every value of it is one.

use super::rows_apart::{self, RowsApart};
use crate::diagnostic::{Diagnostic, Place};
use crate::form::evidence::ColumnEvidence;
use crate::table::delimited;
use crate::table::grid::{is_spreadsheet_error, spreadsheet_error};
use polars::prelude::{Column, DataFrame, IntoColumn, PlSmallStr, StringChunkedBuilder};
use std::sync::Arc;

/// What a source cannot be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// Two columns of this name.
    Duplicate(String),
    /// A line with more cells than the header, counted from 1.
    TooLong(u64),
    /// The reason of a library, in its own language.
    Reason(String),
}

/// A frame, and what its author should know of it.
pub(super) struct Columns {
    pub frame: DataFrame,
    /// Columns of numbers that lack some, each with the first place and a word that says so, where one does.
    pub missing: Vec<(String, (Place, Option<String>))>,
    /// Rows of totals and of notes.
    pub apart: Vec<RowsApart>,
    /// Columns of texts of which some are numbers: the first that is none, its place, how many there are.
    pub mixed: Vec<Mixed>,
    /// Columns of numbers whose points or commas may be read in two ways, and cells in error.
    pub doubts: Vec<Diagnostic>,
}

/// A column of texts of which some are numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mixed {
    pub column: String,
    pub text: String,
    pub place: Place,
    pub count: usize,
    /// That cell is a number with a unit or a mark, and no code: texts in their order would be taken for numbers in theirs.
    pub is_quantity: bool,
}

/// What stands before a column that a query takes for numbers, in capitals and without spaces.
const OF_NUMBERS: [&str; 7] = ["SUM(", "AVG(", "MEAN(", "MEDIAN(", "ROUND(", "STDDEV(", "VARIANCE("];
/// The same of what orders, which texts have too: of a column of codes, nothing is said.
const OF_ORDER: [&str; 2] = ["MIN(", "MAX("];

impl Mixed {
    /// Whether a query, in capitals and without spaces, adds it up or compares it.
    pub fn is_taken_for_numbers(&self, tight: &str) -> bool {
        let column: String = self.column.to_uppercase().split_whitespace().collect();
        let ends = |after: &str| !after.starts_with(|letter: char| letter.is_alphanumeric() || letter == '_');
        let ordered = OF_ORDER.iter().filter(|_| self.is_quantity);
        OF_NUMBERS.iter().chain(ordered).any(|call| {
            let mut called = tight.split(call).skip(1);
            called.any(|rest| match rest.strip_prefix('"') {
                Some(quoted) => quoted.starts_with(&format!("{column}\"")),
                None => rest.strip_prefix(&*column).is_some_and(ends),
            })
        })
    }
}

/// Reads a text twice: once to learn what each column is, once to keep it.
pub(super) fn read(path: &Arc<str>, text: &str, delimiter: u8) -> Result<Columns, Fault> {
    let names = names(text, delimiter)?;
    let mut kinds = vec![ColumnEvidence::default(); names.len()];
    let mut errors = Vec::new();
    let mut apart = Vec::new();
    let mut height = 0;
    each_row(text, delimiter, names.len(), |row, line| {
        height += 1;
        let place = Place::line(path.clone(), line, 0);
        rows_apart::learn(&mut apart, &names, row, path, line);
        for (kind, value) in kinds.iter_mut().zip(row) {
            // An error is no word of a column of texts: its fault is enough.
            if is_spreadsheet_error(value.trim()) {
                errors.push(spreadsheet_error(place.clone(), value.trim()));
            } else {
                kind.learn(value, &place);
            }
        }
    })?;
    let mut columns: Vec<Builder> = kinds
        .iter()
        .zip(&names)
        .map(|(kind, name)| match kind.is_numeric() {
            true if kind.is_integral() => Builder::Integers(name.clone(), Vec::with_capacity(height)),
            true => Builder::Numbers(name.clone(), Vec::with_capacity(height)),
            false => Builder::Texts(StringChunkedBuilder::new(PlSmallStr::from_str(name), height)),
        })
        .collect();
    each_row(text, delimiter, names.len(), |row, _| {
        for (index, (column, kind)) in columns.iter_mut().zip(&kinds).enumerate() {
            column.push(row.get(index).map_or("", |value| value.trim()), kind);
        }
    })?;
    let columns = columns.into_iter().map(Builder::finish).collect();
    let frame = DataFrame::new(height, columns).map_err(|error| Fault::Reason(error.to_string()))?;
    let doubts = kinds.iter().zip(&names).filter_map(|(kind, name)| kind.doubt(name));
    let mixed = kinds.iter().zip(&names).filter_map(|(kind, name)| {
        let mixture = kind.mixed()?;
        Some(Mixed {
            column: name.clone(),
            text: mixture.text.to_owned(),
            place: mixture.place.clone(),
            count: mixture.count,
            is_quantity: mixture.is_quantity,
        })
    });
    let mixed = mixed.collect();
    let doubts = errors.into_iter().chain(doubts).collect();
    let missing = kinds.into_iter().zip(names).filter(|(kind, _)| kind.is_numeric());
    let missing = missing.filter_map(|(kind, name)| Some((name, kind.missing()?)));
    Ok(Columns {
        frame,
        missing: missing.collect(),
        apart,
        mixed,
        doubts,
    })
}

/// A column being kept.
enum Builder {
    Integers(String, Vec<Option<i64>>),
    Numbers(String, Vec<Option<f64>>),
    Texts(StringChunkedBuilder),
}

impl Builder {
    fn push(&mut self, value: &str, kind: &ColumnEvidence) {
        match self {
            Builder::Integers(_, values) => values.push(kind.integer(value)),
            Builder::Numbers(_, values) => values.push(kind.number(value)),
            Builder::Texts(builder) => builder.append_option((!value.is_empty()).then_some(value)),
        }
    }

    fn finish(self) -> Column {
        match self {
            Builder::Integers(name, values) => Column::new(PlSmallStr::from_string(name), values),
            Builder::Numbers(name, values) => Column::new(PlSmallStr::from_string(name), values),
            Builder::Texts(builder) => builder.finish().into_column(),
        }
    }
}

fn names(text: &str, delimiter: u8) -> Result<Vec<String>, Fault> {
    let mut reader = reader(text, delimiter);
    let header = reader.headers().map_err(|error| Fault::Reason(error.to_string()))?;
    let mut names: Vec<String> = Vec::with_capacity(header.len());
    for (index, name) in header.iter().enumerate() {
        let name = match name.trim() {
            "" => format!("colonne_{}", index + 1),
            name => name.to_owned(),
        };
        if names.contains(&name) {
            return Err(Fault::Duplicate(name));
        }
        names.push(name);
    }
    Ok(names)
}

/// Gives each row to `take`; a short row is short of empty values, a long one is a fault unless its excess is empty.
fn each_row(text: &str, delimiter: u8, width: usize, mut take: impl FnMut(&[&str], u32)) -> Result<(), Fault> {
    let mut reader = reader(text, delimiter);
    let mut record = csv::StringRecord::new();
    let rows = delimited::after_mark(text);
    let marked = line_ends(&text[..text.len() - rows.len()]);
    while reader
        .read_record(&mut record)
        .map_err(|error| Fault::Reason(error.to_string()))?
    {
        let row: Vec<&str> = record.iter().collect();
        // A record begins for its reader where the last one ends, blank lines included.
        let line = record.position().map_or(0, |position| {
            let start = usize::try_from(position.byte()).unwrap_or(usize::MAX);
            let rest = rows.get(start..).unwrap_or_default();
            let blank = rest.len() - rest.trim_start_matches(['\r', '\n']).len();
            position.line() + line_ends(&rest[..blank]) + marked
        });
        if row.iter().skip(width).any(|value| !value.trim().is_empty()) {
            return Err(Fault::TooLong(line));
        }
        if row.iter().any(|value| !value.trim().is_empty()) {
            take(&row, u32::try_from(line).unwrap_or(u32::MAX));
        }
    }
    Ok(())
}

/// How many lines end in a text.
fn line_ends(text: &str) -> u64 {
    let returns = text.matches('\r').count() - text.matches("\r\n").count();
    u64::try_from(text.matches('\n').count() + returns).unwrap_or(u64::MAX)
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .from_reader(delimited::after_mark(text).as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use polars::prelude::DataType;

    #[test]
    fn columns_are_numbers_only_where_every_value_is_one() {
        let text = "code;annee;mwh;nom;mixte\n01004;2023;1 234,5;é;1\n38185;2024;1.5;;x\n38421;;s;z;2\n;;;;\n";
        let columns = read(&Arc::from("data/sources/a.csv"), text, b';').unwrap_or_else(|_| panic!("a table"));
        let types: Vec<DataType> = columns
            .frame
            .columns()
            .iter()
            .map(|column| column.dtype().clone())
            .collect();
        let expected = [
            DataType::String,
            DataType::Int64,
            DataType::Float64,
            DataType::String,
            DataType::String,
        ];
        assert_eq!(types, expected);
        let values: Vec<Option<f64>> = columns.frame.column("mwh").unwrap().f64().unwrap().iter().collect();
        assert_eq!(values, [Some(1234.5), Some(1.5), None]);
        let missing = |column: &str, word: Option<&str>| {
            let place = Place::line("data/sources/a.csv", 4, 0);
            (column.to_owned(), (place, word.map(str::to_owned)))
        };
        assert_eq!(columns.missing, [missing("annee", None), missing("mwh", Some("s"))]);
    }

    #[test]
    fn a_line_is_counted_after_the_blank_ones_and_the_mark_of_the_delimiter() {
        for (text, expected) in [
            ("a;b\n1;2;3\n", 2),
            ("a;b\n\n\n1;2;3\n", 4),
            ("a;b\r\n\r\n1;2;3\r\n", 3),
            ("sep=;\na;b\n1;2\n\n1;2;3\n", 5),
            ("a;\"b\nc\"\n\n1;2;3\n", 4),
        ] {
            let path = Arc::from("data/sources/a.csv");
            assert_eq!(
                read(&path, text, b';').err(),
                Some(Fault::TooLong(expected)),
                "{text:?}"
            );
        }
    }

    #[test]
    fn a_row_longer_than_its_header_loses_nothing_in_silence() {
        assert_eq!(
            read(&Arc::from("data/sources/a.csv"), "a;b\n1;2;3\n", b';').err(),
            Some(Fault::TooLong(2))
        );
        assert!(read(&Arc::from("data/sources/a.csv"), "a;b\n1;2;;\n3\n", b';').is_ok());
        assert_eq!(
            read(&Arc::from("data/sources/a.csv"), "a;a\n1;2\n", b';').err(),
            Some(Fault::Duplicate("a".to_owned()))
        );
    }
}
