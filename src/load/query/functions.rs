//! The functions that a query may call: those that make one value of one row or of one group.
//!
//! What makes lists, rows or one text of many is not among them: no figure needs it, and nothing bounds it. A function that
//! Polars may bring one day (a clock, a random number) is refused until it is written here.

use sqlparser::ast::{Expr, Function, FunctionArg, FunctionArgExpr, FunctionArguments, Value};

const KNOWN: [&str; 89] = [
    "abs",
    "avg",
    "cbrt",
    "ceil",
    "ceiling",
    "char_length",
    "character_length",
    "coalesce",
    "concat",
    "concat_ws",
    "corr",
    "count",
    "covar",
    "covar_pop",
    "covar_samp",
    "date",
    "date_part",
    "datetime",
    "dense_rank",
    "div",
    "ends_with",
    "exp",
    "first",
    "first_value",
    "floor",
    "greatest",
    "if",
    "ifnull",
    "initcap",
    "lag",
    "last",
    "last_value",
    "lead",
    "least",
    "left",
    "length",
    "ln",
    "log",
    "log10",
    "log1p",
    "log2",
    "lower",
    "lpad",
    "ltrim",
    "max",
    "median",
    "min",
    "mod",
    "normalize",
    "nullif",
    "octet_length",
    "pi",
    "pow",
    "power",
    "quantile_cont",
    "quantile_disc",
    "rank",
    "regexp_like",
    "replace",
    "reverse",
    "right",
    "round",
    "row_number",
    "rpad",
    "rtrim",
    "sign",
    "split_part",
    "sqrt",
    "starts_with",
    "stddev",
    "stddev_samp",
    "stdev",
    "stdev_samp",
    "strftime",
    "strpos",
    "strptime",
    "substr",
    "substring",
    "sum",
    "time",
    "timestamp",
    "total",
    "trim",
    "trunc",
    "truncate",
    "upper",
    "var",
    "var_samp",
    "variance",
];

/// The name of a function that no query may call, as it is written.
pub(super) fn refused(function: &Function) -> Option<String> {
    let name = function.name.to_string();
    (!KNOWN.contains(&name.to_lowercase().as_str())).then_some(name)
}

pub(super) fn known() -> &'static [&'static str] {
    &KNOWN
}

/// By how many times its arguments a call may lengthen a text.
pub(super) fn lengthens(function: &Function) -> u64 {
    /// What an argument that is not written out may ask for.
    const UNKNOWN: u64 = 1_000;
    let argument = |rank: usize| match &function.args {
        FunctionArguments::List(list) => match list.args.get(rank) {
            Some(FunctionArg::Unnamed(FunctionArgExpr::Expr(Expr::Value(value)))) => Some(&value.value),
            _ => None,
        },
        _ => None,
    };
    match function.name.to_string().to_lowercase().as_str() {
        "concat" | "concat_ws" => match &function.args {
            FunctionArguments::List(list) => list.args.len() as u64,
            _ => UNKNOWN,
        },
        "replace" => match argument(2) {
            Some(Value::SingleQuotedString(text)) => text.chars().count() as u64,
            _ => UNKNOWN,
        },
        "lpad" | "rpad" => match argument(1) {
            Some(Value::Number(number, _)) => number.parse().unwrap_or(UNKNOWN),
            _ => UNKNOWN,
        },
        _ => 0,
    }
}
