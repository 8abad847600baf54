//! The closed vocabularies as authors write them: the exact key, whatever its case and accents.
//!
//! The lists themselves stand in `model`, beside the types they name.

use super::closed;
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
    /// Words that are read too, and that no message proposes: `terminée` for `realisee`.
    const OTHERS: &[(&'static str, Self)] = &[];
}

/// A value of a closed list, read from a YAML file.
pub struct Word<V>(PhantomData<V>);

macro_rules! vocabularies {
    ($words:ident; $($type:ident, $what:literal $(, [$($other:literal => $value:ident),+])?;)+) => {
        $(impl Vocabulary for $type {
            const WHAT: &str = $what;
            $(const OTHERS: &[(&'static str, Self)] = &[$(($other, $type::$value)),+];)?
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
    ActionState, "un état d’action", [
        "à venir" => Planned, "planifiée" => Planned, "programmée" => Planned, "commencée" => Ongoing, "lancée" => Ongoing,
        "terminée" => Done, "achevée" => Done, "finie" => Done, "faite" => Done, "en pause" => Suspended
    ];
    Aggregation, "une façon de totaliser";
    Becoming, "ce que devient un fichier";
    CalendarRelation, "une relation du calendrier";
    CalendarStep, "une étape du calendrier";
    Certainty, "un degré de certitude";
    ChartKind, "un graphique";
    ClassRule, "une façon de couper en classes";
    CommunityType, "un type de collectivité";
    DecimalSign, "le signe des décimales";
    DelayUnit, "une unité de délai";
    DigitalQuestion, "une question du numérique";
    Direction, "un sens", [
        "augmenter" => Increase, "augmentation" => Increase, "diminuer" => Decrease, "diminution" => Decrease, "maintenir" => Maintain,
        "stable" => Maintain, "stabilité" => Maintain
    ];
    FleetMeasure, "une mesure du parc";
    Method, "une méthode";
    Nature, "une nature d’indicateur";
    Quality, "une classe de qualité";
    Recurrence, "une durée d’objectif";
    Scope, "un volet", ["externe" => Territorial];
    StepKind, "une étape de la stratégie";
}

// Words of tables too, where people write what they have seen printed.
vocabularies! {
    either_word;
    BudgetStep, "un rôle de fichier budgétaire";
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
    const OTHERS: &[(&'static str, Self)] = closed::DIRECTIONS;
    fn words() -> Vec<(Self, Vec<&'static str>)> {
        vec![
            (BudgetDirection::Expense, vec!["depense", "dépense", "depenses"]),
            (BudgetDirection::Revenue, vec!["recette", "recettes"]),
        ]
    }
}

impl Vocabulary for BudgetSection {
    const WHAT: &str = "une section";
    const OTHERS: &[(&'static str, Self)] = closed::SECTIONS;
    fn words() -> Vec<(Self, Vec<&'static str>)> {
        use BudgetSection::{Investment, Operating};
        vec![
            (
                Investment,
                vec![Investment.label(), "section d’investissement", "invest", "inv"],
            ),
            (
                Operating,
                vec![Operating.label(), "section de fonctionnement", "fonct", "fct"],
            ),
        ]
    }
}

/// The value that a text names, by a word of the list or by one that only agrees otherwise; none where it is no word of it.
pub fn word<V: Vocabulary>(text: &str) -> Option<V> {
    let words = V::words();
    let own = words
        .iter()
        .flat_map(|(value, words)| words.iter().map(move |word| (*word, *value)));
    let known: Vec<(&str, V)> = own.chain(V::OTHERS.iter().copied()).collect();
    let (whole, bare) = (name(text), closed::bare(text));
    let exact = known.iter().find(|(word, _)| name(word) == whole);
    let near = || {
        let mut near = known
            .iter()
            .filter(|(word, _)| !bare.is_empty() && closed::bare(word) == bare);
        near.next()
    };
    exact.or_else(near).map(|(_, value)| *value)
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
mod tests;
