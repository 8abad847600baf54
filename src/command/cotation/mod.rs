//! `cotation`: the investment executed that no tagging table speaks of, the largest first, and a table to fill in.

mod json;
mod table;

use super::arguments::Tagging;
use super::{Failure, messages, run, screen};
use crate::compute::{Transition, TransitionYear};
use crate::french;
use crate::model::{Money, TransitionClass};
use crate::printed::{Dialect, wrapped};

/// Runs the house up to the assessment and prints what waits for a class.
pub fn cotation(arguments: &Tagging) -> Result<(), Failure> {
    let outcome = run::assessed(arguments.project.options())?;
    let plain = !arguments.json && !arguments.csv;
    if plain || outcome.diagnostics.has_errors() {
        messages::about(&outcome.diagnostics, &["data/budget"]);
    }
    if outcome.diagnostics.has_errors() {
        return Err(Failure::Author);
    }
    let transition = outcome.report.and_then(|report| report.transition).unwrap_or_default();
    if arguments.json {
        screen::json(&json::json(&transition))
    } else if arguments.csv {
        let bytes = table::to_fill_in(&transition).csv(Dialect::French)?;
        screen::print(&String::from_utf8_lossy(&bytes))
    } else {
        screen::print(&text(&transition, screen::width()))
    }
}

/// A page a budget and exercice: the share tagged, then what waits.
fn text(transition: &Transition, width: usize) -> String {
    let mut pages: Vec<String> = transition.years.iter().map(|year| page(year, width)).collect();
    let left = transition.left_out_together().into_iter();
    let left = left
        .map(|(budget, years, reason)| format!("« {budget} », {years}, n’est pas à coter : {}.\n", reason.reason()));
    pages.push(wrapped(&left.collect::<String>(), width));
    pages.retain(|page| !page.is_empty());
    if pages.is_empty() {
        return "Aucun compte exécuté dans data/budget/ (compte financier unique, compte administratif ou balance) : rien n’est à coter.\n".to_owned();
    }
    pages.join("\n")
}

fn page(year: &TransitionYear, width: usize) -> String {
    let mark = if year.has_example() { " (exemple)" } else { "" };
    let amount = |money: Money| french::cents(money.cents());
    let mut page = format!("{}, exercice {}{mark}\n", year.budget, year.year);
    page += &format!(
        "  regardé  {} € sur {} € exécutés\n",
        amount(year.scoped),
        amount(year.executed)
    );
    for totals in &year.axes {
        page += &format!(
            "  axe {}    {} € cotés, {} € non cotés\n",
            totals.axis,
            amount(year.scoped - totals.amount(TransitionClass::Unrated)),
            amount(totals.amount(TransitionClass::Unrated))
        );
    }
    let waiting = year.waiting_table(usize::MAX);
    let waiting = waiting.map(|table| table.terminal(width));
    wrapped(&page, width) + waiting.as_deref().unwrap_or("  aucune dépense n’attend de classe\n")
}
