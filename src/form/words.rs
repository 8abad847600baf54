//! The closed vocabularies as authors write them: the exact key, whatever its case and accents.
//!
//! The lists themselves stand in `model`, beside the types they name.

use super::document::Node;
use super::entry::{FromYaml, wrong_shape};
use super::unfilled;
use crate::diagnostic::{Code, Diagnostics};
use crate::french::{self, name};
use crate::model::{
    ActionState, Aggregation, AuthorisationKind, Becoming, BudgetDirection, BudgetSection, BudgetStep,
    CalendarRelation, CalendarStep, Certainty, ChartKind, ClassRule, CommunityType, DecimalSign, DelayUnit,
    DigitalQuestion, Direction, Effect, FactorItem, FleetMeasure, Method, Nature, ObservationStatus, Perimeter,
    Quality, Recurrence, Scope, StepKind,
};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;
use std::marker::PhantomData;

/// A word that is not in the list.
pub const UNKNOWN_WORD: Code = Code("M030");

/// A closed list of words.
pub trait Vocabulary: Copy + 'static {
    /// The name of the list in a message, with its article.
    const WHAT: &str;
    /// Each value with every word that means it; the first is the key.
    fn words() -> Vec<(Self, Vec<&'static str>)>;
}

/// A value of a closed list, read from a YAML file.
pub struct Word<V>(PhantomData<V>);

macro_rules! vocabularies {
    ($words:ident; $($type:ident, $what:literal;)+) => {
        $(impl Vocabulary for $type {
            const WHAT: &str = $what;
            fn words() -> Vec<(Self, Vec<&'static str>)> {
                $type::ALL
                    .iter()
                    .map(|value| (*value, $words(value.key(), value.label())))
                    .collect()
            }
        })+
    };
}

vocabularies! {
    one_word;
    ActionState, "un état d’action";
    Aggregation, "une façon de totaliser";
    Becoming, "ce que devient un fichier";
    BudgetStep, "un rôle de fichier budgétaire";
    CalendarRelation, "une relation du calendrier";
    CalendarStep, "une étape du calendrier";
    Certainty, "un degré de certitude";
    ChartKind, "un graphique";
    ClassRule, "une façon de couper en classes";
    CommunityType, "un type de collectivité";
    DecimalSign, "le signe des décimales";
    DelayUnit, "une unité de délai";
    DigitalQuestion, "une question du numérique";
    Direction, "un sens";
    FleetMeasure, "une mesure du parc";
    Method, "une méthode";
    Nature, "une nature d’indicateur";
    Quality, "une classe de qualité";
    Recurrence, "une durée d’objectif";
    Scope, "un volet";
    StepKind, "une étape de la stratégie";
}

// Words of tables too, where people write what they have seen printed.
vocabularies! {
    either_word;
    Effect, "un effet";
    FactorItem, "une étape du cycle de vie";
    Perimeter, "un périmètre";
}

/// The key of a value, and its label where it only adds accents and spaces.
fn one_word(key: &'static str, label: &'static str) -> Vec<&'static str> {
    let label = Some(label).filter(|label| *label != key && name(label) == key);
    std::iter::once(key).chain(label).collect()
}

/// The key of a value, and its label where it is another word.
fn either_word(key: &'static str, label: &'static str) -> Vec<&'static str> {
    let label = Some(label).filter(|label| *label != key);
    std::iter::once(key).chain(label).collect()
}

/// The one mark of a line that is invented for a demonstration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExampleMark;

impl Vocabulary for ExampleMark {
    const WHAT: &str = "un statut de ligne";
    fn words() -> Vec<(Self, Vec<&'static str>)> {
        vec![(ExampleMark, vec![ObservationStatus::Example.key(), unfilled::MARK])]
    }
}

impl Vocabulary for ObservationStatus {
    const WHAT: &str = "un statut";
    fn words() -> Vec<(Self, Vec<&'static str>)> {
        let words = |status: ObservationStatus| {
            let mark = (status == ObservationStatus::Example).then_some(unfilled::MARK);
            either_word(status.key(), status.label())
                .into_iter()
                .chain(mark)
                .collect()
        };
        ObservationStatus::ALL
            .iter()
            .map(|status| (*status, words(*status)))
            .collect()
    }
}

