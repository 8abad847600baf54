//! Which documents of a year make its budget: accounts replace what was voted, decisions are added, a draft waits.

use super::identity::{BudgetYear, Identified};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{BudgetAmounts, BudgetDirection, BudgetLine, BudgetMovement, BudgetStep};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The same line is given by two files.
const TWICE: Code = Code("M283");
/// A draft is left out: its budget is voted.
const DRAFT_OF_A_VOTED_YEAR: Code = Code("M284");
/// A decision without the budget that it changes.
const DECISION_ALONE: Code = Code("M285");

/// The documents that make the year, without those that others replace; faults are told.
pub(super) fn kept<'a>(
    budget: &BudgetYear,
    documents: Vec<Identified<'a>>,
    diagnostics: &mut Diagnostics,
) -> Vec<Identified<'a>> {
    let has = |step: fn(BudgetStep) -> bool| documents.iter().any(|document| step(document.step));
    let (accounts, voted) = (has(BudgetStep::is_accounts), has(|step| step == BudgetStep::Primitive));
    let decided = has(is_decision);
    if decided && !voted && !accounts {
        let first = documents.iter().find(|document| is_decision(document.step));
        diagnostics.extend(first.map(|document| decision_alone(budget, document)));
    }
    let kept = |document: &Identified| match document.step {
        BudgetStep::Draft => !accounts && !voted,
        BudgetStep::Primitive | BudgetStep::Supplementary | BudgetStep::Amendment => !accounts && voted,
        BudgetStep::Ledger => !accounts,
        BudgetStep::Accounts | BudgetStep::SingleAccounts => true,
    };
    let (kept, left): (Vec<_>, Vec<_>) = documents.into_iter().partition(kept);
    let drafts = left.iter().filter(|document| document.step == BudgetStep::Draft);
    diagnostics.extend(drafts.map(|document| draft_of_a_voted_year(budget, document)));
    without_repetitions(kept, diagnostics)
}

fn is_decision(step: BudgetStep) -> bool {
    matches!(step, BudgetStep::Supplementary | BudgetStep::Amendment)
}

/// What tells a line from another whatever the format that writes it.
type Line = (
    Arc<str>,
    Option<Arc<str>>,
    Option<Arc<str>>,
    Option<Arc<str>>,
    BudgetDirection,
    BudgetMovement,
);

fn key(line: &BudgetLine) -> Line {
    (
        line.nature.clone(),
        line.chapter.clone(),
        line.function.clone(),
        line.operation.clone(),
        line.direction,
        line.movement,
    )
}

/// Leaves out the documents that repeat one before them.
fn without_repetitions<'a>(documents: Vec<Identified<'a>>, diagnostics: &mut Diagnostics) -> Vec<Identified<'a>> {
    let mut kept: Vec<Identified> = Vec::new();
    for document in documents {
        let repeated = kept.iter().find_map(|other| repetition(other, &document));
        match repeated {
            Some(fault) => diagnostics.push(fault),
            None => kept.push(document),
        }
    }
    kept
}

/// The fault of a document that says again what another file says.
///
/// Two decisions of a year may touch the same lines: they repeat each other only where every line is the same.
fn repetition(first: &Identified, second: &Identified) -> Option<Diagnostic> {
    let same_step = first.step == second.step || (first.step.is_accounts() && second.step.is_accounts());
    if !same_step || first.document.file == second.document.file {
        return None;
    }
    let known = lines(first);
    let again = lines(second);
    let shared = || again.iter().filter_map(|(key, line)| Some((known.get(key)?, line)));
    let (one, other) = shared().next()?;
    let identical = known.len() == again.len()
        && again
            .iter()
            .all(|(key, (_, sum))| known.get(key).is_some_and(|(_, known)| known == sum));
    if is_decision(first.step) && !identical {
        return None;
    }
    let message = format!(
        "{} de « {} » sont déjà dans « {} » ({}) : le même document semble donné deux fois.",
        crate::french::plural(shared().count(), "ligne", "lignes"),
        second.document.file,
        first.document.file,
        first.document.place(one.0)
    );
    Some(
        Diagnostic::error(TWICE, second.document.place(other.0), message).help(
            "Gardez un seul des deux fichiers (le TOTEM dit plus que le CSV de SCDL), ou dites leur étape et leur exercice sous « budget: fichiers ».",
        ),
    )
}

/// The first line of each key, and the voted amounts added.
fn lines<'a>(document: &Identified<'a>) -> BTreeMap<Line, (&'a BudgetLine, Vec<BudgetAmounts>)> {
    let mut lines: BTreeMap<Line, (&BudgetLine, Vec<BudgetAmounts>)> = BTreeMap::new();
    for line in &document.document.lines {
        let (_, amounts) = lines.entry(key(line)).or_insert((line, Vec::new()));
        amounts.push(line.amounts);
    }
    lines
}

fn draft_of_a_voted_year(budget: &BudgetYear, document: &Identified) -> Diagnostic {
    let message = format!(
        "Le projet de budget {} de « {} » est laissé de côté : le budget de cet exercice est voté.",
        budget.year, document.document.file
    );
    Diagnostic::warning(DRAFT_OF_A_VOTED_YEAR, document.document.head(), message)
        .help("Retirez le projet de data/budget/, ou corrigez son exercice.")
}

fn decision_alone(budget: &BudgetYear, document: &Identified) -> Diagnostic {
    let message = format!(
        "« {} » est une {} de {} sans le budget primitif qu’elle modifie : les crédits ouverts ne peuvent être connus.",
        document.document.file,
        document.step.label(),
        budget.year
    );
    Diagnostic::error(DECISION_ALONE, document.document.head(), message)
        .help("Ajoutez le budget primitif de cet exercice à data/budget/, ou retirez ce fichier.")
}
