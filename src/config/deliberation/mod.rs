//! The délibération of `rapport.yaml`: what the author knows of it, checked together; everything is optional.
//!
//! What is not known stays unknown, and is printed as to be filled in. Nothing here writes a sentence of the act.

mod noun;
mod checks;
mod counts;

pub use noun::{Commission, Deliberation, GroupVote, Prefecture};

use super::raw::{
    ActBudgetEntry, CommissionEntry, DeliberationEntry, DeliberationFile, Members, PrefectureEntry, SubjectEntry,
};
use super::{Calendar, siren};
use crate::diagnostic::{Diagnostics, Placed};
use crate::form::scalars::{Day, Sentence};
use crate::model::{ActWording, CalendarStep, CommunityType};
use jiff::civil::Date;
use std::collections::BTreeMap;

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
    let present = number(&raw.present);
    let proxies = number(&raw.proxies);
    Deliberation {
        number: text(raw.number),
        session: day(&raw.session).or(session),
        hour: text(raw.hour),
        venue: text(raw.venue),
        convocation: day(&raw.convocation).or(convocation),
        presidency: text(raw.presidency),
        rapporteur: text(raw.rapporteur),
        secretary: text(raw.secretary),
        assembly: text(raw.assembly),
        signatory: text(raw.signatory),
        object: text(raw.object),
        commission: raw.commission.map(commission),
        strategy_adoption: text(raw.strategy_adoption),
        seats: number(&raw.seats),
        present,
        proxies,
        absent: number(&raw.absent),
        present_names: text(raw.present_names),
        proxy_names: text(raw.proxy_names),
        absent_names: text(raw.absent_names),
        voting: number(&raw.voting).or_else(|| Some(present? + proxies?)),
        votes: raw.votes.unwrap_or_default().iter().map(counts::vote).collect(),
        siret: raw.siret.map(|siret| siren::digits(&siret.value)),
        subject: raw.subject.map(subject),
        budget: raw.budget.map(budget),
        prefecture: raw.prefecture.map(prefecture),
        url: raw.url.map(|url| url.value),
        example: raw.example.is_some_and(|flag| flag.0),
    }
}

fn commission(raw: CommissionEntry) -> Commission {
    Commission {
        name: raw.name.0,
        date: day(&raw.date),
    }
}

fn prefecture(raw: PrefectureEntry) -> Prefecture {
    Prefecture {
        id: raw.id.0,
        date: day(&raw.date),
    }
}

fn subject(raw: SubjectEntry) -> (String, String) {
    (raw.code.value, raw.name.0)
}

fn budget(raw: ActBudgetEntry) -> (i32, Option<String>) {
    (raw.year.year(), text(raw.name))
}

/// The assembly and the visas by type of collectivité.
pub fn reference(file: DeliberationFile) -> BTreeMap<CommunityType, ActWording> {
    let mut wordings = BTreeMap::new();
    for regime in file.regimes {
        let wording = ActWording {
            assembly: regime.assembly.0,
            signatory: regime.signatory.0,
            visas: regime.visas.into_iter().map(|visa| visa.0).collect(),
        };
        wordings.extend(regime.kinds.into_iter().map(|kind| (kind.0, wording.clone())));
    }
    wordings
}

fn text(sentence: Option<Sentence>) -> Option<String> {
    sentence.map(|sentence| sentence.0)
}

fn day(day: &Option<Placed<Day>>) -> Option<Date> {
    day.as_ref().map(|day| day.value.0)
}

fn number(members: &Option<Placed<Members>>) -> Option<u32> {
    members.as_ref().map(counts::of)
}

#[cfg(test)]
mod tests;
