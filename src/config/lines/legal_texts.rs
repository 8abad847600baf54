//! The columns of the sheet in which the texts of the law are said to have been read.

use crate::config::reference::TextEntry;
use crate::form::entry::Entry;
use crate::form::lines::Line;
use crate::form::lines::column::{Column, among};

impl Line for TextEntry {
    const TITLE: &str = "Les textes de loi relus";
    const FILE: &str = "data/projet.xlsx, feuille Textes de loi";
    const TITLES: &str = "";
    const REMINDERS: &[&str] = &["reference"];
    const YAML_ONLY: &[&str] = &["numerotations"];
    const SUBSTANCE: &[&'static str] = &["lu_le", "lu_par", "article", "resume", "visa", "citation"];

    fn column(title: &str) -> Option<Column> {
        among(title, <Self as Entry>::KEYS)
            .filter(|key| !Self::YAML_ONLY.contains(key))
            .map(Column::One)
    }
}
