//! A workbook of somebody else with some cells changed, and nothing else: their formats, their columns and their notes stay.
//!
//! It changes the XML of the sheet alone (ECMA-376 part 1, SpreadsheetML) and copies every other part as it stands. What it does not
//! know how to change without a doubt (a formula, a cell without an address) is left to its author: nothing is given then.

mod sheet;
mod parts;

use crate::table::xlsx_parts::part;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// What a cell is to hold.
#[derive(Clone, Debug, PartialEq)]
pub enum NewCell {
    Nothing,
    Text(String),
    Number(i64),
    /// A date where the cell holds one, its letters (`2027-11-20`) where it holds a text.
    Date(Date),
}

/// What changes in a sheet.
#[derive(Clone, Debug, Default)]
pub struct SheetPatch {
    /// By row and column, counted from 1.
    pub cells: BTreeMap<(u32, u32), NewCell>,
    /// Rows to be added under the last one, each from the column that its first cell names, counted from 1.
    pub rows: Vec<BTreeMap<u32, NewCell>>,
}

/// The bytes of the workbook with these changes, by the name of their sheet; none where one cannot be made without a doubt.
pub fn patched(bytes: &[u8], patches: &BTreeMap<String, SheetPatch>) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut changed: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for (name, patch) in patches {
        let path = parts::sheet(&mut archive, name)?;
        let (text, last) = sheet::patched(&part(&mut archive, &path)?, patch)?;
        for table in parts::tables(&mut archive, &path)? {
            let longer = parts::longer(&part(&mut archive, &table)?, last, patch.rows.len())?;
            changed.extend(longer.map(|text| (table, text)));
        }
        changed.insert(path, text);
    }
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for rank in 0..archive.len() {
        let file = archive.by_index_raw(rank).ok()?;
        let name = file.name().ok()?.into_owned();
        match changed.remove(&name) {
            None => writer.raw_copy_file(file).ok()?,
            Some(text) => {
                let dated = file.last_modified().unwrap_or_default();
                let options = SimpleFileOptions::default()
                    .compression_method(CompressionMethod::Deflated)
                    .last_modified_time(dated);
                writer.start_file(name, options).ok()?;
                writer.write_all(&text).ok()?;
            }
        }
    }
    Some(writer.finish().ok()?.into_inner())
}

#[cfg(test)]
mod tests;
