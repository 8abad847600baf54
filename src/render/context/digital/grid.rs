//! The grid of themes and perimeters: in each cell the objectives and how their indicators stand, or the gap.

use super::super::counts::{Count, counts};
use super::{ObjectiveName, finding, name};
use crate::assess::{CellContent, DigitalReview, GridCell, Report};
use crate::french;
use crate::model::{Identifier, Perimeter};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Clone, Debug, Serialize)]
pub struct Grid {
    /// Short titles of the three perimeters, in their order.
    pub perimeters: Vec<String>,
    /// The six themes, in the order of the decree.
    pub rows: Vec<ThemeRow>,
    /// How much is covered, in one sentence.
    pub sentence: String,
    /// The cells without an objective and without a reason, theme by theme.
    pub gaps: Vec<GapLine>,
    /// The cells said to be without object.
    pub exclusions: Vec<ExclusionLine>,
}

#[derive(Clone, Debug, Serialize)]
pub struct ThemeRow {
    pub number: u8,
    pub short: String,
    /// The wording of the decree.
    pub title: String,
    pub cells: Vec<Cell>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Cell {
    /// `couvert`, `sans-objet` or `vide`.
    pub state: &'static str,
    pub objectives: Vec<ObjectiveName>,
    /// Each indicator of the cell counted once.
    pub counts: Vec<Count>,
}

/// A theme and the perimeters where no objective covers it.
#[derive(Clone, Debug, Serialize)]
pub struct GapLine {
    pub number: u8,
    pub short: String,
    pub perimeters: Vec<String>,
    /// Whether no perimeter is covered at all.
    pub whole: bool,
}

#[derive(Clone, Debug, Serialize)]
pub struct ExclusionLine {
    pub number: u8,
    pub perimeter: String,
    pub reason: String,
}

pub fn describe(report: &Report, review: &DigitalReview) -> Grid {
    let theme = |number: u8| {
        let theme = report.provenance.reference.themes.get(&number);
        let text = |text: Option<&String>| text.map(|text| french::punctuate(text)).unwrap_or_default();
        (
            text(theme.map(|theme| &theme.short)),
            text(theme.map(|theme| &theme.title)),
        )
    };
    let covered = |cell: &GridCell| matches!(cell.content, CellContent::Covered(_));
    let gaps = review.grid.iter().filter_map(|row| {
        let without: Vec<String> = row
            .cells
            .iter()
            .filter(|cell| cell.content == CellContent::Gap)
            .map(|cell| perimeter(report, cell.perimeter))
            .collect();
        (!without.is_empty()).then(|| GapLine {
            number: row.theme,
            short: theme(row.theme).0,
            perimeters: without,
            whole: !row.cells.iter().any(covered),
        })
    });
    let exclusions = review.cells().filter_map(|(theme, cell)| match &cell.content {
        CellContent::WithoutObject(reason) => Some(ExclusionLine {
            number: theme,
            perimeter: perimeter(report, cell.perimeter),
            reason: french::punctuate(reason),
        }),
        _ => None,
    });
    Grid {
        perimeters: Perimeter::ALL.iter().map(|&found| perimeter(report, found)).collect(),
        rows: review
            .grid
            .iter()
            .map(|row| {
                let (short, title) = theme(row.theme);
                ThemeRow {
                    number: row.theme,
                    short,
                    title,
                    cells: row
                        .cells
                        .iter()
                        .map(|cell| describe_cell(report, review, cell))
                        .collect(),
                }
            })
            .collect(),
        sentence: sentence(review),
        gaps: gaps.collect(),
        exclusions: exclusions.collect(),
    }
}

fn describe_cell(report: &Report, review: &DigitalReview, cell: &GridCell) -> Cell {
    let (state, ranks): (_, &[usize]) = match &cell.content {
        CellContent::Covered(ranks) => ("couvert", ranks),
        CellContent::WithoutObject(_) => ("sans-objet", &[]),
        CellContent::Gap => ("vide", &[]),
    };
    let objectives = || ranks.iter().filter_map(|&rank| review.objectives.get(rank));
    let ids: BTreeSet<&Identifier> = objectives().flat_map(|found| &found.objective.indicators).collect();
    let mut statuses = BTreeMap::new();
    for finding in ids.into_iter().filter_map(|id| finding(report, id)) {
        *statuses.entry(finding.assessment.status).or_insert(0) += 1;
    }
    Cell {
        state,
        objectives: ranks.iter().filter_map(|&rank| name(review, rank)).collect(),
        counts: counts(&statuses),
    }
}

/// The short title of a perimeter.
pub fn perimeter(report: &Report, perimeter: Perimeter) -> String {
    let wording = report.provenance.reference.digital.perimeters.get(&perimeter);
    wording.map_or_else(
        || perimeter.label().to_owned(),
        |wording| french::punctuate(&wording.short),
    )
}

fn sentence(review: &DigitalReview) -> String {
    let count = |wanted: fn(&CellContent) -> bool| review.cells().filter(|(_, cell)| wanted(&cell.content)).count();
    let covered = count(|content| matches!(content, CellContent::Covered(_)));
    let excluded = count(|content| matches!(content, CellContent::WithoutObject(_)));
    let gaps = count(|content| *content == CellContent::Gap);
    let parts = [("sans objet", excluded), ("sans objectif", gaps)];
    let others: String = parts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(words, count)| format!(" ; {words} : {count}"))
        .collect();
    french::punctuate(&format!(
        "Cases couvertes : {covered} sur {}{others}.",
        review.cells().count()
    ))
}
