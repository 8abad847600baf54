//! What this room warns of in a strategy: what the decree asks and an objective lacks, what is never covered, what is late.
//!
//! A gap is no fault: the bilan names it, and its author may have a reason to write.

use super::noun::{CellContent, DigitalDuty, DigitalReview, ObjectiveLack, ObjectiveReview, StepOutcome, StepReview};
use crate::assess::Report;
use crate::config::Deliverable;
use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics, Place};
use crate::french;
use crate::model::{LegalDeadline, Perimeter};

/// An objective that no indicator follows.
const NO_INDICATOR: Code = Code("M440");
/// An objective without a measure.
const NO_MEASURE: Code = Code("M441");
/// An objective without means.
const NO_MEANS: Code = Code("M442");
/// A theme of the decree without an objective.
const THEME_UNCOVERED: Code = Code("M443");
/// A perimeter that no objective covers.
const PERIMETER_UNCOVERED: Code = Code("M444");
/// A step that was to be done by now.
const OVERDUE_STEP: Code = Code("M445");
/// A step said to be done after the day of the document.
const DONE_LATER: Code = Code("M446");
/// A deadline of the law that has passed, and no step that answers it.
const DEADLINE_PASSED: Code = Code("M447");
/// A strategy without an objective.
const NO_OBJECTIVE: Code = Code("M453");
/// The bilan is owed and nothing describes the strategy.
const NO_STRATEGY: Code = Code("M448");
/// The bilan is asked for as a document, and nothing describes the strategy.
const NO_BILAN: Code = Code("M449");
/// A strategy that the report of this kind of collectivité does not hold.
const NOT_ASKED: Code = Code("M450");

/// The file that describes a strategy, where it is lacking.
const FILE: &str = "data/strategie.yaml";

/// Pushes what is to be said of the strategy; what is lacking falls where the file has a fault that may be why.
pub fn push(report: &Report, diagnostics: &mut Diagnostics) {
    let bilan_asked = report.settings.deliverables.contains(&Deliverable::DigitalReview);
    let Some(review) = &report.digital else {
        if bilan_asked {
            diagnostics.push(no_bilan());
        } else if report.digital_duty() == DigitalDuty::Owed {
            diagnostics.push(no_strategy());
        }
        return;
    };
    if review.duty == DigitalDuty::NotAsked && !bilan_asked {
        diagnostics.push(not_asked(report, review));
    }
    diagnostics.extend(review.objectives.iter().flat_map(lacks));
    // That nothing is covered only follows from there being no objective.
    if review.objectives.is_empty() {
        diagnostics.push(no_objective(review));
    } else {
        diagnostics.extend(uncovered(report, review));
    }
    diagnostics.extend(review.steps.iter().filter_map(late));
    diagnostics.extend(review.deadlines.iter().filter_map(|deadline| match deadline.outcome {
        StepOutcome::Overdue(_) => Some(passed(&deadline.deadline, review)),
        _ => None,
    }));
}

fn no_bilan() -> Diagnostic {
    let message = "Le livrable « bilan-numerique » est demandé, et aucune stratégie n’est décrite.";
    let help = "Écrivez data/strategie.yaml (« millesime nouveau DOSSIER » en donne un modèle), ou ne demandez pas ce livrable.";
    Diagnostic::error(NO_BILAN, Place::file(FILE), message)
        .help(help)
        .because(Cause::path(FILE))
}

fn no_strategy() -> Diagnostic {
    let message = "Le rapport doit contenir le bilan annuel de la stratégie numérique responsable, et aucune stratégie n’est décrite.";
    let help =
        "Écrivez data/strategie.yaml ; « millesime nouveau DOSSIER » en donne un modèle, où chaque clé est expliquée.";
    Diagnostic::warning(NO_STRATEGY, Place::file(FILE), message)
        .help(help)
        .because(Cause::path(FILE))
}

fn no_objective(review: &DigitalReview) -> Diagnostic {
    let message = "La stratégie n’a aucun objectif : le bilan n’aura que ses étapes.";
    let help = "Écrivez « objectifs: » ; chacun a un thème, un périmètre, des indicateurs, des mesures et des moyens.";
    Diagnostic::warning(NO_OBJECTIVE, review.place.clone(), message)
        .help(help)
        .because(Cause::path(FILE))
}

fn not_asked(report: &Report, review: &DigitalReview) -> Diagnostic {
    let message = format!(
        "Les textes ne demandent pas le bilan de la stratégie numérique à ce type de collectivité ({}) : le rapport ne le contient pas.",
        report.settings.community.kind.label()
    );
    let help = "Ajoutez « bilan-numerique » à « livrables » dans rapport.yaml pour l’imprimer à part, ou retirez data/strategie.yaml.";
    Diagnostic::warning(NOT_ASKED, review.place.clone(), message).help(help)
}

