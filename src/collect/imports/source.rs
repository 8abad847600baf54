//! Where a file goes: as it is into `data/parc/` or `data/sources/`, or its lines after those of the years that stand there.
//!
//! What was read of a year never changes in silence: other lines of it are refused.

use super::noun::ImportStep;
use super::plain::{is_plain, plain};
use super::{Importing, Known, catalogue, told, year_of_day};
use crate::collect::register::Register;
use crate::config::ForeignFormat;
use crate::diagnostic::Diagnostics;
use crate::error::Error;
use crate::form::lines::column::same;
use crate::model::Becoming;
use crate::table::{self, Cell, Kind, Table};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The source of a format.
pub(super) fn path(format: &ForeignFormat) -> String {
    format!("data/sources/{}.csv", format.id)
}

/// Where a file of the fleet goes: under its own name, that of a CSV where only one of its sheets is read.
pub(super) fn fleet_path(known: &Known<'_>) -> String {
    let name = known.file.path.rsplit('/').next().unwrap_or_default();
    match is_copied(known) {
        true => format!("data/parc/{name}"),
        false => format!("data/parc/{}.csv", name.rsplit_once('.').map_or(name, |(stem, _)| stem)),
    }
}

/// Whether what is read of the file is what a reader of it alone would read.
fn is_copied(known: &Known<'_>) -> bool {
    let first = known.file.sheets.first();
    first.is_some_and(|first| first.table.sheet == known.sheet.table.sheet)
}

impl Importing<'_> {
    /// A file of the fleet goes where it is read.
    pub(super) fn fleet(&mut self, known: &Known<'_>, diagnostics: &mut Diagnostics) -> Result<Vec<ImportStep>, Error> {
        let to = fleet_path(known);
        let bytes = match is_copied(known) {
            true => known.file.bytes.clone(),
            false => Register::of(&known.sheet.table).bytes()?,
        };
        match self.at(&to) {
            Some(standing) if **standing == *bytes => return Ok(vec![ImportStep::Standing { at: to }]),
            Some(_) => {
                diagnostics.push(told::occupied(&known.file.path, &to));
                return Ok(Vec::new());
            }
            None => {}
        }
        self.written.insert(to.clone(), bytes);
        let mut steps = vec![match is_copied(known) {
            true => ImportStep::Copied { to },
            false => ImportStep::Written { to },
        }];
        steps.extend(self.beside(known.format));
        Ok(steps)
    }

    /// The other inventories of the year that this one is of.
    fn beside(&self, format: &ForeignFormat) -> Option<ImportStep> {
        let year = self.project.settings.data_year;
        let lines = self.dataset.fleet.equipment.iter().filter(|line| line.year == year);
        let files: BTreeSet<String> = lines.map(|line| line.place.file.to_string()).collect();
        let files: Vec<String> = files.into_iter().collect();
        let adds = format.becoming == Becoming::Inventory && !files.is_empty();
        adds.then_some(ImportStep::Beside { year, files })
    }

    /// A file that queries sum goes to the sources, with the entries that it lets compute.
    pub(super) fn source(
        &mut self,
        known: &Known<'_>,
        diagnostics: &mut Diagnostics,
    ) -> Result<Vec<ImportStep>, Error> {
        let to = path(known.format);
        let table = &known.sheet.table;
        let mark = diagnostics.mark();
        let title = known.format.year.as_deref().unwrap_or_default();
        let years = years(table, title, diagnostics);
        if diagnostics.faulty_since(mark) {
            return Ok(Vec::new());
        }
        let step = match self.at(&to).cloned() {
            None => {
                let is_text = Kind::announced_by(&known.file.extension) == Some(Kind::Text);
                let is_plain = is_plain(table, known.format);
                let bytes = match is_text && is_plain {
                    true => known.file.bytes.clone(),
                    false => plain(table, known.format).bytes()?,
                };
                self.written.insert(to.clone(), bytes);
                match is_text {
                    true if is_plain => ImportStep::Copied { to },
                    true => ImportStep::Plain { to },
                    false => ImportStep::Written { to },
                }
            }
            Some(standing) => match self.joined(known, &standing, &years, diagnostics)? {
                Some(step) => step,
                None => return Ok(Vec::new()),
            },
        };
        let mut steps = vec![step];
        steps.extend(catalogue::proposed(self, known)?);
        Ok(steps)
    }

    /// The lines of new years after those that stand; none once it was told why they cannot be.
    fn joined(
        &mut self,
        known: &Known<'_>,
        standing: &Arc<[u8]>,
        years: &[i32],
        diagnostics: &mut Diagnostics,
    ) -> Result<Option<ImportStep>, Error> {
        let (to, table) = (path(known.format), &known.sheet.table);
        let Some(before) = table::read(&to.as_str().into(), standing, Kind::Text, None, diagnostics) else {
            return Ok(None);
        };
        let (mut register, came) = (plain(&before, known.format), plain(table, known.format));
        let rank = |heads: &[String], title: &str| heads.iter().position(|head| same(head, title));
        let ranks: Vec<Option<usize>> = register.heads.iter().map(|head| rank(&came.heads, head)).collect();
        let lacks = |head: &str| !head.trim().is_empty() && rank(&register.heads, head).is_none();
        let heads = came.heads.iter().zip(&table.header);
        let lacking: Vec<String> = heads
            .filter(|(head, _)| lacks(head))
            .map(|(_, cell)| shown(cell))
            .collect();
        if !lacking.is_empty() {
            diagnostics.push(told::other_columns(&known.file.path, &to, &lacking));
            return Ok(None);
        }
        let title = known.format.year.as_deref().unwrap_or_default();
        let old: BTreeSet<i32> = self::years(&before, title, diagnostics).into_iter().collect();
        let mut added = BTreeSet::new();
        for ((row, line), year) in table.rows.iter().zip(&came.rows).zip(years) {
            let cells = ranks
                .iter()
                .map(|rank| rank.and_then(|rank| line.get(rank)).cloned().unwrap_or_default());
            let line: Vec<String> = cells.collect();
            if !old.contains(year) {
                added.insert(*year);
                register.rows.push(line);
            } else if !register.rows.contains(&line) {
                diagnostics.push(told::other_lines(&row[0], *year, &to));
                return Ok(None);
            }
        }
        if added.is_empty() {
            return Ok(Some(ImportStep::Standing { at: to }));
        }
        self.written.insert(to.clone(), register.bytes()?);
        let years = added.into_iter().collect();
        Ok(Some(ImportStep::Added { to, years }))
    }
}

fn shown(cell: &Cell) -> String {
    cell.content.display()
}

/// The year of each line; one that says none is told.
fn years(table: &Table, title: &str, diagnostics: &mut Diagnostics) -> Vec<i32> {
    let Some(rank) = ForeignFormat::rank(&table.header, title) else {
        return Vec::new();
    };
    let year = |row: &Vec<Cell>| {
        let cell = row.get(rank).unwrap_or(&row[0]);
        let year = year_of_day(&cell.content.display());
        if year.is_none() {
            diagnostics.push(told::no_year(cell, title));
        }
        year.unwrap_or_default()
    };
    table.rows.iter().map(year).collect()
}
