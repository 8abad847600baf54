//! What a kind of chart is made of, and which one suits data that nobody asked a kind for.

use super::house::House;
use super::sheet::Sheet;
use crate::model::{ChartKind, Drawing, DrawingSeries};
use std::collections::BTreeSet;

/// A kind, in the file of each.
pub(super) struct Kind {
    /// What an author who asks for it gets; none where the data do not allow it.
    pub suits: fn(&Drawing, &House) -> Option<Choice>,
    /// Draws and tells what it suits.
    pub draw: fn(&Drawing, &House) -> Option<Picture>,
}

/// The kind that is drawn, and what it shows.
pub(super) type Choice = (ChartKind, Shown);

/// What of a drawing a kind shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    Whole,
    Parts,
}

/// A drawing that is made.
pub(super) struct Picture {
    pub sheet: Sheet,
    /// Its alternative text.
    pub told: String,
}

/// The whole, where it has a number.
pub(super) fn whole(drawing: &Drawing, kind: ChartKind) -> Option<Choice> {
    let known = drawing.whole.as_ref()?.numbers().next().is_some();
    known.then_some((kind, Shown::Whole))
}

/// The parts, where there are several; over categories one is enough.
pub(super) fn parts(drawing: &Drawing, kind: ChartKind) -> Option<Choice> {
    let enough = match drawing.axis.is_years() {
        true => drawing.series.len() > 1,
        false => drawing.series.iter().any(|series| series.numbers().next().is_some()),
    };
    enough.then_some((kind, Shown::Parts))
}

/// The parts over the years or the categories; bars where there is one year only.
pub(super) fn parts_along(drawing: &Drawing, kind: ChartKind) -> Option<Choice> {
    let single = drawing.axis.is_years() && !several_years(drawing);
    parts(drawing, if single { ChartKind::Bars } else { kind })
}

/// The plainest drawing of an indicator, or none where it has no number.
pub(super) fn plainest(drawing: &Drawing) -> Option<Choice> {
    if !drawing.axis.is_years() {
        return None;
    }
    let split = match several_years(drawing) {
        true => ChartKind::SmallMultiples,
        false => ChartKind::Bars,
    };
    whole(drawing, ChartKind::Line).or((!drawing.series.is_empty()).then_some((split, Shown::Parts)))
}

fn several_years(drawing: &Drawing) -> bool {
    let years: BTreeSet<i32> = drawing
        .series
        .iter()
        .flat_map(DrawingSeries::numbers)
        .map(|(year, _)| year)
        .collect();
    years.len() > 1
}
