//! The house style of the drawings: hands, strokes and distances, all from the tokens or fixed here once.

use super::letters::{Hand, Letters};
use super::tokens::Tokens;
use crate::model::{Colour, Drawing, FontFamily, Territory};
use std::sync::Arc;

/// Hundredths of a millimetre in a typographic point.
const POINT: f64 = 2540.0 / 72.0;

/// Widths of strokes, in hundredths of a millimetre.
pub(super) const HAIRLINE: i32 = 18;
pub(super) const THIN: i32 = 26;
pub(super) const DATA: i32 = 52;

/// Radii of points.
pub(super) const DOT: i32 = 58;
pub(super) const LAST_DOT: i32 = 88;
pub(super) const RING: i32 = 78;

/// Heights of the band of the unit and the key, and of the band of the years.
pub(super) const TOP_BAND: i32 = 430;
pub(super) const BOTTOM_BAND: i32 = 420;

/// What every drawing is made with.
pub(super) struct House {
    pub tokens: Tokens,
    /// Axes, keys, second-rank notes.
    pub axis: Hand,
    /// Values that the eye should find first.
    pub strong: Hand,
    /// Titles of small panels and names of categories.
    pub name: Hand,
    pub letters: Letters,
    /// The ground of the maps.
    pub territory: Option<Arc<Territory>>,
}

impl House {
    /// With the tokens of the program.
    #[cfg(test)]
    pub fn new() -> Self {
        House::themed(Tokens::embedded(), None)
    }

    /// With the tokens of a project, and the family that it sets its titles in.
    pub fn themed(tokens: Tokens, titles: Option<&FontFamily>) -> Self {
        let hand = |name, bold| Hand {
            size: (tokens.size(name) * POINT).round() as i32,
            bold,
        };
        House {
            axis: hand("chart", false),
            strong: hand("chart-strong", true),
            name: hand("chart", true),
            tokens,
            letters: Letters::of(titles),
            territory: None,
        }
    }

    /// The colour of what is drawn.
    pub fn colour(&self, drawing: &Drawing) -> Colour {
        let finality = drawing.finality.map(|finality| self.tokens.finality(finality));
        finality.unwrap_or(self.tokens.brand)
    }

    /// A colour a series in their order, where each has one of its own.
    pub fn tints(&self, drawing: &Drawing) -> Option<Vec<Colour>> {
        let own = drawing
            .series
            .iter()
            .map(|series| Some(self.tokens.finality(series.finality?)));
        own.collect()
    }
}
