//! `odd.yaml`: the seventeen objectifs de développement durable.

use super::{Around, ReferenceFile, require};
use crate::diagnostic::Diagnostics;
use crate::form::entry::entry;
use crate::form::scalars::{Sentence, Whole};
use crate::model::SustainableGoal;
use std::collections::BTreeMap;

entry! {
    /// Les 17 objectifs de développement durable.
    GoalsFile, "odd.yaml" {
        /// Les objectifs, par numéro.
        goals("odd"): Vec<GoalEntry>,
    }
}

entry! {
    /// Un objectif de développement durable.
    GoalEntry => SustainableGoal, "l’objectif" {
        /// Le numéro, de 1 à 17.
        number("numero"): Whole<1, 17, u8>,
        /// Le nom court.
        name("nom"): Sentence,
    }
}

impl ReferenceFile for GoalsFile {
    const TEXT: &str = include_str!("../referentiels/odd.yaml");
    type Noun = BTreeMap<u8, SustainableGoal>;

    fn noun(self, _: &Around<'_>, diagnostics: &mut Diagnostics) -> Self::Noun {
        let goals: BTreeMap<_, _> = self.goals.into_iter().map(|goal| (goal.number, goal)).collect();
        let what = "les 17 objectifs de développement durable";
        require(goals.len() == 17, &self.place, what, diagnostics);
        goals
    }
}
