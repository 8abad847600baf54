//! The rows of a table become [`Reading`]s: one observation each, beside the cell it was read in.
//!
//! What a cell means is decided by the rule of its kind, in `rules`; a row with a fault gives nothing.

use super::catalogue::{Catalogue, declares};
use super::layout::{Layout, Values};
use super::line::{Line, Reading, is_blank};
use super::numerals::Numerals;
use super::rules::{status, value, year};
use crate::diagnostic::{Cause, Diagnostics};
use crate::form::marks::Mark;
use crate::form::years::MarkedYear;
use crate::french::{folded, label};
use crate::load::{Content, Table};
use crate::model::{Indicator, Observation, ObservationStatus, Value};
use std::collections::BTreeMap;

/// The name of an indicator in a table of observations, or the indicator that asks a query.
#[derive(Clone, Copy, Debug)]
pub enum Subject<'a> {
    Column(usize),
    Asked(&'a Indicator),
}

/// The rows that belong to an indicator of the catalogue.
pub fn lines<'a>(table: &'a Table, subject: Subject<'a>, catalogue: &Catalogue<'a>) -> Vec<Line<'a>> {
    let rows = table.rows.iter().filter(|cells| !is_blank(cells));
    rows.filter_map(|cells| {
        let indicator = match subject {
            Subject::Asked(indicator) => indicator,
            Subject::Column(column) => catalogue.indicator(cells.get(column)?.content.display().trim())?,
        };
        Some(Line { indicator, cells })
    })
    .collect()
}

/// Every observation of these rows, faults reported.
///
/// A value later than `data_year` is not read: it stands there as missing until `later_year` drops it.
pub fn read<'a>(
    lines: &[Line<'a>],
    layout: &Layout,
    numerals: &Numerals,
    data_year: i32,
    diagnostics: &mut Diagnostics,
) -> Vec<Reading<'a>> {
    let mut readings = Vec::new();
    for line in lines {
        let mark = diagnostics.mark();
        readings.extend(of_line(line, layout, numerals, data_year, diagnostics));
        diagnostics.blame(mark, &Cause::entry(line.indicator.id.as_str()));
    }
    readings
}

fn of_line<'a>(
    line: &Line<'a>,
    layout: &Layout,
    numerals: &Numerals,
    data_year: i32,
    diagnostics: &mut Diagnostics,
) -> Vec<Reading<'a>> {
    let status = status::read(line, layout.status, diagnostics);
    let (Some(status), Some(breakdown)) = (status, breakdown_of(line, layout)) else {
        return Vec::new();
    };
    let context = RowContext {
        line,
        status,
        breakdown,
        note: line.text(layout.note),
        numerals,
        data_year,
    };
    match &layout.values {
        Values::Long { year: column, value } => {
            let marked = year::read(line, *column, diagnostics);
            context.reading(marked, *value, diagnostics).into_iter().collect()
        }
        Values::Wide(columns) => context.wide(columns, diagnostics),
    }
}

/// What the values of one row share.
struct RowContext<'l, 'a> {
    line: &'l Line<'a>,
    /// What its status says of its values.
    status: Mark,
    breakdown: BTreeMap<String, String>,
    note: String,
    numerals: &'l Numerals<'l>,
    data_year: i32,
}

impl<'a> RowContext<'_, 'a> {
    /// The values of a wide row. Blank cells before the first value, or between the measures of a survey, say nothing.
    fn wide(&self, columns: &[(usize, MarkedYear)], diagnostics: &mut Diagnostics) -> Vec<Reading<'a>> {
        let blank = |column: usize| self.line.text(Some(column)).is_empty();
        let begun = columns
            .iter()
            .filter(|(column, _)| !blank(*column))
            .map(|(_, marked)| marked.year)
            .min();
        let mut readings = Vec::new();
        for (column, marked) in columns
            .iter()
            .copied()
            .filter(|(_, marked)| year::is_possible(marked.year))
        {
            let year = marked.year;
            let before = begun.is_none_or(|begun| year < begun);
            let silent = before || year > self.data_year || self.line.indicator.is_survey();
            if !(blank(column) && silent) {
                readings.extend(self.reading(Some(marked), column, diagnostics));
            }
        }
        readings
    }

    /// The note of the row, and what the mark of a value says that no status does.
    fn noted(&self, is_revised: bool) -> String {
        match (is_revised && !folded(&self.note).contains("revis"), self.note.as_str()) {
            (false, note) => note.to_owned(),
            (true, "") => "Valeur révisée".to_owned(),
            (true, note) => format!("Valeur révisée ; {note}"),
        }
    }

    /// The observation of a cell; none where its value or its year (none already) is at fault.
    fn reading(&self, marked: Option<MarkedYear>, column: usize, diagnostics: &mut Diagnostics) -> Option<Reading<'a>> {
        let (value, mark) = match marked {
            Some(marked) if marked.year > self.data_year => (Value::Missing, Mark::NONE),
            _ => value::read(self.line, column, self.numerals, diagnostics)?,
        };
        let MarkedYear {
            year,
            status,
            is_revised,
        } = marked?;
        // What the row says of itself goes before what its cell does, and this before what the year says of a column.
        let mut said = [self.status.status, mark.status, status].into_iter();
        let status = said.find(|status| *status != ObservationStatus::Final);
        let status = status.unwrap_or(ObservationStatus::Final);
        let secret = status == ObservationStatus::Secret || value == Value::Secret;
        Some(Reading {
            indicator: self.line.indicator,
            observation: Observation {
                indicator: self.line.indicator.id.clone(),
                year,
                // A number declared secret must not reach a publication.
                value: if secret { Value::Secret } else { value },
                status: if secret { ObservationStatus::Secret } else { status },
                note: self.noted(self.status.is_revised || mark.is_revised || is_revised),
                breakdown: self.breakdown.clone(),
                place: self.line.place(column),
            },
            content: self.line.cell(column).map_or(&Content::Empty, |cell| &cell.content),
            cells: self.line.cells,
        })
    }
}

/// The disaggregation of a row; none where it fills a column its indicator does not declare.
fn breakdown_of(line: &Line, layout: &Layout) -> Option<BTreeMap<String, String>> {
    let mut breakdown = BTreeMap::new();
    for (column, name) in &layout.breakdowns {
        let text = label(&line.text(Some(*column)));
        if !text.is_empty() {
            if !declares(line.indicator, name) {
                return None;
            }
            breakdown.insert(name.clone(), text);
        }
    }
    Some(breakdown)
}
