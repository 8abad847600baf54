//! One exercice of the synthesis of the transition effect: its rows, its sentences, what waits for a class.

use crate::compute::{AxisTotals, Outside, TransitionLine, TransitionYear};
use crate::french;
use crate::model::{Money, TransitionClass, TransitionReference};
use serde::Serialize;

/// Lines printed of those that wait for a class.
const WAITING: usize = 10;

#[derive(Clone, Debug, Serialize)]
pub struct TransitionRow {
    /// `2025, axe 6 biodiversité`.
    pub axis: String,
    /// As many as the header has columns after the first.
    pub cells: Vec<AmountCell>,
}

#[derive(Clone, Debug, Serialize)]
pub struct AmountCell {
    /// In euros, to the cent; a dash where nothing is known.
    pub amount: String,
    /// Of what is looked at; none where that is nothing.
    pub share: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct WaitingRow {
    pub nature: String,
    pub function: String,
    pub amount: String,
    /// The axes that no table speaks of.
    pub axes: String,
}

/// The rows of an exercice: one an axis.
pub fn rows(year: &TransitionYear, reference: &TransitionReference) -> Vec<TransitionRow> {
    year.axes.iter().map(|totals| row(year, totals, reference)).collect()
}

/// The largest expenses that wait for a class, and what is said of the others.
pub fn waiting(year: &TransitionYear) -> (Vec<WaitingRow>, Option<String>) {
    let untold = year.untold();
    let rest = untold.iter().skip(WAITING);
    let more = (untold.len() > WAITING).then(|| {
        let count = french::plural(untold.len() - WAITING, "autre ligne", "autres lignes");
        format!("Et {count}, {} en tout.", euros(rest.map(|line| line.amount).sum()))
    });
    let largest = untold.iter().take(WAITING);
    (largest.map(|line| waiting_row(line, &year.axes)).collect(), more)
}

/// What is looked at in an exercice and what is not, in a few sentences.
pub fn told(year: &TransitionYear) -> String {
    french::punctuate(&sentences(year).join(" "))
}

fn sentences(year: &TransitionYear) -> Vec<String> {
    let mark = if year.has_example() { " (exemple)" } else { "" };
    let mut sentences = vec![format!(
        "Exercice {}{mark} : {} de dépenses réelles d’investissement exécutées, dont {} regardées.",
        year.year,
        euros(year.executed),
        euros(year.scoped)
    )];
    let outside = year.outside.iter().filter(|(_, amount)| **amount != Money::ZERO);
    let outside: Vec<String> = outside
        .map(|(reason, amount): (&Outside, &Money)| format!("{} ({})", reason.label(), euros(*amount)))
        .collect();
    if !outside.is_empty() {
        sentences.push(format!("Hors périmètre : {}.", french::list(&outside)));
    }
    for totals in &year.axes {
        if let Some(part) = totals.favourable_of_mixed {
            sentences.push(format!(
                "Axe {} : sur {} de dépenses mixtes dont les auteurs donnent la part favorable, {} le sont.",
                totals.axis,
                euros(part.of),
                euros(part.favourable)
            ));
        }
    }
    if !year.unread.is_empty() {
        sentences.push(format!(
            "À vérifier dans le texte : {} {} au périmètre de l’exercice sans avoir été relu{}.",
            if year.unread.len() == 1 {
                "le compte"
            } else {
                "les comptes"
            },
            french::list(&year.unread) + if year.unread.len() == 1 { " figure" } else { " figurent" },
            if year.unread.len() == 1 { "" } else { "s" }
        ));
    }
    if year.conditional {
        sentences.push(
            "Pour cet exercice, les textes soumettent les axes à une condition que ce document ne vérifie pas."
                .to_owned(),
        );
    }
    sentences
}

fn row(year: &TransitionYear, totals: &AxisTotals, reference: &TransitionReference) -> TransitionRow {
    let short = reference.axes.get(&totals.axis).map_or("", |axis| axis.short.as_str());
    let cell = |amount: Money| AmountCell {
        amount: french::cents(amount.cents()),
        share: share(amount, year.scoped),
    };
    // Of an axis that no line speaks of, nothing is known: a zero would say that nothing is favourable.
    let told = totals.is_told(year.scoped);
    let classes = TransitionClass::ALL
        .iter()
        .map(|class| match told || *class == TransitionClass::Unrated {
            true => cell(totals.amount(*class)),
            false => AmountCell {
                amount: "–".to_owned(),
                share: None,
            },
        });
    TransitionRow {
        axis: french::punctuate(&format!("{}, axe {} {}", year.year, totals.axis, short.to_lowercase())),
        cells: classes.chain([cell(year.scoped)]).collect(),
    }
}

fn waiting_row(line: &TransitionLine, axes: &[AxisTotals]) -> WaitingRow {
    let named = |code: &str, label: &str| match (code, label) {
        ("", _) => "–".to_owned(),
        (code, "") => code.to_owned(),
        (code, label) => french::punctuate(&format!("{code} {label}")),
    };
    let missing: Vec<String> = line.missing(axes).iter().map(u8::to_string).collect();
    WaitingRow {
        nature: named(&line.nature, &line.nature_label),
        function: named(&line.function, &line.function_label),
        amount: french::cents(line.amount.cents()),
        axes: match missing.len() == axes.len() && axes.len() > 2 {
            true => "tous".to_owned(),
            false => french::list(&missing),
        },
    }
}

fn euros(amount: Money) -> String {
    format!("{}{}€", french::cents(amount.cents()), french::NO_BREAK_SPACE)
}

/// A part of a whole in %, to the nearest tenth, computed on the cents; none where the whole is not positive.
pub fn share(part: Money, whole: Money) -> Option<String> {
    let tenths = part.thousandths_of(whole)?;
    Some(french::quantity(tenths as f64 / 10.0, 1, "%"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_rounded_on_the_cents() {
        let share = |part, whole| {
            let written = share(Money::from_cents(part), Money::from_cents(whole))?;
            Some(written.replace(['\u{202F}', '\u{A0}'], " "))
        };
        assert_eq!(share(1, 3).as_deref(), Some("33,3 %"));
        assert_eq!(share(2, 3).as_deref(), Some("66,7 %"));
        assert_eq!(share(-1, 3).as_deref(), Some("−33,3 %"));
        assert_eq!(share(5, 10_000).as_deref(), Some("0,1 %"));
        assert_eq!(share(0, 0), None);
    }
}
