//! What the author is told of the calendar, at the date in `rapport.yaml` that does not keep a rule.
//!
//! A contested rule never stops a publication; a certain one stops it only where the order of the dates is wrong.

use super::rules::{Finding, Judged};
use crate::config::Calendar;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::french;
use crate::model::{CalendarStep, Certainty};
use std::collections::BTreeSet;

/// Two dates are in an order that the texts do not allow.
const ORDER: Code = Code("M425");
/// A delay that the texts set is not kept.
const DELAY: Code = Code("M426");
/// A rule that is contested, or not well established, is not kept.
const CONTESTED: Code = Code("M427");
/// Two steps of the preparation are in an unusual order.
const UNUSUAL: Code = Code("M428");
/// Two steps are on the same day, and one must come first.
const SAME_DAY: Code = Code("M429");

/// Pushes a diagnostic a rule that is not kept; the delay between two dates in the wrong order is not told besides.
pub fn push(judged: &[Judged<'_>], calendar: &Calendar, diagnostics: &mut Diagnostics) {
    let mut disordered: BTreeSet<Vec<CalendarStep>> = BTreeSet::new();
    for one in judged {
        let steps: Vec<CalendarStep> = one.dates.iter().map(|date| date.step).collect();
        let repeated = one.finding == Finding::OutOfOrder && !disordered.insert(steps);
        if !repeated {
            diagnostics.extend(diagnostic(one, calendar));
        }
    }
}

fn diagnostic(judged: &Judged<'_>, calendar: &Calendar) -> Option<Diagnostic> {
    let rule = judged.rule;
    let (severity, code) = gravity(&judged.finding, rule.certainty)?;
    let first = judged.dates.first()?;
    // A date given on the command line has no place: the fault is then at the other one, or nowhere.
    let placed = judged.dates.iter().find_map(|date| calendar.dates.get(&date.step));
    let named: Vec<String> = judged
        .dates
        .iter()
        .map(|date| format!("{} ({})", date.step.named(), french::date(date.day)))
        .collect();
    let subject = french::capital(&named[0]);
    let other = named.get(1).map_or("", String::as_str);
    let found = match &judged.finding {
        Finding::OutOfOrder if other.is_empty() => format!("{subject} vient trop tard."),
        Finding::OutOfOrder => format!("{subject} ne précède pas {other}."),
        Finding::OutOfDelay(limit) if other.is_empty() => {
            format!("{subject} vient trop tard. {}", judged.limit(*limit))
        }
        Finding::OutOfDelay(limit) => {
            format!(
                "{subject} n’est pas dans le délai, qui se compte sur {other}. {}",
                judged.limit(*limit)
            )
        }
        Finding::SameDay => {
            format!("{subject} est le même jour que {other} : la date ne dit pas ce qui vient d’abord.")
        }
        Finding::Kept | Finding::Unknown(_) => return None,
    };
    let asked = rule.text.trim_end_matches('.');
    let asked = match rule.certainty {
        Certainty::Habit => format!("Usage : {asked}."),
        certainty => format!("Règle : {asked} ({} ; {}).", rule.doubted_source(), certainty.label()),
    };
    let message = french::punctuate(&format!("{found} {asked}"));
    let keys: Vec<String> = judged
        .dates
        .iter()
        .map(|date| format!("« {} »", date.step.key()))
        .collect();
    let help = match &judged.finding {
        Finding::SameDay => "Présentez le rapport avant l’ouverture des débats, ou à une séance antérieure.".to_owned(),
        _ => format!("Corrigez {}.", keys.join(" ou ")),
    };
    let raw = placed.map_or(first.day, |placed| placed.value).to_string();
    let place = placed.map(|placed| placed.place.clone());
    let told = match severity {
        Severity::Error => Diagnostic::error(code, place, message),
        Severity::Warning => Diagnostic::warning(code, place, message),
    };
    Some(told.help(french::punctuate(&help)).raw(raw))
}

fn gravity(finding: &Finding, certainty: Certainty) -> Option<(Severity, Code)> {
    Some(match (finding, certainty) {
        (Finding::Kept | Finding::Unknown(_), _) => return None,
        (_, Certainty::Habit) => (Severity::Warning, UNUSUAL),
        (_, Certainty::ToConfirm) => (Severity::Warning, CONTESTED),
        (Finding::OutOfOrder, _) => (Severity::Error, ORDER),
        (Finding::OutOfDelay(_), _) => (Severity::Warning, DELAY),
        (Finding::SameDay, _) => (Severity::Warning, SAME_DAY),
    })
}
