//! The keys of `credits` in `actions.yaml`: which lines of the budgets pay for an action.

use crate::diagnostic::{Diagnostics, Placed};
use crate::form::document::{Node, Shape};
use crate::form::entry::{FromYaml, entry};
use crate::form::kinds::Required;
use crate::form::percent::Share;
use crate::form::scalars::{Sentence, TextIfAny};
use crate::form::words::Word;
use crate::model::{BudgetDirection, BudgetSection};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

entry! {
    /// Des lignes de budget : celles qui ont à la fois tous les codes écrits.
    SelectorEntry, "le sélecteur de crédits" {
        /// investissement ou fonctionnement ; sans cette clé, les deux, qui restent séparées.
        section("section"): Option<Word<BudgetSection>>,
        /// depense (par défaut) ou recette.
        direction("sens"): Word<BudgetDirection> = BudgetDirection::Expense,
        /// Le début du compte par nature : "2315", ou ["20", "21"].
        natures("nature"): OneOrMore = Vec::new(),
        /// Le début de la fonction : "844".
        functions("fonction"): OneOrMore = Vec::new(),
        /// Le chapitre, en entier.
        chapters("chapitre"): OneOrMore = Vec::new(),
        /// L’opération, en entier.
        operations("operation"): OneOrMore = Vec::new(),
        /// Le nom d’un budget annexe ; sans cette clé, le budget principal.
        budget("budget"): Option<TextIfAny>,
        /// Le service gestionnaire, dans l’export du logiciel financier.
        services("service"): OneOrMore = Vec::new(),
        /// Le programme, dans l’export du logiciel financier.
        programmes("programme"): OneOrMore = Vec::new(),
        /// L’autorisation de programme ou d’engagement, dans l’export du logiciel financier.
        authorisations("autorisation"): OneOrMore = Vec::new(),
        /// Le code analytique, dans l’export du logiciel financier.
        analytics("code_analytique"): OneOrMore = Vec::new(),
        /// La part de ces lignes qui sert l’action, en pour cent ; 100 sans cette clé.
        share("part"): Option<Placed<Share>>,
    }
}

entry! {
    /// Des lignes de budget qui financent une action : celles qui ont à la fois tous les codes écrits.
    CreditLine, "la ligne de crédits" {
        /// L’action, par son identifiant ou son titre.
        action("action"): Required<Placed<String>>,
        /// Investissement ou fonctionnement ; les deux si la case est vide.
        section("section"): Option<Word<BudgetSection>>,
        /// Dépense (par défaut) ou recette.
        direction("sens"): Word<BudgetDirection> = BudgetDirection::Expense,
        /// Le début du compte par nature ; plusieurs sont séparés par « ; ».
        natures("nature"): OneOrMore = Vec::new(),
        /// Le début de la fonction.
        functions("fonction"): OneOrMore = Vec::new(),
        /// Le chapitre, en entier.
        chapters("chapitre"): OneOrMore = Vec::new(),
        /// L’opération, en entier.
        operations("operation"): OneOrMore = Vec::new(),
        /// Le nom d’un budget annexe ; le budget principal si la case est vide.
        budget("budget"): Option<TextIfAny>,
        /// Le service gestionnaire, dans l’export du logiciel financier.
        services("service"): OneOrMore = Vec::new(),
        /// Le programme, dans l’export du logiciel financier.
        programmes("programme"): OneOrMore = Vec::new(),
        /// L’autorisation de programme ou d’engagement, dans l’export du logiciel financier.
        authorisations("autorisation"): OneOrMore = Vec::new(),
        /// Le code analytique, dans l’export du logiciel financier.
        analytics("code_analytique"): OneOrMore = Vec::new(),
        /// La part de ces lignes qui sert l’action, en pour cent ; 100 si la case est vide.
        share("part"): Option<Placed<Share>>,
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

/// One code, or a list of codes.
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
