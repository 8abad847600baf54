//! `budget`: what budget files hold, one page each, or as JSON. It works without a project.

use super::arguments::Budget;
use super::budget_head::head;
use super::{Failure, budget_codes, budget_json, messages, screen};
use crate::diagnostic::Diagnostics;
use crate::french;
use crate::model::{
    BudgetDirection, BudgetDocument, BudgetLine, BudgetMovement, BudgetSection, BudgetTotals, LineCount, Money,
};
use crate::printed::{Cell, PrintedTable, wrapped};

/// Reads every file, prints those that can be believed, tells the faults of the others.
pub fn budget(arguments: &Budget) -> Result<(), Failure> {
    let mut diagnostics = Diagnostics::default();
    let documents: Vec<BudgetDocument> = arguments
        .files
        .iter()
        .flat_map(|file| crate::budget(file, &mut diagnostics))
        .collect();
    if let Some(code) = arguments.par {
        let labels = arguments
            .files
            .iter()
            .find_map(|file| crate::budget_labels(file, &mut diagnostics));
        budget_codes::print(&documents, code, &labels.unwrap_or_else(crate::usual_labels), arguments)?;
    } else if arguments.json {
        if let Some(json) = budget_json::json(&documents) {
            screen::json(&json)?;
        }
    } else {
        let pages: Vec<String> = documents.iter().map(page).collect();
        screen::print(&pages.join("\n"))?;
    }
    messages::print(&diagnostics);
    if diagnostics.has_errors() {
        return Err(Failure::Author);
    }
    Ok(())
}

/// One budget: its head, its lines, its totals.
fn page(document: &BudgetDocument) -> String {
    let mut page = format!("{}\n", document.file);
    for (name, value) in head(document) {
        page.push_str(&format!("  {name:<13} {value}\n"));
    }
    for note in notes(&document.count, &document.lines) {
        page.push_str(&format!("  {:<13} {note}\n", ""));
    }
    page.push('\n');
    let width = screen::width();
    wrapped(&page, width) + &table(document).terminal(width)
}

/// What was left out or deduced, each with its reason.
fn notes(count: &LineCount, lines: &[BudgetLine]) -> Vec<String> {
    let unknown = lines.iter().filter(|line| line.section.is_none()).count();
    let notes = [
        (
            count.calculated,
            "écartée : total calculé par le fichier",
            "écartées : totaux calculés par le fichier",
        ),
        (
            count.without_operation,
            "écartée : compte sans opération budgétaire",
            "écartées : comptes sans opération budgétaire",
        ),
        (
            count.deduced_sections,
            "sans section dans le fichier : déduite de la nature ou du chapitre",
            "sans section dans le fichier : déduite de la nature ou du chapitre",
        ),
        (
            count.deduced_movements,
            "sans « réel » ni « ordre » dans le fichier : déduit du chapitre",
            "sans « réel » ni « ordre » dans le fichier : déduit du chapitre",
        ),
        (
            unknown,
            "dont rien ne dit la section : comptée à part",
            "dont rien ne dit la section : comptées à part",
        ),
    ];
    notes
        .into_iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, one, many)| french::plural(count, one, many))
        .collect()
}

/// The totals section by section: the two are never summed into one another.
fn table(document: &BudgetDocument) -> PrintedTable {
    let mut rows = Vec::new();
    for section in BudgetSection::ALL.map(Some).into_iter().chain([None]) {
        let lines: Vec<&BudgetLine> = document.lines.iter().filter(|line| line.section == section).collect();
        if !lines.is_empty() {
            let title = section.map_or_else(
                || "Section inconnue".to_owned(),
                |section| french::capital(section.label()),
            );
            rows.push((title, None));
            rows.extend(block(&lines));
        }
    }
    let amount = |of: Option<BudgetTotals>, pick: fn(BudgetTotals) -> Money| {
        of.map_or_else(|| Cell::absent(""), |totals| pick(totals).into())
    };
    let table = PrintedTable::each(&rows)
        .text("section", "", |(title, _)| title.as_str())
        .number("vote", "voté", |(_, totals)| amount(*totals, |totals| totals.voted))
        .number("ouvert", "ouvert", |(_, totals)| amount(*totals, |totals| totals.open))
        .number("realise", "réalisé", |(_, totals)| {
            amount(*totals, |totals| totals.realised)
        });
    // Most budgets carry nothing over: a column of zeros would only be read in vain.
    let carried = |line: &BudgetLine| line.amounts.remaining.is_some_and(|left| left != Money::ZERO);
    match document.lines.iter().any(carried) {
        true => table.number("reste", "restes à réaliser", |(_, totals)| {
            amount(*totals, |totals| totals.remaining)
        }),
        false => table,
    }
    .table()
}

/// The rows of a section: each direction, then its real part and its part of order.
fn block(lines: &[&BudgetLine]) -> Vec<(String, Option<BudgetTotals>)> {
    let mut rows = Vec::new();
    for direction in BudgetDirection::ALL {
        let lines = || lines.iter().copied().filter(move |line| line.direction == direction);
        rows.push((format!("  {}s", direction.label()), Some(BudgetTotals::of(lines()))));
        for movement in BudgetMovement::ALL {
            let part = BudgetTotals::of(lines().filter(|line| line.movement == movement));
            rows.push((format!("    {}", movement.label()), Some(part)));
        }
    }
    rows
}
