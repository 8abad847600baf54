//! The drawing of an indicator: its headline, its parts and its aims, before a kind is chosen for it.

use super::Finding;
use crate::french;
use crate::model::{Aggregation, Aims, Axis, Drawing, DrawingSeries, DrawingValue, Series};

impl Finding {
    /// What may be drawn of it; parts without a number are left out.
    pub fn drawing(&self) -> Drawing {
        let indicator = &self.indicator;
        let parts = self.breakdowns.iter();
        let parts = parts.map(|part| series(french::punctuate(&part.label()), &part.series));
        Drawing {
            name: indicator.id.to_string(),
            title: indicator.title.clone(),
            unit: indicator.unit.clone(),
            precision: indicator.precision,
            kind: indicator.chart,
            finality: Some(indicator.finality),
            axis: Axis::Years {
                frequency: indicator.longest_step(),
            },
            parts: indicator.breakdowns.join(", "),
            series: parts.filter(|part| part.numbers().next().is_some()).collect(),
            whole: Some(series(String::new(), &self.headline)),
            summed: indicator.aggregation == Aggregation::Sum,
            aims: aims(self),
            notes: Vec::new(),
        }
    }
}

fn series(name: String, series: &Series) -> DrawingSeries {
    let values = series.points.iter().map(|point| DrawingValue {
        at: point.year,
        value: point.value,
        marks: point.marks.clone(),
    });
    DrawingSeries {
        name,
        finality: None,
        values: values.collect(),
    }
}

/// The finite ones; the target is the one that was judged, or else the last of the catalogue.
fn aims(finding: &Finding) -> Aims {
    let finite = |point: &(i32, f64)| point.1.is_finite();
    let (inputs, indicator) = (&finding.assessment.inputs, &finding.indicator);
    let written = indicator.targets.iter().map(|target| (target.year, target.value));
    let targets: Vec<(i32, f64)> = written.filter(finite).collect();
    let judged = inputs.target.filter(finite);
    let target = judged.or(targets.last().copied());
    let baseline = inputs.baseline.filter(finite);
    let on_the_way = |point: &(i32, f64)| Some(*point) != target && baseline.is_none_or(|start| point.0 > start.0);
    let limit = indicator.limit.as_ref().map(|limit| limit.value);
    Aims {
        baseline,
        target,
        judged: judged.is_some(),
        milestones: targets.iter().copied().filter(on_the_way).collect(),
        path: inputs.path.iter().copied().filter(finite).collect(),
        limit: limit.filter(|value| value.is_finite()),
        direction: inputs.direction,
    }
}

#[cfg(test)]
mod tests {
    use super::aims;
    use crate::assess::fixture::{measured, project, report};
    use crate::load::Inputs;
    use crate::model::{Direction, Finality, Scope, Target};

    #[test]
    fn milestones_are_the_targets_after_the_reference_but_the_one_that_is_judged() {
        let mut measure = measured(
            "eau",
            Finality::Climate,
            Scope::Internal,
            &[(2020, 100.0), (2025, 80.0)],
        );
        measure.indicator.direction = Direction::Decrease;
        let place = measure.indicator.place.clone();
        let target = |(year, value): (i32, f64)| Target {
            year,
            value,
            origin: String::new(),
            place: place.clone(),
        };
        measure.indicator.targets = [(2020, 99.0), (2026, 75.0), (2030, 50.0)].map(target).to_vec();
        let report = report(&project(), &Inputs::default(), vec![measure]);
        let aims = aims(report.findings().next().unwrap());
        assert_eq!(aims.target, Some((2026, 75.0)));
        assert_eq!(aims.milestones, [(2030, 50.0)]);
    }
}
