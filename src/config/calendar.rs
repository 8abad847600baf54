//! The calendar: the dates of `rapport.yaml`, and the rules and habits of `calendrier.yaml`, each of them whole.
//!
//! It reads no date against a rule: that is `assess`, which has the kind of collectivité and every step.

use super::raw::{CalendarEntry, CalendarFile, DeliberationEntry, HabitEntry, RuleEntry};
use super::{BudgetSettings, Calendar};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, Placed};
use crate::model::{
    Audience, CalendarAnchor, CalendarHabit, CalendarReference, CalendarRule, CalendarStep, Delay, DelayUnit, Proposal,
};
use std::collections::{BTreeMap, BTreeSet};

/// A rule or a habit of the calendar that does not say enough to be applied.
pub(super) const INCOMPLETE_RULE: Code = Code("M052");

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

pub(super) fn reference(file: CalendarFile, diagnostics: &mut Diagnostics) -> CalendarReference {
    let rules = file.rules.into_iter().filter_map(|entry| rule(entry, diagnostics));
    let rules: Vec<CalendarRule> = rules.collect();
    let keys: BTreeSet<&str> = rules.iter().map(|rule| rule.key.as_str()).collect();
    let habits = file.steps.into_iter();
    let habits = habits.filter_map(|entry| habit(entry, &keys, diagnostics)).collect();
    CalendarReference { rules, habits }
}

fn rule(entry: RuleEntry, diagnostics: &mut Diagnostics) -> Option<CalendarRule> {
    let relation = entry.relation;
    let delay = delay(entry.delay, entry.unit);
    let day_of_year = entry.day.zip(entry.month);
    let anchor = match (entry.anchor, day_of_year) {
        (Some(step), None) if relation.has_delay() == delay.is_some() => Some(CalendarAnchor::Step(step, delay)),
        (None, Some((day, month))) if !relation.has_delay() => Some(CalendarAnchor::DayAfterDataYear { month, day }),
        _ => None,
    };
    if anchor.is_none() {
        let message = format!("La règle « {} » n’est pas complète.", entry.key);
        let help = "Donnez « repere », et « delai » avec « unite » si la relation en a un ; ou « jour » et « mois » pour une échéance fixe.";
        diagnostics.push(incomplete(&entry.place, message, help));
    }
    Some(CalendarRule {
        key: entry.key,
        text: entry.text,
        source: entry.source,
        certainty: entry.certainty,
        audience: Audience {
            kinds: entry.kinds,
            from_population: entry.population,
            nomenclature: entry.nomenclature,
        },
        step: entry.step,
        relation,
        anchor: anchor?,
    })
}

fn habit(entry: HabitEntry, rules: &BTreeSet<&str>, diagnostics: &mut Diagnostics) -> Option<CalendarHabit> {
    let delay = delay(entry.delay, entry.unit);
    let half_a_delay = entry.delay.is_some() != entry.unit.is_some();
    let proposal = match (entry.rule, entry.anchor, entry.reason) {
        (Some(rule), None, _) if rules.contains(rule.as_str()) => Some(Proposal::Rule(rule)),
        (None, Some(anchor), Some(reason)) if !half_a_delay => Some(Proposal::Habit { anchor, delay, reason }),
        _ => None,
    };
    if proposal.is_none() {
        let message = format!("L’étape « {} » n’est pas complète.", entry.step.key());
        let help = "Nommez une règle du fichier dans « regle », ou donnez « repere » et « raison » (et « delai » avec « unite »).";
        diagnostics.push(incomplete(&entry.place, message, help));
    }
    Some(CalendarHabit {
        step: entry.step,
        audience: Audience {
            kinds: entry.kinds,
            ..Audience::default()
        },
        proposal: proposal?,
    })
}

fn delay(count: Option<i64>, unit: Option<DelayUnit>) -> Option<Delay> {
    Some(Delay {
        count: count?,
        unit: unit?,
    })
}

fn incomplete(place: &Place, message: String, help: &str) -> Diagnostic {
    Diagnostic::error(INCOMPLETE_RULE, place.clone(), message).help(help)
}
