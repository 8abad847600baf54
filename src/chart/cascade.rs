//! The change of a total, part by part: since the reference of an indicator, from the first category to the last of an
//! aggregate.

use super::groups::whole;
use super::trace::{Drawn, Part, trace};
use crate::model::{Axis, Drawing};

/// Steps beyond are summed.
const STEPS: usize = 12;

/// From the total of a year to the total of another.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cascade {
    pub from: Drawn,
    pub to: Drawn,
    /// The largest first; `from + Σ change = to`, but for the last bits of a sum.
    pub steps: Vec<Step>,
    /// Every step on its own, for the table.
    pub details: Vec<Step>,
    /// A French remark on steps put together; empty where there are none.
    pub omitted: String,
}

/// What one part adds to the total.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Step {
    pub name: String,
    /// Its value is the change; its marks are those of either end.
    pub change: Drawn,
    /// The values at both ends; none for what the parts do not explain.
    pub ends: Option<(f64, f64)>,
}

/// The cascade of a drawing; none where the data do not allow it.
pub(super) fn cascade(drawing: &Drawing) -> Option<Cascade> {
    let parts = drawing.series.iter();
    let parts: Vec<Part> = parts
        .map(|part| (part.name.clone(), trace(part, &drawing.axis)))
        .collect();
    match &drawing.axis {
        Axis::Years { .. } => over_years(drawing, &parts),
        Axis::Categories { categories, .. } => over_categories(categories.len(), &parts),
    }
}

/// Of a sum with several parts; none where a year, a part or the comparison is missing. What the parts do not explain is
/// a step of its own.
fn over_years(drawing: &Drawing, parts: &[Part]) -> Option<Cascade> {
    if !drawing.summed || parts.len() < 2 {
        return None;
    }
    let totals = whole(drawing);
    let to = *totals.last()?;
    let start = drawing.aims.baseline.map(|baseline| baseline.0);
    let from = totals
        .iter()
        .find(|point| Some(point.at) == start)
        .or(totals.first())
        .copied()?;
    let broken = |series: &[Drawn]| {
        let between = |point: &&Drawn| point.at > from.at && point.at <= to.at;
        series.iter().filter(between).any(|point| point.after_break)
    };
    if from.at >= to.at || broken(&totals) || parts.iter().any(|(_, drawn)| broken(drawn)) {
        return None;
    }
    let mut steps: Vec<Step> = parts.iter().filter_map(|part| step(part, from.at, to.at)).collect();
    steps.sort_by(|left, right| right.change.value.abs().total_cmp(&left.change.value.abs()));
    let mut details = steps.clone();
    let omitted = sum_the_smallest(&mut steps);
    let told: f64 = steps.iter().map(|step| step.change.value).sum();
    let rest = to.value - from.value - told;
    let smallest_shown = 0.5 * 10f64.powi(-i32::try_from(drawing.precision.min(12)).unwrap_or(0));
    let noise = 1e-9 * (from.value.abs() + to.value.abs() + told.abs());
    if rest.abs() >= smallest_shown.max(noise) {
        let change = Drawn { value: rest, ..to };
        let name = "non ventilé".to_owned();
        let ends = None;
        let step = Step { name, change, ends };
        details.push(step.clone());
        steps.push(step);
    }
    let finite = steps.iter().all(|step| step.change.value.is_finite()) && (to.value - from.value).is_finite();
    (finite && !steps.is_empty()).then_some(Cascade {
        from,
        to,
        steps,
        details,
        omitted,
    })
}

fn step((name, drawn): &Part, from: i32, to: i32) -> Option<Step> {
    let find = |year: i32| drawn.iter().find(|point| point.at == year);
    let (first, last) = (find(from)?, find(to)?);
    Some(Step {
        name: name.clone(),
        change: Drawn {
            value: last.value - first.value,
            example: first.example || last.example,
            provisional: first.provisional || last.provisional,
            estimated: first.estimated || last.estimated,
            ..*last
        },
        ends: Some((first.value, last.value)),
    })
}

