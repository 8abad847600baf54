//! `budget --par`: the amounts of a budget added up by one of its codes, each with its label.
//!
//! What a code is called comes from the plan of accounts beside the file; what it weighs, from the file alone.

use super::arguments::{Budget, BudgetCode};
use super::budget_head::head;
use super::{Failure, screen};
use crate::model::{
    AccountLabels, BudgetDirection, BudgetDocument, BudgetLine, BudgetMovement, BudgetSection, BudgetTotals, Money,
};
use crate::printed::{Cell, Dialect, PrintedTable};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the lines of a row share.
type Key = (Arc<str>, Option<BudgetSection>, BudgetDirection, BudgetMovement);

/// A column of amounts: its key, its title, what it takes of a row.
type Amounts<'a> = (&'a str, &'a str, fn(&Summed) -> Money);

/// A row: a code of one budget, in one section, one direction and one movement.
struct Summed<'a> {
    document: &'a BudgetDocument,
    key: Key,
    label: String,
    lines: usize,
    proposed: Money,
    totals: BudgetTotals,
}

/// Prints the amounts of every budget, as pages, as one CSV or as one array of JSON.
pub fn print(
    documents: &[BudgetDocument],
    code: BudgetCode,
    labels: &AccountLabels,
    arguments: &Budget,
) -> Result<(), Failure> {
    if arguments.csv || arguments.json {
        let rows: Vec<Summed> = documents
            .iter()
            .flat_map(|document| summed(document, code, labels))
            .collect();
        let table = table(&rows, code);
        return match arguments.json {
            true => screen::json(&serde_json::to_string_pretty(&table.json()).unwrap_or_default()),
            false => screen::print(&String::from_utf8_lossy(&table.csv(Dialect::French)?)),
        };
    }
    let width = screen::width();
    let pages = documents.iter().map(|document| {
        let rows = summed(document, code, labels);
        let about = head(document)
            .into_iter()
            .map(|(_, value)| value)
            .collect::<Vec<_>>()
            .join(", ");
        format!("{} ({about})\n\n{}", document.file, table(&rows, code).terminal(width))
    });
    screen::print(&pages.collect::<Vec<_>>().join("\n"))
}

fn summed<'a>(document: &'a BudgetDocument, code: BudgetCode, labels: &AccountLabels) -> Vec<Summed<'a>> {
    let mut by_key: BTreeMap<Key, Vec<&BudgetLine>> = BTreeMap::new();
    for line in &document.lines {
        let of_line = match code {
            BudgetCode::Nature => Some(line.nature.clone()),
            BudgetCode::Fonction => line.function.clone(),
            BudgetCode::Chapitre => line.chapter.clone(),
            BudgetCode::Operation => line.operation.clone(),
        };
        let key = (of_line.unwrap_or_default(), line.section, line.direction, line.movement);
        by_key.entry(key).or_default().push(line);
    }
    // The codes of another nomenclature are called otherwise.
    let norm = document.nomenclature.as_deref().unwrap_or(&labels.norm);
    let known = norm.starts_with(&labels.norm);
    let row = |(key, lines): (Key, Vec<&BudgetLine>)| {
        let proposed = lines.iter().filter_map(|line| line.amounts.proposed);
        Summed {
            document,
            label: label(&key.0, code, &document.labels, Some(labels).filter(|_| known)),
            key,
            lines: lines.len(),
            proposed: proposed.sum(),
            totals: BudgetTotals::of(lines),
        }
    };
    by_key.into_iter().map(row).collect()
}

/// What a code is called, by its file, else by the plan of accounts; the label of the code that it is part of is told as such.
fn label(code: &str, by: BudgetCode, own: &AccountLabels, plan: Option<&AccountLabels>) -> String {
    let named = |labels: &AccountLabels, code: &str| match by {
        BudgetCode::Nature => labels.natures.get(code).cloned(),
        BudgetCode::Fonction => labels.functions.get(code).cloned(),
        BudgetCode::Chapitre => labels.chapters.get(code).cloned(),
        BudgetCode::Operation => None,
    };
    let known = |code: &str| plan.and_then(|plan| named(plan, code));
    if let Some(label) = named(own, code).or_else(|| known(code)) {
        return label;
    }
    let mut beginnings = (1..code.len()).rev().filter_map(|end| code.get(..end));
    let parent = beginnings.find_map(|parent| Some((parent, known(parent)?)));
    parent.map_or_else(String::new, |(parent, label)| format!("{label} (intitulé de {parent})"))
}

fn table(rows: &[Summed], code: BudgetCode) -> PrintedTable {
    let (key, title) = match code {
        BudgetCode::Nature => ("nature", "Nature"),
        BudgetCode::Fonction => ("fonction", "Fonction"),
        BudgetCode::Chapitre => ("chapitre", "Chapitre"),
        BudgetCode::Operation => ("operation", "Opération"),
    };
    let section = |row: &Summed| row.key.1.map_or("inconnue", BudgetSection::label);
    let table = PrintedTable::each(rows)
        .data("fichier", |row| &*row.document.file)
        .data("exercice", |row| Cell::whole(row.document.year))
        .data("etape", |row| row.document.step.acronym())
        .text(key, title, |row| match &*row.key.0 {
            "" => Cell::absent("sans code"),
            code => Cell::code(code),
        });
    // Without a plan of accounts, a column of nothing would only be read in vain.
    let table = match rows.iter().any(|row| !row.label.is_empty()) {
        true => table.text("intitule", "Intitulé", |row| row.label.as_str()),
        false => table,
    };
    let table = table
        .text("section", "Section", section)
        .text("sens", "Sens", |row| row.key.2.label())
        .text("mouvement", "Mouvement", |row| row.key.3.label())
        .number("lignes", "Lignes", |row| {
            Cell::whole(i64::try_from(row.lines).unwrap_or(i64::MAX))
        });
    let amounts: [Amounts; 4] = [
        ("propose", "Proposé", |row| row.proposed),
        ("vote", "Voté", |row| row.totals.voted),
        ("ouvert", "Ouvert", |row| row.totals.open),
        ("realise", "Réalisé", |row| row.totals.realised),
    ];
    let amounts = amounts.into_iter();
    let said = amounts.filter(|(.., amount)| rows.iter().any(|row| amount(row) != Money::ZERO));
    said.fold(table, |table, (key, title, amount)| {
        table.number(key, title, move |row| Cell::from(amount(row)))
    })
    .table()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_that_of_the_file_else_of_the_plan_and_that_of_the_parent_is_said_so() {
        let named = |functions: &[(&str, &str)]| AccountLabels {
            functions: functions
                .iter()
                .map(|(code, label)| ((*code).to_owned(), (*label).to_owned()))
                .collect(),
            ..AccountLabels::default()
        };
        let own = named(&[("758", "Chaleur")]);
        let plan = named(&[("75", "Énergie"), ("758", "Autres actions")]);
        let of = |code: &str, own: &AccountLabels| label(code, BudgetCode::Fonction, own, Some(&plan));
        assert_eq!(of("758", &own), "Chaleur");
        assert_eq!(of("758", &named(&[])), "Autres actions");
        assert_eq!(of("753", &own), "Énergie (intitulé de 75)");
        assert_eq!(of("9", &own), "");
        assert_eq!(label("753", BudgetCode::Fonction, &own, None), "");
    }
}
