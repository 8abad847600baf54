//! The keys of `indicateurs/*.yaml`.

use crate::config::finality::FinalityName;
use crate::config::reference::ThemeNumber;
use crate::diagnostic::{Diagnostics, Placed};
use crate::form::document::{Node, Shape};
use crate::form::entry::{FromYaml, entry, wrong_shape};
use crate::form::kinds::{All, Ascending, Required};
use crate::form::percent::Rate;
use crate::form::scalars::{Flag, Number, Sentence, Text, Whole, Year};
use crate::form::words::Word;
use crate::model::{
    Aggregation, Baseline, ChartKind, Direction, FleetMeasure, Method, Nature, Perimeter, Scope, Source, Target,
};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

entry! {
    /// Un fichier du catalogue.
    IndicatorsFile, "le fichier d’indicateurs" {
        /// Les indicateurs, dans l’ordre où le rapport les montre.
        indicators("indicateurs"): Vec<IndicatorEntry> = Vec::new(),
    }
}

entry! {
    /// Un indicateur : ce qu’il mesure, dans quel sens il doit aller, comment il est jugé.
    IndicatorEntry, "l’indicateur" {
        /// L’identifiant : minuscules, chiffres et tirets ; le même dans les tableaux, formules et textes.
        id("id"): Required<Placed<String>>,
        /// Le titre imprimé.
        title("titre"): Required<Sentence>,
        /// Ce que mesure l’indicateur, en une ou deux phrases.
        definition("definition"): Text = String::new(),
        /// L’unité imprimée après la valeur (MWh, "%", kg/habitant) ; '' pour un nombre sans unité.
        unit("unite"): Required<Text>,
        /// La finalité, de 1 à 5 (ordre de la loi), ou son intitulé.
        finality("finalite"): Required<Placed<FinalityName>>,
        /// interne : la collectivité elle-même ; territorial : ses politiques sur le territoire.
        scope("volet"): Required<Word<Scope>>,
        /// Les numéros des objectifs de développement durable, de 1 à 17.
        goals("odd"): Ascending<Vec<Whole<1, 17, u8>>> = Vec::new(),
        /// realisation : ce qui a été fait ; contexte : beaucoup de causes ; contribution : l’effet attribuable.
        nature("nature"): Required<Word<Nature>>,
        /// Le sens dans lequel une évolution est une amélioration ; suivi : aucun.
        direction("sens"): Required<Word<Direction>>,
        /// L’année de référence, et sa valeur si elle n’est pas dans les tableaux.
        baseline("reference"): Option<BaselineEntry>,
        /// Les valeurs à atteindre.
        targets("cibles"): Vec<TargetEntry> = Vec::new(),
        /// Une valeur qui vaut cible atteinte, quelle que soit la cible (un plafond réglementaire).
        limit("limite"): Option<Placed<Number>>,
        /// La méthode d’évaluation ; absente, elle est choisie et annoncée.
        method("methode"): Option<Word<Method>>,
        /// Pour le sens maintien : l’écart admis, en pour cent de la référence (5 par défaut).
        tolerance("tolerance"): Rate = 5.0,
        /// Les valeurs possibles : [minimum, maximum].
        bounds("bornes"): Option<Placed<All<Vec<Placed<Number>>>>>,
        /// Les colonnes de ventilation des tableaux.
        breakdowns("ventilations"): Vec<Placed<Sentence>> = Vec::new(),
        /// Comment totaliser les lignes ventilées quand le tableau n’a pas de ligne d’ensemble.
        total("total"): Word<Aggregation> = Aggregation::None,
        /// Le nombre d’années entre deux mesures (1 par défaut).
        frequency("frequence"): Whole<1, 30, u32> = 1,
        /// Les années de mesure, quand elles n’ont pas de rythme (un recensement) : [2010, 2015, 2021].
        measured("mesures"): Ascending<Vec<Year>> = Vec::new(),
        /// D’où viennent les valeurs.
        source("source"): SourceEntry = Source::default(),
        /// Le service qui répond des valeurs.
        service("service"): Text = String::new(),
        /// Le thème de la stratégie numérique responsable, de 1 à 6.
        digital_theme("theme_numerique"): Option<ThemeNumber>,
        /// À qui appartient l’activité mesurée.
        perimeter("perimetre"): Option<Word<Perimeter>>,
        /// Le dessin voulu ; absent, il est choisi d’après les données.
        chart("graphique"): Option<Word<ChartKind>>,
        /// Le nombre de chiffres après la virgule (par défaut, aucun si toutes les valeurs sont entières ou d’au moins 10 000, sinon un).
        precision("precision"): Option<Whole<0, 6, usize>>,
        /// Un calcul sur d’autres indicateurs : elec-batiments / population * 1000.
        formula("formule"): Option<Placed<Sentence>>,
        /// Une requête SQL sur les fichiers de data/sources/, qui donne annee et valeur.
        query("requete"): Option<Placed<Sentence>>,
        /// Une mesure du parc numérique de data/parc/, dans le périmètre de l’indicateur.
        fleet("parc"): Option<Placed<Word<FleetMeasure>>>,
        /// Avec parc : l’équipement mesuré ; sans lui, tous.
        equipment("equipement"): Option<Placed<Sentence>>,
        /// Pourquoi une valeur déjà publiée est une autre aujourd’hui, par année : {2023: Factures rectifiées}.
        revisions("revisions"): Revisions = Vec::new(),
        /// L’indicateur n’est plus suivi : ses valeurs restent dans les tableaux, et rien n’en est imprimé.
        archived("archive"): Flag = false,
        /// Le commentaire imprimé, en Markdown.
        comment("commentaire"): Option<Placed<Text>>,
    }
}

