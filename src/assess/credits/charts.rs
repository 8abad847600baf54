//! The charts of the credits: stacked by finalité and year, and what moves from one budget to the next.
//!
//! One chart a section: sections are never summed into one another.

use crate::assess::Report;
use crate::compute::{BudgetCredits, CreditYear, Credits};
use crate::french;
use crate::model::{Action, BudgetSection, BudgetStep, Category, ChartKind, Drawing, EntryAmounts, Finality, Money};
use std::collections::{BTreeMap, BTreeSet};

/// The charts of the credits; none without a budget that an action reads.
pub fn drawings(report: &Report) -> Vec<Drawing> {
    let Some(credits) = &report.credits else {
        return Vec::new();
    };
    let of_section = |section| [stacked(report, credits, section), cascade(report, credits, section)];
    BudgetSection::ALL.into_iter().flat_map(of_section).flatten().collect()
}

/// Each year’s expenses of the actions, laid on one another by finalité.
fn stacked(report: &Report, credits: &Credits, section: BudgetSection) -> Option<Drawing> {
    let years = credits.years();
    let amounts = |action: &Action| {
        let series = credits.of_action(&action.id)?.expenses(section)?;
        let drawn = |year: &CreditYear| series.get(&year.year)?.standing(year.step);
        Some(years.iter().map(drawn).collect::<Vec<_>>())
    };
    let series = by_home(report, years.len(), amounts);
    if series.is_empty() {
        return None;
    }
    let name = format!("credits_{}", section.label());
    let title = format!("Dépenses {} des actions, par finalité", section.complement());
    let categories = years.iter().map(category).collect();
    let drawing = Drawing {
        notes: vec![bases(&years), ONCE.to_owned()],
        ..Drawing::over_categories(name, title, ChartKind::StackedBars, "Exercice", categories)
    };
    Some(drawing.with_amounts(series))
}

/// Why a stack of finalités has a sum, which finalités have not.
const ONCE: &str =
    "Chaque action est comptée une seule fois, sous la finalité où elle a sa fiche, même si elle en sert d’autres.";

/// What moves the expenses of a section from the last year but one to the last.
fn cascade(report: &Report, credits: &Credits, section: BudgetSection) -> Option<Drawing> {
    let years = credits.years();
    let [.., from, to] = years.as_slice() else { return None };
    // Budgets that are not there both years would be steps from or to nothing.
    let read = |year: i32| {
        let budgets = credits.budgets.iter().filter(|budget| budget.year == year);
        budgets.map(|budget| &*budget.name).collect::<BTreeSet<_>>()
    };
    if read(from.year) != read(to.year) {
        return None;
    }
    let closed = from.step.is_realised() && to.step.is_realised();
    let compared = |amounts: &EntryAmounts| if closed { amounts.realised } else { amounts.credits() };
    let ends = |series: &BTreeMap<i32, EntryAmounts>| {
        [from, to]
            .map(|year| series.get(&year.year).and_then(compared))
            .to_vec()
    };
    let mut series = by_home(report, 2, |action| {
        Some(ends(credits.of_action(&action.id)?.expenses(section)?))
    });
    let rest = |year: i32| {
        let budgets = credits.budgets.iter().filter(|budget| budget.year == year);
        let sections = budgets.filter_map(|budget: &BudgetCredits| budget.sections.get(&section));
        let rest = sections.filter_map(|section| {
            Some(compared(&section.policies)? - compared(&section.explained).unwrap_or_default())
        });
        rest.reduce(|left, right| left + right)
    };
    let rest = [rest(from.year)?, rest(to.year)?];
    if series.is_empty() {
        return None;
    }
    series.push(("Dépenses sans action".to_owned(), None, rest.map(Some).to_vec()));
    let what = match closed {
        true => "Montants réalisés, d’un compte au suivant.".to_owned(),
        false => format!(
            "Crédits, d’un budget au suivant : {} en {}, {} en {}.",
            from.step.credits_label(),
            from.year,
            to.step.credits_label(),
            to.year
        ),
    };
    let name = format!("cascade_{}", section.label());
    let title = format!(
        "De {} à {} : dépenses réelles {}",
        from.year,
        to.year,
        section.complement()
    );
    let categories = vec![category(from), category(to)];
    let drawing = Drawing {
        notes: vec![
            what,
            "La dette, les flux entre budgets et les résultats reportés sont laissés de côté.".to_owned(),
            ONCE.to_owned(),
        ],
        ..Drawing::over_categories(name, title, ChartKind::Waterfall, "Exercice", categories)
    };
    Some(drawing.with_amounts(series))
}

type Amounts = Vec<Option<Money>>;

/// The amounts of the actions added under the finalité of their sheets; only those that hold something.
fn by_home(
    report: &Report,
    length: usize,
    amounts: impl Fn(&Action) -> Option<Amounts>,
) -> Vec<(String, Option<Finality>, Amounts)> {
    let mut homes: BTreeMap<Option<Finality>, Amounts> = BTreeMap::new();
    for action in report.funded() {
        let Some(own) = amounts(action) else { continue };
        let sums = homes.entry(report.home(action)).or_insert_with(|| vec![None; length]);
        for (sum, amount) in sums.iter_mut().zip(own) {
            if let Some(amount) = amount {
                *sum = Some(sum.unwrap_or_default() + amount);
            }
        }
    }
    let short = |finality: Option<Finality>| {
        let text = finality.and_then(|finality| report.provenance.reference.finalities.get(&finality));
        text.map_or_else(|| "Sans finalité".to_owned(), |text| text.short.clone())
    };
    let known = homes.into_iter().filter(|(_, sums)| sums.iter().any(Option::is_some));
    known
        .map(|(finality, sums)| (short(finality), finality, sums))
        .collect()
}

fn category(year: &CreditYear) -> Category {
    Category {
        name: year.year.to_string(),
        provisional: year.step == BudgetStep::Draft,
        example: year.example,
    }
}

/// What the amounts of each year are: `Réalisé en 2024 et 2025 ; crédits ouverts en 2026 ; projet de budget en 2027.`
pub(super) fn bases(years: &[CreditYear]) -> String {
    let told = |word: &str, keep: fn(BudgetStep) -> bool| {
        let kept = years.iter().filter(|year| keep(year.step));
        let kept: Vec<String> = kept.map(|year| year.year.to_string()).collect();
        (!kept.is_empty()).then(|| format!("{word} en {}", french::list(&kept)))
    };
    let parts = [
        told("réalisé", BudgetStep::is_realised),
        told("crédits ouverts", BudgetStep::is_voted),
        told("projet de budget", |step| step == BudgetStep::Draft),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    french::capital(&format!("{}.", parts.join(" ; ")))
}
