//! The document as a whole: who, which edition, on which legal basis, with which files attached.

use super::Prepared;
use super::wording::optional;
use crate::assess::{CalendarDate, Report, RuleState};
use crate::form::unfilled::is_unfilled;
use crate::french;
use crate::model::{CalendarStep, DataFile};
use jiff::civil::Date;
use serde::Serialize;

/// What the cover, the metadata and the running headers say.
#[derive(Clone, Debug, Serialize)]
pub struct Document {
    pub title: String,
    pub subtitle: Option<String>,
    /// Name of the collectivité.
    pub community: String,
    /// Its kind, in lower case: `métropole`.
    pub community_kind: &'static str,
    pub siren: String,
    /// `455 436 habitants`, with the source of the figure when it is known.
    pub population: String,
    pub edition: String,
    pub budget_year: String,
    pub data_year: String,
    /// The date of the document in words, and its numbers for the metadata.
    pub date: String,
    pub year: i16,
    pub month: i8,
    pub day: i8,
    /// The sentence that says the document is a demonstration; none for a publication.
    pub sample_notice: Option<String>,
    pub contact: Option<String>,
    /// Who answers for the document, after the name of the collectivité, and its date.
    pub identity: String,
    /// `#rrggbb`.
    pub brand: String,
    /// Path of the logo.
    pub logo: Option<String>,
    pub keywords: Vec<String>,
    pub description: String,
    /// Version of the program that wrote the document.
    pub program_version: &'static str,
}

