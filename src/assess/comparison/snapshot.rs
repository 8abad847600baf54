//! An edition as it is known, before it is compared.

use super::noun::{Side, SnapshotSource};
use crate::assess::Report;
use crate::load::PreviousEdition;

/// What is known of an edition that is compared.
pub struct Snapshot {
    pub edition: i32,
    pub source: SnapshotSource,
    pub is_official: bool,
    /// What its data files say of its indicators and of its credits.
    pub published: PreviousEdition,
    /// The whole of it; none where only its data files are there.
    pub report: Option<Report>,
}

impl Snapshot {
    pub fn side(&self) -> Side {
        Side {
            edition: self.edition,
            source: self.source,
            is_official: self.is_official,
        }
    }
}
