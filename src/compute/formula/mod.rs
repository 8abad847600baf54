//! `formule`: values that come from the values of other indicators.
//!
//! Read once (`lexer`, `parser`), put in order (`order`), evaluated year by year (`evaluate`). Its grammar:
//!
//! ```text
//! sum     = product { ("+" | "-") product }
//! product = signed { ("*" | "/") signed }
//! signed  = { "-" } atom
//! atom    = number | identifier | ("somme" | "moyenne") "(" sum { ("," | ";") sum } ")" | "derniere" "(" identifier ")" | "(" sum ")"
//! ```
//!
//! An identifier may be a title (`titles`), between quotation marks or alone. It works on headlines only, and knows neither units nor statuses.

mod expression;
mod titles;
mod lexer;
mod parser;
mod fault;
mod operands;
mod order;
mod evaluate;

pub use evaluate::union;

use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics, Placed};
use crate::form::called;
use crate::model::{Derivation, Identifier, Indicator, Names, Series};
use expression::Expression;
use std::collections::BTreeMap;

/// The formula gives no value in any year.
const NO_VALUE: Code = Code("M307");

/// A formula that was read, and where it stands.
struct Formula<'a> {
    indicator: &'a Indicator,
    source: &'a Placed<String>,
    expression: Expression,
}

/// Reads a formula, for who throws texts at it.
#[cfg(any(test, fuzzing))]
pub fn read(text: &str) {
    let _ = parser::parse(text, &Names::default());
}

/// Adds to `headlines` the series of every indicator that has a formula; every fault is pushed.
///
/// `names` has those of the entries whose own fault is already told: citing them is no other fault.
pub fn evaluate_all(
    catalogue: &[Indicator],
    names: &Names,
    headlines: &mut BTreeMap<Identifier, Series>,
    diagnostics: &mut Diagnostics,
) {
    let mut formulas = BTreeMap::new();
    for indicator in catalogue {
        let Some(Derivation::Formula(source)) = &indicator.derivation else {
            continue;
        };
        let read = parser::parse(&source.value, names).and_then(|parsed| {
            operands::check(&parsed.expression, indicator, catalogue, names)?;
            Ok(parsed)
        });
        match read {
            Ok(parsed) => {
                diagnostics.extend(called::by_title(&source.place, "d’indicateurs", &parsed.titles));
                let formula = Formula {
                    indicator,
                    source,
                    expression: parsed.expression,
                };
                formulas.insert(indicator.id.clone(), formula);
            }
            Err(faults) => {
                let mark = diagnostics.mark();
                for fault in faults {
                    let told = fault.diagnostic(indicator, source, diagnostics);
                    diagnostics.push(match fault.code {
                        operands::UNKNOWN_OPERAND => told.because(Cause::Catalogue),
                        _ => told,
                    });
                }
                diagnostics.blame(mark, &Cause::entry(indicator.id.as_str()));
            }
        }
    }
    let titles: evaluate::Titles = catalogue
        .iter()
        .map(|indicator| (&indicator.id, indicator.title.as_str()))
        .collect();
    for formula in order::by_dependency(catalogue, &formulas, diagnostics) {
        let this = Cause::entry(formula.indicator.id.as_str());
        for cited in formula.expression.operands() {
            diagnostics.rests(this.clone(), Cause::entry(cited.name.as_str()));
        }
        // An operand whose own formula has a fault is not in `headlines`: one fault is told once.
        if formula
            .expression
            .operands()
            .iter()
            .any(|cited| !headlines.contains_key(cited.name))
        {
            continue;
        }
        let series = evaluate::series(formula, headlines, &titles, diagnostics);
        if series.numbers().next().is_none() {
            let message = format!(
                "La formule de l’indicateur « {} » ne donne de valeur pour aucune année.",
                formula.indicator.id
            );
            diagnostics.push(
                Diagnostic::warning(NO_VALUE, formula.source.place.clone(), message)
                    .help("Vérifiez que les indicateurs cités ont des valeurs d’ensemble pour les mêmes années.")
                    .raw(formula.source.value.as_str())
                    .because(this),
            );
        }
        headlines.insert(formula.indicator.id.clone(), series);
    }
}
