//! Budget files, whatever their format, become [`BudgetDocument`]s: TOTEM, CFU, SCDL, balance of the DGFiP, plain table.
//!
//! It gives their meaning to the words of the formats, and no more: which budget answers which is for later rooms.
//! A file with a fault gives no document.

mod position;
mod faults;
mod line_faults;
mod stream;
mod totem;
mod totem_head;
mod totem_line;
mod totem_value;
mod columns;
mod codes;
mod scdl;
mod balance;
mod plain;
mod plain_line;
mod section;
mod subtotals;
mod sum_codes;
mod sums;
mod unread;
mod several;
mod step_amounts;
mod words;
mod zeros;
mod labels;
mod project;
#[cfg(test)]
mod fixture;
#[cfg(test)]
mod tests;

use super::folder::{self, Found};
use crate::config::{BudgetFile, ProjectFile};
use crate::diagnostic::Diagnostics;
use crate::form::lines::above;
use crate::form::separators::Notation;
use crate::model::{AccountLabels, BudgetDocument};
use crate::table::{self, Cell, Kind, Table, decoding, kind};
use faults::Faults;
use fs_err as fs;
pub(super) use project::read as read_project;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

/// A table that a software exports, known by its header.
struct Format {
    /// As a sentence names it.
    name: &'static str,
    suits: fn(&Table) -> bool,
    read: fn(&Found, Table, &Known, &mut Faults) -> Vec<BudgetDocument>,
}

/// What is known of a table before it is opened.
struct Known<'a> {
    /// How its numbers are written.
    notation: Notation<'a>,
    /// Which accounts are divided into others.
    plan: &'a AccountLabels,
}

/// Tried in this order; a table that none suits may still be a plain one.
const FORMATS: [Format; 2] = [scdl::FORMAT, balance::FORMAT];

fn names() -> impl Iterator<Item = &'static str> {
    FORMATS.iter().map(|format| format.name)
}

/// Bytes of a table read whole; an XML file is read as a stream and may be of any size.
const MAXIMUM_TABLE: u64 = 200_000_000;
/// Bytes of an XML file whose text is kept to show the lines at fault.
const MAXIMUM_SHOWN: u64 = 8_000_000;

/// The budgets of one file, wherever it is; each fault is told at its line. `plan` says which accounts are divided.
pub(super) fn read(path: &Path, plan: &AccountLabels, diagnostics: &mut Diagnostics) -> Vec<BudgetDocument> {
    let found = Found {
        path: Arc::from(path.to_string_lossy().replace('\\', "/")),
        absolute: path.to_owned(),
    };
    if found.absolute.exists() && !found.absolute.is_file() {
        let what = "n’est pas un fichier alors qu’un fichier est attendu";
        diagnostics.push(folder::wrong_nature(&found.path, what));
        return Vec::new();
    }
    match open(&found) {
        Ok((start, file)) if is_xml(&start) => xml(&found, file, diagnostics),
        Ok(_) => tabular(&found, plan, diagnostics),
        Err(error) => {
            diagnostics.push(folder::unreadable(&found.path, &error));
            Vec::new()
        }
    }
}

/// The labels of the plan of accounts that stands in the folder of a budget file.
pub(super) fn labels_beside(file: &Path, diagnostics: &mut Diagnostics) -> Option<AccountLabels> {
    let parent = file.parent().filter(|parent| !parent.as_os_str().is_empty());
    let folder = parent.unwrap_or(Path::new("."));
    let entries = fs::read_dir(folder).ok()?.flatten();
    let mut plans: Vec<Found> = entries
        .map(|entry| Found {
            path: Arc::from(entry.path().to_string_lossy().replace('\\', "/")),
            absolute: entry.path(),
        })
        .filter(|found| found.extension() == "xml" && labels::is_one(found))
        .collect();
    plans.sort_by(|left, right| left.path.cmp(&right.path));
    let plan = plans.first()?;
    let file = folder::read(folder, plan, MAXIMUM_TABLE, diagnostics)?;
    labels::read(plan, &file.bytes, diagnostics)
}

/// The first bytes of a file, and the file from its beginning.
fn open(found: &Found) -> io::Result<(Vec<u8>, fs::File)> {
    let mut start = Vec::new();
    fs::File::open(&found.absolute)?.take(1024).read_to_end(&mut start)?;
    Ok((start, fs::File::open(&found.absolute)?))
}

