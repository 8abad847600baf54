//! A finished document in memory.

use std::sync::Arc;

/// The bytes of a PDF and what is said of it in the summary.
#[derive(Clone, Debug)]
pub struct Document {
    /// `rapport`: the stem of the file.
    pub name: String,
    pub pdf: Arc<[u8]>,
    pub pages: usize,
}
