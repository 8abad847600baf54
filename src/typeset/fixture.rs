//! One page of Typst, for the tests that need nothing of a project.

use super::{Document, typeset};
use crate::diagnostic::Diagnostics;
use crate::render::DocumentSources;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A document with a title, a heading and a body.
pub fn page(body: &str) -> DocumentSources {
    let text = format!("#set document(title: \"Essai\")\n#set text(font: \"Noto Sans\")\n= Essai\n{body}\n");
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>";
    DocumentSources {
        name: "essai".to_owned(),
        main: "essai.typ".to_owned(),
        files: BTreeMap::from([
            ("essai.typ".to_owned(), Arc::from(text.into_bytes())),
            ("carre.svg".to_owned(), Arc::from(svg.as_bytes())),
        ]),
        fonts: Vec::new(),
        origins: BTreeMap::new(),
        date: jiff::civil::date(2026, 11, 20),
    }
}

/// The messages of the faults; a page without fault is also a document.
pub fn faults(sources: &DocumentSources) -> Vec<String> {
    let mut diagnostics = Diagnostics::default();
    let document = typeset(sources, &mut diagnostics).unwrap();
    assert_eq!(document.is_some(), !diagnostics.has_errors());
    diagnostics.sorted().iter().map(|entry| entry.message.clone()).collect()
}

/// The document of a page without fault.
pub fn document(sources: &DocumentSources) -> Document {
    let mut diagnostics = Diagnostics::default();
    let document = typeset(sources, &mut diagnostics).unwrap();
    document.unwrap_or_else(|| panic!("{:?}", diagnostics.sorted()))
}