impl Vocabulary for AuthorisationKind {
    const WHAT: &str = "un type d’autorisation";
    fn words() -> Vec<(Self, Vec<&'static str>)> {
        use AuthorisationKind::{Engagement, Programme};
        vec![
            (Programme, vec!["AP", "AP/CP", "autorisation de programme"]),
            (Engagement, vec!["AE", "AE/CP", "autorisation d’engagement"]),
        ]
    }
}

impl Vocabulary for BudgetDirection {
    const WHAT: &str = "un sens";
    fn words() -> Vec<(Self, Vec<&'static str>)> {
        vec![
            (BudgetDirection::Expense, vec!["depense", "dépense"]),
            (BudgetDirection::Revenue, vec!["recette"]),
        ]
    }
}

impl Vocabulary for BudgetSection {
    const WHAT: &str = "une section";
    fn words() -> Vec<(Self, Vec<&'static str>)> {
        BudgetSection::ALL
            .iter()
            .map(|section| (*section, vec![section.label()]))
            .collect()
    }
}

/// The value that a text names; none where it is no word of the list.
pub fn word<V: Vocabulary>(text: &str) -> Option<V> {
    let words = V::words();
    let found = words
        .iter()
        .find(|(_, words)| words.iter().any(|word| name(word) == name(text)));
    found.map(|(value, _)| *value)
}

impl<V: Vocabulary> FromYaml for Word<V> {
    type Value = V;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<V> {
        let words = V::words();
        let keys: Vec<&str> = words.iter().map(|(_, words)| words[0]).collect();
        let Some(text) = node.text() else {
            diagnostics.push(wrong_shape(node, V::WHAT).help(choices(&keys)));
            return None;
        };
        let found = word(text);
        if found.is_none() {
            let message = format!("« {text} » n’est pas {}.", V::WHAT);
            let meant = french::meant(text, keys.iter().copied()).map_or_else(String::new, |question| question + " ");
            let help = format!("{meant}{}", choices(&keys));
            diagnostics.push(node.error(UNKNOWN_WORD, message).help(help));
        }
        found
    }
}

impl<V: Vocabulary> JsonSchema for Word<V> {
    fn schema_name() -> Cow<'static, str> {
        name(V::WHAT).into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let words: Vec<&str> = V::words().into_iter().flat_map(|(_, words)| words).collect();
        json_schema!({ "type": "string", "enum": words })
    }
}

fn choices(keys: &[&str]) -> String {
    format!("Mots admis : {}.", keys.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Diagnostic, Place};

    fn read<V: Vocabulary>(text: &str) -> (Option<V>, Vec<Diagnostic>) {
        let mut diagnostics = Diagnostics::default();
        let shape = super::super::document::Shape::Scalar {
            text: text.to_owned(),
            quoted: false,
        };
        let node = Node {
            shape,
            place: Place::line("data/a.yaml", 1, 1),
        };
        let word = Word::<V>::from_yaml(&node, &mut diagnostics);
        (word, diagnostics.sorted().into_iter().cloned().collect())
    }

    #[test]
    fn accents_and_case_do_not_matter() {
        assert_eq!(read::<Nature>("Réalisation").0, Some(Nature::Achievement));
        assert_eq!(read::<ActionState>("en cours").0, Some(ActionState::Ongoing));
        assert_eq!(
            read::<CommunityType>("Communauté d’agglomération").0,
            Some(CommunityType::CommunauteAgglomeration)
        );
    }

    #[test]
    fn effects_are_signs_or_words() {
        assert_eq!(read::<Effect>("-").0, Some(Effect::Negative));
        assert_eq!(read::<Effect>("défavorable").0, Some(Effect::Negative));
        assert_eq!(read::<Effect>("0").0, Some(Effect::Neutral));
    }

    #[test]
    fn an_unknown_word_is_given_its_nearest_and_the_list() {
        let (word, found) = read::<Direction>("bais");
        assert_eq!(word, None);
        assert!(
            found[0].help.starts_with("Vouliez-vous dire «\u{A0}baisse\u{A0}»"),
            "{}",
            found[0].help
        );
        assert!(found[0].help.contains("hausse, baisse, maintien, suivi"));
    }
}
