//! The next year of a project kept in one workbook: the cells that change, and no other.
//!
//! What cannot be changed without a doubt (an OpenDocument, a formula) is left to the author, who is told which cells.

use super::{CARRIED, NOT_RENEWED, Renewal, Renewing, calendar, moved};
use crate::config::disk::Disk;
use crate::config::workbook::{ACTIONS, REPORT, Workbook};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Spot};
use crate::form::document::{Node, Shape};
use crate::form::edit::Edit;
use crate::french::{folded, list, quoted};
use crate::model::{Action, CalendarStep, FileChange, Fingerprint, Former};
use crate::table::Table;
use crate::workbook::{NewCell, SheetPatch, patched};
use std::collections::BTreeMap;

/// The cells that change, by their sheet.
type Patches = BTreeMap<String, SheetPatch>;

/// What carries the workbook of a project to another edition; none once the fault was pushed.
pub(super) fn renewed(
    book: &Workbook,
    disk: &Disk<'_>,
    asked: &Renewing<'_>,
    keys: Vec<(&'static str, String, String)>,
    diagnostics: &mut Diagnostics,
) -> Option<Renewal> {
    let mut patches = Patches::new();
    let trees = book.trees(diagnostics)?;
    let report = &trees.report;
    let at = |path: &[String]| path.iter().try_fold(report, |node, key| node.get(key));
    for edit in moved(report, asked, &keys) {
        match edit {
            Edit::Set(path, to) => set(&mut patches, at(&path), &typed(&to)),
            Edit::Remove(path, _) => at(&path).into_iter().for_each(|node| empty(&mut patches, node)),
            Edit::Add(..) | Edit::Remark(..) | Edit::Append(_) => {}
        }
    }
    let calendar = report.get(calendar::KEY);
    let days = CalendarStep::ALL.iter().filter_map(|step| calendar?.get(step.key()));
    days.for_each(|day| empty(&mut patches, day));
    carry(&mut patches, book, report.get(CARRIED), asked);
    let mut renewal = Renewal::of(keys);
    for action in &asked.closed {
        let node = trees.actions.iter().find(|node| is(node, action));
        let row = node.and_then(|node| cell_of(&node.place));
        // A row ends at its last cell that is filled: the column is that of the heads.
        let column = book.table(ACTIONS).and_then(|table| column(table, "archive"));
        match row.zip(column) {
            Some(((sheet, (row, _)), column)) => {
                let cells = &mut patches.entry(sheet).or_default().cells;
                cells.insert((row, column), NewCell::Text("oui".to_owned()));
                renewal.closed.push(action.title.clone());
            }
            None => renewal.left.push((action.title.clone(), action.place.clone())),
        }
    }
    let file = disk.files.iter().find(|file| file.is_project_workbook())?;
    let Some(bytes) = patched(&file.bytes, &patches) else {
        diagnostics.push(left(book, &renewal.keys));
        return None;
    };
    let change = FileChange {
        former: Former::Content(Fingerprint::of(&file.bytes)),
        content: Some(bytes.into()),
    };
    renewal.changes.files.insert(file.path.to_string(), change);
    Some(renewal)
}

fn is(node: &Node, action: &Action) -> bool {
    let id = node.get("id").and_then(Node::text);
    node.place == action.place || id.is_some_and(|id| folded(id) == action.id.as_str())
}

/// A value as a cell holds it.
fn typed(text: &str) -> NewCell {
    match (text.parse(), text.parse()) {
        (Ok(number), _) => NewCell::Number(number),
        (_, Ok(day)) => NewCell::Date(day),
        _ => NewCell::Text(text.to_owned()),
    }
}

/// Changes the cell in which a key has its value.
fn set(patches: &mut Patches, node: Option<&Node>, cell: &NewCell) {
    if let Some((sheet, place)) = node.and_then(|node| cell_of(&node.place)) {
        patches.entry(sheet).or_default().cells.insert(place, cell.clone());
    }
}

/// Empties every cell that a part of the tree was read in.
fn empty(patches: &mut Patches, node: &Node) {
    match &node.shape {
        Shape::Map(keys) => keys.iter().for_each(|(_, below)| empty(patches, below)),
        // Several values of one cell are a list that stands where they do.
        Shape::List(items) if items.iter().any(|item| item.place != node.place) => {
            items.iter().for_each(|below| empty(patches, below));
        }
        Shape::Empty => {}
        _ => set(patches, Some(node), &NewCell::Nothing),
    }
}

/// Lists the texts to be read again: where others were listed, then below.
fn carry(patches: &mut Patches, book: &Workbook, listed: Option<&Node>, asked: &Renewing<'_>) {
    let listed = match listed.map(|node| &node.shape) {
        Some(Shape::List(items)) => items.as_slice(),
        _ => &[],
    };
    let mut texts = asked.carried.iter();
    for item in listed {
        empty(patches, item);
        let (Some(name), Some(fingerprint)) = (item.get("texte"), item.get("empreinte")) else {
            continue;
        };
        if let Some(text) = texts.next() {
            set(patches, Some(name), &NewCell::Text(text.name.clone()));
            set(patches, Some(fingerprint), &NewCell::Text(text.fingerprint.to_string()));
        }
    }
    let Some(table) = book.table(REPORT) else { return };
    let (Some(keys), Some(values), Some(sheet)) = (column(table, "cle"), column(table, "valeur"), &table.sheet) else {
        return;
    };
    let ranks = table.rows.iter().flatten().filter_map(|cell| {
        let written = cell.content.display();
        let below = written.trim().strip_prefix(CARRIED)?.strip_prefix('.')?;
        below.split('.').next()?.parse::<usize>().ok()
    });
    let first = ranks.max().unwrap_or_default() + 1;
    let rows = &mut patches.entry(sheet.to_string()).or_default().rows;
    for (rank, text) in (first..).zip(texts) {
        for (key, value) in [
            ("texte", text.name.clone()),
            ("empreinte", text.fingerprint.to_string()),
        ] {
            let key = NewCell::Text(format!("{CARRIED}.{rank}.{key}"));
            rows.push(BTreeMap::from([(keys, key), (values, NewCell::Text(value))]));
        }
    }
}

/// The column under a head.
fn column(table: &Table, title: &str) -> Option<u32> {
    let head = table
        .header
        .iter()
        .find(|head| folded(&head.content.display()) == title)?;
    cell_of(&head.place).map(|(_, (_, column))| column)
}

/// The sheet, the row and the column of a cell.
fn cell_of(place: &Place) -> Option<(String, (u32, u32))> {
    match &place.spot {
        Spot::Cell { sheet, row, column } => Some((sheet.to_string(), (*row, *column))),
        _ => None,
    }
}

/// What is said of a workbook that is not changed.
fn left(book: &Workbook, keys: &[(&'static str, String, String)]) -> Diagnostic {
    let message = format!(
        "{} ne peut être modifié sans risque : ce n’est pas un classeur .xlsx, ou une des cellules à changer est une formule.",
        quoted(&book.path)
    );
    let written: Vec<String> = keys.iter().map(|(key, _, to)| format!("{to} pour « {key} »")).collect();
    let help = format!(
        "Enregistrez-le au format .xlsx, avec des valeurs à la place des formules ; ou, dans la feuille « {REPORT} », écrivez vous-même {}, et dans « Calendrier » les dates de la nouvelle année.",
        list(&written)
    );
    Diagnostic::error(NOT_RENEWED, Place::file(book.path.clone()), message).help(help)
}
