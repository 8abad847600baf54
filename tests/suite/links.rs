//! Every link inside the report leads to a page that it holds.

use crate::fixture::sample;
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::{BTreeMap, BTreeSet};

type Names = BTreeMap<Vec<u8>, Object>;

#[test]
fn every_link_inside_the_report_has_a_destination() {
    let document = Document::load_mem(sample()).unwrap();
    let pages: BTreeSet<ObjectId> = document.get_pages().into_values().collect();
    let names = names(&document);
    let mut inside = 0;
    for page in &pages {
        for annotation in document.get_page_annotations(*page).unwrap() {
            // A link to the web has an action in place of a destination.
            let Ok(destination) = annotation.get(b"Dest") else {
                continue;
            };
            inside += 1;
            let target = target(&document, &names, destination);
            assert!(
                target.is_some_and(|target| pages.contains(&target)),
                "a link of page {page:?} leads nowhere: {destination:?}"
            );
        }
    }
    assert!(inside > 200, "{inside} links");
}

/// The page that a destination leads to, whether it is written out or named.
fn target(document: &Document, names: &Names, destination: &Object) -> Option<ObjectId> {
    match document.dereference(destination).ok()?.1 {
        Object::Name(name) | Object::String(name, _) => target(document, names, names.get(name)?),
        Object::Array(parts) => parts.first()?.as_reference().ok(),
        Object::Dictionary(explicit) => target(document, names, explicit.get(b"D").ok()?),
        _ => None,
    }
}

/// The named destinations, which the exporter writes as one leaf.
fn names(document: &Document) -> Names {
    let inside = |parent: &Dictionary, key: &[u8]| {
        let (_, object) = document.dereference(parent.get(key).unwrap()).unwrap();
        object.as_dict().unwrap().clone()
    };
    let leaf = inside(&inside(document.catalog().unwrap(), b"Names"), b"Dests");
    let pairs = leaf.get(b"Names").unwrap().as_array().unwrap();
    pairs
        .chunks(2)
        .map(|pair| (pair[0].as_str().unwrap().to_vec(), pair[1].clone()))
        .collect()
}
