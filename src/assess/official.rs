//! What `--officiel` refuses: a report that may not be presented to a council as it stands.
//!
//! Values, actions and covers marked `exemple`, what is still of the model, mandatory texts missing, parts of the legal
//! content absent.

use super::{CoverageState, Finding, Report, digital, due, footprint, texts, transition, unfilled};
use crate::config::Deliverable;
use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics, Place};
use crate::french::{self, folded};
use crate::model::{LegalTexts, ObservationStatus, Point};

/// Values marked `exemple` remain.
const EXAMPLE_VALUES: Code = Code("M900");
/// A mandatory text is missing.
const MANDATORY_TEXT: Code = Code("M901");
/// A part of the legal content is absent.
const MANDATORY_PART: Code = Code("M902");
/// The project says it is a demonstration.
const SAMPLE: Code = Code("M903");
/// A budget or an authorisation is marked `exemple`.
const EXAMPLE_CREDITS: Code = Code("M410");
/// An action is marked `exemple`.
const EXAMPLE_ACTION: Code = Code("M904");

/// The exposé of the délibération is still the one that the program proposes.
const PROPOSED_STATEMENT: Code = Code("M431");
/// A text that the délibération cites was not confirmed by the project.
const UNCONFIRMED_TEXT: Code = Code("M905");
/// The mentions of the délibération are invented.
const EXAMPLE_ACT: Code = Code("M432");

/// Pushes a fault for everything that forbids an official publication.
pub fn refuse_unofficial(report: &Report, diagnostics: &mut Diagnostics) {
    if report.settings.sample {
        let message =
            "Le projet se dit une démonstration (« exemple: true ») : il ne peut pas être publié officiellement.";
        diagnostics.push(
            Diagnostic::error(SAMPLE, Place::file("data/rapport.yaml"), message)
                .help("Retirez « exemple: true » de rapport.yaml quand toutes les valeurs sont réelles."),
        );
    }
    unfilled::refuse(report, diagnostics);
    due::refuse_empty_year(report, diagnostics);
    for finding in report.findings() {
        refuse_examples(finding, diagnostics);
    }
    for action in report.actions.iter().filter(|action| action.example) {
        let message = format!("L’action « {} » est marquée « exemple ».", action.id);
        diagnostics.push(
            Diagnostic::error(EXAMPLE_ACTION, action.place.clone(), message)
                .help("Remplacez cette action par une action réelle, puis retirez « exemple: true »."),
        );
    }
    if report.settings.deliverables.contains(&Deliverable::Deliberation) {
        refuse_draft(report, diagnostics);
        refuse_unread_texts(report, diagnostics);
    }
    transition::refuse_examples(report, diagnostics);
    footprint::refuse_examples(report, diagnostics);
    if let Some(review) = &report.digital {
        digital::refuse(review, diagnostics);
    }
    refuse_example_credits(report, diagnostics);
    for slot in texts::lacking(&report.texts) {
        let message = format!("Le texte « {slot} », obligatoire pour une publication officielle, est absent ou vide.");
        diagnostics.push(
            Diagnostic::error(MANDATORY_TEXT, texts::place(&report.texts, slot), message)
                .because(Cause::path(format!("data/textes/{slot}.docx")))
                .help(texts::gesture(slot)),
        );
    }
    for line in report
        .coverage()
        .iter()
        .filter(|line| line.state == CoverageState::Absent)
    {
        let message = format!(
            "L’élément {} du contenu légal est absent : {} ({}).",
            line.code, line.element, line.basis
        );
        diagnostics.push(
            Diagnostic::error(MANDATORY_PART, None, message)
                .help(format!("Critère : {} {}", line.criterion, line.detail)),
        );
    }
}

impl Report {
    /// Whether the annual bilan of the digital strategy is due, and in the report: without a strategy there is none.
    pub fn holds_digital_bilan(&self) -> bool {
        self.provenance.legal.digital_bilan && self.digital.is_some()
    }

    /// The texts that the report or the act cites, and that nobody has read as they are in force.
    pub fn unread_texts(&self) -> Vec<&String> {
        let cited = self.provenance.legal.texts.iter().chain(self.visas());
        self.provenance.reference.texts.unread(cited)
    }

    fn visas(&self) -> &[String] {
        let acts = &self.provenance.reference.deliberation;
        let act = acts.get(&self.settings.community.kind);
        act.filter(|_| self.settings.deliverables.contains(&Deliverable::Deliberation))
            .map_or(&[][..], |act| act.visas.as_slice())
    }
}

