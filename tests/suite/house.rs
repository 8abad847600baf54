//! The three laws of the house, read from the sources themselves.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

const ROOMS: [&str; 10] = [
    "config", "load", "validate", "compute", "assess", "chart", "render", "typeset", "inspect", "publish",
];
const FLOOR: [&str; 5] = ["diagnostic", "error", "french", "model", "table"];

/// A crate that only one room may name, or one part of the floor (the command line names none of them).
const TOOLS: [(&str, &str); 11] = [
    ("polars", "load"),
    ("calamine", "table"),
    ("csv", "load"),
    ("quick_xml", "load"),
    ("serde_saphyr", "config"),
    ("plotters", "chart"),
    ("minijinja", "render"),
    ("docx_rs", "render"),
    ("typst", "typeset"),
    ("page_validation", "inspect"),
    ("fs_err", "the rooms that touch the disk"),
];

#[test]
fn a_room_looks_back_never_forward() {
    for (room, file, text) in sources() {
        let Some(rank) = ROOMS.iter().position(|other| *other == room) else {
            continue;
        };
        for later in &ROOMS[rank + 1..] {
            assert!(
                !text.contains(&format!("crate::{later}")),
                "{} is in {room} and looks forward to {later}",
                file.display()
            );
        }
    }
}

#[test]
fn the_floor_rests_on_no_room() {
    for (room, file, text) in sources() {
        if FLOOR.contains(&room.as_str()) {
            for other in ROOMS {
                assert!(
                    !text.contains(&format!("crate::{other}")),
                    "{} rests on {other}",
                    file.display()
                );
            }
        }
    }
}

#[test]
fn rooms_exchange_nouns_and_only_lib_speaks_verbs() {
    for (room, file, text) in sources() {
        for other in ROOMS
            .iter()
            .filter(|other| **other != room && ROOMS.contains(&room.as_str()))
        {
            for name in names_after(&text, &format!("crate::{other}::")) {
                assert!(
                    name.starts_with(char::is_uppercase),
                    "{} takes « {name} » from {other}, which is not a noun",
                    file.display()
                );
            }
        }
    }
}

#[test]
fn one_heavy_tool_a_room() {
    for (room, file, text) in sources() {
        for (tool, home) in TOOLS {
            let allowed = match tool {
                "fs_err" => ["config", "load", "publish", "command"].contains(&room.as_str()),
                // The CSV published by `render` is written by the same crate that reads it in `load`.
                "csv" => ["load", "render", "table"].contains(&room.as_str()),
                // `table` measures an OpenDocument before calamine opens it.
                "quick_xml" => ["load", "table"].contains(&room.as_str()),
                _ => room == home,
            };
            let named = code(&text).contains(&format!("{tool}::"));
            assert!(
                allowed || !named,
                "{} is in {room} and names {tool}, which lives in {home}",
                file.display()
            );
        }
        let disk = code(&text).contains("std::fs");
        assert!(!disk, "{}: the disk is reached through fs_err only", file.display());
    }
}

#[test]
fn build_reads_as_the_line_of_the_drawing() {
    let text = read(&root().join("src/lib.rs"));
    let verbs = [
        "config::read",
        "load::load",
        "validate::validate",
        "compute::compute",
        "assess::assess",
        "chart::draw",
        "render::render",
        "typeset::typeset",
        "inspect::inspect",
        "publish::publish",
    ];
    let places: Vec<usize> = verbs
        .iter()
        .map(|verb| {
            text.find(&format!("{verb}("))
                .unwrap_or_else(|| panic!("{verb} is not in lib.rs"))
        })
        .collect();
    assert!(places.is_sorted(), "lib.rs calls the rooms out of order: {places:?}");
}

#[test]
fn files_stay_short_and_say_what_they_are() {
    for (_, file, text) in sources() {
        let lines = text.lines().count();
        assert!(lines <= 300, "{} has {lines} lines", file.display());
        assert!(
            text.starts_with("//! "),
            "{} does not open with what it is",
            file.display()
        );
    }
    assert!(read(&root().join("src/main.rs")).lines().count() < 80);
}

#[test]
fn every_diagnostic_code_is_documented_once_and_declared_once() {
    let mut declared: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    for (_, file, text) in sources() {
        for rest in text.split("= Code(\"").skip(1) {
            let name = rest.split('"').next().unwrap_or_default();
            declared.entry(name.to_owned()).or_default().push(file.clone());
        }
    }
    let mut documented: BTreeMap<String, usize> = BTreeMap::new();
    for file in files_below(&root().join("docs/diagnostics"), "md") {
        for line in read(&file).lines().filter(|line| line.starts_with("## M")) {
            let name = line[3..].split(' ').next().unwrap_or_default();
            *documented.entry(name.to_owned()).or_default() += 1;
        }
    }
    for (name, files) in &declared {
        assert_eq!(files.len(), 1, "{name} is declared in {files:?}");
        assert_eq!(
            documented.get(name),
            Some(&1),
            "{name} is not documented once in docs/diagnostics/"
        );
    }
    for name in documented.keys() {
        assert!(declared.contains_key(name), "{name} is documented and nowhere declared");
    }
}

/// Every source file with its room (the first folder or file below `src/`) and its text.
fn sources() -> Vec<(String, PathBuf, String)> {
    let base = root().join("src");
    files_below(&base, "rs")
        .into_iter()
        .map(|file| {
            let inside = file.strip_prefix(&base).expect("the file is below src");
            let first = inside.iter().next().expect("a file has a name").to_string_lossy();
            (first.trim_end_matches(".rs").to_owned(), inside.to_owned(), read(&file))
        })
        .collect()
}

/// The text without its comments and without its tests, which may use what they like.
fn code(text: &str) -> String {
    let body = text.split("#[cfg(test)]\nmod ").next().unwrap_or(text);
    body.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

/// The names that follow a path prefix, in a plain path or in braces.
fn names_after(text: &str, prefix: &str) -> Vec<String> {
    let text = code(text);
    let mut names = Vec::new();
    for rest in text.split(prefix).skip(1) {
        let list = match rest.strip_prefix('{') {
            Some(inside) => inside.split('}').next().unwrap_or_default(),
            None => rest
                .split(|letter: char| !letter.is_alphanumeric() && letter != '_')
                .next()
                .unwrap_or_default(),
        };
        names.extend(
            list.split(',')
                .map(str::trim)
                .filter(|name| !name.is_empty())
                .map(str::to_owned),
        );
    }
    names
}

fn files_below(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == extension) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
