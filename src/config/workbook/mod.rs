//! A project kept in one workbook, `data/projet.xlsx` or `.ods`: its sheets become the trees that the YAML files would have given.
//!
//! Each declaration keeps the one reader that it has: of a sheet, only the layout is known here (`pairs`, `rows`). What is told of a
//! cell is told in the words of who keeps cells (`words`). Tables of data and texts stay files of their folders, but for the values.

mod gestures;
mod law;
mod lists;
mod outline;
mod pairs;
mod rows;
mod words;
mod written;
#[cfg(test)]
pub(super) mod tests;
#[cfg(test)]
mod read_texts;
#[cfg(test)]
mod typed;
#[cfg(test)]
pub(crate) use words::left;

use super::disk::{Absence, Disk};
use super::format;
use super::one_workbook::{PATHS, VALUES, others};
use super::raw::{ActionEntry, CreditLine, IndicatorEntry, StrategyFile};
use super::reference::TextEntry;
use super::settings::ReportFile;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::error::Error;
use crate::form::document::{Node, Shape};
use crate::form::entry::FromYaml;
use crate::form::lines::{Line, Titles, entries, every_node};
use crate::form::reading::Reading;
use crate::form::unfilled;
use crate::french::{folded, list, nearest, quoted};
use crate::table::{self, Cell, Table};
use std::sync::Arc;

pub(super) use rows::add;
pub(super) use words::FILES;
pub use written::WrittenSheet;
pub(super) use written::{Trees, sheets};

/// A project that is told both by a workbook and by other files, or by two workbooks.
const TWO_SOURCES: Code = Code("M094");
/// A sheet that nothing reads, or one that lacks.
const SHEET: Code = Code("M095");

pub(super) const REPORT: &str = "Rapport";
const CALENDAR: &str = "Calendrier";
const FLEET: &str = "Parc";
const INDICATORS: &str = "Indicateurs";
pub(super) const ACTIONS: &str = "Actions";
const CREDITS: &str = "Crédits";
const STRATEGY: &str = "Stratégie";
const STEPS: &str = "Étapes";
const OBJECTIVES: &str = "Objectifs";
const MEASURES: &str = "Mesures";
const MEANS: &str = "Moyens";
const ACTORS: &str = "Acteurs";
const EXCLUSIONS: &str = "Sans objet";
const TEXTS: &str = "Textes de loi";
/// Every sheet that is read.
const SHEETS: [&str; 15] = [
    REPORT, CALENDAR, FLEET, INDICATORS, ACTIONS, CREDITS, STRATEGY, STEPS, OBJECTIVES, MEASURES, MEANS, ACTORS,
    EXCLUSIONS, TEXTS, VALUES,
];
/// What is written for people.
const NOTES: [&str; 2] = ["Lisez-moi", "Remarques"];
/// What stands in the place of the YAML files.
pub(super) enum Kept {
    /// YAML files and tables.
    Files,
    Workbook(Workbook),
    /// Nobody can say: it was told.
    Unknown,
}

/// A workbook that was opened, each of its sheets a table.
pub(super) struct Workbook {
    pub path: Arc<str>,
    tables: Vec<Table>,
    /// The names of the sheets that are written for people.
    notes: Vec<String>,
}

