//! What an indicator rests on in an edition: what two editions are compared by, whether one is made today or was published.

use crate::assess::Finding;
use crate::load::{PreviousAssessment, PreviousEdition};
use crate::model::{Identifier, Method, Value};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The facts of an indicator; none is what its edition does not say.
pub struct Facts<'a> {
    pub id: &'a Identifier,
    pub title: Cow<'a, str>,
    pub unit: Option<&'a str>,
    pub definition: Option<&'a str>,
    /// Every target, by year.
    pub targets: Option<BTreeMap<i32, f64>>,
    pub method: Option<Method>,
    pub baseline: Option<(i32, f64)>,
    /// Whether its author chose the year of the reference; where nobody did, it is the first value.
    pub is_chosen: bool,
    /// By disaggregation as data files say it, empty for the whole, then by year.
    pub values: BTreeMap<String, BTreeMap<i32, Value>>,
    /// Whether a value that is not there is known to be gone.
    pub is_whole: bool,
}

impl<'a> Facts<'a> {
    /// Those of an indicator of today.
    pub fn of(finding: &'a Finding) -> Self {
        let indicator = &finding.indicator;
        let parts = finding.breakdowns.iter().map(|part| (part.said(), &part.series));
        let whole = std::iter::once((String::new(), &finding.headline));
        let values = whole.chain(parts).map(|(part, series)| {
            let points = series.points.iter().map(|point| (point.year, point.value));
            (part, points.collect())
        });
        let targets = indicator.targets.iter();
        Facts {
            id: &indicator.id,
            title: Cow::Borrowed(&indicator.title),
            unit: Some(&indicator.unit),
            definition: Some(&indicator.definition),
            targets: Some(targets.map(|target| (target.year, target.value)).collect()),
            method: finding.assessment.inputs.method,
            baseline: finding.assessment.inputs.baseline,
            is_chosen: indicator.baseline.is_some(),
            values: values.collect(),
            is_whole: true,
        }
    }

    /// Those that an edition published.
    pub fn published(id: &'a Identifier, said: &'a PreviousAssessment, edition: &PreviousEdition) -> Self {
        let mut values: BTreeMap<String, BTreeMap<i32, Value>> = BTreeMap::new();
        for ((of, part), points) in edition.values.iter().flatten() {
            if of == id {
                let points = points.iter().map(|(year, number)| (*year, Value::Number(*number)));
                values.insert(part.clone(), points.collect());
            }
        }
        Facts {
            id,
            title: said
                .title
                .as_deref()
                .map_or_else(|| id.to_string().into(), Cow::Borrowed),
            unit: said.unit.as_deref(),
            definition: said.definition.as_deref(),
            targets: said.targets.clone(),
            method: said.method,
            baseline: said.baseline,
            is_chosen: false,
            values,
            is_whole: false,
        }
    }

    pub fn value(&self, part: &str, year: i32) -> Option<Value> {
        self.values.get(part)?.get(&year).copied()
    }
}
