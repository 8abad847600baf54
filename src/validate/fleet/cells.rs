//! What a cell of `data/parc/` means: an amount, a year, a part of the units of its line; or a fault.

use super::columns::Row;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::form::absence::{absence, is_missing};
use crate::french::quoted;
use crate::french::{NumberFault, folded, number, read_number};
use crate::load::Content;

/// A cell of `data/parc/` that is not the number it must be.
const NOT_AN_AMOUNT: Code = Code("M263");
/// A year of the inventory or of a purchase that cannot be.
const IMPOSSIBLE_YEAR: Code = Code("M264");
/// A part of the units of a line that cannot be understood, or is more than all of them.
const IMPOSSIBLE_PART: Code = Code("M265");

/// A cell that must be filled and is empty.
const BLANK: Code = Code("M267");

/// A value, its absence, or a fault that was pushed.
pub type Read<T> = Result<Option<T>, Refused>;

/// The fault of a cell was pushed: its line is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

/// A number that is not negative.
pub fn amount(row: &Row, column: &str, diagnostics: &mut Diagnostics) -> Read<f64> {
    let Some(cell) = row.cell(column) else { return Ok(None) };
    let found = match &cell.content {
        Content::Empty => return Ok(None),
        Content::Number { value, .. } => Some(*value),
        Content::Text(text) if absence(text).is_some() => return Ok(None),
        Content::Text(text) => plain(text),
    };
    match found.filter(|value| value.is_finite() && *value >= 0.0) {
        Some(value) => Ok(Some(value)),
        None => {
            let help = "Écrivez un nombre positif ou nul, sans unité ; laissez la case vide si la valeur n’existe pas.";
            Err(refuse(
                NOT_AN_AMOUNT,
                row,
                column,
                "un nombre positif ou nul",
                help,
                diagnostics,
            ))
        }
    }
}

/// A number that must be there.
pub fn needed_amount(row: &Row, column: &str, diagnostics: &mut Diagnostics) -> Result<f64, Refused> {
    amount(row, column, diagnostics)?.ok_or_else(|| refuse_blank(row, column, diagnostics))
}

/// A text that must be there.
pub fn needed_text(row: &Row, column: &str, diagnostics: &mut Diagnostics) -> Result<String, Refused> {
    let text = row.text(column);
    match is_missing(&text) {
        true => Err(refuse_blank(row, column, diagnostics)),
        false => Ok(text),
    }
}

/// A whole number of units.
pub fn units(row: &Row, column: &str, diagnostics: &mut Diagnostics) -> Read<f64> {
    let Some(value) = amount(row, column, diagnostics)? else {
        let help = "Écrivez le nombre d’équipements de la ligne (0 s’il n’y en a plus).";
        return Err(refuse(
            NOT_AN_AMOUNT,
            row,
            column,
            "un nombre d’équipements",
            help,
            diagnostics,
        ));
    };
    if value.fract() != 0.0 {
        let help = "Un équipement se compte en entier.";
        return Err(refuse(
            NOT_AN_AMOUNT,
            row,
            column,
            "un nombre entier d’équipements",
            help,
            diagnostics,
        ));
    }
    Ok(Some(value))
}

/// A duration in years that is above zero.
pub fn duration(row: &Row, column: &str, diagnostics: &mut Diagnostics) -> Read<f64> {
    let value = amount(row, column, diagnostics)?;
    if value == Some(0.0) {
        let help = "Écrivez une durée de plus de zéro année, ou laissez la case vide.";
        return Err(refuse(
            NOT_AN_AMOUNT,
            row,
            column,
            "une durée en années",
            help,
            diagnostics,
        ));
    }
    Ok(value)
}

/// A year, alone or in a date (`2021-03-15`, `15/03/2021`).
pub fn year(row: &Row, column: &str, diagnostics: &mut Diagnostics) -> Read<i32> {
    let text = row.text(column);
    if absence(&text).is_some() {
        return Ok(None);
    }
    let groups = text.split(|character: char| !character.is_ascii_digit());
    let four: Vec<&str> = groups.filter(|digits| digits.len() == 4).collect();
    let year = match four.as_slice() {
        [year] => year.parse().ok().filter(|year| (1970..=2100).contains(year)),
        _ => None,
    };
    year.map(Some).ok_or_else(|| {
        let help = "Écrivez l’année avec ses quatre chiffres, ou une date : 2021, 15/03/2021.";
        refuse(
            IMPOSSIBLE_YEAR,
            row,
            column,
            "une année de 1970 à 2100",
            help,
            diagnostics,
        )
    })
}

/// A part of the units of a line: `oui`, `non`, a number of units or a percentage.
pub fn part(row: &Row, column: &str, units: f64, diagnostics: &mut Diagnostics) -> Read<f64> {
    let found = match row.cell(column).map(|cell| &cell.content) {
        None | Some(Content::Empty) => return Ok(None),
        Some(Content::Text(text)) if absence(text).is_some() => return Ok(None),
        Some(Content::Number { value, percent: true }) => Some(value * units),
        Some(Content::Number { value, .. }) => Some(*value).filter(|value| value.fract() == 0.0),
        Some(Content::Text(text)) => written_part(text, units),
    };
    match found.filter(|part| part.is_finite() && *part >= 0.0 && *part <= units) {
        Some(part) => Ok(Some(part)),
        None => {
            let expected = format!("une part des {} équipements de la ligne", number(units, 0));
            let help = "Écrivez oui, non, un nombre d’équipements, ou une part suivie de % : 50, ou 20 %.";
            Err(refuse(IMPOSSIBLE_PART, row, column, &expected, help, diagnostics))
        }
    }
}

fn written_part(text: &str, units: f64) -> Option<f64> {
    match folded(text).as_str() {
        "oui" | "o" | "vrai" | "true" => return Some(units),
        "non" | "n" | "faux" | "false" => return Some(0.0),
        _ => {}
    }
    match read_number(text) {
        // 0,2 would be a share written as a fraction: `20 %` says it without doubt.
        Ok(part) => Some(part).filter(|part| part.fract() == 0.0),
        Err(NumberFault::Unit { number, rest }) if rest == "%" => Some(number / 100.0 * units),
        Err(_) => None,
    }
}

/// A cell that must hold something and does not.
pub fn refuse_blank(row: &Row, column: &str, diagnostics: &mut Diagnostics) -> Refused {
    let message = format!(
        "La case {} est vide, et la ligne ne peut être lue sans elle.",
        quoted(column)
    );
    let help = "Remplissez la case, ou supprimez la ligne.";
    diagnostics.push(Diagnostic::error(BLANK, row.place(column), message).help(help));
    Refused
}

/// A number, alone or followed by the unit of its column (`5 ans`, `30 kWh`).
fn plain(text: &str) -> Option<f64> {
    match read_number(text) {
        Ok(value) => Some(value),
        Err(NumberFault::Unit { number, rest }) => {
            let unit = folded(&rest);
            ["an", "ans", "annee", "annees", "kwh", "kwh/an"]
                .contains(&unit.as_str())
                .then_some(number)
        }
        Err(_) => None,
    }
}

fn refuse(code: Code, row: &Row, column: &str, expected: &str, help: &str, diagnostics: &mut Diagnostics) -> Refused {
    let text = row.text(column);
    let found = if text.is_empty() {
        "elle est vide".to_owned()
    } else {
        format!("elle contient {}", quoted(&text))
    };
    let message = format!("La case {} doit donner {expected}, et {found}.", quoted(column));
    diagnostics.push(Diagnostic::error(code, row.place(column), message).help(help).raw(text));
    Refused
}
