//! The tables that this floor reads, as functions of bytes alone, for who throws bytes at them; none is in the program.

use super::{Kind, read};
use crate::diagnostic::Diagnostics;
use std::borrow::Cow;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

/// What stands before the name of a part.
const PART: &[u8] = b"\n=== ";

pub fn csv(bytes: &[u8], diagnostics: &mut Diagnostics) {
    read(&"data/valeurs/a.csv".into(), bytes, Kind::Text, None, diagnostics);
}

pub fn xlsx(bytes: &[u8], diagnostics: &mut Diagnostics) {
    read(
        &"data/valeurs/a.xlsx".into(),
        &packed(bytes),
        Kind::Xlsx,
        None,
        diagnostics,
    );
}

pub fn ods(bytes: &[u8], diagnostics: &mut Diagnostics) {
    read(
        &"data/valeurs/a.ods".into(),
        &packed(bytes),
        Kind::Ods,
        None,
        diagnostics,
    );
}

/// The archive of parts that are thrown as they are, each after a line that names it (`=== xl/workbook.xml`); anything else as it
/// is. In an archive, a letter that is spoilt is a wrong checksum, and no reader is reached.
pub fn packed(bytes: &[u8]) -> Cow<'_, [u8]> {
    archive(bytes).map_or(Cow::Borrowed(bytes), Cow::Owned)
}

fn archive(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut rest = bytes.strip_prefix(&PART[1..])?;
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    while !rest.is_empty() {
        let next = rest.windows(PART.len()).position(|found| found == PART);
        let part = &rest[..next.unwrap_or(rest.len())];
        rest = next.map_or(&[], |next| &rest[next + PART.len()..]);
        let end = part.iter().position(|byte| *byte == b'\n')?;
        let name = String::from_utf8_lossy(&part[..end]).into_owned();
        writer.start_file(name, stored).ok()?;
        writer.write_all(&part[end + 1..]).ok()?;
    }
    Some(writer.finish().ok()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::Content;

    #[test]
    fn parts_that_are_thrown_are_read_as_a_workbook() {
        for (name, kind) in [("xlsx", Kind::Xlsx), ("ods", Kind::Ods)] {
            let path = format!("{}/tests/doors/{name}/parts.txt", env!("CARGO_MANIFEST_DIR"));
            let bytes = std::fs::read(path).unwrap();
            let mut diagnostics = Diagnostics::default();
            let table = read(&"a".into(), &packed(&bytes), kind, None, &mut diagnostics).unwrap();
            assert_eq!(
                table.header[0].content,
                Content::Text("indicateur".to_owned()),
                "{name}"
            );
            assert!(table.rows.len() > 1, "{name}");
        }
    }
}
