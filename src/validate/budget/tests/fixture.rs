//! Small budget documents in memory, and what the project makes of them.

use crate::config::{BudgetFile, NomenclatureBridge, Project};
use crate::diagnostic::{Diagnostics, Place, Placed};
use crate::load::Inputs;
use crate::model::{
    AccountLabels, BudgetAmounts, BudgetDirection, BudgetDocument, BudgetLine, BudgetMovement, BudgetPart,
    BudgetSection, BudgetStep, Budgets, LineCount, Money,
};
use crate::validate::budget::budgets;
use std::sync::Arc;

/// The SIREN of the fixture is nine zeros.
pub(super) const SIRET: &str = "00000000000019";
pub(super) const OTHER_SIRET: &str = "00000000000027";

/// The main budget of 2025 at this step, in M57, in a file of this name.
pub(super) fn document(file: &str, step: BudgetStep, lines: Vec<BudgetLine>) -> BudgetDocument {
    BudgetDocument {
        file: Arc::from(format!("data/budget/{file}")),
        sheet: None,
        community: "EXEMPLEVILLE".to_owned(),
        siret: SIRET.to_owned(),
        siret_line: 6,
        budget: Some("BUDGET PRINCIPAL".to_owned()),
        part: Some(BudgetPart::Main),
        nomenclature: Some("M57-M57_D".to_owned()),
        year: 2025,
        step,
        lines,
        count: LineCount::default(),
        labels: AccountLabels::default(),
    }
}

/// A real expense of investment, without any amount yet.
pub(super) fn line(nature: &str, function: &str) -> BudgetLine {
    BudgetLine {
        nature: nature.into(),
        chapter: Some("21".into()),
        function: Some(function.into()),
        operation: None,
        management: None,
        section: Some(BudgetSection::Investment),
        direction: BudgetDirection::Expense,
        movement: BudgetMovement::Real,
        specialised: None,
        amounts: BudgetAmounts::default(),
        line: 30,
    }
}

/// The same with voted and open credits, in cents.
pub(super) fn voted(nature: &str, function: &str, voted: i128, open: Option<i128>) -> BudgetLine {
    BudgetLine {
        amounts: BudgetAmounts {
            voted: Some(Money::from_cents(voted)),
            open: open.map(Money::from_cents),
            ..BudgetAmounts::default()
        },
        ..line(nature, function)
    }
}

/// What the documents give, and each diagnostic as `M28x message`.
pub(super) fn made(documents: Vec<BudgetDocument>) -> (Budgets, Vec<String>) {
    made_with(&Project::fixture(), documents)
}

pub(super) fn made_with(project: &Project, documents: Vec<BudgetDocument>) -> (Budgets, Vec<String>) {
    let inputs = Inputs {
        budgets: documents,
        ..Inputs::default()
    };
    let mut diagnostics = Diagnostics::default();
    let made = budgets(project, &inputs, &mut diagnostics);
    let told = diagnostics.sorted().into_iter();
    let told = told.map(|found| format!("{} {}", found.code, found.message)).collect();
    (made, told)
}

/// What `rapport.yaml` says of a file: nothing yet but its name.
pub(super) fn declared(file: &str) -> BudgetFile {
    BudgetFile {
        place: Place::line("data/rapport.yaml", 12, 5),
        file: placed(file.to_owned()),
        role: None,
        year: None,
        budget: None,
        nomenclature: None,
        direction: None,
        sheet: None,
        decimal: None,
        columns: Default::default(),
        example: false,
    }
}

pub(super) fn placed<T>(value: T) -> Placed<T> {
    Placed::new(value, Place::line("data/rapport.yaml", 12, 5))
}

pub(super) fn bridge(functions: &[(&str, &str)]) -> NomenclatureBridge {
    let functions = functions
        .iter()
        .map(|(from, to)| ((*from).to_owned(), (*to).to_owned()));
    NomenclatureBridge {
        from: placed("M14".to_owned()),
        to: placed("M57".to_owned()),
        functions: functions.collect(),
        natures: Default::default(),
    }
}

pub(super) fn project(change: impl FnOnce(&mut Project)) -> Project {
    let mut project = Project::fixture();
    change(&mut project);
    project
}
