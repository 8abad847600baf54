//! The part of the document on the budget: credits of the actions by section, share explained, notes.
//!
//! Exact amounts are in `donnees/credits.csv`. It adds nothing up that `compute` or `assess` has not.

use super::credit_table::{self, CreditTable, euros, table, titled};
use crate::assess::Report;
use crate::compute::{BudgetCredits, Credits, SectionCredits};
use crate::french;
use crate::model::{BudgetPart, BudgetSection, BudgetStep, EntryAmounts, Money};
use serde::Serialize;
use std::collections::BTreeMap;

/// The part of the document on the budget.
#[derive(Clone, Debug, Serialize)]
pub struct CreditsContext {
    /// How many actions, over which years.
    pub sentence: String,
    /// What the amounts are, and what is left out.
    pub notes: Vec<String>,
    /// Investment, then operating: never summed.
    pub sections: Vec<CreditSectionContext>,
    /// Multi-year authorisations; none without any.
    pub authorisations: Option<CreditTable>,
    /// Which lines each action takes.
    pub selectors: Vec<super::credit_words::SelectorContext>,
    /// Whether an amount is invented for a demonstration.
    pub example: bool,
}

/// A section of the budgets.
#[derive(Clone, Debug, Serialize)]
pub struct CreditSectionContext {
    /// `investissement`: ends the names of its charts, `credits_investissement` and `cascade_investissement`.
    pub key: &'static str,
    /// `Investissement`.
    pub title: String,
    /// Actions, then what they explain of the section.
    pub table: CreditTable,
    /// What the actions explain, budget by budget, each a sentence.
    pub explained: Vec<String>,
}

/// The part on the budget; none without credits.
pub fn describe(report: &Report) -> Option<CreditsContext> {
    let credits = report.credits.as_ref()?;
    let sections = BudgetSection::ALL.into_iter();
    Some(CreditsContext {
        sentence: sentence(credits),
        notes: notes(report, credits),
        sections: sections
            .filter_map(|section| of_section(report, credits, section))
            .collect(),
        authorisations: credit_table::authorisations(report, credits),
        selectors: super::credit_words::selectors(report, credits),
        example: credits.example(),
    })
}

fn of_section(report: &Report, credits: &Credits, section: BudgetSection) -> Option<CreditSectionContext> {
    let titles: BTreeMap<_, _> = report
        .actions
        .iter()
        .map(|action| (&action.id, &action.title))
        .collect();
    let own = credits.actions.iter().filter_map(|action| {
        let title = titles.get(&action.action)?;
        Some((french::punctuate(title), false, action.expenses(section)?))
    });
    let own: Vec<_> = own.collect();
    if own.is_empty() {
        return None;
    }
    let of_budget = |amounts: fn(&SectionCredits) -> EntryAmounts| {
        let mut years: BTreeMap<i32, EntryAmounts> = BTreeMap::new();
        for budget in &credits.budgets {
            if let Some(section) = budget.sections.get(&section) {
                years.entry(budget.year).or_default().add(&amounts(section));
            }
        }
        years
    };
    let (explained, policies) = (
        of_budget(|section| section.explained),
        of_budget(|section| section.policies),
    );
    let wholes = [
        ("Ensemble des actions".to_owned(), true, &explained),
        ("Dépenses réelles, hors dette et flux".to_owned(), true, &policies),
    ];
    let example = credits.example();
    Some(CreditSectionContext {
        key: section.label(),
        title: titled(section),
        table: table(report, credits, own.into_iter().chain(wholes), example),
        explained: credits
            .budgets
            .iter()
            .filter_map(|budget| share(budget, section))
            .collect(),
    })
}

