//! What to say of a key that no reader knows: the key that was meant, or the slip of YAML that made it one.

use super::document::{Node, Shape};
use crate::diagnostic::{Code, Diagnostic, Placed};
use crate::french;

/// A key that no reader knows.
pub const UNKNOWN_KEY: Code = Code("M020");

/// The fault of a key of `owner`, whose keys are these.
pub fn unknown_key(key: &Placed<String>, value: &Node, owner: &str, keys: &[&str]) -> Diagnostic {
    let name = &key.value;
    let message = format!("Clé inconnue « {name} » dans {owner}.");
    let digits = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit());
    let help = if digits {
        "Entre accolades ou crochets, la virgule sépare les valeurs : écrivez 12.5, ou \"12,5\" entre guillemets."
            .to_owned()
    } else if let Some(question) = french::meant(name, keys.iter().copied()) {
        question
    } else if value.shape == Shape::Empty {
        // `origine: loi AGEC, art. 58` in braces: what follows the comma reads as a key without a value.
        "Entre accolades, la virgule annonce une autre clé : mettez le texte entier entre guillemets droits \"…\"."
            .to_owned()
    } else {
        format!("Les clés sont : {}.", keys.join(", "))
    };
    key.error(UNKNOWN_KEY, message).help(help)
}
