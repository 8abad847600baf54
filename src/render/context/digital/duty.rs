//! Which obligation applies, and why: by kind of collectivité and by population.

use crate::assess::{DigitalDuty, DigitalReview, Report};
use crate::french;
use serde::Serialize;

#[derive(Clone, Debug, Serialize)]
pub struct Duty {
    /// `due`, `volontaire` or `non-demande`.
    pub key: &'static str,
    /// What the texts ask of this collectivité, in one or two sentences.
    pub sentence: String,
    /// The articles that ask for the bilan; none where it is not asked.
    pub basis: Option<String>,
    /// What the decree wants of a strategy, in one sentence; none where no bilan is asked.
    pub content: Option<&'static str>,
}

/// The bilan in the checklist of legal content.
const BILAN: &str = "C7";
const CONTENT: &str = "Le décret demande des objectifs, des indicateurs de suivi, des mesures et des moyens ; il ne prescrit ni mise en page ni indicateur, et ses six thèmes sont facultatifs.";

pub fn describe(report: &Report, review: &DigitalReview) -> Duty {
    let community = &report.settings.community;
    let kind = community.kind.label();
    let people = french::quantity(community.population as f64, 0, "habitants");
    let main = match report.main_text() {
        main if main.is_empty() => main,
        main => format!(" ({main})"),
    };
    let threshold = report
        .provenance
        .legal
        .threshold
        .map(|threshold| french::quantity(threshold as f64, 0, "habitants"));
    let (key, sentence) = match (review.duty, threshold) {
        (DigitalDuty::Owed, Some(threshold)) => (
            "due",
            format!(
                "Avec {people}, la collectivité ({kind}) dépasse le seuil de {threshold} : le rapport est dû, et il contient le bilan annuel de la stratégie numérique responsable{main}."
            ),
        ),
        (DigitalDuty::Owed, None) => (
            "due",
            format!(
                "{} ({kind}) doit le rapport sans condition de population, et il contient le bilan annuel de la stratégie numérique responsable{main}.",
                community.name
            ),
        ),
        (DigitalDuty::Voluntary, threshold) => (
            "volontaire",
            format!(
                "Avec {people}, la collectivité ({kind}) ne dépasse pas {} : ni le rapport ni le bilan de la stratégie numérique responsable ne lui sont obligatoires{main}. Ce bilan est volontaire.",
                threshold.unwrap_or_else(|| "le seuil des textes".to_owned())
            ),
        ),
        (DigitalDuty::NotAsked, _) => (
            "non-demande",
            format!(
                "Les textes qui demandent un rapport à {} ({kind}) n’y demandent pas de bilan de la stratégie numérique responsable{main}. Ce bilan est volontaire et n’est pas une partie du rapport.",
                community.name
            ),
        ),
    };
    let asked = review.duty != DigitalDuty::NotAsked;
    let basis = report
        .provenance
        .reference
        .checklist
        .iter()
        .find(|item| item.code == BILAN);
    Duty {
        key,
        sentence: french::bound(&french::punctuate(&sentence)),
        basis: basis.filter(|_| asked).map(|item| french::punctuate(&item.basis)),
        content: asked.then_some(CONTENT),
    }
}
