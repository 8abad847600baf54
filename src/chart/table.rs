//! The data of a drawing as a table, for the reader who prefers figures.

use super::cascade::Cascade;
use super::figures::DataTable;
use crate::assess::Finding;
use crate::compute::Breakdown;
use crate::french;
use crate::model::{Point, Series, Value};
use std::collections::BTreeSet;

/// Series up to this number stand as columns; beyond, they stand as rows.
const COLUMNS: usize = 6;
/// Years up to this number stand as columns when series are rows.
const YEARS: usize = 8;

/// One row a year: value and what is said of it.
pub(super) fn headline_table(finding: &Finding) -> DataTable {
    let with_marks = finding.headline.points.iter().any(|point| !point.marks.is_empty());
    let mut header = vec!["Année".to_owned(), valued("Valeur", &finding.indicator.unit)];
    header.extend(with_marks.then(|| "Mention".to_owned()));
    let row = |point: &Point| {
        let mut row = vec![point.year.to_string(), value(finding, point)];
        row.extend(with_marks.then(|| mention(point)));
        row
    };
    DataTable {
        header,
        rows: finding.headline.points.iter().map(row).collect(),
    }
}

/// Years as rows and series as columns, or the reverse, or one row a value: whichever stays narrow.
pub(super) fn split_table(finding: &Finding, breakdowns: &[&Breakdown]) -> DataTable {
    let years: BTreeSet<i32> = breakdowns
        .iter()
        .flat_map(|part| part.series.points.iter().map(|point| point.year))
        .collect();
    let cell = |series: &Series, year: i32| {
        series
            .at(year)
            .map_or_else(|| "n.d.".to_owned(), |point| marked(finding, point))
    };
    let named = valued("Année", &finding.indicator.unit);
    if breakdowns.len() <= COLUMNS && years.len() > 1 {
        let header = std::iter::once(named)
            .chain(breakdowns.iter().map(|part| part.label()))
            .collect();
        let row = |year: &i32| {
            let cells = breakdowns.iter().map(|part| cell(&part.series, *year));
            std::iter::once(year.to_string()).chain(cells).collect()
        };
        return DataTable {
            header,
            rows: years.iter().map(row).collect(),
        };
    }
    let what = match finding.indicator.breakdowns.as_slice() {
        [] => "Série".to_owned(),
        columns => french::capital(&columns.join(", ")),
    };
    if years.len() <= YEARS {
        let header = std::iter::once(valued(&what, &finding.indicator.unit))
            .chain(years.iter().map(i32::to_string))
            .collect();
        let row = |part: &&Breakdown| {
            let cells = years.iter().map(|year| cell(&part.series, *year));
            std::iter::once(part.label()).chain(cells).collect()
        };
        return DataTable {
            header,
            rows: breakdowns.iter().map(row).collect(),
        };
    }
    let header = vec![
        what,
        "Année".to_owned(),
        valued("Valeur", &finding.indicator.unit),
        "Mention".to_owned(),
    ];
    let rows = breakdowns.iter().flat_map(|part| {
        let row = |point: &Point| {
            vec![
                part.label(),
                point.year.to_string(),
                value(finding, point),
                mention(point),
            ]
        };
        part.series.points.iter().map(row).collect::<Vec<_>>()
    });
    DataTable {
        header,
        rows: rows.collect(),
    }
}

/// One row a part with both values and the change, then the total.
pub(super) fn cascade_table(finding: &Finding, cascade: &Cascade) -> DataTable {
    let precision = finding.indicator.precision;
    let what = match finding.indicator.breakdowns.as_slice() {
        [] => "Série".to_owned(),
        columns => french::capital(&columns.join(", ")),
    };
    let row = |name: &str, ends: Option<(f64, f64)>, change: f64| {
        let end =
            |value: Option<f64>| value.map_or_else(|| "n.d.".to_owned(), |value| french::number(value, precision));
        let (from, to) = (end(ends.map(|ends| ends.0)), end(ends.map(|ends| ends.1)));
        vec![name.to_owned(), from, to, french::signed(change, precision)]
    };
    let mut rows: Vec<Vec<String>> = cascade
        .details
        .iter()
        .map(|step| row(&step.name, step.ends, step.change.value))
        .collect();
    let (from, to) = (cascade.from.value, cascade.to.value);
    rows.push(row("total", Some((from, to)), to - from));
    DataTable {
        header: vec![
            valued(&what, &finding.indicator.unit),
            cascade.from.year.to_string(),
            cascade.to.year.to_string(),
            "Évolution".to_owned(),
        ],
        rows,
    }
}

pub(super) fn valued(name: &str, unit: &str) -> String {
    if unit.is_empty() {
        name.to_owned()
    } else {
        format!("{name} ({unit})")
    }
}

fn value(finding: &Finding, point: &Point) -> String {
    match point.value {
        Value::Number(number) => french::number(number, finding.indicator.precision),
        Value::Missing => "n.d.".to_owned(),
        Value::Secret => "secret".to_owned(),
    }
}

fn mention(point: &Point) -> String {
    point
        .marks
        .iter()
        .map(|mark| mark.label())
        .collect::<Vec<_>>()
        .join(", ")
}

/// A value with what is said of it, where there is no column for that.
fn marked(finding: &Finding, point: &Point) -> String {
    match mention(point) {
        words if words.is_empty() => value(finding, point),
        words => format!("{} ({words})", value(finding, point)),
    }
}
