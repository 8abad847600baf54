//! The files that came back, one after the other: what each holds, what becomes of it, and the changes that follow.

use super::answers::{Answer, Answers, answers};
use super::campaign::Campaign;
use super::creation::{SENT, change};
use super::merge::{Acceptance, Fate, Key, Known, Merging, known};
use super::noun::ServiceRequest;
use super::records::{Origin, Records};
use super::register::Register;
use super::returned::{Blank, Returned, returned};
use super::sorted::Sorted;
use super::told;
use super::workbook::{CATALOGUE, SERVICE, fingerprint};
use crate::config::Project;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Severity, Spot};
use crate::error::Error;
use crate::load::{Received, Table};
use crate::model::{Changes, Fingerprint, Observation, Undo};
use crate::validate::Dataset;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The heads of the table of what came back.
pub(super) const RECEIVED: [&str; 9] = [
    "service",
    "classeur",
    "empreinte",
    "date",
    "nouvelles",
    "revisees",
    "inchangees",
    "vides",
    "refusees",
];

/// The reading of the files of one run.
pub struct Reading<'p> {
    project: &'p Project,
    campaign: Campaign,
    requests: &'p [ServiceRequest],
    standing: &'p BTreeMap<String, Arc<[u8]>>,
    acceptance: &'p Acceptance,
    day: &'p str,
    known: BTreeMap<Key, Known>,
    records: Records,
    answers: Answers,
    sent: Register,
    received: Register,
    archived: BTreeMap<String, Arc<[u8]>>,
    pub files: Vec<ReadFile>,
}

/// What was read in one file.
#[derive(Debug, Default)]
pub struct ReadFile {
    pub path: String,
    pub service: String,
    /// It is the workbook that was sent, as it was sent.
    pub untouched: bool,
    /// Where it is kept.
    pub archive: String,
    pub values: Vec<ReadValue>,
    pub blanks: Vec<Blank>,
    /// What was not taken, with what the cell holds.
    pub refused: Vec<(Place, String)>,
    pub answers: Vec<Answer>,
}

/// A value and what it is.
#[derive(Debug)]
pub struct ReadValue {
    pub observation: Observation,
    pub fate: Fate,
}

impl<'p> Reading<'p> {
    /// Begins where the tables of the collection stand; none where one is not the program’s any more.
    pub fn open(
        project: &'p Project,
        dataset: &Dataset,
        requests: &'p [ServiceRequest],
        standing: &'p BTreeMap<String, Arc<[u8]>>,
        (acceptance, day): (&'p Acceptance, &'p str),
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        let campaign = Campaign::of(project);
        let mut at = |path: &str, heads: &[&str]| Register::read(path, standing.get(path), heads, diagnostics);
        let sent = at(&campaign.shipments(), &SENT);
        let received = at(&campaign.receptions(), &RECEIVED);
        let values = campaign.values();
        let records = Records::read(&values, standing.get(&values), diagnostics);
        let path = campaign.answers();
        let answers = Answers::read(&path, standing.get(&path), diagnostics);
        Some(Reading {
            project,
            requests,
            standing,
            acceptance,
            day,
            known: known(&dataset.observations, &values),
            records: records?,
            answers: answers?,
            sent: sent?,
            received: received?,
            archived: BTreeMap::new(),
            files: Vec::new(),
            campaign,
        })
    }

    /// What a file holds, for `validate` to read; none where there is nothing to read in it, which is told.
    pub fn returned(&mut self, received: &Received, diagnostics: &mut Diagnostics) -> Option<Returned> {
        let mark = Fingerprint::of(&received.bytes).to_string();
        if self
            .sent
            .rows
            .iter()
            .any(|row| self.sent.text(row, "empreinte") == mark)
        {
            self.files.push(ReadFile {
                path: received.path.to_string(),
                untouched: true,
                ..ReadFile::default()
            });
            return None;
        }
        let returned = returned(received, &self.campaign, self.requests, diagnostics)?;
        let made = returned.marks.get(CATALOGUE);
        if let (Some(made), Some(request)) = (made, returned.request(self.requests))
            && *made != fingerprint(request)
        {
            diagnostics.push(told::other_catalogue(received));
        }
        Some(returned)
    }

