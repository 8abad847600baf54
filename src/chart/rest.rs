//! What is left of a whole above the parts of a column: parts that are secret, that nobody gave, or that the parts lack.
//!
//! It is outlined and never filled: nothing says whose it is.

use super::bounds::Bounds;
use super::dash::{Rhythm, dashes};
use super::groups;
use super::house::{House, THIN};
use super::phrase::{quantity, spans};
use super::plane::Plane;
use super::sheet::Sheet;
use super::stack::Stack;
use crate::french;
use crate::model::Drawing;

/// Its name beside the columns.
pub(super) const NAME: &str = "non détaillé";

/// A rest below this share of the whole is a matter of rounding.
const DUST: f64 = 0.005;

/// Gives each column what its whole has above its parts; none where the parts are no sum, or where some are losses.
pub(super) fn measure(drawing: &Drawing, stacks: &mut [Stack]) {
    if !drawing.summed || !drawing.axis.is_years() {
        return;
    }
    for whole in groups::whole(drawing) {
        let stack = stacks.iter_mut().find(|stack| stack.at == whole.at && stack.low >= 0.0);
        if let Some(stack) = stack {
            let rest = whole.value - stack.high;
            stack.rest = if rest > whole.value * DUST { rest } else { 0.0 };
        }
    }
}

/// What a reader who does not see the drawing is told of it; empty where there is none.
pub(super) fn told(drawing: &Drawing, stacks: &[Stack]) -> String {
    let open: Vec<&Stack> = stacks.iter().filter(|stack| stack.rest > 0.0).collect();
    match open.as_slice() {
        [] => String::new(),
        [only] => format!("{} de {} ne sont pas détaillés", quantity(drawing, only.rest), only.at),
        several => {
            let years: Vec<i32> = several.iter().map(|stack| stack.at).collect();
            french::punctuate(&format!(
                "une part de l’ensemble n’est pas détaillée en {}",
                spans(&years)
            ))
        }
    }
}

/// The dashed outline over the parts of a column.
pub(super) fn draw(sheet: &mut Sheet, house: &House, plane: &Plane, stack: &Stack, half: i32) {
    if stack.rest <= 0.0 {
        return;
    }
    let x = plane.x(stack.at);
    let (foot, top) = (plane.spot(stack.at, stack.high).1, plane.spot(stack.at, stack.top()).1);
    outline(sheet, house, Bounds::between((x - half, top), (x + half, foot)));
}

/// A dashed outline, on the drawing and in its key.
pub(super) fn outline(sheet: &mut Sheet, house: &House, bounds: Bounds) {
    let (left, right, top, bottom) = (bounds.left, bounds.right, bounds.top, bounds.bottom);
    let around = [
        (left, bottom),
        (left, top),
        (right, top),
        (right, bottom),
        (left, bottom),
    ];
    for piece in dashes(&around, Rhythm { dash: 70.0, gap: 45.0 }) {
        sheet.line(piece, THIN, house.tokens.muted);
    }
}
