//! What a template may name: the report and its figures as plain values, ready to print.
//!
//! It decides no order and no look: it only gives names to what the rooms before have found.

use crate::assess::Report;
use crate::chart::Figures;
use crate::model::Identifier;
use std::collections::BTreeMap;

/// What `render` itself has prepared for the templates.
#[derive(Clone, Debug, Default)]
pub struct Prepared {
    /// Slot → path of its Typst file in the virtual folder (`textes/edito.typ`).
    pub texts: BTreeMap<String, String>,
    /// Indicator → path of the Typst file of its comment; indicators without a comment are absent.
    pub comments: BTreeMap<Identifier, String>,
    /// Path of the logo in the virtual folder.
    pub logo: Option<String>,
}

/// The value in which templates look up their names.
pub fn context(report: &Report, figures: &Figures, prepared: &Prepared) -> minijinja::Value {
    let _ = (figures, prepared);
    minijinja::context! { title => report.settings.title.clone(), edition => report.settings.edition }
}
