//! The part of the document on the budget: credits of the actions by section, share explained, notes.
//!
//! Exact amounts are in `donnees/credits.csv`. It adds nothing up that `compute` or `assess` has not.

use crate::assess::{CreditColumn, Report};
use crate::compute::{BudgetCredits, Credits};
use crate::french;
use crate::model::{BudgetPart, BudgetSection, BudgetStep, DataFile, Money};
use crate::printed::PageTable;
use serde::Serialize;

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
    pub authorisations: Option<PageTable>,
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
    pub table: PageTable,
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
        authorisations: report.authorisations_table().map(|table| table.page()),
        selectors: super::credit_words::selectors(report, credits),
        example: credits.example(),
    })
}

fn of_section(report: &Report, credits: &Credits, section: BudgetSection) -> Option<CreditSectionContext> {
    Some(CreditSectionContext {
        key: section.label(),
        title: french::capital(section.label()),
        table: report.section_credits_table(section)?.page(),
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
    let column = CreditColumn::reference(&CreditColumn::of(budget.year, budget.step))?;
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
        euros(part),
        euros(whole),
        french::quantity(percent, 1, "%"),
        euros(whole - part),
        left_out.map_or_else(String::new, |money| format!(
            " ({} € de dette, de flux entre budgets et de résultats reportés sont hors du calcul)",
            euros(money)
        )),
        remaining.map_or_else(String::new, |money| format!(
            " Restes à réaliser des actions au 31 décembre : {} €.",
            euros(money)
        )),
    );
    Some(french::punctuate(&sentence))
}

/// Whole euros, without their sign.
fn euros(amount: Money) -> String {
    french::whole(amount.euros())
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
            french::years(years)
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
    let apart = credits.apart.iter().map(|budget| {
        let codes = match &budget.norm {
            Some(norm) => format!("ses codes, en {norm}, disent autre chose que ceux des autres années"),
            None => "rien ne dit sa nomenclature".to_owned(),
        };
        format!("{} {} n’est pas compté : {codes}.", budget.name, budget.year)
    });
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
        Some(format!("Les montants exacts sont dans le fichier joint {}.", DataFile::Credits.key())),
    ];
    let notes = notes.into_iter().flatten();
    notes.chain(apart).map(|note| french::punctuate(&note)).collect()
}
