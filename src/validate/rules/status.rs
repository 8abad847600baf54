//! What the `statut` of a row says of its values.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::form::absence::{Absence, absence};
use crate::form::marks::status_of;
use crate::form::unfilled;
use crate::french::list;
use crate::french::quoted;
use crate::french::{folded, meant};
use crate::model::ObservationStatus;
use crate::validate::line::Line;

/// A word that is no status of an observation.
const UNKNOWN_STATUS: Code = Code("M215");

/// The status of a row, final where nothing is said; none, and a fault, where the word is unknown.
pub fn read(line: &Line, column: Option<usize>, diagnostics: &mut Diagnostics) -> Option<ObservationStatus> {
    let text = line.text(column);
    let Some(column) = column.filter(|_| !text.is_empty()) else {
        return Some(ObservationStatus::Final);
    };
    let word = folded(&text);
    let known = ObservationStatus::ALL.iter().copied();
    let key = known.clone().find(|status| folded(status.key()) == word);
    if let Some(status) = key.or_else(|| status_of(&word)) {
        return Some(status);
    }
    let bare = word.trim_matches(['(', ')', '[', ']']);
    if let Some(status) = status_of(bare) {
        return Some(status);
    }
    // A letter alone may be anything: a value is withheld by a word.
    if bare.chars().count() > 1 && absence(bare) == Some(Absence::Secret) {
        return Some(ObservationStatus::Secret);
    }
    // What `nouveau` marks is invented.
    if folded(unfilled::MARK) == word {
        return Some(ObservationStatus::Example);
    }
    let words: Vec<&str> = known.map(ObservationStatus::key).collect();
    let help = match meant(&text, words.iter().copied()) {
        Some(question) => question,
        None => {
            "Choisissez un de ces mots, ou videz la cellule ; une remarque s’écrit dans la colonne « note ».".to_owned()
        }
    };
    diagnostics.push(
        Diagnostic::error(
            UNKNOWN_STATUS,
            line.place(column),
            format!(
                "Le statut {} n’est pas connu ; les statuts sont {}.",
                quoted(&text),
                list(&words)
            ),
        )
        .help(help)
        .raw(text),
    );
    None
}
