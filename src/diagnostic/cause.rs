//! What a fault leaves unknown, and what a sentence that only follows from it rests on.
//!
//! When a consequence falls is decided in `consequences`.

use crate::french::name;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What a fault leaves unknown, and what a consequence rests on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cause {
    /// What a file holds, or all that stands below a folder: any fault placed there leaves it unknown.
    Path(Arc<str>),
    /// Which indicators there are: a file of the catalogue is lost, or an entry has no identifier that can be read.
    Catalogue,
    /// What the tables of observations give to any indicator: one is lost whole, or a line does not say whose it is.
    Tables,
    /// How the letters of a file read: its encoding is none of those that are known.
    Letters(Arc<str>),
    /// How the points and the commas of a file read: nothing says which of them group thousands.
    Numbers(Arc<str>),
    /// Which factors the footprint has: a table of them is lost, or a line of one.
    Factors,
    /// What stands under an identifier: the entry of an indicator, of an action or of an objective, and its values.
    Entry(Arc<str>),
}

/// What was said to rest on what, beside what a cause says by itself.
pub(super) type Foundations = BTreeMap<Cause, BTreeSet<Cause>>;

impl Cause {
    pub fn path(path: impl Into<Arc<str>>) -> Self {
        Cause::Path(path.into())
    }

    /// What stands under an identifier, whatever its case and accents.
    pub fn entry(id: &str) -> Self {
        Cause::Entry(name(id).into())
    }
}
