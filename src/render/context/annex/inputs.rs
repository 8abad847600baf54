//! The inputs and results of every status, cut by finalité.

use super::super::Prepared;
use super::{AnnexFilter, short};
use crate::assess::{Finding, Report};
use crate::printed::PageTable;
use serde::Serialize;

#[derive(Clone, Debug, Serialize)]
pub struct InputsSection {
    pub number: u8,
    pub short: String,
    /// Every input and result of the formula, a row an indicator; a dash where it does not exist.
    pub table: PageTable,
}

/// Cut by finalité, those without an indicator left out.
pub fn inputs(report: &Report, filter: AnnexFilter<'_>, prepared: &Prepared) -> Vec<InputsSection> {
    let sections = report.sections.iter().map(|section| InputsSection {
        number: section.finality.number(),
        short: short(report, section.finality),
        table: Finding::assessments_table(filter.findings(section), &prepared.titles).page(),
    });
    sections.filter(|section| !section.table.rows.is_empty()).collect()
}
