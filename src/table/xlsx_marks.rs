//! What a sheet of an XLSX shows and calamine does not tell: rows that are hidden, digits raised as calls of notes.
//!
//! The part of the sheet is walked again only where one of these words stands in it.

use super::marks::{holds, raised};
use super::sheet::{Marks, Merged, Raised};
use crate::diagnostic::column_number;
use quick_xml::events::{BytesStart, Event};
use std::io::{Cursor, Read};

/// A step of a walk through a part.
enum Step<'a> {
    Open(&'a BytesStart<'a>),
    Text(&'a str),
    Close,
}

/// A text in several runs: the whole of it, and what is on the line.
#[derive(Clone, Debug, Default)]
struct Runs {
    whole: String,
    line: String,
    in_text: bool,
    /// Whether the run is raised.
    above: bool,
}

/// The marks of a sheet by its name; none where its part is not found: its reader has said what is wrong.
pub(super) fn marks(bytes: &[u8], sheet: &str) -> Option<Marks> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut part = |name: &str| -> Option<Vec<u8>> {
        let mut content = Vec::new();
        archive.by_name(name).ok()?.read_to_end(&mut content).ok()?;
        Some(content)
    };
    let identifier = named(&part("xl/workbook.xml")?, "sheet", ("name", sheet), "id")?;
    let target = named(
        &part("xl/_rels/workbook.xml.rels")?,
        "Relationship",
        ("Id", &identifier),
        "Target",
    )?;
    let path = match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => format!("xl/{target}"),
    };
    let sheet = part(&path)?;
    let shared = part("xl/sharedStrings.xml").unwrap_or_default();
    let above = holds(&shared, "superscript");
    let marked = ["superscript", "hidden", "mergeCell "]
        .iter()
        .any(|word| holds(&sheet, word));
    if !above && !marked {
        return Some(Marks::default());
    }
    let shared = if above { texts(&shared) } else { Vec::new() };
    Some(walk(&sheet, &shared))
}

/// Every element of a part by its local name, and the texts between them.
fn each(bytes: &[u8], mut take: impl FnMut(&str, Step<'_>)) {
    let mut reader = quick_xml::Reader::from_reader(bytes);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        let Ok(event) = reader.read_event_into(&mut buffer) else {
            return;
        };
        match event {
            Event::Start(element) => take(local(&element), Step::Open(&element)),
            Event::Empty(element) => {
                take(local(&element), Step::Open(&element));
                take(local(&element), Step::Close);
            }
            Event::End(element) => take(
                element.name().as_ref().rsplit(':').next().unwrap_or_default(),
                Step::Close,
            ),
            Event::Text(text) => take("", Step::Text(&text)),
            Event::Eof => return,
            _ => {}
        }
    }
}

/// The name of an element without its prefix.
fn local<'a>(element: &'a BytesStart<'_>) -> &'a str {
    let name: &str = element;
    let name = name.split([' ', '\t', '\r', '\n', '/', '>']).next().unwrap_or_default();
    name.rsplit(':').next().unwrap_or_default()
}

/// The attribute, by its local name, of the element whose other attribute has a value.
fn named(bytes: &[u8], element: &str, (key, value): (&str, &str), wanted: &str) -> Option<String> {
    let mut found = None;
    each(bytes, |name, step| {
        if let (true, Step::Open(start)) = (name == element && found.is_none(), step)
            && attribute(start, key).as_deref() == Some(value)
        {
            found = attribute(start, wanted);
        }
    });
    found
}

fn attribute(element: &BytesStart<'_>, wanted: &str) -> Option<String> {
    let mut attributes = element.attributes().filter_map(Result::ok);
    let found = attributes.find(|attribute| attribute.key.as_ref().rsplit(':').next() == Some(wanted))?;
    let value = found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok()?;
    Some(value.into_owned())
}

