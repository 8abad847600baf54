//! A drawing: what must be drawn, of an indicator or of an aggregate, as plain words and numbers.
//!
//! It says nothing of strokes and places on the page, which are `chart`’s.

use super::vocabulary::vocabulary;
use super::{Finality, Money, ObservationStatus, Value};

/// What one chart shows; its alternative text and its table are computed from it.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// Stem of its file in `graphiques/`, and the name of an aggregate in templates: it then holds one `_` at least, so
    /// that it is never the name of an indicator.
    pub name: String,
    /// A short French title, without a full stop.
    pub title: String,
    pub unit: String,
    /// Digits after the comma of a printed value.
    pub precision: usize,
    /// The kind asked for; without one, the data choose.
    pub kind: Option<ChartKind>,
    /// Gives its colour; without one, that of the collectivité.
    pub finality: Option<Finality>,
    pub axis: Axis,
    /// What the series are (`secteur`); may be empty.
    pub parts: String,
    pub series: Vec<DrawingSeries>,
    /// What the series are parts of, where it is known by itself.
    pub whole: Option<DrawingSeries>,
    /// Whether the sum of several series has a meaning.
    pub summed: bool,
    pub aims: Aims,
    /// French remarks printed under it and told by the alternative text, each a sentence.
    pub notes: Vec<String>,
}

/// How data are drawn: what an author may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChartKind {
    /// The whole over the years.
    Line,
    /// A row a part in the last year, or a row a category: for long names.
    Bars,
    /// Columns from left to right, series laid on one another: for years and other short names.
    StackedBars,
    /// A small line a part, all on one scale.
    SmallMultiples,
    /// From the reference to the last value, and on to the target.
    Slope,
    /// The last value against its target.
    Bullet,
    /// From one total to another, a step a part.
    Waterfall,
    /// A row a series, a column a year or a category, a tint a class of value.
    Matrix,
    /// The communes of the last year, a tint a class of value.
    Map,
}

vocabulary!(ChartKind {
    Line => "ligne", "courbe";
    Bars => "barres", "barres";
    StackedBars => "barres-empilees", "barres empilées";
    SmallMultiples => "petits-multiples", "petits multiples";
    Slope => "pente", "pente";
    Bullet => "barre-cible", "barre et cible";
    Waterfall => "cascade", "cascade";
    Matrix => "matrice", "matrice";
    Map => "carte", "carte";
});

/// What values are ranged along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Axis {
    /// `frequency` years between two measures.
    Years { frequency: u32 },
    /// `dimension` says what they are (`Exercice`, `Équipement`): the head of the first column of the table.
    Categories {
        dimension: String,
        categories: Vec<Category>,
    },
}

/// A year with its budget, a step of the budget, a kind of equipment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Category {
    pub name: String,
    /// Whether its values are not final (a draft, an estimate).
    pub provisional: bool,
    /// Whether its values are marked `exemple`.
    pub example: bool,
}

/// One part of what is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct DrawingSeries {
    pub name: String,
    /// Gives its colour where every series has one; otherwise shades of the colour of the drawing.
    pub finality: Option<Finality>,
    /// From the beginning of the axis to its end; an absence is never a zero.
    pub values: Vec<DrawingValue>,
}

/// A value at its place, and what is said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct DrawingValue {
    /// Its place on the axis: a year, or the rank of a category.
    pub at: i32,
    pub value: Value,
    pub marks: Vec<ObservationStatus>,
}

/// What values are compared with, each a year and a finite value.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Aims {
    pub baseline: Option<(i32, f64)>,
    pub target: Option<(i32, f64)>,
    /// Whether the status looks at this target, which is otherwise the last of the catalogue.
    pub judged: bool,
    /// The other targets, on the way.
    pub milestones: Vec<(i32, f64)>,
    /// From the reference to the target, as the method has it.
    pub path: Vec<(i32, f64)>,
    /// A value that counts as reached.
    pub limit: Option<f64>,
    /// `+1` when a rise is wanted, `-1` a fall, `0` otherwise.
    pub direction: i8,
}

