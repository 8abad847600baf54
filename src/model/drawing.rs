//! A chart of an aggregate: what must be drawn, as plain words and numbers. Drawing it is `chart`.
//!
//! An indicator needs none of this: its chart is made from its own series.

use super::{Finality, Money};

/// What one chart of an aggregate shows; its alternative text and its table are computed from it.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// Stem of its file in `graphiques/` and its name in templates: letters, digits and at least one `_`, so that it is
    /// never the name of an indicator.
    pub name: String,
    /// A short French title, without a full stop.
    pub title: String,
    pub unit: String,
    /// Digits after the comma of a printed value.
    pub precision: usize,
    pub kind: DrawingKind,
    /// What the categories are (`Exercice`, `Équipement`): the head of the first column of the table.
    pub dimension: String,
    pub categories: Vec<Category>,
    /// As many values in each as there are categories.
    pub series: Vec<DrawingSeries>,
    /// French remarks printed under it and told by the alternative text, each a sentence.
    pub notes: Vec<String>,
}

/// How an aggregate is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DrawingKind {
    /// Columns from left to right, series laid on one another: for years and other short names.
    StackedBars,
    /// A row a category, series one after the other: for long names.
    Bars,
    /// From the sum of the first category to that of the last, a step a series.
    Waterfall,
    /// A row a series, a column a category, a tint a class of value.
    #[cfg_attr(
        not(test),
        expect(dead_code, reason = "only a drawing of an indicator is a matrix today")
    )]
    Matrix,
}

/// A year, a step of the budget, a kind of equipment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Category {
    pub name: String,
    /// Whether its values are not final (a draft, an estimate).
    pub provisional: bool,
    /// Whether its values are marked `exemple`.
    pub example: bool,
}

/// One part of the aggregate.
#[derive(Clone, Debug, PartialEq)]
pub struct DrawingSeries {
    pub name: String,
    /// Gives its colour where every series has one; otherwise shades of the colour of the collectivité.
    pub finality: Option<Finality>,
    /// Finite, or none where nothing is known: an absence is never a zero.
    pub values: Vec<Option<f64>>,
}

impl Drawing {
    /// The same drawing with amounts, in €, k€ or M€ after the largest of them.
    ///
    /// The only place where money becomes a floating number: it is drawn, and nothing is computed from it.
    pub fn with_amounts(mut self, series: Vec<(String, Option<Finality>, Vec<Option<Money>>)>) -> Self {
        let columns = |category: usize| series.iter().filter_map(move |(.., values)| *values.get(category)?);
        let sums = (0..self.categories.len()).map(|category| columns(category).map(|money| money.cents().abs()).sum());
        let largest: i128 = sums.max().unwrap_or(0);
        let (unit, cents, precision) = match largest {
            10_000_000_000.. => ("M€", 1e8, 1),
            1_000_000_000.. => ("M€", 1e8, 2),
            10_000_000.. => ("k€", 1e5, 0),
            1_000_000.. => ("k€", 1e5, 1),
            _ => ("€", 1e2, 0),
        };
        unit.clone_into(&mut self.unit);
        self.precision = precision;
        self.series = series
            .into_iter()
            .map(|(name, finality, values)| DrawingSeries {
                name,
                finality,
                values: values
                    .into_iter()
                    .map(|money| money.map(|money| money.cents() as f64 / cents))
                    .collect(),
            })
            .collect();
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(cents: &[i128]) -> Drawing {
        let drawing = Drawing {
            name: "essai_montants".to_owned(),
            title: "Essai".to_owned(),
            unit: String::new(),
            precision: 0,
            kind: DrawingKind::Bars,
            dimension: "Exercice".to_owned(),
            categories: vec![Category::default(); cents.len()],
            series: Vec::new(),
            notes: Vec::new(),
        };
        let amounts = cents.iter().map(|cents| Some(Money::from_cents(*cents))).collect();
        drawing.with_amounts(vec![("a".to_owned(), None, amounts)])
    }

    #[test]
    fn the_unit_of_amounts_follows_the_largest() {
        let units = [
            (99_00, "€", 99.0),
            (1_250_000, "k€", 12.5),
            (45_000_000, "k€", 450.0),
            (230_000_000, "k€", 2300.0),
            (2_300_000_000, "M€", 23.0),
        ];
        for (cents, unit, value) in units {
            let drawing = drawn(&[cents, 0]);
            assert_eq!(
                (drawing.unit.as_str(), drawing.series[0].values[0]),
                (unit, Some(value))
            );
        }
    }
}
