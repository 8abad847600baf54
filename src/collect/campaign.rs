//! The collection of an edition: its year, its dates, where its files are.

use super::noun::ServiceRequest;
use crate::config::Project;
use crate::form::unfilled::is_unfilled;
use crate::load::Received;
use crate::model::{CalendarStep, Fingerprint};
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
            // A model that nobody filled is no address.
            contact: match is_unfilled(&settings.contact) {
                true => String::new(),
                false => settings.contact.clone(),
            },
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

    /// What the reading of these files is decided upon.
    pub fn kept<'r>(&self, received: impl Iterator<Item = &'r Received>) -> Vec<String> {
        let slugs = received.map(|file| (file, Fingerprint::of(&file.bytes).to_string()));
        let archives = slugs.map(|(file, mark)| self.archive(&mark, &file.extension));
        let tables = [self.shipments(), self.receptions(), self.values(), self.answers()];
        archives.chain(tables).collect()
    }

    /// What says where the collection stands.
    pub fn tables(&self) -> Vec<String> {
        vec![self.shipments(), self.receptions(), self.answers()]
    }

    /// Which files came back.
    pub fn receptions(&self) -> String {
        format!("{}/recus.csv", self.folder())
    }

    /// What services wrote beside their numbers.
    pub fn answers(&self) -> String {
        format!("{}/reponses.csv", self.folder())
    }

    /// The values that came back.
    pub fn values(&self) -> String {
        format!("data/valeurs/collecte-{}.csv", self.edition)
    }

    /// Where a file that came back is kept, by its hash.
    pub fn archive(&self, mark: &str, extension: &str) -> String {
        format!("{}/recus/{mark}.{extension}", self.folder())
    }

    /// Which workbooks the program wrote.
    pub fn shipments(&self) -> String {
        format!("{}/envois.csv", self.folder())
    }
}
