//! What is found of a project by looking only: which files are there, and whether `rapport.yaml`, or its workbook, can be understood.
//!
//! For a help desk: it works on any folder, says no fault and gives no value of the project.

use super::disk::{Absence, Disk};
use super::workbook::{self, Kept};
use super::{format, one_workbook};
use crate::diagnostic::Diagnostics;
use crate::error::Error;
use crate::form::document::{self, Node};
use crate::model::{is_hidden, is_open_mark};
use fs_err::DirEntry;
use std::path::Path;

/// The folders of `data/` whose files are counted.
const FOLDERS: [&str; 6] = ["indicateurs", "valeurs", "sources", "budget", "parc", "textes"];

/// What stands in a folder, be it a project or not.
#[derive(Debug, Default)]
pub struct Found {
    /// Whether there is a folder `data`.
    pub has_data: bool,
    pub report: FoundReport,
    /// Files below each folder of `data/`, in its order.
    pub counts: Vec<(&'static str, usize)>,
    /// Files by which a spreadsheet, or Word, says that one of the project is open.
    pub open_files: usize,
    pub hidden: usize,
    pub read_only: usize,
    /// Characters of the longest path of `data/`, from the project.
    pub longest: usize,
}

/// What is known of `rapport.yaml`, or of the workbook in its place.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct FoundReport {
    pub exists: bool,
    /// The workbook, where there is one.
    pub workbook: Option<&'static str>,
    /// The system does not let it be read.
    pub refused: bool,
    /// The codes of what keeps it from being understood.
    pub faults: Vec<&'static str>,
    pub format: Option<u32>,
    pub edition: Option<i32>,
}

/// Looks at a folder; what cannot be read there is counted nowhere.
pub fn found(root: &Path) -> Found {
    let mut found = Found {
        has_data: root.join("data").is_dir(),
        report: report(root),
        counts: FOLDERS.map(|folder| (folder, 0)).to_vec(),
        ..Found::default()
    };
    walk(root, "data", &mut found);
    found
}

fn report(root: &Path) -> FoundReport {
    let mut disk = Disk::new(root);
    let mut log = Diagnostics::default();
    let workbook = one_workbook::path(&disk);
    let mut report = FoundReport {
        exists: disk.exists(format::PATH) || workbook.is_some(),
        workbook: workbook.and_then(|path| path.strip_prefix("data/")),
        ..FoundReport::default()
    };
    match tree(&mut disk, &mut log) {
        Ok(Some(root)) => {
            let text = |key: &str| root.get(key).and_then(Node::text);
            report.format = text("format").and_then(|text| text.trim().parse().ok());
            report.edition = text("edition").and_then(|text| text.trim().parse().ok());
        }
        Ok(None) => {}
        Err(_) => report.refused = true,
    }
    report.faults = log.sorted().into_iter().map(|fault| fault.code.0).collect();
    report.faults.dedup();
    report
}

/// What the report is told by, in YAML or in a workbook.
fn tree(disk: &mut Disk<'_>, log: &mut Diagnostics) -> Result<Option<Node>, Error> {
    match workbook::kept(disk, log)? {
        Kept::Workbook(book) => Ok(book.report_tree(log)),
        Kept::Unknown => Ok(None),
        Kept::Files => {
            let text = disk.text(format::PATH, Absence::Allowed, log)?;
            Ok(text.and_then(|text| document::parse(&format::PATH.into(), &text, log).root))
        }
    }
}

/// Follows no link: what it counts is in the project.
fn walk(root: &Path, folder: &str, found: &mut Found) {
    let entries = fs_err::read_dir(root.join(folder));
    for entry in entries.into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{folder}/{name}");
        found.longest = found.longest.max(path.chars().count());
        let Ok(metadata) = entry.metadata() else {
            continue;
        };
        if metadata.is_dir() {
            walk(root, &path, found);
            continue;
        }
        found.read_only += usize::from(metadata.permissions().readonly());
        if is_open_mark(&name) {
            found.open_files += 1;
        } else if is_hidden(&name) || has_hidden_mark(&entry) {
            found.hidden += 1;
        } else if let Some((_, count)) = found.counts.iter_mut().find(|(folder, _)| inside(&path, folder)) {
            *count += 1;
        }
    }
}

fn inside(path: &str, folder: &str) -> bool {
    let below = path.strip_prefix("data/").and_then(|path| path.strip_prefix(folder));
    below.is_some_and(|rest| rest.starts_with('/'))
}

#[cfg(windows)]
fn has_hidden_mark(entry: &DirEntry) -> bool {
    use std::os::windows::fs::MetadataExt;
    const HIDDEN: u32 = 0x2;
    let attributes = entry.metadata().map(|metadata| metadata.file_attributes());
    attributes.is_ok_and(|attributes| attributes & HIDDEN != 0)
}

#[cfg(not(windows))]
fn has_hidden_mark(_entry: &DirEntry) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (path, bytes) in files {
            let path = folder.path().join(path);
            fs_err::create_dir_all(path.parent().unwrap()).unwrap();
            fs_err::write(path, bytes).unwrap();
        }
        folder
    }

    #[test]
    fn an_open_workbook_is_neither_a_file_of_values_nor_a_hidden_one() {
        let folder = folder(&[
            ("data/valeurs/energie.xlsx", b""),
            ("data/valeurs/~$energie.xlsx", b""),
            ("data/valeurs/.~lock.eau.ods#", b""),
            ("data/valeurs/.DS_Store", b""),
            ("data/valeurs/2025/eau.ods", b""),
            ("data/valeurs-anciennes/eau.ods", b""),
        ]);
        let found = found(folder.path());
        assert_eq!((found.open_files, found.hidden, found.read_only), (2, 1, 0));
        assert_eq!(found.counts[1], ("valeurs", 2));
        assert_eq!(found.longest, "data/valeurs-anciennes/eau.ods".len());
    }

    #[test]
    fn a_report_is_absent_read_or_said_to_be_at_fault() {
        let report = |text: &[u8]| found(folder(&[("data/rapport.yaml", text)]).path()).report;
        let read = report(b"format: 1\nedition: 2026\n");
        assert_eq!((read.format, read.edition, read.faults), (Some(1), Some(2026), vec![]));
        assert_eq!(report(b"titre: \xE9nergie\n").faults, ["M003"]);
        assert!(!report(b"titre: [\n").faults.is_empty());
        assert_eq!(found(folder(&[]).path()).report, FoundReport::default());
    }
}
