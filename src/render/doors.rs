//! What authors write and this room reads, as functions of bytes alone, for who throws bytes at them; none is in the program.

use super::dialect::TYPST;
use super::engine::Engine;
use super::templates::Templates;
use super::{contract, text};
use crate::diagnostic::Diagnostics;
use crate::load::Text;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A text in Markdown, up to the code that Typst reads.
pub fn markdown(bytes: &[u8], diagnostics: &mut Diagnostics) {
    let prose = text::own("essai", &String::from_utf8_lossy(bytes), diagnostics);
    (TYPST.text)(&prose);
}

/// A text that was read from a Word file, up to the code that Typst reads.
pub fn written(text: &Text, diagnostics: &mut Diagnostics) {
    let (calls, origin) = (text::Calls::none(), text::TextOrigin::of(text));
    let expanded = text::expand(&text.words, &calls, &origin, diagnostics);
    let kind = text::TextKind::Part;
    let prose = text::prose("essai", &expanded, kind, &calls.pictures, &origin, diagnostics);
    (TYPST.text)(&prose);
}

/// A template of the project, up to where it would be filled.
pub fn template(bytes: &[u8], diagnostics: &mut Diagnostics) {
    let text: Arc<str> = Arc::from(String::from_utf8_lossy(bytes));
    let path = "rapport.typ.jinja".to_owned();
    let templates = Templates {
        files: BTreeMap::from([(path.clone(), text)]),
        overriding: BTreeSet::from([path]),
    };
    if contract::is_readable(&templates, diagnostics) && contract::check(&templates, diagnostics) {
        Engine::new(&templates, &TYPST, diagnostics);
    }
}
