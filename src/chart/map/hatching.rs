//! Oblique strokes inside a shape, the mark of what has no value.

use super::shape::Shape;
use crate::chart::bounds::Spot;

/// Segments at 45° inside a shape, `pitch` apart along the horizontal.
pub(super) fn hatches(shape: &Shape, pitch: i32) -> Vec<(Spot, Spot)> {
    // Sheared so that the strokes are horizontal: (x, y) becomes (x, x + y).
    let shear = |ring: &Vec<Spot>| ring.iter().map(|(x, y)| (*x, x + y)).collect();
    let sheared = Shape {
        area: shape.area,
        outline: shear(&shape.outline),
        holes: shape.holes.iter().map(shear).collect(),
    };
    let bounds = sheared.bounds();
    let first = bounds.top.div_euclid(pitch) + 1;
    let mut strokes = Vec::new();
    for row in first..=bounds.bottom.div_euclid(pitch) {
        // Half a hundredth aside: a corner is then never on the line.
        let level = f64::from(row * pitch) + 0.5;
        for pair in sheared.crossings(level).chunks_exact(2) {
            let spot = |x: f64| (x.round() as i32, (level - x).round() as i32);
            let (from, to) = (spot(pair[0]), spot(pair[1]));
            if to.0 - from.0 > 8 {
                strokes.push((from, to));
            }
        }
    }
    strokes
}
