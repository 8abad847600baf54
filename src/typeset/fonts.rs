//! The fonts of the document: those of the project, then Noto Sans and the families that Typst embeds, from crates.
//!
//! No font of the machine is ever looked at, so that a page breaks at the same place everywhere.

use crate::model::{NOTO_SANS, TYPST_FONTS};
use std::sync::Arc;
use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// The fonts a template may name, in the order in which Typst tries them.
pub struct Fonts {
    pub book: LazyHash<FontBook>,
    faces: Vec<Font>,
}

impl Fonts {
    /// The faces of the project, Noto Sans in four faces, then Libertinus Serif, New Computer Modern and DejaVu Sans Mono.
    pub fn new(own: &[Arc<[u8]>]) -> Self {
        let faces: Vec<Font> = own
            .iter()
            .map(|face| Bytes::new(Arc::clone(face)))
            .chain(NOTO_SANS.iter().chain(&*TYPST_FONTS).map(|face| Bytes::new(*face)))
            .flat_map(Font::iter)
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
