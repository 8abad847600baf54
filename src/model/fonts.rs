//! The fonts of a document: the bytes of the faces that the program carries, and of those of a project, as they will be
//! measured, set and embedded.
//!
//! The bytes of a crate are constants, copied into each part of the program that names them: they are named here alone.

use std::sync::{Arc, LazyLock};

/// Noto Sans: regular, bold, italic, bold italic.
pub static NOTO_SANS: [&[u8]; 4] = [
    notosans::REGULAR_TTF,
    notosans::BOLD_TTF,
    notosans::ITALIC_TTF,
    notosans::BOLD_ITALIC_TTF,
];

/// Libertinus Serif, New Computer Modern and DejaVu Sans Mono, in the order of their crate.
pub static TYPST_FONTS: LazyLock<Vec<&[u8]>> = LazyLock::new(|| typst_assets::fonts().collect());

/// The two voices of the document, where the project has its own; none for that of the program.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProjectFonts {
    /// Titles, figures, labels, charts.
    pub titles: Option<FontFamily>,
    /// Sentences.
    pub texts: Option<FontFamily>,
}

/// A family with a regular and a bold face at least.
#[derive(Clone, Debug, PartialEq)]
pub struct FontFamily {
    /// As its files declare it.
    pub name: String,
    pub regular: Arc<[u8]>,
    pub bold: Arc<[u8]>,
    /// Italics and other weights.
    pub others: Vec<Arc<[u8]>>,
}

impl ProjectFonts {
    /// The families, each once.
    pub fn families(&self) -> impl Iterator<Item = &FontFamily> {
        let same = self.titles.as_ref().map(|family| &family.name) == self.texts.as_ref().map(|family| &family.name);
        let texts = self.texts.as_ref().filter(|_| !same);
        self.titles.iter().chain(texts)
    }

    /// The bytes of every face.
    pub fn faces(&self) -> impl Iterator<Item = &Arc<[u8]>> {
        self.families()
            .flat_map(|family| [&family.regular, &family.bold].into_iter().chain(&family.others))
    }
}
