//! The keys of the calendar: the dates of `rapport.yaml`, and the rules and habits of the reference data.

use crate::diagnostic::Placed;
use crate::form::entry::entry;
use crate::form::scalars::{Day, Sentence, Whole};
use crate::form::words::Word;
use crate::model::{CalendarRelation, CalendarStep, Certainty, CommunityType, DelayUnit};

entry! {
    /// Les dates du cycle budgétaire (AAAA-MM-JJ), toutes facultatives.
    CalendarEntry, "le calendrier" {
        /// La nomenclature du budget principal, M57 par exemple, quand « budget » ne la dit pas.
        nomenclature("nomenclature"): Option<Sentence>,
        /// Le vote du compte administratif ou du compte financier unique de l’année de données.
        accounts_vote("vote_comptes"): Option<Placed<Day>>,
        /// Le jour où les services sont sollicités.
        collection("collecte"): Option<Placed<Day>>,
        /// Le jour où la collecte est close.
        closing("cloture"): Option<Placed<Day>>,
        /// La relecture du document.
        review("relecture"): Option<Placed<Day>>,
        /// L’envoi de la convocation et du rapport.
        convocation("envoi_convocation"): Option<Placed<Day>>,
        /// La séance où le rapport est présenté.
        presentation("presentation"): Option<Placed<Day>>,
        /// Le débat d’orientation budgétaire.
        budget_orientation_debate("debat_orientation_budgetaire"): Option<Placed<Day>>,
        /// L’envoi du projet de budget et de ses rapports.
        draft_sending("envoi_projet_budget"): Option<Placed<Day>>,
        /// La première réunion sur le budget, si ce n’est pas celle du vote.
        budget_meeting("premiere_reunion_budget"): Option<Placed<Day>>,
        /// Le vote du budget.
        budget_vote("vote_budget"): Option<Placed<Day>>,
        /// La mise en ligne du rapport.
        publication("publication"): Option<Placed<Day>>,
    }
}

entry! {
    /// Les règles du calendrier budgétaire et les usages qui l’accompagnent.
    CalendarFile, "calendrier.yaml" {
        /// Les règles, dans l’ordre où le rapport les donne.
        rules("regles"): Vec<RuleEntry>,
        /// Ce qui est proposé pour chaque étape qui n’est pas prévue, dans l’ordre du calcul.
        steps("etapes"): Vec<HabitEntry>,
    }
}

entry! {
    /// Une règle du calendrier.
    RuleEntry, "la règle" {
        /// Le nom de la règle, par lequel une étape la désigne.
        key("cle"): Sentence,
        /// Ce qu’elle demande, en une phrase.
        text("regle"): Sentence,
        /// D’où elle vient, tel qu’imprimé.
        source("source"): Sentence,
        /// À quel point elle est sûre.
        certainty("certitude"): Word<Certainty>,
        /// Les types de collectivité concernés ; absent : tous.
        kinds("types"): Vec<Word<CommunityType>> = Vec::new(),
        /// Le nombre d’habitants à partir duquel elle s’applique.
        population("population"): Option<Whole<0, 100_000_000, u64>>,
        /// La nomenclature sous laquelle elle s’applique, par exemple M57.
        nomenclature("nomenclature"): Option<Sentence>,
        /// L’étape qu’elle règle.
        step("etape"): Word<CalendarStep>,
        /// Comment l’étape se place par rapport au repère.
        relation("relation"): Word<CalendarRelation>,
        /// L’étape par rapport à laquelle elle se mesure.
        anchor("repere"): Option<Word<CalendarStep>>,
        /// Le délai, en nombre.
        delay("delai"): Option<Whole<1, 1000>>,
        /// L’unité du délai.
        unit("unite"): Option<Word<DelayUnit>>,
        /// Le jour, pour une échéance fixe de l’année qui suit l’année de données.
        day("jour"): Option<Whole<1, 31, i8>>,
        /// Le mois de cette échéance.
        month("mois"): Option<Whole<1, 12, i8>>,
    }
}

entry! {
    /// Ce qui est proposé pour une étape qui n’est pas prévue.
    HabitEntry, "l’étape" {
        /// L’étape.
        step("etape"): Word<CalendarStep>,
        /// Les types de collectivité concernés ; absent : tous.
        kinds("types"): Vec<Word<CommunityType>> = Vec::new(),
        /// La règle dont la limite est proposée ; l’étape est sautée si la règle ne s’applique pas.
        rule("regle"): Option<Sentence>,
        /// Sans règle, l’étape avant laquelle se placer.
        anchor("repere"): Option<Word<CalendarStep>>,
        /// De combien avant ; absent : le même jour.
        delay("delai"): Option<Whole<1, 1000>>,
        /// L’unité du délai.
        unit("unite"): Option<Word<DelayUnit>>,
        /// La raison de cet usage.
        reason("raison"): Option<Sentence>,
    }
}
