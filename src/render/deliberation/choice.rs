//! Which advances and which delays the proposed exposé names: at most three of each, by their status.
//!
//! A choice and no more: which delay to name is the decision of the rapporteur.

use crate::assess::{Finding, Report};
use crate::model::Status;

/// How many of each are named.
const MOST: usize = 3;

/// The best first.
pub fn advances(report: &Report) -> Vec<&Finding> {
    let rank = |status| match status {
        Status::Reached => Some(0),
        Status::OnTrack => Some(1),
        Status::Improving => Some(2),
        _ => None,
    };
    chosen(report, rank, -1.0)
}

/// The worst first.
pub fn delays(report: &Report) -> Vec<&Finding> {
    let rank = |status| match status {
        Status::Missed => Some(0),
        Status::Regressing => Some(1),
        Status::Insufficient => Some(2),
        Status::OutOfTolerance => Some(3),
        Status::Worsening => Some(4),
        Status::ToAccelerate => Some(5),
        _ => None,
    };
    chosen(report, rank, 1.0)
}

/// By rank, then by ratio in this direction, then in the order of the report; one a finalité while there are others.
fn chosen(report: &Report, rank: fn(Status) -> Option<u8>, direction: f64) -> Vec<&Finding> {
    let mut ranked: Vec<(u8, f64, &Finding)> = report
        .findings()
        .filter_map(|finding| {
            let ratio = finding.assessment.inputs.ratio.unwrap_or(0.0);
            Some((rank(finding.assessment.status)?, direction * ratio, finding))
        })
        .collect();
    ranked.sort_by(|one, other| one.0.cmp(&other.0).then(one.1.total_cmp(&other.1)));
    let mut kept: Vec<&Finding> = Vec::new();
    let mut left: Vec<&Finding> = Vec::new();
    for (.., finding) in ranked {
        let known = kept
            .iter()
            .any(|other| other.indicator.finality == finding.indicator.finality);
        if known { &mut left } else { &mut kept }.push(finding);
    }
    kept.extend(left);
    kept.truncate(MOST);
    kept
}
