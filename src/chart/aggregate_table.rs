//! The data of an aggregate as a table.

use super::cascade::Cascade;
use super::figures::DataTable;
use super::table::valued;
use crate::french;
use crate::model::{Category, Drawing, DrawingKind, DrawingSeries};

/// Series up to this number stand as columns; beyond, they stand as rows.
const COLUMNS: usize = 6;
/// Categories up to this number stand as columns when series are rows.
const CATEGORIES: usize = 8;

/// What an aggregate shows: a row a category and a column a series where these are few, the other way round elsewhere;
/// the total where parts are summed.
pub(super) fn aggregate_table(drawing: &Drawing, cascade: Option<&Cascade>) -> DataTable {
    let precision = drawing.precision;
    let cell = |value: Option<f64>| value.map_or_else(|| "n.d.".to_owned(), |value| french::number(value, precision));
    let named = |category: &Category| match category.provisional {
        true => format!("{} (provisoire)", category.name),
        false => category.name.clone(),
    };
    let names: Vec<String> = drawing.categories.iter().map(named).collect();
    if let Some(cascade) = cascade {
        let row = |name: &str, ends: (f64, f64)| {
            let change = french::signed(ends.1 - ends.0, precision);
            vec![name.to_owned(), cell(Some(ends.0)), cell(Some(ends.1)), change]
        };
        let steps = cascade.details.iter();
        let mut rows: Vec<Vec<String>> = steps
            .map(|step| row(&step.name, step.ends.unwrap_or_default()))
            .collect();
        rows.push(row("Total", (cascade.from.value, cascade.to.value)));
        let ends = [names.first(), names.last()].map(|name| name.cloned().unwrap_or_default());
        let [from, to] = ends;
        let header = vec![valued("Poste", &drawing.unit), from, to, "Évolution".to_owned()];
        return DataTable { header, rows };
    }
    let summed = drawing.series.len() > 1 && matches!(drawing.kind, DrawingKind::StackedBars | DrawingKind::Bars);
    let total = |rank: usize| {
        let mut known = drawing
            .series
            .iter()
            .filter_map(|series| *series.values.get(rank)?)
            .peekable();
        let any = known.peek().is_some();
        any.then(|| known.sum::<f64>())
    };
    let at = |series: &DrawingSeries, rank: usize| cell(series.values.get(rank).copied().flatten());
    let mut columns: Vec<(String, Vec<String>)> = drawing
        .series
        .iter()
        .map(|series| {
            (
                series.name.clone(),
                (0..names.len()).map(|rank| at(series, rank)).collect(),
            )
        })
        .collect();
    if summed {
        columns.push((
            "Total".to_owned(),
            (0..names.len()).map(|rank| cell(total(rank))).collect(),
        ));
    }
    if columns.len() <= COLUMNS + 1 || names.len() > CATEGORIES {
        let head = std::iter::once(valued(&drawing.dimension, &drawing.unit));
        let header = head.chain(columns.iter().map(|(name, _)| name.clone())).collect();
        let row = |(rank, name): (usize, &String)| {
            let cells = columns.iter().map(|(_, cells)| cells[rank].clone());
            std::iter::once(name.clone()).chain(cells).collect()
        };
        let rows = names.iter().enumerate().map(row).collect();
        return DataTable { header, rows };
    }
    let head = std::iter::once(valued("Poste", &drawing.unit));
    DataTable {
        header: head.chain(names).collect(),
        rows: columns
            .into_iter()
            .map(|(name, cells)| std::iter::once(name).chain(cells).collect())
            .collect(),
    }
}
