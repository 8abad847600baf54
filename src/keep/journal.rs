//! The journal of a set of changes: written whole before anything moves, removed when everything is in place.
//!
//! With what stands in the workshop, it is all that is needed to finish what a dead run began, or to undo it.

use super::area::Area;
use super::hand::Hand;
use super::writer::Writer;
use crate::error::Error;
use crate::model::Fingerprint;
use fs_err as fs;
use serde::{Deserialize, Serialize};
use std::io::{self, ErrorKind};

/// Raised when an older program could not follow the journal of this one; those of older programs are followed.
const VERSION: u32 = 2;

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Journal {
    version: u32,
    pub writer: Writer,
    pub direction: Direction,
    pub steps: Vec<Step>,
    /// The folders that were not there, from the outermost.
    pub made: Vec<String>,
    /// Where what stood before is kept, in the history; none where it is not.
    pub kept: Option<String>,
    /// The change that leaves the history, because this one undoes it.
    pub forgotten: Option<String>,
    /// The folders that it had made, which go where nothing is left in them.
    pub unmade: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Direction {
    Forward,
    /// Everything new is in place; what is left to do is never undone.
    Settling,
    Back,
}

/// One file or one folder: its rank among the steps is its name in the workshop.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Step {
    pub path: String,
    pub kind: Kind,
    /// None: there was nothing.
    pub former: Option<Fingerprint>,
    /// None: the file goes.
    pub fresh: Option<Fingerprint>,
    /// Where the folder that stood there is kept; none where it goes.
    #[serde(default)]
    pub beside: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Kind {
    File,
    /// Known by its manifest.
    Folder,
}

impl Journal {
    pub fn new(writer: &Writer) -> Self {
        Journal {
            version: VERSION,
            writer: writer.clone(),
            direction: Direction::Forward,
            steps: Vec::new(),
            made: Vec::new(),
            kept: None,
            forgotten: None,
            unmade: Vec::new(),
        }
    }

    /// The journal that stands below a folder, if one does.
    pub fn read(area: &Area) -> Result<Option<Self>, Error> {
        let path = area.journal();
        // A pipe would be waited for, without an end.
        if fs::symlink_metadata(&path).is_ok_and(|found| !found.is_file()) {
            return Err(Error::Journal(path));
        }
        let text = match fs::read(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        Journal::parsed(&text, area).map(Some).ok_or(Error::Journal(path))
    }

    /// A journal of this version that stays below its folder.
    pub fn parsed(text: &[u8], area: &Area) -> Option<Self> {
        let journal: Journal = serde_json::from_slice(text).ok()?;
        let steps = journal.steps.iter();
        let steps = steps.flat_map(|step| std::iter::once(&step.path).chain(&step.beside));
        let mut paths = steps.chain(&journal.made).chain(&journal.unmade);
        let mut names = journal.kept.iter().chain(&journal.forgotten);
        let below =
            paths.all(|path| area.holds(path)) && names.all(|name| area.holds(name) && !name.contains(['/', '\\']));
        (journal.version <= VERSION && below).then_some(journal)
    }

    /// Writes the journal in one gesture: it stands whole or not at all.
    pub fn write(&self, area: &Area, hand: &Hand) -> io::Result<()> {
        let draft = area.workshop().join("journal.json");
        hand.write(&draft, &serde_json::to_vec_pretty(self)?)?;
        hand.flush(&draft)?;
        hand.rename(&draft, &area.journal())
    }

    pub fn paths(&self) -> Vec<&str> {
        self.steps.iter().map(|step| step.path.as_str()).collect()
    }
}
