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
    let mut literal = String::new();
    write(value, &mut literal)?;
    Ok(literal)
}

fn write(value: &Value, literal: &mut String) -> Result<(), Error> {
    match value.kind() {
        ValueKind::Undefined => Err(Error::from(ErrorKind::UndefinedError)),
        ValueKind::None => Ok(literal.push_str("none")),
        ValueKind::Bool => Ok(literal.push_str(if value.is_true() { "true" } else { "false" })),
        ValueKind::Number => number(value).map(|number| literal.push_str(&number)),
        ValueKind::String => {
            let text = value.as_str().unwrap_or_default();
            Ok(literal.push_str(&if value.is_safe() { text.to_owned() } else { string(text) }))
        }
        ValueKind::Seq | ValueKind::Iterable => array(value, literal),
        ValueKind::Map => dictionary(value, literal),
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

fn array(value: &Value, literal: &mut String) -> Result<(), Error> {
    let mut count = 0;
    literal.push('(');
    for item in value.try_iter()? {
        if count > 0 {
            literal.push_str(", ");
        }
        write(&item, literal)?;
        count += 1;
    }
    // `(1)` is a number between brackets; `(1,)` is the array of one.
    literal.push_str(if count == 1 { ",)" } else { ")" });
    Ok(())
}

fn dictionary(value: &Value, literal: &mut String) -> Result<(), Error> {
    let keys: Vec<Value> = value.try_iter()?.collect();
    if keys.is_empty() {
        literal.push_str("(:)");
        return Ok(());
    }
    literal.push('(');
    for (rank, key) in keys.iter().enumerate() {
        if rank > 0 {
            literal.push_str(", ");
        }
        literal.push_str(&string(&key.to_string()));
        literal.push_str(": ");
        write(&value.get_item(key)?, literal)?;
    }
    literal.push(')');
    Ok(())
}

fn refused(reason: String) -> Error {
    Error::new(ErrorKind::InvalidOperation, reason)
}
