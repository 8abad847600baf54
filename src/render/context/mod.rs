//! What a template may name: the report and its figures as plain values, ready to print.
//!
//! Every number is already written in French and every name is English; `report-templates/README.md`
//! lists them all, which `tests/suite/contract` holds. It decides no order and no look, and judges nothing.

mod action;
mod annex;
mod comparison;
mod digital;
mod credit_words;
mod credits;
mod document;
mod figure;
mod finality;
mod footprint;
mod glossary;
mod indicator;
mod origin;
mod counts;
mod telling;
mod synthesis;
mod transition;
mod transition_year;
mod wording;
mod words;

use crate::assess::Report;
use crate::chart::Figures;
use crate::french;
use crate::model::{DataFile, Identifier, Indicator, Objective};
use crate::render::deliberation::{self, Act};
use crate::render::dialect::PrintedText;
use serde::Serialize;
use std::collections::BTreeMap;

pub use words::{Word, Words};

/// What `render` itself has prepared for the templates.
#[derive(Clone, Debug, Default)]
pub struct Prepared {
    /// By slot.
    pub texts: BTreeMap<String, PrintedText>,
    /// Comments of indicators; those without a comment are absent.
    pub comments: BTreeMap<Identifier, PrintedText>,
    /// Texts of the digital strategy (`presentation`, `<objective>-resultats`…).
    pub strategy: BTreeMap<String, PrintedText>,
    /// Titles of indicators, their `{{ … }}` replaced.
    pub titles: BTreeMap<Identifier, String>,
    /// Definitions of indicators, and descriptions of the objectives of the strategy, likewise.
    pub definitions: BTreeMap<Identifier, String>,
    pub descriptions: BTreeMap<Identifier, String>,
    /// Path of the logo in the virtual folder.
    pub logo: Option<String>,
    pub words: Words,
    /// What the texts of the author say, line by line: their files are in another language than that of a reader.
    pub said: Vec<String>,
    /// The published tables that the project gives.
    pub data: Vec<DataFile>,
}

impl Prepared {
    /// The title of an indicator as it is printed.
    pub fn title<'a>(&'a self, indicator: &'a Indicator) -> &'a str {
        self.titles.get(&indicator.id).unwrap_or(&indicator.title)
    }

    fn definition<'a>(&'a self, indicator: &'a Indicator) -> &'a str {
        self.definitions.get(&indicator.id).unwrap_or(&indicator.definition)
    }

    fn description<'a>(&'a self, objective: &'a Objective) -> &'a str {
        self.descriptions
            .get(&objective.id)
            .unwrap_or(&objective.description.value)
    }
}

/// Everything a template may name.
#[derive(Clone, Debug, Serialize)]
pub struct ReportContext {
    /// What the program says of itself.
    pub words: Words,
    pub document: document::Document,
    pub legal: document::Legal,
    /// Files attached to the PDF.
    pub attachments: Vec<document::Attachment>,
    /// By slot, only the slots that hold a text.
    pub texts: BTreeMap<String, PrintedText>,
    /// The pages that the author adds, in their order.
    pub pages: Vec<OwnPageContext>,
    pub synthesis: synthesis::Synthesis,
    /// The five finalités, in the order of the law.
    pub finalities: Vec<finality::FinalityContext>,
    /// Absent when there is no action.
    pub matrix: Option<action::Matrix>,
    /// Absent without a tagging table, or without accounts that the texts look at.
    pub transition: Option<transition::TransitionContext>,
    /// Absent where `data/parc/` says nothing.
    pub footprint: Option<footprint::FootprintContext>,
    pub annex: annex::Annex,
    /// The bilan of the stratégie numérique responsable; absent where no strategy is described.
    pub digital: Option<digital::DigitalContext>,
    /// The act by which the assembly takes note of the report.
    pub deliberation: Act,
    /// What the actions take of the budgets; none without a budget that an action reads.
    pub credits: Option<credits::CreditsContext>,
    /// Two editions side by side; absent in an edition.
    pub comparison: Option<comparison::ComparisonContext>,
    /// The charts of aggregates, by name.
    pub figures: BTreeMap<String, figure::NamedFigureContext>,
}

/// A page that the author adds.
#[derive(Clone, Debug, Serialize)]
pub struct OwnPageContext {
    pub slot: String,
    pub title: String,
    /// The part after which it comes: `edito`, `tableau-de-bord`, `finalites`, `numerique`, `budget` or `orientations`.
    pub after: &'static str,
    pub text: PrintedText,
}

/// The value in which templates look up their names.
pub fn context(report: &Report, figures: &Figures, prepared: &Prepared) -> minijinja::Value {
    minijinja::Value::from(minijinja::value::Serde(describe(report, figures, prepared)))
}

/// The same, before the engine sees it.
pub fn describe(report: &Report, figures: &Figures, prepared: &Prepared) -> ReportContext {
    let finalities: Vec<_> = report
        .sections
        .iter()
        .map(|section| finality::describe(report, section, figures, prepared))
        .collect();
    let mut context = ReportContext {
        words: prepared.words.clone(),
        document: document::describe(report, prepared),
        legal: document::legal(report),
        attachments: prepared.data.iter().copied().map(document::attachment).collect(),
        texts: prepared.texts.clone(),
        pages: pages(report, prepared),
        synthesis: synthesis::describe(report, &finalities),
        matrix: action::matrix(report),
        transition: transition::describe(report),
        footprint: footprint::describe(report),
        annex: annex::describe(report, prepared),
        digital: digital::describe(report, figures, prepared),
        deliberation: deliberation::describe(report),
        credits: credits::describe(report),
        comparison: comparison::describe(report),
        figures: figure::describe(figures),
        finalities,
    };
    glossary::keep_used(&mut context, &prepared.said);
    context
}

fn pages(report: &Report, prepared: &Prepared) -> Vec<OwnPageContext> {
    let pages = report.settings.pages.iter();
    let written = pages.filter_map(|page| {
        Some(OwnPageContext {
            slot: page.slot.value.clone(),
            title: french::punctuate(&page.title),
            after: page.after.key(),
            text: prepared.texts.get(&page.slot.value)?.clone(),
        })
    });
    written.collect()
}
