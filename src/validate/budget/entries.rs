//! The kept documents of a year become one [`YearBudget`]: lines of the same key added, each amount where it belongs.

use super::identity::{BudgetYear, Identified};
use crate::model::{
    AccountChart, BudgetAmounts, BudgetEntry, BudgetKey, BudgetLine, BudgetStep, EntryAmounts, ManagementCodes, Money,
    YearBudget,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The budget of a year; none where no document is left.
pub(super) fn year(budget: &BudgetYear, documents: &[Identified], chart: &AccountChart) -> Option<YearBudget> {
    let mut sirets = documents.iter().map(|document| document.document.siret.as_str());
    let siret = sirets.find(|siret| !siret.is_empty()).unwrap_or_default();
    let mut entries: BTreeMap<BudgetKey, BudgetEntry> = BTreeMap::new();
    for document in documents {
        for line in &document.document.lines {
            let entry = BudgetEntry {
                key: key(line),
                amounts: amounts(&line.amounts, document.step),
                mark: crate::model::BudgetMark::Policy,
                places: vec![document.document.place(line)],
            };
            add(&mut entries, entry);
        }
    }
    let files: BTreeSet<Arc<str>> = documents
        .iter()
        .map(|document| document.document.file.clone())
        .collect();
    Some(YearBudget {
        part: budget.part,
        name: budget.name.clone(),
        siret: Arc::from(siret),
        year: budget.year,
        step: documents.iter().map(|document| document.step).max()?,
        nomenclature: documents.iter().find_map(|document| document.nomenclature.clone()),
        bridged_from: None,
        in_series: true,
        files: files.into_iter().collect(),
        example: documents.iter().any(|document| document.example),
        entries: marked(entries, chart),
    })
}

/// Adds an entry to those of the same key.
pub(super) fn add(entries: &mut BTreeMap<BudgetKey, BudgetEntry>, entry: BudgetEntry) {
    match entries.get_mut(&entry.key) {
        Some(known) => {
            known.amounts.add(&entry.amounts);
            known.places.extend(entry.places);
        }
        None => {
            entries.insert(entry.key.clone(), entry);
        }
    }
}

/// The entries in the order of their keys, each with what it is.
pub(super) fn marked(entries: BTreeMap<BudgetKey, BudgetEntry>, chart: &AccountChart) -> Vec<BudgetEntry> {
    let entries = entries.into_values().map(|entry| BudgetEntry {
        mark: chart.mark(&entry.key),
        ..entry
    });
    entries.collect()
}

fn key(line: &BudgetLine) -> BudgetKey {
    BudgetKey {
        section: line.section,
        direction: line.direction,
        movement: line.movement,
        chapter: line.chapter.clone(),
        nature: line.nature.clone(),
        function: line.function.clone(),
        operation: line.operation.clone(),
        management: line
            .management
            .as_deref()
            .map_or_else(ManagementCodes::default, ManagementCodes::clone),
    }
}

/// What the amounts of a line mean at each step.
///
/// The open credits of a BP are its vote plus the restes à réaliser; a decision adds its own vote to them (some
/// software writes there what the line held before, which is not added again); those of accounts hold all of it.
fn amounts(written: &BudgetAmounts, step: BudgetStep) -> EntryAmounts {
    let sum = |left: Option<Money>, right: Option<Money>| match (left, right) {
        (None, None) => None,
        (left, right) => Some(left.unwrap_or_default() + right.unwrap_or_default()),
    };
    match step {
        BudgetStep::Draft => EntryAmounts {
            proposed: written.proposed.or(written.voted).or(written.open),
            ..EntryAmounts::default()
        },
        BudgetStep::Primitive => EntryAmounts {
            voted: written.voted,
            open: written.open.or(sum(written.voted, written.carried)),
            ..EntryAmounts::default()
        },
        BudgetStep::Supplementary | BudgetStep::Amendment => EntryAmounts {
            voted: written.voted.or(written.open),
            open: sum(written.voted, written.carried).or(written.open),
            ..EntryAmounts::default()
        },
        BudgetStep::Ledger => EntryAmounts {
            realised: written.realised,
            ..EntryAmounts::default()
        },
        BudgetStep::Accounts | BudgetStep::SingleAccounts => EntryAmounts {
            proposed: None,
            voted: written.voted,
            open: written.open,
            realised: written.realised,
            remaining: written.remaining,
        },
    }
}
