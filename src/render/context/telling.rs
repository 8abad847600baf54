//! Which indicators of a finalité tell most of it.

use crate::assess::{FinalitySection, Finding};
use crate::model::Nature;
use std::cmp::Reverse;

/// Telling indicators a finalité.
const TELLING: usize = 3;

/// The indicators that tell most: those judged against a target first, contributions before achievements before
/// context, then the order of the catalogue; when the three chosen all stand well and another does not, it takes the third place.
pub fn telling(section: &FinalitySection) -> Vec<&Finding> {
    let mut ranked: Vec<&Finding> = section
        .findings
        .iter()
        .filter(|finding| finding.headline.last_number().is_some())
        .collect();
    ranked.sort_by_key(|finding| {
        let nature = match finding.indicator.nature {
            Nature::Contribution => 0,
            Nature::Achievement => 1,
            Nature::Context => 2,
        };
        (Reverse(finding.assessment.inputs.ratio.is_some()), nature)
    });
    let mut chosen: Vec<&Finding> = ranked.iter().copied().take(TELLING).collect();
    if chosen.len() == TELLING
        && !chosen.iter().any(|finding| finding.assessment.status.stands_badly())
        && let Some(other) = ranked
            .iter()
            .copied()
            .find(|finding| finding.assessment.status.stands_badly())
    {
        chosen[TELLING - 1] = other;
    }
    chosen
}
