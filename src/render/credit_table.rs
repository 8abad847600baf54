//! `donnees/credits.csv`: the credits of the actions, of the finalités and of the budgets, exact to the cent.

use super::tables::csv;
use crate::assess::Report;
use crate::compute::Credits;
use crate::error::Error;
use crate::model::{BudgetDirection, BudgetSection, EntryAmounts, Finality, Money};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Its path among the published files.
pub const PATH: &str = "donnees/credits.csv";

const HEADER: &str = "objet;identifiant;intitule;section;sens;exercice;base;propose;vote;ouvert;realise;reste;exemple";

/// The table; none without credits. A finalité repeats the credits of each action favourable to it.
pub fn credits(report: &Report) -> Result<Option<Arc<[u8]>>, Error> {
    let Some(credits) = &report.credits else {
        return Ok(None);
    };
    let mut rows = Vec::new();
    for action in &report.actions {
        let Some(own) = credits.of_action(&action.id) else {
            continue;
        };
        for series in &own.series {
            let subject = ["action", action.id.as_str(), &action.title];
            rows.extend(lines(credits, subject, series.section, series.direction, &series.years));
        }
    }
    for finality in Finality::ALL {
        let Some(own) = report.finality_credits(finality) else {
            continue;
        };
        let number = finality.number().to_string();
        let title = report
            .reference
            .finalities
            .get(&finality)
            .map_or("", |text| text.short.as_str());
        for (section, years) in &own.sections {
            let subject = ["finalite", &number, title];
            rows.extend(lines(credits, subject, *section, BudgetDirection::Expense, years));
        }
    }
    for budget in &credits.budgets {
        for (section, held) in &budget.sections {
            for (object, amounts) in [
                ("budget", held.policies),
                ("budget-explique", held.explained),
                ("budget-hors-calcul", held.left_out),
            ] {
                let subject = [object, budget.part.label(), &budget.name];
                let years = BTreeMap::from([(budget.year, amounts)]);
                rows.extend(lines(credits, subject, *section, BudgetDirection::Expense, &years));
            }
        }
    }
    csv(HEADER, &rows).map(Some)
}

fn lines(
    credits: &Credits,
    subject: [&str; 3],
    section: BudgetSection,
    direction: BudgetDirection,
    years: &BTreeMap<i32, EntryAmounts>,
) -> Vec<Vec<String>> {
    let known = credits.years();
    let line = |(year, amounts): (&i32, &EntryAmounts)| {
        let read = known.iter().find(|known| known.year == *year);
        let money =
            |amount: Option<Money>| amount.map_or_else(String::new, |money| money.to_string().replace('.', ","));
        let mut line: Vec<String> = subject.map(ToOwned::to_owned).to_vec();
        line.extend([
            section.label().to_owned(),
            direction.label().to_owned(),
            year.to_string(),
            read.map_or("", |read| read.step.amounts_label()).to_owned(),
        ]);
        line.extend(
            [
                amounts.proposed,
                amounts.voted,
                amounts.open,
                amounts.realised,
                amounts.remaining,
            ]
            .map(money),
        );
        line.push(
            if read.is_some_and(|read| read.example) {
                "exemple"
            } else {
                ""
            }
            .to_owned(),
        );
        line
    };
    years.iter().map(line).collect()
}
