//! How a nomenclature calls its natures and functions, and which natures are debt or flows between budgets.

use super::{BudgetKey, BudgetMark};
use std::collections::BTreeMap;

/// The embedded chart of accounts: labels, and the classes that a share of the budget leaves out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccountChart {
    pub labels: AccountLabels,
    /// Prefixes of natures.
    pub debt: Vec<String>,
    /// Prefixes of natures of flows between the main budget and the annex ones.
    pub flows: Vec<String>,
    /// Whole codes of carried results.
    pub results: Vec<String>,
}

/// Code → label. A code without a label takes that of its longest known prefix.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccountLabels {
    /// Whence the labels come: `M57, exercice 2024`.
    pub source: String,
    /// The norm whose codes they are: `M57`.
    pub norm: String,
    pub natures: BTreeMap<String, String>,
    pub functions: BTreeMap<String, String>,
    pub chapters: BTreeMap<String, String>,
}

impl AccountChart {
    /// What a line is, by the prefix of its nature.
    pub fn mark(&self, key: &BudgetKey) -> BudgetMark {
        let begins = |prefixes: &[String]| prefixes.iter().any(|prefix| key.nature.starts_with(prefix.as_str()));
        if self.results.iter().any(|code| *code == *key.nature) {
            BudgetMark::CarriedResult
        } else if begins(&self.debt) {
            BudgetMark::Debt
        } else if begins(&self.flows) {
            BudgetMark::InternalFlow
        } else {
            BudgetMark::Policy
        }
    }
}

impl AccountLabels {
    /// The label of a nature, or of its longest known prefix.
    pub fn nature(&self, code: &str) -> Option<&str> {
        longest(&self.natures, code)
    }

    /// The label of a function, or of its longest known prefix.
    pub fn function(&self, code: &str) -> Option<&str> {
        longest(&self.functions, code)
    }
}

fn longest<'a>(labels: &'a BTreeMap<String, String>, code: &str) -> Option<&'a str> {
    let prefixes = (1..=code.len()).rev().filter_map(|length| code.get(..length));
    prefixes
        .filter_map(|prefix| labels.get(prefix))
        .map(String::as_str)
        .next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_takes_the_label_of_its_longest_known_prefix() {
        let functions = [("7", "Environnement"), ("75", "Énergie")];
        let labels = AccountLabels {
            functions: functions
                .map(|(code, label)| (code.to_owned(), label.to_owned()))
                .into(),
            ..AccountLabels::default()
        };
        assert_eq!(labels.function("758"), Some("Énergie"));
        assert_eq!(labels.function("76"), Some("Environnement"));
        assert_eq!(labels.function("8"), None);
        assert_eq!(labels.function(""), None);
    }
}
