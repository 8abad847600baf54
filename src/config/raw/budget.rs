//! The keys about budgets: what `rapport.yaml` says of the files, and the chart of accounts of the reference data.

use crate::config::{BudgetFile, BudgetSettings, NomenclatureBridge};
use crate::diagnostic::{Diagnostics, Placed};
use crate::form::document::{Node, Shape};
use crate::form::entry::{FromYaml, entry, wrong_shape};
use crate::form::scalars::{Flag, Sentence, TextIfAny, Year};
use crate::form::words::Word;
use crate::model::{BudgetDirection, BudgetStep};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;
use std::collections::BTreeMap;

entry! {
    /// Les budgets de la collectivité : les fichiers de data/budget/ et ce qu’il faut en savoir.
    BudgetEntry => BudgetSettings, "le budget" {
        /// Les fichiers dont il faut dire quelque chose ; les autres sont lus aussi, avec l’étape qu’ils disent eux-mêmes.
        files("fichiers"): Vec<BudgetFileEntry> = Vec::new(),
        /// Les passerelles d’une nomenclature à une autre (M14 vers M57).
        bridges("passerelles"): Vec<BridgeEntry> = Vec::new(),
        /// true si tous les montants sont inventés pour une démonstration.
        example("exemple"): Flag = false,
    }
}

entry! {
    /// Un fichier de data/budget/.
    BudgetFileEntry => BudgetFile, "le fichier de budget" {
        /// Le nom du fichier, dans data/budget/.
        file("fichier"): Placed<String>,
        /// bp, bs, dm, ca, cfu, balance ou projet ; obligatoire pour une table simple.
        role("role"): Option<Placed<Word<BudgetStep>>>,
        /// L’exercice ; obligatoire pour une table simple.
        year("exercice"): Option<Placed<Year>>,
        /// Le nom du budget : principal, ou celui d’un budget annexe.
        budget("budget"): Option<Placed<TextIfAny>>,
        /// La nomenclature, quand le fichier ne la dit pas : M57, M14, M4.
        nomenclature("nomenclature"): Option<Placed<TextIfAny>>,
        /// depense ou recette, quand une table simple n’a pas de colonne qui le dise.
        direction("sens"): Option<Word<BudgetDirection>>,
        /// La feuille à lire dans un classeur ; par défaut la première.
        sheet("feuille"): Option<TextIfAny>,
        /// Le titre que porte chaque colonne dans l’export du logiciel financier.
        columns("colonnes"): BudgetColumnsEntry = BTreeMap::new(),
        /// true si les montants de ce fichier sont inventés pour une démonstration.
        example("exemple"): Flag = false,
    }
}

entry! {
    /// Le titre, dans le fichier, de chaque colonne d’une table simple.
    BudgetColumnsEntry => headers, "la correspondance des colonnes" {
        /// La colonne du compte par nature.
        nature("nature"): Option<Sentence>,
        /// La colonne du chapitre.
        chapter("chapitre"): Option<Sentence>,
        /// La colonne de la fonction.
        function("fonction"): Option<Sentence>,
        /// La colonne de l’opération.
        operation("operation"): Option<Sentence>,
        /// La colonne de la section : investissement ou fonctionnement.
        section("section"): Option<Sentence>,
        /// La colonne du sens : dépense ou recette.
        direction("sens"): Option<Sentence>,
        /// La colonne du mouvement : réel ou ordre.
        movement("mouvement"): Option<Sentence>,
        /// La colonne du service gestionnaire.
        service("service"): Option<Sentence>,
        /// La colonne du programme.
        programme("programme"): Option<Sentence>,
        /// La colonne de l’autorisation de programme ou d’engagement.
        authorisation("autorisation"): Option<Sentence>,
        /// La colonne du code analytique.
        analytic("code_analytique"): Option<Sentence>,
        /// La colonne des montants proposés.
        proposed("propose"): Option<Sentence>,
        /// La colonne des montants votés.
        voted("vote"): Option<Sentence>,
        /// La colonne des restes à réaliser reportés de l’année précédente.
        carried("report"): Option<Sentence>,
        /// La colonne des crédits ouverts.
        open("ouvert"): Option<Sentence>,
        /// La colonne des montants réalisés.
        realised("realise"): Option<Sentence>,
        /// La colonne des restes à réaliser au 31 décembre.
        remaining("reste"): Option<Sentence>,
    }
}

entry! {
    /// Comment les codes d’une nomenclature deviennent ceux d’une autre.
    BridgeEntry => NomenclatureBridge, "la passerelle" {
        /// La nomenclature d’origine, par exemple M14.
        from("de"): Placed<String>,
        /// La nomenclature d’arrivée, par exemple M57.
        to("vers"): Placed<String>,
        /// Fonction d’origine → fonction d’arrivée, par préfixe ; une fonction sans correspondance perd son code.
        functions("fonctions"): Codes = BTreeMap::new(),
        /// Nature d’origine → nature d’arrivée, par préfixe ; une nature sans correspondance garde son code.
        natures("natures"): Codes = BTreeMap::new(),
    }
}

entry! {
    /// La nomenclature des budgets : les intitulés, et les natures que les parts laissent de côté.
    AccountsFile, "comptes.yaml" {
        /// D’où viennent les intitulés, tel qu’imprimé.
        source("source"): Sentence,
        /// La norme dont ce sont les codes.
        norm("norme"): Sentence,
        /// Code de fonction → intitulé.
        functions("fonctions"): Codes,
        /// Compte par nature → intitulé.
        natures("natures"): Codes,
        /// Les préfixes des natures de la dette.
        debt("dette"): Vec<Sentence>,
        /// Les préfixes des natures des flux entre budget principal et budgets annexes.
        flows("flux_entre_budgets"): Vec<Sentence>,
        /// Les codes des résultats reportés.
        results("resultats_reportes"): Vec<Sentence>,
    }
}

/// Codes and what each becomes, or is called.
pub(in crate::config) enum Codes {}

impl FromYaml for Codes {
    type Value = BTreeMap<String, String>;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<Self::Value> {
        let Shape::Map(entries) = &node.shape else {
            let help = "Écrivez un code par ligne, chacun entre guillemets droits : \"72\": \"Déchets\".";
            diagnostics.push(wrong_shape(node, "une valeur par code").help(help));
            return None;
        };
        let read = entries.iter().filter_map(|(key, node)| {
            let text = Sentence::from_yaml(node, diagnostics)?;
            Some((key.value.clone(), text))
        });
        Some(read.collect())
    }
}

impl JsonSchema for Codes {
    fn schema_name() -> Cow<'static, str> {
        "codes".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "object", "additionalProperties": { "type": ["string", "number"] } })
    }
}
