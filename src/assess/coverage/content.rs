//! C4 to C6: the method, the ODD, the orientations.

use super::{Found, extent};
use crate::assess::{CoverageState, Report, texts};
use crate::french;
use crate::model::{ActionState, Anchor};
use std::collections::BTreeSet;

/// C4: the three texts on how actions are drawn up, carried out and evaluated.
pub fn method(report: &Report) -> Found {
    let slots = [
        ("elaboration", "élaboration"),
        ("mise-en-oeuvre", "mise en œuvre"),
        ("evaluation", "évaluation"),
    ];
    let (with, without): (Vec<_>, Vec<_>) = slots
        .iter()
        .partition(|(slot, _)| texts::is_written(&report.texts, slot));
    let names = |list: &[&(&str, &'static str)]| french::list(&list.iter().map(|entry| entry.1).collect::<Vec<_>>());
    let detail = match (with.is_empty(), without.is_empty()) {
        (_, true) => "Les trois textes sont présents.".to_owned(),
        (true, false) => "Aucun des trois textes n’est présent.".to_owned(),
        (false, false) => format!("Textes présents : {} ; absents : {}.", names(&with), names(&without)),
    };
    Found {
        state: extent(with.len(), slots.len()),
        detail,
        labels: with.iter().map(|(slot, _)| Anchor::Part(slot)).collect(),
    }
}

/// C5: an ODD named by an indicator that has a value; partial where ODD are only named.
pub fn goals(report: &Report) -> Found {
    let measured = report.findings().filter(|finding| finding.supplied);
    let goals: BTreeSet<u8> = measured
        .flat_map(|finding| finding.indicator.goals.iter().copied())
        .collect();
    let labels = report
        .sections
        .iter()
        .filter(|section| {
            section
                .findings
                .iter()
                .any(|finding| finding.supplied && !finding.indicator.goals.is_empty())
        })
        .map(|section| Anchor::Finality(section.finality))
        .collect();
    let numbers: Vec<String> = goals.iter().map(u8::to_string).collect();
    let named = report.sections.iter().any(|section| !section.goals.is_empty());
    let (state, detail) = if !goals.is_empty() {
        let followed = french::plural(goals.len(), "ODD suivi", "ODD suivis");
        (
            CoverageState::Covered,
            format!("{followed} sur 17 : {}.", french::list(&numbers)),
        )
    } else if named {
        (
            CoverageState::Partial,
            "Des ODD sont cités, mais aucun par un indicateur renseigné.".to_owned(),
        )
    } else {
        (CoverageState::Absent, "Aucun ODD n’est cité.".to_owned())
    };
    Found { state, detail, labels }
}

/// C6: the text on orientations; partial where planned actions are described without it.
pub fn orientations(report: &Report) -> Found {
    let text = texts::is_written(&report.texts, "orientations");
    let planned = report
        .actions
        .iter()
        .filter(|action| action.state == ActionState::Planned && !report.is_unfilled(&action.id))
        .count();
    let presence = if text { "Texte présent" } else { "Texte absent" };
    let state = match (text, planned) {
        (true, _) => CoverageState::Covered,
        (false, 0) => CoverageState::Absent,
        (false, _) => CoverageState::Partial,
    };
    Found {
        state,
        detail: format!(
            "{presence} ; {}.",
            french::plural(planned, "action prévue", "actions prévues")
        ),
        labels: text.then_some(Anchor::Part("orientations")).into_iter().collect(),
    }
}
