//! The closed vocabularies of `data/parc/`: perimeter, class of quality, status, stage.

use super::cells::{Read, Refused};
use super::columns::Row;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::french::quoted;
use crate::french::{folded, list, meant};

/// A word of `data/parc/` that is not in its list.
const UNKNOWN_WORD: Code = Code("M266");

/// The value whose key or label stands in a cell; none where it is empty.
pub fn word<T: Copy>(
    row: &Row,
    column: &str,
    known: &[T],
    names: impl Fn(T) -> (&'static str, &'static str),
    diagnostics: &mut Diagnostics,
) -> Read<T> {
    let text = row.text(column);
    if text.is_empty() {
        return Ok(None);
    }
    let wanted = folded(&text);
    let is_it = |value: &T| {
        let (key, label) = names(*value);
        folded(key) == wanted || folded(label) == wanted
    };
    if let Some(value) = known.iter().copied().find(is_it) {
        return Ok(Some(value));
    }
    let keys: Vec<&str> = known.iter().map(|value| names(*value).0).collect();
    let message = format!(
        "La case {} contient {} ; les mots admis sont {}.",
        quoted(column),
        quoted(&text),
        list(&keys)
    );
    let help = match meant(&text, keys.iter().copied()) {
        Some(question) => question,
        None => "Choisissez un de ces mots, ou videz la case.".to_owned(),
    };
    diagnostics.push(
        Diagnostic::error(UNKNOWN_WORD, row.place(column), message)
            .help(help)
            .raw(text),
    );
    Err(Refused)
}
