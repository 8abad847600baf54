//! The dates and the identifiers of the délibération, each against the calendar and the collectivité.

use super::keys::DeliberationEntry;
use crate::config::calendar::Calendar;
use crate::config::siren::digits;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Placed};
use crate::french;
use crate::model::CalendarStep;
use jiff::civil::Date;

/// A date of the délibération that another one contradicts.
pub const DATES: Code = Code("M053");
/// A SIRET that is none, or that of another body.
pub const SIRET: Code = Code("M055");
/// A code of subject that is not that of the nomenclature of acts.
pub const SUBJECT: Code = Code("M056");
/// An address that does not lead anywhere.
pub const URL: Code = Code("M087");

/// The session is that of the calendar; the convocation and the commission come before it, the préfecture after.
pub fn dates(raw: &DeliberationEntry, calendar: &Calendar, diagnostics: &mut Diagnostics) {
    let written = |step| calendar.dates.get(&step);
    let same = |own: &Option<Placed<Date>>, step: CalendarStep, diagnostics: &mut Diagnostics| {
        let (Some(own), Some(other)) = (own, written(step)) else {
            return;
        };
        if own.value != other.value {
            let message = format!(
                "La délibération dit le {} et le calendrier, sous « {} » ({}), le {}.",
                french::date(own.value),
                step.key(),
                other.place,
                french::date(other.value)
            );
            let help = format!(
                "Écrivez la même date, ou seulement « {} » sous « calendrier ».",
                step.key()
            );
            push(own, message, &help, diagnostics);
        }
    };
    same(&raw.session, CalendarStep::Presentation, diagnostics);
    same(&raw.convocation, CalendarStep::Convocation, diagnostics);
    let session = raw.session.as_ref().map(|day| day.value);
    let Some(session) = session.or_else(|| calendar.date(CalendarStep::Presentation)) else {
        return;
    };
    let commission = raw.commission.as_ref().and_then(|commission| commission.date.as_ref());
    for (day, what) in [
        (raw.convocation.as_ref(), "La convocation"),
        (commission, "La réunion de la commission"),
    ] {
        if let Some(day) = day.filter(|day| day.value > session) {
            let message = format!("{what} ({}) {}", french::date(day.value), after(session));
            push(day, message, "Corrigez cette date, ou celle de la séance.", diagnostics);
        }
    }
    let received = raw.prefecture.as_ref().and_then(|prefecture| prefecture.date.as_ref());
    if let Some(day) = received.filter(|day| day.value < session) {
        let message = format!(
            "La préfecture aurait reçu l’acte le {}, avant la séance du {}.",
            french::date(day.value),
            french::date(session)
        );
        push(day, message, "Corrigez cette date, ou celle de la séance.", diagnostics);
    }
}

fn after(session: Date) -> String {
    format!("suit la séance du {} ; elle la précède.", french::date(session))
}

fn push(day: &Placed<Date>, message: String, help: &str, diagnostics: &mut Diagnostics) {
    diagnostics.push(
        Diagnostic::error(DATES, day.place.clone(), french::punctuate(&message))
            .help(french::punctuate(help))
            .raw(day.value.to_string()),
    );
}

/// The SIRET begins with the SIREN of the collectivité; the subject has the code of a matter; the address is of the web.
pub fn identity(raw: &DeliberationEntry, siren: Option<&str>, diagnostics: &mut Diagnostics) {
    let mut fault = |code, text: &Placed<String>, message: String, help: &str| {
        diagnostics.push(
            Diagnostic::error(code, text.place.clone(), french::punctuate(&message))
                .help(french::punctuate(help))
                .raw(&text.value),
        );
    };
    if let Some(siret) = &raw.siret {
        let digits = digits(&siret.value);
        let right = digits.len() == 14 && digits.bytes().all(|byte| byte.is_ascii_digit());
        if !right {
            let message = format!(
                "« {} » n’est pas un numéro SIRET : il en faut les quatorze chiffres.",
                siret.value
            );
            fault(
                SIRET,
                siret,
                message,
                "Écrivez les quatorze chiffres entre guillemets droits.",
            );
        } else if let Some(siren) = siren.filter(|siren| !digits.starts_with(siren)) {
            let message = format!(
                "Le SIRET « {} » ne commence pas par le SIREN de la collectivité ({siren}).",
                siret.value
            );
            fault(SIRET, siret, message, "Corrigez l’un des deux numéros.");
        }
    }
    if let Some(subject) = raw
        .subject
        .as_ref()
        .map(|subject| &subject.code)
        .filter(|code| !is_matter(&code.value))
    {
        let message = format!(
            "« {} » n’est pas un code de matière : un chiffre, un point, un ou deux chiffres.",
            subject.value
        );
        // A spreadsheet makes a date of 7.1.
        let help = match subject.place.is_in_table() {
            true => "Donnez à la cellule le format « Texte », puis écrivez le code, par exemple 7.1.",
            false => "Écrivez le code entre guillemets droits, par exemple \"7.1\".",
        };
        fault(SUBJECT, subject, message, help);
    }
    if let Some(url) = &raw.url {
        let known = ["https://", "http://"]
            .iter()
            .any(|scheme| url.value.starts_with(scheme));
        if !known || url.value.contains(char::is_whitespace) {
            let message = format!("« {} » n’est pas l’adresse d’une page.", url.value);
            fault(
                URL,
                url,
                message,
                "Écrivez l’adresse entière, qui commence par https://.",
            );
        }
    }
}

/// `^\d\.\d{1,2}$`, as the SCDL schema says it.
fn is_matter(code: &str) -> bool {
    let digits =
        |part: &str, most: usize| (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    code.split_once('.')
        .is_some_and(|(family, rank)| digits(family, 1) && digits(rank, 2))
}
