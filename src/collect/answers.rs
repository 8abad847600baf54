//! What a service wrote beside its numbers: where its actions are, and a few words.
//!
//! It is gathered in a table, never written into `actions.yaml` nor into a text: those are the author’s.

use super::register::Register;
use super::workbook::{ACTION, ANSWER, DONE, KEY, PROGRESS, STATE};
use crate::diagnostic::{Diagnostics, Place};
use crate::error::Error;
use crate::french::name;
use crate::load::{Cell, Content, Received, Table};
use std::collections::BTreeSet;
use std::sync::Arc;

pub(super) const ANSWERS: [&str; 7] = ["service", "sujet", "question", "reponse", "cellule", "date", "classeur"];

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The identifier of an action, or the key of a question.
    pub subject: String,
    /// The head of its column.
    pub question: String,
    pub text: String,
    pub place: Place,
    pub news: News,
}

/// Whether an answer says what was not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    New,
    /// Another answer stood there: it is still in the file that it came in.
    Other,
    Same,
}

/// The answers of a file, on whatever sheet.
pub(super) fn answers(received: &Received) -> Vec<Answer> {
    let of = |key: &'static str, heads: &'static [&'static str]| {
        let tables = received.sheets.iter().map(|sheet| &sheet.table);
        tables.flat_map(move |table| of_table(table, key, heads))
    };
    of(ACTION, &[STATE, PROGRESS, DONE]).chain(of(KEY, &[ANSWER])).collect()
}

fn of_table(table: &Table, key: &str, heads: &[&'static str]) -> Vec<Answer> {
    let lines: Vec<&Vec<Cell>> = std::iter::once(&table.header).chain(&table.rows).collect();
    let rank = |line: &[Cell], head: &str| line.iter().position(|cell| name(&cell.content.display()) == name(head));
    let begun = lines
        .iter()
        .position(|line| rank(line, key).is_some() && heads.iter().any(|head| rank(line, head).is_some()));
    let Some(begun) = begun else { return Vec::new() };
    let columns: Vec<(&str, usize)> = heads
        .iter()
        .filter_map(|head| Some((*head, rank(lines[begun], head)?)))
        .collect();
    let keys = rank(lines[begun], key).unwrap_or_default();
    let mut found = Vec::new();
    for line in &lines[begun + 1..] {
        let subject = line.get(keys).map(|cell| cell.content.display()).unwrap_or_default();
        for (head, column) in &columns {
            if let Some(cell) = line.get(*column).filter(|cell| cell.content != Content::Empty) {
                found.push(Answer {
                    subject: subject.clone(),
                    question: (*head).to_owned(),
                    text: cell.content.display(),
                    place: cell.place.clone(),
                    news: News::New,
                });
            }
        }
    }
    found
}

/// The answers of an edition, by service, subject and question.
pub(super) struct Answers(Register);

impl Answers {
    pub fn read(path: &str, bytes: Option<&Arc<[u8]>>, diagnostics: &mut Diagnostics) -> Option<Answers> {
        Register::read(path, bytes, &ANSWERS, diagnostics).map(Answers)
    }

    /// Takes an answer, and says whether it was known.
    pub fn put(&mut self, answer: &Answer, cell: &str, service: &str, day: &str, workbook: &str) -> News {
        let register = &mut self.0;
        let same = |row: &Vec<String>| {
            let text = |head: &str| register.text(row, head);
            name(text("service")) == name(service)
                && text("sujet") == answer.subject
                && text("question") == answer.question
        };
        let rank = register.rows.iter().position(same);
        if rank.is_some_and(|rank| register.text(&register.rows[rank], "reponse") == answer.text.trim()) {
            return News::Same;
        }
        let row: Vec<String> = register
            .heads
            .iter()
            .map(|head| {
                let text = match head.as_str() {
                    "service" => service,
                    "sujet" => &answer.subject,
                    "question" => &answer.question,
                    "reponse" => answer.text.trim(),
                    "cellule" => cell,
                    "date" => day,
                    "classeur" => workbook,
                    _ => "",
                };
                text.to_owned()
            })
            .collect();
        match rank {
            Some(rank) => {
                register.rows[rank] = row;
                News::Other
            }
            None => {
                register.rows.push(row);
                News::New
            }
        }
    }

    /// The table; none where nothing was answered.
    pub fn bytes(&self) -> Result<Option<Arc<[u8]>>, Error> {
        if self.0.rows.is_empty() {
            return Ok(None);
        }
        let mut register = self.0.clone();
        register.rows.sort();
        register.bytes().map(Some)
    }
}

/// The subjects of which a service has said something.
pub(super) fn told_of(register: &Register, service: &str) -> BTreeSet<String> {
    let theirs = register
        .rows
        .iter()
        .filter(|row| name(register.text(row, "service")) == name(service));
    theirs.map(|row| register.text(row, "sujet").to_owned()).collect()
}
