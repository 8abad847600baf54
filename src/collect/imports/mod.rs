//! `importer`: a file in the format of somebody else, known by its header, and what it becomes in the project.
//!
//! What is read as it is goes to `data/parc/`; what is to be summed goes to `data/sources/`, with entries of the catalogue whose query
//! reads it: no number is copied. It reads no disk, and hands `Changes` to `keep`.

mod actions;
mod catalogue;
mod lines;
mod merged;
mod noun;
mod plain;
mod sheets;
mod source;
mod told;
mod values;
#[cfg(test)]
mod tests;

pub use noun::{ImportPlan, ImportStep, ImportedFile, InWorkbook, ProposedIndicator};

use super::campaign::Campaign;
use crate::config::{ForeignFormat, Project, Recognition};
use crate::diagnostic::Diagnostics;
use crate::error::Error;
use crate::form::cells::year_of_cell;
use crate::french::read_date;
use crate::load::{Received, ReceivedSheet};
use crate::model::{Becoming, Changes, FileChange, Fingerprint, Former, Undo};
use crate::table::Cell;
use crate::validate::Dataset;
use sheets::Joining;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What one import does, while its files are looked at one after the other.
struct Importing<'p> {
    project: &'p Project,
    /// What its tables say.
    dataset: &'p Dataset,
    /// What stands in the project where something may be written.
    standing: &'p BTreeMap<String, Arc<[u8]>>,
    /// What is to be written.
    written: BTreeMap<String, Arc<[u8]>>,
    /// The entries that are to join the sheets of a workbook.
    joining: Joining,
}

/// A file that came, the sheet of it that a format has, and this format.
struct Known<'r> {
    file: &'r Received,
    sheet: &'r ReceivedSheet,
    format: &'r ForeignFormat,
    /// The titles of the sheet that the format does not have.
    strange: Vec<&'r Cell>,
}

/// The paths where an import of these files may write.
pub fn import_paths(project: &Project, received: &[Received]) -> Vec<String> {
    let mut told = Diagnostics::default();
    let known = received.iter().filter_map(|file| known(project, file, &mut told));
    let paths = known.flat_map(|known| match known.format.becoming {
        Becoming::Indicators => vec![source::path(known.format), catalogue::path(known.format)],
        Becoming::Values => vec![
            values::path(known.format),
            values::archive(&Campaign::of(project), &known),
            catalogue::path(known.format),
        ],
        Becoming::Actions => vec![actions::PATH.to_owned()],
        Becoming::Inventory | Becoming::Centres | Becoming::Nothing => vec![source::fleet_path(&known)],
    });
    let book = sheets::workbook(project).map(|book| book.path.to_string());
    paths.chain(book).collect()
}

/// What these files become; each fault refuses its file.
///
/// # Errors
/// A defect of the program.
pub fn imports(
    (project, dataset): (&Project, &Dataset),
    received: &[Received],
    standing: &BTreeMap<String, Arc<[u8]>>,
    diagnostics: &mut Diagnostics,
) -> Result<ImportPlan, Error> {
    let mut importing = Importing {
        project,
        dataset,
        standing,
        written: BTreeMap::new(),
        joining: Joining::new(),
    };
    let mut files = Vec::new();
    for file in received {
        if let Some(known) = known(project, file, diagnostics) {
            files.extend(importing.file(&known, diagnostics)?);
        }
    }
    let mut in_workbook = None;
    if let Some(book) = sheets::workbook(project).filter(|_| !importing.joining.is_empty()) {
        let (bytes, becomes) = sheets::joined(book, &importing.joining);
        importing
            .written
            .extend(bytes.map(|bytes| (book.path.to_string(), bytes.into())));
        in_workbook = Some(becomes);
    }
    Ok(ImportPlan {
        files,
        changes: importing.changes(),
        in_workbook,
    })
}

/// The first sheet of a file that is of a format; none once it was told why.
fn known<'r>(project: &'r Project, file: &'r Received, diagnostics: &mut Diagnostics) -> Option<Known<'r>> {
    let formats = &project.reference.formats;
    let mut near = None;
    for sheet in &file.sheets {
        match formats.recognise(&sheet.table.header) {
            Some(Recognition::Whole(format, strange)) => {
                return Some(Known {
                    file,
                    sheet,
                    format,
                    strange,
                });
            }
            Some(Recognition::Lacking(format, missing)) if near.is_none() => near = Some((sheet, format, missing)),
            _ => {}
        }
    }
    diagnostics.push(match near {
        Some((sheet, format, missing)) => told::near(&sheet.table, format, &missing),
        None => told::unknown(file, formats),
    });
    None
}

/// The text of a row at the rank of a column; empty where it has none.
fn text(row: &[Cell], rank: Option<usize>) -> String {
    let cell = rank.and_then(|rank| row.get(rank));
    cell.map(|cell| cell.content.display().trim().to_owned())
        .unwrap_or_default()
}

/// The year of a day, whatever its hour is, and of words around a year: « Exercice 2024 ».
fn year_of_day(text: &str) -> Option<i32> {
    let day = read_date(text).map(|day| i32::from(day.year()));
    let first = text.split([' ', 'T']).next().unwrap_or_default();
    day.or_else(|| year_of_cell(first)).or_else(|| year_of_cell(text))
}

impl Importing<'_> {
    /// What a file becomes; none once it was told why it becomes nothing.
    fn file(&mut self, known: &Known<'_>, diagnostics: &mut Diagnostics) -> Result<Option<ImportedFile>, Error> {
        let mark = diagnostics.mark();
        let steps = match known.format.becoming {
            Becoming::Indicators => self.source(known, diagnostics)?,
            Becoming::Inventory | Becoming::Centres => self.fleet(known, diagnostics)?,
            Becoming::Values => self.values(known, diagnostics)?,
            Becoming::Actions => self.actions(known, diagnostics)?,
            Becoming::Nothing => Vec::new(),
        };
        if diagnostics.faulty_since(mark) {
            return Ok(None);
        }
        let table = &known.sheet.table;
        Ok(Some(ImportedFile {
            path: known.file.path.to_string(),
            sheet: table.sheet.as_deref().map(str::to_owned),
            format: known.format.clone(),
            rows: table.rows.len(),
            strange: known.strange.iter().map(|cell| cell.content.display()).collect(),
            steps,
        }))
    }

    /// Entries of a project that is kept in a workbook join its sheet.
    fn join(&mut self, sheet: &'static str, entries: &[ProposedIndicator]) {
        self.joining.entry(sheet).or_default().extend(entries.iter().cloned());
    }

    fn is_in_a_workbook(&self) -> bool {
        sheets::workbook(self.project).is_some()
    }

    /// What stands at a path, or is to.
    fn at(&self, path: &str) -> Option<&Arc<[u8]>> {
        self.written.get(path).or_else(|| self.standing.get(path))
    }

    fn changes(self) -> Changes {
        let change = |(path, content): (String, Arc<[u8]>)| {
            let former = self.standing.get(&path);
            let former = former.map_or(Former::Absent, |bytes| Former::Content(Fingerprint::of(bytes)));
            let content = Some(content);
            (path, FileChange { former, content })
        };
        Changes {
            files: self.written.into_iter().map(change).collect(),
            undo: Undo::Kept,
            ..Changes::default()
        }
    }
}
