//! Where a note may stand around a spot, the preferred side first.

use super::bounds::Spot;
use super::sheet::{Note, Sheet};

/// The side a note prefers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sides {
    Above,
    Right,
}

/// Top left corners to try for a note about a spot: the near ones, then farther and farther.
pub(super) fn corners(sheet: &Sheet, note: &Note, spot: Spot, sides: Sides) -> Vec<Spot> {
    let (width, height) = (note.width(&sheet.letters), note.height());
    let mut corners = Vec::new();
    for away in [150, 260, 420, 640, 900, 1300, 1800] {
        let (x, y) = spot;
        let above = [(x - width / 2, y - away - height), (x - width / 2, y + away)];
        let beside = [(x + away + 30, y - height / 2), (x - away - 30 - width, y - height / 2)];
        let oblique = [
            (x + away / 2, y - away - height),
            (x - away / 2 - width, y - away - height),
            (x + away / 2, y + away),
            (x - away / 2 - width, y + away),
            (x, y - away - height),
            (x - width, y - away - height),
            (x, y + away),
            (x - width, y + away),
        ];
        match sides {
            Sides::Above => corners.extend(above.into_iter().chain(oblique).chain(beside)),
            Sides::Right => corners.extend(beside.into_iter().chain(above).chain(oblique)),
        }
    }
    corners
}
