//! The plan of a query before it runs: the same rows in the same order each time, integers that do not wrap, joins counted.
//!
//! Left to itself Polars gives groups in any order, breaks ties by whoever came first and lets an integer go round. It
//! changes nothing of what a query means: where SQL leaves an order open, that of the sources decides.

mod integers;
mod joins;

pub(super) use integers::OVERFLOW;
pub(super) use joins::{JOINED, rows_joined};

use integers::checked;
use polars::prelude::{DslPlan, Expr, JoinOptions, LazyFrame, MaintainOrderJoin, PolarsResult, SchemaRef};
use polars::prelude::{JoinType, UniqueKeepStrategy};
use std::sync::Arc;

/// The plan with every order kept and every integer watched.
pub(super) fn settled(frame: LazyFrame) -> PolarsResult<LazyFrame> {
    plan(&frame.logical_plan).map(LazyFrame::from)
}

fn plan(from: &DslPlan) -> PolarsResult<DslPlan> {
    let within = |input: &Arc<DslPlan>| plan(input).map(Arc::new);
    let all = |inputs: &[DslPlan]| inputs.iter().map(plan).collect::<PolarsResult<Vec<DslPlan>>>();
    Ok(match from {
        DslPlan::Filter { input, predicate } => {
            let input = within(input)?;
            let predicate = checked(predicate, &schema(&input)?);
            DslPlan::Filter { input, predicate }
        }
        DslPlan::Select { expr, input, options } => {
            let input = within(input)?;
            DslPlan::Select {
                expr: every(expr, &schema(&input)?),
                input,
                options: *options,
            }
        }
        DslPlan::HStack { input, exprs, options } => {
            let input = within(input)?;
            DslPlan::HStack {
                exprs: every(exprs, &schema(&input)?),
                input,
                options: *options,
            }
        }
        DslPlan::GroupBy {
            input,
            keys,
            predicates,
            aggs,
            options,
            apply,
            ..
        } => {
            let input = within(input)?;
            let known = schema(&input)?;
            DslPlan::GroupBy {
                input,
                keys: every(keys, &known),
                predicates: every(predicates, &known),
                aggs: every(aggs, &known),
                maintain_order: true,
                options: options.clone(),
                apply: apply.clone(),
            }
        }
        DslPlan::Join {
            input_left,
            input_right,
            left_on,
            right_on,
            predicates,
            options,
        } => DslPlan::Join {
            input_left: within(input_left)?,
            input_right: within(input_right)?,
            left_on: left_on.clone(),
            right_on: right_on.clone(),
            predicates: predicates.clone(),
            options: in_order(options),
        },
        DslPlan::Distinct { input, options } => {
            let mut options = options.clone();
            options.maintain_order = true;
            if options.keep_strategy == UniqueKeepStrategy::Any {
                options.keep_strategy = UniqueKeepStrategy::First;
            }
            DslPlan::Distinct {
                input: within(input)?,
                options,
            }
        }
        DslPlan::Sort {
            input,
            by_column,
            slice,
            sort_options,
        } => {
            let input = within(input)?;
            DslPlan::Sort {
                by_column: every(by_column, &schema(&input)?),
                input,
                slice: *slice,
                sort_options: sort_options.clone().with_maintain_order(true),
            }
        }
        DslPlan::Slice { input, offset, len } => DslPlan::Slice {
            input: within(input)?,
            offset: *offset,
            len: *len,
        },
        DslPlan::MapFunction { input, function } => DslPlan::MapFunction {
            input: within(input)?,
            function: function.clone(),
        },
        DslPlan::Union { inputs, args } => {
            let mut args = *args;
            args.maintain_order = true;
            DslPlan::Union {
                inputs: all(inputs)?,
                args,
            }
        }
        DslPlan::HConcat { inputs, options } => DslPlan::HConcat {
            inputs: all(inputs)?,
            options: *options,
        },
        DslPlan::ExtContext { input, contexts } => DslPlan::ExtContext {
            input: within(input)?,
            contexts: all(contexts)?,
        },
        // What was made of a plan to know its columns stands before it.
        DslPlan::IR { dsl, .. } => plan(dsl)?,
        other => other.clone(),
    })
}

fn schema(input: &Arc<DslPlan>) -> PolarsResult<SchemaRef> {
    LazyFrame::from(DslPlan::clone(input)).collect_schema()
}

fn every(expressions: &[Expr], schema: &SchemaRef) -> Vec<Expr> {
    expressions
        .iter()
        .map(|expression| checked(expression, schema))
        .collect()
}

fn in_order(options: &Arc<JoinOptions>) -> Arc<JoinOptions> {
    let mut options = JoinOptions::clone(options);
    options.args.maintain_order = match options.args.how {
        JoinType::Right => MaintainOrderJoin::RightLeft,
        _ => MaintainOrderJoin::LeftRight,
    };
    Arc::new(options)
}
