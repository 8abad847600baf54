//! What the files of the public corpus give, counted one by one: a line or a cell lost in silence turns red.
//!
//! The corpus is named by `MILLESIME_CORPUS`, and nothing of it is in the repository but the counts, in
//! `tests/counted/corpus.snap`: each line of a difference is something that the program began to read or ceased to.
//! The projects of the repository are counted by `validate::tests::counted`.

use super::folder::Found;
use super::{Content, Table, parquet};
use crate::diagnostic::Diagnostics;
use crate::table::{self, Kind};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Folders of whole data; the other ones of the corpus are made to be refused.
const FOLDERS: [&str; 8] = [
    "budget",
    "empreinte",
    "grenoble",
    "indicateurs",
    "nomenclatures",
    "parquet",
    "population",
    "tableurs",
];

#[test]
#[ignore = "needs the public corpus in MILLESIME_CORPUS"]
fn every_file_of_the_public_corpus_gives_what_it_gave() {
    let corpus =
        PathBuf::from(std::env::var("MILLESIME_CORPUS").expect("MILLESIME_CORPUS names the folder of the corpus"));
    let mut files = Vec::new();
    for folder in FOLDERS {
        list(&corpus.join(folder), &mut files);
    }
    files.sort();
    let mut written = "fichier;lignes;nombres;textes;budgets;lignes de budget;gardées;dit\n".to_owned();
    for file in files {
        if let Some(line) = counted(&corpus, &file) {
            written.push_str(&line);
        }
    }
    insta::with_settings!({snapshot_path => "../../tests/counted", prepend_module_to_snapshot => false}, {
        insta::assert_snapshot!("corpus", written);
    });
}

/// The files below a folder.
fn list(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => list(&path, files),
            false => files.push(path),
        }
    }
}

/// The line of a file; none where it is neither a table nor a budget by its name.
fn counted(corpus: &Path, file: &Path) -> Option<String> {
    let name = file.strip_prefix(corpus).unwrap().to_string_lossy().into_owned();
    let found = Found::named(corpus, "", &name);
    let mut told: BTreeMap<String, usize> = BTreeMap::new();
    let mut cells = ";;".to_owned();
    if let Some(kind) = Kind::announced_by(&found.extension()) {
        let bytes = std::fs::read(file).unwrap();
        let mut diagnostics = Diagnostics::default();
        let table = match kind {
            Kind::Parquet => parquet::table(&found, &bytes, &mut diagnostics),
            kind => table::read(&found.path, &bytes, kind, None, &mut diagnostics),
        };
        cells = table.map_or(cells, |table| of_cells(&table));
        tell(&diagnostics, &mut told);
    }
    let mut budgets = ";;".to_owned();
    if name.starts_with("budget/") && matches!(found.extension().as_str(), "xml" | "csv") {
        let mut diagnostics = Diagnostics::default();
        let documents = super::load_budget(file, &crate::config::account_labels(), &mut diagnostics);
        let read: usize = documents.iter().map(|document| document.count.read).sum();
        let kept: usize = documents.iter().map(|document| document.lines.len()).sum();
        budgets = format!("{};{read};{kept}", documents.len());
        tell(&diagnostics, &mut told);
    }
    if (cells.as_str(), budgets.as_str()) == (";;", ";;") && told.is_empty() {
        return None;
    }
    let told: Vec<String> = told.iter().map(|(code, times)| format!("{code} × {times}")).collect();
    Some(format!("{name};{cells};{budgets};{}\n", told.join(", ")))
}

/// Lines, cells that hold a number, cells that hold a text.
fn of_cells(table: &Table) -> String {
    let contents = || table.rows.iter().flatten().map(|cell| &cell.content);
    let numbers = contents()
        .filter(|content| matches!(content, Content::Number { .. }))
        .count();
    let texts = contents().filter(|content| matches!(content, Content::Text(_))).count();
    format!("{};{numbers};{texts}", table.rows.len())
}

fn tell(diagnostics: &Diagnostics, told: &mut BTreeMap<String, usize>) {
    for diagnostic in diagnostics.sorted() {
        *told.entry(diagnostic.code.to_string()).or_default() += 1;
    }
}
