//! A laid out document becomes the bytes of one file that is PDF/A-3a and PDF/UA-1 at once.
//!
//! Nothing here depends on the clock or on the machine: the same sources give the same bytes.

use crate::error::Error;
use crate::render::DocumentSources;
use typst::diag::SourceResult;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

/// The bytes, or what the standards refuse in the document.
pub fn export(document: &PagedDocument, sources: &DocumentSources) -> Result<SourceResult<Vec<u8>>, Error> {
    let standards = PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1]).map_err(|error| Error::Defect {
        room: "typeset",
        detail: format!("{error:?}"),
    })?;
    Ok(typst_pdf::pdf(document, &options(sources, standards)))
}

/// Tagged, dated at midnight UTC of the document’s date, identified by its name and that date.
pub fn options(sources: &DocumentSources, standards: PdfStandards) -> PdfOptions {
    let date = sources.date;
    let midnight = Datetime::from_ymd_hms(
        date.year().into(),
        date.month().unsigned_abs(),
        date.day().unsigned_abs(),
        0,
        0,
        0,
    );
    PdfOptions {
        ident: Smart::Custom(format!("millesime/{}/{date}", sources.name)),
        creator: Smart::Custom(Some(concat!("Millésime ", env!("CARGO_PKG_VERSION")).to_owned())),
        timestamp: midnight.map(Timestamp::new_utc),
        page_ranges: None,
        standards,
        tagged: true,
        pretty: false,
    }
}
