//! Credits over the years as a page prints them: whole euros, and a last column for an inhabitant.

use super::CreditColumn;
use crate::assess::Report;
use crate::compute::{Credits, SectionCredits};
use crate::french;
use crate::model::{Action, Authorisation, BudgetDirection, BudgetSection, EntryAmounts, Finality, Identifier, Money};
use crate::printed::{Cell, Column, PrintedTable, Row};
use std::collections::{BTreeMap, BTreeSet};

/// Said under a table that holds an invented amount.
const EXAMPLE: &str = "Montants d’exemple.";

/// A row: its name, whether it is a whole, its amounts by year.
type Amounts = (String, bool, BTreeMap<i32, EntryAmounts>);

impl Report {
    /// The credits of an action, a section a row; none where it takes nothing of a budget.
    pub fn action_credits_table(&self, action: &Action) -> Option<PrintedTable> {
        let credits = self.credits.as_ref()?;
        let own = credits.of_action(&action.id).filter(|own| !own.series.is_empty())?;
        let rows = own.series.iter().map(|series| {
            let name = match series.direction {
                BudgetDirection::Expense => french::capital(series.section.label()),
                BudgetDirection::Revenue => format!("Recettes {}", series.section.complement()),
            };
            (name, false, series.years.clone())
        });
        Some(self.years_table(credits, "Crédits (€)", rows, own.example))
    }

    /// The credits of a finalité, a section a row, and how to read them; none where no action favourable to it has any.
    pub fn finality_credits_table(&self, finality: Finality) -> Option<PrintedTable> {
        let credits = self.credits.as_ref()?;
        let own = self.finality_credits(finality)?;
        let rows = own.sections.into_iter();
        let rows = rows.map(|(section, years)| (french::capital(section.label()), false, years));
        let table = self.years_table(credits, "Crédits (€)", rows, own.example);
        let mut note = format!(
            "Crédits de {}",
            french::plural(
                own.actions,
                "action favorable à cette finalité",
                "actions favorables à cette finalité"
            )
        );
        if own.shared > 0 {
            let shared = match own.shared == own.actions {
                true if own.shared == 1 => "favorable aussi".to_owned(),
                true => "favorables aussi".to_owned(),
                false => format!(
                    "dont {}",
                    french::plural(own.shared, "est favorable aussi", "sont favorables aussi")
                ),
            };
            note += &format!(
                ", {shared} à d’autres finalités : ces crédits y sont comptés aussi, et les montants des finalités ne s’additionnent pas"
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
        Some(table.note(french::punctuate(&note)))
    }

    /// The credits of the actions in a section, then what they explain of it; none where no action takes anything of it.
    pub fn section_credits_table(&self, section: BudgetSection) -> Option<PrintedTable> {
        let credits = self.credits.as_ref()?;
        let titles = self.action_titles();
        let own = credits.actions.iter().filter_map(|action| {
            let title = titles.get(&action.action)?;
            Some((french::punctuate(title), false, action.expenses(section)?.clone()))
        });
        let own: Vec<Amounts> = own.collect();
        let of_budget = |amounts: fn(&SectionCredits) -> EntryAmounts| {
            let mut years: BTreeMap<i32, EntryAmounts> = BTreeMap::new();
            for budget in &credits.budgets {
                if let Some(section) = budget.sections.get(&section) {
                    years.entry(budget.year).or_default().add(&amounts(section));
                }
            }
            years
        };
        let wholes = [
            (
                "Ensemble des actions".to_owned(),
                true,
                of_budget(|held| held.explained),
            ),
            (
                "Dépenses réelles, hors dette et flux".to_owned(),
                true,
                of_budget(|held| held.policies),
            ),
        ];
        let none = own.is_empty();
        let rows = own.into_iter().chain(wholes);
        (!none).then(|| self.years_table(credits, "Action", rows, credits.example()))
    }

    /// The authorisations of the actions, one a row: voted, paid by year, planned by year; none without any.
    pub fn authorisations_table(&self) -> Option<PrintedTable> {
        let titles = self.action_titles();
        let actions = self.credits.iter().flat_map(|credits| &credits.actions);
        let all: Vec<&Authorisation> = actions.flat_map(|action| &action.authorisations).collect();
        let years = |of: fn(&Authorisation) -> &BTreeMap<i32, Money>| {
            let years = all.iter().flat_map(|one| of(one).keys().copied());
            years.collect::<BTreeSet<i32>>()
        };
        let (paid, planned) = (years(|one| &one.paid), years(|one| &one.planned));
        let row = |one: &&Authorisation| {
            let title = titles.get(&one.action).copied().unwrap_or_default();
            let named = match one.title.trim() {
                "" => String::new(),
                own => format!(", {own}"),
            };
            let name = format!("{}{named} ({title})", numbered(one));
            let paid = paid.iter().map(|year| one.paid.get(year));
            let planned = planned.iter().map(|year| one.planned.get(year));
            let amounts = paid
                .chain(planned)
                .map(|amount| amount.copied().map(Cell::euros).into());
            [name.into(), Cell::euros(one.voted)]
                .into_iter()
                .chain(amounts)
                .collect::<Vec<Cell>>()
        };
        let column = |key: &str, group: &str, year: &i32| {
            Column::number(&format!("{key}_{year}"), &year.to_string()).within(group)
        };
        let columns = [
            Column::text("autorisation", "Autorisation"),
            Column::number("vote", "voté"),
        ];
        let paid = paid.iter().map(|year| column("paye", "payé", year));
        let planned = planned.iter().map(|year| column("prevu", "prévu", year));
        let table = PrintedTable::new(columns.into_iter().chain(paid).chain(planned), all.iter().map(row));
        let example = all.iter().any(|one| one.example);
        table.note_where(example, EXAMPLE).unless_empty()
    }

    fn action_titles(&self) -> BTreeMap<&Identifier, &str> {
        self.funded()
            .map(|action| (&action.id, action.title.as_str()))
            .collect()
    }

    fn years_table(
        &self,
        credits: &Credits,
        subject: &str,
        rows: impl IntoIterator<Item = Amounts>,
        example: bool,
    ) -> PrintedTable {
        let columns = CreditColumn::all(credits);
        let reference = CreditColumn::reference(&columns);
        let population = i128::from(self.settings.community.population);
        let amount =
            |column: CreditColumn, years: &BTreeMap<i32, EntryAmounts>| column.amount(years.get(&column.year)?);
        let row = |(name, whole, years): Amounts| {
            let amounts = columns
                .iter()
                .map(|column| amount(*column, &years).map(Cell::euros).into());
            let each = reference.and_then(|column| amount(column, &years));
            let each = each.map(|money| money.divided(population)).into();
            let cells = std::iter::once(Cell::text(name)).chain(amounts).chain([each]).collect();
            Row { cells, whole }
        };
        let each = reference.map_or_else(String::new, |column| format!("par habitant {}", column.year));
        let heads = columns.iter().map(|column| column.printed());
        let heads = std::iter::once(Column::text("objet", subject)).chain(heads);
        let heads = heads.chain([Column::number("par_habitant", &each)]);
        PrintedTable::new(heads, rows.into_iter().map(row)).note_where(example, EXAMPLE)
    }
}

/// The number of an authorisation, after its kind where the number does not say it.
fn numbered(authorisation: &Authorisation) -> String {
    let (kind, code) = (authorisation.kind.key(), &authorisation.code);
    match code.to_uppercase().starts_with(kind) {
        true => code.clone(),
        false => format!("{kind} {code}"),
    }
}
