//! A series as it is drawn: its numbers, what is said of each, and which follow one another without a gap.

use super::bounds::Spot;
use super::dash::{Rhythm, dashes};
use super::house::{DOT, RING, THIN};
use super::plane::Plane;
use super::sheet::Sheet;
use crate::model::Colour;
use crate::model::{Axis, Category, DrawingSeries, ObservationStatus};

/// A value on the drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Drawn {
    /// Its place on the axis.
    pub at: i32,
    pub value: f64,
    pub example: bool,
    pub provisional: bool,
    pub estimated: bool,
    /// The first value after a change of method.
    pub after_break: bool,
    /// Whether a line comes to it from the value before: no measure is missing between, and no break.
    pub joined: bool,
}

impl Drawn {
    pub fn tentative(&self) -> bool {
        self.provisional || self.estimated
    }
}

/// A part and its values.
pub(super) type Part = (String, Vec<Drawn>);

/// The finite numbers of a series, from the beginning of its axis.
pub(super) fn trace(series: &DrawingSeries, axis: &Axis) -> Vec<Drawn> {
    match axis {
        Axis::Years { frequency } => over_years(series, *frequency),
        Axis::Categories { categories, .. } => over_categories(series, categories),
    }
}

/// The first and the last place that a drawing shows: of years those that are known, of categories all.
pub(super) fn span(axis: &Axis, known: impl Iterator<Item = i32> + Clone) -> (i32, i32) {
    match axis {
        Axis::Years { .. } => (known.clone().min().unwrap_or(0), known.max().unwrap_or(0)),
        Axis::Categories { categories, .. } => (0, i32::try_from(categories.len()).unwrap_or(0).max(1) - 1),
    }
}

/// What is said of a value is said by its own marks.
fn over_years(series: &DrawingSeries, frequency: u32) -> Vec<Drawn> {
    let mut drawn: Vec<Drawn> = Vec::new();
    let mut broken = false;
    for point in &series.values {
        let has = |mark: ObservationStatus| point.marks.contains(&mark);
        broken |= has(ObservationStatus::Break);
        let Some(value) = point.value.number().filter(|value| value.is_finite()) else {
            continue;
        };
        let after_break = broken && !drawn.is_empty();
        let near = |before: &Drawn| point.at.abs_diff(before.at) <= frequency.max(1);
        drawn.push(Drawn {
            at: point.at,
            value,
            example: has(ObservationStatus::Example),
            provisional: has(ObservationStatus::Provisional),
            estimated: has(ObservationStatus::Estimated),
            after_break,
            joined: !after_break && drawn.last().is_some_and(near),
        });
        broken = false;
    }
    drawn
}

/// What is said of a value is said of its category; nothing joins a category to the next.
fn over_categories(series: &DrawingSeries, categories: &[Category]) -> Vec<Drawn> {
    let drawn = series.numbers().filter_map(|(at, value)| {
        let category = categories.get(usize::try_from(at).ok()?)?;
        Some(Drawn {
            at,
            value,
            example: category.example,
            provisional: category.provisional,
            estimated: false,
            after_break: false,
            joined: false,
        })
    });
    drawn.collect()
}

/// Half the width of a point with the circles that may be drawn about it.
const REACH: i32 = 100;

/// The segments that cover a point, for placing texts clear of it.
pub(super) fn cross((x, y): Spot) -> [(Spot, Spot); 4] {
    let oblique = REACH * 4 / 5;
    [
        ((x - REACH, y), (x + REACH, y)),
        ((x, y - REACH), (x, y + REACH)),
        ((x - oblique, y - oblique), (x + oblique, y + oblique)),
        ((x - oblique, y + oblique), (x + oblique, y - oblique)),
    ]
}

/// The segments of a trace, for placing texts clear of them; with those of its points.
pub(super) fn segments(drawn: &[Drawn], plane: &Plane) -> Vec<(Spot, Spot)> {
    let spot = |point: &Drawn| plane.spot(point.at, point.value);
    let points = drawn.iter().flat_map(|point| cross(spot(point)));
    let joins = drawn
        .windows(2)
        .filter(|pair| pair[1].joined)
        .map(|pair| (spot(&pair[0]), spot(&pair[1])));
    points.chain(joins).collect()
}

/// Draws the line: whole where the values are final, dashed towards a provisional or estimated one.
pub(super) fn draw_trace(sheet: &mut Sheet, plane: &Plane, drawn: &[Drawn], colour: Colour, width: i32) {
    let mut stroke: Vec<Spot> = Vec::new();
    for (index, point) in drawn.iter().enumerate() {
        let spot = plane.spot(point.at, point.value);
        let before = index
            .checked_sub(1)
            .map(|index| plane.spot(drawn[index].at, drawn[index].value));
        match before {
            Some(before) if point.joined && point.tentative() => {
                sheet.line(std::mem::take(&mut stroke), width, colour);
                for piece in dashes(&[before, spot], Rhythm { dash: 110.0, gap: 70.0 }) {
                    sheet.line(piece, width, colour);
                }
            }
            _ if point.joined => {}
            _ => sheet.line(std::mem::take(&mut stroke), width, colour),
        }
        stroke.push(spot);
    }
    sheet.line(stroke, width, colour);
}

/// Draws the points: hollow for an example, small and full otherwise; where they are too near one another,
/// only those that no line joins and those that say something.
pub(super) fn draw_dots(sheet: &mut Sheet, plane: &Plane, drawn: &[Drawn], colour: Colour) {
    let roomy = drawn
        .windows(2)
        .all(|pair| plane.x(pair[1].at) - plane.x(pair[0].at) >= 230);
    for (index, point) in drawn.iter().enumerate() {
        let centre = plane.spot(point.at, point.value);
        let alone = !point.joined && drawn.get(index + 1).is_none_or(|next| !next.joined);
        if point.example && (roomy || alone || index + 1 == drawn.len() || index == 0) {
            sheet.ring(centre, RING, THIN + 6, colour);
        } else if !point.example && (roomy || alone || point.after_break) {
            sheet.disc(centre, DOT, colour);
        }
    }
}
