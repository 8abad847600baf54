//! The data of a drawing as a table, for the reader who prefers figures.

use super::cascade::{Cascade, Step, cascade};
use super::trace::Drawn;
use crate::french;
use crate::model::{Axis, ChartKind, Drawing, DrawingSeries, DrawingValue, Value};
use crate::printed::{Cell, PrintedTable};
use std::collections::BTreeSet;

/// Series up to this number stand as columns.
const COLUMNS: usize = 6;
/// Years or categories up to this number stand as columns where series are more.
const PLACES: usize = 8;

/// The change part by part of a waterfall, the years of a whole, the series elsewhere.
pub(super) fn table(drawing: &Drawing) -> PrintedTable {
    let waterfall = drawing.kind == Some(ChartKind::Waterfall);
    match (cascade(drawing).filter(|_| waterfall), &drawing.whole) {
        (Some(cascade), _) => change_table(drawing, &cascade),
        (None, Some(whole)) if drawing.series.is_empty() => whole_table(drawing, whole),
        _ => series_table(drawing),
    }
}

/// One row a year: value and what is said of it.
fn whole_table(drawing: &Drawing, whole: &DrawingSeries) -> PrintedTable {
    let table = PrintedTable::each(&whole.values)
        .text("annee", "Année", |point| point.at)
        .number("valeur", &valued("Valeur", drawing), |point| value(drawing, point));
    let table = match whole.values.iter().any(|point| !point.marks.is_empty()) {
        true => table.text("mention", "Mention", |point| mention(point).unwrap_or_default()),
        false => table,
    };
    table.table()
}

/// A row a place and a column a series where these are few, the other way round elsewhere; the total of what is stacked.
fn series_table(drawing: &Drawing) -> PrintedTable {
    let places = places(drawing);
    let stacked = matches!(drawing.kind, Some(ChartKind::StackedBars | ChartKind::Bars));
    let total = stacked && drawing.series.len() > 1 && !drawing.axis.is_years();
    // What has no series is their total.
    let series: Vec<Option<&DrawingSeries>> = drawing.series.iter().map(Some).chain(total.then_some(None)).collect();
    let name = |series: Option<&DrawingSeries>| series.map_or_else(|| "Total".to_owned(), |series| series.name.clone());
    let cell = |series: Option<&DrawingSeries>, at: i32| match series {
        None => number(drawing, drawing.total(at)),
        Some(series) => series
            .at(at)
            .map_or_else(|| number(drawing, None), |point| marked(drawing, point)),
    };
    let few = drawing.series.len() <= COLUMNS;
    if few || (places.len() > PLACES && places.len() >= drawing.series.len()) {
        let rows = PrintedTable::each(places).text("position", &dimension(drawing), |at| place(drawing, at));
        let table = series.into_iter().fold(rows, |table, series| {
            table.number(&name(series), &name(series), |at| cell(series, at))
        });
        return table.table();
    }
    let rows = PrintedTable::each(series).text("serie", &parts(drawing), name);
    let table = places.into_iter().fold(rows, |table, at| {
        let head = place(drawing, at);
        table.number(&head, &head, |series| cell(series, at))
    });
    table.whole(|series| series.is_none()).table()
}

/// One row a part with both values and the change, then the total.
fn change_table(drawing: &Drawing, cascade: &Cascade) -> PrintedTable {
    let (from, to) = (cascade.from, cascade.to);
    let all = Step {
        name: "Total".to_owned(),
        change: Drawn {
            value: to.value - from.value,
            ..to
        },
        ends: Some((from.value, to.value)),
    };
    let [first, last] = [from.at, to.at].map(|at| place(drawing, at));
    let signed = |value: f64| Cell::number(value, drawing.precision).said(french::signed(value, drawing.precision));
    PrintedTable::each(cascade.details.iter().chain([&all]))
        .text("poste", &parts(drawing), |step| step.name.as_str())
        .number("debut", &first, |step| number(drawing, step.ends.map(|ends| ends.0)))
        .number("fin", &last, |step| number(drawing, step.ends.map(|ends| ends.1)))
        .number("evolution", "Évolution", |step| signed(step.change.value))
        .whole(|step| std::ptr::eq(step, &all))
        .table()
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

fn number(drawing: &Drawing, value: Option<f64>) -> Cell {
    value.map_or_else(|| Cell::absent("n.d."), |value| Cell::number(value, drawing.precision))
}

fn value(drawing: &Drawing, point: &DrawingValue) -> Cell {
    match point.value {
        Value::Secret => Cell::absent("secret"),
        Value::Void => Cell::absent("s.o."),
        other => number(drawing, other.number()),
    }
}

fn mention(point: &DrawingValue) -> Option<String> {
    let words: Vec<&str> = point.marks.iter().map(|mark| mark.label()).collect();
    (!words.is_empty()).then(|| words.join(", "))
}

/// A value with what is said of it, where there is no column for that.
fn marked(drawing: &Drawing, point: &DrawingValue) -> Cell {
    value(drawing, point).marked(mention(point))
}
