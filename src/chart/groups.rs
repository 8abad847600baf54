//! The series that a drawing can hold: the largest ones, the rest as one or left to the table.

use super::trace::{Drawn, Part, trace};
use crate::french;
use crate::model::{Drawing, DrawingSeries};
use std::collections::BTreeMap;

/// Parts a drawing can hold before the smallest are put together.
pub(super) const BARS: usize = 20;
pub(super) const STACKED: usize = 6;
pub(super) const PANELS: usize = 49;

/// What is drawn of the series.
pub(super) struct Groups {
    /// In the order of the series; a sum of the others comes last.
    pub parts: Vec<Part>,
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

/// At most `limit` parts: beyond, those of the largest last values, and the others summed where a sum has a meaning.
///
/// The parts of an aggregate are all drawn: who made it has already chosen them.
pub(super) fn groups(drawing: &Drawing, limit: usize, others: Others) -> Groups {
    let named = |part: &DrawingSeries| (part.name.clone(), trace(part, &drawing.axis));
    let parts: Vec<Part> = drawing.series.iter().map(named).collect();
    if parts.len() <= limit || !drawing.axis.is_years() {
        let omitted = String::new();
        return Groups { parts, omitted };
    }
    let size = |part: &Part| part.1.last().map_or(0.0, |last| last.value.abs());
    let mut sizes: Vec<f64> = parts.iter().map(size).collect();
    sizes.sort_by(|left, right| right.total_cmp(left));
    let smallest_kept = sizes[limit - 2];
    let mut kept = Vec::new();
    let mut rest = Vec::new();
    for part in parts {
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
    if others == Others::Summed && drawing.summed {
        let sum = sum(&rest);
        if !sum.is_empty() {
            kept.push((format!("autres ({count})"), sum));
            omitted = format!("« autres » est la somme de {count} séries, détaillées dans le tableau");
        }
    }
    Groups { parts: kept, omitted }
}

/// The whole alone, without a name.
pub(super) fn whole(drawing: &Drawing) -> Vec<Drawn> {
    let whole = drawing.whole.as_ref();
    whole.map(|whole| trace(whole, &drawing.axis)).unwrap_or_default()
}

/// The sum of several series, in the years for which all of them have a number.
fn sum(parts: &[Part]) -> Vec<Drawn> {
    let mut years: BTreeMap<i32, (usize, Drawn)> = BTreeMap::new();
    for point in parts.iter().flat_map(|(_, drawn)| drawn) {
        let (count, total) = years.entry(point.at).or_insert((
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
