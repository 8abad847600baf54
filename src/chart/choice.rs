//! Which drawing suits a finding: the one its author asked for where the data allow it, else the plainest.

use super::bullet::{Bullet, bullet};
use super::cascade::{Cascade, cascade};
use super::groups::drawable;
use super::map::MapStory;
use super::slope::{Slopes, slopes};
use crate::assess::Finding;
use crate::model::{ChartKind, Territory};
use std::collections::BTreeSet;

/// Parts a drawing can hold before the smallest are put together.
pub(super) const BARS: usize = 20;
pub(super) const STACKED: usize = 6;
pub(super) const PANELS: usize = 49;

/// A drawing this room can make.
pub(super) enum Drawing {
    /// The headline over the years.
    Line,
    /// The headline, a column a year.
    Columns,
    /// The parts of the last year.
    Bars,
    /// The parts over the years, laid on one another.
    Stack,
    /// The parts over the years, a panel each.
    Multiples,
    /// The reference, the last value, the target.
    Slope(Slopes),
    /// The last value against its target.
    Bullet(Bullet),
    /// The change since the reference, part by part.
    Waterfall(Cascade),
    /// The parts over the years, a tint a class.
    Matrix,
    /// The parts of the last year on their ground.
    Map(MapStory),
}

/// The drawing that its author asked for, where it needs more than a line or bars; none where the data do not allow it.
fn comparison(finding: &Finding, territory: Option<&Territory>) -> Option<Drawing> {
    match finding.indicator.chart? {
        ChartKind::Slope => slopes(finding).map(Drawing::Slope),
        ChartKind::Bullet => bullet(finding).map(Drawing::Bullet),
        ChartKind::Waterfall => cascade(finding).map(Drawing::Waterfall),
        ChartKind::Map => MapStory::of(finding, territory?).map(Drawing::Map),
        _ => None,
    }
}

/// The drawing of a finding; none where it has no finite number.
pub(super) fn choose(finding: &Finding, territory: Option<&Territory>) -> Option<Drawing> {
    if let Some(drawing) = comparison(finding, territory) {
        return Some(drawing);
    }
    let headline = finding.headline.numbers().any(|(_, value)| value.is_finite());
    let parts = drawable(finding);
    let years: BTreeSet<i32> = parts
        .iter()
        .flat_map(|part| part.series.numbers().map(|(year, _)| year))
        .collect();
    let (several_parts, several_years) = (parts.len() > 1, years.len() > 1);
    let drawing = match finding.indicator.chart {
        Some(ChartKind::Bars) if several_parts => Drawing::Bars,
        Some(ChartKind::StackedBars) if several_parts && several_years => Drawing::Stack,
        Some(ChartKind::SmallMultiples) if several_parts && several_years => Drawing::Multiples,
        Some(ChartKind::Matrix) if several_parts && several_years => Drawing::Matrix,
        Some(ChartKind::StackedBars | ChartKind::SmallMultiples | ChartKind::Matrix) if several_parts => Drawing::Bars,
        Some(ChartKind::Bars | ChartKind::StackedBars) if headline => Drawing::Columns,
        _ if headline => Drawing::Line,
        _ if parts.is_empty() => return None,
        _ if several_years => Drawing::Multiples,
        _ => Drawing::Bars,
    };
    Some(drawing)
}
