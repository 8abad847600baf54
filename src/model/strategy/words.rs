//! The closed vocabularies of the strategy.

use crate::model::vocabulary::vocabulary;

/// A step towards the strategy, or in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StepKind {
    /// The programme de travail that the law wanted first.
    WorkProgramme,
    Diagnosis,
    Roadmap,
    Strategy,
    ActionPlan,
    /// A bilan of the strategy.
    Review,
    Other,
}

/// What the strategy answers besides the footprint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DigitalQuestion {
    Inclusion,
    Trust,
    Transition,
}

/// Whether an objective is renewed each year or runs over several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Recurrence {
    Yearly,
    MultiYear,
}

vocabulary!(StepKind {
    WorkProgramme => "programme-de-travail", "programme de travail";
    Diagnosis => "diagnostic", "diagnostic";
    Roadmap => "feuille-de-route", "feuille de route";
    Strategy => "strategie", "stratégie numérique responsable";
    ActionPlan => "plan-d-actions", "plan d’actions";
    Review => "bilan", "bilan annuel";
    Other => "autre", "autre étape";
});
vocabulary!(DigitalQuestion {
    Inclusion => "inclusion", "inclusion et épanouissement";
    Trust => "confiance", "cadre de confiance";
    Transition => "transition", "transition et résilience";
});
vocabulary!(Recurrence {
    Yearly => "annuel", "annuel";
    MultiYear => "pluriannuel", "pluriannuel";
});
