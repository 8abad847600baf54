//! Findings built by hand, a sentence a call.

use crate::assess::{Assessment, AssessmentInputs, Finding};
use crate::chart::house::House;
use crate::chart::{Figure, figure};
use crate::compute::Breakdown;
use crate::diagnostic::{Place, Placed};
use crate::model::{
    Aggregation, Baseline, ChartKind, Direction, Indicator, Method, ObservationStatus, Perimeter, Point, Scope, Series,
    Status, Target, Value,
};

/// The drawing of a finding, as the room makes it.
pub fn drawn(finding: &Finding) -> Option<Figure> {
    figure(finding.drawing(), &House::new())
}

/// A finding about a fall wanted, in GWh, without values.
pub fn finding(title: &str) -> Finding {
    Finding {
        indicator: Indicator {
            place: place(),
            title: title.to_owned(),
            unit: "GWh".to_owned(),
            scope: Scope::Territorial,
            goals: vec![7],
            direction: Direction::Decrease,
            aggregation: Aggregation::Sum,
            perimeter: Perimeter::Territory,
            ..crate::model::fixture::indicator("elec")
        },
        headline: Series::default(),
        breakdowns: Vec::new(),
        withheld: std::collections::BTreeSet::new(),
        assessment: Assessment {
            status: Status::NotAssessable,
            reason: String::new(),
            trend: None,
            inputs: AssessmentInputs::default(),
        },
        yearly_change: None,
        baseline_change: None,
        example: false,
        supplied: true,
    }
}

pub fn place() -> Place {
    Place::file("data/valeurs/essai.csv")
}

/// One value a year from a first year; NaN stands for a missing value.
pub fn series(first: i32, values: &[f64]) -> Series {
    let point = |(year, value): (i32, &f64)| Point {
        year,
        value: if value.is_nan() {
            Value::Missing
        } else {
            Value::Number(*value)
        },
        marks: Vec::new(),
        note: String::new(),
        places: vec![place()],
    };
    Series {
        points: (first..).zip(values).map(point).collect(),
    }
}

pub fn mark(series: &mut Series, years: &[i32], mark: ObservationStatus) {
    for point in series.points.iter_mut().filter(|point| years.contains(&point.year)) {
        point.marks.push(mark);
    }
}

/// A reference in the series, a target, and the straight path between them.
pub fn towards(finding: &mut Finding, start: (i32, f64), target: (i32, f64)) {
    finding.indicator.baseline = Some(Baseline {
        year: start.0,
        value: Some(start.1),
        place: place(),
    });
    finding.indicator.targets.push(Target {
        year: target.0,
        value: target.1,
        origin: String::new(),
        place: place(),
    });
    let inputs = &mut finding.assessment.inputs;
    inputs.baseline = Some(start);
    inputs.target = Some(target);
    inputs.method = Some(Method::Linear);
    inputs.direction = if target.1 < start.1 { -1 } else { 1 };
    inputs.last = finding
        .headline
        .last_number()
        .and_then(|point| Some((point.year, point.value.number()?)));
    inputs.path = (start.0..=target.0)
        .map(|year| {
            let share = f64::from(year - start.0) / f64::from((target.0 - start.0).max(1));
            (year, start.1 + (target.1 - start.1) * share)
        })
        .collect();
}

pub fn limit(finding: &mut Finding, value: f64) {
    finding.indicator.limit = Some(Placed::new(value, place()));
}

/// One series a category of `secteur`; no headline.
pub fn split(finding: &mut Finding, kind: Option<ChartKind>, first: i32, categories: &[(&str, &[f64])]) {
    finding.indicator.chart = kind;
    finding.indicator.breakdowns = vec!["secteur".to_owned()];
    finding.breakdowns = categories
        .iter()
        .map(|(name, values)| Breakdown {
            key: [("secteur".to_owned(), (*name).to_owned())].into(),
            series: series(first, values),
        })
        .collect();
    finding.breakdowns.sort_by(|left, right| left.key.cmp(&right.key));
}