impl Axis {
    /// What is written for a place.
    pub fn name(&self, at: i32) -> String {
        let category = usize::try_from(at).ok().and_then(|rank| self.categories().get(rank));
        category.map_or_else(|| at.to_string(), |category| category.name.clone())
    }

    /// The categories in their order; none for years.
    pub fn categories(&self) -> &[Category] {
        match self {
            Axis::Years { .. } => &[],
            Axis::Categories { categories, .. } => categories,
        }
    }

    pub fn is_years(&self) -> bool {
        matches!(self, Axis::Years { .. })
    }
}

impl DrawingSeries {
    /// A value a category in their order, none where nothing is known.
    pub fn over_categories(name: String, finality: Option<Finality>, values: Vec<Option<f64>>) -> Self {
        let at = |(at, value): (i32, Option<f64>)| DrawingValue {
            at,
            value: value.map_or(Value::Missing, Value::Number),
            marks: Vec::new(),
        };
        DrawingSeries {
            name,
            finality,
            values: (0..).zip(values).map(at).collect(),
        }
    }

    pub fn at(&self, place: i32) -> Option<&DrawingValue> {
        self.values.iter().find(|value| value.at == place)
    }

    /// The finite numbers with their places.
    pub fn numbers(&self) -> impl Iterator<Item = (i32, f64)> + '_ {
        let number = |value: &DrawingValue| Some((value.at, value.value.number().filter(|number| number.is_finite())?));
        self.values.iter().filter_map(number)
    }
}

impl Aims {
    /// The target that the status looks at.
    pub fn judged_target(&self) -> Option<(i32, f64)> {
        self.target.filter(|_| self.judged)
    }
}

impl Drawing {
    /// The sum of the series at a place; none where none has a value.
    pub fn total(&self, at: i32) -> Option<f64> {
        let here = |series: &DrawingSeries| series.numbers().find(|value| value.0 == at);
        let known: Vec<f64> = self.series.iter().filter_map(here).map(|value| value.1).collect();
        (!known.is_empty()).then(|| known.iter().sum())
    }

    /// A drawing over categories, still without its series.
    pub fn over_categories(
        name: String,
        title: String,
        kind: ChartKind,
        dimension: &str,
        categories: Vec<Category>,
    ) -> Self {
        Drawing {
            name,
            title,
            unit: String::new(),
            precision: 0,
            kind: Some(kind),
            finality: None,
            axis: Axis::Categories {
                dimension: dimension.to_owned(),
                categories,
            },
            parts: String::new(),
            series: Vec::new(),
            whole: None,
            summed: true,
            aims: Aims::default(),
            notes: Vec::new(),
        }
    }

    /// The same drawing with amounts, in €, k€ or M€ after the largest of them.
    ///
    /// The only place where money becomes a floating number: it is drawn, and nothing is computed from it.
    pub fn with_amounts(mut self, series: Vec<(String, Option<Finality>, Vec<Option<Money>>)>) -> Self {
        let columns = |category: usize| series.iter().filter_map(move |(.., values)| *values.get(category)?);
        let sums =
            (0..self.axis.categories().len()).map(|category| columns(category).map(|money| money.cents().abs()).sum());
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
        let drawn = |money: Option<Money>| money.map(|money| money.cents() as f64 / cents);
        self.series = series
            .into_iter()
            .map(|(name, finality, values)| {
                DrawingSeries::over_categories(name, finality, values.into_iter().map(drawn).collect())
            })
            .collect();
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
            let categories = vec![Category::default(); 2];
            let (name, title) = ("essai_montants".to_owned(), "Essai".to_owned());
            let amounts = [cents, 0].map(|cents| Some(Money::from_cents(cents))).to_vec();
            let drawing = Drawing::over_categories(name, title, ChartKind::Bars, "Exercice", categories)
                .with_amounts(vec![("a".to_owned(), None, amounts)]);
            assert_eq!(
                (drawing.unit.as_str(), drawing.series[0].numbers().next()),
                (unit, Some((0, value)))
            );
        }
    }
}
