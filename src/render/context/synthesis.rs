//! The synthesis: statuses counted, telling indicators, what moved, what is missing.
//!
//! It chooses among the findings by rules that the document states; it judges nothing itself.

use super::counts::{Count, counts};
use super::finality::FinalityContext;
use super::wording::{self};
use crate::assess::{Mover as Moved, Report};
use crate::french;
use crate::model::{Anchor, Status};
use serde::Serialize;
use std::collections::BTreeMap;

/// Missing data named in the synthesis; the annex has them all.
const MISSING_NAMED: usize = 6;

#[derive(Clone, Debug, Serialize)]
pub struct Synthesis {
    /// One or two sentences: how many indicators, how they stand.
    pub opening: String,
    pub counts: Vec<Count>,
    /// One line a finalité, one figure a status of `counts`.
    pub matrix: Vec<CountsRow>,
    /// Yearly changes in the wanted direction, the strongest first.
    pub advances: Vec<Mover>,
    /// Yearly changes against the wanted direction, the strongest first.
    pub setbacks: Vec<Mover>,
    pub missing: Vec<MissingLine>,
    /// How many data are missing, in one sentence.
    pub missing_sentence: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct CountsRow {
    pub number: u8,
    pub short: String,
    pub cells: Vec<usize>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Mover {
    pub label: Anchor,
    pub title: String,
    pub number: u8,
    pub change: String,
    /// `de 2024 à 2025`.
    pub years: String,
    /// Marks of the last value.
    pub marks: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct MissingLine {
    pub label: Anchor,
    pub title: String,
    pub years: String,
}

pub fn describe(report: &Report, finalities: &[FinalityContext]) -> Synthesis {
    let counted = counts(&report.counts());
    Synthesis {
        opening: opening(report),
        matrix: finalities
            .iter()
            .map(|finality| CountsRow {
                number: finality.number,
                short: finality.short.clone(),
                cells: counted
                    .iter()
                    .map(|column| count_of(&finality.counts, column))
                    .collect(),
            })
            .collect(),
        counts: counted,
        advances: movers(report, &report.movers.improving),
        setbacks: movers(report, &report.movers.worsening),
        missing: report
            .missing
            .iter()
            .take(MISSING_NAMED)
            .map(|datum| MissingLine {
                label: Anchor::Indicator(datum.indicator.clone()),
                title: french::punctuate(&datum.title),
                years: french::years(&datum.years),
            })
            .collect(),
        missing_sentence: match report.missing.len() {
            0 => "Aucune valeur attendue ne manque.".to_owned(),
            count => french::punctuate(&format!(
                "{} ; l’annexe {}dit pourquoi.",
                french::plural(count, "indicateur incomplet", "indicateurs incomplets"),
                if count > MISSING_NAMED {
                    "les nomme tous et "
                } else {
                    ""
                }
            )),
        },
    }
}

fn count_of(counts: &[Count], column: &Count) -> usize {
    counts
        .iter()
        .find(|count| count.key == column.key)
        .map_or(0, |count| count.count)
}

fn opening(report: &Report) -> String {
    let counts = report.counts();
    let sum = |statuses: &[Status]| -> usize { statuses.iter().filter_map(|status| counts.get(status)).sum() };
    let total: usize = counts.values().sum();
    let mut sentences = vec![format!(
        "{}.",
        french::plural(total, "indicateur suivi", "indicateurs suivis")
    )];
    sentences.extend(wording::against_targets(&counts));
    let better = sum(&[Status::Improving, Status::SlightlyImproving]);
    let worse = sum(&[Status::Worsening]);
    if better + worse > 0 {
        sentences.push(format!("Sans cible : {better} en progrès, {worse} en recul."));
    }
    french::punctuate(&sentences.join(" "))
}

/// The movers of one direction, with the marks of their last value.
fn movers(report: &Report, movers: &[Moved]) -> Vec<Mover> {
    let marks: BTreeMap<_, _> = report
        .findings()
        .map(|finding| {
            (
                &finding.indicator.id,
                finding.headline.last_number().and_then(wording::marks),
            )
        })
        .collect();
    movers
        .iter()
        .map(|mover| Mover {
            label: Anchor::Indicator(mover.indicator.clone()),
            title: french::punctuate(&mover.title),
            number: mover.finality.number(),
            change: mover.change.words(&mover.unit, mover.precision),
            years: format!("de {} à {}", mover.change.from_year, mover.change.to_year),
            marks: marks.get(&mover.indicator).cloned().flatten(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn falls_with_and_without_a_target_are_counted_together() {
        let statuses = BTreeMap::from([(Status::Regressing, 2), (Status::Worsening, 3), (Status::Reached, 1)]);
        let counted: Vec<(&str, usize)> = counts(&statuses)
            .iter()
            .map(|count| (count.label, count.count))
            .collect();
        assert_eq!(counted, [("atteint", 1), ("en recul", 5)]);
    }
}
