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

use super::{FinalitySection, Report};
use crate::model::{Identifier, LegalBasis, LegalDeadline, Strategy};
use jiff::civil::Date;

/// The bilan of a strategy on the day of the document; the findings of the sections are already judged.
pub fn review(
    strategy: Strategy,
    duty: DigitalDuty,
    deadlines: &[LegalDeadline],
    sections: &[FinalitySection],
    today: Date,
) -> DigitalReview {
    let findings = || sections.iter().flat_map(|section| &section.findings);
    let followed: Vec<&Identifier> = strategy.indicators().collect();
    let unattached = findings()
        .map(|finding| &finding.indicator)
        .filter(|indicator| indicator.digital_theme.is_some() && !followed.contains(&&indicator.id))
        .map(|indicator| indicator.id.clone())
        .collect();
    let grid = grid::grid(&strategy);
    let steps: Vec<StepReview> = strategy.steps.iter().map(|step| steps::review(step, today)).collect();
    let deadlines = deadlines.iter().filter(|_| duty == DigitalDuty::Owed);
    DigitalReview {
        duty,
        deadlines: deadlines
            .map(|deadline| steps::deadline(deadline, &steps, today))
            .collect(),
        steps,
        grid,
        unattached,
        objectives: strategy
            .objectives
            .into_iter()
            .map(|objective| objectives::review(objective, findings()))
            .collect(),
        place: strategy.place,
        title: strategy.title,
        presentation: strategy.presentation,
        actors: strategy.actors,
        governance: strategy.governance,
        method: strategy.method,
    }
}

impl Report {
    /// Whether the texts ask for the bilan of the digital strategy.
    pub fn digital_duty(&self) -> DigitalDuty {
        DigitalDuty::of(&self.provenance.legal, self.provenance.mandatory)
    }
}

impl DigitalDuty {
    /// By the texts of a kind of collectivité, and by whether the report is owed.
    pub fn of(legal: &LegalBasis, mandatory: bool) -> DigitalDuty {
        match (legal.digital_bilan, mandatory) {
            (true, true) => DigitalDuty::Owed,
            (true, false) => DigitalDuty::Voluntary,
            (false, _) => DigitalDuty::NotAsked,
        }
    }
}

#[cfg(test)]
mod tests;
