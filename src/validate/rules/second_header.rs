//! Two lines of headers: a title above the real header, or a second line of labels below it.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::form::absence::absence;
use crate::form::lines::above::{self, SECOND_HEADER};
use crate::french::quoted;
use crate::french::read_number;
use crate::load::{Cell, Content, Table};
use crate::validate::catalogue::Catalogue;
use crate::validate::layout::{Role, is_complete, roles_of};
use crate::validate::line::is_blank;

/// Reports a title line above the header, or a second header line below it; false where the table must not be read.
pub fn check(table: &Table, roles: &[Role], catalogue: &Catalogue, diagnostics: &mut Diagnostics) -> bool {
    let fault = match is_complete(roles) {
        true => labels_below(table, roles),
        false => years_below(table, roles, catalogue)
            .or_else(|| above::fault(table, |row| is_complete(&roles_of(row, catalogue)))),
    };
    let sound = fault.is_none();
    diagnostics.extend(fault);
    sound
}

fn refused(cell: &Cell, message: impl Into<String>, help: &str) -> Diagnostic {
    Diagnostic::error(SECOND_HEADER, cell.place.clone(), message)
        .help(help)
        .raw(cell.content.display())
}

/// A header, over a line of words where numbers are due.
fn labels_below(table: &Table, roles: &[Role]) -> Option<Diagnostic> {
    let row = table.rows.iter().find(|row| !is_blank(row))?;
    let label = label_in_place_of_numbers(row, roles)?;
    let message = format!(
        "La ligne qui suit l’en-tête porte {} où un nombre est attendu : la table a deux lignes d’en-tête.",
        quoted(&label.content.display())
    );
    Some(refused(
        label,
        message,
        "Supprimez cette ligne : une table n’a qu’une ligne d’en-tête, la première.",
    ))
}

/// A header that names the indicators, over a line that has the years and no indicator.
fn years_below(table: &Table, roles: &[Role], catalogue: &Catalogue) -> Option<Diagnostic> {
    let column = roles.iter().position(|role| *role == Role::Indicator)?;
    let row = table.rows.iter().find(|row| !is_blank(row))?;
    let below = roles_of(row, catalogue);
    let rank = below.iter().position(|role| matches!(role, Role::ValuesOf(_)))?;
    let unnamed = row.get(column).is_none_or(|cell| cell.content == Content::Empty);
    unnamed.then(|| {
        refused(
            &row[rank],
            "L’en-tête tient sur deux lignes : les années sont sur la seconde.",
            "Gardez une seule ligne d’en-tête, sans cellules fusionnées : « indicateur », puis une colonne par année (indicateur;2023;2024).",
        )
    })
}

/// The first cell of the row that holds words, when every cell that should hold a number or a year does.
fn label_in_place_of_numbers<'a>(row: &'a [Cell], roles: &[Role]) -> Option<&'a Cell> {
    let numeric = |role: &Role| matches!(role, Role::Year | Role::Value | Role::ValuesOf(_));
    let mut cells = row
        .iter()
        .zip(roles)
        .filter(|(_, role)| numeric(role))
        .map(|(cell, _)| cell);
    let filled = |cell: &&Cell| cell.content != Content::Empty;
    let all_labels = cells.clone().filter(filled).all(is_label);
    cells.find(filled).filter(|_| all_labels)
}

fn is_label(cell: &Cell) -> bool {
    match &cell.content {
        Content::Text(text) => {
            text.chars().any(char::is_alphabetic)
                && !text.chars().any(|character| character.is_ascii_digit())
                && absence(text).is_none()
                && read_number(text).is_err()
        }
        Content::Empty | Content::Number { .. } => false,
    }
}
