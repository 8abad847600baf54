//! The files that were read.

use crate::assess::Report;
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
}
