//! Which files of the house import each other in a circle: a noun or a helper that stands in the wrong file.
//!
//! A name that a `mod.rs` only hands on is counted where it is defined; what a `mod.rs` itself defines belongs to the
//! whole of its folder, so that a file below it may take it.

use super::sources::Source;
use std::collections::{BTreeMap, BTreeSet};

/// The circles, each as its files in order, joined by ` -> `.
pub fn circles(house: &[Source]) -> Vec<String> {
    let modules: BTreeMap<&[String], usize> = house
        .iter()
        .enumerate()
        .filter(|(_, source)| source.file.as_os_str() != "main.rs")
        .map(|(rank, source)| (source.module.as_slice(), rank))
        .collect();
    let arrows: Vec<BTreeSet<usize>> = (0..house.len()).map(|rank| arrows(rank, house, &modules)).collect();
    knots(&arrows)
        .into_iter()
        .map(|knot| {
            let files: Vec<String> = knot
                .iter()
                .map(|rank| house[*rank].file.display().to_string())
                .collect();
            files.join(" -> ")
        })
        .collect()
}

/// The files that a file takes names from.
fn arrows(rank: usize, house: &[Source], modules: &BTreeMap<&[String], usize>) -> BTreeSet<usize> {
    let source = &house[rank];
    let mut found: BTreeSet<usize> = source
        .paths
        .iter()
        .filter_map(|path| {
            let mut inner = source.module.clone();
            inner.push(path[0].clone());
            match path[0].as_str() {
                "crate" => home(&path[1..], house, modules),
                // A module declared in this file, named from it.
                _ if modules.contains_key(inner.as_slice()) => {
                    inner.extend_from_slice(&path[1..]);
                    home(&inner, house, modules)
                }
                _ => None,
            }
        })
        .collect();
    found.retain(|other| !source.module.starts_with(&house[*other].module));
    found
}

/// The file where what a path names is defined; none where the root hands it on.
fn home(path: &[String], house: &[Source], modules: &BTreeMap<&[String], usize>) -> Option<usize> {
    let (length, rank) = (1..=path.len())
        .rev()
        .find_map(|length| Some((length, *modules.get(&path[..length])?)))?;
    let handed_on = path.get(length).and_then(|name| house[rank].imports.get(name));
    match handed_on {
        Some(further) if further.first().is_some_and(|root| root == "crate") && further[1..] != *path => {
            home(&further[1..], house, modules)
        }
        _ => Some(rank),
    }
}

/// The sets of files that reach each other, of two files or more.
fn knots(arrows: &[BTreeSet<usize>]) -> Vec<Vec<usize>> {
    let reached: Vec<BTreeSet<usize>> = (0..arrows.len()).map(|start| reach(start, arrows)).collect();
    let mut found: BTreeSet<Vec<usize>> = BTreeSet::new();
    for start in 0..arrows.len() {
        if !reached[start].contains(&start) {
            continue;
        }
        let mutual = reached[start]
            .iter()
            .copied()
            .filter(|other| reached[*other].contains(&start));
        found.insert(mutual.collect());
    }
    found.into_iter().collect()
}

fn reach(start: usize, arrows: &[BTreeSet<usize>]) -> BTreeSet<usize> {
    let mut seen = BTreeSet::new();
    let mut next: Vec<usize> = arrows[start].iter().copied().collect();
    while let Some(rank) = next.pop() {
        if seen.insert(rank) {
            next.extend(&arrows[rank]);
        }
    }
    seen
}
