//! A small project and its report in memory, for the tests of this room.

use super::{Report, assess};
use crate::compute::{Measure, Panel};
use crate::config::{Community, Project, Reference, Settings};
use crate::diagnostic::{Diagnostics, Place};
use crate::load::{Inputs, Text};
use crate::model::fixture::{identifier, indicator, series};
use crate::model::{Action, ActionState, ChecklistItem, CommunityType, Effect, Finality, Indicator, LegalBasis, Scope};
use std::collections::BTreeMap;

/// A commune of 50 001 inhabitants whose document is of 20 November 2026, data of 2025.
pub fn project() -> Project {
    let item = |code: &str| ChecklistItem {
        code: code.to_owned(),
        element: format!("élément {code}"),
        basis: "un article".to_owned(),
        criterion: "Critère.".to_owned(),
    };
    let legal = LegalBasis {
        texts: Vec::new(),
        threshold: Some(50_000),
        digital_bilan: true,
    };
    Project {
        settings: Settings {
            community: Community {
                population: 50_001,
                ..Community::fixture()
            },
            sample: false,
            ..Settings::fixture()
        },
        reference: Reference {
            legal: BTreeMap::from([(CommunityType::Commune, legal)]),
            checklist: (1..=8).map(|number| item(&format!("C{number}"))).collect(),
            ..Reference::default()
        },
        ..Project::fixture()
    }
}

pub fn action(scope: Scope, finality: Finality, effect: Effect) -> Action {
    Action {
        id: identifier("plan"),
        place: Place::line("data/actions.yaml", 2, 5),
        title: "Plan".to_owned(),
        description: String::new(),
        scope,
        service: String::new(),
        state: ActionState::Ongoing,
        progress: None,
        start: None,
        end: None,
        effects: BTreeMap::from([(finality, effect)]),
        goals: Vec::new(),
        indicators: Vec::new(),
        digital_theme: None,
        credits: Vec::new(),
        example: false,
    }
}

pub fn measured(id: &str, finality: Finality, scope: Scope, values: &[(i32, f64)]) -> Measure {
    let wanted = Indicator {
        finality,
        scope,
        ..indicator(id)
    };
    Measure {
        indicator: wanted,
        headline: series(values),
        breakdowns: Vec::new(),
        withheld: std::collections::BTreeSet::new(),
    }
}

pub fn report(project: &Project, inputs: &Inputs, measures: Vec<Measure>) -> Report {
    let panel = Panel {
        measures,
        ..Panel::default()
    };
    assess(project.clone(), inputs, panel, &mut Diagnostics::default())
}

pub fn with_texts(slots: &[&str]) -> Inputs {
    let text = |slot: &&str| {
        let place = Place::file(format!("data/textes/{slot}.md"));
        (slot.to_string(), Text::markdown(place, "Un texte."))
    };
    Inputs {
        texts: slots.iter().map(text).collect(),
        ..Inputs::default()
    }
}
