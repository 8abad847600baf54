//! The files that come back from a collection, wherever they are: every sheet of each, raw.
//!
//! What each of them means is for `collect`; what is wrong with a sheet is told only if it is read.

use super::folder::{self, Found};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::model::is_hidden;
use crate::table::{self, Kind, Table};
use fs_err as fs;
use std::path::Path;
use std::sync::Arc;

/// What comes back is no table.
const NO_TABLE: Code = Code("M191");

/// Bytes of a file that comes back.
const LIMIT: u64 = 50_000_000;
/// Sheets of a workbook that comes back.
const SHEETS: usize = 200;

/// A file that came back.
#[derive(Clone, Debug)]
pub struct Received {
    /// As it was named on the command line.
    pub path: Arc<str>,
    pub extension: String,
    pub bytes: Arc<[u8]>,
    pub sheets: Vec<ReceivedSheet>,
}

/// One sheet, with what its reading tells of it.
#[derive(Clone, Debug)]
pub struct ReceivedSheet {
    pub table: Table,
    pub told: Vec<Diagnostic>,
}

/// The files of these paths; of a folder, the workbooks that stand in it.
pub(super) fn read(paths: &[impl AsRef<Path>], diagnostics: &mut Diagnostics) -> Vec<Received> {
    let mut found = Vec::new();
    for path in paths {
        let path = path.as_ref();
        match path.is_dir() {
            true => found.extend(workbooks(path, diagnostics)),
            false => found.push(named(path)),
        }
    }
    found.iter().filter_map(|found| one(found, diagnostics)).collect()
}

fn named(path: &Path) -> Found {
    Found {
        path: Arc::from(path.to_string_lossy().replace('\\', "/")),
        absolute: path.to_owned(),
    }
}

fn workbooks(folder: &Path, diagnostics: &mut Diagnostics) -> Vec<Found> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => {
            diagnostics.push(folder::unreadable(&named(folder).path, &error));
            return Vec::new();
        }
    };
    let files = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.is_file());
    let mut found: Vec<Found> = files.map(|path| named(&path)).collect();
    found.retain(|found| {
        let kind = Kind::announced_by(&found.extension());
        !is_hidden(found.name()) && matches!(kind, Some(Kind::Xlsx | Kind::Ods | Kind::OldWorkbook))
    });
    found.sort_by(|left, right| left.path.cmp(&right.path));
    found
}

fn one(found: &Found, diagnostics: &mut Diagnostics) -> Option<Received> {
    let kind = match Kind::announced_by(&found.extension()) {
        Some(Kind::OldWorkbook) => {
            diagnostics.push(table::old_format(&found.path));
            return None;
        }
        Some(kind) if kind != Kind::Parquet => kind,
        _ => {
            let message = format!("« {} » n’est pas un tableau : il n’est pas lu.", found.path);
            diagnostics.push(
                Diagnostic::error(NO_TABLE, found.place(), message)
                    .help("Donnez le classeur reçu (.xlsx ou .ods), ou sa feuille de valeurs en CSV."),
            );
            return None;
        }
    };
    // A file that comes back may be anywhere: its own folder is its root.
    let root = found.absolute.parent().filter(|parent| !parent.as_os_str().is_empty());
    let real = fs::canonicalize(&found.absolute).ok();
    let root = real
        .as_deref()
        .and_then(Path::parent)
        .or(root)
        .unwrap_or(Path::new("."));
    let file = folder::read(root, found, LIMIT, diagnostics)?;
    if !table::is_kind(&found.path, &file.bytes, kind, diagnostics) {
        return None;
    }
    let names = table::sheet_names(&file.bytes, kind);
    if names.len() > SHEETS {
        let message = format!(
            "« {} » a {} feuilles, plus que les {SHEETS} admises.",
            found.path,
            names.len()
        );
        diagnostics.push(
            Diagnostic::error(NO_TABLE, Place::file(found.path.clone()), message)
                .help("Copiez la feuille des valeurs dans un classeur à part, et donnez celui-ci."),
        );
        return None;
    }
    let mut sheets = Vec::new();
    let named: Vec<Option<&str>> = match names.is_empty() {
        true => vec![None],
        false => names.iter().map(|name| Some(name.as_str())).collect(),
    };
    let mut unread = Diagnostics::default();
    for name in named {
        let mut told = Diagnostics::default();
        match table::read(&found.path, &file.bytes, kind, name, &mut told) {
            Some(table) => sheets.push(ReceivedSheet {
                table,
                told: told.sorted().into_iter().cloned().collect(),
            }),
            None => unread.extend(told.sorted().into_iter().cloned()),
        }
    }
    if sheets.is_empty() {
        diagnostics.extend(unread.sorted().into_iter().cloned());
        return None;
    }
    Some(Received {
        path: found.path.clone(),
        extension: found.extension(),
        bytes: file.bytes,
        sheets,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_table_is_told_and_of_a_folder_only_the_workbooks_are_read() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| fs_err::write(folder.path().join(name), text).unwrap();
        write("message.pdf", "%PDF-1.7");
        write("rendu.csv", "indicateur;2025\nelec;80\n");
        write("~$rendu.xlsx", "lock");
        let read_all = |paths: &[&Path]| {
            let mut told = Diagnostics::default();
            let found = read(paths, &mut told).len();
            let codes: Vec<String> = told.sorted().iter().map(|fault| fault.code.0.to_owned()).collect();
            (found, codes)
        };
        let at = |name: &str| folder.path().join(name);
        assert_eq!(
            read_all(&[&at("message.pdf"), &at("rendu.csv")]),
            (1, vec!["M191".to_owned()])
        );
        assert_eq!(read_all(&[&at("absent.xlsx")]), (0, vec!["M102".to_owned()]));
        assert_eq!(read_all(&[folder.path()]), (0, Vec::new()));
    }
}
