//! What a template of the project asks of the program, held against what the program gives, before anything is filled.
//!
//! A name or an argument that a version took away is told at its line, in every branch and all at once; what can only be
//! known by filling (a loop over this, an attribute of that) is told by minijinja or by Typst when it happens.

mod components;
mod lengths;
mod names;
mod spot;

pub use lengths::is_readable;

use super::templates::Templates;
use crate::diagnostic::Diagnostics;

/// Tells each name and each argument that the project and the program do not agree on; whether there is none.
pub fn check(templates: &Templates, diagnostics: &mut Diagnostics) -> bool {
    if templates.overriding.is_empty() {
        return true;
    }
    let names = names::check(templates, diagnostics);
    let arguments = components::check(templates, diagnostics);
    names && arguments
}

#[cfg(test)]
mod tests;
