//! The files that a workbook stands for, from the trees of its sheets; its values as a table.

use super::{Conversion, NOT_HELD};
use crate::config::disk::Disk;
use crate::config::workbook::{Workbook, add};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Placed};
use crate::form::document::{Node, Shape};
use crate::form::edit::yaml;
use crate::french::{folded, name, read_number};
use crate::table::formulas::sheltered;
use crate::table::{Cell, Content, Table};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Where the texts of the law that were read are said.
const TEXTS: &str = "referentiels/textes.yaml";

/// The files of a workbook; none once it was told what YAML would read otherwise.
pub(super) fn of(book: &Workbook, disk: &Disk<'_>, diagnostics: &mut Diagnostics) -> Option<Conversion> {
    let mut trees = book.trees(diagnostics)?;
    for credit in std::mem::take(&mut trees.credits) {
        give(&mut trees.actions, credit);
    }
    let whole = |key: &str, nodes: Vec<Node>| {
        let place = Place::file(book.path.clone());
        let list = Node {
            shape: Shape::List(nodes),
            place: place.clone(),
        };
        let shape = Shape::Map(vec![(Placed::new(key.to_owned(), place.clone()), list)]);
        Node { shape, place }
    };
    let mut texts = trees.texts;
    texts.retain(|text| matches!(&text.shape, Shape::Line(keys) if keys.iter().any(|(key, value)| key.value != "id" && value.shape != Shape::Empty)));
    if let Some(text) = texts.first().filter(|_| disk.exists(&format!("data/{TEXTS}"))) {
        let message = format!(
            "Des textes de loi sont dits relus ici, et d’autres dans data/{TEXTS}, qui ne peut être écrit à sa place."
        );
        let help = format!("Portez dans data/{TEXTS} les lignes de cette feuille, ou l’inverse.");
        diagnostics.push(Diagnostic::error(NOT_HELD, text.place.clone(), message).help(help));
        return None;
    }
    let written = [
        ("rapport.yaml", Some(trees.report)),
        (
            "indicateurs/indicateurs.yaml",
            Some(whole("indicateurs", trees.indicators)),
        ),
        (
            "actions.yaml",
            Some(trees.actions)
                .filter(|actions| !actions.is_empty())
                .map(|actions| whole("actions", actions)),
        ),
        ("strategie.yaml", trees.strategy),
        (
            TEXTS,
            Some(texts)
                .filter(|texts| !texts.is_empty())
                .map(|texts| whole("textes", texts)),
        ),
    ];
    let mark = diagnostics.mark();
    let mut files = BTreeMap::new();
    for (path, root) in written.into_iter().filter_map(|(path, root)| Some((path, root?))) {
        match yaml(&Arc::from(path), &root) {
            Some(text) => _ = files.insert(path.to_owned(), text.into_bytes().into()),
            None => diagnostics.push(
                Diagnostic::error(NOT_HELD, root.place, format!("« {path} » ne peut être écrit : une valeur ou une clé y serait lue autrement."))
                    .help("Retirez des cellules les signes qui ne sont ni des lettres, ni des chiffres, ni une ponctuation (des caractères invisibles, par exemple)."),
            ),
        }
    }
    // What is wrong in them was told when the project was read.
    let values = disk
        .files
        .iter()
        .find_map(|file| file.project_values(&mut Diagnostics::default()));
    files.extend(values.map(|values| ("valeurs/valeurs.csv".to_owned(), csv(&values).into_bytes().into())));
    (!diagnostics.faulty_since(mark)).then_some(Conversion::Files {
        files,
        left: book.notes(),
    })
}

/// Gives a line of credits to the action that it names, by its identifier or its title.
fn give(actions: &mut [Node], mut credit: Node) {
    let named = credit
        .get("action")
        .and_then(Node::text)
        .map(str::to_owned)
        .unwrap_or_default();
    let Shape::Line(keys) = &mut credit.shape else { return };
    keys.retain(|(key, value)| key.value != "action" && value.shape != Shape::Empty);
    let text = |action: &Node, key: &str| {
        action
            .get(key)
            .and_then(Node::text)
            .map(str::to_owned)
            .unwrap_or_default()
    };
    let by_id = actions
        .iter()
        .position(|action| name(&text(action, "id")) == name(&named));
    let by_title = || {
        actions
            .iter()
            .position(|action| folded(&text(action, "titre")) == folded(&named))
    };
    let Some(action) = by_id.or_else(by_title).map(|rank| &mut actions[rank]) else {
        return;
    };
    if let Shape::Line(entries) = &mut action.shape {
        entries.retain(|(key, value)| key.value != "credits" || matches!(value.shape, Shape::List(_)));
    }
    add(action, "credits", credit);
}

/// A table as a spreadsheet saves it in French.
fn csv(table: &Table) -> String {
    let line = |cells: &[Cell]| {
        let cells = cells.iter().map(|cell| {
            let text = match &cell.content {
                Content::Text(text) if read_number(text).is_err() => sheltered(text),
                content => content.display(),
            };
            match text.contains([';', '"', '\n', '\r']) {
                true => format!("\"{}\"", text.replace('"', "\"\"")),
                false => text,
            }
        });
        cells.collect::<Vec<String>>().join(";") + "\r\n"
    };
    let rows = std::iter::once(&table.header).chain(&table.rows);
    std::iter::once("\u{feff}".to_owned())
        .chain(rows.map(|row| line(row)))
        .collect()
}