/// Of parts whose sums are the totals of the first category and of the last; a part absent from an end counts for
/// nothing there.
fn over_categories(count: usize, parts: &[Part]) -> Option<Cascade> {
    let last = i32::try_from(count).ok()? - 1;
    let at = |points: &[Drawn], place: i32| points.iter().find(|point| point.at == place).copied();
    let total = |place: i32| {
        let mut ends = parts.iter().filter_map(|(_, points)| at(points, place));
        let first = ends.next()?;
        Some(ends.fold(first, |sum, point| Drawn {
            value: sum.value + point.value,
            ..sum
        }))
    };
    let (from, to) = (total(0)?, total(last)?);
    let step = |(name, points): &Part| {
        let (first, last) = (at(points, 0), at(points, last));
        let ends = (
            first.map_or(0.0, |point| point.value),
            last.map_or(0.0, |point| point.value),
        );
        let change = Drawn {
            value: ends.1 - ends.0,
            example: from.example || to.example,
            provisional: from.provisional || to.provisional,
            ..to
        };
        let ends = Some(ends).filter(|ends| *ends != (0.0, 0.0));
        let name = name.clone();
        ends.is_some().then_some(Step { name, change, ends })
    };
    let mut steps: Vec<Step> = parts.iter().filter_map(step).collect();
    steps.sort_by(|left, right| right.change.value.abs().total_cmp(&left.change.value.abs()));
    let details = steps.clone();
    let omitted = sum_the_smallest(&mut steps);
    (last > 0).then_some(Cascade {
        from,
        to,
        steps,
        details,
        omitted,
    })
}

/// Puts the smallest steps together where there are too many, and says so.
fn sum_the_smallest(steps: &mut Vec<Step>) -> String {
    if steps.len() <= STEPS {
        return String::new();
    }
    let rest = steps.split_off(STEPS - 1);
    let count = rest.len();
    let Some(mut all) = rest.first().map(|step| step.change) else {
        return String::new();
    };
    all.value = rest.iter().map(|step| step.change.value).sum();
    all.example = rest.iter().any(|step| step.change.example);
    all.provisional = rest.iter().any(|step| step.change.provisional);
    all.estimated = rest.iter().any(|step| step.change.estimated);
    let ends = rest.iter().filter_map(|step| step.ends);
    let ends = ends.fold((0.0, 0.0), |sum, end| (sum.0 + end.0, sum.1 + end.1));
    steps.push(Step {
        name: format!("autres ({count})"),
        change: all,
        ends: Some(ends),
    });
    format!("« autres » est la somme de {count} séries, détaillées dans le tableau")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::tests::fixture::{finding, series, split};
    use crate::model::Aggregation;

    fn made(total: &[f64], parts: &[(&str, &[f64])]) -> crate::assess::Finding {
        let mut made = finding("Énergie");
        made.headline = series(2018, total);
        split(&mut made, None, 2018, parts);
        made
    }

    #[test]
    fn steps_lead_from_one_total_to_the_other() {
        let parts: [(&str, &[f64]); 2] = [("gaz", &[60.0, 55.0, 50.0]), ("bois", &[10.0, 10.0, 14.0])];
        let cascade = cascade(&made(&[70.0, 65.0, 64.0], &parts).drawing()).unwrap();
        let told: Vec<_> = cascade
            .steps
            .iter()
            .map(|step| (step.name.as_str(), step.change.value))
            .collect();
        assert_eq!(told, [("gaz", -10.0), ("bois", 4.0)]);
    }

    #[test]
    fn what_the_parts_do_not_explain_is_a_step() {
        let parts: [(&str, &[f64]); 2] = [("gaz", &[60.0, 50.0]), ("bois", &[f64::NAN, 14.0])];
        let cascade = cascade(&made(&[70.0, 66.0], &parts).drawing()).unwrap();
        let told: Vec<_> = cascade
            .steps
            .iter()
            .map(|step| (step.name.as_str(), step.change.value))
            .collect();
        assert_eq!(told, [("gaz", -10.0), ("non ventilé", 6.0)]);
    }

    #[test]
    fn a_mean_or_a_break_has_no_cascade() {
        let parts: [(&str, &[f64]); 2] = [("gaz", &[60.0, 50.0]), ("bois", &[10.0, 14.0])];
        let mut mean = made(&[70.0, 64.0], &parts);
        mean.indicator.aggregation = Aggregation::Mean;
        assert_eq!(cascade(&mean.drawing()), None);
        let mut broken = made(&[70.0, 64.0], &parts);
        crate::chart::tests::fixture::mark(&mut broken.headline, &[2019], crate::model::ObservationStatus::Break);
        assert_eq!(cascade(&broken.drawing()), None);
    }
}
