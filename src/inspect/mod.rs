//! `inspect`: a [`Document`] receives its [`Verdict`] on PDF/UA-1 and PDF/A-3a before anything is published.
//!
//! Holds the one use of page_validation, and of lopdf for the words of a PDF. It changes nothing: a document that fails is a document to correct.

mod streams;
mod verdict;
mod words;

pub use verdict::{FailedRule, Verdict};
pub use words::words;

use crate::error::Error;
use crate::typeset::Document;
use page_validation::{
    PageError, SafetyLimits, ValidationFailure, ValidationOptions, ValidationProfile, ValidationReport,
    validate_pdf_bytes,
};
use std::thread;

/// The two standards, in the order in which the verdict names them.
const PROFILES: [(ValidationProfile, &str); 2] = [
    (ValidationProfile::PdfUa1, "PDF/UA-1"),
    (ValidationProfile::PdfA3a, "PDF/A-3a"),
];

/// Rows of one table: the annex of sources of a large community passes the 1 024 that the validator allows by default.
const TABLE_ROWS: usize = 100_000;

/// Cells of one table, in proportion: wide tables stay checked.
const TABLE_CELLS: usize = 2_000_000;

/// Links of one chain: the headings of one level are a chain of bookmarks, and the validator allows 256 by default.
///
/// Not more: it carries the way back of each link as a text, 70 MB for a chain of this length.
const CHAIN: usize = 4_096;

/// The validator walks a chain by recursion: what the longest one needs, in an unoptimised build, with a margin.
const STACK: usize = 64 << 20;

/// The length of a stream, which the validator measures wrongly when its last byte is a carriage return:
/// it takes this byte and the line feed before `endstream` for one end of line.
const STREAM_LENGTH: &str = "ISO 19005-3:2012:6.1.7.1:1";

/// Runs both profiles on the bytes, at the same time: the validator reads the file anew for each.
///
/// A file that cannot be read at all is a defect of the program, not of the document: `typeset` wrote it.
pub fn inspect(document: &Document) -> Result<Verdict, Error> {
    let mut verdict = Verdict {
        document: document.name.clone(),
        profiles: Vec::new(),
        checked: 0,
        failed: Vec::new(),
    };
    // Every outcome is kept before the first error is looked at, so that the order of the profiles decides which one is told.
    let outcomes = side_by_side(&document.pdf)?;
    for ((_, name), outcome) in PROFILES.into_iter().zip(outcomes) {
        let report = outcome.map_err(|error| Error::Defect {
            room: "inspect",
            detail: format!("{name} : {error}"),
        })?;
        verdict.profiles.push(name.to_owned());
        verdict.checked += report.rules.total;
        verdict
            .failed
            .extend(report.failures.into_iter().map(|failure| FailedRule {
                profile: name.to_owned(),
                rule: failure.rule_id,
                description: failure.message,
            }));
    }
    Ok(verdict)
}

/// The outcome of each profile, in their order, each on a thread whose stack holds the longest chain.
fn side_by_side(pdf: &[u8]) -> Result<Vec<Result<ValidationReport, PageError>>, Error> {
    thread::scope(|scope| {
        let started: Vec<_> = PROFILES
            .into_iter()
            .map(|(profile, _)| {
                thread::Builder::new()
                    .stack_size(STACK)
                    .spawn_scoped(scope, move || validated(pdf, profile))
            })
            .collect();
        let mut outcomes = Vec::new();
        for thread in started {
            outcomes.push(thread?.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        }
        Ok(outcomes)
    })
}

/// The report of one profile, cleared of [`STREAM_LENGTH`] where the bytes, or asking again, show that the accusation was wrong.
fn validated(pdf: &[u8], profile: ValidationProfile) -> Result<ValidationReport, PageError> {
    let limits = SafetyLimits::default()
        .with_max_table_grid_rows(TABLE_ROWS)
        .with_max_table_grid_cells(TABLE_CELLS)
        .with_max_reference_depth(CHAIN);
    let options = ValidationOptions::default().profile(profile).limits(limits);
    let mut report = validate_pdf_bytes(pdf, &options)?;
    let accused = |failures: &[ValidationFailure]| failures.iter().any(|failure| failure.rule_id == STREAM_LENGTH);
    let cleared = accused(&report.failures)
        && (streams::are_as_long_as_they_say(pdf)
            || validate_pdf_bytes(&without_ambiguous_ends(pdf), &options).is_ok_and(|again| !accused(&again.failures)));
    if cleared {
        report.failures.retain(|failure| failure.rule_id != STREAM_LENGTH);
    }
    Ok(report)
}

/// The same bytes where no stream ends on a carriage return; only good for asking again about [`STREAM_LENGTH`].
fn without_ambiguous_ends(pdf: &[u8]) -> Vec<u8> {
    const END: &[u8] = b"\r\nendstream";
    let mut bytes = pdf.to_vec();
    for start in 0..bytes.len().saturating_sub(END.len()) {
        if bytes[start..].starts_with(END) {
            bytes[start] = b' ';
        }
    }
    bytes
}

#[cfg(test)]
mod tests;
