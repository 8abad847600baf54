//! The keys of `credits` in `actions.yaml`: which lines of the budgets pay for an action.

use crate::diagnostic::{Diagnostics, Placed};
use crate::form::document::{Node, Shape};
use crate::form::entry::{FromYaml, entry};
use crate::form::kinds::Required;
use crate::form::lines::kept::kept;
use crate::form::percent::Share;
use crate::form::scalars::{Sentence, TextIfAny};
use crate::form::words::Word;
use crate::french::is_dash;
use crate::model::{BudgetDirection, BudgetSection};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

/// Declares an entry that has keys of its own, then those that choose lines of the budgets.
macro_rules! selecting {
    ($(#[$meta:meta])* $name:ident, $what:literal { $($own:tt)* }) => {
        entry! {
            $(#[$meta])*
            $name, $what {
                $($own)*
                /// Investissement ou fonctionnement ; les deux, qui restent séparées, si rien n’est écrit.
                section("section"): Option<Word<BudgetSection>>,
                /// Dépense (par défaut) ou recette.
                direction("sens"): Word<BudgetDirection> = BudgetDirection::Expense,
                /// Le début du compte par nature : "2315" ; plusieurs font une liste, ou sont séparés par « ; » dans un tableau.
                natures("nature"): AccountCodes = Vec::new(),
                /// Le début de la fonction : "844".
                functions("fonction"): AccountCodes = Vec::new(),
                /// Le chapitre, en entier.
                chapters("chapitre"): AccountCodes = Vec::new(),
                /// L’opération, en entier.
                operations("operation"): OneOrMore = Vec::new(),
                /// Le nom d’un budget annexe ; le budget principal si rien n’est écrit.
                budget("budget"): Option<TextIfAny>,
                /// Le service gestionnaire, dans l’export du logiciel financier.
                services("service"): OneOrMore = Vec::new(),
                /// Le programme, dans l’export du logiciel financier.
                programmes("programme"): OneOrMore = Vec::new(),
                /// L’autorisation de programme ou d’engagement, dans l’export du logiciel financier.
                authorisations("autorisation"): OneOrMore = Vec::new(),
                /// Le code analytique, dans l’export du logiciel financier.
                analytics("code_analytique"): OneOrMore = Vec::new(),
                /// La part de ces lignes qui sert l’action, en pour cent ; 100 si rien n’est écrit.
                share("part"): Option<Placed<Share>>,
            }
        }
    };
}

selecting! {
    /// Des lignes de budget : celles qui ont à la fois tous les codes écrits.
    SelectorEntry, "le sélecteur de crédits" {}
}

selecting! {
    /// Des lignes de budget qui financent une action : celles qui ont à la fois tous les codes écrits.
    CreditLine, "la ligne de crédits" {
        /// L’action, par son identifiant ou son titre.
        action("action"): Required<Placed<String>>,
    }
}

impl CreditLine {
    /// The action that is named, and the lines that pay for it.
    pub fn parts(self) -> (Option<Placed<String>>, SelectorEntry) {
        let selector = SelectorEntry {
            place: self.place,
            section: self.section,
            direction: self.direction,
            natures: self.natures,
            functions: self.functions,
            chapters: self.chapters,
            operations: self.operations,
            budget: self.budget,
            services: self.services,
            programmes: self.programmes,
            authorisations: self.authorisations,
            analytics: self.analytics,
            share: self.share,
        };
        (self.action, selector)
    }
}

/// One code or word, or a list of them.
pub enum OneOrMore {}

impl FromYaml for OneOrMore {
    type Value = Vec<String>;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<Self::Value> {
        match node.shape {
            Shape::List(_) => Vec::<Sentence>::from_yaml(node, diagnostics),
            _ => Some(vec![Sentence::from_yaml(node, diagnostics)?]),
        }
    }
}

/// One code of a nomenclature or more, each without what keeps it a text (`="020"`, `'020`) nor its label (`844 - Voirie`).
pub enum AccountCodes {}

impl FromYaml for AccountCodes {
    type Value = Vec<String>;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<Self::Value> {
        let written = OneOrMore::from_yaml(node, diagnostics)?;
        Some(
            written
                .iter()
                .map(|code| without_label(&kept(code)).to_owned())
                .collect(),
        )
    }
}

/// The code that begins a text, where a dash or a colon and a label follow it.
fn without_label(text: &str) -> &str {
    let end = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    let (code, rest) = text.split_at(end);
    let label = rest.trim_start().strip_prefix(|sign| is_dash(sign) || sign == ':');
    let is_label = |text: &str| text.trim_start().starts_with(char::is_alphabetic);
    match label {
        Some(label) if !code.is_empty() && is_label(label) => code,
        _ => text,
    }
}

impl JsonSchema for AccountCodes {
    fn schema_name() -> Cow<'static, str> {
        OneOrMore::schema_name()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        OneOrMore::json_schema(generator)
    }
}

impl JsonSchema for OneOrMore {
    fn schema_name() -> Cow<'static, str> {
        "un-ou-plusieurs".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let code = serde_json::json!({ "type": ["string", "number"] });
        json_schema!({ "anyOf": [code, { "type": "array", "items": code }] })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_without_its_label() {
        for text in ["844 - Voirie", "844 – Voirie", "844: voirie", "844-Voirie"] {
            assert_eq!(without_label(text), "844", "{text}");
        }
        for text in ["844", "844 Voirie", "2-1", "Voirie - 844", "844 - 845", ""] {
            assert_eq!(without_label(text), text);
        }
    }
}
