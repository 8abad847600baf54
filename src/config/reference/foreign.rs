//! What `formats.yaml` says of a format beside its header: the columns of a sheet of values, the entries of the catalogue that it allows.

use crate::diagnostic::Diagnostics;
use crate::form::document::{Node, Shape};
use crate::form::entry::{FromYaml, entry, wrong_shape};
use crate::form::scalars::{Sentence, inline_schema};
use crate::french::name;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

entry! {
    /// Les colonnes d’une feuille de valeurs, un indicateur par ligne.
    noun ValueColumns, "les colonnes de valeurs" {
        /// Le code de l’indicateur.
        code("code"): Sentence,
        /// Son titre.
        title("titre"): Sentence,
        /// Le titre de l’indicateur dont il est une partie.
        parent("parent"): Sentence,
        /// Son unité.
        unit("unite"): Sentence,
        /// Le service qui en répond : un de ces titres.
        service("service"): Vec<Sentence>,
        /// La colonne de l’origine des valeurs.
        source("origine"): Sentence,
        /// Ce qu’elle dit des valeurs de la collectivité ; les autres lignes ne sont pas lues.
        own("collectivite"): Sentence,
        /// Le mot qui, avec une année, est le titre d’une colonne de valeurs.
        result("resultat"): Sentence,
        /// Le même, d’une colonne de cibles.
        target("objectif"): Sentence,
        /// La finalité à proposer, par le début du code.
        finalities("finalites"): Prefixes = Vec::new(),
    }
}

entry! {
    /// Les colonnes d’une table de projets, un par ligne.
    noun ProjectColumns, "les colonnes de projets" {
        /// Le titre du projet.
        title("titre"): Sentence,
        /// Sa description.
        description("description"): Sentence,
        /// La date de son début.
        start("debut"): Sentence,
        /// La phase où il est.
        phase("phase"): Sentence,
        /// Où en est cette phase.
        status("statut"): Sentence,
    }
}

entry! {
    /// Un indicateur proposé.
    noun Proposal, "l’indicateur proposé" {
        /// Les colonnes qu’il lit : sans l’une d’elles, ou si elle a une case vide, il n’est pas proposé.
        columns("colonnes"): Vec<Sentence>,
        /// Les colonnes qu’il lit aussi, et dont une case peut être vide.
        present("presentes"): Vec<Sentence> = Vec::new(),
        /// Les colonnes par lesquelles il divise : si leur somme est nulle, il n’est pas proposé.
        over("sur"): Vec<Sentence> = Vec::new(),
        /// Le calcul, en mots.
        formula("calcul"): Sentence,
        /// Sa fiche dans le catalogue, telle que l’import l’écrit.
        card("fiche"): Card,
    }
}

/// The tree of an entry of the catalogue, as it is to be written.
pub enum Card {}

impl FromYaml for Card {
    type Value = Node;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<Node> {
        if matches!(node.shape, Shape::Map(_)) {
            return Some(node.clone());
        }
        diagnostics.push(wrong_shape(node, "la fiche d’un indicateur").help("Écrivez-la comme dans le catalogue."));
        None
    }
}

/// The beginning of a code → a number.
pub enum Prefixes {}

impl FromYaml for Prefixes {
    type Value = Vec<(String, String)>;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<Self::Value> {
        let Shape::Map(entries) = &node.shape else {
            diagnostics.push(wrong_shape(node, "un numéro par début de code").help("Écrivez : {cae: 1}."));
            return None;
        };
        let numbers = entries
            .iter()
            .filter_map(|(prefix, node)| Some((prefix.value.clone(), Sentence::from_yaml(node, diagnostics)?)));
        Some(numbers.collect())
    }
}

inline_schema!(Prefixes, "débuts de code", { "type": "object" });
inline_schema!(Card, "fiche", { "type": "object" });

impl ValueColumns {
    /// The year of a column that is titled by it and a word, in either order.
    pub fn year(&self, title: &str, word: &str) -> Option<i32> {
        let (title, word) = (name(title), name(word));
        let rest = title.strip_prefix(&word).or_else(|| title.strip_suffix(&word))?;
        let year = rest.trim_matches('-').parse().ok()?;
        (1900..=2200).contains(&year).then_some(year)
    }
}
