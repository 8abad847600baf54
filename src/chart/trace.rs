//! A series as it is drawn: its numbers, what is said of each, and which follow one another without a gap.

use super::bounds::Spot;
use super::colour::Colour;
use super::dash::{Rhythm, dashes};
use super::house::{DOT, RING, THIN};
use super::plane::Plane;
use super::sheet::{Mark, Sheet};
use crate::model::{ObservationStatus, Series};

/// A value on the drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Drawn {
    pub year: i32,
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

/// The finite numbers of a series, in ascending years; `frequency` is the number of years between two measures.
pub(super) fn trace(series: &Series, frequency: u32) -> Vec<Drawn> {
    let mut drawn: Vec<Drawn> = Vec::new();
    let mut broken = false;
    for point in &series.points {
        broken |= point.has(ObservationStatus::Break);
        let Some(value) = point.value.number().filter(|value| value.is_finite()) else {
            continue;
        };
        let after_break = broken && !drawn.is_empty();
        let near = |before: &Drawn| point.year.abs_diff(before.year) <= frequency.max(1);
        drawn.push(Drawn {
            year: point.year,
            value,
            example: point.has(ObservationStatus::Example),
            provisional: point.has(ObservationStatus::Provisional),
            estimated: point.has(ObservationStatus::Estimated),
            after_break,
            joined: !after_break && drawn.last().is_some_and(near),
        });
        broken = false;
    }
    drawn
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
    let spot = |point: &Drawn| plane.spot(point.year, point.value);
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
        let spot = plane.spot(point.year, point.value);
        let before = index
            .checked_sub(1)
            .map(|index| plane.spot(drawn[index].year, drawn[index].value));
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
        .all(|pair| plane.x(pair[1].year) - plane.x(pair[0].year) >= 230);
    for (index, point) in drawn.iter().enumerate() {
        let centre = plane.spot(point.year, point.value);
        let alone = !point.joined && drawn.get(index + 1).is_none_or(|next| !next.joined);
        if point.example && (roomy || alone || index + 1 == drawn.len() || index == 0) {
            sheet.marks.push(Mark::Ring {
                centre,
                radius: RING,
                width: THIN + 6,
                colour,
            });
        } else if !point.example && (roomy || alone || point.after_break) {
            sheet.marks.push(Mark::Disc {
                centre,
                radius: DOT,
                colour,
            });
        }
    }
}
