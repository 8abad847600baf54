//! The XML of a sheet with some cells changed; what stands between them is written as it was read.

use super::{NewCell, SheetPatch};
use crate::diagnostic::{column_letters, column_number};
use crate::table::xlsx_parts::attribute;
use jiff::civil::date;
use quick_xml::events::{BytesEnd, BytesStart, BytesText, Event};
use quick_xml::{Reader, Writer};
use std::collections::BTreeMap;

/// Cells by their column, each what was read of it.
type Cells = BTreeMap<u32, Vec<Event<'static>>>;

/// A row as it was read.
struct Row {
    start: BytesStart<'static>,
    number: u32,
    cells: Cells,
}

/// The sheet, and the last row that held something; none where its layout is not what spreadsheets write.
pub fn patched(text: &[u8], patch: &SheetPatch) -> Option<(Vec<u8>, u32)> {
    let (before, rows, after) = read(text)?;
    let holds = |row: &&Row| row.cells.values().any(|cell| cell.iter().any(is_value));
    let last_row = rows.iter().filter(holds).max_by_key(|row| row.number);
    let last = last_row.map_or(0, |row| row.number);
    // A row that is added looks like the last one.
    let looks: BTreeMap<u32, String> = last_row.map(|row| row.looks()).unwrap_or_default();
    let mut changes: BTreeMap<u32, BTreeMap<u32, &NewCell>> = BTreeMap::new();
    for ((row, column), cell) in &patch.cells {
        changes.entry(*row).or_default().insert(*column, cell);
    }
    for (number, row) in (last + 1..).zip(&patch.rows) {
        changes.insert(number, row.iter().map(|(column, cell)| (*column, cell)).collect());
    }
    let mut rows: BTreeMap<u32, Row> = rows.into_iter().map(|row| (row.number, row)).collect();
    for (number, cells) in changes {
        let row = rows.entry(number).or_insert_with(|| Row {
            start: BytesStart::new("row").with_attributes([("r", number.to_string().as_str())]),
            number,
            cells: Cells::new(),
        });
        for (column, cell) in cells {
            let look = looks.get(&column).filter(|_| number > last);
            let made = changed(row.cells.get(&column), (number, column), cell, look)?;
            row.cells.insert(column, made);
        }
    }
    let mut writer = Writer::new(Vec::new());
    for event in before {
        // How far a sheet goes is said again by whoever saves it.
        let is_extent = matches!(&event, Event::Empty(element) if element.local_name().as_ref() == "dimension");
        if !is_extent {
            writer.write_event(event).ok()?;
        }
    }
    for row in rows.into_values() {
        row.write(&mut writer)?;
    }
    for event in after {
        writer.write_event(event).ok()?;
    }
    Some((writer.into_inner(), last))
}

impl Row {
    /// The style of each of its cells.
    fn looks(&self) -> BTreeMap<u32, String> {
        let look = |cell: &Vec<Event<'static>>| match cell.first()? {
            Event::Start(element) | Event::Empty(element) => attribute(element, "s"),
            _ => None,
        };
        let looks = self.cells.iter();
        looks
            .filter_map(|(column, cell)| Some((*column, look(cell)?)))
            .collect()
    }

    fn write(self, writer: &mut Writer<Vec<u8>>) -> Option<()> {
        // Which columns it spans is a hint, which a new cell would make wrong.
        let mut start = BytesStart::new(self.start.name().as_ref().to_owned());
        for attribute in self.start.attributes() {
            let attribute = attribute.ok()?;
            if attribute.key.as_ref() != "spans" {
                start.push_attribute(attribute);
            }
        }
        let end = BytesEnd::new(start.name().as_ref().to_owned());
        writer.write_event(Event::Start(start)).ok()?;
        for event in self.cells.into_values().flatten() {
            writer.write_event(event).ok()?;
        }
        writer.write_event(Event::End(end)).ok()
    }
}

/// What stands before the rows, the rows, what stands after.
fn read(text: &[u8]) -> Option<(Vec<Event<'static>>, Vec<Row>, Vec<Event<'static>>)> {
    let mut reader = Reader::from_reader(text);
    let (mut before, mut rows, mut after) = (Vec::new(), Vec::new(), Vec::new());
    let mut is_past = false;
    loop {
        match reader.read_event().ok()? {
            Event::Eof => break,
            Event::Empty(element) if element.local_name().as_ref() == "sheetData" => {
                let name = element.name().as_ref().to_owned();
                before.push(Event::Start(element.into_owned()));
                after.push(Event::End(BytesEnd::new(name)));
                is_past = true;
            }
            Event::End(element) if element.local_name().as_ref() == "sheetData" => {
                after.push(Event::End(element.into_owned()));
                is_past = true;
            }
            Event::Empty(start) if start.local_name().as_ref() == "row" => {
                let number = attribute(&start, "r")?.parse().ok()?;
                let (start, cells) = (start.into_owned(), Cells::new());
                rows.push(Row { start, number, cells });
            }
            Event::Start(start) if start.local_name().as_ref() == "row" => {
                let number = attribute(&start, "r")?.parse().ok()?;
                let start = start.into_owned();
                let cells = cells(&mut reader)?;
                rows.push(Row { start, number, cells });
            }
            event if is_past => after.push(event.into_owned()),
            // Between two rows there is nothing but what indents them.
            Event::Text(_) if !rows.is_empty() => {}
            event => before.push(event.into_owned()),
        }
    }
    is_past.then_some((before, rows, after))
}

