//! A file of entries kept as a table: its bytes, and the columns of the catalogue and of the actions.
//!
//! How a line becomes an entry is the business of `form`.

mod indicators;
mod actions;
mod credits;
mod legal_texts;
#[cfg(test)]
mod fixture;
#[cfg(test)]
mod hints;
#[cfg(test)]
mod quantities;
#[cfg(test)]
mod tests;

use super::disk::{Absence, Disk};
use crate::diagnostic::Diagnostics;
use crate::error::Error;
use crate::form::document::Node;
use crate::form::lines::header::titles_of;
use crate::form::lines::{Line, Titles, entries, every_node};
use crate::form::reading::Reading;
use crate::french::folded;
use crate::table::{self, Cell, Kind};
use std::sync::Arc;

/// The extensions of the tables that may hold entries, those that are refused with their reason too.
pub(super) const EXTENSIONS: [&str; 8] = ["csv", "tsv", "xlsx", "xlsm", "ods", "xls", "xlsb", "numbers"];

/// The entries of a table of the project: those whose line has no fault. Its header joins `headers`.
pub(super) fn file<T: Line<Value = T>>(
    disk: &mut Disk<'_>,
    path: &str,
    titles: &Titles,
    headers: &mut Vec<Cell>,
    diagnostics: &mut Diagnostics,
) -> Result<Reading<Vec<T>>, Error> {
    let nothing = Reading {
        content: None,
        written: Vec::new(),
    };
    let Some(bytes) = disk.bytes(path, Absence::Allowed, diagnostics)? else {
        return Ok(nothing);
    };
    let path: Arc<str> = Arc::from(path);
    let Some(kind) = kind(&path).filter(|kind| *kind != Kind::OldWorkbook) else {
        diagnostics.push(table::old_format(&path));
        return Ok(nothing);
    };
    let table = table::read(&path, &bytes, kind, None, diagnostics);
    Ok(table.map_or(nothing, |table| {
        headers.extend(titles_of(&table).cloned());
        entries(&table, titles, diagnostics)
    }))
}

/// The entries of another sheet of a workbook that was read, by its name whatever its case; nothing where it has none.
pub(super) fn sheet<T: Line<Value = T>>(
    disk: &Disk<'_>,
    path: &str,
    name: &str,
    titles: &Titles,
    headers: &mut Vec<Cell>,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<T>> {
    let file = disk.files.iter().find(|file| &*file.path == path)?;
    let kind = kind(path).filter(|kind| matches!(kind, Kind::Xlsx | Kind::Ods))?;
    // Its first sheet was read before, and its faults told.
    let first = table::read(&file.path, &file.bytes, kind, None, &mut Diagnostics::default())?;
    let named = first.other_sheets.iter().find(|sheet| folded(sheet) == folded(name))?;
    let table = table::read(&file.path, &file.bytes, kind, Some(named), diagnostics)?;
    headers.extend(titles_of(&table).cloned());
    entries(&table, titles, diagnostics).content
}

/// The lines of a table of the project as trees, of its first sheet or of another, which it may not have.
pub(super) fn nodes<T: Line>(
    disk: &mut Disk<'_>,
    path: &str,
    sheet: Option<&str>,
    titles: &Titles,
    diagnostics: &mut Diagnostics,
) -> Result<Vec<Node>, Error> {
    let Some(bytes) = disk.bytes(path, Absence::Allowed, diagnostics)? else {
        return Ok(Vec::new());
    };
    let path: Arc<str> = Arc::from(path);
    let Some(kind) = kind(&path).filter(|kind| *kind != Kind::OldWorkbook) else {
        return Ok(Vec::new());
    };
    let names = table::sheet_names(&bytes, kind);
    let named = sheet.and_then(|sheet| names.iter().find(|name| folded(name) == folded(sheet)));
    if sheet.is_some() && named.is_none() {
        return Ok(Vec::new());
    }
    let table = table::read(&path, &bytes, kind, named.map(String::as_str), diagnostics);
    Ok(table
        .and_then(|table| every_node::<T>(&table, titles, diagnostics))
        .unwrap_or_default())
}

/// Whether the name of a file is that of a table.
pub(super) fn is_table(name: &str) -> bool {
    kind(name).is_some()
}

fn kind(name: &str) -> Option<Kind> {
    let (_, extension) = name.rsplit_once('.')?;
    let extension = extension.to_lowercase();
    Kind::announced_by(&extension).filter(|_| EXTENSIONS.contains(&extension.as_str()))
}
