//! The chart of an aggregate: a [`Drawing`] becomes a figure with its words and its table.
//!
//! Its categories take the place of years in the drawings that indicators have.

use super::cascade::{Cascade, assemble};
use super::figures::{Figure, NamedFigure};
use super::groups::Groups;
use super::house::House;
use super::subject::Subject;
use super::trace::Drawn;
use super::{aggregate_table, alternative_aggregate, columns, matrix, paint, rows, waterfall};
use crate::model::{Drawing, DrawingKind, Finality};

/// Draws it; none where no value is known, or where a waterfall lacks one of its ends.
pub(super) fn draw_aggregate(drawing: &Drawing, house: &House) -> Option<NamedFigure> {
    let parts = parts(drawing);
    if parts.iter().all(|(_, points)| points.is_empty()) {
        return None;
    }
    let subject = subject(drawing, house);
    let (sheet, cascade) = match drawing.kind {
        DrawingKind::StackedBars => (columns::draw_columns(&subject, &parts, house), None),
        DrawingKind::Bars => (rows::draw_rows(&subject, &parts, house), None),
        DrawingKind::Matrix => {
            let groups = Groups {
                parts: parts.clone(),
                omitted: String::new(),
            };
            (matrix::draw_matrix(&subject, &groups, house), None)
        }
        DrawingKind::Waterfall => {
            let cascade = cascade(drawing, &parts)?;
            (waterfall::draw_waterfall(&subject, &cascade, house), Some(cascade))
        }
    };
    Some(NamedFigure {
        title: drawing.title.clone(),
        unit: drawing.unit.clone(),
        notes: drawing.notes.clone(),
        figure: Figure {
            name: drawing.name.clone(),
            svg: paint::paint(&sheet, &house.tokens),
            alternative: alternative_aggregate::tell(drawing, cascade.as_ref()),
            width_mm: f64::from(sheet.width) / 100.0,
            height_mm: f64::from(sheet.height) / 100.0,
            table: aggregate_table::aggregate_table(drawing, cascade.as_ref()),
        },
    })
}

/// The known values of each series; the rank of a category stands for a year.
fn parts(drawing: &Drawing) -> Vec<(String, Vec<Drawn>)> {
    let known = |values: &[Option<f64>]| {
        let ranked = (0_i32..).zip(values).zip(&drawing.categories);
        let drawn = ranked.filter_map(|((rank, value), category)| {
            let value = value.filter(|value| value.is_finite())?;
            Some(Drawn {
                year: rank,
                value,
                example: category.example,
                provisional: category.provisional,
                estimated: false,
                after_break: false,
                joined: false,
            })
        });
        drawn.collect()
    };
    let series = drawing.series.iter();
    series
        .map(|series| (series.name.clone(), known(&series.values)))
        .collect()
}

fn subject(drawing: &Drawing, house: &House) -> Subject {
    let finalities: Option<Vec<Finality>> = drawing.series.iter().map(|series| series.finality).collect();
    let tints = finalities.unwrap_or_default();
    Subject {
        unit: drawing.unit.clone(),
        precision: drawing.precision,
        colour: house.tokens.brand,
        goal: None,
        names: drawing
            .categories
            .iter()
            .map(|category| category.name.clone())
            .collect(),
        tints: tints
            .into_iter()
            .map(|finality| house.tokens.finality(finality))
            .collect(),
    }
}

/// From the sum of the first category to that of the last; a series known at one end only is a step from or to nothing.
fn cascade(drawing: &Drawing, parts: &[(String, Vec<Drawn>)]) -> Option<Cascade> {
    let last = i32::try_from(drawing.categories.len()).ok()? - 1;
    let at = |points: &[Drawn], rank: i32| points.iter().find(|point| point.year == rank).copied();
    let total = |rank: i32| {
        let mut ends = parts.iter().filter_map(|(_, points)| at(points, rank));
        let first = ends.next()?;
        Some(ends.fold(first, |sum, point| Drawn {
            value: sum.value + point.value,
            ..sum
        }))
    };
    let (from, to) = (total(0)?, total(last)?);
    let known = parts
        .iter()
        .map(|(name, points)| (name.clone(), at(points, 0), at(points, last)));
    (last > 0).then(|| assemble(from, to, known.collect()))
}
