//! What a line chart draws beside its line: limit, breaks, path, reference, target.

use super::bounds::{Bounds, Spot};
use super::dash::{Rhythm, dashes};
use super::house::{HAIRLINE, House, LAST_DOT, RING, THIN};
use super::plane::Plane;
use super::sheet::{Note, Sheet};
use super::trace::Drawn;
use crate::model::{Aims, Colour};

type Segments = Vec<(Spot, Spot)>;

/// A dotted line at the value that counts as reached; gives its height.
pub(super) fn draw_limit(
    sheet: &mut Sheet,
    house: &House,
    plane: &Plane,
    limit: Option<f64>,
    seen: &mut Segments,
) -> Option<i32> {
    let y = plane.y(limit?);
    let ends = ((plane.bounds.left, y), (plane.bounds.right, y));
    for piece in dashes(&[ends.0, ends.1], Rhythm { dash: 30.0, gap: 60.0 }) {
        sheet.line(piece, THIN, house.tokens.text);
    }
    seen.push(ends);
    Some(y)
}

/// Where a vertical hairline parts values that cannot be compared.
pub(super) fn breaks(plane: &Plane, drawn: &[Drawn]) -> Vec<i32> {
    let pairs = drawn.windows(2).filter(|pair| pair[1].after_break);
    pairs
        .map(|pair| (plane.x(pair[0].at) + plane.x(pair[1].at)) / 2)
        .collect()
}

/// The ends of the hairline of a break.
pub(super) fn break_ends(plane: &Plane, x: i32) -> (Spot, Spot) {
    ((x, plane.bounds.top - 100), (x, plane.bounds.bottom))
}

/// The hairline of a break with its words, high or low, where there is room.
pub(super) fn draw_break(
    sheet: &mut Sheet,
    house: &House,
    plane: &Plane,
    x: i32,
    room: &Bounds,
    seen: &[(Spot, Spot)],
) {
    let ends = break_ends(plane, x);
    sheet.line(vec![ends.0, ends.1], HAIRLINE, house.tokens.muted);
    let note = Note::single("rupture de série", house.axis, house.tokens.muted);
    let width = note.width(&sheet.letters);
    let rows = [room.top + 10, plane.bounds.bottom - note.height() - 60];
    let corners: Vec<Spot> = rows
        .into_iter()
        .flat_map(|y| [(x + 80, y), (x - 80 - width, y)])
        .collect();
    sheet.place(&note, &corners, room, seen);
}

/// The dashed path from the reference to the target.
pub(super) fn draw_path(sheet: &mut Sheet, house: &House, plane: &Plane, path: &[(i32, f64)], seen: &mut Segments) {
    let spots: Vec<Spot> = path.iter().map(|(year, value)| plane.spot(*year, *value)).collect();
    for piece in dashes(&spots, Rhythm { dash: 75.0, gap: 65.0 }) {
        sheet.line(piece, THIN, house.tokens.muted);
    }
    seen.extend(spots.windows(2).map(|pair| (pair[0], pair[1])));
}

/// The reference circled, the milestones and the target as rings, the last value full and larger.
pub(super) fn draw_ends(
    sheet: &mut Sheet,
    house: &House,
    plane: &Plane,
    (drawn, aims): (&[Drawn], &Aims),
    colour: Colour,
) {
    let text = house.tokens.text;
    if let Some((year, value)) = aims.baseline {
        let centre = plane.spot(year, value);
        sheet.ring(centre, 130, THIN, text);
        let at = drawn.iter().find(|point| point.at == year && point.value == value);
        if at.is_some_and(|point| !point.example) {
            sheet.disc(centre, RING - 10, colour);
        } else if at.is_some() {
            sheet.ring(centre, RING - 10, THIN + 6, colour);
        }
    }
    for (year, value) in &aims.milestones {
        sheet.ring(plane.spot(*year, *value), 85, THIN, text);
    }
    if let Some((year, value)) = aims.target {
        sheet.ring(plane.spot(year, value), 120, 36, text);
    }
    if let Some(last) = drawn
        .last()
        .filter(|last| aims.baseline.is_none_or(|start| start.0 != last.at))
    {
        let centre = plane.spot(last.at, last.value);
        match last.example {
            true => sheet.ring(centre, LAST_DOT, 40, colour),
            false => sheet.disc(centre, LAST_DOT, colour),
        }
    }
}
