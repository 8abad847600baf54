//! A row that names an indicator the catalogue does not have.

use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics, Place};
use crate::form::called;
use crate::form::lines::{headings, is_alone, told_apart};
use crate::french::plural;
use crate::french::quoted;
use crate::french::{meant, nearest};
use crate::load::{Cell, Content, Table};
use crate::model::Identifier;
use crate::validate::catalogue::Catalogue;
use std::collections::BTreeMap;

/// No indicator of the catalogue has this identifier.
const UNKNOWN_INDICATOR: Code = Code("M210");

/// The gesture for a row that sums others.
pub(super) const TOTAL_HELP: &str = "Retirez-la : « total: somme », au catalogue, fait additionner les lignes d’un indicateur. Son ensemble, s’il est connu, s’écrit sur une ligne à son identifiant, les cases de ventilation vides.";

/// Reports each unknown identifier once a table, at its first row; an entry at fault is not unknown.
pub fn check(table: &Table, column: usize, catalogue: &Catalogue, diagnostics: &mut Diagnostics) {
    let mut unknown: BTreeMap<&str, (&Place, usize)> = BTreeMap::new();
    let mut titles: Vec<&Cell> = Vec::new();
    for row in &table.rows {
        if let Some(cell) = row.get(column)
            && let Content::Text(id) = &cell.content
            && !catalogue.names(id.trim())
            && !id.trim().is_empty()
            && !told_apart(row, TOTAL_HELP, diagnostics)
        {
            match is_alone(row) && meant(id, catalogue.identifiers()).is_none() {
                true => titles.push(cell),
                false => unknown.entry(id.trim()).or_insert((&cell.place, 0)).1 += 1,
            }
        }
    }
    diagnostics.extend(titles.first().map(|first| headings((first, titles.len()))));
    by_title(table, column, catalogue, diagnostics);
    for (id, (place, count)) in unknown {
        let rows = match count {
            1 => String::new(),
            count => format!(" ({} de cette table le nomment)", plural(count, "ligne", "lignes")),
        };
        let help = match meant(id, catalogue.identifiers()) {
            _ if let Some(indicator) = catalogue.in_another_unit(id) => format!(
                "Si c’est {}, dont l’unité est {} au catalogue, convertissez les valeurs, puis retirez l’unité du libellé.",
                quoted(indicator.id.as_str()),
                quoted(&indicator.unit)
            ),
            Some(question) => question,
            None => "Ajoutez l’indicateur au catalogue, dans data/indicateurs/, ou supprimez la ligne.".to_owned(),
        };
        diagnostics.push(
            Diagnostic::error(
                UNKNOWN_INDICATOR,
                place.clone(),
                format!("L’indicateur {} n’est pas dans le catalogue{rows}.", quoted(id)),
            )
            .help(help)
            .raw(id)
            .because(Cause::Catalogue)
            .spoils(Cause::entry(nearest(id, catalogue.identifiers()).unwrap_or(id))),
        );
    }
}

/// Warns once of the indicators that a table names by their titles.
fn by_title(table: &Table, column: usize, catalogue: &Catalogue, diagnostics: &mut Diagnostics) {
    let mut read: Vec<(String, Identifier)> = Vec::new();
    let mut first = None;
    for cell in table.rows.iter().filter_map(|row| row.get(column)) {
        let Content::Text(text) = &cell.content else { continue };
        let text = text.trim();
        if read.iter().any(|(title, _)| title == text) {
            continue;
        }
        if let Some(id) = catalogue.titled(text) {
            first.get_or_insert(&cell.place);
            read.push((text.to_owned(), id));
        }
    }
    diagnostics.extend(first.and_then(|place| called::by_title(place, "d’indicateurs", &read)));
}
