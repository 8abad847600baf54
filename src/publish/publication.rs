//! What is asked of this room, and what it gives.

use crate::assess::Report;
use crate::inspect::Verdict;
use crate::model::{Changes, Extent, FolderChange};
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
}

/// What an edition holds.
#[derive(Clone, Debug)]
pub struct Publication {
    /// The name of its folder: `2026`.
    pub folder: String,
    /// Relative to it, the manifest included.
    pub files: BTreeMap<String, Arc<[u8]>>,
    pub extent: Extent,
}

impl Publication {
    /// The edition as a change of the folder that receives editions.
    pub fn changes(&self) -> Changes {
        let edition = FolderChange {
            files: self.files.clone(),
            extent: self.extent,
        };
        Changes {
            folders: BTreeMap::from([(self.folder.clone(), edition)]),
            ..Changes::default()
        }
    }
}
