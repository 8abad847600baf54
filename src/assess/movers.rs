//! What moved most in one year, in the wanted direction and against it.
//!
//! Only judged indicators whose last value is of the data year, or of the year before where none is: an old change is no news.
//! Changes of different units are ranked by their share of the value of the year before; points by the share
//! of a hundred they are.

use super::case::DUST;
use super::method::counts_points;
use super::{Change, Finding, Mover, Movers};
use crate::model::{Direction, Status};

/// The least change that is one once it is printed: half a thousandth.
const LEAST: f64 = 0.0005;

/// The largest changes each way; ties keep the order of the report.
pub fn movers<'a>(findings: impl Iterator<Item = &'a Finding>, data_year: i32) -> Movers {
    let mut ranked: Vec<(f64, Mover)> = findings.filter_map(|finding| mover(finding, data_year)).collect();
    let newest = ranked.iter().map(|(_, mover)| mover.change.to_year).max();
    ranked.retain(|(_, mover)| Some(mover.change.to_year) == newest);
    ranked.sort_by(|left, right| right.0.abs().total_cmp(&left.0.abs()));
    let (improving, worsening): (Vec<_>, Vec<_>) = ranked.into_iter().partition(|(gain, _)| *gain > 0.0);
    let largest = |side: Vec<(f64, Mover)>| side.into_iter().take(Movers::MOST).map(|(_, mover)| mover).collect();
    Movers {
        improving: largest(improving),
        worsening: largest(worsening),
    }
}

/// The gain in the wanted direction, as a share, and the indicator; none where nothing moved or nothing is judged.
fn mover(finding: &Finding, data_year: i32) -> Option<(f64, Mover)> {
    let change = finding.yearly_change.filter(|change| change.to_year >= data_year - 1)?;
    let judged = !matches!(
        finding.assessment.status,
        Status::Rising | Status::Level | Status::Falling | Status::Monitored | Status::NotAssessable
    );
    let indicator = &finding.indicator;
    let direction = match indicator.direction {
        Direction::Maintain => towards(finding, change)?,
        _ => f64::from(finding.assessment.inputs.direction),
    };
    let share = if counts_points(&indicator.unit) {
        Some(change.absolute / 100.0)
    } else {
        change.relative
    };
    let gain = direction * share?;
    let mover = Mover {
        indicator: indicator.id.clone(),
        title: indicator.title.clone(),
        finality: indicator.finality,
        unit: indicator.unit.clone(),
        precision: indicator.precision,
        change,
        status: finding.assessment.status,
    };
    (judged && gain.abs() >= LEAST).then_some((gain, mover))
}

/// Of what is to be maintained: the sign of a change that goes back towards its tolerance; none where it stays inside it, or is
/// as far out of it on the other side.
fn towards(finding: &Finding, change: Change) -> Option<f64> {
    let inputs = &finding.assessment.inputs;
    let (start, last) = (inputs.baseline?.1, inputs.last?.1);
    let tolerated = start.abs() * (inputs.required.unwrap_or(0.0) + DUST);
    let out = |value: f64| ((value - start).abs() - tolerated).max(0.0);
    let nearer = out(last - change.absolute) - out(last);
    // The change keeps its own sign; the wanted direction is the one that brings nearer.
    (nearer != 0.0 && change.absolute != 0.0).then(|| nearer.signum() * change.absolute.signum())
}
