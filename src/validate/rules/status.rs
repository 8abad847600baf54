//! What the `statut` of a row says of its values.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::form::absence::{Absence, absence};
use crate::form::marks::{Mark, mark_of};
use crate::form::unfilled;
use crate::french::list;
use crate::french::quoted;
use crate::french::{folded, meant};
use crate::model::ObservationStatus;
use crate::validate::line::Line;

/// A word that is no status of an observation.
const UNKNOWN_STATUS: Code = Code("M215");

/// What the status of a row says, final where it says nothing; none, and a fault, where the word is unknown.
pub fn read(line: &Line, column: Option<usize>, diagnostics: &mut Diagnostics) -> Option<Mark> {
    let text = line.text(column);
    let Some(column) = column.filter(|_| !text.is_empty()) else {
        return Some(Mark::NONE);
    };
    let said = |status| Some(Mark { status, ..Mark::NONE });
    let word = folded(&text);
    let known = ObservationStatus::ALL.iter().copied();
    if let Some(status) = known.clone().find(|status| folded(status.key()) == word) {
        return said(status);
    }
    let bare = word.trim_matches(['(', ')', '[', ']']);
    if let Some(mark) = mark_of(bare) {
        return Some(mark);
    }
    // A letter alone may be anything: a value is withheld by a word.
    if bare.chars().count() > 1 && absence(bare) == Some(Absence::Secret) {
        return said(ObservationStatus::Secret);
    }
    // What `nouveau` marks is invented.
    if folded(unfilled::MARK) == word {
        return said(ObservationStatus::Example);
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
