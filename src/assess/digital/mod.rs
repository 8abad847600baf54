//! The annual bilan of the stratégie numérique responsable: steps, duty, coverage, objectives.
//!
//! It judges what `strategie.yaml` says on the day of the document; the footprint is not here.

mod noun;
mod steps;
mod grid;
mod objectives;
mod checks;
mod official;

pub use checks::push;
#[cfg(test)]
pub use noun::GridRow;
pub use noun::{
    CellContent, DeadlineReview, Delay, DigitalDuty, DigitalReview, GridCell, ObjectiveReview, StepOutcome, StepReview,
};
pub use official::refuse;

use super::Report;
use crate::config::Project;
use crate::model::Identifier;

/// The bilan of a project with a strategy; the findings of the report are already judged.
pub fn review(project: &Project, report: &Report) -> Option<DigitalReview> {
    let strategy = project.strategy.as_ref()?;
    let today = report.settings.document_date;
    let duty = duty(report);
    let steps: Vec<StepReview> = strategy.steps.iter().map(|step| steps::review(step, today)).collect();
    let deadlines = match duty {
        DigitalDuty::Owed => &*report.reference.digital.deadlines,
        DigitalDuty::Voluntary | DigitalDuty::NotAsked => &[],
    };
    let followed: Vec<&Identifier> = strategy.indicators().collect();
    let unattached = report
        .findings()
        .map(|finding| &finding.indicator)
        .filter(|indicator| indicator.digital_theme.is_some() && !followed.contains(&&indicator.id))
        .map(|indicator| indicator.id.clone());
    Some(DigitalReview {
        place: strategy.place.clone(),
        duty,
        title: strategy.title.clone(),
        presentation: strategy.presentation.clone(),
        deadlines: deadlines
            .iter()
            .map(|deadline| steps::deadline(deadline, &steps, today))
            .collect(),
        steps,
        grid: grid::grid(strategy),
        objectives: strategy
            .objectives
            .iter()
            .map(|objective| objectives::review(objective, report))
            .collect(),
        unattached: unattached.collect(),
        actors: strategy.actors.clone(),
        governance: strategy.governance.clone(),
        method: strategy.method.clone(),
    })
}

/// Whether the texts ask for the bilan, by kind of collectivité and by population.
pub fn duty(report: &Report) -> DigitalDuty {
    match (report.legal.digital_bilan, report.mandatory) {
        (true, true) => DigitalDuty::Owed,
        (true, false) => DigitalDuty::Voluntary,
        (false, _) => DigitalDuty::NotAsked,
    }
}

#[cfg(test)]
mod tests;
