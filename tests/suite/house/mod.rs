//! The three laws of the house, read from the parsed sources; each is shown to fail on a file that breaks it.

mod circles;
mod laws;
mod sources;

use laws::{asking_for_faults, beyond_the_tools, forward, not_nouns, resting_on_rooms, writing_by_itself};
use sources::{Source, read, sources};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

#[test]
fn a_room_looks_back_never_forward() {
    assert_eq!(forward(house()), Vec::<String>::new());
    let broken = Source::written(
        "load/query/mod.rs",
        "#[cfg(test)]\nmod tests;\nuse crate::{model::Year, assess::Report};",
    );
    assert_eq!(forward(&[broken]), ["load/query/mod.rs looks forward to assess"]);
    let hidden = Source::written(
        "load/mod.rs",
        "fn f() { println!(\"{:?}\", super::render::Sources::default()) }",
    );
    assert_eq!(forward(&[hidden]), ["load/mod.rs looks forward to render"]);
    let tests = Source::written(
        "load/mod.rs",
        "#[cfg(test)]\nmod tests {\n    use crate::render::Sources;\n}",
    );
    assert_eq!(forward(&[tests]), Vec::<String>::new());
}

#[test]
fn the_floor_rests_on_no_room() {
    assert_eq!(resting_on_rooms(house()), Vec::<String>::new());
    let broken = Source::written(
        "model/mod.rs",
        "#[cfg(test)]\nmod fixture;\nuse crate::config::Project;",
    );
    assert_eq!(resting_on_rooms(&[broken]), ["model/mod.rs rests on config"]);
}

#[test]
fn rooms_exchange_nouns_and_only_lib_speaks_verbs() {
    assert_eq!(not_nouns(house()), Vec::<String>::new());
    let broken = Source::written(
        "assess/mod.rs",
        "#[cfg(test)]\nmod tests;\nfn f() { crate::compute::compute() }",
    );
    assert_eq!(not_nouns(&[broken]), ["assess/mod.rs takes « compute » from compute"]);
    let whole = Source::written("command/schema.rs", "use crate::config;");
    assert_eq!(not_nouns(&[whole]), ["command/schema.rs takes the whole of config"]);
}

#[test]
fn one_heavy_tool_a_room() {
    assert_eq!(beyond_the_tools(house(), &dependencies()), Vec::<String>::new());
    let broken = Source::written(
        "assess/mod.rs",
        "#[cfg(test)]\nmod tests;\nuse polars::prelude::LazyFrame;",
    );
    let told = beyond_the_tools(&[broken], &dependencies());
    assert!(told.contains(&"assess/mod.rs names polars".to_owned()), "{told:?}");
    let disk = Source::written("assess/mod.rs", "fn f() { std::fs::read(\"a\").ok(); }");
    let told = beyond_the_tools(&[disk], &dependencies());
    assert!(told.contains(&"assess/mod.rs names std::fs".to_owned()), "{told:?}");
}

#[test]
fn only_the_hand_of_keep_writes() {
    assert_eq!(writing_by_itself(house()), Vec::<String>::new());
    for text in [
        "fn f() { fs_err::write(\"a\", \"b\").ok(); }",
        "use fs_err as fs;\nfn f() { fs::rename(\"a\", \"b\").ok(); }",
        "use fs_err::{self as disk, File};\nfn f() { File::create(\"a\").ok(); }",
        "use fs_err::create_dir_all;",
    ] {
        let told = writing_by_itself(&[Source::written("command/schema.rs", text)]);
        assert_eq!(told.len(), 1, "{text}: {told:?}");
    }
    let reading = Source::written(
        "load/folder.rs",
        "use fs_err as fs;\nfn f() { fs::read(\"a\").ok(); fs::File::open(\"a\").ok(); }",
    );
    assert_eq!(writing_by_itself(&[reading]), Vec::<String>::new());
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    assert_eq!(circles::circles(house()), Vec::<String>::new());
    let broken = [
        Source::written("chart/mod.rs", "mod line; mod marks;"),
        Source::written("chart/line.rs", "use super::marks::draw; pub struct Story;"),
        Source::written("chart/marks.rs", "use super::line::Story; pub fn draw() {}"),
    ];
    assert_eq!(circles::circles(&broken), ["chart/line.rs -> chart/marks.rs"]);
}

#[test]
fn no_room_asks_whether_there_are_faults_before_it_speaks() {
    assert_eq!(asking_for_faults(house()), Vec::<String>::new());
    let broken = Source::written(
        "assess/mod.rs",
        "#[cfg(test)]\nmod tests;\nfn f(log: &Diagnostics) { if !log.has_errors() { speak() } }",
    );
    assert_eq!(asking_for_faults(&[broken]), ["assess/mod.rs asks « has_errors »"]);
}

