//! The comments of a Word file: a question that somebody asked of a text which is about to be published.

use super::tree::Node;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::french::{quoted, shortened};
use std::collections::BTreeMap;

/// A comment that is left in a Word text.
const COMMENT: Code = Code("M163");

/// Letters of a comment, and of a name, that are shown.
const SHOWN: usize = 150;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Comment {
    author: String,
    words: String,
}

/// The comments of a part, by identifier.
pub(super) fn comments(part: &Node) -> BTreeMap<String, Comment> {
    let nodes = part.nodes().filter(|node| node.name == "comment");
    let read = nodes.filter_map(|node| {
        let comment = Comment {
            author: shortened(node.attribute("author").unwrap_or_default().trim(), SHOWN),
            words: shortened(&node.words(), SHOWN),
        };
        Some((node.attribute("id")?.to_owned(), comment))
    });
    read.collect()
}

impl Comment {
    pub fn told(&self, place: &Place) -> Diagnostic {
        let author = match self.author.as_str() {
            "" => "Un auteur sans nom",
            author => author,
        };
        let message = match self.words.as_str() {
            "" => format!("{author} a laissé ici un commentaire sans mots."),
            words => format!("{author} a laissé ici un commentaire : {}.", quoted(words)),
        };
        let help = "Répondez-y dans le texte, puis supprimez-le (clic droit sur le commentaire, « Supprimer le commentaire »). Un commentaire « résolu » est encore dans le fichier.";
        Diagnostic::error(COMMENT, place.clone(), message).help(help)
    }
}
