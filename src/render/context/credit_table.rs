//! Tables of credits: a column a year and a kind of amount, whole euros, and a last column for an inhabitant.

use super::wording::optional;
use crate::assess::Report;
use crate::compute::{ActionCredits, Credits};
use crate::french;
use crate::model::{
    Action, Authorisation, BudgetAmount, BudgetDirection, BudgetSection, BudgetStep, EntryAmounts, Finality, Money,
};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Amounts by year.
#[derive(Clone, Debug, Serialize)]
pub struct CreditTable {
    pub columns: Vec<String>,
    pub rows: Vec<CreditRow>,
    pub example: bool,
}

#[derive(Clone, Debug, Serialize)]
pub struct CreditRow {
    pub name: String,
    /// Whether it is a total of the rows above, or a whole that they are part of.
    pub whole: bool,
    pub cells: Vec<String>,
}

/// What a column of amounts holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Column {
    year: i32,
    what: BudgetAmount,
}

/// The credits of an action, for its sheet; none where it takes nothing of a budget.
pub fn of_action(report: &Report, action: &Action) -> Option<CreditTable> {
    let credits = report.credits.as_ref()?;
    let own = credits.of_action(&action.id).filter(|own| !own.series.is_empty())?;
    let series = own.series.iter().map(|series| {
        let name = match series.direction {
            BudgetDirection::Expense => titled(series.section),
            BudgetDirection::Revenue => format!("Recettes {}", series.section.complement()),
        };
        (name, false, &series.years)
    });
    Some(table(report, credits, series, own.example))
}

/// The credits of a finalité, and how to read them.
pub fn of_finality(report: &Report, finality: Finality) -> Option<(CreditTable, String)> {
    let credits = report.credits.as_ref()?;
    let own = report.finality_credits(finality)?;
    let rows = own
        .sections
        .iter()
        .map(|(section, years)| (titled(*section), false, years));
    let table = table(report, credits, rows, own.example);
    let mut note = format!(
        "Crédits de {}",
        french::plural(
            own.actions,
            "action favorable à cette finalité",
            "actions favorables à cette finalité"
        )
    );
    if own.shared > 0 {
        note += &format!(
            ", dont {} à d’autres finalités : ces crédits y sont comptés aussi, et les montants des finalités ne s’additionnent pas",
            french::plural(own.shared, "est favorable", "sont favorables")
        );
    }
    note.push('.');
    if own.without > 0 {
        note += &format!(
            " {} sans crédits rattachés.",
            french::plural(
                own.without,
                "autre action favorable est",
                "autres actions favorables sont"
            )
        );
    }
    Some((table, french::punctuate(&note)))
}

/// The amount of a section in the year that the matrix shows, and the head of its column.
pub fn matrix_columns(report: &Report) -> Option<(Vec<String>, impl Fn(&Action) -> Vec<String>)> {
    let credits = report.credits.as_ref().filter(|credits| !credits.budgets.is_empty())?;
    let column = reference(&columns(credits))?;
    let mark = if credits.example() { ", exemple" } else { "" };
    let heads = [BudgetSection::Investment, BudgetSection::Operating].map(|section| {
        let short = match section {
            BudgetSection::Investment => "Invest.",
            BudgetSection::Operating => "Fonct.",
        };
        format!("{short} {} (€){mark}", column.label())
    });
    let cells = move |action: &Action| {
        let own = credits.of_action(&action.id);
        let amount = |section| {
            let years = own.and_then(|own: &ActionCredits| own.expenses(section));
            euros(years.and_then(|years| column.amount(years.get(&column.year)?)))
        };
        BudgetSection::ALL.map(amount).to_vec()
    };
    Some((heads.to_vec(), cells))
}

/// The authorisations of the actions, one a row: voted, paid by year, planned by year.
pub(super) fn authorisations(report: &Report, credits: &Credits) -> Option<CreditTable> {
    let titles: BTreeMap<_, _> = report
        .actions
        .iter()
        .map(|action| (&action.id, &action.title))
        .collect();
    let all: Vec<&Authorisation> = credits
        .actions
        .iter()
        .flat_map(|action| &action.authorisations)
        .collect();
    let years = |of: fn(&Authorisation) -> &BTreeMap<i32, Money>| {
        all.iter()
            .flat_map(|one| of(one).keys().copied())
            .collect::<BTreeSet<i32>>()
    };
    let (paid, planned) = (years(|one| &one.paid), years(|one| &one.planned));
    let row = |one: &&Authorisation| {
        let title = titles.get(&one.action).map_or("", |title| title.as_str());
        let named = optional(&one.title).map_or_else(String::new, |title| format!(", {title}"));
        let amounts = paid.iter().map(|year| euros(one.paid.get(year).copied()));
        let amounts = amounts.chain(planned.iter().map(|year| euros(one.planned.get(year).copied())));
        CreditRow {
            name: french::punctuate(&format!("{}{named} ({title})", numbered(one))),
            whole: false,
            cells: std::iter::once(euros(Some(one.voted))).chain(amounts).collect(),
        }
    };
    let columns = paid.iter().map(|year| format!("payé {year}"));
    let columns = columns.chain(planned.iter().map(|year| format!("prévu {year}")));
    (!all.is_empty()).then(|| CreditTable {
        columns: std::iter::once("voté".to_owned()).chain(columns).collect(),
        rows: all.iter().map(row).collect(),
        example: all.iter().any(|one| one.example),
    })
}

