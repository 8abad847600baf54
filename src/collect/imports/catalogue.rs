//! The entries of the catalogue that a source lets compute: written as a file of their own, which is its author’s from then on.
//!
//! An entry whose columns the file does not fill is left, and told: a sum that passes absences by would be no share.

use super::noun::{ImportStep, ProposedIndicator};
use super::{Importing, Known, plain, sheets};
use crate::config::{ForeignFormat, Proposal};
use crate::diagnostic::{Place, Placed};
use crate::error::Error;
use crate::form::absence::absence;
use crate::form::document::{Node, Shape};
use crate::form::edit::yaml;
use crate::french::{quoted, read_number};
use crate::model::Called;
use crate::table::Table;
use std::sync::Arc;

/// The entries of a format.
pub(super) fn path(format: &ForeignFormat) -> String {
    format!("data/indicateurs/{}.yaml", format.id)
}

/// What joins the catalogue, and what is left.
pub(super) fn proposed(importing: &mut Importing<'_>, known: &Known<'_>) -> Result<Vec<ImportStep>, Error> {
    let (table, format, to) = (&known.sheet.table, known.format, path(known.format));
    let names = importing.project.names();
    let mut steps = Vec::new();
    let (mut cards, mut followed) = (Vec::new(), Vec::new());
    for proposal in &format.proposals {
        let id = text(&proposal.card, "id");
        let is_known = matches!(names.find(&id), Some(Called::Identifier(_) | Called::Archived(_)));
        match lack(table, format, proposal) {
            _ if is_known || importing.written.contains_key(&to) => followed.push(id),
            Some(why) => steps.push(ImportStep::Left {
                title: text(&proposal.card, "titre"),
                why,
            }),
            None => cards.push(proposal),
        }
    }
    if !followed.is_empty() {
        steps.push(ImportStep::Followed { ids: followed });
    }
    if !cards.is_empty() {
        let indicators: Vec<ProposedIndicator> = cards.iter().map(|proposal| shown(proposal)).collect();
        if importing.is_in_a_workbook() {
            importing.join(sheets::INDICATORS, &indicators);
        } else {
            let to = free(importing, &to);
            let cards = cards.iter().map(|proposal| proposal.card.clone()).collect();
            importing.written.insert(to.clone(), entries(format, cards, &to)?);
        }
        steps.push(ImportStep::Proposed { to, indicators });
    }
    Ok(steps)
}

/// The path of a file that does not stand there yet.
pub(super) fn free(importing: &Importing<'_>, path: &str) -> String {
    match importing.at(path) {
        None => path.to_owned(),
        Some(_) => path.replace(".yaml", "-suite.yaml"),
    }
}

/// Why a file does not let an entry be computed; none where it does.
fn lack(table: &Table, format: &ForeignFormat, proposal: &Proposal) -> Option<String> {
    let is_absent = |title: &&String| ForeignFormat::rank(&table.header, title).is_none();
    if let Some(title) = proposal.present.iter().find(is_absent) {
        return Some(format!("le fichier n’a pas la colonne {}", quoted(title)));
    }
    for title in &proposal.columns {
        let Some(rank) = ForeignFormat::rank(&table.header, title) else {
            return Some(format!("le fichier n’a pas la colonne {}", quoted(title)));
        };
        let empty = |row: &&Vec<crate::table::Cell>| {
            row.get(rank)
                .is_none_or(|cell| absence(&cell.content.display()).is_some())
        };
        if let Some(row) = table.rows.iter().find(empty) {
            let place = row.get(rank).unwrap_or(&row[0]).place.clone();
            return Some(format!("la colonne {} est vide à {place}", quoted(title)));
        }
        let is_number = plain::numbers(format).any(|number| number == title);
        let mut cells = table.rows.iter().filter_map(|row| row.get(rank));
        if let Some(cell) = cells.find(|cell| is_number && read_number(&plain::number(cell)).is_err()) {
            let text = cell.content.display();
            return Some(format!("{} n’est pas un nombre, à {}", quoted(text.trim()), cell.place));
        }
    }
    let sum: f64 = proposal.over.iter().map(|title| total(table, title)).sum();
    let over: Vec<String> = proposal.over.iter().map(|title| quoted(title)).collect();
    (!over.is_empty() && sum <= 0.0).then(|| format!("la somme de {} est nulle", over.join(" et ")))
}

fn total(table: &Table, title: &str) -> f64 {
    let Some(rank) = ForeignFormat::rank(&table.header, title) else {
        return 0.0;
    };
    let cells = table.rows.iter().filter_map(|row| row.get(rank));
    cells.filter_map(|cell| read_number(&plain::number(cell)).ok()).sum()
}

/// The file of some entries, which says where they come from.
pub(super) fn entries(format: &ForeignFormat, cards: Vec<Node>, to: &str) -> Result<Arc<[u8]>, Error> {
    let shape = Shape::List(cards);
    let text = yaml(
        &to.into(),
        &mapping(vec![("indicateurs", Node { shape, ..scalar("") })]),
    );
    let text = text.ok_or_else(|| Error::Defect {
        room: "collect",
        detail: format!("the entries of {} cannot be written", format.id),
    })?;
    let above = format!(
        "# Proposé par « millesime importer », d’après le format {} :\n# {}.\n# Ces fiches sont à vous : le titre, la définition, les cibles et le service se corrigent ici.\n",
        format.called(),
        format.read_in()
    );
    Ok((above + &text).into_bytes().into())
}

/// A tree of one text.
pub(super) fn scalar(text: &str) -> Node {
    Node {
        shape: Shape::Scalar {
            text: text.to_owned(),
            quoted: false,
        },
        place: Place::file(""),
    }
}

/// A tree of keys.
pub(super) fn mapping(keys: Vec<(&str, Node)>) -> Node {
    let place = Place::file("");
    let keys = keys
        .into_iter()
        .map(|(key, node)| (Placed::new(key.to_owned(), place.clone()), node));
    Node {
        shape: Shape::Map(keys.collect()),
        place: Place::file(""),
    }
}

fn shown(proposal: &Proposal) -> ProposedIndicator {
    ProposedIndicator {
        id: text(&proposal.card, "id"),
        title: text(&proposal.card, "titre"),
        formula: proposal.formula.clone(),
        cells: cells("", &proposal.card),
    }
}

fn text(card: &Node, key: &str) -> String {
    card.get(key).and_then(Node::text).unwrap_or_default().to_owned()
}

/// A tree of keys as the columns of a table.
pub(super) fn cells(above: &str, node: &Node) -> Vec<(String, String)> {
    match &node.shape {
        Shape::Map(entries) | Shape::Line(entries) => {
            let name = |key: &str| match above {
                "" => key.to_owned(),
                above => format!("{above}_{key}"),
            };
            let below = entries.iter().flat_map(|(key, node)| cells(&name(&key.value), node));
            below.collect()
        }
        Shape::List(nodes) => {
            let texts: Vec<&str> = nodes.iter().filter_map(Node::text).collect();
            vec![(above.to_owned(), texts.join(" ; "))]
        }
        Shape::Scalar { text, .. } => vec![(above.to_owned(), text.replace('\n', " "))],
        Shape::Empty => Vec::new(),
    }
}
