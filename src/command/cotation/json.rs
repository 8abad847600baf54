//! The JSON of `cotation`: French keys, amounts as decimal strings exact to the cent.

use crate::compute::{AxisTotals, Transition, TransitionLine, TransitionYear};
use crate::model::TransitionClass;
use serde::Serialize;
use std::collections::BTreeMap;

/// An array, one object a budget and exercice.
pub fn json(transition: &Transition) -> String {
    let years: Vec<Year> = transition.years.iter().map(Year::from).collect();
    serde_json::to_string_pretty(&years).expect("strings and numbers always serialise")
}

#[derive(Serialize)]
struct Year<'a> {
    budget: &'a str,
    exercice: i32,
    nomenclature: &'a str,
    exemple: bool,
    execute: String,
    regarde: String,
    axes: Vec<Axis>,
    a_coter: Vec<Waiting<'a>>,
}

#[derive(Serialize)]
struct Axis {
    axe: u8,
    /// Class → amount.
    classes: BTreeMap<&'static str, String>,
    /// The part of the class « non cotée » of which no line speaks.
    sans_ligne: String,
}

#[derive(Serialize)]
struct Waiting<'a> {
    nature: &'a str,
    fonction: &'a str,
    montant: String,
    axes: Vec<u8>,
}

impl<'a> From<&'a TransitionYear> for Year<'a> {
    fn from(year: &'a TransitionYear) -> Self {
        let waiting = |line: &'a TransitionLine| Waiting {
            nature: &line.nature,
            fonction: &line.function,
            montant: line.amount.to_string(),
            axes: line.missing(&year.axes),
        };
        Year {
            budget: &year.budget,
            exercice: year.year,
            nomenclature: &year.norm,
            exemple: year.has_example(),
            execute: year.executed.to_string(),
            regarde: year.scoped.to_string(),
            axes: year.axes.iter().map(Axis::from).collect(),
            a_coter: year.untold().into_iter().map(waiting).collect(),
        }
    }
}

impl From<&AxisTotals> for Axis {
    fn from(totals: &AxisTotals) -> Self {
        let amount = |class: &TransitionClass| (class.label(), totals.amount(*class).to_string());
        Axis {
            axe: totals.axis,
            classes: TransitionClass::ALL.iter().map(amount).collect(),
            sans_ligne: totals.untold.to_string(),
        }
    }
}