/// The reason of each revised year, in the order of the file.
pub enum Revisions {}

impl FromYaml for Revisions {
    type Value = Vec<(i32, String)>;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<Self::Value> {
        let Shape::Map(entries) = &node.shape else {
            let help = "Écrivez l’année et la raison : {2023: Factures rectifiées}.";
            diagnostics.push(wrong_shape(node, "une raison par année").help(help));
            return None;
        };
        let reasons = entries.iter().filter_map(|(year, reason)| {
            let shape = Shape::Scalar {
                text: year.value.clone(),
                quoted: false,
            };
            let place = year.place.clone();
            let year = Year::from_yaml(&Node { shape, place }, diagnostics);
            year.zip(Sentence::from_yaml(reason, diagnostics))
        });
        Some(reasons.collect())
    }
}

impl JsonSchema for Revisions {
    fn schema_name() -> Cow<'static, str> {
        "revisions".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "object", "additionalProperties": { "type": "string" } })
    }
}

entry! {
    /// Le point de départ.
    BaselineEntry => Baseline at place, "la référence" {
        /// L’année de référence.
        year("annee"): Year,
        /// La valeur de cette année, si elle n’est pas dans les tableaux.
        value("valeur"): Option<Number>,
    }
}

entry! {
    /// Une valeur à atteindre.
    TargetEntry => Target at place, "la cible" {
        /// L’année de l’échéance.
        year("annee"): Year,
        /// La valeur à atteindre.
        value("valeur"): Number,
        /// La décision dont vient la cible (un plan, une loi).
        origin("origine"): Text = String::new(),
    }
}

entry! {
    /// D’où viennent les valeurs.
    SourceEntry => Source, "la source" {
        /// Qui a produit les données.
        producer("producteur"): Text = String::new(),
        /// Qui les a diffusées.
        publisher("diffuseur"): Text = String::new(),
        /// La version ou la date des données.
        version("version"): Text = String::new(),
        /// La licence de réutilisation.
        licence("licence"): Text = String::new(),
        /// Comment elles ont été produites.
        method("methode"): Text = String::new(),
        /// Ce qu’elles ne disent pas.
        limits("limites"): Text = String::new(),
        /// Le nombre d’années au-delà duquel la dernière valeur est trop ancienne.
        max_age("age_max"): Option<Whole<0, 50, u32>>,
    }
}
