//! Where a text stands in the author’s files, so that what is inside it has a place.

use crate::diagnostic::{Place, Placed};
use crate::load::{Text, Written};
use std::sync::Arc;

/// The place of a text, and of what is inside it.
#[derive(Clone, Debug)]
pub enum TextOrigin {
    /// A whole file: an offset in the text is a line and a column of the file.
    File { file: Arc<str>, letters: Arc<Letters> },
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
            None => TextOrigin::whole(Arc::clone(&text.place.file), &text.words),
        }
    }

    /// That of a whole file.
    pub fn whole(file: Arc<str>, text: &str) -> Self {
        TextOrigin::File {
            file,
            letters: Letters::of(text).into(),
        }
    }

    /// The place of a byte of the text.
    pub fn place(&self, offset: usize) -> Place {
        match self {
            TextOrigin::File { file, letters } => {
                let (line, column) = letters.at(offset);
                Place::line(file.clone(), line, column)
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

/// Bytes between two counts of letters.
const STEP: usize = 1024;

/// The lines and the letters of a text, counted once: a text may have a hundred thousand things that need a place.
#[derive(Debug)]
pub struct Letters {
    /// Where each line begins.
    lines: Vec<usize>,
    /// How many letters begin before each step.
    counted: Vec<usize>,
    /// Whether a letter begins at each byte.
    begins: Vec<bool>,
}

impl Letters {
    fn of(text: &str) -> Self {
        let after = text.match_indices('\n').map(|(at, _)| at + 1);
        let begins: Vec<bool> = (0..text.len()).map(|at| text.is_char_boundary(at)).collect();
        let mut counted = vec![0];
        for step in begins.chunks(STEP) {
            counted.push(counted.last().unwrap_or(&0) + began(step));
        }
        Letters {
            lines: std::iter::once(0).chain(after).collect(),
            counted,
            begins,
        }
    }

    /// The line and the column of a byte, both from 1.
    fn at(&self, offset: usize) -> (u32, u32) {
        let offset = offset.min(self.begins.len());
        let line = self.lines.partition_point(|start| *start <= offset);
        let start = self.lines[line - 1];
        (number(line), number(self.before(offset) - self.before(start) + 1))
    }

    /// How many letters begin before a byte.
    fn before(&self, offset: usize) -> usize {
        let step = offset / STEP;
        self.counted[step] + began(&self.begins[step * STEP..offset])
    }
}

fn began(begins: &[bool]) -> usize {
    begins.iter().filter(|begins| **begins).count()
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_has_the_line_and_the_column_of_its_letter() {
        let text = format!("Été\n\n{}fin", "é".repeat(3_000));
        let letters = Letters::of(&text);
        assert_eq!(letters.at(0), (1, 1));
        assert_eq!(letters.at("Ét".len()), (1, 3));
        assert_eq!(letters.at("Été\n".len()), (2, 1));
        assert_eq!(letters.at("Été\n\n".len()), (3, 1));
        assert_eq!(letters.at(text.len() - "fin".len()), (3, 3_001));
        assert_eq!(letters.at(text.len() + 9), (3, 3_004));
        assert_eq!(Letters::of("").at(0), (1, 1));
    }
}
