//! The remarks of a YAML text, each with the key that it stands at: what a file of another kind would lose.
//!
//! A remark is what can be taken out and leave the same text read; nothing is known here of quotes and blocks.

use super::{Found, found, leaves, parsed};
use std::sync::Arc;

/// What an author wrote after a `#`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The keys that lead to the one that follows, or on the line of which it stands; ranks from 0. Empty of a text that has none.
    pub path: Vec<String>,
    pub text: String,
}

/// Every remark of a text without a fault, those of following lines as one; none of another text.
pub fn remarks(file: &Arc<str>, text: &str) -> Vec<Remark> {
    let Some(root) = parsed(file, text) else {
        return Vec::new();
    };
    let meant = leaves(&root);
    let found = found(&root);
    let lines: Vec<&str> = text.lines().collect();
    let mut remarks: Vec<Remark> = Vec::new();
    let mut before = None;
    for (rank, line) in lines.iter().enumerate() {
        let Some((at, said)) = marks(line).find(|(at, _)| {
            let mut without = lines.clone();
            without[rank] = &line[..*at];
            parsed(file, &without.join("\n")).is_some_and(|root| leaves(&root) == meant)
        }) else {
            continue;
        };
        // What an editor reads is no remark of an author.
        if said.starts_with("yaml-language-server") {
            continue;
        }
        let is_alone = line[..at].trim().is_empty();
        let path = place(&found, rank, is_alone);
        let goes_on = is_alone && rank > 0 && before == Some(rank - 1);
        before = is_alone.then_some(rank);
        match remarks.last_mut().filter(|last| goes_on && last.path == path) {
            Some(last) => last.text = format!("{}\n{said}", last.text),
            None => remarks.push(Remark { path, text: said }),
        }
    }
    remarks.retain(|remark| !remark.text.trim().is_empty());
    remarks
}

/// Where a remark may begin on a line, and what it would say.
fn marks(line: &str) -> impl Iterator<Item = (usize, String)> {
    line.match_indices('#').filter_map(|(at, _)| {
        let opens = line[..at].chars().next_back().is_none_or(char::is_whitespace);
        let said = line[at..].trim_start_matches('#').trim().to_owned();
        opens.then_some((at, said))
    })
}

/// The key of a line, or the one below it.
fn place(found: &[Found], line: usize, is_alone: bool) -> Vec<String> {
    let keyed = || found.iter().filter(|found| found.key.is_some());
    let next = keyed().find(|found| found.starts().0 >= line);
    let last = keyed().rfind(|found| found.starts().0 <= line);
    let chosen = match is_alone {
        true => next.or(last),
        false => last.or(next),
    };
    chosen.map(|found| found.path.clone()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remark_is_known_from_a_text_and_stands_at_its_key() {
        let text = "# yaml-language-server: $schema=a\n# Qui\n# et quoi.\nnom: \"n° # 3\" # le vrai\ntexte: |\n  # pas une remarque\n  fin\n\
                    liste:\n  # le premier\n  - {a: 1} # fin\n# rien ne suit\n";
        let told: Vec<(String, String)> = remarks(&Arc::from("a.yaml"), text)
            .into_iter()
            .map(|remark| (remark.path.join("."), remark.text))
            .collect();
        let expected = [
            ("nom", "Qui\net quoi."),
            ("nom", "le vrai"),
            ("liste.0.a", "le premier"),
            ("liste.0.a", "fin"),
            ("liste.0.a", "rien ne suit"),
        ];
        assert_eq!(told, expected.map(|(path, said)| (path.to_owned(), said.to_owned())));
        assert_eq!(remarks(&Arc::from("a.yaml"), "a: [ # rien\n"), Vec::new());
    }
}
