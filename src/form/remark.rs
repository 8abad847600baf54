//! What YAML reads as a remark, and its author meant as text: `n° #3`, `Lot # 3`, `couleur: #0b5a7a`.
//!
//! Nothing is put back: the author is told what is lost.

use crate::diagnostic::{Code, Diagnostic, Place, Placed, Spot};
use std::ops::Range;

/// Text lost after ` #`: YAML reads what follows as a comment.
const LOST_TEXT: Code = Code("M011");

/// The keys whose value is a sentence.
const SENTENCES: [&str; 12] = [
    "titre",
    "sous_titre",
    "nom",
    "description",
    "definition",
    "objet",
    "contact",
    "commentaire",
    "resultats",
    "suites",
    "role",
    "raison",
];

/// A text and its lines, which are found once: a file may hold a hundred thousand values.
pub struct Lines<'a> {
    pub text: &'a str,
    lines: Vec<&'a str>,
}

impl<'a> Lines<'a> {
    pub fn of(text: &'a str) -> Self {
        let lines = text.lines().collect();
        Lines { text, lines }
    }
}

/// The warning of a plain scalar, read under `key`, whose text goes on in a remark; none where nothing is lost.
pub fn lost(
    text: &str,
    key: Option<&Placed<String>>,
    file: &Lines<'_>,
    range: Option<Range<usize>>,
    place: &Place,
) -> Option<Diagnostic> {
    match text {
        "" | "~" => lost_value(key?, &file.lines),
        _ => lost_end(text, key, file.text.get(range?.end..)?, place),
    }
}

/// `couleur: #0b5a7a` reads nothing: the whole value is a comment.
fn lost_value(key: &Placed<String>, lines: &[&str]) -> Option<Diagnostic> {
    let Spot::Line { line, .. } = key.place.spot else {
        return None;
    };
    let written = lines.get(usize::try_from(line).ok()?.checked_sub(1)?)?;
    let value = written.split_once(':')?.1.trim();
    is_glued(value).then(|| {
        let message = format!(
            "La valeur de « {} » est perdue : YAML lit « {value} » comme un commentaire.",
            key.value
        );
        let help = format!("Mettez-la entre guillemets droits : {}: \"{value}\".", key.value);
        let warning = Diagnostic::warning(LOST_TEXT, key.place.clone(), message);
        warning.help(help).raw(value)
    })
}

/// `n° #3` reads `n°`: what follows a space and `#` is a comment, which no one expects inside a text.
fn lost_end(text: &str, key: Option<&Placed<String>>, after: &str, place: &Place) -> Option<Diagnostic> {
    // The sign is looked for before the end of the line: a line may hold every value of the file.
    let blank = |letter: char| letter.is_whitespace() && letter != '\n';
    if !after.trim_start_matches(blank).starts_with('#') {
        return None;
    }
    let rest = after.lines().next().unwrap_or_default();
    let lost = rest.trim_start();
    // One space before the sign, in a sentence: the author was still writing. A remark stands further.
    let is_sentence = key.is_some_and(|key| SENTENCES.contains(&key.value.as_str()));
    let is_cut = is_sentence && lost.starts_with('#') && rest.len() == lost.len() + 1;
    (text.parse::<f64>().is_err() && (is_glued(lost) || is_cut)).then(|| {
        let message = format!(
            "La suite du texte est perdue : YAML lit « {} » comme un commentaire.",
            lost.trim_end()
        );
        Diagnostic::warning(LOST_TEXT, place.clone(), message)
            .help("Mettez tout le texte entre guillemets droits : \"…\".")
            .raw(text)
    })
}

/// Whether a remark begins without the space that people put there.
fn is_glued(remark: &str) -> bool {
    let next = remark.strip_prefix('#').and_then(|remark| remark.chars().next());
    next.is_some_and(|next| !next.is_whitespace() && next != '#')
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Diagnostics;
    use crate::form::document::parse;
    use std::sync::Arc;

    fn told(text: &str) -> Vec<String> {
        let mut diagnostics = Diagnostics::default();
        parse(&Arc::from("data/essai.yaml"), text, &mut diagnostics);
        diagnostics.sorted().iter().map(|found| found.message.clone()).collect()
    }

    #[test]
    fn a_line_that_holds_every_value_is_read_once() {
        // Untimed: looked at to its end for each value, this line would take minutes.
        let line = |end: &str| format!("odd: [{}]{end}\n", vec!["9"; 300_000].join(","));
        assert_eq!(told(&line("")), Vec::<String>::new());
        assert_eq!(told(&line("  # une remarque")), Vec::<String>::new());
        let lines = "a:\n".repeat(20_000);
        assert_eq!(told(&format!("{lines}couleur: #0b5a7a\n")).len(), 1);
    }

    #[test]
    fn a_comment_glued_to_a_text_is_reported_and_a_spaced_one_is_not() {
        let messages = told("titre: Lot n° #3 bis\nautre: texte  # une remarque\n");
        assert_eq!(messages.len(), 1);
        assert!(messages[0].contains("#3 bis"), "{}", messages[0]);
    }

    #[test]
    fn a_title_that_a_sign_cuts_and_a_value_that_is_a_comment_are_reported() {
        for (text, count) in [
            ("titre: Lot # 3 du marché\n", 1),
            ("  - description: Lot # 3\n", 1),
            ("titre: Lot  # une remarque\n", 0),
            ("etat: en-cours # une remarque\n", 0),
            ("couleur: #0b5a7a\n", 1),
            ("apparence: {logo: logo.svg}\napparence:\n  couleur: #0b5a7a\n", 1),
            ("calendrier: # une remarque\n  vote: a\n", 0),
            ("calendrier:\n  # une remarque\n  vote: a\n", 0),
        ] {
            assert_eq!(told(text).len(), count, "{text}");
        }
    }
}
