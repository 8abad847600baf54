//! The changes that Word follows and nobody has accepted nor refused: a report cannot say both texts.

use super::tree::Node;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::french::{list, quoted, shortened};
use std::collections::BTreeMap;

/// Changes that are followed in a Word text.
const FOLLOWED: Code = Code("M162");

/// Letters of a passage that is shown, and of a name.
const SHOWN: usize = 60;
/// Passages that are shown of a paragraph.
const PASSAGES: usize = 3;
/// Authors that are named.
const AUTHORS: usize = 5;

/// The changes of a paragraph, by author.
#[derive(Debug, Default)]
pub(super) struct Revisions(BTreeMap<String, Changes>);

#[derive(Debug, Default)]
struct Changes {
    added: Vec<String>,
    removed: Vec<String>,
    /// Ends of paragraphs, rows of tables: what has no words.
    others: usize,
}

impl Revisions {
    /// A change whose words stand in an element.
    pub fn take(&mut self, node: &Node) {
        let is_added = matches!(node.name.as_str(), "ins" | "moveTo");
        let words = shortened(&node.words(), SHOWN);
        let author = node.attribute("author").map_or("", str::trim);
        let changes = self.0.entry(shortened(author, SHOWN)).or_default();
        match (words.is_empty(), is_added) {
            (true, _) => changes.others += 1,
            (false, true) => changes.added.push(words),
            (false, false) => changes.removed.push(words),
        }
    }

    /// One fault a paragraph.
    pub fn told(self, place: &Place) -> Option<Diagnostic> {
        if self.0.is_empty() {
            return None;
        }
        let authors = self.0.iter().take(AUTHORS).map(|(author, changes)| {
            let author = match author.as_str() {
                "" => "un auteur sans nom",
                author => author,
            };
            let mut said: Vec<String> = [(&changes.added, "a ajouté"), (&changes.removed, "a supprimé")]
                .into_iter()
                .filter(|(passages, _)| !passages.is_empty())
                .map(|(passages, verb)| format!("{verb} {}", shown(passages)))
                .collect();
            if changes.others > 0 {
                said.push("a ajouté ou supprimé une fin de paragraphe ou une ligne de tableau".to_owned());
            }
            format!("{author} {}", list(&said))
        });
        let message = format!(
            "Ce paragraphe porte des modifications suivies : {}. Le rapport ne peut choisir entre les deux textes.",
            authors.collect::<Vec<_>>().join(" ; ")
        );
        let help =
            "Dans Word, onglet Révision : acceptez ou refusez chaque modification, arrêtez le suivi, puis enregistrez.";
        Some(Diagnostic::error(FOLLOWED, place.clone(), message).help(help))
    }
}

fn shown(passages: &[String]) -> String {
    let mut shown: Vec<String> = passages.iter().take(PASSAGES).map(|words| quoted(words)).collect();
    match passages.len().saturating_sub(PASSAGES) {
        0 => {}
        1 => shown.push("un autre passage".to_owned()),
        more => shown.push(format!("{more} autres passages")),
    }
    list(&shown)
}
