//! The columns of a table of actions.

use crate::config::raw::ActionEntry;
use crate::diagnostic::Severity;
use crate::form::entry::Entry;
use crate::form::lines::Line;
use crate::form::lines::column::{Column, among, number};

impl Line for ActionEntry {
    const TITLE: &str = "Les actions";
    const FILE: &str = "data/actions.csv";
    const TITLES: &str = "colonnes: {actions: {titre: …}}";
    const STRANGE: Severity = Severity::Error;
    const YAML_ONLY: &[&str] = &["credits"];
    const MORE_COLUMNS: &[&'static str] = &["finalite_1", "finalite_2", "finalite_3", "finalite_4", "finalite_5"];

    fn column(title: &str) -> Option<Column> {
        if let Some(rank) = number(title, "finalite").and_then(|rank| u8::try_from(rank).ok()) {
            return Some(Column::Effect(rank));
        }
        match among(title, <Self as Entry>::KEYS)? {
            "finalites" => Some(Column::Effects),
            key @ ("odd" | "indicateurs") => Some(Column::List(key)),
            key => Some(Column::One(key)),
        }
    }
}
