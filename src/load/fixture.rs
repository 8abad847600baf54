//! A project in a temporary folder, for the tests of this room.

use super::{Inputs, load};
use crate::config::Project;
use crate::diagnostic::{Diagnostics, Place, Placed};
use crate::model::{Derivation, Indicator};
use polars::prelude::{DataFrame, IntoColumn, Series};
use polars_io::prelude::ParquetWriter;
use std::path::Path;

/// A folder that lives as long as the test, and the project that it holds.
pub(super) struct Fixture {
    folder: tempfile::TempDir,
    pub project: Project,
}

impl Fixture {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let project = Project {
            root: folder.path().to_owned(),
            ..Project::fixture()
        };
        Fixture { folder, project }
    }

    pub fn file(self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        let path = self.folder.path().join(path);
        fs_err::create_dir_all(path.parent().unwrap()).unwrap();
        fs_err::write(path, bytes).unwrap();
        self
    }

    /// An indicator of this name whose values come from this query.
    pub fn query(mut self, id: &str, breakdowns: &[&str], sql: &str) -> Self {
        let place = Place::line("data/indicateurs/essai.yaml", 9, 14);
        let query = Derivation::Query(Placed::new(sql.to_owned(), place));
        let breakdowns = breakdowns.iter().map(|column| (*column).to_owned()).collect();
        self.project.catalogue.push(indicator(id, breakdowns, Some(query)));
        self
    }

    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    /// What was read, and each diagnostic as `M1xx place: message`.
    pub fn load(&self) -> (Inputs, Vec<String>) {
        let mut diagnostics = Diagnostics::default();
        let inputs = load(&self.project, &mut diagnostics).unwrap();
        let told = diagnostics.sorted().into_iter().map(|entry| {
            let place = entry.place.as_ref().map(Place::to_string).unwrap_or_default();
            format!("{} {place}: {}", entry.code, entry.message)
        });
        (inputs, told.collect())
    }

    /// The next gestures of the same diagnostics.
    pub fn helps(&self) -> Vec<String> {
        let mut diagnostics = Diagnostics::default();
        load(&self.project, &mut diagnostics).unwrap();
        let sorted = diagnostics.sorted().into_iter();
        sorted.map(|entry| entry.help.clone()).collect()
    }
}

/// The templates of the program, as they stand on the disk: path and text.
pub(super) fn templates() -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("report-templates")];
    while let Some(folder) = folders.pop() {
        for entry in fs_err::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match path
                .extension()
                .map(|extension| extension.to_string_lossy().into_owned())
            {
                None => folders.push(path),
                Some(extension) if extension == "md" || extension == "json" => {}
                Some(_) => found.push((path.display().to_string(), fs_err::read_to_string(&path).unwrap())),
            }
        }
    }
    found
}

fn indicator(id: &str, breakdowns: Vec<String>, derivation: Option<Derivation>) -> Indicator {
    Indicator {
        breakdowns,
        derivation,
        ..crate::model::fixture::indicator(id)
    }
}

/// The bytes of a Parquet file of these columns.
pub fn parquet(columns: Vec<Series>) -> Vec<u8> {
    let height = columns[0].len();
    let columns = columns.into_iter().map(IntoColumn::into_column).collect();
    let mut bytes = Vec::new();
    let mut frame = DataFrame::new(height, columns).unwrap();
    ParquetWriter::new(&mut bytes).finish(&mut frame).unwrap();
    bytes
}
