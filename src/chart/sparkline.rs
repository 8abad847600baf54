//! The sparkline: the course of a series beside its row in a table. Decoration: no text, no scale.

use super::bounds::Bounds;
use super::house::House;
use super::plane::Plane;
use super::scale::{Ground, Scale, Wanted};
use super::sheet::{Mark, Sheet};
use super::trace::{draw_trace, trace};
use crate::assess::Finding;

/// Size on the page.
const WIDTH: i32 = 2_400;
const HEIGHT: i32 = 600;

/// Draws the headline, or none where it has fewer than two numbers.
pub(super) fn draw_sparkline(finding: &Finding, house: &House) -> Option<Sheet> {
    let drawn = trace(&finding.headline, finding.indicator.frequency);
    let (first, last) = (drawn.first()?, drawn.last()?);
    if first.year == last.year {
        return None;
    }
    let values: Vec<f64> = drawn.iter().map(|point| point.value).collect();
    let ground = Ground::UnlessFlat;
    let mut scale = Scale::new(&Wanted {
        values: &values,
        ground,
        divisions: 4,
        precision: 0,
    });
    let scaled = values.iter().map(|value| value / scale.factor);
    let (low, high) = scaled.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
        (low.min(value), high.max(value))
    });
    // Its own lowest and highest values fill the height; a level series runs through the middle.
    (scale.low, scale.high) = if high > low {
        (low, high)
    } else {
        (low - 1.0, high + 1.0)
    };
    let colour = house.tokens.finality(finding.indicator.finality);
    let mut sheet = Sheet::new(WIDTH, HEIGHT, house);
    let bounds = Bounds {
        left: 40,
        top: 90,
        right: WIDTH - 90,
        bottom: HEIGHT - 90,
    };
    let plane = Plane::new(bounds, 0, (first.year, last.year), &scale);
    draw_trace(&mut sheet, &plane, &drawn, colour, 34);
    let centre = plane.spot(last.year, last.value);
    sheet.marks.push(Mark::Disc {
        centre,
        radius: 62,
        colour,
    });
    Some(sheet)
}