fn lacks(review: &ObjectiveReview) -> impl Iterator<Item = Diagnostic> {
    review.lacks.iter().map(|lack| {
        let objective = &review.objective;
        let (code, fact, gesture) = match lack {
            ObjectiveLack::Indicator => (
                NO_INDICATOR,
                "n’est suivi par aucun indicateur",
                "Écrivez « indicateurs: [...] » avec des identifiants du catalogue.",
            ),
            ObjectiveLack::Measure => (
                NO_MEASURE,
                "n’a aucune mesure",
                "Écrivez « mesures: » avec au moins un titre et un état, ou une action de actions.yaml.",
            ),
            ObjectiveLack::Means => (
                NO_MEANS,
                "n’a aucun moyen",
                "Écrivez « moyens: » : des crédits, un temps de travail, une mutualisation ou des actions qui en portent.",
            ),
        };
        let message = format!(
            "L’objectif « {} » {fact} ; le décret demande des indicateurs, des mesures et des moyens.",
            objective.id
        );
        Diagnostic::warning(code, objective.place.clone(), message)
            .help(gesture)
            .because(Cause::entry(objective.id.as_str()))
    })
}

/// Themes, then perimeters, that no objective covers.
fn uncovered(report: &Report, review: &DigitalReview) -> Vec<Diagnostic> {
    let covered = |content: &CellContent| matches!(content, CellContent::Covered(_));
    let themes = review
        .grid
        .iter()
        .filter(|row| row.cells.iter().any(|cell| cell.content == CellContent::Gap))
        .filter(|row| !row.cells.iter().any(|cell| covered(&cell.content)))
        .map(|row| {
            let short = report.provenance.reference.themes.get(&row.theme).map(|theme| theme.short.as_str());
            let message = format!(
                "Aucun objectif ne relève du thème {} ({}).",
                row.theme,
                short.unwrap_or_default()
            );
            let gaps = row.cells.iter().filter(|cell| cell.content == CellContent::Gap);
            let perimeters: Vec<&str> = gaps.map(|cell| cell.perimeter.key()).collect();
            let help = format!(
                "Les thèmes du décret sont facultatifs : ajoutez un objectif, ou dites dans « sans_objet » pourquoi il n’en faut pas, une entrée par périmètre ({}) ; le bilan nommera l’absence.",
                perimeters.join(", ")
            );
            Diagnostic::warning(THEME_UNCOVERED, review.place.clone(), message)
                .help(help)
                .because(Cause::path(FILE))
        });
    let perimeters = Perimeter::ALL.iter().filter(|&&perimeter| {
        let mut cells = review.cells().filter(|(_, cell)| cell.perimeter == perimeter);
        !cells.any(|(_, cell)| covered(&cell.content))
    });
    let perimeters = perimeters.map(|perimeter| {
        let message = format!(
            "Aucun objectif ne couvre le périmètre « {} » ({}).",
            perimeter.key(),
            perimeter.label()
        );
        let help = "Ajoutez ce périmètre à un objectif qui le concerne ; sinon le bilan nommera l’absence.";
        Diagnostic::warning(PERIMETER_UNCOVERED, review.place.clone(), message)
            .help(help)
            .because(Cause::path(FILE))
    });
    themes.chain(perimeters).collect()
}

/// A step whose day has passed, or whose day of completion has not come.
fn late(review: &StepReview) -> Option<Diagnostic> {
    let step = &review.step;
    if let (Some(done), None) = (&step.done, review.done) {
        let message = format!(
            "L’étape « {} » est dite réalisée après la date du document : elle est comptée comme non réalisée.",
            step.title
        );
        let help = "Corrigez « realisee », ou « date_document » dans rapport.yaml.";
        return Some(Diagnostic::warning(DONE_LATER, done.place.clone(), message).help(help));
    }
    let (StepOutcome::Overdue(_), Some(planned)) = (review.outcome, &step.planned) else {
        return None;
    };
    let last = french::date(planned.value.last_day());
    let message = format!(
        "L’étape « {} » était prévue au plus tard le {last} et n’est pas réalisée.",
        step.title
    );
    let help = "Écrivez « realisee » avec sa date, ou corrigez « prevue » ; sinon le bilan dira le retard.";
    let told = Diagnostic::warning(OVERDUE_STEP, planned.place.clone(), message).help(help);
    // A date of the step that could not be read may be the one that lacks.
    Some(told.because(Cause::entry(&step.place.to_string())))
}

fn passed(deadline: &LegalDeadline, review: &DigitalReview) -> Diagnostic {
    let message = format!(
        "Aucune étape « {} » n’est réalisée, alors que la loi la voulait au plus tard le {} ({}).",
        deadline.kind.key(),
        french::date(deadline.day),
        deadline.basis
    );
    let help = "Ajoutez l’étape et sa date de réalisation, si elle est faite ; sinon le bilan dira le retard.";
    Diagnostic::warning(DEADLINE_PASSED, review.place.clone(), message)
        .help(help)
        .because(Cause::path(FILE))
}
