//! What people leave around the number of a value: the call of a note, the mark of a status, a range, « environ ».
//!
//! It says where each of them goes, so that the next gesture loses none.

use crate::form::marks::status_of;
use crate::french::{apart, decimal, is_unit, leading_unit, quoted, read_number};
use crate::model::ObservationStatus;

/// What may stand before a number that is not exact.
const ABOUT: [&str; 6] = ["environ", "env.", "env", "~", "≈", "±"];
/// What may stand before a bound.
const BOUND: [&str; 4] = ["<", ">", "≤", "≥"];
/// What may stand between the two ends of a range.
const BETWEEN: [&str; 5] = ["à", "a", "-", "–", "ou"];

/// The next gesture for a number with something around it that is no unit; none where there is nothing such.
///
/// `number` writes the number of a text, in each of its readings; `is_own` says whether its unit is the one that is due.
pub fn help(text: &str, number: impl Fn(&str) -> String, is_own: impl Fn(&str) -> bool) -> Option<String> {
    let text = text.trim();
    if let Some((sign, rest)) = before(text, &ABOUT) {
        if !is_own(rest) {
            return Some(format!(
                "Convertissez le nombre dans l’unité du catalogue, puis faites-le suivre de « (e) », qui dit de cette valeur seule qu’elle est estimée ; ou écrivez-le seul, et {} dans la colonne « note ».",
                quoted(sign)
            ));
        }
        let (value, said) = (number(rest), quoted(sign));
        return Some(format!(
            "Écrivez {value} suivi de « (e) », qui dit de cette valeur seule qu’elle est estimée ; ou {value}, et {said} dans la colonne « note »."
        ));
    }
    if before(text, &BOUND).is_some() {
        let said = quoted(text);
        return Some(format!(
            "Une borne n’est pas une valeur : écrivez « n.d. » (« secret » si le nombre ne peut être publié), et {said} dans la colonne « note »."
        ));
    }
    let (_, rest) = apart(text);
    let between = BETWEEN.iter().find_map(|word| rest.strip_prefix(word));
    if between.is_some_and(|end| read_number(end).is_ok()) {
        let said = quoted(text);
        return Some(format!(
            "Écrivez une seule valeur, et la fourchette {said} dans la colonne « note »."
        ));
    }
    let inside = rest
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
        .unwrap_or(rest)
        .trim();
    if let Some(status) = status_of(&inside.to_lowercase()) {
        let written = number(text);
        return Some(match status {
            ObservationStatus::Final => format!("Écrivez {written} : une valeur révisée est définitive."),
            status => format!(
                "Écrivez {written} suivi de « ({}) », qui dit de cette valeur seule qu’elle est : {}.",
                mark(status),
                status.label()
            ),
        });
    }
    let is_call = |sign: char| sign.is_ascii_digit() || "*†‡§¹²³⁰⁴⁵⁶⁷⁸⁹".contains(sign);
    let call =
        !inside.is_empty() && (inside.chars().all(is_call) || rest.starts_with('(') && inside.chars().count() == 1);
    call.then(|| {
        let (written, call) = (number(text), quoted(rest));
        format!("Écrivez {written}, et ce que dit l’appel de note {call} dans la colonne « note ».")
    })
}

/// The mark by which statistical tables say a status.
fn mark(status: ObservationStatus) -> &'static str {
    match status {
        ObservationStatus::Estimated => "e",
        ObservationStatus::Break => "b",
        _ => "p",
    }
}

/// What follows a number, in two: the unit that is said, and a remark, `(hors mairie annexe)`, `à confirmer`, `env.`
pub fn remark(after: &str) -> (&str, &str) {
    let after = after.trim();
    if let Some((unit, inside)) = after.strip_suffix(')').and_then(|after| after.split_once('(')) {
        return (unit.trim(), inside.trim());
    }
    if let Some((unit, rest)) = leading_unit(after) {
        return (unit, rest);
    }
    let first = after.split_whitespace().next().unwrap_or_default();
    let is_said = is_unit(after) || is_unit(first) || first == after && !after.ends_with('.');
    match is_said {
        true => (after, ""),
        false => ("", after),
    }
}

/// A sign before a number, and this number.
fn before<'t>(text: &'t str, signs: &[&'static str]) -> Option<(&'static str, &'t str)> {
    let found = signs
        .iter()
        .find_map(|sign| Some((*sign, text.strip_prefix(sign)?.trim_start())));
    found.filter(|(_, rest)| decimal(rest).is_some())
}