fn is_xml(start: &[u8]) -> bool {
    let mark = [&b"\xEF\xBB\xBF"[..], b"\xFF\xFE", b"\xFE\xFF"]
        .into_iter()
        .find(|mark| start.starts_with(mark));
    let content = &start[mark.map_or(0, <[u8]>::len)..];
    content.iter().find(|byte| !byte.is_ascii_whitespace() && **byte != 0) == Some(&b'<')
}

fn xml(found: &Found, source: impl Read, diagnostics: &mut Diagnostics) -> Vec<BudgetDocument> {
    let mut faults = Faults::new(found, diagnostics);
    let documents = match stream::Decoded::new(source) {
        Ok(Ok(source)) => totem::read(found.path.clone(), source, &mut faults),
        Ok(Err(unknown)) => {
            faults.broken(1, &format!("l’encodage « {} » n’est pas connu", unknown.0));
            Vec::new()
        }
        Err(error) => {
            diagnostics.push(folder::unreadable(&found.path, &error));
            return Vec::new();
        }
    };
    if faults.any() {
        remember(found, diagnostics);
    }
    documents
}

/// Keeps the text of a file at fault, so that its lines can be shown; a large one is only told by its line numbers.
fn remember(found: &Found, diagnostics: &mut Diagnostics) {
    let small = fs::metadata(&found.absolute).is_ok_and(|metadata| metadata.len() <= MAXIMUM_SHOWN);
    if let (true, Ok(bytes)) = (small, fs::read(&found.absolute)) {
        let (_, text) = decoding::text_of(&bytes);
        diagnostics.remember(found.path.clone(), Arc::from(text));
    }
}

#[cfg(any(test, fuzzing))]
pub(super) fn of_xml(found: &Found, bytes: &[u8], diagnostics: &mut Diagnostics) {
    xml(found, bytes, diagnostics);
}

#[cfg(any(test, fuzzing))]
pub(super) fn of_table(found: &Found, bytes: &[u8], diagnostics: &mut Diagnostics) {
    let file = ProjectFile {
        path: found.path.clone(),
        bytes: Arc::from(bytes),
    };
    let known = Known {
        notation: Notation::default(),
        plan: &AccountLabels::default(),
    };
    documents_of(found, &file, None, &[], &known, diagnostics);
}

fn tabular(found: &Found, plan: &AccountLabels, diagnostics: &mut Diagnostics) -> Vec<BudgetDocument> {
    let parent = found.absolute.parent().filter(|parent| !parent.as_os_str().is_empty());
    let root = parent.unwrap_or(Path::new("."));
    let Some(file) = folder::read(root, found, MAXIMUM_TABLE, diagnostics) else {
        return Vec::new();
    };
    let known = Known {
        notation: Notation::default(),
        plan,
    };
    documents_of(found, &file, None, &[], &known, diagnostics).unwrap_or_default()
}

/// The budgets of a table, a text or a workbook; `declared` and `known` are what `rapport.yaml` says of it, by one of
/// the `entries` that name the file.
fn documents_of(
    found: &Found,
    file: &ProjectFile,
    declared: Option<&BudgetFile>,
    entries: &[&BudgetFile],
    known: &Known,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<BudgetDocument>> {
    let kind = kind(&file.bytes);
    let old = (kind == Kind::OldWorkbook).then(|| table::old_format(&found.path));
    if let Some(fault) = table::container(&found.path, kind).or(old) {
        diagnostics.push(fault);
        return None;
    }
    if !matches!(kind, Kind::Text | Kind::Xlsx | Kind::Ods) {
        Faults::new(found, diagnostics).format(names());
        return None;
    }
    let sheet = declared.and_then(|declared| declared.sheet.as_deref());
    let table = table::read(
        &found.path,
        &file.bytes,
        kind,
        sheet.filter(|_| kind != Kind::Text),
        diagnostics,
    )?;
    if let Some(format) = FORMATS.iter().find(|format| (format.suits)(&table)) {
        let faults = &mut Faults::of_table(found, &table, diagnostics);
        return Some((format.read)(found, table, known, faults));
    }
    if declared.is_some() || plain::looks_like_one(&table) {
        return plain::read(found, table, declared, entries, known, diagnostics).map(|document| vec![document]);
    }
    let is_header = |row: &[Cell]| {
        let table = Table {
            file: table.file.clone(),
            sheet: table.sheet.clone(),
            other_sheets: Vec::new(),
            header: row.to_vec(),
            rows: Vec::new(),
        };
        FORMATS.iter().any(|format| (format.suits)(&table))
    };
    let mut faults = Faults::of_table(found, &table, diagnostics);
    match above::fault(&table, is_header) {
        Some(fault) => faults.header(fault),
        None => faults.format(names()),
    }
    None
}
