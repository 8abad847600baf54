//! The fonts of the document: Noto Sans and the families that Typst embeds, all from crates.
//!
//! No font of the machine is ever looked at, so that a page breaks at the same place everywhere.

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// The fonts a template may name, in the order in which Typst tries them.
pub struct Fonts {
    pub book: LazyHash<FontBook>,
    faces: Vec<Font>,
}

impl Fonts {
    /// Noto Sans in four faces, then Libertinus Serif, New Computer Modern and DejaVu Sans Mono.
    pub fn new() -> Self {
        let noto = [
            notosans::REGULAR_TTF,
            notosans::BOLD_TTF,
            notosans::ITALIC_TTF,
            notosans::BOLD_ITALIC_TTF,
        ];
        let faces: Vec<Font> = noto
            .into_iter()
            .flat_map(|face| Font::iter(Bytes::new(face)))
            .chain(typst_kit::fonts::embedded().map(|(font, _)| font))
            .collect();
        Fonts {
            book: LazyHash::new(FontBook::from_fonts(&faces)),
            faces,
        }
    }

    /// The face at an index of the book.
    pub fn face(&self, index: usize) -> Option<Font> {
        self.faces.get(index).cloned()
    }
}
