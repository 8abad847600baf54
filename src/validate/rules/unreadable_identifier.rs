//! A row whose cell of identifier is blank or holds a number.

use super::unknown_indicator::TOTAL_HELP;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::form::lines::told_apart;
use crate::french::quoted;
use crate::load::{Content, Table};
use crate::validate::line::is_blank;

/// The first thing a row must say is the identifier of its indicator, as a text.
const UNREADABLE_IDENTIFIER: Code = Code("M211");

/// Reports the rows that hold something and name no indicator.
pub fn check(table: &Table, column: usize, diagnostics: &mut Diagnostics) {
    for row in table.rows.iter().filter(|row| !is_blank(row)) {
        let cell = row.get(column);
        let place = cell.or(row.first()).map(|cell| cell.place.clone());
        let place = place.unwrap_or_else(|| Place::file(table.file.clone()));
        let content = cell.map_or(&Content::Empty, |cell| &cell.content);
        if content.display().trim().is_empty() && told_apart(row, TOTAL_HELP, diagnostics) {
            continue;
        }
        let message = match content {
            Content::Text(text) if !text.trim().is_empty() => continue,
            Content::Text(_) | Content::Empty => "La ligne ne nomme aucun indicateur.".to_owned(),
            Content::Number { .. } => format!(
                "L’identifiant d’un indicateur est un texte, et la cellule contient le nombre {}.",
                quoted(&content.display())
            ),
        };
        diagnostics.push(
            Diagnostic::error(UNREADABLE_IDENTIFIER, place, message)
                .help(
                    "Écrivez l’identifiant de l’indicateur sur chaque ligne (les cellules fusionnées ne se recopient pas), \
                     ou videz la ligne.",
                )
                .raw(content.display()),
        );
    }
}
