//! `donnees/deliberation-scdl.csv`: the délibération as a line of open data, in the schema SCDL 2.1.5.
//!
//! A line that lacks a required value would be refused by every portal: it is not written, and what lacks is told.

use super::act::Act;
use crate::assess::Report;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::error::Error;
use crate::french;
use crate::printed::{Dialect, PrintedTable};
use std::sync::Arc;

/// Where it is published.
pub const PATH: &str = "donnees/deliberation-scdl.csv";

/// A required value of the open data is not known.
const MISSING: Code = Code("M530");

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
        let help = format!("Ajoutez ces clés quand elles sont connues ; {PATH} sera écrit.");
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
    let (code, name) = known.subject.clone().unwrap_or_default();
    let (year, budget) = known.budget.clone().unzip();
    let prefecture = known.prefecture.as_ref();
    let date = |date: Option<jiff::civil::Date>| date.map(|date| date.to_string());
    // One row. What is not known is left empty: an absence is never a zero.
    let row = PrintedTable::each([()])
        .data("COLL_NOM", |()| format!("{}{example}", act.community))
        .data("COLL_SIRET", |()| known.siret.clone())
        .data("DELIB_ID", |()| known.number.clone())
        .data("DELIB_DATE", |()| date(known.session))
        .data("DELIB_MATIERE_CODE", |()| code.as_str())
        .data("DELIB_MATIERE_NOM", |()| name.as_str())
        .data("DELIB_OBJET", |()| format!("{}{example}", act.object))
        .data("BUDGET_ANNEE", |()| year)
        .data("BUDGET_NOM", |()| budget.clone().flatten())
        .data("PREF_ID", |()| prefecture.map(|prefecture| prefecture.id.as_str()))
        .data("PREF_DATE", |()| {
            date(prefecture.and_then(|prefecture| prefecture.date))
        })
        .data("VOTE_EFFECTIF", |()| known.seats)
        .data("VOTE_REEL", |()| known.voting)
        .data("VOTE_POUR", |()| vote.as_ref().map(|vote| vote.favour))
        .data("VOTE_CONTRE", |()| vote.as_ref().map(|vote| vote.against))
        .data("VOTE_ABSTENTION", |()| vote.as_ref().map(|vote| vote.abstentions))
        .data("DELIB_URL", |()| known.url.clone());
    row.table().csv(Dialect::OpenData).map(Some)
}