/// The cells of a row, up to its end.
fn cells(reader: &mut Reader<&[u8]>) -> Option<Cells> {
    let mut cells = Cells::new();
    loop {
        let event = reader.read_event().ok()?;
        match event {
            Event::End(element) if element.local_name().as_ref() == "row" => return Some(cells),
            Event::Text(_) => {}
            Event::Empty(element) if element.local_name().as_ref() == "c" => {
                cells.insert(column(&element)?, vec![Event::Empty(element.into_owned())]);
            }
            Event::Start(element) if element.local_name().as_ref() == "c" => {
                let place = column(&element)?;
                let mut events = vec![Event::Start(element.into_owned())];
                loop {
                    let event = reader.read_event().ok()?.into_owned();
                    let is_end = matches!(&event, Event::End(element) if element.local_name().as_ref() == "c");
                    if event == Event::Eof {
                        return None;
                    }
                    events.push(event);
                    if is_end {
                        break;
                    }
                }
                cells.insert(place, events);
            }
            _ => return None,
        }
    }
}

/// A cell that holds something else than before; none where a formula would be lost.
fn changed(
    former: Option<&Vec<Event<'static>>>,
    place: (u32, u32),
    cell: &NewCell,
    look: Option<&String>,
) -> Option<Vec<Event<'static>>> {
    let is_formula = |event: &Event<'_>| match event {
        Event::Start(element) | Event::Empty(element) => element.local_name().as_ref() == "f",
        _ => false,
    };
    if former.is_some_and(|former| former.iter().any(is_formula)) {
        return None;
    }
    let start = former.and_then(|former| match former.first()? {
        Event::Start(element) | Event::Empty(element) => Some(element),
        _ => None,
    });
    let is_number = start.is_some_and(|start| attribute(start, "t").is_none_or(|kind| kind == "n"))
        && former.is_some_and(|former| former.iter().any(is_value));
    let name = start.map_or_else(|| "c".to_owned(), |start| start.name().as_ref().to_owned());
    let below = |part: &str| match name.split_once(':') {
        Some((prefix, _)) => format!("{prefix}:{part}"),
        None => part.to_owned(),
    };
    let mut made = BytesStart::new(name.clone());
    made.push_attribute(("r", format!("{}{}", column_letters(place.1), place.0).as_str()));
    if let Some(style) = start.and_then(|start| attribute(start, "s")).as_ref().or(look) {
        made.push_attribute(("s", style.as_str()));
    }
    let text = |part: &str, words: &str| {
        let part = below(part);
        [
            Event::Start(BytesStart::new(part.clone())),
            Event::Text(BytesText::new(words).into_owned()),
            Event::End(BytesEnd::new(part)),
        ]
    };
    let end = Event::End(BytesEnd::new(name.clone()));
    let words = match cell {
        NewCell::Nothing => return Some(vec![Event::Empty(made)]),
        NewCell::Number(number) => {
            let [open, words, close] = text("v", &number.to_string());
            return Some(vec![Event::Start(made), open, words, close, end]);
        }
        // The days of a spreadsheet are counted from the last one but one of 1899.
        NewCell::Date(day) if is_number => {
            let days = day.since(date(1899, 12, 30)).ok()?.get_days();
            let [open, words, close] = text("v", &days.to_string());
            return Some(vec![Event::Start(made), open, words, close, end]);
        }
        NewCell::Date(day) => day.to_string(),
        NewCell::Text(words) => words.clone(),
    };
    made.push_attribute(("t", "inlineStr"));
    let [open, words, close] = text("t", &words);
    let whole = below("is");
    let (begun, ended) = (BytesStart::new(whole.clone()), BytesEnd::new(whole));
    Some(vec![
        Event::Start(made),
        Event::Start(begun),
        open,
        words,
        close,
        Event::End(ended),
        end,
    ])
}

fn is_value(event: &Event<'_>) -> bool {
    matches!(event, Event::Start(element) if matches!(element.local_name().as_ref(), "v" | "is"))
}

/// The column of a cell, counted from 1.
fn column(element: &BytesStart<'_>) -> Option<u32> {
    column_number(&attribute(element, "r")?)
}
