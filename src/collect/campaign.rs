//! The collection of an edition: its year, its dates, where its files are.

use super::noun::ServiceRequest;
use crate::config::Project;
use crate::model::CalendarStep;
use jiff::civil::Date;

/// How many years before the one to fill are shown.
pub const PAST: i32 = 5;

/// What all the workbooks of an edition say alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Campaign {
    pub edition: i32,
    /// The year to fill.
    pub year: i32,
    pub community: String,
    /// Who to send the workbook back to; may be empty.
    pub contact: String,
    /// The day by which it is awaited.
    pub closing: Option<Date>,
    /// The date that workbooks bear: that of the document, so that the same project makes the same bytes.
    pub dated: Date,
}

impl Campaign {
    pub fn of(project: &Project) -> Self {
        let settings = &project.settings;
        let closing = settings.calendar.dates.get(&CalendarStep::Closing);
        Campaign {
            edition: settings.edition,
            year: settings.data_year,
            community: settings.community.name.clone(),
            contact: settings.contact.clone(),
            closing: closing.map(|placed| placed.value),
            dated: settings.document_date,
        }
    }

    /// The years that are shown, before the one to fill.
    pub fn past(&self) -> std::ops::Range<i32> {
        self.year - PAST..self.year
    }

    pub fn folder(&self) -> String {
        format!("collecte/{}", self.edition)
    }

    /// The workbook of a service, by its name in files.
    pub fn workbook(&self, slug: &str) -> String {
        format!("{}/collecte-{}-{slug}.xlsx", self.folder(), self.edition)
    }

    /// What the writing of these workbooks is decided upon.
    pub fn sent(&self, requests: &[ServiceRequest]) -> Vec<String> {
        let workbooks = requests.iter().map(|request| self.workbook(&request.slug()));
        workbooks.chain([self.shipments()]).collect()
    }

    /// Which workbooks the program wrote.
    pub fn shipments(&self) -> String {
        format!("{}/envois.csv", self.folder())
    }
}