/// How a project is kept.
pub(super) fn kept(disk: &mut Disk<'_>, diagnostics: &mut Diagnostics) -> Result<Kept, Error> {
    let Some((path, kind)) = PATHS.into_iter().find(|(path, _)| disk.exists(path)) else {
        return Ok(Kept::Files);
    };
    let others = others(disk, path)?;
    if !others.is_empty() {
        let named: Vec<String> = others.iter().map(|other| quoted(other)).collect();
        let message = format!(
            "Le projet est décrit deux fois : par {} et par {}. Rien ne dit lequel croire.",
            quoted(path),
            list(&named)
        );
        let help = format!(
            "Gardez l’un ou l’autre : sortez de « data » {}, ou le classeur.",
            list(&named)
        );
        diagnostics.push(Diagnostic::error(TWO_SOURCES, Place::file(path), message).help(help));
        return Ok(Kept::Unknown);
    }
    let Some(bytes) = disk.bytes(path, Absence::Fault, diagnostics)? else {
        return Ok(Kept::Unknown);
    };
    let path: Arc<str> = Arc::from(path);
    diagnostics.keep_in(words::kept(path.clone()));
    if !table::is_kind(&path, &bytes, kind, diagnostics) {
        return Ok(Kept::Unknown);
    }
    let (mut tables, mut notes) = (Vec::new(), Vec::new());
    for name in table::sheet_names(&bytes, kind) {
        if NOTES.iter().any(|note| folded(note) == folded(&name)) {
            notes.push(name);
            continue;
        }
        if !SHEETS.iter().any(|sheet| folded(sheet) == folded(&name)) {
            diagnostics.push(strange(&path, &name));
        } else if folded(&name) != folded(VALUES) {
            tables.extend(table::waiting(&path, &bytes, kind, &name, diagnostics));
        }
    }
    let workbook = Workbook { path, tables, notes };
    if workbook.table(REPORT).is_none() {
        let message = format!("Le classeur n’a pas de feuille « {REPORT} », ou elle est vide.");
        let help = format!(
            "Ajoutez une feuille nommée « {REPORT} », dont la première ligne est « cle ; valeur », puis une ligne par clé."
        );
        diagnostics.push(Diagnostic::error(SHEET, Place::file(workbook.path.clone()), message).help(help));
        return Ok(Kept::Unknown);
    }
    Ok(Kept::Workbook(workbook))
}

fn strange(path: &Arc<str>, name: &str) -> Diagnostic {
    let message = format!("Rien ne lit la feuille {} : son nom n’est pas connu.", quoted(name));
    let own = folded(name);
    let mut begins = SHEETS.into_iter().filter(|known| own.starts_with(&folded(known)));
    let place = Place::file(path.clone());
    // « Valeurs 2023 » begins as one of them.
    match nearest(name, SHEETS).or_else(|| begins.next()) {
        Some(meant) => {
            let help = format!("S’il s’agit de {}, renommez-la, ou portez-y ses lignes ; sinon, donnez-lui un autre nom.", quoted(meant));
            Diagnostic::error(SHEET, place, message).help(help)
        }
        None => Diagnostic::warning(SHEET, place, message).help(format!(
            "Rien à faire, si elle n’est qu’à vous : renommée « {} », elle ne sera plus dite. Si elle doit être lue, donnez-lui un de ces noms : {}.",
            NOTES[1],
            SHEETS.join(", ")
        )),
    }
}

impl Workbook {
    pub fn table(&self, name: &str) -> Option<&Table> {
        let mut tables = self.tables.iter();
        tables.find(|table| {
            table
                .sheet
                .as_deref()
                .is_some_and(|sheet| folded(sheet) == folded(name))
        })
    }

    /// What the sheets « Rapport », « Calendrier » and « Parc » say; none of a project that is newer than the program.
    pub fn report(&self, diagnostics: &mut Diagnostics) -> Option<ReportFile> {
        self.told(diagnostics, |diagnostics| {
            let root = self.report_tree(diagnostics)?;
            if let Some(newer) = format::newer(&Some(root.clone())) {
                diagnostics.push(newer);
                return None;
            }
            unfilled::look(&root, diagnostics);
            ReportFile::from_yaml(&root, diagnostics)
        })
    }

    /// The same before anything is read of it.
    pub fn report_tree(&self, diagnostics: &mut Diagnostics) -> Option<Node> {
        let sheets = [(REPORT, ""), (CALENDAR, "calendrier"), (FLEET, "parc")];
        let sheets = sheets
            .into_iter()
            .filter_map(|(name, below)| Some((self.table(name)?, below)));
        pairs::tree::<ReportFile>(sheets, &self.path, diagnostics)
    }

    pub fn indicators(
        &self,
        titles: &Titles,
        headers: &mut Vec<Cell>,
        diagnostics: &mut Diagnostics,
    ) -> Reading<Vec<IndicatorEntry>> {
        self.entries(INDICATORS, titles, headers, diagnostics)
    }

