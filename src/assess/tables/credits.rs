//! The credits of the actions, of the finalités and of the budgets, exact to the cent.

use crate::assess::Report;
use crate::model::{BudgetDirection, BudgetSection, EntryAmounts, Finality};
use crate::printed::PrintedTable;
use std::collections::BTreeMap;

/// Whose credits a row tells (the kind, the identifier, the title), where they stand, and their amounts.
struct Line<'a> {
    subject: [&'a str; 3],
    section: BudgetSection,
    direction: BudgetDirection,
    year: i32,
    amounts: EntryAmounts,
}

impl Report {
    /// Every amount; none without credits. A finalité repeats the credits of each action favourable to it.
    pub fn credits_table(&self) -> Option<PrintedTable> {
        let credits = self.credits.as_ref()?;
        let expense = BudgetDirection::Expense;
        let mut lines = Vec::new();
        for action in self.funded() {
            let own = credits.of_action(&action.id).into_iter();
            for series in own.flat_map(|own| &own.series) {
                let subject = ["action", action.id.as_str(), &action.title];
                lines.extend(over_years(subject, series.section, series.direction, &series.years));
            }
        }
        let finalities: Vec<_> = Finality::ALL
            .iter()
            .map(|finality| (finality, finality.number().to_string()))
            .collect();
        for (finality, number) in &finalities {
            let title = self.provenance.reference.finalities.get(finality);
            let title = title.map_or("", |text| text.short.as_str());
            let own = self.finality_credits(**finality).into_iter();
            for (section, years) in own.flat_map(|own| own.sections) {
                lines.extend(over_years(["finalite", number, title], section, expense, &years));
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
                    lines.extend(over_years(subject, *section, expense, &years));
                }
            }
        }
        let known = credits.years();
        let read = |line: &Line<'_>| known.iter().find(|known| known.year == line.year);
        let table = PrintedTable::each(&lines)
            .data("objet", |line| line.subject[0])
            .data("identifiant", |line| line.subject[1])
            .data("intitule", |line| line.subject[2])
            .data("section", |line| line.section.label())
            .data("sens", |line| line.direction.label())
            .data("exercice", |line| line.year)
            .data("base", |line| read(line).map(|read| read.step.amounts_label()))
            .data("propose", |line| line.amounts.proposed)
            .data("vote", |line| line.amounts.voted)
            .data("ouvert", |line| line.amounts.open)
            .data("realise", |line| line.amounts.realised)
            .data("reste", |line| line.amounts.remaining)
            .data("exemple", |line| {
                read(line).filter(|read| read.example).map(|_| "exemple")
            });
        Some(table.table())
    }
}

fn over_years<'a>(
    subject: [&'a str; 3],
    section: BudgetSection,
    direction: BudgetDirection,
    years: &BTreeMap<i32, EntryAmounts>,
) -> Vec<Line<'a>> {
    let line = |(year, amounts): (&i32, &EntryAmounts)| Line {
        subject,
        section,
        direction,
        year: *year,
        amounts: *amounts,
    };
    years.iter().map(line).collect()
}
