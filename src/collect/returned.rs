//! What a file that came back holds: its table of values laid out as any table of values, by its cells alone.
//!
//! Sheets renamed, lines sorted, columns moved or added: the heads and the identifiers say what each cell is. A value is
//! never read here, only put where `validate` reads it.

use super::campaign::Campaign;
use super::noun::ServiceRequest;
use super::told::{self, Homeless};
use super::workbook::{CATALOGUE, EDITION, SERVICE, YEAR};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Spot};
use crate::form::tables::NOTES;
use crate::form::years;
use crate::french::{folded, name};
use crate::load::{Cell, Content, Received, ReceivedSheet, Table};
use std::collections::{BTreeMap, BTreeSet};

/// Lines above the heads: a title, sentences.
const PREAMBLE: usize = 40;

/// What one file holds.
#[derive(Debug, Default)]
pub struct Returned {
    /// By what the workbook is known again: the cells beside their names.
    pub marks: BTreeMap<&'static str, String>,
    /// One value a line, each cell at its place; none where the file has no such table.
    pub values: Option<Table>,
    /// The places of the values beside which a status is written.
    pub spoken: BTreeSet<Place>,
    /// The cells of the year to fill that are empty.
    pub blanks: Vec<Blank>,
    /// What the reading of the sheet tells, where it is of a cell that is read.
    pub told: Vec<Diagnostic>,
}

/// A cell that nobody filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blank {
    /// As the line names its indicator, and its parts.
    pub indicator: String,
    pub note: String,
    pub place: Place,
}

impl Returned {
    /// What was asked of the service that the file says it comes from.
    pub fn request<'r>(&self, requests: &'r [ServiceRequest]) -> Option<&'r ServiceRequest> {
        let service = name(self.marks.get(SERVICE)?);
        requests.iter().find(|request| name(request.label()) == service)
    }
}

/// The table of values of a file, which a service that is asked for no value does not have; faults of the file as a whole are pushed.
pub(super) fn returned(
    received: &Received,
    campaign: &Campaign,
    requests: &[ServiceRequest],
    diagnostics: &mut Diagnostics,
) -> Option<Returned> {
    let mut returned = Returned {
        marks: marks(received),
        ..Returned::default()
    };
    if let Some(fault) = told::other_edition(received, &returned.marks, campaign) {
        diagnostics.push(fault);
        return None;
    }
    let laid: Vec<(&ReceivedSheet, Laid)> = received
        .sheets
        .iter()
        .filter_map(|sheet| Some((sheet, Laid::of(&sheet.table)?)))
        .collect();
    match laid.as_slice() {
        [] if returned
            .request(requests)
            .is_some_and(|request| request.lines.is_empty()) =>
        {
            Some(returned)
        }
        [] => {
            diagnostics.push(told::no_values(received));
            None
        }
        [(sheet, laid)] => {
            laid.unfold(sheet, campaign, &mut returned);
            Some(returned)
        }
        several => {
            let names = several.iter().filter_map(|(sheet, _)| sheet.table.sheet.as_deref());
            diagnostics.push(told::several(received, &names.collect::<Vec<_>>()));
            None
        }
    }
}

/// The cells beside the names of the marks, on the sheet that has them, whatever it is called.
fn marks(received: &Received) -> BTreeMap<&'static str, String> {
    let found = received.sheets.iter().map(|sheet| marks_of(&sheet.table));
    let own = |marks: &BTreeMap<&'static str, String>| marks.contains_key(CATALOGUE) || marks.contains_key(EDITION);
    // A column of values may be called « Service » too.
    found.into_iter().find(own).unwrap_or_default()
}