/// `Budget principal 2025, réalisé : les actions expliquent 12,3 % de …`.
fn share(budget: &BudgetCredits, section: BudgetSection) -> Option<String> {
    let held = budget.sections.get(&section)?;
    let column = credit_table::reference(&credit_table::columns_of(budget.year, budget.step))?;
    let whole = column.amount(&held.policies).filter(|whole| *whole > Money::ZERO)?;
    let part = column.amount(&held.explained).unwrap_or_default();
    let percent = part.cents() as f64 / whole.cents() as f64 * 100.0;
    let left_out = column.amount(&held.left_out).filter(|money| *money != Money::ZERO);
    let bridge = budget.bridged_from.as_ref().map(|norm| format!(", traduit de {norm}"));
    let remaining = held.explained.remaining.filter(|money| *money != Money::ZERO);
    let sentence = format!(
        "{}, {}{} : les actions expliquent {} € sur {} €, soit {} ; le reste est de {} €{}.{}",
        budget.name,
        column.label(),
        bridge.unwrap_or_default(),
        euros(Some(part)),
        euros(Some(whole)),
        french::quantity(percent, 1, "%"),
        euros(Some(whole - part)),
        left_out.map_or_else(String::new, |money| format!(
            " ({} € de dette, de flux entre budgets et de résultats reportés sont hors du calcul)",
            euros(Some(money))
        )),
        remaining.map_or_else(String::new, |money| format!(
            " Restes à réaliser des actions au 31 décembre : {} €.",
            euros(Some(money))
        )),
    );
    Some(french::punctuate(&sentence))
}

fn sentence(credits: &Credits) -> String {
    let taken = credits
        .actions
        .iter()
        .filter(|action| !action.series.is_empty())
        .count();
    let years: Vec<i32> = credits.years().iter().map(|year| year.year).collect();
    match years.as_slice() {
        [] => "Les autorisations pluriannuelles des actions.".to_owned(),
        years => french::punctuate(&format!(
            "Ce que {} des budgets, {} : {}.",
            french::plural(taken, "action retient", "actions retiennent"),
            if years.len() > 1 {
                "exercice par exercice"
            } else {
                "pour l’exercice"
            },
            super::wording::years(years)
        )),
    }
}

fn notes(report: &Report, credits: &Credits) -> Vec<String> {
    let told = |word: &str, keep: fn(BudgetStep) -> bool| {
        let years = credits.years();
        let kept: Vec<String> = years
            .iter()
            .filter(|year| keep(year.step))
            .map(|year| year.year.to_string())
            .collect();
        (!kept.is_empty()).then(|| format!("{word} en {}", french::list(&kept)))
    };
    let bases = [
        told("comptes (crédits ouverts et réalisé)", BudgetStep::is_accounts),
        told("balance des comptes (réalisé)", |step| step == BudgetStep::Ledger),
        told("budget voté et ses décisions (crédits ouverts)", BudgetStep::is_voted),
        told("projet de budget, non voté", |step| step == BudgetStep::Draft),
    ];
    let bases: Vec<String> = bases.into_iter().flatten().collect();
    let annex = credits.budgets.iter().any(|budget| budget.part == BudgetPart::Annex);
    let population = report.settings.community.population;
    let notes = [
        (!bases.is_empty()).then(|| format!("Base des montants : {}.", bases.join(" ; "))),
        (!bases.is_empty()).then(|| {
            "Seules les dépenses réelles sont comptées ; la dette, les flux entre budgets, les résultats reportés et les opérations d’ordre sont laissés de côté. Investissement et fonctionnement ne s’additionnent pas.".to_owned()
        }),
        annex.then(|| "Les lignes de budgets annexes s’ajoutent à celles du budget principal sans les flux entre eux.".to_owned()),
        (!bases.is_empty()).then(|| format!(
            "Montants en euros, arrondis ; « par habitant » rapporte la dernière colonne de comptes, ou la dernière colonne, aux {}.",
            french::quantity(population as f64, 0, "habitants")
        )),
        Some("Les montants exacts sont dans le fichier joint donnees/credits.csv.".to_owned()),
    ];
    notes
        .into_iter()
        .flatten()
        .map(|note| french::punctuate(&note))
        .collect()
}
