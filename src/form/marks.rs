//! The marks that statistical tables put after a year or a value: « 2024 (p) », « 70 semi-définitif ».
//!
//! It says what a mark means, not where it may stand.

use crate::french::{apart, folded};
use crate::model::ObservationStatus;

/// The marks, as statistical tables write them.
const MARKS: [(&str, ObservationStatus); 31] = [
    ("p", ObservationStatus::Provisional),
    ("prov", ObservationStatus::Provisional),
    ("provisoire", ObservationStatus::Provisional),
    ("provisoires", ObservationStatus::Provisional),
    ("sd", ObservationStatus::Provisional),
    ("semi-def", ObservationStatus::Provisional),
    ("semi-definitif", ObservationStatus::Provisional),
    ("semi-definitive", ObservationStatus::Provisional),
    ("e", ObservationStatus::Estimated),
    ("est", ObservationStatus::Estimated),
    ("estim", ObservationStatus::Estimated),
    ("estime", ObservationStatus::Estimated),
    ("estimee", ObservationStatus::Estimated),
    ("estimation", ObservationStatus::Estimated),
    ("prev", ObservationStatus::Estimated),
    ("prevu", ObservationStatus::Estimated),
    ("prevision", ObservationStatus::Estimated),
    ("previsions", ObservationStatus::Estimated),
    ("previsionnel", ObservationStatus::Estimated),
    ("previsionnelle", ObservationStatus::Estimated),
    ("r", ObservationStatus::Final),
    ("rev", ObservationStatus::Final),
    ("revise", ObservationStatus::Final),
    ("revisee", ObservationStatus::Final),
    ("corrige", ObservationStatus::Final),
    ("def", ObservationStatus::Final),
    ("definitif", ObservationStatus::Final),
    ("definitive", ObservationStatus::Final),
    ("b", ObservationStatus::Break),
    ("rupture", ObservationStatus::Break),
    ("rupture-de-serie", ObservationStatus::Break),
];

/// The words of a value that was published otherwise, and is final.
const REVISED: [&str; 5] = ["r", "rev", "revise", "revisee", "corrige"];

/// What a mark says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    pub status: ObservationStatus,
    /// It was published otherwise; no status says so.
    pub is_revised: bool,
}

impl Mark {
    /// Nothing is said: the value is final.
    pub const NONE: Mark = Mark {
        status: ObservationStatus::Final,
        is_revised: false,
    };
}

/// Letters of a mark that may be something else where nothing encloses it.
const SHORT_MARK: usize = 2;
/// Those that are a mark all the same, where a space stands before.
const APART: [&str; 4] = ["p", "r", "b", "sd"];
/// A value without the marks that stand after it, and the status that the first of them says: « 70 (p) », « 1 250 MWh provisoire ».
///
/// A short one says something only where it is enclosed, or apart: glued to the number, it may be a unit, or a slip. An `e` apart may be
/// a euro. None where there is no mark.
pub fn without_marks(text: &str) -> Option<(&str, Mark)> {
    let mut bare = text.trim();
    // A table has a million cells, and nearly all end by a digit.
    if bare.ends_with(|last: char| last.is_ascii_digit()) {
        return None;
    }
    let mut mark: Option<Mark> = None;
    while let Some((before, found)) = last_mark(bare) {
        let is_revised = found.is_revised || mark.is_some_and(|mark| mark.is_revised);
        (bare, mark) = (before.trim_end(), Some(Mark { is_revised, ..found }));
    }
    mark.map(|mark| (bare, mark))
}

/// The text before the last mark of a value, and what this mark says.
fn last_mark(text: &str) -> Option<(&str, Mark)> {
    for (opening, closing) in [('(', ')'), ('[', ']')] {
        if let Some((before, inside)) = text.strip_suffix(closing).and_then(|text| text.rsplit_once(opening)) {
            return Some((before, mark_of(&folded(inside))?));
        }
    }
    let words = [Some(apart(text)), text.rsplit_once(char::is_whitespace)];
    words.into_iter().flatten().find_map(|(before, word)| {
        let is_apart = !text[before.len()..].starts_with(word) || before.is_empty();
        let word = folded(word);
        let says = word.chars().count() > SHORT_MARK || is_apart && APART.contains(&&*word);
        says.then(|| mark_of(&word))?.map(|mark| (before, mark))
    })
}

/// The status that a folded word says, as statistical tables write it: `semi-définitif`, `est.`, `p`.
pub fn status_of(word: &str) -> Option<ObservationStatus> {
    mark_of(word).map(|mark| mark.status)
}

/// What a folded word says.
pub fn mark_of(word: &str) -> Option<Mark> {
    // Its last point only: « (p » or « * » says something else.
    let word = word.trim().strip_suffix('.').unwrap_or(word.trim()).replace(' ', "-");
    let (word, status) = MARKS.iter().find(|(known, _)| *known == word)?;
    Some(Mark {
        status: *status,
        is_revised: REVISED.contains(word),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_mark_after_a_value_says_something_only_where_it_is_enclosed() {
        use ObservationStatus::{Break, Estimated, Final, Provisional};
        for (text, bare, status) in [
            ("70 (p)", "70", Provisional),
            ("70(p)", "70", Provisional),
            ("1 250 MWh (p)", "1 250 MWh", Provisional),
            ("1.250 prov.", "1.250", Provisional),
            ("70prov", "70", Provisional),
            ("70 p", "70", Provisional),
            ("70 (sd)", "70", Provisional),
            ("70 semi définitif", "70", Provisional),
            ("70 MWh estimé", "70 MWh", Estimated),
            ("70 b", "70", Break),
            ("70 (révisé)", "70", Final),
            ("70 (p)(e)", "70", Provisional),
        ] {
            let is_revised = text.contains("révisé");
            assert_eq!(without_marks(text), Some((bare, Mark { status, is_revised })), "{text}");
        }
        for text in [
            "70",
            "70p",
            "70 e",
            "70 (hors mairie)",
            "70 MWh",
            "70 (p",
            "70 €",
            "70 t",
        ] {
            assert_eq!(without_marks(text), None, "{text}");
        }
    }
}
