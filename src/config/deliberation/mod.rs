//! The délibération of `rapport.yaml`: what the author knows of it, checked together; everything is optional.
//!
//! What is not known stays unknown, and is printed as to be filled in. Nothing here writes a sentence of the act.

mod keys;
mod noun;
mod checks;
mod counts;

pub use keys::DeliberationEntry;
pub use noun::{Commission, Deliberation, GroupVote, Prefecture};

use super::Calendar;
use super::siren;
use crate::diagnostic::{Diagnostics, Placed};
use crate::french;
use crate::model::CalendarStep;
use keys::{ActBudgetEntry, CommissionEntry, PrefectureEntry, SubjectEntry};

/// The délibération; nothing but the dates of the calendar where the author says nothing.
pub fn settings(
    raw: Option<DeliberationEntry>,
    calendar: &Calendar,
    siren: Option<&str>,
    diagnostics: &mut Diagnostics,
) -> Deliberation {
    let session = calendar.date(CalendarStep::Presentation);
    let convocation = calendar.date(CalendarStep::Convocation);
    let Some(raw) = raw else {
        return Deliberation {
            session,
            convocation,
            ..Deliberation::default()
        };
    };
    checks::dates(&raw, calendar, diagnostics);
    checks::identity(&raw, siren, diagnostics);
    counts::check(&raw, diagnostics);
    let present = said(&raw.present);
    let proxies = said(&raw.proxies);
    Deliberation {
        number: raw.number,
        session: said(&raw.session).or(session),
        hour: raw.hour.map(|hour| french::hour(&hour)),
        venue: raw.venue,
        convocation: said(&raw.convocation).or(convocation),
        presidency: raw.presidency,
        rapporteur: raw.rapporteur,
        secretary: raw.secretary,
        assembly: raw.assembly,
        signatory: raw.signatory,
        object: raw.object,
        commission: raw.commission.map(commission),
        strategy_adoption: raw.strategy_adoption,
        seats: said(&raw.seats),
        present,
        proxies,
        absent: said(&raw.absent),
        present_names: raw.present_names,
        proxy_names: raw.proxy_names,
        absent_names: raw.absent_names,
        voting: said(&raw.voting).or_else(|| Some(present? + proxies?)),
        votes: raw.votes.iter().map(counts::vote).collect(),
        siret: raw.siret.map(|siret| siren::digits(&siret.value)),
        subject: raw.subject.map(subject),
        budget: raw.budget.map(budget),
        prefecture: raw.prefecture.map(prefecture),
        url: raw.url.map(|url| url.value),
        example: raw.example,
    }
}

fn commission(raw: CommissionEntry) -> Commission {
    Commission {
        name: raw.name,
        date: said(&raw.date),
    }
}

fn prefecture(raw: PrefectureEntry) -> Prefecture {
    Prefecture {
        id: raw.id,
        date: said(&raw.date),
    }
}

fn subject(raw: SubjectEntry) -> (String, String) {
    (raw.code.value, raw.name)
}

fn budget(raw: ActBudgetEntry) -> (i32, Option<String>) {
    (raw.year, raw.name)
}

/// What is written, without its place.
fn said<T: Clone>(written: &Option<Placed<T>>) -> Option<T> {
    written.as_ref().map(|written| written.value.clone())
}

#[cfg(test)]
mod tests;
