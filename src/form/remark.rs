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

/// The warning of a plain scalar, read under `key`, whose text goes on in a remark; none where nothing is lost.
pub fn lost(
    text: &str,
    key: Option<&Placed<String>>,
    file: &str,
    range: Option<Range<usize>>,
    place: &Place,
) -> Option<Diagnostic> {
    match text {
        "" | "~" => lost_value(key?, file),
        _ => lost_end(text, key, file.get(range?.end..)?, place),
    }
}

/// `couleur: #0b5a7a` reads nothing: the whole value is a comment.
fn lost_value(key: &Placed<String>, file: &str) -> Option<Diagnostic> {
    let Spot::Line { line, .. } = key.place.spot else {
        return None;
    };
    let written = file.lines().nth(usize::try_from(line).ok()?.checked_sub(1)?)?;
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
