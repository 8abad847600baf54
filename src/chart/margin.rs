//! What is named at the right of a plane, each name as near its height as the others allow.

use super::bounds::{Bounds, Spot};
use super::dash::{Rhythm, dashes};
use super::house::{House, THIN};
use super::plane::Plane;
use super::rest;
use super::sheet::{Note, Sheet};
use crate::model::Colour;

/// From the plane to the samples, and from there to the words.
const AWAY: i32 = 140;
const SAMPLE: i32 = 260;
/// White between two names.
const BETWEEN: i32 = 90;

/// A name and the height it belongs to.
pub(super) struct Beside {
    pub y: i32,
    pub sample: BesideSample,
    pub note: Note,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum BesideSample {
    /// A square of the colour of a part.
    Square(Colour),
    /// An outline: what no part shows.
    Open,
    /// A dashed line across the plane at its height, led to the name.
    Level,
}

/// The width that names need beside a plane, when the widest takes so much.
pub(super) fn margin(widest: i32) -> i32 {
    AWAY + SAMPLE + widest + 20
}

/// Writes the names from top to bottom, moved apart where their heights are too near.
pub(super) fn draw_beside(sheet: &mut Sheet, house: &House, plane: &Plane, mut names: Vec<Beside>) {
    names.sort_by_key(|name| name.y);
    let wanted: Vec<(i32, i32)> = names.iter().map(|name| (name.y, name.note.height())).collect();
    let middles = spread(&wanted, plane.bounds.top - BETWEEN, plane.bounds.bottom);
    for (name, middle) in names.into_iter().zip(middles) {
        let left = plane.bounds.right + AWAY;
        match name.sample {
            BesideSample::Square(colour) => {
                let (top, bottom) = (middle - 85, middle + 85);
                let bounds = Bounds::between((left, top), (left + 170, bottom));
                sheet.block(bounds, colour);
            }
            BesideSample::Open => {
                let corners = ((left, middle - 85), (left + 170, middle + 85));
                rest::outline(sheet, house, Bounds::between(corners.0, corners.1));
            }
            BesideSample::Level => draw_level(sheet, house, plane, name.y, (left + 170, middle)),
        }
        let corner = (left + SAMPLE, middle - name.note.height() / 2 + 12);
        sheet.write(&name.note, corner);
    }
}

/// The height that names take beside a plane when each is as near the next as it may be.
pub(super) fn piled<'a>(notes: impl Iterator<Item = &'a Note>) -> i32 {
    notes.map(|note| note.height() + BETWEEN).sum()
}

/// The middles of names in order, as near the heights they want as those before and after allow.
pub(super) fn spread(wanted: &[(i32, i32)], top: i32, bottom: i32) -> Vec<i32> {
    let heights: Vec<i32> = wanted.iter().map(|(_, height)| height + BETWEEN).collect();
    let mut floor = top;
    let mut middles = Vec::new();
    for (index, (y, _)) in wanted.iter().enumerate() {
        let (height, after) = (heights[index], heights[index + 1..].iter().sum::<i32>());
        let middle = (*y).min(bottom - after - height / 2).max(floor + height / 2);
        floor = middle + height / 2;
        middles.push(middle);
    }
    middles
}

/// A dashed line across the plane, then to the spot where its name begins.
fn draw_level(sheet: &mut Sheet, house: &House, plane: &Plane, y: i32, end: Spot) {
    let spots = [(plane.bounds.left, y), (plane.bounds.right, y), end];
    for piece in dashes(&spots, Rhythm { dash: 75.0, gap: 65.0 }) {
        sheet.line(piece, THIN, house.tokens.text);
    }
}
