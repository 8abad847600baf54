//! The keys of `indicateurs/*.yaml`.

use crate::config::finality::FinalityName;
use crate::diagnostic::Placed;
use crate::form::entry::{Required, entry};
use crate::form::scalars::{Number, Sentence, Text, Whole, Year};
use crate::form::words::Word;
use crate::model::{Aggregation, ChartKind, Direction, FleetMeasure, Method, Nature, Perimeter, Scope};

entry! {
    /// Un fichier du catalogue.
    IndicatorsFile, "le fichier d’indicateurs" {
        /// Les indicateurs, dans l’ordre où le rapport les montre.
        indicators("indicateurs"): Option<Vec<IndicatorEntry>>,
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
        definition("definition"): Option<Text>,
        /// L’unité imprimée après la valeur (MWh, "%", kg/habitant) ; '' pour un nombre sans unité.
        unit("unite"): Required<Text>,
        /// La finalité, de 1 à 5 (ordre de la loi), ou son intitulé.
        finality("finalite"): Required<Placed<FinalityName>>,
        /// interne : la collectivité elle-même ; territorial : ses politiques sur le territoire.
        scope("volet"): Required<Word<Scope>>,
        /// Les numéros des objectifs de développement durable, de 1 à 17.
        goals("odd"): Option<Vec<Whole<1, 17>>>,
        /// realisation : ce qui a été fait ; contexte : beaucoup de causes ; contribution : l’effet attribuable.
        nature("nature"): Required<Word<Nature>>,
        /// Le sens dans lequel une évolution est une amélioration ; suivi : aucun.
        direction("sens"): Required<Word<Direction>>,
        /// L’année de référence, et sa valeur si elle n’est pas dans les tableaux.
        baseline("reference"): Option<BaselineEntry>,
        /// Les valeurs à atteindre.
        targets("cibles"): Option<Vec<TargetEntry>>,
        /// Une valeur qui vaut cible atteinte, quelle que soit la cible (un plafond réglementaire).
        limit("limite"): Option<Placed<Number>>,
        /// La méthode d’évaluation ; absente, elle est choisie et annoncée.
        method("methode"): Option<Word<Method>>,
        /// Pour le sens maintien : l’écart admis, en pour cent de la référence (5 par défaut).
        tolerance("tolerance"): Option<Placed<Number>>,
        /// Les valeurs possibles : [minimum, maximum].
        bounds("bornes"): Option<Placed<Vec<Placed<Number>>>>,
        /// Les colonnes de ventilation des tableaux.
        breakdowns("ventilations"): Option<Vec<Placed<Sentence>>>,
        /// Comment totaliser les lignes ventilées quand le tableau n’a pas de ligne d’ensemble.
        total("total"): Option<Word<Aggregation>>,
        /// Le nombre d’années entre deux mesures (1 par défaut).
        frequency("frequence"): Option<Whole<1, 30>>,
        /// D’où viennent les valeurs.
        source("source"): Option<SourceEntry>,
        /// Le service qui répond des valeurs.
        service("service"): Option<Text>,
        /// Le thème de la stratégie numérique responsable, de 1 à 6.
        digital_theme("theme_numerique"): Option<Whole<1, 6>>,
        /// À qui appartient l’activité mesurée.
        perimeter("perimetre"): Option<Word<Perimeter>>,
        /// Le dessin voulu ; absent, il est choisi d’après les données.
        chart("graphique"): Option<Word<ChartKind>>,
        /// Le nombre de chiffres après la virgule (1 par défaut).
        precision("precision"): Option<Whole<0, 6>>,
        /// Un calcul sur d’autres indicateurs : elec-batiments / population * 1000.
        formula("formule"): Option<Placed<Sentence>>,
        /// Une requête SQL sur les fichiers de data/sources/, qui donne annee et valeur.
        query("requete"): Option<Placed<Sentence>>,
        /// Une mesure du parc numérique de data/parc/, dans le périmètre de l’indicateur.
        fleet("parc"): Option<Placed<Word<FleetMeasure>>>,
        /// Avec parc : l’équipement mesuré ; sans lui, tous.
        equipment("equipement"): Option<Placed<Sentence>>,
        /// Le commentaire imprimé, en Markdown.
        comment("commentaire"): Option<Placed<Text>>,
    }
}

entry! {
    /// Le point de départ.
    BaselineEntry, "la référence" {
        /// L’année de référence.
        year("annee"): Required<Year>,
        /// La valeur de cette année, si elle n’est pas dans les tableaux.
        value("valeur"): Option<Number>,
    }
}

entry! {
    /// Une valeur à atteindre.
    TargetEntry, "la cible" {
        /// L’année de l’échéance.
        year("annee"): Required<Year>,
        /// La valeur à atteindre.
        value("valeur"): Required<Number>,
        /// La décision dont vient la cible (un plan, une loi).
        origin("origine"): Option<Text>,
    }
}

entry! {
    /// D’où viennent les valeurs.
    SourceEntry, "la source" {
        /// Qui a produit les données.
        producer("producteur"): Option<Text>,
        /// Qui les a diffusées.
        publisher("diffuseur"): Option<Text>,
        /// La version ou la date des données.
        version("version"): Option<Text>,
        /// La licence de réutilisation.
        licence("licence"): Option<Text>,
        /// Comment elles ont été produites.
        method("methode"): Option<Text>,
        /// Ce qu’elles ne disent pas.
        limits("limites"): Option<Text>,
        /// Le nombre d’années au-delà duquel la dernière valeur est trop ancienne.
        max_age("age_max"): Option<Whole<0, 50>>,
    }
}
