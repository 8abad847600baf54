//! What a drawing is about, whether an indicator or an aggregate asked for it: words, colours, names under it.

use super::colour::Colour;
use super::house::House;
use crate::assess::Finding;

/// The words and colours that a drawing needs beside its numbers.
pub(super) struct Subject {
    pub unit: String,
    pub precision: usize,
    pub colour: Colour,
    /// A year and its target.
    pub goal: Option<(i32, f64)>,
    /// The names of the categories, which then stand in the place of years from 0; empty for years.
    pub names: Vec<String>,
    /// A colour a part, in the order given; empty for shades of `colour`, the largest part first.
    pub tints: Vec<Colour>,
}

impl Subject {
    pub fn of(finding: &Finding, house: &House) -> Self {
        let indicator = &finding.indicator;
        Subject {
            unit: indicator.unit.clone(),
            precision: indicator.precision,
            colour: house.tokens.finality(indicator.finality),
            goal: finding.assessment.inputs.target.filter(|target| target.1.is_finite()),
            names: Vec::new(),
            tints: Vec::new(),
        }
    }

    /// What is written for a year, or for the category that stands in its place.
    pub fn name(&self, year: i32) -> String {
        let category = usize::try_from(year).ok().and_then(|rank| self.names.get(rank));
        category.cloned().unwrap_or_else(|| year.to_string())
    }
}
