//! The tagging table to fill in: what waits for a class, as a CSV that a French spreadsheet opens.

use crate::compute::{Transition, TransitionYear};
use std::collections::BTreeSet;

/// A tagging table whose lines wait for their classes: of each budget the last exercice, the largest amounts first.
pub fn csv(transition: &Transition) -> String {
    let last: Vec<&TransitionYear> = transition
        .budgets()
        .iter()
        .filter_map(|years| years.last().copied())
        .collect();
    let axes: BTreeSet<u8> = last
        .iter()
        .flat_map(|year| year.axes.iter().map(|totals| totals.axis))
        .collect();
    let columns: String = axes.iter().map(|axis| format!("axe_{axis};")).collect();
    let mut csv = format!(
        "\u{FEFF}nomenclature;nature;fonction;intitule_nature;intitule_fonction;budget;exercice;montant;{columns}auteur;date;note\n"
    );
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    for year in last {
        for line in year.untold() {
            csv += &format!(
                "{};{};{};{};{};{};{};{};{};;\n",
                year.norm,
                line.nature,
                kept_zero(&line.function),
                quoted(&line.nature_label),
                quoted(&line.function_label),
                quoted(&year.budget),
                year.year,
                line.amount.to_string().replace('.', ","),
                ";".repeat(axes.len()),
            );
        }
    }
    csv
}

/// A code whose leading zero a spreadsheet would drop is written as a formula of text, which it shows and saves whole.
fn kept_zero(code: &str) -> String {
    match code.starts_with('0') {
        true => format!("\"=\"\"{code}\"\"\""),
        false => code.to_owned(),
    }
}
