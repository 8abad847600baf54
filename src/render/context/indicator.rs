//! The sheet of an indicator, and the line it has in every table.

use super::Prepared;
use super::origin;
use super::wording::{self, StatusWord, optional};
use crate::assess::Finding;
use crate::chart::Figures;
use crate::compute::PLAIN_MEAN_SAID;
use crate::french;
use crate::model::{Anchor, Nature};
use crate::printed::PageTable;
use crate::render::dialect::PrintedText;
use serde::Serialize;

#[derive(Clone, Debug, Serialize)]
pub struct IndicatorContext {
    pub id: String,
    /// `ind-ID`: the label of its sheet.
    pub label: Anchor,
    /// `src-ID`: the label of its rows in the annex of sources.
    pub source_label: Anchor,
    pub title: String,
    pub definition: Option<String>,
    /// Rank of its finalité.
    pub number: u8,
    /// Kind, volet, direction, ODD, theme, service: short phrases.
    pub facts: Vec<String>,
    pub status: StatusWord,
    /// Why there is no judgement, or why this method.
    pub reason: Option<String>,
    /// The last value without its unit; none without any value.
    pub value: Option<String>,
    pub unit: Option<String>,
    /// The last value with its unit, a dash without any value.
    pub quantity: String,
    pub year: Option<String>,
    /// Marks of the last value, in words.
    pub marks: Option<String>,
    /// The change on one year.
    pub yearly: Option<String>,
    pub since: Option<Labelled>,
    pub target: Option<TargetContext>,
    /// Four at most: one year, reference, target, pace.
    pub comparisons: Vec<Labelled>,
    /// Path of the sparkline.
    pub sparkline: Option<String>,
    /// Its first and its last value, for who does not see it.
    pub sparkline_words: Option<String>,
    pub figure: Option<FigureContext>,
    pub table: Option<PageTable>,
    /// What its author says of it.
    pub comment: Option<PrintedText>,
    pub source: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct Labelled {
    pub label: String,
    pub value: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct TargetContext {
    pub year: String,
    /// With its unit.
    pub value: String,
    /// Without its unit.
    pub number: String,
    pub origin: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct FigureContext {
    pub path: String,
    pub alternative: String,
    pub width_mm: f64,
    pub height_mm: f64,
}

pub fn describe(finding: &Finding, figures: &Figures, prepared: &Prepared) -> IndicatorContext {
    let indicator = &finding.indicator;
    let last = finding.headline.last_number();
    let number = last.and_then(|point| point.value.number());
    let yearly = finding
        .yearly_change
        .as_ref()
        .map(|change| change.words(&indicator.unit, indicator.precision));
    let since = finding.baseline_change.as_ref().map(|change| Labelled {
        label: format!("depuis {}", change.from_year),
        value: change.words(&indicator.unit, indicator.precision),
    });
    let target = target(finding);
    IndicatorContext {
        id: indicator.id.to_string(),
        label: Anchor::Indicator(indicator.id.clone()),
        source_label: Anchor::Sources(indicator.id.clone()),
        title: french::punctuate(prepared.title(indicator)),
        definition: optional(prepared.definition(indicator)),
        number: indicator.finality.number(),
        facts: facts(finding),
        status: wording::status_word(finding),
        reason: optional(&finding.assessment.reason),
        value: number.map(|value| french::number(value, indicator.precision)),
        unit: wording::unit(indicator, number),
        quantity: number.map_or_else(|| "—".to_owned(), |value| wording::quantity(indicator, value)),
        year: last.map(|point| point.year.to_string()),
        marks: last.and_then(wording::marks),
        comparisons: comparisons(finding, yearly.as_deref(), since.as_ref(), target.as_ref()),
        yearly,
        since,
        target,
        sparkline: figures
            .sparklines
            .contains_key(&indicator.id)
            .then(|| Figures::sparkline_path(&indicator.id)),
        sparkline_words: ends(finding),
        figure: figures.indicators.get(&indicator.id).map(|figure| FigureContext {
            path: figure.path(),
            alternative: figure.alternative.clone(),
            width_mm: figure.width_mm,
            height_mm: figure.height_mm,
        }),
        table: finding.values_table().map(|table| table.page()),
        comment: prepared.comments.get(&indicator.id).cloned(),
        source: source(finding),
    }
}

/// From where to where its values went; none where a curve has fewer than two.
fn ends(finding: &Finding) -> Option<String> {
    let indicator = &finding.indicator;
    let mut numbers = finding.headline.numbers();
    let (first, last) = (numbers.next()?, numbers.last()?);
    let said = |(year, value): (i32, f64)| format!("{} en {year}", french::number(value, indicator.precision));
    Some(format!("De {} à {}", said(first), said(last)))
}

fn facts(finding: &Finding) -> Vec<String> {
    let indicator = &finding.indicator;
    let kind = match indicator.nature {
        Nature::Achievement => "indicateur de réalisation",
        Nature::Context => "indicateur de contexte",
        Nature::Contribution => "indicateur de contribution",
    };
    let last = finding.headline.last_number();
    let averaged = last.is_some_and(|point| point.note == PLAIN_MEAN_SAID);
    [
        Some(kind.to_owned()),
        Some(format!("volet {}", indicator.scope.label())),
        Some(indicator.direction.label().to_owned()),
        averaged.then(|| PLAIN_MEAN_SAID.to_owned()),
        wording::goals(&indicator.goals),
        indicator.digital_theme.map(|theme| format!("thème numérique {theme}")),
        optional(&indicator.service),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The target that was judged; without one, the last one of the catalogue.
fn target(finding: &Finding) -> Option<TargetContext> {
    let indicator = &finding.indicator;
    let (year, value) = finding
        .assessment
        .inputs
        .target
        .or_else(|| indicator.targets.last().map(|target| (target.year, target.value)))?;
    let chosen = indicator.targets.iter().find(|target| target.year == year);
    Some(TargetContext {
        year: year.to_string(),
        value: wording::quantity(indicator, value),
        number: french::number(value, indicator.precision),
        origin: chosen.and_then(|target| optional(&target.origin)),
    })
}

fn comparisons(
    finding: &Finding,
    yearly: Option<&str>,
    since: Option<&Labelled>,
    target: Option<&TargetContext>,
) -> Vec<Labelled> {
    let line = |label: &str, value: String| Labelled {
        label: label.to_owned(),
        value,
    };
    let pace = finding.assessment.inputs.ratio;
    [
        yearly.map(|value| line("sur un an", value.to_owned())),
        since.cloned(),
        target.map(|target| line(&format!("cible {}", target.year), target.value.clone())),
        pace.map(|ratio| line("rythme R", french::number(ratio, 2))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Who produced the values and where the last one was read.
fn source(finding: &Finding) -> String {
    let named = wording::named_source(&finding.indicator.source);
    let read = match finding.headline.last_number() {
        Some(point) if !point.places.is_empty() => {
            format!(". Valeur {} : {}", point.year, origin::location(&point.places))
        }
        _ => String::new(),
    };
    french::punctuate(&format!("Source : {named}{read}."))
}