    /// Merges what `validate` read in a file, with what it told of it.
    pub fn merge(
        &mut self,
        received: &Received,
        returned: Returned,
        found: &Dataset,
        faults: Vec<Diagnostic>,
    ) -> Vec<Diagnostic> {
        let service = self.service(&returned, found);
        let mark = Fingerprint::of(&received.bytes).to_string();
        let archive = self.campaign.archive(&mark, &received.extension);
        let table = returned.values.unwrap_or_else(|| no_table(received));
        let sorted = Sorted::of(&table, &found.observations, &faults);
        let mut read = ReadFile {
            path: received.path.to_string(),
            service: service.clone(),
            archive: archive.clone(),
            blanks: returned.blanks,
            refused: sorted.refused,
            ..ReadFile::default()
        };
        // What stands where no line or no head says what it is, and the cells in error.
        let told = returned
            .told
            .iter()
            .filter(|fault| fault.severity == Severity::Error && !fault.raw.is_empty());
        read.refused
            .extend(told.filter_map(|fault| Some((fault.place.clone()?, fault.raw.clone()))));
        let origin = |place: &Place| Origin {
            service: service.clone(),
            day: self.day.to_owned(),
            cell: cell(place),
            workbook: archive.clone(),
            before: String::new(),
        };
        for observation in sorted.taken {
            let mut merging = Merging {
                known: &mut self.known,
                records: &mut self.records,
                acceptance: self.acceptance,
            };
            let spoken = returned.spoken.contains(&observation.place);
            let fate = merging.merge(observation, spoken, &origin(&observation.place));
            read.values.push(ReadValue {
                observation: observation.clone(),
                fate,
            });
        }
        for mut answer in answers(received) {
            answer.news = self
                .answers
                .put(&answer, &cell(&answer.place), &service, self.day, &archive);
            read.answers.push(answer);
        }
        self.register(&read, &mark);
        self.archived.insert(archive, received.bytes.clone());
        self.files.push(read);
        faults.into_iter().chain(returned.told).collect()
    }

    /// The service that a file says it comes from, else the one that answers for most of its values.
    fn service(&self, returned: &Returned, found: &Dataset) -> String {
        if let Some(service) = returned.marks.get(SERVICE) {
            return service.clone();
        }
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for observation in &found.observations {
            let indicator = self
                .project
                .catalogue
                .iter()
                .find(|one| one.id == observation.indicator);
            *counts.entry(indicator.map_or("", |one| &one.service)).or_default() += 1;
        }
        let most = counts.into_iter().max_by_key(|(_, count)| *count);
        most.map_or("inconnu", |(service, _)| service).to_owned()
    }

    /// A line in the table of what came back, the first time only.
    fn register(&mut self, read: &ReadFile, mark: &str) {
        if self
            .received
            .rows
            .iter()
            .any(|row| self.received.text(row, "empreinte") == mark)
        {
            return;
        }
        let count = |is: fn(&Fate) -> bool| read.values.iter().filter(|value| is(&value.fate)).count().to_string();
        self.received.rows.push(vec![
            read.service.clone(),
            read.archive.clone(),
            mark.to_owned(),
            self.day.to_owned(),
            count(|fate| *fate == Fate::New),
            count(|fate| matches!(fate, Fate::Revised { .. })),
            count(|fate| matches!(fate, Fate::Unchanged | Fate::Detailed)),
            read.blanks.len().to_string(),
            read.refused.len().to_string(),
        ]);
    }

    /// What changes in the project.
    ///
    /// # Errors
    /// A defect of the program.
    pub fn changes(&self) -> Result<Changes, Error> {
        let mut changes = Changes {
            undo: Undo::Kept,
            ..Changes::default()
        };
        if self.archived.is_empty() {
            return Ok(changes);
        }
        let mut received = self.received.clone();
        received.rows.sort();
        let tables = [
            (self.campaign.receptions(), Some(received.bytes()?)),
            (self.campaign.values(), self.records.bytes()?),
            (self.campaign.answers(), self.answers.bytes()?),
        ];
        let tables = tables.into_iter().filter_map(|(path, bytes)| Some((path, bytes?)));
        for (path, bytes) in tables.chain(self.archived.clone()) {
            let former = self.standing.get(&path);
            if former.is_none_or(|former| **former != *bytes) {
                changes.files.insert(path, change(former, bytes));
            }
        }
        Ok(changes)
    }
}

/// The cell of a place, without its file: that is kept under another name.
pub(super) fn cell(place: &Place) -> String {
    match &place.spot {
        Spot::Cell { sheet, .. } => format!("feuille {sheet}, {}", place.spot.address().unwrap_or_default()),
        Spot::Line { line, .. } => format!("ligne {line}"),
        Spot::File | Spot::Paragraph { .. } => String::new(),
    }
}

/// The values of the workbook of a service that is asked for none.
fn no_table(received: &Received) -> Table {
    Table {
        file: received.path.clone(),
        sheet: None,
        other_sheets: Vec::new(),
        header: Vec::new(),
        rows: Vec::new(),
    }
}
