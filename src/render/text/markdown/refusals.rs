//! What a text of the report cannot hold: HTML, footnotes that nothing calls, elements one in another or one after another without end.
//!
//! Each refusal is placed where the author wrote it, and the walk goes on.

use super::Walk;
use crate::diagnostic::{Code, Diagnostic};

/// Raw HTML in a text.
const HTML: Code = Code("M520");
/// A table that no page can hold.
const TABLE: Code = Code("M529");
/// Columns of a table: at 30, each is of four millimetres.
const WIDEST: usize = 30;
/// Rows of a table: a hundred pages.
const TALLEST: usize = 4_000;
/// A footnote that nothing calls, or that is written twice: its words would be lost; more of them than pages can hold.
const FOOTNOTE: Code = Code("M524");
/// Footnotes of a text: what each costs to place grows with their number.
const MOST_NOTES: usize = 1_000;
/// Elements one in another, or in one paragraph, beyond what any reader follows and what the makers of files bear.
const TOO_DEEP: Code = Code("M525");

/// How many elements may stand one in another.
const DEEPEST: usize = 32;
/// Pieces of a paragraph: its lines, its words in bold, its links. What it costs to break into lines grows with their square.
const MOST_PIECES: usize = 5_000;

impl Walk<'_> {
    /// Whether the element that begins at `offset` may be read; passes over one that stands too deep.
    pub(super) fn enter(&mut self, offset: usize) -> bool {
        self.depth += 1;
        if self.depth <= DEEPEST {
            return true;
        }
        self.depth -= 1;
        self.refuse(
            TOO_DEEP,
            offset,
            format!("Ce passage est imbriqué plus de {DEEPEST} fois dans des citations, des listes ou du gras."),
            "Ôtez des > ou des retraits : aucun lecteur ne suit autant de niveaux.",
            "",
        );
        self.raw();
        false
    }

    /// Tells a paragraph, a heading or a cell of more pieces than any has.
    pub(super) fn refuse_endless(&mut self, pieces: usize, offset: usize) {
        if pieces > MOST_PIECES {
            self.refuse(
                TOO_DEEP,
                offset,
                format!("Ce paragraphe a {pieces} morceaux (lignes, mots en gras ou en italique, liens), plus que les {MOST_PIECES} qu’un paragraphe peut avoir."),
                "Séparez ses parties par une ligne vide, ou faites-en une liste ou un tableau.",
                "",
            );
        }
    }

    pub(super) fn refuse_too_many_notes(&mut self) {
        if let Some(offset) = self
            .written
            .values()
            .copied()
            .max()
            .filter(|_| self.written.len() > MOST_NOTES)
        {
            let message = format!(
                "Ce texte a {} notes, plus que les {MOST_NOTES} qu’un texte peut avoir.",
                self.written.len()
            );
            self.refuse(
                FOOTNOTE,
                offset,
                message,
                "Mettez dans le texte ce qui peut y être, ou publiez ces références à part.",
                "",
            );
        }
    }

    pub(super) fn refuse_uncalled_notes(&mut self) {
        for (label, offset) in std::mem::take(&mut self.written) {
            if !self.called.contains(&label) {
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

    pub(super) fn refuse_second_note(&mut self, label: &str, offset: usize) {
        let message = format!("La note « {label} » est écrite deux fois : l’un des deux textes serait perdu.");
        let help =
            "Donnez un autre nom à l’une des deux, là où elle est écrite et là où elle est appelée, ou retirez-la.";
        self.refuse(FOOTNOTE, offset, message, help, &format!("[^{label}]"));
    }

    /// Tells a table that no page holds, and that the validator of the document would not walk through.
    pub(super) fn refuse_wide_table(&mut self, columns: usize, rows: usize, offset: usize) {
        let (what, help) = if columns > WIDEST {
            (
                format!("{columns} colonnes, plus que les {WIDEST} qu’une page peut porter"),
                "Partagez le tableau, ou échangez ses lignes et ses colonnes.",
            )
        } else if rows > TALLEST {
            (
                format!("{rows} lignes, plus que les {TALLEST} qu’un texte peut porter"),
                "Résumez-le, et publiez le détail à part.",
            )
        } else {
            return;
        };
        self.refuse(TABLE, offset, format!("Ce tableau a {what}."), help, "");
    }

    pub(super) fn refuse_html(&mut self, html: &str, offset: usize) {
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

    pub(super) fn refuse(&mut self, code: Code, offset: usize, message: String, help: &str, raw: &str) {
        let place = self.place(offset);
        self.diagnostics
            .push(Diagnostic::error(code, place, message).help(help).raw(raw));
    }
}

#[cfg(test)]
mod tests {
    use crate::render::text::tests::written;

    #[test]
    fn more_notes_than_pages_hold_are_told_at_the_last() {
        let notes = |most: usize| {
            let calls: String = (0..most).map(|note| format!("a[^{note}] ")).collect();
            let notes: String = (0..most).map(|note| format!("[^{note}]: n\n")).collect();
            written(&format!("{calls}\n\n{notes}")).1
        };
        assert_eq!(notes(1_000), Vec::<String>::new());
        let told = notes(1_001);
        assert!(
            told.len() == 1 && told[0].starts_with("1003:1 M524 Ce texte a 1001 notes"),
            "{told:?}"
        );
    }

    #[test]
    fn a_paragraph_of_more_pieces_than_any_has_is_told_where_it_begins() {
        let told = |words: usize| written(&format!("Avant.\n\n{}\n", "*a* ".repeat(words))).1;
        assert_eq!(told(2_500), Vec::<String>::new());
        let told = told(2_501);
        assert!(
            told.len() == 1 && told[0].starts_with("3:1 M525 Ce paragraphe a 5001 morceaux"),
            "{told:?}"
        );
    }
}
