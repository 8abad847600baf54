//! The fonts of a project: the bytes of their faces, as they will be measured, set and embedded.

use std::sync::Arc;

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
