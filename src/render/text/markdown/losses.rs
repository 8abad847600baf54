//! What Markdown would lose or glue without a word: cells beyond a header, a heading without its space, a paragraph read as code.
//!
//! Each kind is told once a text, at the first place, with its count.

use super::{TextOrigin, Walk};
use crate::diagnostic::{Code, Diagnostic};
use crate::french::plural;
use std::collections::BTreeMap;

/// Cells beyond the columns of a table: they would not be printed.
const EXTRA_CELLS: Code = Code("M526");
/// A number sign glued to a word: it is printed, and makes no heading.
const GLUED_HEADING: Code = Code("M527");
/// A paragraph that four spaces make a block of code.
const INDENTED: Code = Code("M528");

/// A kind of loss.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Loss {
    ExtraCells,
    GluedHeading,
    Indented,
}

/// Where each kind was first met, and how many times.
pub(super) type Losses = BTreeMap<Loss, (usize, usize)>;

impl Walk<'_> {
    pub(super) fn lose(&mut self, loss: Loss, offset: usize) {
        self.losses.entry(loss).or_insert((offset, 0)).1 += 1;
    }

    /// Whether the row that begins at `offset` has more cells than its table has columns.
    pub(super) fn check_row(&mut self, offset: usize, columns: usize) {
        // Those of Word are cells already.
        if matches!(self.origin, TextOrigin::Word { .. }) {
            return;
        }
        let row = self.expanded.text.get(offset..).and_then(|rest| rest.lines().next());
        if row.is_some_and(|row| cells(row) > columns) {
            self.lose(Loss::ExtraCells, offset);
        }
    }

    /// Looks for the headings that a missing space makes words.
    pub(super) fn check_headings(&mut self) {
        let mut offset = 0;
        let mut fenced = false;
        let expanded = self.expanded;
        for line in expanded.text.split_inclusive('\n') {
            fenced ^= line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~");
            let bare = line.trim_start_matches('#');
            let signs = line.len() - bare.len();
            if !fenced && (1..=6).contains(&signs) && bare.starts_with(char::is_alphabetic) {
                self.lose(Loss::GluedHeading, offset);
            }
            offset += line.len();
        }
    }

    /// Tells what was met.
    pub(super) fn tell_losses(&mut self) {
        for (loss, (offset, count)) in std::mem::take(&mut self.losses) {
            let (code, message, help) = match loss {
                Loss::ExtraCells => (
                    EXTRA_CELLS,
                    format!(
                        "{} plus de cellules que l’en-tête du tableau n’a de colonnes : celles qui dépassent ne seraient pas imprimées.",
                        plural(count, "ligne a", "lignes ont")
                    ),
                    "Ajoutez la colonne à l’en-tête et à la ligne de tirets, ou retirez la cellule.",
                ),
                Loss::GluedHeading => (
                    GLUED_HEADING,
                    format!(
                        "{} par un croisillon collé à un mot : ce n’est pas un titre, et le croisillon serait imprimé.",
                        plural(count, "ligne commence", "lignes commencent")
                    ),
                    "Laissez un espace après le croisillon (« # Titre ») ; pour l’imprimer, écrivez « \\# ».",
                ),
                Loss::Indented => (
                    INDENTED,
                    format!(
                        "{} par quatre espaces ou une tabulation : Markdown {} comme du code.",
                        plural(count, "passage commence", "passages commencent"),
                        if count == 1 { "l’imprime" } else { "les imprime" }
                    ),
                    "Retirez les espaces du début des lignes ; une liste dans une liste se décale de deux espaces.",
                ),
            };
            let place = self.place(offset);
            self.diagnostics
                .push(Diagnostic::warning(code, place, message).help(help));
        }
    }
}

/// The cells of a row of a table, as it is written.
fn cells(row: &str) -> usize {
    let row = row.trim();
    let row = row.strip_prefix('|').unwrap_or(row);
    let mut escaped = false;
    let bars = row.char_indices().filter(|(_, letter)| {
        let is_bar = *letter == '|' && !escaped;
        escaped = *letter == '\\' && !escaped;
        is_bar
    });
    let bars: Vec<usize> = bars.map(|(at, _)| at).collect();
    match bars.last() {
        Some(last) if row[last + 1..].trim().is_empty() => bars.len(),
        _ => bars.len() + 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_counted_as_they_are_written() {
        for (row, count) in [
            ("| 1 | 2 | 3 |", 3),
            ("1 | 2", 2),
            ("| a \\| b | c |", 2),
            ("| seul |", 1),
        ] {
            assert_eq!(cells(row), count, "{row}");
        }
    }
}
