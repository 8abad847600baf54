//! The values of a file that `validate` read, apart from those that it did not: none is left out in silence.

use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::french::{folded, name};
use crate::load::{Cell, Content, Table};
use crate::model::Observation;
use std::collections::{BTreeMap, BTreeSet};

/// The values of a file, those that are taken apart from those that are not.
pub(super) struct Sorted<'o> {
    pub taken: Vec<&'o Observation>,
    /// With what the cell holds.
    pub refused: Vec<(Place, String)>,
}

impl<'o> Sorted<'o> {
    /// A line that is written twice is taken from neither: nothing says which is right. Nor is one whose unit is at fault,
    /// nor any where a head is.
    pub fn of(table: &Table, observations: &'o [Observation], faults: &[Diagnostic]) -> Self {
        let faults = faults.iter().filter(|fault| fault.severity == Severity::Error);
        let faulty: BTreeSet<&Place> = faults.filter_map(|fault| fault.place.as_ref()).collect();
        let rank = |head: &str| {
            table
                .header
                .iter()
                .position(|cell| name(&cell.content.display()) == head)
        };
        let (value, year, indicator) = (rank("valeur"), rank("annee"), rank("indicateur"));
        let text = |row: &[Cell], rank: Option<usize>| {
            rank.and_then(|rank| row.get(rank))
                .map(|cell| folded(&cell.content.display()))
                .unwrap_or_default()
        };
        let parts: BTreeSet<String> = observations
            .iter()
            .flat_map(|one| one.breakdown.keys())
            .map(|part| name(part))
            .collect();
        let parts: Vec<Option<usize>> = parts.iter().map(|part| rank(part)).collect();
        let same = |row: &[Cell]| {
            let mut told = vec![text(row, indicator), text(row, year)];
            told.extend(parts.iter().map(|rank| text(row, *rank)));
            told.join("\u{1f}")
        };
        let unit = rank("unite");
        let measured = |row: &[Cell]| (text(row, indicator), text(row, unit));
        // Told once an indicator and a unit.
        let units: BTreeSet<(String, String)> = table
            .rows
            .iter()
            .filter(|row| {
                unit.and_then(|unit| row.get(unit))
                    .is_some_and(|cell| faulty.contains(&cell.place))
            })
            .map(|row| measured(row))
            .collect();
        let unheaded = table.header.iter().any(|head| faulty.contains(&head.place));
        let found: BTreeMap<&Place, &Observation> = observations.iter().map(|one| (&one.place, one)).collect();
        let mut times: BTreeMap<String, usize> = BTreeMap::new();
        for row in &table.rows {
            *times.entry(same(row)).or_default() += 1;
        }
        let mut sorted = Sorted {
            taken: Vec::new(),
            refused: Vec::new(),
        };
        for row in &table.rows {
            let Some(cell) = value.and_then(|rank| row.get(rank)) else {
                continue;
            };
            match found.get(&cell.place) {
                Some(observation) if !unheaded && times[&same(row)] == 1 && !units.contains(&measured(row)) => {
                    sorted.taken.push(observation);
                }
                _ if cell.content == Content::Empty => {}
                _ => sorted.refused.push((cell.place.clone(), cell.content.display())),
            }
        }
        sorted
    }
}
