//! The columns of a table of credits.

use crate::config::raw::CreditLine;
use crate::diagnostic::Severity;
use crate::form::entry::Entry;
use crate::form::lines::Line;
use crate::form::lines::column::{Column, among};

impl Line for CreditLine {
    const TITLE: &str = "Les crédits des actions";
    const FILE: &str = "data/credits.csv";
    const TITLES: &str = "colonnes: {credits: {action: …}}";
    const STRANGE: Severity = Severity::Error;

    fn column(title: &str) -> Option<Column> {
        match among(title, <Self as Entry>::KEYS)? {
            key @ ("action" | "section" | "sens" | "budget" | "part") => Some(Column::One(key)),
            key => Some(Column::List(key)),
        }
    }
}
