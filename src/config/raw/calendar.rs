//! The keys of `calendrier` in `rapport.yaml`.

use crate::diagnostic::Placed;
use crate::form::entry::entry;
use crate::form::scalars::{Day, Sentence};

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
