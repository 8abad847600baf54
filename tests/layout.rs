//! How many times Typst lays a document out before its page numbers and references settle: at most three.
//!
//! A test target of its own, since the recorder of Typst is one for the whole process. `--nocapture` prints the
//! milliseconds of each round.

// A test that cannot go on panics: that is how it fails.
#![allow(clippy::unwrap_used)]

use millesime::{LastRoom, Options, Request, Writer};
use std::path::PathBuf;

/// A reader of page numbers needs two rounds; a contents that moves them needs a third.
const MOST: usize = 3;

#[test]
fn no_document_of_the_sample_is_laid_out_more_than_three_times() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let request = Request {
        output: root.join("output"),
        project: Options { root, edition: None },
        deliverables: Vec::new(),
        last_room: LastRoom::Inspect,
        official: false,
        replaces_official: false,
        writer: Writer::default(),
    };
    typst_timing::enable();
    let outcome = millesime::build(&request, &mut ()).unwrap();
    let documents: Vec<&str> = outcome
        .documents
        .iter()
        .map(|document| document.name.as_str())
        .collect();
    let mut recorded = Vec::new();
    typst_timing::export_json(&mut recorded, |_| (String::new(), 0)).unwrap();
    let rounds = rounds(&serde_json::from_slice(&recorded).unwrap());
    println!("{documents:?}: {rounds:?}");
    assert_eq!(rounds.len(), documents.len());
    assert!(
        documents.len() > 1 && rounds.iter().all(|rounds| rounds.len() <= MOST),
        "{rounds:?}"
    );
}

/// The milliseconds of each round, a list a document.
fn rounds(events: &serde_json::Value) -> Vec<Vec<f64>> {
    let mut found: Vec<Vec<f64>> = Vec::new();
    let mut began = 0.0;
    for event in events.as_array().unwrap() {
        let Some(rank) = event["name"].as_str().and_then(|name| name.strip_prefix("iter (")) else {
            continue;
        };
        let at = event["ts"].as_f64().unwrap();
        if event["ph"] == "B" {
            began = at;
            if rank == "1)" {
                found.push(Vec::new());
            }
        } else {
            found.last_mut().unwrap().push((at - began) / 1000.0);
        }
    }
    found
}
