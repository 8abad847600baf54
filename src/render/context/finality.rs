//! A finalité: its wording, its figures, its indicators by volet, its actions.

use super::Prepared;
use super::action::{self, ActionContext, OtherAction};
use super::counts::{Count, counts};
use super::indicator::{self, IndicatorContext};
use super::telling::telling;
use crate::assess::{FinalitySection, Report};
use crate::chart::Figures;
use crate::french;
use crate::model::{Action, Anchor, Scope};
use crate::printed::PageTable;
use crate::render::dialect::PrintedText;
use serde::Serialize;

#[derive(Clone, Debug, Serialize)]
pub struct FinalityContext {
    /// Rank in the law, 1 to 5.
    pub number: u8,
    /// `finalite-N`.
    pub label: Anchor,
    /// The wording of the law.
    pub title: String,
    pub short: String,
    /// Its heading: its number and its short title.
    pub heading: String,
    /// How many indicators and actions, in one sentence.
    pub sentence: String,
    /// `textes/finalite-N.md`.
    pub stakes: Option<PrintedText>,
    pub goals: Vec<Goal>,
    pub counts: Vec<Count>,
    /// Three telling indicators at most.
    pub key_figures: Vec<IndicatorContext>,
    /// Every indicator, internal volet first.
    pub indicators: Vec<IndicatorContext>,
    /// The volets that hold something.
    pub scopes: Vec<ScopeContext>,
    /// The credits of the actions favourable to it; its note says which these are.
    pub credits: Option<PageTable>,
    /// Actions whose sheet stands here.
    pub actions: Vec<ActionContext>,
    /// Actions that act on this finalité too and have their sheet under another.
    pub other_actions: Vec<OtherAction>,
}

/// One of the two volets inside a finalité.
#[derive(Clone, Debug, Serialize)]
pub struct ScopeContext {
    /// `interne` or `territorial`.
    pub key: &'static str,
    pub title: &'static str,
    pub indicators: Vec<IndicatorContext>,
}

/// An ODD by number and name.
#[derive(Clone, Debug, Serialize)]
pub struct Goal {
    pub number: u8,
    pub name: String,
}

pub fn describe(report: &Report, section: &FinalitySection, figures: &Figures, prepared: &Prepared) -> FinalityContext {
    let number = section.finality.number();
    let text = report.provenance.reference.finalities.get(&section.finality);
    let scopes: Vec<ScopeContext> = [
        (Scope::Internal, "Fonctionnement et activités internes"),
        (Scope::Territorial, "Politiques et programmes sur le territoire"),
    ]
    .into_iter()
    .map(|(scope, title)| ScopeContext {
        key: scope.key(),
        title,
        indicators: section
            .findings
            .iter()
            .filter(|finding| finding.indicator.scope == scope)
            .map(|finding| indicator::describe(finding, figures, prepared))
            .collect(),
    })
    .filter(|scope| !scope.indicators.is_empty())
    .collect();
    let at_home = |action: &&Action| report.home(action) == Some(section.finality);
    let short = text.map(|text| french::punctuate(&text.short)).unwrap_or_default();
    let shown = |action: &&Action| action.acts_on(section.finality) || at_home(action);
    let actions = || report.actions.iter().filter(shown);
    FinalityContext {
        number,
        credits: report
            .finality_credits_table(section.finality)
            .map(|table| table.page()),
        label: Anchor::Finality(section.finality),
        title: text.map(|text| french::punctuate(&text.title)).unwrap_or_default(),
        heading: french::punctuate(&format!("Finalité {number} : {short}")),
        short,
        sentence: sentence(section.findings.len(), actions().count()),
        stakes: prepared.texts.get(&format!("finalite-{number}")).cloned(),
        goals: goals(report, section),
        counts: counts(&section.counts()),
        key_figures: telling(section)
            .into_iter()
            .map(|finding| indicator::describe(finding, figures, prepared))
            .collect(),
        indicators: scopes
            .iter()
            .flat_map(|scope| scope.indicators.iter().cloned())
            .collect(),
        scopes,
        actions: actions()
            .filter(|action| at_home(action))
            .map(|action| action::describe(report, action, prepared))
            .collect(),
        other_actions: actions()
            .filter(|action| !at_home(action))
            .filter_map(|action| action::elsewhere(section.finality, action))
            .collect(),
    }
}

fn sentence(findings: usize, acting: usize) -> String {
    let indicators = french::plural(findings, "indicateur", "indicateurs");
    let actions = french::plural(acting, "action", "actions");
    match (findings == 0, acting == 0) {
        (false, false) => format!("{indicators} et {actions}."),
        (false, true) => format!("{indicators}."),
        (true, false) => format!("{actions}, sans indicateur."),
        (true, true) => {
            "Aucun indicateur et aucune action ne sont rattachés à cette finalité dans la présente édition.".to_owned()
        }
    }
}

fn goals(report: &Report, section: &FinalitySection) -> Vec<Goal> {
    section
        .goals
        .iter()
        .map(|&number| Goal {
            number,
            name: report
                .provenance
                .reference
                .goals
                .get(&number)
                .map(|goal| french::punctuate(&goal.name))
                .unwrap_or_default(),
        })
        .collect()
}
