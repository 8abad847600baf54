//! The sparkline: the course of a series beside its row in a table. Decoration: no text, no scale.

use super::bounds::Bounds;
use super::groups;
use super::house::House;
use super::plane::Plane;
use super::scale::{Ground, Scale};
use super::sheet::Sheet;
use super::trace::draw_trace;
use crate::model::Drawing;

/// Size on the page.
const WIDTH: i32 = 2_400;
const HEIGHT: i32 = 600;

/// Draws the whole, or none where it has fewer than two numbers.
pub(super) fn draw_sparkline(drawing: &Drawing, house: &House) -> Option<Sheet> {
    let drawn = groups::whole(drawing);
    let (first, last) = (drawn.first()?, drawn.last()?);
    if first.at == last.at {
        return None;
    }
    let values: Vec<f64> = drawn.iter().map(|point| point.value).collect();
    let mut scale = Scale::new(&values, Ground::UnlessFlat, 4, 0);
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
    let colour = house.colour(drawing);
    let mut sheet = Sheet::new(WIDTH, HEIGHT, house);
    let bounds = Bounds::between((40, 90), (WIDTH - 90, HEIGHT - 90));
    let plane = Plane::new(bounds, 0, (first.at, last.at), &scale);
    draw_trace(&mut sheet, &plane, &drawn, colour, 34);
    let centre = plane.spot(last.at, last.value);
    sheet.disc(centre, 62, colour);
    Some(sheet)
}
