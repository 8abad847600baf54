//! The synthesis of the transition effect of investment, as templates name it.
//!
//! It calls itself a synthesis: the layout of the official annex was not found in the texts read.

use super::transition_year;
use crate::assess::Report;
use crate::compute::{AxisTotals, LeftOut, Transition, TransitionYear};
use crate::french;
use crate::model::{BudgetPart, TransitionClass, TransitionReference};
use crate::printed::{PageTable, percent_of};
use serde::Serialize;
use std::collections::BTreeSet;

/// Lines printed of those that wait for a class.
const WAITING: usize = 10;

#[derive(Clone, Debug, Serialize)]
pub struct TransitionContext {
    /// What it is, and what it is not.
    pub caution: String,
    /// What share is tagged, in the last exercice of the main budget.
    pub opening: String,
    /// The axes, with their titles.
    pub axes: String,
    /// Who tagged, and when.
    pub taggings: PageTable,
    pub budgets: Vec<TransitionBudget>,
    /// The accounts that the texts do not look at, each a sentence.
    pub left_out: Vec<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct TransitionBudget {
    pub name: String,
    /// The name of its chart among the `figures`.
    pub figure: String,
    /// Its amounts by axis and class; its notes say what each exercice looks at and what it does not.
    pub table: PageTable,
    /// The largest expenses of the last exercice that wait for a class; none where none waits.
    pub waiting: Option<PageTable>,
}

/// None where the project has no accounts that the texts look at, or no tagging table.
pub fn describe(report: &Report) -> Option<TransitionContext> {
    let transition = report.transition.as_ref().filter(|effect| effect.is_tagged())?;
    let reference = &report.provenance.reference.transition;
    Some(TransitionContext {
        caution: caution(reference),
        opening: opening(transition),
        axes: axes(transition, reference),
        taggings: transition.taggings_table().page(),
        budgets: (1..)
            .zip(transition.budgets())
            .map(|(rank, years)| budget(rank, &years, reference))
            .collect(),
        left_out: transition
            .left_out_together()
            .into_iter()
            .map(|(budget, years, reason)| left_out(budget, &years, reason))
            .collect(),
    })
}

fn caution(reference: &TransitionReference) -> String {
    let read = reference
        .read_on
        .map(|day| format!(", textes lus le {}", french::date(day)))
        .unwrap_or_default();
    french::punctuate(&format!(
        "Ces tableaux sont une synthèse, et non l’annexe officielle jointe au compte financier unique ou au compte administratif ({}{read}). Les classes viennent toutes de la table de cotation de la collectivité ; ce qu’elle ne dit pas est « non coté ».",
        reference.basis
    ))
}

fn opening(transition: &Transition) -> String {
    let main = transition.years.iter().rfind(|year| year.part == BudgetPart::Main);
    let Some(year) = main.or(transition.years.last()) else {
        return String::new();
    };
    let (told, untold): (Vec<&AxisTotals>, Vec<&AxisTotals>) =
        year.axes.iter().partition(|totals| totals.is_told(year.scoped));
    let shares = told.iter().filter_map(|totals| {
        let rated = year.scoped - totals.amount(TransitionClass::Unrated);
        Some(format!("{} sur l’axe {}", percent_of(rated, year.scoped)?, totals.axis))
    });
    let shares: Vec<String> = shares.collect();
    if shares.is_empty() {
        return format!(
            "« {} », exercice {} : aucune des dépenses regardées n’est cotée.",
            year.budget, year.year
        );
    }
    let untold: Vec<String> = untold.iter().map(|totals| totals.axis.to_string()).collect();
    let untold = match untold.as_slice() {
        [] => String::new(),
        [axis] => format!(" ; rien n’est coté sur l’axe {axis}"),
        axes => format!(" ; rien n’est coté sur les axes {}", french::list(axes)),
    };
    french::punctuate(&format!(
        "« {} », exercice {} : la part cotée des dépenses regardées est de {}{untold}.",
        year.budget,
        year.year,
        french::list(&shares)
    ))
}

fn budget(rank: usize, years: &[&TransitionYear], reference: &TransitionReference) -> TransitionBudget {
    let mut table = Transition::classes_table(years, reference);
    table.notes.extend(years.iter().map(|year| transition_year::told(year)));
    let waiting = years.last().and_then(|year| year.waiting_table(WAITING));
    TransitionBudget {
        name: years
            .first()
            .map(|year| french::punctuate(&year.budget))
            .unwrap_or_default(),
        figure: Transition::drawing_name(rank),
        table: table.page(),
        waiting: waiting.map(|table| table.page()),
    }
}

/// The axes of the exercices that are presented, in words.
fn axes(transition: &Transition, reference: &TransitionReference) -> String {
    let numbers: BTreeSet<u8> = transition
        .years
        .iter()
        .flat_map(|year| year.axes.iter().map(|totals| totals.axis))
        .collect();
    let named = numbers.iter().filter_map(|number| {
        let title = &reference.axes.get(number)?.title;
        Some(format!("axe {number}, {}", title.to_lowercase()))
    });
    let named: Vec<String> = named.collect();
    french::punctuate(&format!("Les axes regardés : {}.", named.join(" ; ")))
}

fn left_out(budget: &str, years: &str, reason: &LeftOut) -> String {
    french::punctuate(&format!(
        "« {budget} », {years}, n’est pas présenté : {}.",
        reason.reason()
    ))
}
