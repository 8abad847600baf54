//! A project in a temporary folder, for the tests of this room.

use super::{Inputs, load};
use crate::config::Project;
use crate::diagnostic::{Diagnostics, Place, Placed};
use crate::model::{Derivation, Indicator};
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
}

fn indicator(id: &str, breakdowns: Vec<String>, derivation: Option<Derivation>) -> Indicator {
    Indicator {
        breakdowns,
        derivation,
        ..crate::model::fixture::indicator(id)
    }
}
