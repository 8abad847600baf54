//! One exercice of the synthesis of the transition effect: its sentences, its table, what waits for a class.

use crate::compute::{AxisTotals, Outside, TransitionLine, TransitionYear};
use crate::french;
use crate::model::{Money, TransitionClass, TransitionReference};
use serde::Serialize;

/// Lines printed of those that wait for a class.
const WAITING: usize = 10;

#[derive(Clone, Debug, Serialize)]
pub struct TransitionYearContext {
    /// `Exercice 2025`.
    pub title: String,
    /// What is looked at, and what is not.
    pub sentences: Vec<String>,
    /// The head of its table: the axis, the five classes, the whole.
    pub header: Vec<String>,
    pub rows: Vec<TransitionRow>,
    /// The largest expenses that wait for a class; only of the last exercice of a budget.
    pub waiting: Vec<WaitingRow>,
    /// What the table of `waiting` leaves out, or none.
    pub more: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct TransitionRow {
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

pub fn describe(year: &TransitionYear, last: bool, reference: &TransitionReference) -> TransitionYearContext {
    let mark = if year.has_example() { " (exemple)" } else { "" };
    let classes = TransitionClass::ALL.iter().map(|class| class.label().to_owned());
    let header = std::iter::once("Axe".to_owned()).chain(classes);
    let untold = if last { year.untold() } else { Vec::new() };
    let rest = untold.iter().skip(WAITING);
    let more = (untold.len() > WAITING).then(|| {
        let count = french::plural(untold.len() - WAITING, "autre ligne", "autres lignes");
        format!("Et {count}, {} en tout.", euros(rest.map(|line| line.amount).sum()))
    });
    TransitionYearContext {
        title: format!("Exercice {}{mark}", year.year),
        sentences: sentences(year)
            .iter()
            .map(|sentence| french::punctuate(sentence))
            .collect(),
        header: header.chain(["ensemble".to_owned()]).collect(),
        rows: year.axes.iter().map(|totals| row(year, totals, reference)).collect(),
        waiting: untold
            .iter()
            .take(WAITING)
            .map(|line| waiting(line, &year.axes))
            .collect(),
        more,
    }
}

fn sentences(year: &TransitionYear) -> Vec<String> {
    let mut sentences = vec![format!(
        "Dépenses réelles d’investissement exécutées : {} ; regardées pour cet exercice : {}.",
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
    let title = reference.axes.get(&totals.axis).map_or("", |axis| axis.title.as_str());
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
        axis: french::punctuate(&format!("{}. {title}", totals.axis)),
        cells: classes.chain([cell(year.scoped)]).collect(),
    }
}

fn waiting(line: &TransitionLine, axes: &[AxisTotals]) -> WaitingRow {
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
    let (part, whole) = (part.cents(), whole.cents());
    if whole <= 0 {
        return None;
    }
    let tenths = (part * 1000 + part.signum() * (whole / 2)) / whole;
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
