//! The tag tree of a published report, as a screen reader walks it.

use crate::fixture::{Project, millesime, sample};
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::BTreeMap;

/// What a tree of tags says, in the order of reading.
struct Tree {
    /// Tag → how many.
    counts: BTreeMap<String, usize>,
    /// Levels of the headings, in order.
    headings: Vec<u8>,
    /// Alternative texts of the figures, in order; an empty one is a figure without any.
    alternatives: Vec<String>,
    /// The tree with runs of the same leaf told once.
    outline: String,
}

#[test]
fn the_sample_reads_in_order_without_seeing() {
    let tree = tree(sample());
    assert_eq!(tree.headings.first(), Some(&1), "the first heading is of level 1");
    for pair in tree.headings.windows(2) {
        assert!(
            pair[1] <= pair[0] + 1,
            "a heading level is skipped: {} then {}",
            pair[0],
            pair[1]
        );
    }
    assert!(
        tree.alternatives.iter().all(|text| text.chars().count() > 20),
        "{:?}",
        tree.alternatives
    );
    assert!(
        tree.counts.get("TH").copied().unwrap_or(0) > 100,
        "the tables have headers: {:?}",
        tree.counts
    );
}

#[test]
fn the_tag_tree_of_the_minimal_report() {
    let project = Project::minimal();
    project.run(&["generer"]).done();
    insta::assert_snapshot!(tree(&project.published("2026/rapport.pdf")).outline);
}

#[test]
fn the_tag_tree_of_the_deliberation() {
    let votes = "deliberation:\n  votants: 3\n  votes:\n    - {groupe: A, pour: 2, contre: 0, abstentions: 1}\n";
    let project = Project::minimal();
    let report = std::fs::read_to_string(project.path().join("data/rapport.yaml")).unwrap();
    let project = project.with("data/rapport.yaml", report + votes);
    project.run(&["generer", "--livrable", "deliberation"]).done();
    insta::assert_snapshot!(tree(&project.published("2026/deliberation.pdf")).outline);
}

#[test]
fn the_tag_tree_of_the_bilan_of_the_starter() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("projet");
    let created = millesime().arg("nouveau").arg(&path).output().unwrap();
    assert!(created.status.success());
    let project = Project::copy_of(&path);
    project.run(&["generer", "--livrable", "bilan-numerique"]).done();
    let tree = tree(&project.published("2026/bilan-numerique.pdf"));
    for pair in tree.headings.windows(2) {
        assert!(
            pair[1] <= pair[0] + 1,
            "a heading level is skipped: {:?}",
            tree.headings
        );
    }
    insta::assert_snapshot!(tree.outline);
}

#[test]
fn the_report_carries_its_language_its_title_and_its_data() {
    let project = Project::minimal();
    project.run(&["generer"]).done();
    let document = Document::load_mem(&project.published("2026/rapport.pdf")).unwrap();
    let catalog = document.catalog().unwrap();
    let text = |object: &Object| lopdf::decode_text_string(object).unwrap();
    assert_eq!(text(catalog.get(b"Lang").unwrap()), "fr");
    let raw = project.published("2026/rapport.pdf");
    let raw = String::from_utf8_lossy(&raw);
    assert!(
        raw.contains("pdfaid:part>3") && raw.contains("pdfuaid:part>1"),
        "the metadata name both standards"
    );
    let names: Vec<String> = document
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .filter(|dictionary| dictionary.get(b"Type").ok().and_then(|kind| kind.as_name().ok()) == Some(b"Filespec"))
        .map(|dictionary| text(dictionary.get(b"UF").unwrap()))
        .collect();
    for file in ["indicateurs.csv", "evaluation.csv"] {
        assert!(
            names.iter().any(|name| name.ends_with(file)),
            "{file} is not attached: {names:?}"
        );
    }
}

fn tree(pdf: &[u8]) -> Tree {
    let document = Document::load_mem(pdf).unwrap();
    let catalog = document.catalog().unwrap();
    let root = dictionary(&document, catalog.get(b"StructTreeRoot").unwrap()).unwrap();
    let mut tree = Tree {
        counts: BTreeMap::new(),
        headings: Vec::new(),
        alternatives: Vec::new(),
        outline: String::new(),
    };
    let lines = walk(&document, root.get(b"K").unwrap(), 0, &mut tree);
    tree.outline = collapse(&lines);
    tree
}

/// Visits the elements below a `K` entry; gives one `(depth, tag)` an element.
fn walk(document: &Document, kids: &Object, depth: usize, tree: &mut Tree) -> Vec<(usize, String)> {
    let mut lines = Vec::new();
    let kids = match resolve(document, kids) {
        Object::Array(kids) => kids.clone(),
        other => vec![other.clone()],
    };
    for kid in &kids {
        let Some(element) = dictionary(document, kid) else {
            continue;
        };
        let Some(tag) = element.get(b"S").ok().and_then(|tag| tag.as_name().ok()) else {
            continue;
        };
        let tag = String::from_utf8_lossy(tag).into_owned();
        *tree.counts.entry(tag.clone()).or_default() += 1;
        if let Some(level) = tag.strip_prefix('H').and_then(|level| level.parse().ok()) {
            tree.headings.push(level);
        }
        if tag == "Figure" {
            let alternative = element
                .get(b"Alt")
                .ok()
                .and_then(|alt| lopdf::decode_text_string(alt).ok());
            tree.alternatives.push(alternative.unwrap_or_default());
        }
        // A block of layout says nothing to a reader: what is inside stands in its place.
        let layout = ["Div", "Span", "NonStruct", "Sect", "Part"].contains(&tag.as_str());
        let below = if layout { depth } else { depth + 1 };
        if !layout {
            lines.push((depth, tag));
        }
        if let Ok(kids) = element.get(b"K") {
            lines.extend(walk(document, kids, below, tree));
        }
    }
    lines
}

/// One line an element, indented; a run of the same line is told once with its length.
fn collapse(lines: &[(usize, String)]) -> String {
    let mut text = String::new();
    for run in lines.chunk_by(|one, other| one == other) {
        let (depth, tag) = &run[0];
        let times = if run.len() > 1 {
            format!(" × {}", run.len())
        } else {
            String::new()
        };
        text.push_str(&format!("{}{tag}{times}\n", "  ".repeat(*depth)));
    }
    text
}

fn dictionary<'a>(document: &'a Document, object: &'a Object) -> Option<&'a Dictionary> {
    resolve(document, object).as_dict().ok()
}

fn resolve<'a>(document: &'a Document, object: &'a Object) -> &'a Object {
    match object {
        Object::Reference(id) => document.get_object(ObjectId::clone(id)).unwrap_or(object),
        other => other,
    }
}
