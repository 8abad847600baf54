//! The entries that an import adds to a project kept in one workbook: rows under the heads of its sheets, and nothing else changes.
//!
//! Where one cannot be written without a doubt (an OpenDocument, a column that is not there), none is: they are shown, for their author.

use super::noun::{InWorkbook, ProposedIndicator};
use crate::config::{Project, ProjectFile};
use crate::diagnostic::{Diagnostics, Spot};
use crate::french::{list, name, quoted};
use crate::table::Table;
use crate::workbook::{NewCell, SheetPatch, patched};
use std::collections::BTreeMap;

/// The sheet of the catalogue.
pub(super) const INDICATORS: &str = "Indicateurs";
/// The sheet of the actions.
pub(super) const ACTIONS: &str = "Actions";

/// The entries that join each sheet.
pub(super) type Joining = BTreeMap<&'static str, Vec<ProposedIndicator>>;

/// The workbook in which a project is kept.
pub(super) fn workbook(project: &Project) -> Option<&ProjectFile> {
    project.files.iter().find(|file| file.is_project_workbook())
}

/// The bytes of the workbook with these entries, or why it stays as it is.
pub(super) fn joined(book: &ProjectFile, joining: &Joining) -> (Option<Vec<u8>>, InWorkbook) {
    let left = |why: String| (None, InWorkbook::Left { why });
    let mut patches = BTreeMap::new();
    for (sheet, entries) in joining {
        let Some(table) = book.project_sheet(sheet, &mut Diagnostics::default()) else {
            return left(format!("le classeur n’a pas de feuille {}", quoted(sheet)));
        };
        let mut absent: Vec<String> = Vec::new();
        let mut rows = Vec::new();
        for entry in entries {
            let mut row = BTreeMap::new();
            for (key, text) in &entry.cells {
                match column(&table, key) {
                    Some(column) => _ = row.insert(column, cell(text)),
                    None if absent.contains(&quoted(key)) => {}
                    None => absent.push(quoted(key)),
                }
            }
            rows.push(row);
        }
        if !absent.is_empty() {
            let columns = if absent.len() == 1 {
                "la colonne"
            } else {
                "les colonnes"
            };
            return left(format!(
                "sa feuille {} n’a pas {columns} {}",
                quoted(sheet),
                list(&absent)
            ));
        }
        let name = table.sheet.as_deref().unwrap_or(sheet).to_owned();
        let cells = BTreeMap::new();
        patches.insert(name, SheetPatch { cells, rows });
    }
    match patched(&book.bytes, &patches) {
        Some(bytes) => (
            Some(bytes),
            InWorkbook::Joined {
                path: book.path.to_string(),
            },
        ),
        None => left("il ne peut être modifié sans risque : ce n’est pas un classeur .xlsx".to_owned()),
    }
}

/// The column under a head.
fn column(table: &Table, key: &str) -> Option<u32> {
    let mut heads = table.header.iter();
    let head = heads.find(|head| name(&head.content.display()) == name(key))?;
    match head.place.spot {
        Spot::Cell { column, .. } => Some(column),
        _ => None,
    }
}

/// A whole number as one: a spreadsheet would warn of its letters.
fn cell(text: &str) -> NewCell {
    let number = text.parse().ok().filter(|number: &i64| number.to_string() == text);
    number.map_or_else(|| NewCell::Text(text.to_owned()), NewCell::Number)
}
