//! The credits of the finalités, and the charts of the credits.
//!
//! What an action takes is `compute`; here its credits meet its effects. A finalité’s credits are those of the actions
//! favourable to it: an action that serves three is counted in the three, so finalités are never added. A chart that
//! stacks finalités counts each action once, under the finalité where it has its sheet.

mod charts;
#[cfg(test)]
mod tests;

pub(super) use charts::drawings;

use super::Report;
use crate::model::{Action, BudgetDirection, BudgetSection, Effect, EntryAmounts, Finality, Identifier};
use std::collections::BTreeMap;

/// The credits of the actions favourable to a finalité.
#[derive(Clone, Debug, PartialEq)]
pub struct FinalityCredits {
    /// Real expenses by section and year; only sections that hold something.
    pub sections: BTreeMap<BudgetSection, BTreeMap<i32, EntryAmounts>>,
    /// How many favourable actions have credits.
    pub actions: usize,
    /// How many of them are favourable to another finalité too.
    pub shared: usize,
    /// Favourable actions without any credit.
    pub without: usize,
    pub example: bool,
}

impl Report {
    /// The credits of a finalité; none where no action favourable to it takes anything of a budget.
    pub fn finality_credits(&self, finality: Finality) -> Option<FinalityCredits> {
        let credits = self.credits.as_ref()?;
        let serves = |action: &Action, finality| action.effects.get(&finality) == Some(&Effect::Positive);
        let mut found = FinalityCredits {
            sections: BTreeMap::new(),
            actions: 0,
            shared: 0,
            without: 0,
            example: false,
        };
        for action in self.funded().filter(|action| serves(action, finality)) {
            let own = credits.of_action(&action.id).filter(|own| !own.series.is_empty());
            let Some(own) = own else {
                found.without += usize::from(self.actions.iter().any(|other| other.id == action.id));
                continue;
            };
            found.actions += 1;
            found.shared += usize::from(
                Finality::ALL
                    .iter()
                    .any(|other| *other != finality && serves(action, *other)),
            );
            found.example |= own.example;
            for series in own
                .series
                .iter()
                .filter(|series| series.direction == BudgetDirection::Expense)
            {
                let years = found.sections.entry(series.section).or_default();
                for (year, amounts) in &series.years {
                    years.entry(*year).or_default().add(amounts);
                }
            }
        }
        (!found.sections.is_empty()).then_some(found)
    }

    /// The finalité under which an action has its sheet: that of the first indicator that follows it where it acts on
    /// it, else the first on which it acts, else that of the first indicator; none where it has neither.
    pub fn home(&self, action: &Action) -> Option<Finality> {
        let acts = |finality: &Finality| action.acts_on(*finality);
        let of = |id: &Identifier| self.findings().find(|finding| finding.indicator.id == *id);
        let followed = || {
            let findings = action.indicators.iter().filter_map(of);
            findings.map(|finding| finding.indicator.finality)
        };
        let acted = followed().find(acts).or_else(|| Finality::ALL.into_iter().find(acts));
        acted.or_else(|| followed().next())
    }
}
