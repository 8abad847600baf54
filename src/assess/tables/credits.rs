//! The credits of the actions, of the finalités and of the budgets, exact to the cent.

use crate::assess::Report;
use crate::compute::Credits;
use crate::model::{BudgetDirection, BudgetSection, EntryAmounts, Finality};
use crate::printed::{Cell, PrintedTable};
use std::collections::BTreeMap;

const KEYS: [&str; 13] = [
    "objet",
    "identifiant",
    "intitule",
    "section",
    "sens",
    "exercice",
    "base",
    "propose",
    "vote",
    "ouvert",
    "realise",
    "reste",
    "exemple",
];

/// Whose credits a row tells: the kind, the identifier, the title.
type Subject<'a> = [&'a str; 3];

impl Report {
    /// Every amount; none without credits. A finalité repeats the credits of each action favourable to it.
    pub fn credits_table(&self) -> Option<PrintedTable> {
        let credits = self.credits.as_ref()?;
        let expense = BudgetDirection::Expense;
        let mut rows = Vec::new();
        for action in &self.actions {
            let own = credits.of_action(&action.id).into_iter();
            for series in own.flat_map(|own| &own.series) {
                let subject = ["action", action.id.as_str(), &action.title];
                rows.extend(lines(credits, subject, series.section, series.direction, &series.years));
            }
        }
        for finality in Finality::ALL {
            let number = finality.number().to_string();
            let title = self.reference.finalities.get(&finality);
            let title = title.map_or("", |text| text.short.as_str());
            let own = self.finality_credits(finality).into_iter();
            for (section, years) in own.flat_map(|own| own.sections) {
                rows.extend(lines(credits, ["finalite", &number, title], section, expense, &years));
            }
        }
        for budget in &credits.budgets {
            for (section, held) in &budget.sections {
                for (object, amounts) in [
                    ("budget", held.policies),
                    ("budget-explique", held.explained),
                    ("budget-hors-calcul", held.left_out),
                ] {
                    let years = BTreeMap::from([(budget.year, amounts)]);
                    let subject = [object, budget.part.label(), &budget.name];
                    rows.extend(lines(credits, subject, *section, expense, &years));
                }
            }
        }
        Some(PrintedTable::data(KEYS, rows))
    }
}

fn lines(
    credits: &Credits,
    subject: Subject<'_>,
    section: BudgetSection,
    direction: BudgetDirection,
    years: &BTreeMap<i32, EntryAmounts>,
) -> Vec<[Cell; 13]> {
    let known = credits.years();
    let [object, identifier, title] = subject;
    let line = |(year, amounts): (&i32, &EntryAmounts)| {
        let read = known.iter().find(|known| known.year == *year);
        [
            object.into(),
            identifier.into(),
            title.into(),
            section.label().into(),
            direction.label().into(),
            Cell::whole(*year),
            read.map(|read| read.step.amounts_label()).into(),
            amounts.proposed.map(Cell::money).into(),
            amounts.voted.map(Cell::money).into(),
            amounts.open.map(Cell::money).into(),
            amounts.realised.map(Cell::money).into(),
            amounts.remaining.map(Cell::money).into(),
            read.filter(|read| read.example).map(|_| "exemple").into(),
        ]
    };
    years.iter().map(line).collect()
}
