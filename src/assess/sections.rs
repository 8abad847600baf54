//! The five finalités, each with its findings, its actions and its ODD.

use super::{FinalitySection, Finding, change, course, judge, unfilled};
use crate::compute::Measure;
use crate::model::{Action, Finality, ObservationStatus, Point};
use std::collections::BTreeSet;

/// Always five sections, in the order of the law; findings in the order of the catalogue.
pub fn sections(measures: Vec<Measure>, actions: &[Action], data_year: i32) -> Vec<FinalitySection> {
    let mut findings: Vec<Finding> = measures
        .into_iter()
        .map(|measure| finding(measure, data_year))
        .collect();
    Finality::ALL
        .into_iter()
        .map(|finality| {
            let (here, elsewhere) = findings
                .drain(..)
                .partition(|finding| finding.indicator.finality == finality);
            findings = elsewhere;
            section(finality, here, actions)
        })
        .collect()
}

fn section(finality: Finality, findings: Vec<Finding>, actions: &[Action]) -> FinalitySection {
    let of_findings = findings.iter().flat_map(|finding| &finding.indicator.goals);
    let scored = actions.iter().filter(|action| action.acts_on(finality));
    let goals: BTreeSet<u8> = of_findings
        .chain(scored.flat_map(|action| &action.goals))
        .copied()
        .collect();
    FinalitySection {
        finality,
        findings,
        goals: goals.into_iter().collect(),
    }
}

fn finding(measure: Measure, data_year: i32) -> Finding {
    let Measure {
        indicator,
        headline,
        breakdowns,
        withheld,
    } = measure;
    let course = course::course(course::base(&indicator, &headline), &headline);
    let parts = || breakdowns.iter().flat_map(|breakdown| &breakdown.series.points);
    let own = |point: &&Point| point.value.number().is_some() && !unfilled::is_of_model(&indicator, point, data_year);
    let supplied =
        headline.points.iter().any(|point| own(&point)) || parts().any(|point| point.value.number().is_some());
    Finding {
        assessment: judge::judge(&indicator, &headline, data_year),
        yearly_change: change::yearly(&indicator, &headline),
        baseline_change: course.ok().map(|course| change::since_base(&indicator, course)),
        example: headline
            .points
            .iter()
            .chain(parts())
            .any(|point| point.has(ObservationStatus::Example)),
        supplied,
        indicator,
        headline,
        breakdowns,
        withheld,
    }
}
