//! The keys of `strategie.yaml`.

use crate::config::strategy::{Amount, MomentText, OneOrMore};
use crate::diagnostic::Placed;
use crate::form::entry::{Required, entry};
use crate::form::scalars::{Flag, Number, Sentence, Text, Whole, Year};
use crate::form::words::Word;
use crate::model::{ActionState, DigitalQuestion, Perimeter, Recurrence, StepKind};

entry! {
    /// La stratégie numérique responsable et de quoi en faire le bilan annuel.
    StrategyFile, "strategie.yaml" {
        /// Le titre de la stratégie, tel qu’imprimé ; par défaut « Stratégie numérique responsable ».
        title("titre"): Option<Text>,
        /// Ce qu’est la stratégie, en quelques phrases, en Markdown.
        presentation("presentation"): Option<Text>,
        /// Les étapes : ce qui était prévu, ce qui est fait.
        steps("etapes"): Option<Vec<StepEntry>>,
        /// Les objectifs, dans l’ordre où le bilan les montre.
        objectives("objectifs"): Option<Vec<ObjectiveEntry>>,
        /// Les thèmes qui ne concernent pas un périmètre, et pourquoi.
        exclusions("sans_objet"): Option<Vec<ExclusionEntry>>,
        /// Les acteurs concernés, par catégorie.
        actors("acteurs"): Option<Vec<ActorEntry>>,
        /// Qui décide et qui suit, en Markdown.
        governance("gouvernance"): Option<Text>,
        /// Comment la stratégie est élaborée, mise en œuvre et évaluée.
        method("methode"): Option<StrategyMethodEntry>,
    }
}

entry! {
    /// Une étape de la stratégie.
    StepEntry, "l’étape" {
        /// programme-de-travail, diagnostic, feuille-de-route, strategie, plan-d-actions, bilan ou autre.
        kind("etape"): Required<Word<StepKind>>,
        /// Le titre imprimé ; par défaut le nom de l’étape.
        title("titre"): Option<Text>,
        /// Quand l’étape était prévue : 2024, 2024-01 ou 2024-01-31.
        planned("prevue"): Option<Placed<MomentText>>,
        /// Quand elle a été faite : 2024, 2024-01 ou 2024-01-31 ; absente tant qu’elle ne l’est pas.
        done("realisee"): Option<Placed<MomentText>>,
        /// La délibération ou la décision, par exemple « délibération n° 8 ».
        decision("deliberation"): Option<Text>,
        /// Une phrase sur l’étape.
        note("precision"): Option<Text>,
        /// true si l’étape est inventée pour une démonstration.
        example("exemple"): Option<Flag>,
    }
}

entry! {
    /// Un objectif de la stratégie : ce qui est voulu, comment il est suivi, ce qui est fait et avec quoi.
    ObjectiveEntry, "l’objectif" {
        /// L’identifiant : minuscules, chiffres et tirets.
        id("id"): Required<Placed<String>>,
        /// Le titre imprimé.
        title("titre"): Required<Sentence>,
        /// Ce que veut l’objectif, en une ou deux phrases.
        description("description"): Option<Text>,
        /// Le thème du décret, de 1 à 6.
        theme("theme"): Required<Whole<1, 6>>,
        /// Un ou plusieurs périmètres : collectivite, bloc-communal, territoire.
        perimeters("perimetre"): Required<OneOrMore<Word<Perimeter>>>,
        /// Une ou plusieurs questions, à côté de l’empreinte : inclusion, confiance, transition.
        questions("question"): Option<OneOrMore<Word<DigitalQuestion>>>,
        /// La priorité du Manifeste, de 1 à 5.
        priority("priorite"): Option<Whole<1, 5>>,
        /// Les plans et schémas auxquels il se rattache.
        frameworks("cadres"): Option<Vec<Sentence>>,
        /// annuel ou pluriannuel.
        recurrence("duree"): Option<Word<Recurrence>>,
        /// L’année pour laquelle il est à atteindre.
        horizon("horizon"): Option<Year>,
        /// Les indicateurs du catalogue qui le suivent.
        indicators("indicateurs"): Option<Vec<Placed<String>>>,
        /// Ce qui est fait pour lui.
        measures("mesures"): Option<Vec<MeasureEntry>>,
        /// Les moyens : crédits, temps de travail, services partagés.
        means("moyens"): Option<MeansEntry>,
        /// Les résultats de l’année, en Markdown.
        results("resultats"): Option<Text>,
        /// Les suites données l’année prochaine, en Markdown.
        next_steps("suites"): Option<Text>,
        /// true si l’objectif est inventé pour une démonstration.
        example("exemple"): Option<Flag>,
    }
}

