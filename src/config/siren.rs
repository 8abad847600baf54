//! The SIREN of the collectivité: nine digits, and a check digit that is right.

use crate::diagnostic::{Code, Diagnostics, Placed};
use crate::form::document::Node;
use crate::form::entry::FromYaml;
use crate::form::scalars::same_schema;

/// A SIREN that has not nine digits.
pub(super) const SIREN: Code = Code("M040");
/// A SIREN whose check digit (Luhn) is wrong: probably a slip.
pub(super) const SIREN_KEY: Code = Code("M041");

/// The digits alone: spaces are a habit of writing.
pub(super) fn digits(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// The digits of a SIREN; a wrong one is told, and kept for what is checked against it.
pub enum Siren {}

impl FromYaml for Siren {
    type Value = String;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<String> {
        let siren = Placed::<String>::from_yaml(node, diagnostics)?;
        let digits = digits(&siren.value);
        check(&siren, &digits, diagnostics);
        Some(digits)
    }
}

same_schema!(Siren, String);

fn check(siren: &Placed<String>, digits: &str, diagnostics: &mut Diagnostics) {
    let text = &siren.value;
    if digits.len() != 9 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        let message = format!("« {text} » n’est pas un numéro SIREN : il en faut les neuf chiffres.");
        let help = if digits.len() == 14 {
            "C’est sans doute un SIRET : gardez ses neuf premiers chiffres."
        } else {
            "Écrivez les neuf chiffres entre guillemets droits : \"200040715\"."
        };
        diagnostics.push(siren.error(SIREN, message).help(help));
    } else if !luhn(digits) {
        let message = format!("La clé du numéro SIREN « {text} » est fausse : un chiffre est sans doute mal recopié.");
        diagnostics.push(
            siren
                .warning(SIREN_KEY, message)
                .help("Recopiez le numéro depuis l’annuaire des entreprises."),
        );
    }
}

/// The sum of Luhn: every second digit from the right doubled, digits added, a multiple of ten.
fn luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(rank, byte)| {
            let digit = u32::from(byte - b'0') * if rank % 2 == 1 { 2 } else { 1 };
            digit / 10 + digit % 10
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_digit_catches_a_slip() {
        assert!(luhn("200040715"));
        assert!(!luhn("200040751"));
        assert!(!luhn("200040716"));
    }
}
