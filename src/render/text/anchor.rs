//! Where a text stands in the author’s files, so that a fault inside it has a place.

use crate::diagnostic::Place;
use std::sync::Arc;

/// The place of a text, and of what is inside it.
#[derive(Clone, Debug)]
pub enum Anchor {
    /// A whole file: an offset in the text is a line and a column of the file.
    File { file: Arc<str>, text: Arc<str> },
    /// A field of an entry, such as a comment in the catalogue: everything in it is placed at the entry.
    Field { place: Place },
}

impl Anchor {
    /// The place of a byte of the text.
    pub fn place(&self, offset: usize) -> Place {
        match self {
            Anchor::File { file, text } => {
                let before = text.get(..offset).unwrap_or(text);
                let start = before.rfind('\n').map_or(0, |at| at + 1);
                Place::line(file.clone(), self.line(offset), count(before[start..].chars()) + 1)
            }
            Anchor::Field { place } => place.clone(),
        }
    }

    /// The line of a byte in its file, from 1.
    pub fn line(&self, offset: usize) -> u32 {
        match self {
            Anchor::File { text, .. } => count(text.get(..offset).unwrap_or(text).matches('\n')) + 1,
            Anchor::Field { place } => match place.spot {
                crate::diagnostic::Spot::Line { line, .. } => line,
                _ => 1,
            },
        }
    }

    pub fn file(&self) -> Arc<str> {
        match self {
            Anchor::File { file, .. } => Arc::clone(file),
            Anchor::Field { place } => Arc::clone(&place.file),
        }
    }
}

fn count<T>(items: impl Iterator<Item = T>) -> u32 {
    u32::try_from(items.count()).unwrap_or(u32::MAX)
}
