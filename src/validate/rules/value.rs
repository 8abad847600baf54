//! What a cell of value means: a number, an absence, or a fault.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::form::absence::{Absence, absence};
use crate::french::{NumberFault, is_percentage, quoted, read_number};
use crate::load::Content;
use crate::model::Value;
use crate::validate::line::Line;

/// A cell that is neither a number nor a known absence.
const NOT_A_NUMBER: Code = Code("M212");

/// The value of a cell; none, and a fault, where it cannot be understood.
///
/// A cell shown as a percentage is worth a hundred times its number under the unit `%`, and its number elsewhere.
pub fn read(line: &Line, column: usize, diagnostics: &mut Diagnostics) -> Option<Value> {
    let Some(cell) = line.cell(column) else {
        return Some(Value::Missing);
    };
    let text = match &cell.content {
        Content::Empty => return Some(Value::Missing),
        Content::Number { value, percent } if value.is_finite() => {
            let percentage = *percent && is_percentage(&line.indicator.unit);
            return Some(Value::Number(if percentage { hundredfold(*value) } else { *value }));
        }
        Content::Number { value, .. } => value.to_string(),
        Content::Text(text) => text.clone(),
    };
    let fault = match read_number(&text) {
        Ok(number) => return Some(Value::Number(number)),
        Err(_) if let Some(absence) = absence(&text) => {
            return Some(match absence {
                Absence::Missing => Value::Missing,
                Absence::Secret => Value::Secret,
            });
        }
        // « 30 % » under the unit %, « 12 MWh » under MWh: the cell says what the catalogue says.
        Err(NumberFault::Unit { number, rest }) if rest == line.indicator.unit => return Some(Value::Number(number)),
        Err(fault) => fault,
    };
    let id = quoted(line.indicator.id.as_str());
    diagnostics.push(
        Diagnostic::error(
            NOT_A_NUMBER,
            cell.place.clone(),
            format!(
                "La valeur de {id} doit être un nombre, et la cellule contient {} : {fault}.",
                quoted(&text)
            ),
        )
        .help(help(&fault, line))
        .raw(text),
    );
    None
}

fn help(fault: &NumberFault, line: &Line) -> String {
    match fault {
        NumberFault::Unit { rest, .. } if line.indicator.unit.is_empty() => format!(
            "Retirez {} de la cellule ; si l’indicateur a une unité, écrivez-la dans le catalogue.",
            quoted(rest)
        ),
        NumberFault::Unit { rest, .. } => format!(
            "Retirez {} de la cellule : l’unité s’écrit dans le catalogue ({}) ou dans la colonne « unite ».",
            quoted(rest),
            quoted(&line.indicator.unit)
        ),
        NumberFault::Empty | NumberFault::NotANumber | NumberFault::OutOfRange => {
            "Écrivez un nombre (12,5 ou 1 234,5), ou « n.d. » si la valeur n’existe pas, ou « secret » si elle ne peut \
             être publiée."
                .to_owned()
        }
    }
}

/// A hundred times a fraction, without the noise of binary arithmetic (0.07 gives 7, not 7.000000000000001).
fn hundredfold(fraction: f64) -> f64 {
    format!("{:.14e}", fraction * 100.0).parse().unwrap_or(fraction * 100.0)
}
