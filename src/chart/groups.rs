//! The disaggregated series that a drawing can hold: the largest ones, the rest as one or left to the table.

use super::trace::{Drawn, trace};
use crate::assess::Finding;
use crate::compute::Breakdown;
use crate::french;
use crate::model::Aggregation;
use std::collections::BTreeMap;

/// What is drawn of a disaggregation.
pub(super) struct Groups {
    /// `(name, values)`, in the order of the catalogue’s keys; a sum of the others comes last.
    pub parts: Vec<(String, Vec<Drawn>)>,
    /// A French remark on what is not drawn on its own; empty where everything is.
    pub omitted: String,
}

/// What becomes of the parts that a drawing cannot hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Others {
    /// One part more, where a sum has a meaning.
    Summed,
    /// The table alone: their sum would dwarf what is compared.
    InTable,
}

/// The series that hold a number.
pub(super) fn drawable(finding: &Finding) -> Vec<&Breakdown> {
    let drawable = |part: &&Breakdown| part.series.numbers().any(|(_, value)| value.is_finite());
    finding.breakdowns.iter().filter(drawable).collect()
}

/// At most `limit` parts: beyond, those of the largest last values, and the others summed where a sum has a meaning.
pub(super) fn groups(finding: &Finding, limit: usize, others: Others) -> Groups {
    let frequency = finding.indicator.frequency;
    let named = |part: &&Breakdown| (french::punctuate(&part.label()), trace(&part.series, frequency));
    let mut parts: Vec<(String, Vec<Drawn>)> = drawable(finding).iter().map(named).collect();
    if parts.len() <= limit {
        return Groups {
            parts,
            omitted: String::new(),
        };
    }
    let size = |part: &(String, Vec<Drawn>)| part.1.last().map_or(0.0, |last| last.value.abs());
    let mut sizes: Vec<f64> = parts.iter().map(size).collect();
    sizes.sort_by(|left, right| right.total_cmp(left));
    let smallest_kept = sizes[limit - 2];
    let mut kept = Vec::new();
    let mut rest = Vec::new();
    for part in parts.drain(..) {
        if size(&part) >= smallest_kept && kept.len() < limit - 1 {
            kept.push(part)
        } else {
            rest.push(part)
        }
    }
    let count = rest.len();
    let mut omitted = format!(
        "{} dans le tableau seulement",
        french::plural(count, "autre série", "autres séries")
    );
    if others == Others::Summed && finding.indicator.aggregation == Aggregation::Sum {
        let sum = sum(&rest);
        if !sum.is_empty() {
            kept.push((format!("autres ({count})"), sum));
            omitted = format!("« autres » est la somme de {count} séries, détaillées dans le tableau");
        }
    }
    Groups { parts: kept, omitted }
}

/// The sum of several series, in the years for which all of them have a number.
fn sum(parts: &[(String, Vec<Drawn>)]) -> Vec<Drawn> {
    let mut years: BTreeMap<i32, (usize, Drawn)> = BTreeMap::new();
    for point in parts.iter().flat_map(|(_, drawn)| drawn) {
        let (count, total) = years.entry(point.year).or_insert((
            0,
            Drawn {
                value: 0.0,
                joined: true,
                ..*point
            },
        ));
        *count += 1;
        total.value += point.value;
        total.example |= point.example;
        total.provisional |= point.provisional;
        total.estimated |= point.estimated;
        total.after_break |= point.after_break;
        total.joined &= point.joined;
    }
    let whole = years
        .into_values()
        .filter(|(count, total)| *count == parts.len() && total.value.is_finite());
    whole.map(|(_, total)| total).collect()
}
