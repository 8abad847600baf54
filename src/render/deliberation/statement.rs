//! The exposé des motifs that the program proposes, in Markdown as an author would write it in `textes/deliberation.md`.
//!
//! It goes the way of any text of the author, so that both files of the délibération say it alike. The author’s takes its place whole.

use super::choice;
use crate::assess::{Finding, Report};
use crate::compute::{BudgetCredits, SectionCredits};
use crate::config::Deliverable;
use crate::diagnostic::Place;
use crate::french;
use crate::load::Text;
use crate::model::{BudgetPart, BudgetSection, BudgetStep, Money, Status};

/// The slot of the exposé: `textes/deliberation.md`.
pub const SLOT: &str = "deliberation";

/// Where a proposed text says it comes from: no file of the author.
const PROPOSED: &str = "(programme)/deliberation.md";

/// The exposé that stands where the délibération is asked for and its author wrote none.
pub fn proposed(report: &Report) -> Option<Text> {
    let asked = report.settings.deliverables.contains(&Deliverable::Deliberation);
    (asked && is_proposed(report)).then(|| Text::markdown(Place::file(PROPOSED), markdown(report)))
}

/// Whether the exposé is the program’s.
pub fn is_proposed(report: &Report) -> bool {
    let written = report.texts.get(SLOT);
    written.is_none_or(|text| text.words.trim().is_empty())
}

fn markdown(report: &Report) -> String {
    let parts = [
        vec![introduction(report)],
        counts(report),
        named("Les avancées :", &choice::advances(report)),
        named("Les retards :", &choice::delays(report)),
        credits(report),
    ];
    parts.concat().join("\n\n")
}

fn introduction(report: &Report) -> String {
    let settings = &report.settings;
    let owed = if report.provenance.mandatory {
        let article = report.main_text().replacen("art. ", "article ", 1);
        format!("En application de l’{}, le rapport", french::bound(&article))
    } else {
        "Le rapport, volontaire,".to_owned()
    };
    let bilan = if report.holds_digital_bilan() {
        " Il comprend le bilan annuel de la stratégie numérique responsable."
    } else {
        ""
    };
    format!(
        "{owed} sur la situation en matière de développement durable est présenté avant les débats sur le projet de budget {}. Il examine le fonctionnement de la collectivité, ses politiques et ses orientations au regard des cinq finalités du développement durable, sur des données arrêtées à l’année {}.{bilan}",
        settings.budget_year,
        report.last_year().unwrap_or(settings.data_year)
    )
}

/// How many indicators have each word; nothing where there is no indicator.
fn counts(report: &Report) -> Vec<String> {
    let total: usize = report.counts().values().sum();
    if total == 0 {
        return Vec::new();
    }
    let counted = report.counted_words();
    let words: Vec<String> = counted
        .iter()
        .map(|(label, count)| format!("{count}\u{a0}« {label} »"))
        .collect();
    let missing = match report.missing.len() {
        0 => String::new(),
        count => format!(
            " ; {}",
            french::plural(count, "donnée attendue manque", "données attendues manquent")
        ),
    };
    vec![format!(
        "Le rapport suit {}, dont le statut se répartit ainsi : {}{missing}.",
        french::plural(total, "indicateur", "indicateurs"),
        french::list(&words)
    )]
}

fn named(title: &str, findings: &[&Finding]) -> Vec<String> {
    if findings.is_empty() {
        return Vec::new();
    }
    let last = findings.len() - 1;
    let items = findings.iter().enumerate().map(|(rank, finding)| {
        let end = if rank == last { "." } else { " ;" };
        format!("- {}{end}", item(finding))
    });
    vec![title.to_owned(), items.collect::<Vec<_>>().join("\n")]
}

/// `Titre : en bonne voie (49 500 MWh en 2025, cible de 43 000 MWh en 2030)`.
fn item(finding: &Finding) -> String {
    let indicator = &finding.indicator;
    let inputs = &finding.assessment.inputs;
    let said = |(year, value): (i32, f64)| {
        let quantity = french::quantity(value, indicator.precision, &indicator.unit);
        format!("{quantity} en {year}")
    };
    let last = inputs.last.map(said);
    let target = inputs.target.map(|target| format!("cible de {}", said(target)));
    let example = finding.example.then(|| "valeurs d’exemple".to_owned());
    let details: Vec<String> = [last, target, example].into_iter().flatten().collect();
    let details = if details.is_empty() {
        String::new()
    } else {
        format!(" ({})", details.join(", "))
    };
    let status: Status = finding.assessment.status;
    format!(
        "{} : {}{}",
        literal(&indicator.title),
        status.label(),
        literal(&details)
    )
}

/// What the actions explain of the last year of the main budget, section by section; nothing without credits.
fn credits(report: &Report) -> Vec<String> {
    let Some(credits) = &report.credits else {
        return Vec::new();
    };
    let main = credits.budgets.iter().filter(|budget| budget.part == BudgetPart::Main);
    let Some(budget) = main.max_by_key(|budget| budget.year) else {
        return Vec::new();
    };
    let sections = budget.sections.iter();
    let said: Vec<String> = sections
        .filter_map(|(section, credits)| section_credits(budget.step, *section, credits))
        .collect();
    if said.is_empty() {
        return Vec::new();
    }
    vec![format!(
        "{} {}, hors dette et flux entre budgets.",
        literal(&head(budget)),
        french::list(&said)
    )]
}

fn head(budget: &BudgetCredits) -> String {
    let example = if budget.example { ", montants d’exemple" } else { "" };
    format!(
        "Au budget {} ({}{example}), les actions du rapport portent",
        budget.year,
        budget.step.amounts_label()
    )
}

/// The part explained and the whole: realised where the year is over, open or proposed otherwise.
fn section_credits(step: BudgetStep, section: BudgetSection, credits: &SectionCredits) -> Option<String> {
    let (explained, policies) = (credits.explained.standing(step)?, credits.policies.standing(step)?);
    Some(format!(
        "{} sur {} de dépenses réelles {}",
        euros(explained),
        euros(policies),
        section.complement()
    ))
}

/// Whole euros, rounded: the cents of a budget say nothing in a sentence.
fn euros(money: Money) -> String {
    format!("{}\u{a0}€", french::whole(money.euros()))
}

/// A text that Markdown reads as it stands, but for the calls of values in it.
fn literal(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(opening) = rest.find("{{") {
        let end = rest[opening..].find("}}").map_or(rest.len(), |end| opening + end + 2);
        escape(&rest[..opening], &mut written);
        written.push_str(&rest[opening..end]);
        rest = &rest[end..];
    }
    escape(rest, &mut written);
    written
}

fn escape(text: &str, written: &mut String) {
    for letter in text.chars() {
        if letter.is_ascii_punctuation() {
            written.push('\\');
        }
        written.push(letter);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_no_markup_and_keeps_its_calls() {
        assert_eq!(literal("Part_de *tout*"), "Part\\_de \\*tout\\*");
        assert_eq!(literal("a-b {{ valeur(\"x-y\") }}."), "a\\-b {{ valeur(\"x-y\") }}\\.");
    }
}