fn marks_of(table: &Table) -> BTreeMap<&'static str, String> {
    let mut found = BTreeMap::new();
    for row in std::iter::once(&table.header).chain(&table.rows) {
        let Some([first, second]) = row.first_chunk() else {
            continue;
        };
        let word = folded(&first.content.display());
        let known = [EDITION, YEAR, SERVICE, CATALOGUE]
            .into_iter()
            .find(|known| folded(known) == word);
        if let (Some(known), false) = (known, second.content == Content::Empty) {
            found.entry(known).or_insert_with(|| second.content.display());
        }
    }
    found
}

/// Where the heads of a table of values are, and what is under each.
struct Laid {
    /// The rank of the line of heads: 0 is the first of the table.
    line: usize,
    /// The heads with their ranks, those of years apart.
    years: Vec<(usize, i32)>,
    /// Those that speak of a year and are none: « 2025 (MWh) », « Réalisé 2025 ».
    undated: Vec<usize>,
    indicator: usize,
    notes: Vec<usize>,
    status: Option<usize>,
    /// One value a line already.
    long: bool,
}

impl Laid {
    fn of(table: &Table) -> Option<Self> {
        let lines = std::iter::once(&table.header).chain(&table.rows).take(PREAMBLE);
        lines.enumerate().find_map(|(line, cells)| Laid::of_heads(line, cells))
    }

    fn of_heads(line: usize, cells: &[Cell]) -> Option<Self> {
        let names: Vec<String> = cells.iter().map(|cell| name(&cell.content.display())).collect();
        let rank = |wanted: &str| names.iter().position(|name| name == wanted);
        let indicator = rank("indicateur")?;
        let year = |cell: &Cell| years::in_header(&cell.content).map(|marked| marked.year);
        let years: Vec<(usize, i32)> = cells
            .iter()
            .enumerate()
            .filter_map(|(rank, cell)| Some((rank, year(cell)?)))
            .collect();
        let long = rank("annee").is_some() && rank("valeur").is_some();
        let is_undated = |rank: &usize| !long && years::is_almost_a_year(&cells[*rank].content);
        let undated: Vec<usize> = (0..cells.len()).filter(is_undated).collect();
        if years.is_empty() && !long && undated.is_empty() {
            return None;
        }
        let notes = |name: &&String| *name == "note" || NOTES.contains(&name.as_str());
        Some(Laid {
            line,
            undated,
            years,
            indicator,
            notes: names
                .iter()
                .enumerate()
                .filter(|(_, name)| notes(name))
                .map(|(rank, _)| rank)
                .collect(),
            status: rank("statut"),
            long,
        })
    }

    /// Lays the values one a line, each beside what its line says of it; a past year has neither its status nor its note.
    fn unfold(&self, sheet: &ReceivedSheet, campaign: &Campaign, returned: &mut Returned) {
        let table = &sheet.table;
        let lines: Vec<&Vec<Cell>> = std::iter::once(&table.header).chain(&table.rows).collect();
        let heads = lines[self.line];
        let rows = lines.get(self.line + 1..).unwrap_or_default();
        let kept: Vec<usize> = (0..heads.len())
            .filter(|rank| self.long || !self.years.iter().any(|(year, _)| year == rank))
            .filter(|rank| !is_state(&heads[*rank]) && !self.undated.contains(rank))
            .collect();
        let mut homeless = Homeless::default();
        let mut laid = Vec::new();
        for row in rows {
            homeless.beside(row, heads.len());
            if self.long {
                laid.push(kept.iter().filter_map(|rank| row.get(*rank).cloned()).collect());
                continue;
            }
            let filled = |rank: usize| row.get(rank).filter(|cell| cell.content != Content::Empty);
            let values = self
                .years
                .iter()
                .filter_map(|(rank, year)| Some((*rank, *year, filled(*rank)?)));
            let Some(named) = filled(self.indicator) else {
                homeless.nameless(values.map(|(_, _, cell)| cell));
                continue;
            };
            for (rank, year, value) in values {
                let asked = year == campaign.year;
                let mut cells: Vec<Cell> = kept.iter().map(|rank| self.beside(row, *rank, asked, named)).collect();
                cells.extend([heads[rank].clone(), value.clone()]);
                if self.status.is_some_and(|status| filled(status).is_some()) && asked {
                    returned.spoken.insert(value.place.clone());
                }
                laid.push(cells);
            }
            self.blank(row, campaign.year, named, returned);
        }
        for rank in &self.undated {
            let under = rows.iter().filter_map(|row| row.get(*rank));
            homeless.undated(
                &heads[*rank],
                under.filter(|cell| cell.content != Content::Empty).count(),
            );
        }
        let mut header: Vec<Cell> = kept.iter().map(|rank| heads[*rank].clone()).collect();
        if !self.long {
            let place = &heads[self.indicator].place;
            header.extend(["annee", "valeur"].map(|word| Cell {
                content: Content::Text(word.to_owned()),
                place: place.clone(),
            }));
        }
        let of_cells = sheet.told.iter().filter(|fault| is_read(fault, heads));
        returned.told = of_cells.cloned().collect();
        returned.told.extend(homeless.told());
        // A cell in error holds no value any more, and is not one that nobody filled.
        let faulty: BTreeSet<&Place> = returned.told.iter().filter_map(|fault| fault.place.as_ref()).collect();
        returned.blanks.retain(|blank| !faulty.contains(&blank.place));
        returned.values = Some(Table {
            file: table.file.clone(),
            sheet: table.sheet.clone(),
            other_sheets: Vec::new(),
            header,
            rows: laid,
        });
    }

