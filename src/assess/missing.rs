//! Values a reader would expect and does not find: never supplied, secret, gaps, too old, no reference.
//!
//! A survey every three years leaves no gap in the two years between. It only lists: `validate` warns.

use super::MissingDatum;
use super::course;
use super::course::Unmeasured;
use crate::compute::Measure;
use crate::model::{Series, Value};
use std::collections::{BTreeMap, BTreeSet};

/// One entry a reason, in the order of their first year; values expected up to the data year.
pub fn of_measure(measure: &Measure, data_year: i32) -> Vec<MissingDatum> {
    let entry = |years: Vec<i32>, reason: String| MissingDatum {
        indicator: measure.indicator.id.clone(),
        title: measure.indicator.title.clone(),
        finality: measure.indicator.finality,
        years,
        reason,
        service: measure.indicator.service.clone(),
    };
    let present = present(measure);
    let Some((&first, &last)) = present.first().zip(present.last()) else {
        return vec![entry(Vec::new(), never(&measure.headline))];
    };
    let pairs = present.iter().zip(present.iter().skip(1));
    let gaps = pairs.flat_map(|(before, after)| measure.indicator.due_after(*before, after - 1));
    let mut reasons: BTreeMap<i32, String> = gaps
        .chain(measure.indicator.due_after(last, data_year))
        .map(|year| (year, "Valeur non fournie.".to_owned()))
        .collect();
    for point in measure.headline.points.iter().filter(|point| point.year >= first) {
        match point.value {
            Value::Number(_) | Value::Void => {}
            Value::Secret => drop(reasons.insert(point.year, "Secret statistique.".to_owned())),
            Value::Missing if point.note.is_empty() || present.contains(&point.year) => {}
            Value::Missing => drop(reasons.insert(point.year, format!("{}.", point.note.trim_end_matches('.')))),
        }
    }
    let mut entries: Vec<MissingDatum> = Vec::new();
    for (year, reason) in reasons {
        match entries.iter_mut().find(|entry| entry.reason == reason) {
            Some(entry) => entry.years.push(year),
            None => entries.push(entry(vec![year], reason)),
        }
    }
    if let Err(Unmeasured::BaselineMissing(year)) = course::base(&measure.indicator, &measure.headline) {
        entries.push(entry(vec![year], "Année de référence sans valeur.".to_owned()));
    }
    entries
}

/// The years with a number in the headline, or in a disaggregation where there is no headline.
fn present(measure: &Measure) -> BTreeSet<i32> {
    let years = |series: &Series| series.numbers().map(|point| point.0).collect::<BTreeSet<i32>>();
    if !measure.headline.points.is_empty() {
        return years(&measure.headline);
    }
    measure
        .breakdowns
        .iter()
        .flat_map(|breakdown| years(&breakdown.series))
        .collect()
}

fn never(headline: &Series) -> String {
    if headline.points.iter().any(|point| point.value == Value::Secret) {
        return "Secret statistique.".to_owned();
    }
    match headline.points.iter().rev().find(|point| !point.note.is_empty()) {
        Some(point) => format!("{}.", point.note.trim_end_matches('.')),
        None => "Aucune valeur fournie.".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Place;
    use crate::model::fixture::{indicator, series};
    use crate::model::{Baseline, Indicator};

    fn missing(frequency: u32, headline: Series) -> Vec<(Vec<i32>, String)> {
        let measure = Measure {
            indicator: Indicator {
                frequency,
                ..indicator("a")
            },
            headline,
            breakdowns: Vec::new(),
            withheld: BTreeSet::new(),
        };
        of_measure(&measure, 2025)
            .into_iter()
            .map(|entry| (entry.years, entry.reason))
            .collect()
    }

    #[test]
    fn gaps_and_late_years_follow_the_frequency() {
        let given = "Valeur non fournie.".to_owned();
        assert_eq!(
            missing(1, series(&[(2020, 1.0), (2022, 1.0), (2025, 1.0)])),
            [(vec![2021, 2023, 2024], given.clone())]
        );
        assert_eq!(
            missing(3, series(&[(2018, 1.0), (2024, 1.0)])),
            [(vec![2021], given.clone())]
        );
        assert_eq!(missing(1, series(&[(2023, 1.0)])), [(vec![2024, 2025], given)]);
        assert!(missing(3, series(&[(2020, 1.0), (2023, 1.0)])).is_empty());
        assert!(missing(3, series(&[(2020, 1.0), (2022, 1.0), (2024, 1.0)])).is_empty());
    }

    #[test]
    fn an_absence_says_why() {
        assert_eq!(
            missing(1, Series::default()),
            [(vec![], "Aucune valeur fournie.".to_owned())]
        );
        let mut values = series(&[(2022, 1.0), (2023, 1.0), (2024, 1.0), (2025, 1.0)]);
        values.points[0].value = Value::Missing;
        values.points[2].value = Value::Secret;
        assert_eq!(
            missing(1, values.clone()),
            [(vec![2024], "Secret statistique.".to_owned())]
        );
        values.points[2].value = Value::Missing;
        values.points[2].note = "Total non calculé".to_owned();
        assert_eq!(missing(1, values), [(vec![2024], "Total non calculé.".to_owned())]);
    }

    #[test]
    fn a_reference_without_value_is_listed() {
        let baseline = Baseline {
            year: 2015,
            value: None,
            place: Place::file("c.yaml"),
        };
        let wanted = Indicator {
            baseline: Some(baseline),
            ..indicator("a")
        };
        let measure = Measure {
            indicator: wanted,
            headline: series(&[(2025, 1.0)]),
            breakdowns: Vec::new(),
            withheld: BTreeSet::new(),
        };
        assert_eq!(of_measure(&measure, 2025)[0].years, [2015]);
    }
}