/// The number of an authorisation, after its kind where the number does not say it.
fn numbered(authorisation: &Authorisation) -> String {
    let (kind, code) = (authorisation.kind.key(), &authorisation.code);
    if code.to_uppercase().starts_with(kind) {
        code.clone()
    } else {
        format!("{kind} {code}")
    }
}

/// A row a name; a last column for an inhabitant.
pub(super) fn table<'a>(
    report: &Report,
    credits: &Credits,
    rows: impl IntoIterator<Item = (String, bool, &'a BTreeMap<i32, EntryAmounts>)>,
    example: bool,
) -> CreditTable {
    let columns = columns(credits);
    let reference = reference(&columns);
    let population = i128::from(report.settings.community.population);
    let each = |years: &BTreeMap<i32, EntryAmounts>| {
        let column = reference?;
        let money = column.amount(years.get(&column.year)?)?;
        Some(french::cents(rounded(money.cents(), population)))
    };
    let row = |(name, whole, years): (String, bool, &BTreeMap<i32, EntryAmounts>)| {
        let amounts = columns
            .iter()
            .map(|column| euros(years.get(&column.year).and_then(|year| column.amount(year))));
        let each = each(years).unwrap_or_else(|| ABSENT.to_owned());
        CreditRow {
            name,
            whole,
            cells: amounts.chain([each]).collect(),
        }
    };
    let heads = columns.iter().map(|column| column.label());
    let each = reference.map_or_else(String::new, |column| format!("par habitant {}", column.year));
    CreditTable {
        columns: heads.chain([each]).collect(),
        rows: rows.into_iter().map(row).collect(),
        example,
    }
}

const ABSENT: &str = "–";

/// Whole euros, halves away from zero; a dash where nothing is known.
pub(super) fn euros(money: Option<Money>) -> String {
    money.map_or_else(
        || ABSENT.to_owned(),
        |money| {
            let written = french::cents(rounded(money.cents(), 100) * 100);
            written.split(',').next().unwrap_or_default().to_owned()
        },
    )
}

/// A quotient, halves away from zero.
fn rounded(amount: i128, by: i128) -> i128 {
    let half = if amount < 0 { -by / 2 } else { by / 2 };
    (amount + half) / by.max(1)
}

pub(super) fn titled(section: BudgetSection) -> String {
    match section {
        BudgetSection::Investment => "Investissement".to_owned(),
        BudgetSection::Operating => "Fonctionnement".to_owned(),
    }
}

/// The columns of every year of the budgets.
fn columns(credits: &Credits) -> Vec<Column> {
    credits
        .years()
        .iter()
        .flat_map(|year| match year.step {
            // A balance has no credits of its own; the budget beside it may have some.
            BudgetStep::Ledger if has_credits(credits, year.year) => columns_of(year.year, BudgetStep::Accounts),
            step => columns_of(year.year, step),
        })
        .collect()
}

fn has_credits(credits: &Credits, year: i32) -> bool {
    let budgets = credits.budgets.iter().filter(|budget| budget.year == year);
    let mut sections = budgets.flat_map(|budget| budget.sections.values());
    sections.any(|section| section.policies.open.is_some())
}

/// The columns of a year of this basis.
pub(super) fn columns_of(year: i32, step: BudgetStep) -> Vec<Column> {
    let amounts = step.amounts().iter();
    amounts.map(|what| Column { year, what: *what }).collect()
}

/// The last column of accounts, else the last column.
pub(super) fn reference(columns: &[Column]) -> Option<Column> {
    let realised = columns
        .iter()
        .rev()
        .find(|column| column.what == BudgetAmount::Realised);
    realised.or(columns.last()).copied()
}

impl Column {
    /// `2025 réalisé`.
    pub(super) fn label(self) -> String {
        format!("{} {}", self.year, self.what.label())
    }

    /// The amount of this column; none where the year does not say it.
    pub(super) fn amount(self, amounts: &EntryAmounts) -> Option<Money> {
        amounts.amount(self.what)
    }
}
