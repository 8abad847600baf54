//! The trees of a project become the sheets of a workbook: what `pairs` and `rows` read, the other way.
//!
//! It gives titles and texts; how a workbook looks and is made is not its affair. What no cell can hold is told, and not written.

use super::law;
use super::lists::Declared;
use super::{
    ACTIONS, ACTORS, CALENDAR, CREDITS, EXCLUSIONS, FLEET, INDICATORS, MEANS, MEASURES, OBJECTIVES, REPORT, STEPS,
    STRATEGY, TEXTS,
};
use crate::config::raw::{
    ActionEntry, ActorEntry, BaselineEntry, CreditEntry, CreditLine, ExclusionEntry, IndicatorEntry, MeansEntry,
    MeasureEntry, ObjectiveEntry, SourceEntry, StepEntry,
};
use crate::diagnostic::Place;
use crate::form::document::{Node, Shape};
use crate::form::entry::Entry;
use std::collections::BTreeMap;

/// The trees of a project.
pub(in crate::config) struct Trees {
    pub report: Node,
    pub indicators: Vec<Node>,
    pub actions: Vec<Node>,
    pub credits: Vec<Node>,
    pub strategy: Option<Node>,
    /// The texts of the law that were read.
    pub texts: Vec<Node>,
}

/// A sheet of texts under titles.
#[derive(Debug, Clone)]
pub struct WrittenSheet {
    pub name: &'static str,
    pub titles: Vec<String>,
    pub rows: Vec<Vec<String>>,
    /// The words that a list proposes under a title.
    pub words: Vec<(String, Vec<String>)>,
}

/// Titles → texts, of a line.
type Line = BTreeMap<String, String>;

/// The sheets of a project, and where stands what they cannot hold.
pub(in crate::config) fn sheets(trees: &Trees) -> (Vec<WrittenSheet>, Vec<Place>) {
    let mut lost = Vec::new();
    let lost = &mut lost;
    let pairs = |name, root: Option<&Node>, aside: &[&str], lost: &mut Vec<Place>| {
        let (mut rows, declared) = (Vec::new(), super::lists::declared(name));
        if let Some(Shape::Map(entries)) = root.map(|root| &root.shape) {
            let own = entries.iter().filter(|(key, _)| !aside.contains(&&*key.value));
            own.for_each(|(key, node)| flat(&key.value, node, &declared, &mut rows, lost));
        }
        super::lists::explained(name, &mut rows);
        WrittenSheet {
            name,
            titles: ["cle", "valeur", "explication"].map(str::to_owned).to_vec(),
            rows,
            words: Vec::new(),
        }
    };
    let report = &trees.report;
    let mut credits: Vec<Line> = Vec::new();
    let mut actions = Vec::new();
    for action in &trees.actions {
        let id = action.get("id").and_then(Node::text).unwrap_or_default();
        for credit in items(action.get("credits")) {
            credits.push(owned(line(credit, lost), "action", id));
        }
        actions.push(line(action, lost));
    }
    credits.extend(trees.credits.iter().map(|credit| line(credit, lost)));
    let indicators: Vec<Line> = trees.indicators.iter().map(|indicator| line(indicator, lost)).collect();
    let strategy = trees.strategy.as_ref();
    let of = |key: &str| items(strategy.and_then(|strategy| strategy.get(key)));
    let (mut objectives, mut measures, mut means) = (Vec::new(), Vec::new(), Vec::new());
    for objective in of("objectifs") {
        let id = objective.get("id").and_then(Node::text).unwrap_or_default();
        for measure in items(objective.get("mesures")) {
            measures.push(owned(line(measure, lost), "objectif", id));
        }
        for credit in items(objective.get("moyens").and_then(|means| means.get("credits"))) {
            means.push(owned(line(credit, lost), "objectif", id));
        }
        objectives.push(line(objective, lost));
    }
    let mut all = |key: &str| of(key).iter().map(|node| line(node, lost)).collect::<Vec<Line>>();
    let (steps, exclusions, actors) = (all("etapes"), all("sans_objet"), all("acteurs"));
    let mut texts: Vec<Line> = trees.texts.iter().map(|text| line(text, lost)).collect();
    law::join(&mut texts, &trees.report);
    let in_parts = [("source", SourceEntry::KEYS), ("reference", BaselineEntry::KEYS)];
    let effects = ["finalite_1", "finalite_2", "finalite_3", "finalite_4", "finalite_5"];
    let means_keys: Vec<&'static str> = MeansEntry::KEYS
        .iter()
        .copied()
        .filter(|key| *key != "credits")
        .collect();
    let sheets = vec![
        pairs(REPORT, Some(report), &["calendrier", "parc"], lost),
        pairs(CALENDAR, report.get("calendrier"), &[], lost),
        pairs(FLEET, report.get("parc"), &[], lost),
        table(INDICATORS, titles(&[], IndicatorEntry::KEYS, &in_parts), indicators),
        table(
            ACTIONS,
            [
                titles(&[], ActionEntry::KEYS, &[("credits", &[]), ("finalites", &[])]),
                effects.map(str::to_owned).to_vec(),
            ]
            .concat(),
            actions,
        ),
        table(CREDITS, titles(&[], CreditLine::KEYS, &[]), credits),
        pairs(
            STRATEGY,
            strategy,
            &["etapes", "objectifs", "sans_objet", "acteurs"],
            lost,
        ),
        table(STEPS, titles(&[], StepEntry::KEYS, &[]), steps),
        table(
            OBJECTIVES,
            titles(&[], ObjectiveEntry::KEYS, &[("moyens", &means_keys), ("mesures", &[])]),
            objectives,
        ),
        table(MEASURES, titles(&["objectif"], MeasureEntry::KEYS, &[]), measures),
        table(MEANS, titles(&["objectif"], CreditEntry::KEYS, &[]), means),
        table(ACTORS, titles(&[], ActorEntry::KEYS, &[]), actors),
        table(EXCLUSIONS, titles(&[], ExclusionEntry::KEYS, &[]), exclusions),
        table(TEXTS, titles(&law::TITLES, &law::more(), &[]), texts),
    ];
    (sheets, std::mem::take(lost))
}

