//! The keys of `actions.yaml`.

use crate::config::raw::SelectorEntry;
use crate::config::reference::ThemeNumber;
use crate::diagnostic::{Diagnostics, Placed};
use crate::form::document::{Node, Shape};
use crate::form::entry::{FromYaml, entry, wrong_shape};
use crate::form::kinds::{Ascending, Required};
use crate::form::percent::Percent;
use crate::form::scalars::{Flag, Sentence, Text, Whole, Year};
use crate::form::words::Word;
use crate::model::{ActionState, Effect, Scope};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

entry! {
    /// Les politiques et actions de la collectivité.
    ActionsFile, "actions.yaml" {
        /// Les actions, dans l’ordre où le rapport les montre.
        actions("actions"): Vec<ActionEntry> = Vec::new(),
    }
}

entry! {
    /// Une politique ou une action, et son effet sur les finalités.
    ActionEntry, "l’action" {
        /// L’identifiant : minuscules, chiffres et tirets.
        id("id"): Required<Placed<String>>,
        /// Le titre imprimé.
        title("titre"): Required<Sentence>,
        /// Ce que fait l’action, en une ou deux phrases.
        description("description"): Text = String::new(),
        /// interne : la collectivité elle-même ; territorial : ses politiques sur le territoire.
        scope("volet"): Required<Word<Scope>>,
        /// Le service pilote.
        service("service"): Text = String::new(),
        /// Où en est l’action.
        state("etat"): Required<Word<ActionState>>,
        /// L’avancement, en pour cent.
        progress("avancement"): Option<Placed<Percent>>,
        /// L’année de début.
        start("debut"): Option<Placed<Year>>,
        /// L’année de fin.
        end("fin"): Option<Placed<Year>>,
        /// L’effet sur chaque finalité, de 1 à 5 : "+" favorable, "0" neutre, "-" défavorable.
        effects("finalites"): Effects = Vec::new(),
        /// Les numéros des objectifs de développement durable, de 1 à 17.
        goals("odd"): Ascending<Vec<Whole<1, 17, u8>>> = Vec::new(),
        /// Les identifiants des indicateurs qui suivent l’action.
        indicators("indicateurs"): Vec<Placed<String>> = Vec::new(),
        /// Le thème de la stratégie numérique responsable, de 1 à 6.
        digital_theme("theme_numerique"): Option<ThemeNumber>,
        /// Les lignes de budget qui financent l’action ; elles s’ajoutent.
        credits("credits"): Vec<SelectorEntry> = Vec::new(),
        /// true si l’action est close : elle n’est plus imprimée, et ce qu’elle a pris des budgets reste compté.
        closed("archive"): Flag = false,
        /// true si l’action est inventée pour une démonstration.
        example("exemple"): Flag = false,
    }
}

/// The finalités an action was scored on, in the order of the file.
pub enum Effects {}

impl FromYaml for Effects {
    type Value = Vec<(Placed<String>, Effect)>;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<Self::Value> {
        let Shape::Map(entries) = &node.shape else {
            let help = "Écrivez le numéro de la finalité et son signe : {1: \"+\", 3: \"0\"}.";
            diagnostics.push(wrong_shape(node, "un effet par finalité").help(help));
            return None;
        };
        let scored = entries
            .iter()
            .filter_map(|(key, node)| Some((key.clone(), Word::<Effect>::from_yaml(node, diagnostics)?)));
        Some(scored.collect())
    }
}

impl JsonSchema for Effects {
    fn schema_name() -> Cow<'static, str> {
        "effets".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut effect = Word::<Effect>::json_schema(generator);
        effect.insert("type".to_owned(), serde_json::json!(["string", "integer"]));
        if let Some(words) = effect.get_mut("enum").and_then(serde_json::Value::as_array_mut) {
            words.push(serde_json::json!(0));
        }
        json_schema!({ "type": "object", "additionalProperties": effect })
    }
}
