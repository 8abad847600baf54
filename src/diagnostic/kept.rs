//! A project that is kept elsewhere than in the files that messages name: where, and how what is told is then said.
//!
//! The words are those of `config`, which knows how the project is kept; when they are said is in `worded`.

use std::sync::Arc;

/// How a project is kept.
#[derive(Clone, Debug)]
pub struct Kept {
    pub file: Arc<str>,
    /// The files that a sheet stands for; those that the whole stands for, where no sheet is named.
    pub stands_for: fn(Option<&str>) -> &'static [&'static str],
    /// A sentence, in the words of whoever keeps this file.
    pub said: fn(&str, &str) -> String,
    /// A gesture that is made in one of its cells.
    pub in_cell: fn(&str) -> String,
}

impl Kept {
    pub fn said(&self, text: &str) -> String {
        (self.said)(text, &self.file)
    }

    /// The file in which a named one is kept.
    pub fn home<'a>(&'a self, file: &'a str) -> &'a str {
        let replaced = (self.stands_for)(None).iter().any(|other| file.starts_with(other));
        if replaced { &self.file } else { file }
    }
}
