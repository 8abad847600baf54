//! The data of a drawing as a table, for the reader who prefers figures.

use super::cascade::{Cascade, cascade};
use crate::french;
use crate::model::{Axis, ChartKind, Drawing, DrawingSeries, DrawingValue, Value};
use std::collections::BTreeSet;

/// Series up to this number stand as columns.
const COLUMNS: usize = 6;
/// Years or categories up to this number stand as columns where series are more.
const PLACES: usize = 8;

/// The data of a drawing as text cells, ready to print.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DataTable {
    pub header: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

/// The change part by part of a waterfall, the years of a whole, the series elsewhere.
pub(super) fn table(drawing: &Drawing) -> DataTable {
    let waterfall = drawing.kind == Some(ChartKind::Waterfall);
    match (cascade(drawing).filter(|_| waterfall), &drawing.whole) {
        (Some(cascade), _) => change_table(drawing, &cascade),
        (None, Some(whole)) if drawing.series.is_empty() => whole_table(drawing, whole),
        _ => series_table(drawing),
    }
}

/// One row a year: value and what is said of it.
fn whole_table(drawing: &Drawing, whole: &DrawingSeries) -> DataTable {
    let with_marks = whole.values.iter().any(|point| !point.marks.is_empty());
    let mut header = vec!["Année".to_owned(), valued("Valeur", drawing)];
    header.extend(with_marks.then(|| "Mention".to_owned()));
    let row = |point: &DrawingValue| {
        let mut row = vec![point.at.to_string(), value(drawing, point)];
        row.extend(with_marks.then(|| mention(point)));
        row
    };
    DataTable {
        header,
        rows: whole.values.iter().map(row).collect(),
    }
}

/// A row a place and a column a series where these are few, the other way round elsewhere; the total of what is stacked.
fn series_table(drawing: &Drawing) -> DataTable {
    let places = places(drawing);
    let cells = |series: &DrawingSeries| {
        let cell = |at: &i32| {
            series
                .at(*at)
                .map_or_else(|| "n.d.".to_owned(), |point| marked(drawing, point))
        };
        (series.name.clone(), places.iter().map(cell).collect())
    };
    let mut columns: Vec<(String, Vec<String>)> = drawing.series.iter().map(cells).collect();
    let stacked = matches!(drawing.kind, Some(ChartKind::StackedBars | ChartKind::Bars));
    if stacked && columns.len() > 1 && !drawing.axis.is_years() {
        let totals = places.iter().map(|at| number(drawing, drawing.total(*at)));
        columns.push(("Total".to_owned(), totals.collect()));
    }
    let names = places.iter().map(|at| place(drawing, *at));
    let few = drawing.series.len() <= COLUMNS;
    if few || (places.len() > PLACES && places.len() >= drawing.series.len()) {
        let row = |(rank, name): (usize, String)| {
            let cells = columns.iter().map(|(_, cells)| cells[rank].clone());
            std::iter::once(name).chain(cells).collect()
        };
        return DataTable {
            header: header(dimension(drawing), columns.iter().map(|(name, _)| name.clone())),
            rows: names.enumerate().map(row).collect(),
        };
    }
    let rows = columns.iter();
    let row = |(name, cells): &(String, Vec<String>)| std::iter::once(name).chain(cells).cloned().collect();
    DataTable {
        header: header(parts(drawing), names),
        rows: rows.map(row).collect(),
    }
}

/// One row a part with both values and the change, then the total.
fn change_table(drawing: &Drawing, cascade: &Cascade) -> DataTable {
    let row = |name: &str, ends: Option<(f64, f64)>, change: f64| {
        let (from, to) = ends.unzip();
        let [from, to] = [from, to].map(|end| number(drawing, end));
        vec![name.to_owned(), from, to, french::signed(change, drawing.precision)]
    };
    let steps = cascade.details.iter();
    let steps = steps.map(|step| row(&step.name, step.ends, step.change.value));
    let (from, to) = (cascade.from.value, cascade.to.value);
    let ends = [cascade.from.at, cascade.to.at].map(|at| place(drawing, at));
    DataTable {
        header: header(parts(drawing), ends.into_iter().chain(["Évolution".to_owned()])),
        rows: steps.chain([row("Total", Some((from, to)), to - from)]).collect(),
    }
}

fn header(first: String, others: impl Iterator<Item = String>) -> Vec<String> {
    std::iter::once(first).chain(others).collect()
}

/// Every year of some series, or every category.
fn places(drawing: &Drawing) -> Vec<i32> {
    let of_series = |series: &DrawingSeries| series.values.iter().map(|point| point.at).collect::<Vec<_>>();
    let years: BTreeSet<i32> = drawing.series.iter().flat_map(of_series).collect();
    years.into_iter().collect()
}

fn place(drawing: &Drawing, at: i32) -> String {
    let name = drawing.axis.name(at);
    let category = usize::try_from(at)
        .ok()
        .and_then(|rank| drawing.axis.categories().get(rank));
    match category.is_some_and(|category| category.provisional) {
        true => format!("{name} (provisoire)"),
        false => name,
    }
}

fn dimension(drawing: &Drawing) -> String {
    match &drawing.axis {
        Axis::Years { .. } => valued("Année", drawing),
        Axis::Categories { dimension, .. } => valued(dimension, drawing),
    }
}

fn parts(drawing: &Drawing) -> String {
    match drawing.parts.as_str() {
        "" => valued("Poste", drawing),
        parts => valued(&french::capital(parts), drawing),
    }
}

fn valued(name: &str, drawing: &Drawing) -> String {
    match drawing.unit.as_str() {
        "" => name.to_owned(),
        unit => format!("{name} ({unit})"),
    }
}

fn number(drawing: &Drawing, value: Option<f64>) -> String {
    value.map_or_else(|| "n.d.".to_owned(), |value| french::number(value, drawing.precision))
}

fn value(drawing: &Drawing, point: &DrawingValue) -> String {
    match point.value {
        Value::Secret => "secret".to_owned(),
        other => number(drawing, other.number()),
    }
}

fn mention(point: &DrawingValue) -> String {
    let words: Vec<&str> = point.marks.iter().map(|mark| mark.label()).collect();
    words.join(", ")
}

/// A value with what is said of it, where there is no column for that.
fn marked(drawing: &Drawing, point: &DrawingValue) -> String {
    match mention(point) {
        words if words.is_empty() => value(drawing, point),
        words => format!("{} ({words})", value(drawing, point)),
    }
}
