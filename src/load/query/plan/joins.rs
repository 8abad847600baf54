//! How many rows the joins of a plan make, counted from the keys of both sides before any is made.
//!
//! A join of two tables may have as many rows as their product. The innermost joins are counted first, so that counting
//! never makes what it is there to refuse.

use polars::prelude::{DataType, DslPlan, Expr, IntoLazy, JoinType, LazyFrame, PolarsResult, col, len};
use std::sync::Arc;

/// Rows that all the joins of a query may make.
pub const JOINED: f64 = 10_000_000.0;

/// The rows made by the joins of a plan, or more than [`JOINED`] as soon as they are.
pub(in crate::load::query) fn rows_joined(frame: &LazyFrame) -> PolarsResult<f64> {
    let mut made = 0.0;
    count(&frame.logical_plan, &mut made)?;
    Ok(made)
}

fn count(plan: &DslPlan, made: &mut f64) -> PolarsResult<()> {
    for input in inputs(plan) {
        count(input, made)?;
    }
    if *made > JOINED {
        return Ok(());
    }
    if let DslPlan::Join {
        input_left,
        input_right,
        left_on,
        right_on,
        options,
        ..
    } = plan
        && !matches!(options.args.how, JoinType::Semi | JoinType::Anti)
    {
        let (left, right) = (rows(input_left)?, rows(input_right)?);
        // Without a key, each row of one side meets each of the other; what a condition leaves of them is known afterwards.
        *made += match left_on.is_empty() || left * right <= JOINED {
            true => left * right,
            false => matches(keyed(input_left, left_on)?, keyed(input_right, right_on)?)? + left + right,
        };
    }
    Ok(())
}

fn inputs(plan: &DslPlan) -> Vec<&DslPlan> {
    match plan {
        DslPlan::Join {
            input_left,
            input_right,
            ..
        } => vec![input_left, input_right],
        DslPlan::Union { inputs, .. } | DslPlan::HConcat { inputs, .. } => inputs.iter().collect(),
        DslPlan::ExtContext { input, contexts } => contexts.iter().chain([&**input]).collect(),
        DslPlan::Filter { input, .. }
        | DslPlan::Select { input, .. }
        | DslPlan::HStack { input, .. }
        | DslPlan::GroupBy { input, .. }
        | DslPlan::Distinct { input, .. }
        | DslPlan::Sort { input, .. }
        | DslPlan::Slice { input, .. }
        | DslPlan::MapFunction { input, .. } => vec![input],
        _ => Vec::new(),
    }
}

fn rows(plan: &Arc<DslPlan>) -> PolarsResult<f64> {
    number(LazyFrame::from(DslPlan::clone(plan)).select([len()]))
}

/// How many rows have each key.
fn keyed(plan: &Arc<DslPlan>, keys: &[Expr]) -> PolarsResult<LazyFrame> {
    let named = keys.iter().enumerate();
    let named = named.map(|(rank, key)| key.clone().alias(format!("cle {rank}")));
    let named: Vec<Expr> = named.collect();
    let counted = LazyFrame::from(DslPlan::clone(plan)).group_by(named);
    Ok(counted
        .agg([len().cast(DataType::Float64).alias("lignes")])
        .collect()?
        .lazy())
}

fn matches(left: LazyFrame, mut right: LazyFrame) -> PolarsResult<f64> {
    let keys = right.collect_schema()?;
    let keys: Vec<Expr> = keys
        .iter_names()
        .filter(|name| *name != "lignes")
        .map(|name| col(name.clone()))
        .collect();
    let met = left.join(right, &keys, &keys, JoinType::Inner.into());
    number(met.select([(col("lignes") * col("lignes_right")).sum()]))
}

/// The one number of a frame.
fn number(frame: LazyFrame) -> PolarsResult<f64> {
    let frame = frame.collect()?;
    let value = frame.columns().first().map(|column| column.get(0)).transpose()?;
    Ok(value.and_then(|value| value.extract::<f64>()).unwrap_or_default())
}
