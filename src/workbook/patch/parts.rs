//! Where the sheet of a name stands in a workbook, and the real tables that it has.

use crate::table::xlsx_parts::{attribute, part, resolved, sheet_path};
use quick_xml::Reader;
use quick_xml::Writer;
use quick_xml::events::{BytesStart, Event};
use std::io::Cursor;
use zip::ZipArchive;

type Archive<'b> = ZipArchive<Cursor<&'b [u8]>>;

/// The path of the sheet of this name.
pub fn sheet(archive: &mut Archive<'_>, name: &str) -> Option<String> {
    let book = part(archive, "xl/workbook.xml")?;
    // Days counted from 1904, as old spreadsheets of Apple did: a date would be another.
    let mut settings = elements(&book, "workbookPr")?.into_iter();
    if settings
        .any(|element| attribute(&element, "date1904").is_some_and(|told| ["1", "true"].contains(&told.as_str())))
    {
        return None;
    }
    sheet_path(archive, name)
}

/// The paths of the tables of a sheet.
pub fn tables(archive: &mut Archive<'_>, sheet: &str) -> Option<Vec<String>> {
    let (folder, name) = sheet.rsplit_once('/')?;
    let Some(relations) = part(archive, &format!("{folder}/_rels/{name}.rels")) else {
        return Some(Vec::new());
    };
    let tables = elements(&relations, "Relationship")?.into_iter();
    let tables = tables.filter(|element| attribute(element, "Type").is_some_and(|kind| kind.ends_with("/table")));
    let tables = tables.filter_map(|element| attribute(&element, "Target"));
    Some(tables.map(|target| resolved(folder, &target)).collect())
}

/// A table that ended on the last row of its sheet, ended lower; none where it stays as it is.
pub fn longer(text: &[u8], last: u32, rows: usize) -> Option<Option<Vec<u8>>> {
    let rows = u32::try_from(rows).ok()?;
    let mut changes = false;
    let mut reader = Reader::from_reader(text);
    let mut writer = Writer::new(Vec::new());
    loop {
        let event = reader.read_event().ok()?;
        let lengthened = |element: &BytesStart<'_>| {
            let reference = attribute(element, "ref")?;
            let (from, to) = reference.split_once(':')?;
            let letters = to.trim_end_matches(|letter: char| letter.is_ascii_digit());
            (to[letters.len()..].parse() == Ok(last))
                .then(|| with(element, "ref", &format!("{from}:{letters}{}", last + rows)))
        };
        let event = match event {
            Event::Eof => return Some((changes && rows > 0).then(|| writer.into_inner())),
            Event::Start(element) => match lengthened(&element) {
                Some(element) => {
                    changes = true;
                    Event::Start(element)
                }
                None => Event::Start(element),
            },
            Event::Empty(element) => match lengthened(&element) {
                Some(element) => {
                    changes = true;
                    Event::Empty(element)
                }
                None => Event::Empty(element),
            },
            event => event,
        };
        writer.write_event(event).ok()?;
    }
}

/// The elements of this name, prefixes aside.
fn elements(text: &[u8], name: &str) -> Option<Vec<BytesStart<'static>>> {
    let mut reader = Reader::from_reader(text);
    let mut found = Vec::new();
    loop {
        match reader.read_event().ok()? {
            Event::Eof => return Some(found),
            Event::Start(element) | Event::Empty(element) if element.local_name().as_ref() == name => {
                found.push(element.into_owned());
            }
            _ => {}
        }
    }
}

/// The same element with another value of an attribute.
pub fn with(element: &BytesStart<'_>, name: &str, other: &str) -> BytesStart<'static> {
    let tag = element.name().as_ref().to_owned();
    let mut made = BytesStart::new(tag);
    for attribute in element.attributes().flatten() {
        match attribute.key.as_ref() == name {
            true => made.push_attribute((name, other)),
            false => made.push_attribute(attribute),
        }
    }
    made
}