/// The act cites no text that nobody has read: one fault, with the line to write for each.
fn refuse_unread_texts(report: &Report, diagnostics: &mut Diagnostics) {
    let texts = &report.provenance.reference.texts;
    let unread = texts.unread(report.visas());
    if unread.is_empty() {
        return;
    }
    let cited: Vec<String> = unread
        .iter()
        .map(|id| match texts.numbering(id).and_then(|numbering| numbering.state) {
            Some(year) => format!("{} (copie de {year})", texts.citation(&[id])),
            None => texts.citation(&[id]),
        })
        .collect();
    let lines: Vec<String> = unread.iter().map(|id| LegalTexts::line_to_write(id)).collect();
    let message = format!(
        "La délibération cite {} que personne n’a {} dans {} en vigueur : {}.",
        french::plural(unread.len(), "texte", "textes"),
        if unread.len() == 1 { "relu" } else { "relus" },
        if unread.len() == 1 { "son état" } else { "leur état" },
        french::list(&cited)
    );
    let help = format!(
        "Relisez-les sur Légifrance, puis écrivez dans data/referentiels/textes.yaml, sous « textes: », ces lignes (et « article: » si le numéro a changé) :\n{}",
        lines.join("\n")
    );
    // Where the project says none yet, the act is asked by the report.
    let files = ["data/referentiels/textes.yaml", "data/rapport.yaml"];
    let is_there = |file: &&str| report.provenance.files.iter().any(|read| &*read.path == *file);
    let file = files.into_iter().find(is_there).unwrap_or(files[1]);
    diagnostics.push(Diagnostic::error(UNCONFIRMED_TEXT, Place::file(file), message).help(help));
}

/// Which advance and which delay to name is a decision of the rapporteur, not of the program.
fn refuse_draft(report: &Report, diagnostics: &mut Diagnostics) {
    if !texts::has(&report.texts, "deliberation") {
        let message =
            "L’exposé des motifs de la délibération est celui que le logiciel propose : personne ne l’a confirmé.";
        diagnostics.push(
            Diagnostic::error(PROPOSED_STATEMENT, Place::file("data/textes/deliberation.md"), message)
                .help("Écrivez data/textes/deliberation.md, ou deliberation.docx dans Word : l’exposé seul, le programme écrit l’en-tête, les visas et la décision. « millesime generer » en propose un dans la délibération de l’édition : recopiez-en les paragraphes de l’exposé, et non le document."),
        );
    }
    if let Some(text) = report
        .texts
        .get("deliberation")
        .filter(|text| is_whole_act(&text.words))
    {
        let message = "Le texte de la délibération a des visas et une décision : il serait imprimé dans un acte qui a déjà les siens.";
        diagnostics.push(
            Diagnostic::error(PROPOSED_STATEMENT, Place::file(text.place.file.clone()), message)
                .help("N’y laissez que les paragraphes de l’exposé des motifs : le programme écrit l’en-tête, les visas et la décision."),
        );
    }
    if report.settings.deliberation.example {
        let message = "Les mentions de la délibération sont inventées (« exemple: true »).";
        diagnostics.push(
            Diagnostic::error(EXAMPLE_ACT, Place::file("data/rapport.yaml"), message)
                .help("Remplacez-les par celles de la séance, puis retirez « exemple: true » sous « deliberation »."),
        );
    }
}

/// Whether a text that should be the exposé alone is an act: lines that cite the law, then what the assembly decides.
fn is_whole_act(text: &str) -> bool {
    let lines: Vec<String> = text.lines().map(folded).collect();
    let is_visa = |line: &String| ["vu ", "- vu ", "* vu "].iter().any(|start| line.starts_with(start));
    lines.iter().any(is_visa) && lines.iter().any(|line| line.contains("apres en avoir delibere"))
}

fn refuse_examples(finding: &Finding, diagnostics: &mut Diagnostics) {
    let breakdowns = finding.breakdowns.iter().flat_map(|breakdown| &breakdown.series.points);
    let examples: Vec<&Point> = finding
        .headline
        .points
        .iter()
        .chain(breakdowns)
        .filter(|point| point.has(ObservationStatus::Example))
        .collect();
    let Some(first) = examples.first() else { return };
    let place = first.places.first().unwrap_or(&finding.indicator.place);
    let message = format!(
        "L’indicateur « {} » a {} au statut « exemple », ou « à remplacer ».",
        finding.indicator.id,
        french::plural(examples.len(), "valeur", "valeurs")
    );
    diagnostics.push(Diagnostic::error(EXAMPLE_VALUES, place.clone(), message).help(
        "Remplacez ces valeurs par des valeurs réelles et changez leur statut, ou retirez l’indicateur du catalogue.",
    ));
}

/// Budgets are marked in `rapport.yaml`, authorisations on their line.
fn refuse_example_credits(report: &Report, diagnostics: &mut Diagnostics) {
    let Some(credits) = &report.credits else { return };
    let budgets = credits.budgets.iter().filter(|budget| budget.example);
    let budgets = budgets.map(|budget| {
        let message = format!("« {} » de {} est marqué « exemple ».", budget.name, budget.year);
        Diagnostic::error(EXAMPLE_CREDITS, Place::file("data/rapport.yaml"), message)
            .help("Remplacez ce budget par le vrai, puis retirez « exemple: true » de « budget », ou du fichier.")
    });
    let authorisations = credits.actions.iter().flat_map(|action| &action.authorisations);
    let authorisations = authorisations.filter(|one| one.example).map(|one| {
        let message = format!("L’autorisation « {} » est marquée « exemple ».", one.code);
        Diagnostic::error(EXAMPLE_CREDITS, one.place.clone(), message)
            .help("Remplacez cette ligne par une autorisation réelle, puis videz son statut.")
    });
    diagnostics.extend(budgets.chain(authorisations));
}
