//! The files that were read, and what changed since the last edition.

use crate::assess::{Report, StatusChange};
use crate::french;
use crate::model::Anchor;
use crate::printed::{Cell, PrintedTable};

impl Report {
    /// The files it was made from, with their hashes; none where there is no file.
    pub fn files_table(&self) -> Option<PrintedTable> {
        PrintedTable::each(&self.provenance.files)
            .text("fichier", "Fichier", |file| Cell::key(&*file.path, &*file.path))
            .measure("octets", "Octets", 0, |file| file.bytes as f64)
            .text("sha256", "SHA-256", |file| file.sha256.as_str())
            .unless_empty()
    }

    /// Statuses and values that differ from the last edition; none where nothing does, or there is no last edition.
    pub fn changes_table(&self) -> Option<PrintedTable> {
        let title =
            |change: &StatusChange| Cell::text(&*change.title).naming(Anchor::Indicator(change.indicator.clone()));
        PrintedTable::each(self.changes.iter().flatten())
            .text("titre", "Indicateur", title)
            .text("avant", "Édition précédente", |change| change.before)
            .text("apres", "Cette édition", |change| change.after)
            .text("corrigee", "Valeur corrigée", revised)
            .unless_empty()
    }
}

/// `2023 : 12,3 devenu 12,5`.
fn revised(change: &StatusChange) -> Option<String> {
    let (year, then, now) = change.revised?;
    let plain = |value: f64| french::number(value, 2);
    Some(format!("{year} : {} devenu {}", plain(then), plain(now)))
}
