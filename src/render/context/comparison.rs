//! Two editions side by side: from where each is known, what matters, then the lists.

use super::wording::optional;
use crate::assess::{ComparedTable, Report};
use crate::french;
use crate::printed::PageTable;
use serde::Serialize;

#[derive(Clone, Debug, Serialize)]
pub struct ComparisonContext {
    pub title: String,
    /// What was compared, in one sentence.
    pub lead: String,
    /// From where each edition is known, and what one of them does not let be compared.
    pub known: Vec<String>,
    /// How many lines each table has; absent where nothing differs.
    pub summary: Option<PageTable>,
    pub matters: Vec<ComparedContext>,
    pub lists: Vec<ComparedContext>,
}

/// A table and its title.
#[derive(Clone, Debug, Serialize)]
pub struct ComparedContext {
    /// `statuts`, `valeurs`…
    pub key: &'static str,
    pub title: String,
    pub table: PageTable,
}

pub fn describe(report: &Report) -> Option<ComparisonContext> {
    let comparison = report.comparison.as_ref()?;
    let (before, after) = (comparison.before, comparison.after);
    let known = [before, after].map(|side| format!("Édition {} : {}.", side.edition, side.known()));
    let lacking = optional(&french::list(&comparison.not_compared)).map(|lacking| format!("Non comparé : {lacking}."));
    let [matters, lists] = comparison.pages();
    Some(ComparisonContext {
        title: format!("De l’édition {} à l’édition {}", before.edition, after.edition),
        lead: french::punctuate(&format!(
            "Ce qui diffère, d’une édition à l’autre, dans le rapport de {}.",
            report.settings.community.name
        )),
        known: known
            .into_iter()
            .chain(lacking)
            .map(|told| french::punctuate(&told))
            .collect(),
        summary: comparison.summary().unless_empty().map(|table| table.page()),
        matters: matters.into_iter().map(compared).collect(),
        lists: lists.into_iter().map(compared).collect(),
    })
}

fn compared(compared: ComparedTable) -> ComparedContext {
    ComparedContext {
        key: compared.key,
        title: french::punctuate(compared.title),
        table: compared.table.page(),
    }
}