#[test]
fn build_reads_as_the_line_of_the_drawing() {
    let text = read(&root().join("src/lib.rs"));
    let places: Vec<usize> = laws::VERBS
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
    for file in files_below(&root().join("src"), "rs") {
        let text = read(&file);
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
fn every_file_of_the_house_is_compiled() {
    let compiled = house().len();
    let tests = files_below(&root().join("src"), "rs").len() - compiled;
    assert!(
        compiled > 400 && tests > 40,
        "{compiled} files of the program, {tests} of tests"
    );
}

/// What a tool leaves in the folder where it was run is another's file: it is never kept with the project by accident.
#[test]
fn the_root_holds_what_the_project_is_made_of() {
    let built = ["target", ".git"];
    let mut strangers: Vec<String> = std::fs::read_dir(root())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| !built.contains(&&**name) && !AT_THE_ROOT.contains(&&**name))
        .collect();
    strangers.sort();
    assert!(strangers.is_empty(), "at the root of the project: {strangers:#?}");
}

const AT_THE_ROOT: [&str; 23] = [
    ".ci",
    ".github",
    ".gitignore",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "Cargo.lock",
    "Cargo.toml",
    "README.md",
    "SECURITY.md",
    "benches",
    "clippy.toml",
    "data",
    "deny.toml",
    "dist",
    "docs",
    "examples",
    "fuzz",
    "output",
    "report-templates",
    "rustfmt.toml",
    "src",
    "tests",
];

#[test]
fn every_decision_is_a_paragraph_of_its_own() {
    let text = read(&root().join("docs/decisions.md"));
    let lines: Vec<&str> = text.lines().collect();
    let glued = lines
        .windows(2)
        .filter(|pair| !pair[0].is_empty() && pair[1].starts_with("**"));
    let glued: Vec<&str> = glued.map(|pair| pair[1]).collect();
    assert!(glued.is_empty(), "no blank line before {glued:#?}");
    let mut leads: Vec<&str> = lines.into_iter().filter(|line| line.starts_with("**")).collect();
    leads.sort_unstable();
    let twice: Vec<&[&str]> = leads.windows(2).filter(|pair| pair[0] == pair[1]).collect();
    assert!(twice.is_empty(), "written twice: {twice:#?}");
}

/// `UPDATE_DECISIONS=1 cargo test house` writes it again.
#[test]
fn the_contents_of_the_decisions_are_their_sections_and_leads() {
    let path = root().join("docs/decisions.md");
    let text = read(&path);
    let (before, rest) = text.split_once(CONTENTS).expect("the decisions have their contents");
    let (_, after) = rest.split_once("\n## ").expect("the decisions have sections");
    let written = format!("{before}{CONTENTS}\n{}\n## {after}", contents(&format!("## {after}")));
    if std::env::var_os("UPDATE_DECISIONS").is_some() {
        std::fs::write(&path, written).unwrap();
    } else {
        assert!(text == written, "UPDATE_DECISIONS=1 cargo test house");
    }
}

const CONTENTS: &str = "## Contents\n";

/// One line a section, with the leads of its paragraphs.
fn contents(decisions: &str) -> String {
    let mut lines = Vec::new();
    for section in decisions.split("## ").filter(|section| !section.is_empty()) {
        let title = section.lines().next().expect("a section has a title");
        let leads: Vec<&str> = section
            .split("\n**")
            .skip(1)
            .map(|paragraph| {
                paragraph
                    .split("**")
                    .next()
                    .expect("a paragraph has a lead")
                    .trim_end_matches('.')
            })
            .collect();
        let anchor: String = title
            .to_lowercase()
            .chars()
            .filter(|character| character.is_alphanumeric() || *character == ' ')
            .map(|character| if character == ' ' { '-' } else { character })
            .collect();
        lines.push(format!("- [{title}](#{anchor}): {}.\n", leads.join("; ")));
    }
    lines.concat()
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

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Parsed once: every law reads the same sources.
static HOUSE: LazyLock<Vec<Source>> = LazyLock::new(|| sources(&root().join("src")));

fn house() -> &'static [Source] {
    &HOUSE
}

/// The crates of `[dependencies]`, as code names them.
fn dependencies() -> Vec<String> {
    let manifest = read(&root().join("Cargo.toml"));
    let section = manifest.split("[dependencies]").nth(1).expect("there are dependencies");
    let section = section.split("\n[").next().unwrap_or_default();
    section
        .lines()
        .filter_map(|line| line.split_once(" = "))
        .map(|(name, _)| name.trim().replace('-', "_"))
        .collect()
}
