//! Where a text stands in the author’s files, so that a fault inside it has a place.

use crate::diagnostic::{Place, Placed, Spot};
use std::sync::Arc;

/// The place of a text, and of what is inside it.
#[derive(Clone, Debug)]
pub enum Anchor {
    /// A whole file: an offset in the text is a line and a column of the file.
    File { file: Arc<str>, text: Arc<str> },
    /// A field of an entry, such as a title in the catalogue: everything in it is placed at the entry.
    Field { place: Place },
    /// A field whose own place is known, such as a comment, and the text of the file that holds it.
    Scalar {
        source: Placed<String>,
        file: Option<Arc<str>>,
    },
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
            Anchor::Scalar { source, file } => {
                let before = source.value.get(..offset).unwrap_or(&source.value);
                source.inside(before.chars().count(), file.as_deref())
            }
        }
    }

    /// The line of a byte in its file, from 1.
    pub fn line(&self, offset: usize) -> u32 {
        match self {
            Anchor::File { text, .. } => count(text.get(..offset).unwrap_or(text).matches('\n')) + 1,
            Anchor::Field { .. } | Anchor::Scalar { .. } => match self.place(offset).spot {
                Spot::Line { line, .. } => line,
                _ => 1,
            },
        }
    }

    pub fn file(&self) -> Arc<str> {
        match self {
            Anchor::File { file, .. } => Arc::clone(file),
            Anchor::Field { place } => Arc::clone(&place.file),
            Anchor::Scalar { source, .. } => Arc::clone(&source.place.file),
        }
    }
}

fn count<T>(items: impl Iterator<Item = T>) -> u32 {
    u32::try_from(items.count()).unwrap_or(u32::MAX)
}
