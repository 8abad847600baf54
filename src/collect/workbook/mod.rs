//! The workbook of a service: how to fill it, the values, the actions, a few words, the lists; real tables, plain formulas.
//!
//! Nothing is merged, hidden or frozen, and no name of range is a key: what a sorting, another spreadsheet or a paste leave
//! is enough to read it back.

mod lists;
mod explanation;
mod project;
mod values;
mod answers;
mod titles;

pub(super) use lists::{CATALOGUE, EDITION, SERVICE, YEAR, fingerprint};
pub use project::{ProjectBook, project_workbook};
pub(super) use titles::{ACTION, ANSWER, DONE, KEY, PROGRESS, STATE};

use super::campaign::Campaign;
use super::noun::ServiceRequest;
use crate::error::Error;
use crate::workbook::{Look, begun, defect};
use rust_xlsxwriter::XlsxError;

/// The bytes of the workbook.
///
/// # Errors
/// A table that the writer of workbooks refuses: a defect of the program.
pub(super) fn workbook(request: &ServiceRequest, campaign: &Campaign) -> Result<Vec<u8>, Error> {
    written(request, campaign).map_err(|error| defect("collect", &error))
}

fn written(request: &ServiceRequest, campaign: &Campaign) -> Result<Vec<u8>, XlsxError> {
    let look = Look::new();
    let title = format!("Collecte {} – {}", campaign.edition, request.label());
    let mut workbook = begun(&title, &campaign.community, campaign.dated)?;
    explanation::sheet(workbook.add_worksheet(), request, campaign, &look)?;
    if !request.lines.is_empty() {
        values::sheet(workbook.add_worksheet(), request, campaign, &look)?;
    }
    if !request.actions.is_empty() {
        answers::actions(workbook.add_worksheet(), request, campaign, &look)?;
    }
    if !request.questions.is_empty() {
        answers::words(workbook.add_worksheet(), request, &look)?;
    }
    lists::sheet(workbook.add_worksheet(), request, campaign, &look)?;
    workbook.save_to_buffer()
}
