//! The chart of accounts of the reference data becomes an [`AccountChart`].

use super::raw::AccountsFile;
use crate::form::scalars::Sentence;
use crate::model::{AccountChart, AccountLabels};

/// Labels and classes, as the file has them.
pub(super) fn chart(file: AccountsFile) -> AccountChart {
    let texts = |list: Vec<Sentence>| list.into_iter().map(|text| text.0).collect();
    AccountChart {
        labels: AccountLabels {
            source: file.source.0,
            norm: file.norm.0,
            natures: file.natures.0.into_iter().collect(),
            functions: file.functions.0.into_iter().collect(),
        },
        debt: texts(file.debt),
        flows: texts(file.flows),
        results: texts(file.results),
    }
}
