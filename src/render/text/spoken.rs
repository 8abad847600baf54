//! Why the engine does not understand a call of a text, in French and by its kind: its own words are English.
//!
//! It says what lacks or what is too many; which functions there are is said beside it.

use crate::french::quoted;
use minijinja::{Error, ErrorKind};

/// Commas of the longest call: an identifier and two years.
const MOST_COMMAS: usize = 2;

/// The end of « L’appel … ne se comprend pas : ».
pub(super) fn why(call: &str, error: &Error) -> String {
    match error.kind() {
        ErrorKind::SyntaxError | ErrorKind::BadEscape => grammar(call, error.detail().unwrap_or_default()),
        ErrorKind::UnknownFunction | ErrorKind::UnknownFilter | ErrorKind::UnknownTest | ErrorKind::UnknownMethod => {
            format!("{} n’est pas une fonction", quoted(function(call)))
        }
        ErrorKind::TooManyArguments => "il a trop d’arguments, ou l’un d’eux a un nom qui n’est pas connu".to_owned(),
        ErrorKind::MissingArgument => "il lui manque un argument".to_owned(),
        kind if kind == ErrorKind::UndefinedError || !call.contains(['"', '\'', '“', '”', '«', '’']) => {
            "un de ses mots n’a pas de guillemets, ou n’est pas une fonction".to_owned()
        }
        _ if call.matches(',').count() > MOST_COMMAS => "il a trop d’arguments".to_owned(),
        _ => "ses arguments ne conviennent pas (un identifiant entre guillemets, une année en chiffres)".to_owned(),
    }
}

/// What is wrong with the signs of a call.
fn grammar(call: &str, detail: &str) -> String {
    let count = |sign: char| call.matches(sign).count();
    let odd = |sign: char| !count(sign).is_multiple_of(2);
    let (open, closed) = (count('('), count(')'));
    if odd('"') || count('«') != count('»') || count('“') > count('”') {
        return "un guillemet n’est pas fermé".to_owned();
    }
    if open != closed {
        let what = if open > closed {
            "n’est pas fermée"
        } else {
            "est de trop"
        };
        return format!("une parenthèse {what}");
    }
    // The engine met an argument where it waited for what separates two of them.
    if [
        "unexpected string",
        "unexpected integer",
        "unexpected float",
        "unexpected identifier",
    ]
    .iter()
    .any(|found| detail.contains(found))
    {
        return "il manque une virgule entre deux arguments, ou des guillemets autour d’un nom".to_owned();
    }
    if detail.contains("end of input") || call.trim().is_empty() {
        return "il s’arrête avant la fin".to_owned();
    }
    "un de ses signes n’a pas sa place".to_owned()
}

/// The name before the first parenthesis.
fn function(call: &str) -> &str {
    call.split(['(', '|']).next().unwrap_or_default().trim()
}

#[cfg(test)]
mod tests {
    use super::super::tests::written;

    #[test]
    fn why_a_call_is_not_understood_is_said_in_french() {
        for (call, why) in [
            ("valeur(\"elec\" 2019)", "il manque une virgule"),
            ("valeur(\"elec\"", "parenthèse n’est pas fermée"),
            ("valeur(\"elec\", 2019, 2020, 3)", "trop d’arguments"),
            ("valleur(\"elec\")", "valleur\u{A0}» n’est pas une fonction"),
            ("valeur(elec)", "pas de guillemets"),
        ] {
            let (_, told) = written(&format!("Un {{{{ {call} }}}} deux."));
            assert!(told.len() == 1 && told[0].contains(why), "{call}: {told:?}");
        }
    }
}
