//! The files that were read, and the warnings that the author accepts.

use crate::assess::{Report, SourceFile};
use crate::diagnostic::{Acceptance, Page};
use crate::french;
use crate::printed::{Cell, PrintedTable};

impl Report {
    /// The files it was made from, with their hashes; none where there is no file.
    ///
    /// `is_told`: whether a file is named here; the manifest names them all.
    pub fn files_table(&self, is_told: impl Fn(&SourceFile) -> bool) -> Option<PrintedTable> {
        PrintedTable::each(self.provenance.files.iter().filter(|file| is_told(file)))
            .text("fichier", "Fichier", |file| Cell::key(&*file.path, &*file.path))
            .measure("octets", "Octets", 0, |file| file.bytes as f64)
            .text("sha256", "SHA-256", |file| file.sha256.as_str())
            .unless_empty()
    }

    /// The warnings that the author knows and keeps, by what they mean, with the reasons; none where none is kept.
    pub fn accepted_table(&self) -> Option<PrintedTable> {
        let title = |acceptance: &Acceptance| Page::of(acceptance.code).map_or("", |page| page.title);
        PrintedTable::each(&self.settings.accepted)
            .text("avertissement", "Avertissement", |kept| {
                format!("{} ({})", french::capital(title(kept)), kept.code)
            })
            .text("fichier", "Où", |kept| {
                kept.file.clone().unwrap_or_else(|| "partout".to_owned())
            })
            .text("motif", "Pourquoi il est accepté", |kept| {
                french::punctuate(&kept.reason)
            })
            .unless_empty()
    }
}
