//! The criteria of a selector of credits that are codes of a budget's lines, once for all who speak of them.
//!
//! Which lines a selector takes is `model`; here stand the names of its codes, and where a line has its own.

use crate::model::{BudgetEntry, CreditSelector};

/// A criterion of selectors.
pub(super) struct Criterion {
    /// With its article, after a verb.
    pub name: &'static str,
    /// The word of `millesime budget --par`.
    pub by: &'static str,
    pub asked: fn(&CreditSelector) -> &Vec<String>,
    pub asked_mut: fn(&mut CreditSelector) -> &mut Vec<String>,
    /// The code of a line.
    pub of: fn(&BudgetEntry) -> Option<&str>,
    /// Whether a selector takes the codes that begin by its own.
    pub is_prefix: bool,
}

pub(super) const CRITERIA: [Criterion; 4] = [
    Criterion {
        name: "le chapitre",
        by: "chapitre",
        asked: |selector| &selector.chapters,
        asked_mut: |selector| &mut selector.chapters,
        of: |entry| entry.key.chapter.as_deref(),
        is_prefix: false,
    },
    Criterion {
        name: "la fonction",
        by: "fonction",
        asked: |selector| &selector.functions,
        asked_mut: |selector| &mut selector.functions,
        of: |entry| entry.key.function.as_deref(),
        is_prefix: true,
    },
    Criterion {
        name: "la nature",
        by: "nature",
        asked: |selector| &selector.natures,
        asked_mut: |selector| &mut selector.natures,
        of: |entry| Some(&entry.key.nature),
        is_prefix: true,
    },
    Criterion {
        name: "l’opération",
        by: "operation",
        asked: |selector| &selector.operations,
        asked_mut: |selector| &mut selector.operations,
        of: |entry| entry.key.operation.as_deref(),
        is_prefix: false,
    },
];
