//! The keys of `strategie.yaml`.

use crate::config::reference::ThemeNumber;
use crate::config::strategy::{Amount, FullTime, MomentText, OneOrMore};
use crate::diagnostic::Placed;
use crate::form::entry::entry;
use crate::form::kinds::{Ascending, Required};
use crate::form::percent::Percent;
use crate::form::scalars::{Flag, Sentence, Text, TextIfAny, Whole, Year};
use crate::form::words::Word;
use crate::model::{
    ActionState, DigitalQuestion, Exclusion, Perimeter, Recurrence, StepKind, StrategyActor, StrategyCredit,
    StrategyMethod, StrategyStep,
};

entry! {
    /// La stratégie numérique responsable et de quoi en faire le bilan annuel.
    StrategyFile, "strategie.yaml" {
        /// Le titre de la stratégie, tel qu’imprimé ; par défaut « Stratégie numérique responsable ».
        title("titre"): TextIfAny = "Stratégie numérique responsable".to_owned(),
        /// Ce qu’est la stratégie, en quelques phrases, en Markdown.
        presentation("presentation"): Text = String::new(),
        /// Les étapes : ce qui était prévu, ce qui est fait.
        steps("etapes"): Vec<StepEntry> = Vec::new(),
        /// Les objectifs, dans l’ordre où le bilan les montre.
        objectives("objectifs"): Vec<ObjectiveEntry> = Vec::new(),
        /// Les thèmes qui ne concernent pas un périmètre, et pourquoi.
        exclusions("sans_objet"): Vec<ExclusionEntry> = Vec::new(),
        /// Les acteurs concernés, par catégorie.
        actors("acteurs"): Vec<ActorEntry> = Vec::new(),
        /// Qui décide et qui suit, en Markdown.
        governance("gouvernance"): Text = String::new(),
        /// Comment la stratégie est élaborée, mise en œuvre et évaluée.
        method("methode"): StrategyMethodEntry = StrategyMethod::default(),
    }
}

entry! {
    /// Une étape de la stratégie.
    StepEntry => StrategyStep at place, "l’étape" {
        /// programme-de-travail, diagnostic, feuille-de-route, strategie, plan-d-actions, bilan ou autre.
        kind("etape"): Word<StepKind>,
        /// Le titre imprimé ; par défaut le nom de l’étape.
        title("titre"): Text = String::new(),
        /// Quand l’étape était prévue : 2024, 2024-01 ou 2024-01-31.
        planned("prevue"): Option<Placed<MomentText>>,
        /// Quand elle a été faite : 2024, 2024-01 ou 2024-01-31 ; absente tant qu’elle ne l’est pas.
        done("realisee"): Option<Placed<MomentText>>,
        /// La délibération ou la décision, par exemple « délibération n° 8 ».
        decision("deliberation"): Text = String::new(),
        /// Une phrase sur l’étape.
        note("precision"): Text = String::new(),
        /// true si l’étape est inventée pour une démonstration.
        example("exemple"): Flag = false,
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
        description("description"): Option<Placed<Text>>,
        /// Le thème du décret, de 1 à 6.
        theme("theme"): Required<ThemeNumber>,
        /// Un ou plusieurs périmètres : collectivite, bloc-communal, territoire.
        perimeters("perimetre"): Required<Ascending<OneOrMore<Word<Perimeter>>>>,
        /// Une ou plusieurs questions, à côté de l’empreinte : inclusion, confiance, transition.
        questions("question"): Ascending<OneOrMore<Word<DigitalQuestion>>> = Vec::new(),
        /// La priorité du Manifeste, de 1 à 5.
        priority("priorite"): Option<Whole<1, 5, u8>>,
        /// Les plans et schémas auxquels il se rattache.
        frameworks("cadres"): Vec<Sentence> = Vec::new(),
        /// annuel ou pluriannuel.
        recurrence("duree"): Option<Word<Recurrence>>,
        /// L’année pour laquelle il est à atteindre.
        horizon("horizon"): Option<Year>,
        /// Les indicateurs du catalogue qui le suivent.
        indicators("indicateurs"): Vec<Placed<String>> = Vec::new(),
        /// Ce qui est fait pour lui.
        measures("mesures"): Vec<MeasureEntry> = Vec::new(),
        /// Les moyens : crédits, temps de travail, services partagés.
        means("moyens"): Option<MeansEntry>,
        /// Les résultats de l’année, en Markdown.
        results("resultats"): Option<Placed<Text>>,
        /// Les suites données l’année prochaine, en Markdown.
        next_steps("suites"): Option<Placed<Text>>,
        /// true si l’objectif est inventé pour une démonstration.
        example("exemple"): Flag = false,
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
        progress("avancement"): Option<Placed<Percent>>,
        /// Le service pilote.
        pilot("pilote"): Option<TextIfAny>,
        /// Les partenaires.
        partners("partenaires"): Vec<Sentence> = Vec::new(),
        /// true si la mesure est inventée pour une démonstration.
        example("exemple"): Flag = false,
    }
}

entry! {
    /// Les moyens d’un objectif.
    MeansEntry, "les moyens" {
        /// Les crédits, un montant par année.
        credits("credits"): Vec<CreditEntry> = Vec::new(),
        /// Les actions de actions.yaml dont les crédits servent l’objectif.
        actions("actions"): Vec<Placed<String>> = Vec::new(),
        /// Le temps de travail, en équivalents temps plein.
        staff("etp"): Option<Placed<FullTime>>,
        /// Les services partagés avec d’autres.
        shared("mutualisation"): Text = String::new(),
        /// true si les moyens sont inventés pour une démonstration.
        example("exemple"): Flag = false,
    }
}

entry! {
    /// Un montant d’une année.
    CreditEntry => StrategyCredit, "le crédit" {
        /// L’exercice.
        year("annee"): Year,
        /// Le montant, en euros.
        amount("montant"): Amount,
        /// Ce qu’il paie.
        purpose("objet"): Text = String::new(),
    }
}

entry! {
    /// Un thème qui ne concerne pas un périmètre.
    ExclusionEntry => Exclusion at place, "le cas sans objet" {
        /// Le thème du décret, de 1 à 6.
        theme("theme"): ThemeNumber,
        /// Le périmètre : collectivite, bloc-communal ou territoire.
        perimeter("perimetre"): Word<Perimeter>,
        /// Pourquoi, en une phrase.
        reason("raison"): Sentence,
    }
}

entry! {
    /// Une catégorie d’acteurs.
    ActorEntry => StrategyActor at place, "la catégorie d’acteurs" {
        /// La catégorie, par exemple « Communes ».
        category("categorie"): Sentence,
        /// Les acteurs de cette catégorie.
        names("acteurs"): Vec<Sentence> = Vec::new(),
        /// Leur part dans la stratégie.
        part("role"): Sentence,
        /// true si ce rôle est inventé pour une démonstration.
        example("exemple"): Flag = false,
    }
}

entry! {
    /// Comment la stratégie est élaborée, mise en œuvre et évaluée (Markdown).
    StrategyMethodEntry => StrategyMethod at place, "la méthode" {
        /// Comment elle a été élaborée.
        preparation("elaboration"): Text = String::new(),
        /// Comment elle est mise en œuvre.
        implementation("mise_en_oeuvre"): Text = String::new(),
        /// Comment elle est évaluée.
        evaluation("evaluation"): Text = String::new(),
    }
}
