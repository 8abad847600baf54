//! The parts of an XLSX, for whoever has to know what calamine does not tell: which one is the sheet of a name, and its elements.

use quick_xml::events::{BytesStart, Event};
use std::io::{BufRead, BufReader, Cursor, Read};
use zip::ZipArchive;

/// Bytes of the shortest of shared texts: `<si/>`.
const SHORTEST_TEXT: u64 = 5;

/// A step of a walk through a part.
pub(super) enum Step<'a> {
    Open(&'a BytesStart<'a>),
    Text(&'a str),
    Close,
}

/// The bytes of a part; none where it is not there, or cannot be unpacked.
pub fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, path: &str) -> Option<Vec<u8>> {
    let mut content = Vec::new();
    archive.by_name(path).ok()?.read_to_end(&mut content).ok()?;
    Some(content)
}

/// Whether the shared texts can be as many as their part says: calamine makes room for that number before it reads any, and a number
/// of ten digits ends the program.
pub(super) fn holds_its_texts(bytes: &[u8]) -> bool {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return true;
    };
    (0..archive.len()).all(|index| {
        let Ok(part) = archive.by_index(index) else {
            return true;
        };
        let named = part
            .name()
            .is_ok_and(|name| name.to_lowercase().ends_with("sharedstrings.xml"));
        let most = part.size() / SHORTEST_TEXT;
        !named || said(BufReader::new(part)).is_none_or(|count| count <= most)
    })
}

/// How many texts the root of a part of shared texts says that it has; none where it says nothing that is a number.
fn said(part: impl BufRead) -> Option<u64> {
    let mut reader = quick_xml::Reader::from_reader(part);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).ok()? {
            Event::Start(root) | Event::Empty(root) if local(&root) == "sst" => {
                return attribute(&root, "uniqueCount")?.trim().parse().ok();
            }
            Event::Eof => return None,
            _ => {}
        }
    }
}

/// The path of the sheet of this name.
pub fn sheet_path(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Option<String> {
    let identifier = named(&part(archive, "xl/workbook.xml")?, "sheet", ("name", name), "id")?;
    let relations = part(archive, "xl/_rels/workbook.xml.rels")?;
    let target = named(&relations, "Relationship", ("Id", &identifier), "Target")?;
    Some(resolved("xl", &target))
}

/// A path from a folder of the archive.
pub fn resolved(folder: &str, target: &str) -> String {
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut parts: Vec<&str> = folder.split('/').collect();
    for part in target.split('/') {
        match part {
            ".." => _ = parts.pop(),
            "." => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}
/// Every element of a part by its local name, and the texts between them.
pub(super) fn each(bytes: &[u8], mut take: impl FnMut(&str, Step<'_>)) {
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

/// The value of an attribute, by its local name.
pub fn attribute(element: &BytesStart<'_>, wanted: &str) -> Option<String> {
    let mut attributes = element.attributes().filter_map(Result::ok);
    let found = attributes.find(|attribute| attribute.key.as_ref().rsplit(':').next() == Some(wanted))?;
    let value = found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok()?;
    Some(value.into_owned())
}

#[cfg(test)]
mod tests {
    use super::super::doors::packed;
    use crate::diagnostic::Diagnostics;
    use crate::table::{self, Kind};

    #[test]
    fn no_room_is_made_for_texts_that_a_workbook_only_says_it_has() {
        let kept = include_str!("../../tests/doors/xlsx/parts.txt");
        let told = |count: &str| {
            let parts = kept.replace("<sst ", &format!("<sst count=\"9\" uniqueCount=\"{count}\" "));
            let mut diagnostics = Diagnostics::default();
            let path = "data/valeurs/a.xlsx".into();
            table::read(&path, &packed(parts.as_bytes()), Kind::Xlsx, None, &mut diagnostics);
            diagnostics.sorted().iter().any(|told| told.code.0 == "M116")
        };
        assert!(!told("4") && !told("") && !told("beaucoup"));
        assert!(told("4000000000") && told("999999999999"));
    }
}