    /// A cell beside a value; a status and a note are those of the year to fill.
    fn beside(&self, row: &[Cell], rank: usize, asked: bool, named: &Cell) -> Cell {
        let of_the_year = self.status == Some(rank) || self.notes.contains(&rank);
        let cell = row.get(rank).filter(|_| asked || !of_the_year);
        cell.cloned().unwrap_or_else(|| Cell {
            content: Content::Empty,
            place: named.place.clone(),
        })
    }

    fn blank(&self, row: &[Cell], year: i32, named: &Cell, returned: &mut Returned) {
        let of_year: Vec<usize> = self
            .years
            .iter()
            .filter(|(_, of)| *of == year)
            .map(|(rank, _)| *rank)
            .collect();
        let empty = |rank: &usize| row.get(*rank).is_none_or(|cell| cell.content == Content::Empty);
        let Some(rank) = of_year.first().filter(|_| of_year.iter().all(empty)) else {
            return;
        };
        let note = self
            .notes
            .iter()
            .filter_map(|rank| row.get(*rank))
            .map(|cell| cell.content.display());
        let place = row.get(*rank).map_or_else(
            || named.place.columns_after(rank.saturating_sub(self.indicator)),
            |cell| cell.place.clone(),
        );
        returned.blanks.push(Blank {
            indicator: named.content.display(),
            note: note.filter(|note| !note.is_empty()).collect::<Vec<_>>().join(" "),
            place,
        });
    }
}

/// Whether what the sheet tells is of what is read in it: under the heads, and not of what a line is worth.
fn is_read(fault: &Diagnostic, heads: &[Cell]) -> bool {
    let Some(place) = &fault.place else { return true };
    let Some(first) = heads.first() else { return true };
    match (&place.spot, &first.place.spot) {
        (Spot::Cell { row, column, .. }, Spot::Cell { row: line, .. }) => {
            let state = heads.iter().find(|head| is_state(head)).map(|head| &head.place.spot);
            let of_state = matches!(state, Some(Spot::Cell { column: state, .. }) if state == column);
            row >= line && !of_state
        }
        (Spot::Line { line, .. }, Spot::Line { line: first, .. }) => line >= first,
        _ => true,
    }
}

/// The column whose formulas say what a line is worth: a spreadsheet that computes nothing leaves it in any state.
fn is_state(head: &Cell) -> bool {
    name(&head.content.display()) == "etat"
}
