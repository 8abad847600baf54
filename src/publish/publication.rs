//! What is asked of this room, and what it gives.

use super::archive::Archive;
use crate::assess::Report;
use crate::inspect::Verdict;
use crate::model::{Changes, Extent, FolderChange, FormerFolder};
use crate::render::Sources;
use crate::typeset::Document;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Everything that goes into the folder of an edition.
pub struct Request<'a> {
    pub report: &'a Report,
    pub sources: &'a Sources,
    pub documents: &'a [Document],
    pub verdicts: &'a [Verdict],
    pub extent: Extent,
    pub standing: Standing,
    /// What becomes of the edition that stands there.
    pub former: FormerFolder,
    /// What it was made from, as it is kept where the edition is official.
    pub archive: Option<Archive>,
}

/// What the publication is, of its edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It may be made again as often as one likes.
    Draft,
    /// It is sealed: nothing takes its place without being told to.
    Official,
    /// The edition is sealed: this is beside it.
    Reconstruction,
}

/// What an edition holds.
#[derive(Clone, Debug)]
pub struct Publication {
    /// The name of its folder: `2026`.
    pub folder: String,
    /// Relative to it, the manifest included.
    pub files: BTreeMap<String, Arc<[u8]>>,
    pub extent: Extent,
    pub former: FormerFolder,
    /// What an official edition was made from.
    pub archive: Option<Archive>,
}

impl Publication {
    /// The edition as a change, under the path of the folder that receives it (`output/`).
    pub fn changes(&self, editions: &str) -> Changes {
        let edition = FolderChange {
            files: self.files.clone(),
            extent: self.extent,
            former: self.former,
        };
        Changes {
            folders: BTreeMap::from([(format!("{editions}{}", self.folder), edition)]),
            ..Changes::default()
        }
    }

    /// The archive as a change of the project; the one that stands there is kept, whatever edition it is of.
    pub fn archive_changes(&self) -> Changes {
        let archive = self.archive.iter().map(|archive| {
            let change = FolderChange {
                files: archive.files.clone(),
                extent: Extent::Whole,
                former: FormerFolder::KeptBeside,
            };
            (archive.folder.clone(), change)
        });
        Changes {
            folders: archive.collect(),
            ..Changes::default()
        }
    }
}
