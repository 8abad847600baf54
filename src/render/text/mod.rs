//! The author’s words: values called in a sentence, then Markdown, then Typst.
//!
//! Values are put in before the Markdown is read, as marks that mean nothing to it, so that neither a table nor a
//! quotation mark can break a call. What comes out holds only calls of Typst elements and string literals.

mod anchor;
mod calls;
mod expansion;
mod events;
mod markdown;
mod blocks;
mod writer;

pub use anchor::Anchor;
pub use blocks::{Block, Span, blocks};
pub use calls::Calls;
pub use expansion::expand;
pub use markdown::{Headings, Prose, typst};

use crate::diagnostic::Diagnostics;
use crate::french;

/// A title or a sentence without Markdown: its values put in, its spaces and apostrophes French.
pub fn plain(text: &str, calls: &Calls, anchor: &Anchor, diagnostics: &mut Diagnostics) -> String {
    let expanded = expand(text, calls, anchor, diagnostics);
    french::punctuate(&expanded.restore(&expanded.text))
}

#[cfg(test)]
mod tests;
