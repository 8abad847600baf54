//! Operations on integers whose result would not fit: a fault instead of another number.
//!
//! Only what is an integer on both sides is touched; everything else stays as Polars made it.

use polars::prelude::{
    AggExpr, Column, DataType, Expr, Field, FunctionExpr, Int64Chunked, Operator, PolarsError, PolarsResult,
    PowFunction, Schema, SchemaRef, UnknownKind, lit, map_multiple,
};
use std::sync::Arc;

/// What the reason of Polars holds where an integer went over.
pub const OVERFLOW: &str = "an integer went over 64 bits";

/// What parts an integer into two halves.
const HALF: i64 = 1 << 32;

/// The expression with its integer operations watched.
pub(super) fn checked(expression: &Expr, schema: &SchemaRef) -> Expr {
    expression.clone().map_expr(|expression| match expression {
        Expr::BinaryExpr { left, op, right } if let Some(operation) = operation(op) => {
            match is_integer(&left, schema) && is_integer(&right, schema) {
                true => both(&left, &right, operation),
                false => Expr::BinaryExpr { left, op, right },
            }
        }
        Expr::Agg(AggExpr::Sum(inner)) if is_integer(&inner, schema) => summed(&inner, Expr::sum),
        Expr::Function { input, function } => function_of(input, function, schema),
        other => other,
    })
}

fn function_of(input: Vec<Expr>, function: FunctionExpr, schema: &Schema) -> Expr {
    match (&function, input.as_slice()) {
        (FunctionExpr::CumSum { reverse }, [inner]) if is_integer(inner, schema) => {
            summed(inner, |inner| inner.cum_sum(*reverse))
        }
        (FunctionExpr::Pow(PowFunction::Generic), [base, exponent]) if is_integer(base, schema) => {
            base.clone().cast(DataType::Float64).pow(exponent.clone())
        }
        _ => Expr::Function { input, function },
    }
}

type Operation = fn(i64, i64) -> Option<i64>;

fn operation(operator: Operator) -> Option<Operation> {
    match operator {
        Operator::Plus => Some(i64::checked_add),
        Operator::Minus => Some(i64::checked_sub),
        Operator::Multiply => Some(i64::checked_mul),
        _ => None,
    }
}

/// Whether an expression gives integers. Its own terms were seen before it: a long chain is not walked again at each of them.
fn is_integer(expression: &Expr, schema: &Schema) -> bool {
    match expression {
        Expr::BinaryExpr { op, .. } if operation(*op).is_some() => false,
        Expr::Cast { dtype, .. } if dtype.as_literal().is_some() => {
            dtype.as_literal().is_some_and(DataType::is_integer)
        }
        _ => {
            let kind = expression.to_field(schema).map(|field| field.dtype().clone());
            kind.is_ok_and(|kind| kind.is_integer() || matches!(kind, DataType::Unknown(UnknownKind::Int(_))))
        }
    }
}

fn both(left: &Arc<Expr>, right: &Arc<Expr>, operation: Operation) -> Expr {
    let operands = [Expr::clone(left), Expr::clone(right)].map(|side| side.cast(DataType::Int64));
    let compute = move |columns: &mut [Column]| match columns {
        [left, right] => together(left, right, operation),
        _ => Err(overflow()),
    };
    map_multiple(compute, operands, integer).cast(DataType::Int64)
}

/// A sum in two halves of 32 bits, neither of which can go over, put together again.
fn summed(inner: &Expr, sum: impl Fn(Expr) -> Expr) -> Expr {
    let whole = inner.clone().cast(DataType::Int64);
    let high = whole.clone().floor_div(lit(HALF));
    let low = whole - high.clone() * lit(HALF);
    let compute = |columns: &mut [Column]| match columns {
        [high, low] => together(high, low, |high, low| {
            let whole = i128::from(high) * i128::from(HALF) + i128::from(low);
            i64::try_from(whole).ok()
        }),
        _ => Err(overflow()),
    };
    map_multiple(compute, [sum(high), sum(low)], integer).cast(DataType::Int64)
}

/// The result of each row, nothing where a side has nothing; a side of one row serves them all.
fn together(left: &Column, right: &Column, operation: Operation) -> PolarsResult<Column> {
    let name = left.name().clone();
    let (left, right) = (left.as_materialized_series(), right.as_materialized_series());
    let (left, right) = (left.i64()?, right.i64()?);
    let height = match (left.len(), right.len()) {
        (1, other) | (other, _) => other,
    };
    let at = |values: &Int64Chunked, row: usize| values.get(if values.len() == 1 { 0 } else { row });
    let values = (0..height).map(|row| match (at(left, row), at(right, row)) {
        (Some(left), Some(right)) => operation(left, right).map(Some).ok_or_else(overflow),
        _ => Ok(None),
    });
    let values = values.collect::<PolarsResult<Vec<Option<i64>>>>()?;
    Ok(Column::new(name, values))
}

fn integer(_: &Schema, fields: &[Field]) -> PolarsResult<Field> {
    let name = fields.first().map(|field| field.name().clone()).unwrap_or_default();
    Ok(Field::new(name, DataType::Int64))
}

fn overflow() -> PolarsError {
    PolarsError::ComputeError(OVERFLOW.into())
}
