//! What an import does, as it is shown before anything is written.

use crate::config::ForeignFormat;
use crate::model::Changes;

/// What the files of an import become.
#[derive(Debug)]
pub struct ImportPlan {
    pub files: Vec<ImportedFile>,
    pub changes: Changes,
    /// What becomes of the entries where the project is kept in one workbook; none where it is kept in files.
    pub in_workbook: Option<InWorkbook>,
}

/// What becomes of the entries of a project that is kept in one workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InWorkbook {
    /// They are rows of its sheets.
    Joined { path: String },
    /// Their author adds them, and why.
    Left { why: String },
}

/// A file that is of a format.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportedFile {
    /// As it was named on the command line.
    pub path: String,
    pub sheet: Option<String>,
    pub format: ForeignFormat,
    /// Lines below its header.
    pub rows: usize,
    /// The titles of columns that the format does not have.
    pub strange: Vec<String>,
    pub steps: Vec<ImportStep>,
}

/// One thing that an import does, or finds done.
#[derive(Clone, Debug, PartialEq)]
pub enum ImportStep {
    /// The file goes there, as it is.
    Copied { to: String },
    /// The file goes there, its columns under the titles of the format, its amounts and its days alone.
    Plain { to: String },
    /// Its sheet goes there, as a CSV.
    Written { to: String },
    /// The lines of these years join those that stand there.
    Added { to: String, years: Vec<i32> },
    /// Other inventories count the same year: theirs and this one add up.
    Beside { year: i32, files: Vec<String> },
    /// It stands there already.
    Standing { at: String },
    /// Values join a table, and the file is kept.
    Valued {
        to: String,
        added: usize,
        /// Each in words: what it was, and what it becomes.
        revised: Vec<String>,
        kept: String,
    },
    /// Values that another table of the project has, and stay as they are there.
    Elsewhere { same: usize, differing: Vec<String> },
    /// Lines of other sources than the collectivité, which are left.
    OfOthers { lines: usize },
    /// Lines without a value.
    Empty { lines: usize },
    /// Entries join the catalogue.
    Proposed {
        to: String,
        indicators: Vec<ProposedIndicator>,
    },
    /// The catalogue has them already.
    Followed { ids: Vec<String> },
    /// Actions join those of the project.
    Actions {
        to: String,
        actions: Vec<ProposedIndicator>,
    },
    /// The project has these actions already.
    Acted { titles: Vec<String> },
    /// Projects that are given up, and left.
    Dropped { lines: usize },
    /// An entry that the file does not let be computed, and why.
    Left { title: String, why: String },
}

/// An entry that joins the catalogue, or the actions.
#[derive(Clone, Debug, PartialEq)]
pub struct ProposedIndicator {
    pub id: String,
    pub title: String,
    /// How its values are computed, or where it is, in words.
    pub formula: String,
    /// What each column of a catalogue kept as a table holds.
    pub cells: Vec<(String, String)>,
}
