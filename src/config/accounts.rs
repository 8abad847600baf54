//! The chart of accounts of the reference data becomes an [`AccountChart`].

use super::raw::AccountsFile;
use crate::model::{AccountChart, AccountLabels};

/// Labels and classes, as the file has them.
pub(super) fn chart(file: AccountsFile) -> AccountChart {
    AccountChart {
        labels: AccountLabels {
            source: file.source,
            norm: file.norm,
            natures: file.natures,
            functions: file.functions,
        },
        debt: file.debt,
        flows: file.flows,
        results: file.results,
    }
}
