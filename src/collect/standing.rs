//! Where the collection stands: which service answered, and what each still owes.

use super::answers::{ANSWERS, told_of};
use super::campaign::Campaign;
use super::creation::SENT;
use super::noun::{AskedLine, ServiceRequest};
use super::reading::RECEIVED;
use super::register::Register;
use crate::config::Project;
use crate::diagnostic::Diagnostics;
use crate::french::{self, name};
use crate::model::Value;
use crate::printed::{Cell, Column, PrintedTable};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Of an edition, service by service.
pub struct Standing {
    pub campaign: Campaign,
    pub services: Vec<ServiceStanding>,
}

/// Of one service.
pub struct ServiceStanding {
    pub service: String,
    pub slug: String,
    /// The days of its workbook and of its last answer; empty where there is none.
    pub sent: String,
    pub received: String,
    pub lines: Vec<LineStanding>,
    /// The titles of the actions of which nothing was said.
    pub silent_actions: Vec<String>,
    /// Of how many questions, and how many have an answer.
    pub questions: (usize, usize),
}

/// Of one line.
pub struct LineStanding {
    pub id: String,
    /// With its parts.
    pub title: String,
    pub unit: String,
    pub given: bool,
}

impl ServiceStanding {
    pub fn missing(&self) -> impl Iterator<Item = &LineStanding> {
        self.lines.iter().filter(|line| !line.given)
    }

    /// Whether nothing more is awaited.
    pub fn is_complete(&self) -> bool {
        self.missing().next().is_none() && self.silent_actions.is_empty()
    }
}

/// Where each service stands; none where a table of the collection is not the program’s any more.
pub fn standing(
    project: &Project,
    requests: &[ServiceRequest],
    files: &BTreeMap<String, Arc<[u8]>>,
    diagnostics: &mut Diagnostics,
) -> Option<Standing> {
    let campaign = Campaign::of(project);
    let mut at = |path: String, heads: &[&str]| Register::read(&path, files.get(&path), heads, diagnostics);
    let sent = at(campaign.shipments(), &SENT);
    let received = at(campaign.receptions(), &RECEIVED);
    let answers = at(campaign.answers(), &ANSWERS);
    let (sent, received, answers) = (sent?, received?, answers?);
    let services = requests.iter().map(|request| {
        let last = |register: &Register| {
            let theirs = register
                .rows
                .iter()
                .filter(|row| name(register.text(row, "service")) == name(request.label()));
            let days = theirs.map(|row| register.text(row, "date").to_owned());
            days.max().unwrap_or_default()
        };
        let told: BTreeSet<String> = told_of(&answers, request.label());
        let silent = request
            .actions
            .iter()
            .filter(|asked| !told.contains(asked.action.id.as_str()));
        let answered = request.questions.iter().filter(|question| told.contains(&question.key));
        ServiceStanding {
            service: request.label().to_owned(),
            slug: request.slug(),
            sent: last(&sent),
            received: last(&received),
            lines: request
                .lines
                .iter()
                .map(|line| line_standing(line, &campaign))
                .collect(),
            silent_actions: silent.map(|asked| asked.action.title.clone()).collect(),
            questions: (request.questions.len(), answered.count()),
        }
    });
    let services = services.collect();
    Some(Standing { campaign, services })
}

fn line_standing(line: &AskedLine, campaign: &Campaign) -> LineStanding {
    // « n.d. » is an answer where somebody gave it: in the table of the collection.
    let given = line
        .known
        .get(&campaign.year)
        .is_some_and(|known| known.value != Value::Missing || *known.place.file == *campaign.values());
    let parts: Vec<&str> = line.breakdown.values().map(String::as_str).collect();
    LineStanding {
        id: line.indicator.id.to_string(),
        title: match parts.is_empty() {
            true => line.indicator.title.clone(),
            false => format!("{} – {}", line.indicator.title, parts.join(", ")),
        },
        unit: line.indicator.unit.clone(),
        given,
    }
}

impl Standing {
    /// One row a service.
    pub fn by_service(&self) -> PrintedTable {
        let columns = [
            Column::text("service", "Service"),
            Column::text("envoye", "Classeur fait le"),
            Column::text("recu", "Reçu le"),
            Column::number("demandees", "Valeurs"),
            Column::number("recues", "Connues"),
            Column::number("manquantes", "Manquent"),
            Column::number("actions_sans_reponse", "Actions"),
            Column::number("questions_sans_reponse", "Questions"),
        ];
        let day = |day: &str| match day {
            "" => Cell::absent("non"),
            day => Cell::text(day).said(french::read_date(day).map_or_else(|| day.to_owned(), french::date)),
        };
        let count = |count: usize| Cell::whole(i64::try_from(count).unwrap_or(i64::MAX));
        let rows = self.services.iter().map(|one| {
            let missing = one.missing().count();
            vec![
                Cell::text(&*one.service),
                day(&one.sent),
                day(&one.received),
                count(one.lines.len()),
                count(one.lines.len() - missing),
                count(missing),
                count(one.silent_actions.len()),
                count(one.questions.0 - one.questions.1),
            ]
        });
        PrintedTable::new(columns, rows)
            .note("Connues : celles que le projet a, d’une réponse du service ou d’un autre fichier.")
            .note("Actions, questions : celles qui attendent encore une réponse.")
    }

    /// One row a line that lacks.
    pub fn missing(&self) -> PrintedTable {
        let columns = [
            Column::text("service", "Service"),
            Column::text("indicateur", "Indicateur"),
            Column::text("titre", "Ce qui manque"),
            Column::text("unite", "Unité"),
        ];
        let rows = self.services.iter().flat_map(|one| {
            let row = |line: &LineStanding| {
                let cells = [&*one.service, &*line.id, &*line.title, &*line.unit];
                cells.map(Cell::text).to_vec()
            };
            one.missing().map(row).collect::<Vec<_>>()
        });
        PrintedTable::new(columns, rows)
    }
}
