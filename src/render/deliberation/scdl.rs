//! `donnees/deliberation-scdl.csv`: the délibération as a line of open data, in the schema SCDL 2.1.5.
//!
//! A line that lacks a required value would be refused by every portal: it is not written, and what lacks is told.

use super::act::Act;
use crate::assess::Report;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::error::Error;
use crate::french;
use crate::printed::{Cell, Dialect, PrintedTable};
use std::sync::Arc;

/// A required value of the open data is not known.
const MISSING: Code = Code("M530");

/// The columns, in the order of the schema.
const COLUMNS: [&str; 17] = [
    "COLL_NOM",
    "COLL_SIRET",
    "DELIB_ID",
    "DELIB_DATE",
    "DELIB_MATIERE_CODE",
    "DELIB_MATIERE_NOM",
    "DELIB_OBJET",
    "BUDGET_ANNEE",
    "BUDGET_NOM",
    "PREF_ID",
    "PREF_DATE",
    "VOTE_EFFECTIF",
    "VOTE_REEL",
    "VOTE_POUR",
    "VOTE_CONTRE",
    "VOTE_ABSTENTION",
    "DELIB_URL",
];

/// The table of one line, commas and UTF-8 as the schema wants them; none where a required value is not known.
pub fn write(report: &Report, act: &Act, diagnostics: &mut Diagnostics) -> Result<Option<Arc<[u8]>>, Error> {
    let known = &report.settings.deliberation;
    let required = [
        ("siret", known.siret.is_none()),
        ("numero", known.number.is_none()),
        ("seance", known.session.is_none()),
        ("matiere", known.subject.is_none()),
    ];
    let missing: Vec<&str> = required
        .into_iter()
        .filter(|(_, missing)| *missing)
        .map(|(key, _)| key)
        .collect();
    if !missing.is_empty() {
        let message = format!(
            "La délibération n’est pas publiée en données ouvertes : il manque {} sous « deliberation ».",
            french::list(&missing)
        );
        let help = "Ajoutez ces clés quand elles sont connues ; donnees/deliberation-scdl.csv sera écrit.";
        diagnostics.push(
            Diagnostic::warning(MISSING, Place::file("data/rapport.yaml"), french::punctuate(&message)).help(help),
        );
        return Ok(None);
    }
    let example = if known.example || report.settings.sample {
        " (exemple)"
    } else {
        ""
    };
    let vote = known.vote();
    let votes = |part: fn(&crate::config::GroupVote) -> u32| number(vote.as_ref().map(part));
    let date = |date: Option<jiff::civil::Date>| date.map_or(String::new(), |date| date.to_string());
    let (code, name) = known.subject.clone().unwrap_or_default();
    let (year, budget) = known.budget.clone().unzip();
    let prefecture = known.prefecture.as_ref();
    let record = [
        format!("{}{example}", act.community),
        known.siret.clone().unwrap_or_default(),
        known.number.clone().unwrap_or_default(),
        date(known.session),
        code,
        name,
        format!("{}{example}", act.object),
        year.map_or(String::new(), |year| year.to_string()),
        budget.flatten().unwrap_or_default(),
        prefecture.map_or(String::new(), |prefecture| prefecture.id.clone()),
        date(prefecture.and_then(|prefecture| prefecture.date)),
        number(known.seats),
        number(known.voting),
        votes(|vote| vote.favour),
        votes(|vote| vote.against),
        votes(|vote| vote.abstentions),
        known.url.clone().unwrap_or_default(),
    ];
    let table = PrintedTable::data(COLUMNS, [record.map(Cell::from)]);
    table.csv(Dialect::OpenData).map(Some)
}

/// Empty where nothing is known: an absence is never a zero.
fn number(number: Option<u32>) -> String {
    number.map_or(String::new(), |number| number.to_string())
}
