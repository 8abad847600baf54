//! Changes of files that are made together or not at all: what a room or a command hands to `keep`.
//!
//! Pure data: it says what is to stand on the disk and what it was decided upon; nothing here writes.

use super::Fingerprint;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What is to change below one folder; paths are relative to it, with `/` between names.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    pub files: BTreeMap<String, FileChange>,
    /// The folders that the program makes; what others put there stays.
    pub folders: BTreeMap<String, FolderChange>,
    pub undo: Undo,
}

/// What one file becomes.
#[derive(Clone, Debug)]
pub struct FileChange {
    pub former: Former,
    /// None: the file is removed.
    pub content: Option<Arc<[u8]>>,
}

impl FileChange {
    /// A file that is not there yet.
    pub fn fresh(content: impl Into<Arc<[u8]>>) -> Self {
        FileChange {
            former: Former::Absent,
            content: Some(content.into()),
        }
    }
}

/// What one folder becomes: the manifest among its files says what the program makes of it.
#[derive(Clone, Debug)]
pub struct FolderChange {
    pub files: BTreeMap<String, Arc<[u8]>>,
    pub extent: Extent,
    pub former: FormerFolder,
}

/// What becomes of the folder that stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormerFolder {
    /// The new one takes its place; a sealed one refuses the whole set.
    Replaced,
    /// It is kept whole beside the new one, under a dated name.
    KeptBeside,
}

/// What becomes of the files that the program had made there and does not make this time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// They go: this is all of the folder.
    Whole,
    /// They stay, in the manifest too: this is a part of it.
    Part,
}

/// What must stand there for the change to be made: it was decided upon that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Former {
    /// The author asked for this file to be written, whatever stands there.
    Any,
    Absent,
    Content(Fingerprint),
}

/// Whether what stood before is kept, so that `annuler` can put it back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Undo {
    Kept,
    /// The program makes it again when it is asked.
    #[default]
    Remade,
}

impl Changes {
    /// The files of a folder that the program writes over whatever stands there.
    pub fn written(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Self {
        let change = |content: Vec<u8>| FileChange {
            former: Former::Any,
            content: Some(content.into()),
        };
        Changes {
            files: files
                .into_iter()
                .map(|(path, content)| (path, change(content)))
                .collect(),
            ..Changes::default()
        }
    }
}
