//! The author’s words: values called in a sentence, then Markdown, then a tree, then what each kind of file makes of it.
//!
//! Values are put in before the Markdown is read, as marks that mean nothing to it, so that neither a table nor a
//! quotation mark can break a call. The walk of Markdown stands once; a kind of file is one writer of the tree:
//! [`mod@typst`] here, that of the word processor beside its file.

mod origin;
mod calls;
mod fault;
mod spoken;
mod parts;
mod pictures;
mod expansion;
mod keyboard;
mod markdown;
mod typst_code;

pub use calls::Calls;
pub use expansion::{Expanded, expand};
pub use markdown::{TextKind, prose};
pub use origin::TextOrigin;
pub use pictures::{Pictures, path as picture_path};
pub use typst_code::typst;

use crate::diagnostic::{Diagnostics, Place};
use crate::french;
use crate::model::Prose;

/// A title or a sentence without Markdown: its values put in, its spaces and apostrophes French.
pub fn plain(text: &str, calls: &Calls, origin: &TextOrigin, diagnostics: &mut Diagnostics) -> String {
    let expanded = expand(text, calls, origin, diagnostics);
    french::punctuate(&expanded.restore(&expanded.text))
}

/// A paragraph of the program, in Markdown, which calls nothing.
pub fn own(name: &str, markdown: &str, diagnostics: &mut Diagnostics) -> Prose {
    let origin = TextOrigin::Field {
        place: Place::file(format!("(programme)/{name}.md")),
    };
    prose(
        name,
        &Expanded::uncalled(markdown),
        TextKind::Remark,
        &Pictures::default(),
        &origin,
        diagnostics,
    )
}

#[cfg(test)]
mod in_word;
#[cfg(test)]
mod called;
#[cfg(test)]
mod shown;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod properties;
