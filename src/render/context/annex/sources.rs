//! Where the values of every indicator come from, cut by finalité.

use super::super::Prepared;
use super::super::origin::{self, OriginRow};
use super::super::wording::{self, optional};
use super::{AnnexFilter, short};
use crate::assess::{Finding, Report};
use crate::french;
use crate::model::Anchor;
use serde::Serialize;

/// The sources of the indicators of a finalité.
#[derive(Clone, Debug, Serialize)]
pub struct SourcesSection {
    pub number: u8,
    pub short: String,
    pub rows: Vec<SourceSheet>,
}

/// Where the values of one indicator come from.
#[derive(Clone, Debug, Serialize)]
pub struct SourceSheet {
    /// `src-ID`.
    pub label: Anchor,
    pub title: String,
    pub id: String,
    pub unit: String,
    /// Who produced the values, and in which version.
    pub origin: String,
    /// Method and limits, when they are told.
    pub facts: Vec<Fact>,
    pub rows: Vec<OriginRow>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Fact {
    pub name: &'static str,
    pub text: String,
}

/// Cut by finalité, those without an indicator left out.
pub fn sources(report: &Report, filter: AnnexFilter<'_>, prepared: &Prepared) -> Vec<SourcesSection> {
    let sections = report.sections.iter().map(|section| SourcesSection {
        number: section.finality.number(),
        short: short(report, section.finality),
        rows: filter
            .findings(section)
            .map(|finding| source_sheet(finding, prepared))
            .collect(),
    });
    sections.filter(|section| !section.rows.is_empty()).collect()
}

fn source_sheet(finding: &Finding, prepared: &Prepared) -> SourceSheet {
    let (indicator, source) = (&finding.indicator, &finding.indicator.source);
    let facts = [("Méthode", source.method.clone()), ("Limites", source.limits.clone())];
    SourceSheet {
        label: Anchor::Sources(indicator.id.clone()),
        title: french::punctuate(prepared.title(indicator)),
        id: indicator.id.to_string(),
        unit: wording::unit(indicator, None).unwrap_or_else(|| "nombre".to_owned()),
        origin: wording::named_source(source),
        facts: facts
            .into_iter()
            .filter_map(|(name, text)| {
                Some(Fact {
                    name,
                    text: optional(&text)?,
                })
            })
            .collect(),
        rows: origin::rows(finding),
    }
}
