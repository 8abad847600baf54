//! Where a text stands in the author’s files, so that what is inside it has a place.

use crate::diagnostic::{Place, Placed};
use crate::load::{Text, Written};
use std::sync::Arc;

/// The place of a text, and of what is inside it.
#[derive(Clone, Debug)]
pub enum TextOrigin {
    /// A whole file: an offset in the text is a line and a column of the file.
    File { file: Arc<str>, text: Arc<str> },
    /// A text in Word: an offset in its words is a paragraph.
    Word { place: Place, written: Arc<Written> },
    /// A field of an entry, such as a title in the catalogue: everything in it is placed at the entry.
    Field { place: Place },
    /// A field whose own place is known, such as a comment, and the text of the file that holds it.
    Scalar {
        source: Placed<String>,
        file: Option<Arc<str>>,
    },
}

impl TextOrigin {
    /// That of a text of `data/textes/`.
    pub fn of(text: &Text) -> Self {
        match &text.written {
            Some(written) => TextOrigin::Word {
                place: text.place.clone(),
                written: Arc::clone(written),
            },
            None => TextOrigin::File {
                file: Arc::clone(&text.place.file),
                text: Arc::clone(&text.words),
            },
        }
    }

    /// The place of a byte of the text.
    pub fn place(&self, offset: usize) -> Place {
        match self {
            TextOrigin::File { file, text } => {
                let before = text.get(..offset).unwrap_or(text);
                let start = before.rfind('\n').map_or(0, |at| at + 1);
                let line = count(before.matches('\n')) + 1;
                Place::line(file.clone(), line, count(before[start..].chars()) + 1)
            }
            TextOrigin::Word { place, written } => written.place(offset).unwrap_or_else(|| place.clone()),
            TextOrigin::Field { place } => place.clone(),
            TextOrigin::Scalar { source, file } => {
                let before = source.value.get(..offset).unwrap_or(&source.value);
                source.inside(before.chars().count(), file.as_deref())
            }
        }
    }
}

fn count<T>(items: impl Iterator<Item = T>) -> u32 {
    u32::try_from(items.count()).unwrap_or(u32::MAX)
}