entry! {
    /// Une mesure : une action de actions.yaml, ou une mesure décrite ici.
    MeasureEntry, "la mesure" {
        /// L’identifiant d’une action de actions.yaml : son titre, son état, son avancement et son service sont repris.
        action("action"): Option<Placed<String>>,
        /// Le titre imprimé.
        title("titre"): Option<Sentence>,
        /// Où en est la mesure.
        state("etat"): Option<Word<ActionState>>,
        /// L’avancement, en pour cent.
        progress("avancement"): Option<Placed<Number>>,
        /// Le service pilote.
        pilot("pilote"): Option<Text>,
        /// Les partenaires.
        partners("partenaires"): Option<Vec<Sentence>>,
        /// true si la mesure est inventée pour une démonstration.
        example("exemple"): Option<Flag>,
    }
}

entry! {
    /// Les moyens d’un objectif.
    MeansEntry, "les moyens" {
        /// Les crédits, un montant par année.
        credits("credits"): Option<Vec<CreditEntry>>,
        /// Les actions de actions.yaml dont les crédits servent l’objectif.
        actions("actions"): Option<Vec<Placed<String>>>,
        /// Le temps de travail, en équivalents temps plein.
        staff("etp"): Option<Placed<Number>>,
        /// Les services partagés avec d’autres.
        shared("mutualisation"): Option<Text>,
        /// true si les moyens sont inventés pour une démonstration.
        example("exemple"): Option<Flag>,
    }
}

entry! {
    /// Un montant d’une année.
    CreditEntry, "le crédit" {
        /// L’exercice.
        year("annee"): Required<Year>,
        /// Le montant, en euros.
        amount("montant"): Required<Amount>,
        /// Ce qu’il paie.
        purpose("objet"): Option<Text>,
    }
}

entry! {
    /// Un thème qui ne concerne pas un périmètre.
    ExclusionEntry, "le cas sans objet" {
        /// Le thème du décret, de 1 à 6.
        theme("theme"): Required<Whole<1, 6>>,
        /// Le périmètre : collectivite, bloc-communal ou territoire.
        perimeter("perimetre"): Required<Word<Perimeter>>,
        /// Pourquoi, en une phrase.
        reason("raison"): Required<Sentence>,
    }
}

entry! {
    /// Une catégorie d’acteurs.
    ActorEntry, "la catégorie d’acteurs" {
        /// La catégorie, par exemple « Communes ».
        category("categorie"): Required<Sentence>,
        /// Les acteurs de cette catégorie.
        names("acteurs"): Option<Vec<Sentence>>,
        /// Leur part dans la stratégie.
        part("role"): Required<Sentence>,
        /// true si ce rôle est inventé pour une démonstration.
        example("exemple"): Option<Flag>,
    }
}

entry! {
    /// Comment la stratégie est élaborée, mise en œuvre et évaluée (Markdown).
    StrategyMethodEntry, "la méthode" {
        /// Comment elle a été élaborée.
        preparation("elaboration"): Option<Text>,
        /// Comment elle est mise en œuvre.
        implementation("mise_en_oeuvre"): Option<Text>,
        /// Comment elle est évaluée.
        evaluation("evaluation"): Option<Text>,
    }
}
