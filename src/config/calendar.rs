//! The dates of the budget cycle, as `rapport.yaml` says them under `calendrier`.

use super::BudgetSettings;
use super::deliberation::DeliberationEntry;
use crate::diagnostic::Placed;
use crate::form::entry::entry;
use crate::form::scalars::{Day, Sentence};
use crate::model::CalendarStep;
use jiff::civil::Date;
use std::collections::BTreeMap;

entry! {
    /// Les dates du cycle budgétaire (AAAA-MM-JJ), toutes facultatives.
    CalendarEntry, "le calendrier" {
        /// La nomenclature du budget principal, M57 par exemple, quand « budget » ne la dit pas.
        nomenclature("nomenclature"): Option<Sentence>,
        /// Le vote du compte financier unique (du compte administratif jusqu’à l’exercice 2025) de l’année de données.
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

/// The dates of the budget cycle that concern the report; all optional until they are known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// The day of each step that is planned or done, where it is written.
    pub dates: BTreeMap<CalendarStep, Placed<Date>>,
    /// The nomenclature of the main budget, where the author says it.
    pub nomenclature: Option<String>,
}

/// The norm of the main budget is that of its files when the calendar does not say it.
const MAIN_BUDGET: &str = "principal";

/// The dates of the calendar, with those that only the délibération says.
pub(super) fn settings(
    raw: Option<CalendarEntry>,
    deliberation: Option<&DeliberationEntry>,
    budget: &BudgetSettings,
) -> Calendar {
    let mut calendar = written(raw, budget);
    let session = deliberation.and_then(|raw| raw.session.as_ref());
    let convocation = deliberation.and_then(|raw| raw.convocation.as_ref());
    for (step, day) in [
        (CalendarStep::Presentation, session),
        (CalendarStep::Convocation, convocation),
    ] {
        if let Some(day) = day {
            calendar.dates.entry(step).or_insert_with(|| day.clone());
        }
    }
    calendar
}

fn written(raw: Option<CalendarEntry>, budget: &BudgetSettings) -> Calendar {
    let of_main = |name: &Option<Placed<String>>| name.as_ref().is_none_or(|name| name.value == MAIN_BUDGET);
    let files = budget.files.iter().filter(|file| of_main(&file.budget));
    let of_files = files.filter_map(|file| file.nomenclature.as_ref()).next();
    let of_files = of_files.map(|nomenclature| nomenclature.value.clone());
    let Some(raw) = raw else {
        return Calendar {
            dates: BTreeMap::new(),
            nomenclature: of_files,
        };
    };
    let dates = [
        (CalendarStep::AccountsVote, raw.accounts_vote),
        (CalendarStep::Collection, raw.collection),
        (CalendarStep::Closing, raw.closing),
        (CalendarStep::Review, raw.review),
        (CalendarStep::Convocation, raw.convocation),
        (CalendarStep::Presentation, raw.presentation),
        (CalendarStep::OrientationDebate, raw.budget_orientation_debate),
        (CalendarStep::DraftSending, raw.draft_sending),
        (CalendarStep::BudgetMeeting, raw.budget_meeting),
        (CalendarStep::BudgetVote, raw.budget_vote),
        (CalendarStep::Publication, raw.publication),
    ];
    Calendar {
        dates: dates.into_iter().filter_map(|(step, day)| Some((step, day?))).collect(),
        nomenclature: raw.nomenclature.or(of_files),
    }
}

impl Calendar {
    /// The day of a step, as the author wrote it.
    pub fn date(&self, step: CalendarStep) -> Option<Date> {
        self.dates.get(&step).map(|placed| placed.value)
    }
}
