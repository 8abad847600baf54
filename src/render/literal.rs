//! Every value a template prints, as the Typst literal that evaluates to it.
//!
//! This is the only door through which data reaches a Typst source, so that no data can become markup.
//! It is checked against Typst itself: the literal evaluates to the value it was made from.

use minijinja::value::ValueKind;
use minijinja::{Error, ErrorKind, Value};

/// A Typst string literal, on one line whatever the text holds.
///
/// Written as Typst’s own `repr` does: what is not printable is escaped, so a control or private-use character
/// never stands as itself in a source.
pub fn string(text: &str) -> String {
    let mut literal = String::with_capacity(text.len() + 2);
    literal.push('"');
    for character in text.chars() {
        match character {
            '\0' => literal.push_str("\\u{0}"),
            '\'' => literal.push('\''),
            _ => literal.extend(character.escape_debug()),
        }
    }
    literal.push('"');
    literal
}

/// The Typst literal of a value: string, integer, finite number, boolean, `none`, array or dictionary.
///
/// Code that a template has already written (a macro, a captured block) is printed as it is.
///
/// # Errors
/// An undefined value, a number that is not finite or beyond 64 bits, and what Typst has no literal for.
pub fn value(value: &Value) -> Result<String, Error> {
    match value.kind() {
        ValueKind::Undefined => Err(Error::from(ErrorKind::UndefinedError)),
        ValueKind::None => Ok("none".to_owned()),
        ValueKind::Bool => Ok(value.is_true().to_string()),
        ValueKind::Number => number(value),
        ValueKind::String if value.is_safe() => Ok(value.as_str().unwrap_or_default().to_owned()),
        ValueKind::String => Ok(string(value.as_str().unwrap_or_default())),
        ValueKind::Seq | ValueKind::Iterable => array(value),
        ValueKind::Map => dictionary(value),
        kind => Err(refused(format!("a value of type « {kind} » has no Typst literal"))),
    }
}

fn number(value: &Value) -> Result<String, Error> {
    if value.is_integer() {
        return match value.as_i64() {
            // Typst reads the sign after the digits, and these digits alone are too many for it.
            Some(i64::MIN) => Ok(format!("(-{} - 1)", i64::MAX)),
            Some(integer) => Ok(integer.to_string()),
            None => Err(refused(format!("the integer {value} does not fit in 64 bits"))),
        };
    }
    let number = f64::try_from(value.clone())?;
    if number.is_finite() {
        // Always with a point or an exponent, as many digits as it takes to read the same number back.
        Ok(format!("{number:?}"))
    } else {
        Err(refused(format!("{number} is not a finite number")))
    }
}

fn array(array: &Value) -> Result<String, Error> {
    let items = array
        .try_iter()?
        .map(|item| value(&item))
        .collect::<Result<Vec<_>, _>>()?;
    // `(1)` is a number between brackets; `(1,)` is the array of one.
    let comma = if items.len() == 1 { "," } else { "" };
    Ok(format!("({}{comma})", items.join(", ")))
}

fn dictionary(dictionary: &Value) -> Result<String, Error> {
    let pair = |key: Value| {
        Ok(format!(
            "{}: {}",
            string(&key.to_string()),
            value(&dictionary.get_item(&key)?)?
        ))
    };
    let pairs = dictionary.try_iter()?.map(pair).collect::<Result<Vec<_>, Error>>()?;
    Ok(if pairs.is_empty() {
        "(:)".to_owned()
    } else {
        format!("({})", pairs.join(", "))
    })
}

fn refused(reason: String) -> Error {
    Error::new(ErrorKind::InvalidOperation, reason)
}
