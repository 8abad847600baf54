//! A colour as the drawing engine wants it.

pub use crate::model::Colour;
use plotters::style::RGBColor;

impl Colour {
    /// The same colour for the drawing engine.
    pub(super) fn plotters(self) -> RGBColor {
        RGBColor(self.red, self.green, self.blue)
    }
}
