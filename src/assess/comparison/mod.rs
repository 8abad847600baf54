//! Two editions, side by side: indicators, actions, texts, credits, texts of the law; what each lets be compared.
//!
//! It compares what the editions say, and never the values of today with the words of then. What is the same is not told.

mod noun;
mod snapshot;
mod words;

pub use noun::{ActionChange, ActionStanding, Comparison, CreditChange, LawChange, Side, SnapshotSource, TextChange};
pub use snapshot::Snapshot;

use super::carried::Passage;
use super::{Report, edition};
use crate::load::{CreditKey, PublishedCredit, PublishedCredits};
use crate::model::{Action, Identifier};
use std::collections::{BTreeMap, BTreeSet};
use words::change;

/// What differs from the first edition to the second.
pub fn compare(before: &Snapshot, after: &Snapshot) -> Comparison {
    let indicators = match &after.report {
        Some(report) => edition::changes(report.findings(), &before.published, report.settings.data_year),
        None => edition::published_changes(&after.published, &before.published),
    };
    let (credits, no_credits) = match (&before.published.credits, &after.published.credits) {
        (Some(then), Some(now)) => (credits(then, now), false),
        (then, now) => (Vec::new(), then.is_some() != now.is_some()),
    };
    let mut comparison = Comparison {
        before: before.side(),
        after: after.side(),
        indicators,
        actions: Vec::new(),
        texts: Vec::new(),
        credits,
        laws: Vec::new(),
        not_compared: Vec::new(),
    };
    match (&before.report, &after.report) {
        (Some(then), Some(now)) => {
            comparison.actions = actions(then, now);
            comparison.texts = texts(&then.passages(), &now.passages());
            comparison.laws = laws(then, now);
        }
        _ => {
            let whole = ["les actions", "les textes", "les textes de loi"];
            comparison.not_compared.extend(whole.map(str::to_owned));
        }
    }
    if after.report.is_none() {
        comparison
            .not_compared
            .push("les causes des changements de statut".to_owned());
    }
    if no_credits {
        comparison
            .not_compared
            .push("les crédits, que l’une des deux n’a pas publiés".to_owned());
    }
    let lacking = comparison.indicators.not_compared.iter();
    comparison
        .not_compared
        .extend(lacking.map(|lacking| (*lacking).to_owned()));
    comparison
}

/// The actions that one of the two has not, or has otherwise; what is closed in both is not told.
fn actions(then: &Report, now: &Report) -> Vec<ActionChange> {
    let of = |report: &Report| -> BTreeMap<Identifier, (Action, ActionStanding)> {
        let year = report.settings.data_year;
        let standing = |action: &Action| ActionStanding {
            state: action.state,
            progress: action.progress.as_ref().map(|progress| progress.value),
            end: action.end,
            is_late: action.is_late(year),
        };
        let actions = report.actions.iter();
        actions
            .map(|action| (action.id.clone(), (action.clone(), standing(action))))
            .collect()
    };
    let (then, now) = (of(then), of(now));
    let ids: BTreeSet<&Identifier> = then.keys().chain(now.keys()).collect();
    let change = |id: &Identifier| {
        let (before, after) = (then.get(id), now.get(id));
        let action = after.or(before).map(|(action, _)| action)?;
        let change = ActionChange {
            id: id.clone(),
            title: action.title.clone(),
            service: action.service.clone(),
            before: before.map(|(_, standing)| *standing),
            after: after.map(|(_, standing)| *standing),
        };
        (change.before != change.after).then_some(change)
    };
    ids.into_iter().filter_map(change).collect()
}

fn texts(then: &[Passage<'_>], now: &[Passage<'_>]) -> Vec<TextChange> {
    let of = |passages: &[Passage<'_>]| -> BTreeMap<String, String> {
        let named = passages
            .iter()
            .map(|passage| (passage.name(), passage.words.to_owned()));
        named.collect()
    };
    let (then, now) = (of(then), of(now));
    let names: BTreeSet<&String> = then.keys().chain(now.keys()).collect();
    let words = |texts: &BTreeMap<String, String>, name: &String| texts.get(name).cloned().unwrap_or_default();
    let changes = names
        .into_iter()
        .filter_map(|name| change(name, &words(&then, name), &words(&now, name)));
    changes.collect()
}

/// The amounts that differ; a finalité repeats those of its actions.
fn credits(then: &PublishedCredits, now: &PublishedCredits) -> Vec<CreditChange> {
    let keys: BTreeSet<&CreditKey> = then.keys().chain(now.keys()).collect();
    let mut changes = Vec::new();
    for key in keys {
        let (before, after) = (then.get(key), now.get(key));
        let columns = [before, after]
            .into_iter()
            .flatten()
            .flat_map(|line| line.amounts.keys());
        let columns: BTreeSet<&&'static str> = columns.collect();
        for column in columns {
            let amount = |line: Option<&PublishedCredit>| line.and_then(|line| line.amounts.get(column)).copied();
            let (before_amount, after_amount) = (amount(before), amount(after));
            if before_amount != after_amount {
                changes.push(CreditChange {
                    key: key.clone(),
                    title: after.or(before).map(|line| line.title.clone()).unwrap_or_default(),
                    column,
                    before: before_amount,
                    after: after_amount,
                });
            }
        }
    }
    changes
}

impl Report {
    /// The texts of the law that it cites, each under the number it has and whether it was read in force.
    fn cited(&self) -> BTreeMap<String, String> {
        let texts = &self.provenance.reference.texts;
        let cited = self.provenance.legal.texts.iter().map(|id| {
            let read = if texts.is_confirmed(id) { "" } else { " (non relu)" };
            (id.clone(), format!("{}{read}", texts.citation(&[id])))
        });
        cited.collect()
    }
}

/// The texts of the law that are cited otherwise.
fn laws(then: &Report, now: &Report) -> Vec<LawChange> {
    let (then, now) = (then.cited(), now.cited());
    let ids: BTreeSet<&String> = then.keys().chain(now.keys()).collect();
    let differs = |id: &&String| then.get(*id) != now.get(*id);
    let changes = ids.into_iter().filter(differs).map(|id| LawChange {
        id: id.clone(),
        before: then.get(id).cloned(),
        after: now.get(id).cloned(),
    });
    changes.collect()
}