/// The titles of a table: those before, then each key or the parts that stand for it.
fn titles(before: &[&str], keys: &[&str], parts: &[(&str, &[&str])]) -> Vec<String> {
    let own = keys
        .iter()
        .flat_map(|key| match parts.iter().find(|(whole, _)| whole == key) {
            Some((whole, parts)) => parts.iter().map(|part| format!("{whole}_{part}")).collect(),
            None => vec![(*key).to_owned()],
        });
    before.iter().map(|title| (*title).to_owned()).chain(own).collect()
}

fn table(name: &'static str, mut titles: Vec<String>, lines: Vec<Line>) -> WrittenSheet {
    let more: Vec<String> = lines.iter().flat_map(|line| line.keys()).cloned().collect();
    for title in more {
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    let cells = |line: &Line| {
        titles
            .iter()
            .map(|title| line.get(title).cloned().unwrap_or_default())
            .collect()
    };
    let rows = lines.iter().map(cells).collect();
    let words = super::lists::words(name, &titles);
    WrittenSheet {
        name,
        titles,
        rows,
        words,
    }
}

fn owned(mut line: Line, key: &str, owner: &str) -> Line {
    line.insert(key.to_owned(), owner.to_owned());
    line
}

fn items(node: Option<&Node>) -> &[Node] {
    match node.map(|node| &node.shape) {
        Some(Shape::List(nodes)) => nodes,
        _ => &[],
    }
}

/// Keys in keys, each under its whole path.
fn flat(path: &str, node: &Node, declared: &Declared, rows: &mut Vec<Vec<String>>, lost: &mut Vec<Place>) {
    match &node.shape {
        Shape::Empty => {}
        // Where values may stand, a semicolon would cut it: it is the first of a list.
        Shape::Scalar { text, .. } if text.contains([';', '\n']) && declared.is_list(path) => {
            rows.push(vec![format!("{path}.1"), text.trim().to_owned()]);
        }
        Shape::Scalar { text, .. } => rows.push(vec![path.to_owned(), text.trim().to_owned()]),
        Shape::Map(entries) | Shape::Line(entries) => {
            for (key, node) in entries {
                if key.value.contains('.') {
                    lost.push(key.place.clone());
                }
                flat(&format!("{path}.{}", key.value), node, declared, rows, lost);
            }
        }
        Shape::List(nodes) => {
            let texts: Option<Vec<&str>> = nodes.iter().map(Node::text).collect();
            match texts.filter(|texts| !texts.iter().any(|text| text.contains([';', '\n']))) {
                Some(texts) if texts.is_empty() => {}
                Some(texts) => rows.push(vec![path.to_owned(), texts.join(" ; ")]),
                None => {
                    for (rank, node) in (1..).zip(nodes) {
                        flat(&format!("{path}.{rank}"), node, declared, rows, lost);
                    }
                }
            }
        }
    }
}

/// An entry as a line; what has sheets of its own is left out.
fn line(node: &Node, lost: &mut Vec<Place>) -> Line {
    let mut line = Line::new();
    let (Shape::Map(entries) | Shape::Line(entries)) = &node.shape else {
        return line;
    };
    for (key, value) in entries {
        let key = key.value.as_str();
        match (key, &value.shape) {
            ("mesures" | "credits", Shape::List(nodes)) if nodes.iter().any(|node| node.text().is_none()) => {}
            (_, Shape::Empty) => {}
            (_, Shape::Scalar { text, .. }) => {
                line.insert(key.to_owned(), text.trim().to_owned());
            }
            ("cibles", Shape::List(targets)) => {
                line.insert(key.to_owned(), joined(targets.iter().map(|node| target(node, lost))));
            }
            (_, Shape::List(nodes)) => {
                line.insert(key.to_owned(), list(nodes, lost));
            }
            ("finalites", Shape::Map(effects)) => {
                for (finality, effect) in effects {
                    let title = format!("finalite_{}", finality.value);
                    line.insert(title, effect.text().unwrap_or_default().to_owned());
                }
            }
            ("revisions", Shape::Map(reasons)) => {
                let reasons = reasons
                    .iter()
                    .map(|(year, reason)| format!("{} = {}", year.value, one(reason, lost)));
                line.insert(key.to_owned(), joined(reasons));
            }
            (_, Shape::Map(parts) | Shape::Line(parts)) => {
                for (part, value) in parts {
                    let text = match &value.shape {
                        Shape::List(nodes) if nodes.iter().all(|node| node.text().is_some()) => list(nodes, lost),
                        Shape::Scalar { text, .. } => text.trim().to_owned(),
                        _ => continue,
                    };
                    line.insert(format!("{key}_{}", part.value), text);
                }
            }
        }
    }
    line
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<String>>().join(" ; ")
}

/// Values in a cell: a last semicolon keeps the commas inside.
fn list(nodes: &[Node], lost: &mut Vec<Place>) -> String {
    let texts: Vec<String> = nodes.iter().map(|node| one(node, lost)).collect();
    let end = if texts.len() == 1 && texts[0].contains(',') {
        " ;"
    } else {
        ""
    };
    format!("{}{end}", texts.join(" ; "))
}

/// One of several texts of a cell, which a semicolon or a line would cut.
fn one(node: &Node, lost: &mut Vec<Place>) -> String {
    let text = node.text().unwrap_or_default().trim();
    if text.contains([';', '\n']) {
        lost.push(node.place.clone());
    }
    text.to_owned()
}

/// « 2030 = 43000 (Plan climat) ».
fn target(node: &Node, lost: &mut Vec<Place>) -> String {
    let part = |key: &str, lost: &mut Vec<Place>| node.get(key).map(|node| one(node, lost)).unwrap_or_default();
    let (year, value, origin) = (part("annee", lost), part("valeur", lost), part("origine", lost));
    match origin.as_str() {
        "" => format!("{year} = {value}"),
        origin => format!("{year} = {value} ({origin})"),
    }
}
