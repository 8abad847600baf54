//! `data/valeurs/collecte-<édition>.csv`: the values that came back, which the program owns, each with where it comes from.

use super::register::Register;
use crate::diagnostic::Diagnostics;
use crate::error::Error;
use crate::form::absence::{Absence, absence};
use crate::french::{folded, read_number};
use crate::model::{Identifier, ObservationStatus, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The heads that every such table has; those of disaggregation come after the year.
const HEADS: [&str; 10] = [
    "indicateur",
    "annee",
    "valeur",
    "statut",
    "note",
    "origine_service",
    "origine_date",
    "origine_cellule",
    "origine_classeur",
    "origine_avant",
];

/// Where a value comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Origin {
    pub service: String,
    /// The day it was read.
    pub day: String,
    /// `feuille Valeurs 2025, K7`.
    pub cell: String,
    /// The file that came back, by its hash.
    pub workbook: String,
    /// What it takes the place of, and where that stands; empty where there was nothing.
    pub before: String,
}

/// A value that came back.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Record {
    pub indicator: Identifier,
    pub year: i32,
    pub breakdown: BTreeMap<String, String>,
    pub value: Value,
    pub status: ObservationStatus,
    pub note: String,
    pub origin: Origin,
}

/// Those of an edition, one by key.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Records(BTreeMap<(Identifier, i32, String), Record>);

impl Records {
    /// Those of a file; none where it is not the program’s any more.
    pub fn read(path: &str, bytes: Option<&Arc<[u8]>>, diagnostics: &mut Diagnostics) -> Option<Records> {
        let register = Register::read(path, bytes, &HEADS, diagnostics)?;
        let mut records = Records::default();
        for row in &register.rows {
            let text = |head: &str| register.text(row, head);
            let parts = register.heads.iter().filter(|head| !HEADS.contains(&head.as_str()));
            let parts = parts.map(|head| (head.clone(), text(head).to_owned()));
            let (Some(indicator), Ok(year)) = (Identifier::parse(text("indicateur")), text("annee").parse()) else {
                continue;
            };
            records.put(Record {
                indicator,
                year,
                breakdown: parts.filter(|(_, part)| !part.is_empty()).collect(),
                value: value(text("valeur")),
                status: status(text("statut")),
                note: text("note").to_owned(),
                origin: Origin {
                    service: text("origine_service").to_owned(),
                    day: text("origine_date").to_owned(),
                    cell: text("origine_cellule").to_owned(),
                    workbook: text("origine_classeur").to_owned(),
                    before: text("origine_avant").to_owned(),
                },
            });
        }
        Some(records)
    }

    pub fn put(&mut self, record: Record) {
        let parts = record.breakdown.iter();
        let parts: String = parts
            .map(|(column, part)| format!("{}={};", folded(column), folded(part)))
            .collect();
        self.0.insert((record.indicator.clone(), record.year, parts), record);
    }

    /// The table; none where it has no value: a table without a row is no table.
    pub fn bytes(&self) -> Result<Option<Arc<[u8]>>, Error> {
        if self.0.is_empty() {
            return Ok(None);
        }
        let columns: BTreeSet<&String> = self.0.values().flat_map(|record| record.breakdown.keys()).collect();
        let heads = HEADS[..2].iter().map(|head| (*head).to_owned());
        let parts = columns.iter().map(|column| (*column).clone());
        let mut register = Register::with(
            heads
                .chain(parts)
                .chain(HEADS[2..].iter().map(|head| (*head).to_owned())),
        );
        for record in self.0.values() {
            let mut row = vec![record.indicator.to_string(), record.year.to_string()];
            row.extend(
                columns
                    .iter()
                    .map(|column| record.breakdown.get(*column).cloned().unwrap_or_default()),
            );
            let origin = &record.origin;
            row.extend([
                written(record.value),
                record.status.key().to_owned(),
                record.note.clone(),
            ]);
            row.extend(
                [
                    &origin.service,
                    &origin.day,
                    &origin.cell,
                    &origin.workbook,
                    &origin.before,
                ]
                .map(String::clone),
            );
            register.rows.push(row);
        }
        register.bytes().map(Some)
    }
}

/// A value as a table of values is read: every digit, and never three of them alone after the comma, which some would
/// take for thousands.
pub(super) fn written(value: Value) -> String {
    let Value::Number(number) = value else {
        return value.said();
    };
    let text = number.to_string().replace('.', ",");
    match text.split_once(',') {
        Some((_, decimals)) if decimals.len() == 3 => format!("{text}0"),
        _ => text,
    }
}

fn value(text: &str) -> Value {
    match (read_number(text), absence(text)) {
        (Ok(number), _) => Value::Number(number),
        (Err(_), Some(Absence::Secret)) => Value::Secret,
        (Err(_), Some(Absence::Void)) => Value::Void,
        (Err(_), _) => Value::Missing,
    }
}

fn status(text: &str) -> ObservationStatus {
    let found = ObservationStatus::ALL.iter().find(|status| status.key() == text);
    found.copied().unwrap_or(ObservationStatus::Final)
}