    pub fn actions(
        &self,
        titles: &Titles,
        headers: &mut Vec<Cell>,
        diagnostics: &mut Diagnostics,
    ) -> Reading<Vec<ActionEntry>> {
        self.entries(ACTIONS, titles, headers, diagnostics)
    }

    pub fn credits(&self, titles: &Titles, headers: &mut Vec<Cell>, diagnostics: &mut Diagnostics) -> Vec<CreditLine> {
        let reading = self.entries(CREDITS, titles, headers, diagnostics);
        reading.content.unwrap_or_default()
    }

    /// Which texts of the law were read, when and by whom.
    pub fn texts(&self, diagnostics: &mut Diagnostics) -> Vec<TextEntry> {
        let reading = self.entries(TEXTS, &Titles::new(), &mut Vec::new(), diagnostics);
        reading.content.unwrap_or_default()
    }

    /// What the sheets of the strategy say; none where there is none of them.
    pub fn strategy(&self, diagnostics: &mut Diagnostics) -> Option<StrategyFile> {
        self.told(diagnostics, |diagnostics| {
            let root = self.strategy_tree(diagnostics)?;
            unfilled::look(&root, diagnostics);
            StrategyFile::from_yaml(&root, diagnostics)
        })
    }

    fn strategy_tree(&self, diagnostics: &mut Diagnostics) -> Option<Node> {
        let mut root = self
            .table(STRATEGY)
            .and_then(|table| pairs::tree::<StrategyFile>([(table, "")].into_iter(), &self.path, diagnostics));
        let parts = rows::strategy(|name| self.table(name), diagnostics);
        if !parts.is_empty() {
            let whole = root.get_or_insert_with(|| Node {
                shape: Shape::Map(Vec::new()),
                place: Place::file(self.path.clone()),
            });
            if let Shape::Map(entries) = &mut whole.shape {
                entries.extend(parts);
            }
        }
        // Sheets and keys that all wait describe no strategy.
        let says = |root: &Node| matches!(&root.shape, Shape::Map(keys) if keys.iter().any(|(_, node)| node.shape != Shape::Empty));
        root.filter(says)
    }

    /// What every sheet says, as the files that they stand for would.
    pub fn trees(&self, diagnostics: &mut Diagnostics) -> Option<Trees> {
        Some(Trees {
            indicators: self.nodes::<IndicatorEntry>(INDICATORS, diagnostics),
            actions: self.nodes::<ActionEntry>(ACTIONS, diagnostics),
            credits: self.nodes::<CreditLine>(CREDITS, diagnostics),
            report: self.report_tree(diagnostics)?,
            strategy: self.strategy_tree(diagnostics),
            texts: self.nodes::<TextEntry>(TEXTS, diagnostics),
        })
    }

    fn nodes<T: Line>(&self, name: &str, diagnostics: &mut Diagnostics) -> Vec<Node> {
        let nodes = |table| every_node::<T>(table, &Titles::new(), diagnostics);
        self.table(name).and_then(nodes).unwrap_or_default()
    }

    /// The sheets that are written for people.
    pub fn notes(&self) -> Vec<&'static str> {
        let is_there = |note: &&str| self.notes.iter().any(|name| folded(name) == folded(note));
        NOTES.into_iter().filter(is_there).collect()
    }

    fn entries<T: Line<Value = T>>(
        &self,
        name: &str,
        titles: &Titles,
        headers: &mut Vec<Cell>,
        diagnostics: &mut Diagnostics,
    ) -> Reading<Vec<T>> {
        let Some(table) = self.table(name) else {
            return Reading {
                content: None,
                written: Vec::new(),
            };
        };
        headers.extend(table.header.iter().cloned());
        let mark = diagnostics.mark();
        let reading = entries(table, titles, diagnostics);
        words::of_cells(diagnostics.since(mark), &[]);
        reading
    }

    /// What is told of cells, under the titles of their columns and in the words of a workbook.
    fn told<T>(&self, diagnostics: &mut Diagnostics, read: impl FnOnce(&mut Diagnostics) -> T) -> T {
        let mark = diagnostics.mark();
        let value = read(diagnostics);
        words::of_cells(diagnostics.since(mark), &self.tables);
        value
    }
}
