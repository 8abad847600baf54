//! Where a text fits inside a commune.

use super::shape::Shape;
use crate::chart::bounds::{Bounds, Spot};

/// Rows tried from the top of a shape to its foot.
const ROWS: i32 = 40;
/// Lines of a box looked at.
const LINES: i32 = 10;

/// The top left corner of a box of this size that stands inside a shape and clear of those drawn over it, where the
/// white on both sides is the widest; none where there is no such place.
pub(super) fn corner(shape: &Shape, over: &[&Shape], (width, height): (i32, i32)) -> Option<Spot> {
    let bounds = shape.bounds();
    let free = bounds.bottom - bounds.top - height;
    if free < 0 || bounds.width() < width {
        return None;
    }
    let mut best: Option<(i64, Spot)> = None;
    for row in 0..=ROWS {
        let top = bounds.top + free * row / ROWS;
        for (from, to) in common_spans(shape, top, height) {
            if to - from < f64::from(width) {
                continue;
            }
            let left = (f64::midpoint(from, to) - f64::from(width) / 2.0).round() as i32;
            let place = Bounds::between((left, top), (left + width, top + height));
            let clear = over.iter().all(|other| !other.bounds().overlaps(&place));
            // The middle of the height is preferred to an equal width elsewhere.
            let centred = i64::from((bounds.top + bounds.bottom - 2 * top - height).abs()) / 4;
            let worth = (to - from) as i64 - centred;
            if clear && best.is_none_or(|(known, _)| worth > known) {
                best = Some((worth, (left, top)));
            }
        }
    }
    best.map(|(_, corner)| corner)
}

/// The spans of x that are inside on every line of a box.
fn common_spans(shape: &Shape, top: i32, height: i32) -> Vec<(f64, f64)> {
    let spans = |line: i32| -> Vec<(f64, f64)> {
        let y = f64::from(top) + f64::from(height * line) / f64::from(LINES) + 0.5;
        shape
            .crossings(y)
            .chunks_exact(2)
            .map(|pair| (pair[0], pair[1]))
            .collect()
    };
    (1..=LINES).fold(spans(0), |common, line| {
        let next = spans(line);
        let both = |(from, to): &(f64, f64)| -> Vec<(f64, f64)> {
            let meet = next.iter().map(|other| (from.max(other.0), to.min(other.1)));
            meet.filter(|(from, to)| from < to).collect()
        };
        common.iter().flat_map(both).collect()
    })
}