impl Runs {
    fn take(&mut self, name: &str, step: &Step<'_>) {
        match (name, step) {
            ("r", Step::Open(_)) => self.above = false,
            ("vertAlign", Step::Open(align)) => {
                self.above = attribute(align, "val").as_deref() == Some("superscript");
            }
            ("t", Step::Open(_)) => self.in_text = true,
            ("t", Step::Close) => self.in_text = false,
            ("", Step::Text(text)) if self.in_text => {
                self.whole.push_str(text);
                if !self.above {
                    self.line.push_str(text);
                }
            }
            _ => {}
        }
    }
}

/// The shared texts, each in its runs.
fn texts(bytes: &[u8]) -> Vec<Runs> {
    let mut texts = Vec::new();
    each(bytes, |name, step| match (name, &step) {
        ("si", Step::Open(_)) => texts.push(Runs::default()),
        _ => {
            if let Some(text) = texts.last_mut() {
                text.take(name, &step);
            }
        }
    });
    texts
}

fn walk(sheet: &[u8], shared: &[Runs]) -> Marks {
    let mut marks = Marks::default();
    let (mut row, mut column, mut kind) = (0_u32, 0_u32, String::new());
    let (mut runs, mut value, mut in_value) = (Runs::default(), String::new(), false);
    let (mut next_row, mut next_column) = (0, 0);
    each(sheet, |name, step| match (name, &step) {
        ("row", Step::Open(start)) => {
            let number = attribute(start, "r").and_then(|number| number.parse::<u32>().ok());
            row = number.map_or(next_row, |number| number.saturating_sub(1));
            (next_row, next_column) = (row + 1, 0);
            if is_true(start, "hidden") {
                marks.hidden_rows.insert(row);
            }
        }
        ("col", Step::Open(start)) if is_true(start, "hidden") => {
            let number = |key| attribute(start, key).and_then(|number| number.parse::<u32>().ok());
            if let (Some(first), Some(last)) = (number("min"), number("max")) {
                marks
                    .hidden_columns
                    .push((first.saturating_sub(1), last.saturating_sub(1)));
            }
        }
        ("c", Step::Open(start)) => {
            let place = attribute(start, "r").and_then(|place| column_of(&place));
            column = place.unwrap_or(next_column);
            next_column = column + 1;
            kind = attribute(start, "t").unwrap_or_default();
            (runs, value) = (Runs::default(), String::new());
        }
        ("c", Step::Close) => {
            let rank = || value.trim().parse::<usize>().ok();
            let runs = match kind.as_str() {
                "s" => rank().and_then(|rank| shared.get(rank)),
                _ => Some(&runs),
            };
            marks.raised.extend(runs.and_then(|runs| {
                let line = raised(&runs.whole, &runs.line)?;
                let whole = runs.whole.clone();
                Some(Raised {
                    row,
                    column,
                    whole,
                    line,
                })
            }));
        }
        ("mergeCell", Step::Open(start)) => {
            marks
                .merged
                .extend(attribute(start, "ref").and_then(|range| region_of(&range)));
        }
        ("v", Step::Open(_)) => in_value = true,
        ("v", Step::Close) => in_value = false,
        ("", Step::Text(text)) if in_value => value.push_str(text),
        _ => runs.take(name, &step),
    });
    marks
}

fn is_true(element: &BytesStart<'_>, key: &str) -> bool {
    matches!(attribute(element, key).as_deref(), Some("1" | "true"))
}

/// The cells of a range: `E3:F3`.
fn region_of(range: &str) -> Option<Merged> {
    let (first, last) = range.split_once(':')?;
    let row_of = |place: &str| {
        let digits = place.trim_start_matches(|letter: char| letter.is_ascii_alphabetic());
        digits.parse::<u32>().ok()?.checked_sub(1)
    };
    Some(Merged {
        row: row_of(first)?,
        column: column_of(first)?,
        last_row: row_of(last)?,
        last_column: column_of(last)?,
    })
}

/// The column, from 0, of a place: `AB12` is 27.
fn column_of(place: &str) -> Option<u32> {
    column_number(place)?.checked_sub(1)
}