/// The texts that ask for the report.
#[derive(Clone, Debug, Serialize)]
pub struct Legal {
    pub articles: Vec<Article>,
    /// The first of them, which asks for the report.
    pub main: String,
    /// Why it is owed, or that it is voluntary, in one sentence.
    pub sentence: String,
    /// That articles are cited under a number that nobody has confirmed since it may have changed.
    pub numbering: Option<String>,
    /// The known dates of the budget cycle.
    pub calendar: Vec<Step>,
    /// The rules of the calendar that bind the collectivité.
    pub rules: Vec<Rule>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Article {
    pub citation: String,
    pub summary: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct Step {
    pub label: String,
    pub date: String,
}

/// A rule of the calendar and its result.
#[derive(Clone, Debug, Serialize)]
pub struct Rule {
    pub text: String,
    pub source: String,
    /// The dates it was judged on, each with its step.
    pub dates: Vec<String>,
    /// `respectée`, `non respectée`, `non vérifiable`.
    pub result: &'static str,
    pub detail: Option<String>,
}

/// A file attached to the PDF.
#[derive(Clone, Debug, Serialize)]
pub struct Attachment {
    pub path: &'static str,
    pub description: &'static str,
}

pub fn describe(report: &Report, prepared: &Prepared) -> Document {
    let settings = &report.settings;
    let date = settings.document_date;
    let inhabitants = french::quantity(settings.community.population as f64, 0, "habitants");
    let population = match optional(&settings.community.population_source) {
        Some(source) => format!("{inhabitants} ({source})"),
        None => inhabitants,
    };
    let contact = optional(&settings.contact);
    let reached = contact.as_ref().map(|contact| format!(" Contact : {contact}."));
    Document {
        title: french::punctuate(&settings.title),
        // What the starter wrote to be replaced is no subtitle.
        subtitle: optional(&settings.subtitle).filter(|_| !is_unfilled(&settings.subtitle)),
        community: french::punctuate(&settings.community.name),
        community_kind: settings.community.kind.label(),
        siren: settings.community.siren.clone(),
        identity: french::punctuate(&format!(
            "{}, SIREN {}, {population}. Document daté du {}.{}",
            settings.community.kind.label(),
            settings.community.siren,
            french::date(date),
            reached.unwrap_or_default()
        )),
        population,
        edition: settings.edition.to_string(),
        budget_year: settings.budget_year.to_string(),
        data_year: report.last_year().unwrap_or(settings.data_year).to_string(),
        date: french::date(date),
        year: date.year(),
        month: date.month(),
        day: date.day(),
        sample_notice: if settings.sample {
            optional(&settings.sample_notice)
        } else {
            None
        },
        contact,
        brand: settings.appearance.brand.to_string(),
        logo: prepared.logo.clone(),
        keywords: keywords(report),
        description: format!(
            "Rapport {} de {}, présenté avant les débats sur le budget {}, données jusqu’en {}.",
            settings.edition,
            settings.community.name,
            settings.budget_year,
            report.last_year().unwrap_or(settings.data_year)
        ),
        program_version: env!("CARGO_PKG_VERSION"),
    }
}

fn keywords(report: &Report) -> Vec<String> {
    let finalities = report
        .provenance
        .reference
        .finalities
        .values()
        .map(|text| french::punctuate(&text.short));
    [
        "développement durable".to_owned(),
        report.settings.community.name.clone(),
    ]
    .into_iter()
    .chain(finalities)
    .collect()
}

pub fn legal(report: &Report) -> Legal {
    let main = french::punctuate(&report.main_text());
    let budget = report.settings.budget_year;
    let sentence = match (report.provenance.mandatory, report.provenance.legal.threshold) {
        (true, Some(threshold)) => format!(
            "Ce rapport est dû par les collectivités de plus de {} ({main}) ; il est présenté avant les débats sur le projet de budget {budget}.",
            french::quantity(threshold as f64, 0, "habitants")
        ),
        (true, None) => format!(
            "Ce rapport est dû sans condition de population ({main}) ; il est présenté avant les débats sur le projet de budget {budget}."
        ),
        (false, _) => format!(
            "La population ne dépasse pas le seuil des textes ({main}) : ce rapport est volontaire ; il est présenté avant les débats sur le projet de budget {budget}."
        ),
    };
    let texts = &report.provenance.reference.texts;
    let cited = report.provenance.legal.texts.iter().filter_map(|id| texts.get(id));
    Legal {
        articles: cited
            .map(|text| Article {
                citation: french::punctuate(&texts.citation(&[&text.id])),
                summary: french::punctuate(&text.summary),
            })
            .collect(),
        main,
        sentence: french::bound(&french::punctuate(&sentence)),
        numbering: texts
            .numbering_note(&report.provenance.legal.texts)
            .map(|note| french::punctuate(&note)),
        calendar: calendar(report),
        rules: rules(report),
    }
}

/// The known dates, in their order.
fn calendar(report: &Report) -> Vec<Step> {
    let dates = report.settings.calendar.dates.iter();
    let mut dates: Vec<(CalendarStep, Date)> = dates.map(|(step, day)| (*step, day.value)).collect();
    dates.sort_by_key(|(step, day)| (*day, *step));
    dates
        .into_iter()
        .map(|(step, day)| Step {
            label: french::capital(step.label()),
            date: french::date(day),
        })
        .collect()
}

fn rules(report: &Report) -> Vec<Rule> {
    // The day, the month and the year of a narrow column stay together.
    let day = |date: &CalendarDate| french::date(date.day).replace(' ', "\u{a0}");
    let date = |date: &CalendarDate| format!("{} : {}", date.step.label(), day(date));
    report
        .calendar
        .iter()
        // What could not be verified, or may not concern this collectivité, is for the author: « millesime calendrier ».
        .filter(|outcome| outcome.state != RuleState::Unknown && outcome.rule.caution.is_none())
        .map(|outcome| Rule {
            text: french::punctuate(&outcome.rule.text),
            source: french::punctuate(&outcome.rule.source),
            dates: outcome
                .dates
                .iter()
                .map(date)
                .map(|date| french::punctuate(&date))
                .collect(),
            result: outcome.state.label(),
            detail: optional(&outcome.detail),
        })
        .collect()
}

pub fn attachment(file: DataFile) -> Attachment {
    Attachment {
        path: file.key(),
        description: file.label(),
    }
}
