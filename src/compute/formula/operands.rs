//! The indicators a formula names must be in the catalogue; one must be named.

use super::expression::{Cited, Expression};
use super::fault::{Fault, SYNTAX};
use crate::diagnostic::Code;
use crate::french;
use crate::model::{Called, Identifier, Indicator, Names};

/// The formula names an indicator that the catalogue does not have.
pub const UNKNOWN_OPERAND: Code = Code("M301");

/// Every operand that is not an indicator of the catalogue.
pub fn check(
    expression: &Expression,
    indicator: &Indicator,
    catalogue: &[Indicator],
    names: &Names,
) -> Result<(), Vec<Fault>> {
    let operands = expression.operands();
    if operands.is_empty() {
        return Err(vec![Fault {
            code: SYNTAX,
            offset: 0,
            raw: String::new(),
            message: "elle ne cite aucun indicateur".to_owned(),
            help: "Citez au moins un indicateur du catalogue : une constante n’a pas d’année.".to_owned(),
        }]);
    }
    let known = |name: &Identifier| names.identifier(name.as_str()).is_some();
    let is_archived = |name: &Identifier| matches!(names.find(name.as_str()), Some(Called::Archived(_)));
    let faults: Vec<Fault> = operands
        .into_iter()
        .filter(|cited| !known(cited.name))
        .map(|Cited { name, offset, .. }| Fault {
            code: UNKNOWN_OPERAND,
            offset,
            raw: name.to_string(),
            message: match is_archived(name) {
                true => format!("{} est archivé", french::quoted(name.as_str())),
                false => format!("{} n’est pas un indicateur du catalogue", french::quoted(name.as_str())),
            },
            help: match is_archived(name) {
                true => "Retirez-le de la formule ; ou retirez « archive: true » de son entrée, s’il est encore suivi."
                    .to_owned(),
                false => help(name, indicator, catalogue),
            },
        })
        .collect();
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

fn help(name: &Identifier, indicator: &Indicator, catalogue: &[Indicator]) -> String {
    let known = |part: &str| catalogue.iter().any(|other| other.id.as_str() == part);
    let text = name.as_str();
    let glued = text
        .match_indices('-')
        .map(|(index, _)| (&text[..index], &text[index + 1..]))
        .find(|(left, right)| known(left) && (right.is_empty() || known(right) || right.parse::<f64>().is_ok()));
    if let Some((left, right)) = glued {
        return format!("Mettez le signe moins entre deux espaces : « {left} - {right} ».");
    }
    let others = catalogue.iter().filter(|other| other.id != indicator.id);
    match french::meant(text, others.map(|other| other.id.as_str())) {
        Some(question) => question,
        None => "Ajoutez cet indicateur au catalogue, ou corrigez son identifiant dans la formule.".to_owned(),
    }
}
