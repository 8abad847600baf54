//! What a cell of value means: a number, an absence, or a fault.

use super::value_marks;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::form::absence::{Absence, absence};
use crate::form::marks::{Mark, without_marks};
use crate::form::number::{by_format, in_unit};
use crate::form::separators::Reading;
use crate::form::{slips, unfilled};
use crate::french::{NumberFault, apart, is_percentage, is_same_unit, quoted, read_number, says_unit};
use crate::load::Content;
use crate::model::Value;
use crate::validate::line::Line;
use crate::validate::numerals::Numerals;
use jiff::civil::Date;

/// A cell that is neither a number nor a known absence.
const NOT_A_NUMBER: Code = Code("M212");

const NUMBER_HELP: &str = "Écrivez un nombre (12,5 ou 1 234,5), ou « n.d. » si la valeur n’existe pas, ou « secret » si elle ne peut \
             être publiée.";

/// The value of a cell; none, and a fault, where it cannot be understood.
///
/// A mark may stand after it: « 70 (p) » is provisional, « 70 (révisé) » final, and said to be revised.
pub fn read(line: &Line, column: usize, numerals: &Numerals, diagnostics: &mut Diagnostics) -> Option<(Value, Mark)> {
    if let Some(Content::Text(text)) = line.cell(column).map(|cell| &cell.content) {
        // « 70 MWh (p) » has its unit before its mark.
        if let Some((bare, mark)) = without_marks(text) {
            let plain = numerals.plain(line.indicator, bare);
            let (number, unit) = apart(&plain);
            let is_own = unit.is_empty() || says_unit(unit, &line.indicator.unit);
            if let (Ok(number), true) = (read_number(number), is_own) {
                return Some((Value::Number(number), mark));
            }
        }
    }
    Some((number(line, column, numerals, diagnostics)?, Mark::NONE))
}

/// A cell shown as a percentage is worth a hundred times its number under the unit `%`, and its number elsewhere.
fn number(line: &Line, column: usize, numerals: &Numerals, diagnostics: &mut Diagnostics) -> Option<Value> {
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
    let fault = match read_number(&numerals.plain(line.indicator, &text)) {
        Ok(number) => return Some(Value::Number(number)),
        Err(_) if unfilled::is_unfilled(&text) => {
            let message = format!("La valeur {} attend d’être remplacée.", quoted(&text));
            let fault = Diagnostic::error(unfilled::UNFILLED, cell.place.clone(), message);
            let help = "Écrivez la valeur, ou « n.d. » si elle n’existe pas.";
            diagnostics.reserve(fault.help(help).raw(text));
            return Some(Value::Missing);
        }
        Err(_) if let Some(absence) = absence(&text) => {
            return Some(match absence {
                Absence::Missing => Value::Missing,
                Absence::Secret => Value::Secret,
                Absence::Void => Value::Void,
            });
        }
        // « 30 % » under the unit %, « 12 m3 » under m³: the cell says what the catalogue says.
        Err(NumberFault::Unit { number, rest }) if says_unit(&rest, &line.indicator.unit) => {
            return Some(Value::Number(number));
        }
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
        .help(help(&text, &fault, line, numerals) + by_format(&cell.place, &text))
        .raw(text),
    );
    None
}

/// The next gesture: obeyed to the letter, it gives the value that was meant.
fn help(text: &str, fault: &NumberFault, line: &Line, numerals: &Numerals) -> String {
    let unit = &line.indicator.unit;
    let is_month = text.len() == 7 && format!("{text}-01").parse::<Date>().is_ok();
    let is_day = text.get(..10).is_some_and(|day| day.parse::<Date>().is_ok());
    if is_month || is_day {
        return "La cellule contient une date : un tableur prend « 12.05 » pour le 12 mai. Donnez-lui le format « Nombre », puis retapez la valeur, une virgule devant les décimales : le nombre que ce format y montrerait serait celui d’un jour.".to_owned();
    }
    if let Some(hours) = slips::hours(text).filter(|_| is_same_unit(unit, "h")) {
        return format!("Écrivez les heures en nombre décimal : {}.", quoted(&hours));
    }
    if let Some(converted) = in_unit(&numerals.readings(line.indicator, text), unit) {
        return match unit.as_str() {
            "" => format!("Écrivez le nombre en entier : {converted}."),
            unit => format!(
                "Convertissez la valeur : écrivez {converted} ({} dans l’unité du catalogue, {}).",
                text.trim(),
                quoted(unit)
            ),
        };
    }
    let readings = |text: &str| {
        let readings = numerals.readings(line.indicator, text);
        in_unit(&readings, unit).unwrap_or_else(|| number_of(&readings))
    };
    // Of « environ 22 GWh » under m³, the number alone would be another.
    let is_own = |text: &str| {
        let rest = apart(text).1;
        rest.is_empty() || says_unit(rest, unit) || in_unit(&numerals.readings(line.indicator, text), unit).is_some()
    };
    if let Some(help) = value_marks::help(text, readings, is_own) {
        return help;
    }
    if let Some(gesture) = slips::gesture(text) {
        return gesture;
    }
    let (_, after) = apart(text);
    let (said, remark) = value_marks::remark(after);
    // « h 30 » is no remark.
    let has_digit = remark.contains(|sign: char| sign.is_ascii_digit());
    if !remark.is_empty() && !has_digit && (said.is_empty() || is_same_unit(said, unit)) {
        return format!(
            "Écrivez {} dans la cellule, et {} dans la colonne « note ».",
            readings(text),
            quoted(remark)
        );
    }
    let NumberFault::Unit { .. } = fault else {
        return NUMBER_HELP.to_owned();
    };
    let rest = said;
    match unit.as_str() {
        // Nothing of what follows is a unit: « 3 h 30 » under tonnes.
        _ if rest.is_empty() => NUMBER_HELP.to_owned(),
        "" => format!(
            "Si les valeurs sont en {}, écrivez cette unité dans le catalogue (unite), et ici le nombre seul ; sinon, convertissez la valeur.",
            quoted(rest)
        ),
        unit => format!(
            "La valeur s’écrit en {}, l’unité du catalogue : convertissez-la, puis écrivez le nombre seul. Si les valeurs sont en {}, corrigez l’unité du catalogue ({}).",
            quoted(unit),
            quoted(rest),
            line.indicator.place.of_key("unite")
        ),
    }
}

/// The number of a text alone, quoted, in each of its readings.
fn number_of(readings: &[Reading]) -> String {
    let written = readings.iter().map(|reading| reading.quoting(apart(&reading.text).0));
    written.collect::<Vec<_>>().join(" ou ")
}

/// A hundred times a fraction, without the noise of binary arithmetic (0.07 gives 7, not 7.000000000000001).
fn hundredfold(fraction: f64) -> f64 {
    format!("{:.14e}", fraction * 100.0).parse().unwrap_or(fraction * 100.0)
}
