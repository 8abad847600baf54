//! The annexes: inputs of every status, missing data, sources, legal coverage, changes, glossary.

mod inputs;
mod missing;
mod sources;

pub use inputs::{InputsSection, inputs};
pub use missing::{MissingRow, missing};
pub use sources::{SourcesSection, sources};

use super::Prepared;
use super::wording::optional;
use crate::assess::{FinalitySection, Finding, Report, SourceFile};
use crate::french;
use crate::model::{Anchor, Finality, Identifier};
use crate::printed::PageTable;
use crate::render::templates::carried;
use serde::Serialize;

#[derive(Clone, Debug, Serialize)]
pub struct Annex {
    /// Cut by finalité, those without an indicator left out.
    pub inputs: Vec<InputsSection>,
    pub missing: Vec<MissingRow>,
    /// Cut by finalité, those without an indicator left out.
    pub sources: Vec<SourcesSection>,
    /// Absent where no file was read.
    pub files: Option<PageTable>,
    /// Absent where no warning is accepted.
    pub accepted: Option<PageTable>,
    /// C1 to C8.
    pub coverage: Vec<CoverageRow>,
    /// Absent when there is no last edition, or when nothing differs from it.
    pub changes: Option<PageTable>,
    /// Absent when there is no last edition, or when no value that it published is another.
    pub revisions: Option<PageTable>,
    pub glossary: Vec<Term>,
}

#[derive(Clone, Debug, Serialize)]
pub struct CoverageRow {
    pub code: String,
    pub element: String,
    pub basis: String,
    pub criterion: String,
    /// `couvert`, `partiel`, `absent`, `à présenter` or `sans objet`.
    pub state: &'static str,
    pub detail: Option<String>,
    /// Labels whose pages are printed.
    pub labels: Vec<Anchor>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Term {
    pub term: String,
    pub definition: String,
}

/// Of which indicators an annex speaks.
#[derive(Clone, Copy, Debug)]
pub enum AnnexFilter<'a> {
    All,
    Only(&'a [Identifier]),
}

pub fn describe(report: &Report, prepared: &Prepared) -> Annex {
    Annex {
        inputs: inputs(report, AnnexFilter::All, prepared),
        missing: missing(report, AnnexFilter::All),
        sources: sources(report, AnnexFilter::All, prepared),
        files: files(report),
        accepted: report.accepted_table().map(|table| table.page()),
        coverage: coverage(report),
        changes: report.changes_table().map(|table| table.page()),
        revisions: report.revisions_table().map(|table| table.page()),
        glossary: report
            .provenance
            .reference
            .glossary
            .iter()
            .map(|(term, definition)| Term {
                term: french::punctuate(term),
                definition: french::punctuate(definition),
            })
            .collect(),
    }
}

/// The files that were read, but for copies of the templates of the program, which one fingerprint tells.
fn files(report: &Report) -> Option<PageTable> {
    let carried = carried();
    let told = |file: &SourceFile| carried.each.get(&file.path).map(ToString::to_string).as_ref() != Some(&file.sha256);
    let table = report.files_table(told)?.note(french::punctuate(&format!(
        "Les {} modèles de page que porte le programme, version {}, ont ensemble l’empreinte {} : celle de la liste de leurs empreintes, comme l’écrit sha256sum, dans l’ordre de leurs chemins (report-templates/…). Ne sont nommés ci-dessus que ceux que le projet remplace ; le manifeste nomme tout ce qui a été lu.",
        carried.each.len(),
        env!("CARGO_PKG_VERSION"),
        carried.whole
    )));
    Some(table.page())
}

fn coverage(report: &Report) -> Vec<CoverageRow> {
    report
        .coverage()
        .iter()
        .map(|line| CoverageRow {
            code: line.code.clone(),
            element: french::punctuate(&line.element),
            basis: french::punctuate(&line.basis),
            criterion: french::punctuate(&line.criterion),
            state: line.state.label(),
            detail: optional(&line.detail),
            labels: line.labels.clone(),
        })
        .collect()
}

fn short(report: &Report, finality: Finality) -> String {
    let text = report.provenance.reference.finalities.get(&finality);
    text.map(|text| french::punctuate(&text.short)).unwrap_or_default()
}

impl<'a> AnnexFilter<'a> {
    fn keeps(self, id: &Identifier) -> bool {
        match self {
            AnnexFilter::All => true,
            AnnexFilter::Only(ids) => ids.contains(id),
        }
    }

    fn findings(self, section: &'a FinalitySection) -> impl Iterator<Item = &'a Finding> {
        section
            .findings
            .iter()
            .filter(move |finding| self.keeps(&finding.indicator.id))
    }
}
