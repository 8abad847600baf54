//! `cotation`: the investment executed that no tagging table speaks of, the largest first, and a table to fill in.

mod json;
mod table;

use super::arguments::Tagging;
use super::{Failure, messages, run};
use crate::compute::{Transition, TransitionLine, TransitionYear};
use crate::french;
use crate::model::{Money, TransitionClass};
use crate::printed::Dialect;

/// Letters of a label that are printed.
const WIDEST: usize = 40;

/// Runs the house up to the assessment and prints what waits for a class.
pub fn cotation(arguments: &Tagging) -> Result<(), Failure> {
    let outcome = run::assessed(arguments.project.options())?;
    let plain = !arguments.json && !arguments.csv;
    if plain || outcome.diagnostics.has_errors() {
        messages::print(&outcome.diagnostics);
    }
    if outcome.diagnostics.has_errors() {
        return Err(Failure::Author);
    }
    let transition = outcome.report.and_then(|report| report.transition).unwrap_or_default();
    if arguments.json {
        println!("{}", json::json(&transition));
    } else if arguments.csv {
        let bytes = table::to_fill_in(&transition).csv(Dialect::French)?;
        print!("{}", String::from_utf8_lossy(&bytes));
    } else {
        print!("{}", text(&transition));
    }
    Ok(())
}

/// A page a budget and exercice: the share tagged, then what waits.
fn text(transition: &Transition) -> String {
    let mut pages: Vec<String> = transition.years.iter().map(page).collect();
    let left = transition.left_out_together().into_iter();
    let left = left
        .map(|(budget, years, reason)| format!("« {budget} », {years}, n’est pas à coter : {}.\n", reason.reason()));
    pages.push(left.collect());
    pages.retain(|page| !page.is_empty());
    if pages.is_empty() {
        return "Aucun compte exécuté dans data/budget/ (compte administratif, compte financier unique ou balance) : rien n’est à coter.\n".to_owned();
    }
    pages.join("\n")
}

fn page(year: &TransitionYear) -> String {
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
    let waiting = year.untold();
    if waiting.is_empty() {
        return page + "  aucune dépense n’attend de classe\n";
    }
    let rows: Vec<[String; 4]> = waiting
        .iter()
        .map(|line| {
            [
                amount(line.amount),
                named(&line.nature, &line.nature_label),
                named(&line.function, &line.function_label),
                axes(line, year),
            ]
        })
        .collect();
    let header = ["à coter (€)", "nature", "fonction", "axes"].map(str::to_owned);
    let rows: Vec<[String; 4]> = std::iter::once(header).chain(rows).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: [usize; 3] = std::array::from_fn(width);
    let line = |row: &[String; 4]| {
        let [amount, nature, function, axes] = row;
        let [first, second, third] = widths;
        format!("  {amount:>first$}  {nature:<second$}  {function:<third$}  {axes}\n")
    };
    page + &rows.iter().map(line).collect::<String>()
}

fn named(code: &str, label: &str) -> String {
    match (code, label) {
        ("", _) => "–".to_owned(),
        (code, "") => code.to_owned(),
        (code, label) => shortened(&format!("{code} {label}")),
    }
}

/// A text short enough for a column of a terminal.
fn shortened(text: &str) -> String {
    match text.char_indices().nth(WIDEST) {
        None => text.to_owned(),
        Some(_) => {
            let kept: String = text.chars().take(WIDEST - 1).collect();
            format!("{}…", kept.trim_end())
        }
    }
}

fn axes(line: &TransitionLine, year: &TransitionYear) -> String {
    let missing: Vec<String> = line.missing(&year.axes).iter().map(u8::to_string).collect();
    french::list(&missing)
}
