//! The trees and the remarks of the files of a project, as they are written: nothing is put back, nothing is given a default.

use super::WrittenRemark;
use crate::config::columns::ColumnTitles;
use crate::config::disk::{Absence, Disk};
use crate::config::lines::{self, EXTENSIONS};
use crate::config::raw::{ActionEntry, CreditLine, IndicatorEntry};
use crate::config::reading::YAML;
use crate::config::strategy;
use crate::config::workbook::Trees;
use crate::diagnostic::Diagnostics;
use crate::error::Error;
use crate::form::document::{Node, Shape, parse};
use crate::form::edit::remarks;
use crate::form::entry::FromYaml;
use crate::form::reading::unwritten;
use crate::model::FileChange;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The tables of these are sheets under our titles: what an author called their columns is said no more.
const RETITLED: [&str; 3] = ["indicateurs", "actions", "credits"];

/// What the files say; no trees where the report has none.
pub(super) fn read(
    disk: &mut Disk<'_>,
    diagnostics: &mut Diagnostics,
) -> Result<(Option<Trees>, Vec<WrittenRemark>), Error> {
    let mut said = Vec::new();
    let Some(mut report) = file(disk, "data/rapport.yaml", &mut said, diagnostics)? else {
        return Ok((None, said));
    };
    let titles = report.get("colonnes").map_or_else(unwritten, |node| {
        ColumnTitles::from_yaml(node, &mut Diagnostics::default()).unwrap_or_else(unwritten)
    });
    retitle(&mut report);
    let mut trees = Trees {
        report,
        indicators: Vec::new(),
        actions: Vec::new(),
        credits: Vec::new(),
        strategy: None,
        // Their file is one of the reference files, which both ways of keeping a project have.
        texts: Vec::new(),
    };
    let extensions = [YAML.as_slice(), &EXTENSIONS].concat();
    for name in disk.files_of("data/indicateurs", &extensions, diagnostics)? {
        let path = format!("data/indicateurs/{name}");
        trees.indicators.extend(match lines::is_table(&name) {
            true => lines::nodes::<IndicatorEntry>(disk, &path, None, &titles.indicators, diagnostics)?,
            false => items(file(disk, &path, &mut said, diagnostics)?, "indicateurs"),
        });
    }
    let actions = file(disk, "data/actions.yaml", &mut said, diagnostics)?;
    trees.actions = items(actions, "actions");
    for extension in EXTENSIONS {
        let [actions, credits] = ["actions", "credits"].map(|name| format!("data/{name}.{extension}"));
        trees.actions.extend(lines::nodes::<ActionEntry>(
            disk,
            &actions,
            None,
            &titles.actions,
            diagnostics,
        )?);
        trees.credits.extend(lines::nodes::<CreditLine>(
            disk,
            &credits,
            None,
            &titles.credits,
            diagnostics,
        )?);
        let sheet = Some(crate::config::credits::SHEET);
        trees.credits.extend(lines::nodes::<CreditLine>(
            disk,
            &actions,
            sheet,
            &titles.credits,
            diagnostics,
        )?);
    }
    trees.strategy = file(disk, strategy::PATH, &mut said, diagnostics)?;
    Ok((Some(trees), said))
}

/// The tree of a YAML file, whose remarks join `said`; none without the file.
fn file(
    disk: &mut Disk<'_>,
    path: &str,
    said: &mut Vec<WrittenRemark>,
    diagnostics: &mut Diagnostics,
) -> Result<Option<Node>, Error> {
    let text = disk.text(path, Absence::Allowed, diagnostics)?;
    let file = Arc::from(path);
    let Some((text, root)) = text.and_then(|text| Some((text.clone(), parse(&file, &text, diagnostics).root?))) else {
        return Ok(None);
    };
    let name = path.strip_prefix("data/").unwrap_or(path);
    said.extend(remarks(&file, &text).into_iter().map(|remark| WrittenRemark {
        file: name.to_owned(),
        key: key(&root, &remark.path),
        text: remark.text,
    }));
    Ok(Some(root))
}

/// The trees of the files of a new project, which are of the program; none where it has no report.
pub(super) fn begun(files: &BTreeMap<String, FileChange>) -> Option<Trees> {
    let root = |path: &str| {
        let text = String::from_utf8(files.get(path)?.content.as_ref()?.to_vec()).ok()?;
        parse(&Arc::from(path), &text, &mut Diagnostics::default()).root
    };
    let catalogue = files.keys().filter(|path| path.starts_with("data/indicateurs/"));
    Some(Trees {
        report: root("data/rapport.yaml")?,
        indicators: catalogue.flat_map(|path| items(root(path), "indicateurs")).collect(),
        actions: items(root("data/actions.yaml"), "actions"),
        credits: Vec::new(),
        strategy: root(strategy::PATH),
        texts: Vec::new(),
    })
}

/// A path as a workbook says it: an entry by its identifier, else by its rank from 1.
fn key(root: &Node, path: &[String]) -> String {
    let mut parts = Vec::new();
    let mut node = Some(root);
    for part in path {
        let below = match node.map(|node| &node.shape) {
            Some(Shape::List(nodes)) => part
                .parse::<usize>()
                .ok()
                .and_then(|rank| nodes.get(rank).map(|node| (rank, node))),
            _ => None,
        };
        match below {
            Some((rank, item)) => {
                let id = item.get("id").and_then(Node::text).map(str::to_owned);
                parts.push(id.unwrap_or_else(|| (rank + 1).to_string()));
                node = Some(item);
            }
            None => {
                parts.push(part.clone());
                node = node.and_then(|node| node.get(part));
            }
        }
    }
    parts.join(".")
}

fn items(root: Option<Node>, key: &str) -> Vec<Node> {
    match root.and_then(|root| root.get(key).cloned()).map(|node| node.shape) {
        Some(Shape::List(nodes)) => nodes,
        _ => Vec::new(),
    }
}

fn retitle(report: &mut Node) {
    if let Shape::Map(entries) = &mut report.shape {
        for (_, columns) in entries.iter_mut().filter(|(key, _)| key.value == "colonnes") {
            if let Shape::Map(columns) = &mut columns.shape {
                columns.retain(|(key, _)| !RETITLED.contains(&key.value.as_str()));
            }
        }
        entries.retain(|(key, node)| key.value != "colonnes" || node.shape != Shape::Map(Vec::new()));
    }
}
