//! What a text of the report cannot hold: HTML, images, footnotes that nothing calls.
//!
//! Each refusal is placed where the author wrote it, and the walk goes on.

use super::super::events::end_of;
use super::Walk;
use crate::diagnostic::{Code, Diagnostic};
use pulldown_cmark::Event;
use std::ops::Range;

/// Raw HTML in a text.
const HTML: Code = Code("M520");
/// An image in a text.
const IMAGE: Code = Code("M521");
/// A footnote that nothing calls: its words would be lost.
const FOOTNOTE: Code = Code("M524");

impl Walk<'_> {
    pub(super) fn refuse_uncalled_notes(&mut self) {
        for (label, range) in self.notes.clone() {
            if !self.called.contains(&label) {
                let offset = self.events[range.start - 1].1.start;
                let message = format!("La note « {label} » n’est appelée nulle part : son texte serait perdu.");
                self.refuse(
                    FOOTNOTE,
                    offset,
                    message,
                    &format!("Appelez-la par [^{label}], ou retirez-la."),
                    &format!("[^{label}]"),
                );
            }
        }
    }

    pub(super) fn refuse_image(&mut self, index: usize, offset: usize) -> usize {
        let help =
            "Retirez l’image ; un graphique s’ajoute par un indicateur, dont le texte de remplacement est calculé.";
        self.refuse(
            IMAGE,
            offset,
            "Un texte ne peut contenir d’image.".to_owned(),
            help,
            "![",
        );
        end_of(&self.events, index) + 1
    }

    pub(super) fn html_block(&mut self, index: usize, offset: usize) -> usize {
        let end = end_of(&self.events, index);
        let html = self.words(index..end);
        self.html(html.trim(), offset);
        end + 1
    }

    pub(super) fn html(&mut self, html: &str, offset: usize) {
        let comment = html.starts_with("<!--") && html.ends_with("-->");
        if !comment && !html.starts_with("</") {
            let shown = html.lines().next().unwrap_or_default().to_owned();
            let message = format!("Le texte contient du HTML (« {shown} »), qui ne peut être mis en page.");
            self.refuse(
                HTML,
                offset,
                message,
                "Écrivez en Markdown : **gras**, *italique*, [lien](https://…).",
                &shown,
            );
        }
    }

    /// The texts of some events, as they stand.
    pub(super) fn words(&self, range: Range<usize>) -> String {
        let text = |(event, _): &(Event<'_>, Range<usize>)| match event {
            Event::Text(text) | Event::Html(text) => Some(text.to_string()),
            _ => None,
        };
        self.events[range].iter().filter_map(text).collect()
    }

    pub(super) fn refuse(&mut self, code: Code, offset: usize, message: String, help: &str, raw: &str) {
        let place = self.anchor.place(self.expanded.source(offset));
        self.diagnostics
            .push(Diagnostic::error(code, place, message).help(help).raw(raw));
    }
}
