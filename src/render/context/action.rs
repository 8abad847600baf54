//! Actions as short sheets, and the matrix of actions and finalités.

use super::Prepared;
use super::wording::{goals, optional};
use crate::assess::{CreditColumn, Report};
use crate::compute::ActionCredits;
use crate::french;
use crate::model::{Action, Anchor, BudgetSection, Effect, Finality, Identifier};
use crate::printed::{Cell, PageTable};
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Clone, Debug, Serialize)]
pub struct ActionContext {
    /// `act-ID`.
    pub label: Anchor,
    pub title: String,
    pub description: Option<String>,
    /// Volet, period, service, ODD, theme: short phrases.
    pub facts: Vec<String>,
    pub state: &'static str,
    /// `60 %`.
    pub progress: Option<String>,
    /// The same from 0 to 1.
    pub share: Option<f64>,
    pub effects: Vec<EffectContext>,
    pub indicators: Vec<FollowedBy>,
    /// What it takes of the budgets.
    pub credits: Option<PageTable>,
    pub example: bool,
}

/// The effect on one finalité.
#[derive(Clone, Debug, Serialize)]
pub struct EffectContext {
    /// Rank of the finalité.
    pub number: u8,
    pub short: String,
    /// `+`, `0` or `-`.
    pub key: &'static str,
    pub label: &'static str,
}

#[derive(Clone, Debug, Serialize)]
pub struct FollowedBy {
    pub label: Anchor,
    pub title: String,
}

/// Actions × finalités.
#[derive(Clone, Debug, Serialize)]
pub struct Matrix {
    pub rows: Vec<MatrixRow>,
    /// The heads of the columns of credits; empty without a budget.
    pub amounts: Vec<String>,
    /// How many actions are scored on all five finalités, in a sentence.
    pub sentence: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct MatrixRow {
    pub title: String,
    /// Five, in the order of the law; none where the author did not score.
    pub effects: Vec<Option<EffectWord>>,
    /// Its credits by section; empty without a budget.
    pub amounts: Vec<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct EffectWord {
    pub key: &'static str,
    pub label: &'static str,
}

/// An action that has its sheet under another finalité.
#[derive(Clone, Debug, Serialize)]
pub struct OtherAction {
    pub label: Anchor,
    pub title: String,
    /// Its effect on this finalité.
    pub effect: EffectWord,
}

/// The line of an action under a finalité that is not its home.
pub fn elsewhere(finality: Finality, action: &Action) -> Option<OtherAction> {
    Some(OtherAction {
        label: Anchor::Action(action.id.clone()),
        title: french::punctuate(&action.title),
        effect: effect_word(action.effects.get(&finality)?),
    })
}

fn effect_word(effect: &Effect) -> EffectWord {
    EffectWord {
        key: effect.key(),
        label: effect.label(),
    }
}

/// The sheet of an action.
pub fn describe(report: &Report, action: &Action, prepared: &Prepared) -> ActionContext {
    let titles: BTreeMap<&Identifier, &str> = report
        .findings()
        .map(|finding| (&finding.indicator.id, prepared.title(&finding.indicator)))
        .collect();
    ActionContext {
        label: Anchor::Action(action.id.clone()),
        title: french::punctuate(&action.title),
        description: optional(&action.description),
        facts: facts(action),
        state: action.state.label(),
        progress: action
            .progress
            .as_ref()
            .map(|percent| french::quantity(percent.value, 0, "%")),
        share: action
            .progress
            .as_ref()
            .map(|percent| (percent.value / 100.0).clamp(0.0, 1.0)),
        effects: effects(report, action),
        indicators: action
            .indicators
            .iter()
            .filter_map(|id| {
                Some(FollowedBy {
                    label: Anchor::Indicator(id.clone()),
                    title: french::punctuate(titles.get(id)?),
                })
            })
            .collect(),
        credits: report.action_credits_table(action).map(|table| table.page()),
        example: action.example,
    }
}

fn facts(action: &Action) -> Vec<String> {
    let period = match (action.start, action.end) {
        (Some(start), Some(end)) if start == end => Some(start.to_string()),
        (Some(start), Some(end)) => Some(format!("de {start} à {end}")),
        (Some(start), None) => Some(format!("depuis {start}")),
        (None, Some(end)) => Some(format!("jusqu’en {end}")),
        (None, None) => None,
    };
    [
        Some(format!("volet {}", action.scope.label())),
        period,
        optional(&action.service),
        goals(&action.goals),
        action.digital_theme.map(|theme| format!("thème numérique {theme}")),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn effects(report: &Report, action: &Action) -> Vec<EffectContext> {
    let short = |finality: Finality| {
        let text = report.provenance.reference.finalities.get(&finality);
        text.map(|text| french::punctuate(&text.short)).unwrap_or_default()
    };
    action
        .effects
        .iter()
        .map(|(&finality, effect)| EffectContext {
            number: finality.number(),
            short: short(finality),
            key: effect.key(),
            label: effect.label(),
        })
        .collect()
}

/// Every action, in the order of `actions.yaml`.
pub fn matrix(report: &Report) -> Option<Matrix> {
    let actions = &report.actions;
    if actions.is_empty() {
        return None;
    }
    let (heads, amounts) = amounts(report).unzip();
    let amounts = |action: &Action| amounts.as_ref().map(|cells| cells(action)).unwrap_or_default();
    let complete = actions
        .iter()
        .filter(|action| action.effects.len() == Finality::ALL.len())
        .count();
    Some(Matrix {
        sentence: french::punctuate(&format!(
            "{} ; notées sur les cinq finalités : {complete}.",
            french::plural(actions.len(), "action ou politique", "actions et politiques")
        )),
        amounts: heads.unwrap_or_default(),
        rows: actions
            .iter()
            .map(|action| MatrixRow {
                title: french::punctuate(&action.title),
                amounts: amounts(action),
                effects: Finality::ALL
                    .iter()
                    .map(|finality| action.effects.get(finality).map(effect_word))
                    .collect(),
            })
            .collect(),
    })
}

/// The heads of the columns of credits, in the year that the matrix shows, and the amounts of an action under them.
fn amounts(report: &Report) -> Option<(Vec<String>, impl Fn(&Action) -> Vec<String>)> {
    let credits = report.credits.as_ref().filter(|credits| !credits.budgets.is_empty())?;
    let column = CreditColumn::reference(&CreditColumn::all(credits))?;
    let mark = if credits.example() { ", exemple" } else { "" };
    let heads = ["Invest.", "Fonct."].map(|short| format!("{short} {} (€){mark}", column.label()));
    let cells = move |action: &Action| {
        let own = credits.of_action(&action.id);
        let amount = |section| {
            let years = own.and_then(|own: &ActionCredits| own.expenses(section));
            let money = years.and_then(|years| column.amount(years.get(&column.year)?));
            Cell::from(money.map(Cell::euros)).words
        };
        [BudgetSection::Investment, BudgetSection::Operating]
            .map(amount)
            .to_vec()
    };
    Some((heads.to_vec(), cells))
}
