//! An entry of the catalogue: what is measured, in what direction it should move, and how it is judged.

use super::vocabulary::vocabulary;
use super::{ChartKind, Direction, Finality, FleetDerivation, Identifier, Nature, Perimeter, Scope};
use crate::diagnostic::{Place, Placed};
use crate::french::never_adds_up;
use std::collections::BTreeMap;

/// One indicator of the catalogue, complete: every default has been decided by `config`.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    pub id: Identifier,
    /// Where the entry begins in the catalogue.
    pub place: Place,
    pub title: String,
    /// What it measures, in one or two sentences; empty when the author gave none.
    pub definition: String,
    /// As printed after a value (`MWh`, `%`, `kg/habitant`); empty for a pure number.
    pub unit: String,
    pub finality: Finality,
    pub scope: Scope,
    /// Numbers of the ODD, 1 to 17, ascending.
    pub goals: Vec<u8>,
    pub nature: Nature,
    pub direction: Direction,
    pub baseline: Option<Baseline>,
    /// Ascending years.
    pub targets: Vec<Target>,
    /// A value that counts as reached whatever the target (for instance a regulatory ceiling).
    pub limit: Option<Placed<f64>>,
    /// The method asked for; without one, `assess` chooses and announces it.
    pub method: Option<Method>,
    /// Relative width kept by a `maintien`, as a fraction of the reference (0.05 is ± 5 %).
    pub tolerance: f64,
    /// The closed interval in which a value is possible.
    pub bounds: Option<(f64, f64)>,
    /// Columns of disaggregation, in the order of the catalogue.
    pub breakdowns: Vec<String>,
    /// How a headline is made where the table has none.
    pub aggregation: Aggregation,
    /// Years between two measures: 1, or 3 for a survey every three years.
    pub frequency: u32,
    /// The years of measure, ascending, where they follow no rhythm (a census); empty where `frequency` says them.
    pub measured: Vec<i32>,
    pub source: Source,
    /// The service that answers for the values; may be empty.
    pub service: String,
    /// Theme of the digital strategy, 1 to 6.
    pub digital_theme: Option<u8>,
    pub perimeter: Perimeter,
    pub chart: Option<ChartKind>,
    /// Digits after the decimal comma.
    pub precision: usize,
    /// Whether the author said none: whole values are then printed whole.
    pub free_precision: bool,
    pub derivation: Option<Derivation>,
    /// Why a value that was published is another now, by year.
    pub revisions: BTreeMap<i32, String>,
    /// Markdown; may be empty.
    pub comment: Placed<String>,
}

impl Indicator {
    /// Whether a year may pass in which no value is due.
    pub fn is_survey(&self) -> bool {
        self.frequency > 1 || !self.measured.is_empty()
    }

    /// The gesture for parts that have no whole; a concentration is not added up.
    pub fn whole_gesture(&self) -> String {
        let given = "Donnez l’ensemble sur une ligne à lui, les ventilations vides";
        let key = self.place.of_key("total");
        match never_adds_up(&self.unit) {
            true => format!(
                "{given} : ces nombres ne s’additionnent pas ; ou, si leur moyenne simple a un sens, {} ({key}).",
                self.place.written("total", "moyenne", "moyenne")
            ),
            false => format!(
                "{given} ; ou faites-le calculer : {} ({key}).",
                self.place.written("total", "somme", "somme")
            ),
        }
    }

    /// The most years between two measures.
    pub fn longest_step(&self) -> u32 {
        let steps = self.measured.windows(2).map(|pair| pair[0].abs_diff(pair[1]));
        steps.max().unwrap_or(self.frequency).max(1)
    }

    /// The years in which a value is due after a measure, up to a year.
    pub fn due_after(&self, measure: i32, last: i32) -> Vec<i32> {
        let years = measure.saturating_add(1)..=last;
        match self.measured.is_empty() {
            false => self
                .measured
                .iter()
                .copied()
                .filter(|year| years.contains(year))
                .collect(),
            true => years
                .skip(self.frequency.max(1) as usize - 1)
                .step_by(self.frequency.max(1) as usize)
                .collect(),
        }
    }
}

/// The starting point `(t_0, y_0)`; the value is read in the series unless the author fixes it.
#[derive(Clone, Debug, PartialEq)]
pub struct Baseline {
    pub year: i32,
    pub value: Option<f64>,
    pub place: Place,
}

/// A value to be reached in a year, and who decided it.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    pub year: i32,
    pub value: f64,
    /// The decision the target comes from (a plan, a law); may be empty.
    pub origin: String,
    pub place: Place,
}

/// Where the values come from; every text may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    pub producer: String,
    pub publisher: String,
    pub version: String,
    pub licence: String,
    pub method: String,
    pub limits: String,
    /// Years that may pass between the last value and the data year before the source is too old.
    pub max_age: Option<u32>,
}

/// Values that come from other values rather than from a table of observations.
#[derive(Clone, Debug, PartialEq)]
pub enum Derivation {
    /// An expression over indicator identifiers.
    Formula(Placed<String>),
    /// SQL over the tables of `sources/`.
    Query(Placed<String>),
    /// A measure of the fleet of `data/parc/`.
    Fleet(FleetDerivation),
}

/// The ways of measuring progress towards a target (design §5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Method {
    /// Ratio of compound annual growth rates.
    GrowthRate,
    /// The same; without a target, cuts that are lower as the base is near the limit.
    NearLimit,
    /// Share of the straight path covered.
    Linear,
    /// Share of the broken line through every target covered.
    Milestones,
}

/// How a headline value is made from disaggregated rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aggregation {
    Sum,
    Mean,
    /// No headline: the disaggregation is shown and nothing is judged.
    None,
}

vocabulary!(Method {
    GrowthRate => "taux", "rapport des taux de croissance";
    NearLimit => "taux-limite", "rapport des taux de croissance, seuils abaissés près de la limite";
    Linear => "lineaire", "trajectoire linéaire";
    Milestones => "jalons", "trajectoire par jalons";
});
vocabulary!(Aggregation {
    Sum => "somme", "somme";
    Mean => "moyenne", "moyenne";
    None => "aucun", "aucun";
});
