//! The contract with templates, both ways: what the context holds, what its README lists, what templates name.
//!
//! It is read from the types and from every branch of the templates, by path: what a run happens to fill does not count.
//! `UPDATE_CONTRACT=1 cargo test contract` writes the list anew: its difference is what owners of templates must know.

mod silence;
mod templates;
mod types;

use crate::codes::texts;
use crate::fixture::repository;
use std::collections::BTreeSet;
use std::path::PathBuf;
use templates::Walk;
use types::Types;

const README: &str = "report-templates/README.md";
const OPEN: &str = "<!-- paths: written by `UPDATE_CONTRACT=1 cargo test contract` -->\n```text\n";
const CLOSE: &str = "```\n<!-- end of paths -->\n";
/// What the README names that is no name of the context: values, slots, components.
const VALUES: &[&str] = &[
    "none",
    "shown",
    "banded",
    "aggregate",
    "edito",
    "lecture",
    "synthese",
    "elaboration",
    "evaluation",
    "glossaire",
    "due",
    "volontaire",
    "couvert",
    "vide",
    "late",
    "unclear",
    "overdue",
    "undated",
];

#[test]
fn the_readme_lists_every_path_of_the_context_and_no_other() {
    let file = repository().join(README);
    let text = std::fs::read_to_string(&file).unwrap();
    let (before, rest) = text.split_once(OPEN).expect("the README holds the list of paths");
    let (written, after) = rest.split_once(CLOSE).expect("the list of paths ends");
    let held = Types::read().paths();
    if std::env::var_os("UPDATE_CONTRACT").is_some() {
        let lines: String = held.iter().map(|line| format!("{line}\n")).collect();
        std::fs::write(&file, format!("{before}{OPEN}{lines}{CLOSE}{after}")).unwrap();
        return;
    }
    let written: Vec<&str> = written.lines().collect();
    let gone = written.iter().filter(|line| !held.iter().any(|held| held == *line));
    let gone = gone.map(|line| format!("listed, and no longer in the context: {line}"));
    let new = held.iter().filter(|line| !written.contains(&line.as_str()));
    let new = new.map(|line| format!("in the context, and not listed: {line}"));
    let wrong: Vec<String> = gone.chain(new).collect();
    assert!(
        wrong.is_empty(),
        "{README}: describe what changed under « Names », then UPDATE_CONTRACT=1 cargo test contract\n{}",
        wrong.join("\n")
    );
}

#[test]
fn the_words_of_the_readme_describe_every_name_and_no_other() {
    let types = Types::read();
    let text = std::fs::read_to_string(repository().join(README)).unwrap();
    let described = text.split_once("## Names").unwrap().1.split_once("## Paths").unwrap().0;
    let spans = described.split('`').skip(1).step_by(2);
    let words: BTreeSet<&str> = spans
        .clone()
        .flat_map(|span| span.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_'))
        .collect();
    let names = types.names();
    let forgotten: Vec<&String> = names.iter().filter(|name| !words.contains(name.as_str())).collect();
    assert!(forgotten.is_empty(), "{README} does not describe {forgotten:?}");
    let is_letter = |letter: char| letter.is_ascii_lowercase() || letter == '_';
    let gone: Vec<&str> = spans
        .flat_map(|span| span.strip_prefix('{').unwrap_or(span).trim_end_matches('}').split(", "))
        .map(|name| name.trim().trim_end_matches('?'))
        .filter(|name| name.chars().all(is_letter) && !VALUES.contains(name) && !names.contains(*name))
        .collect();
    assert!(
        gone.is_empty(),
        "{README} describes {gone:?}, which the context does not have"
    );
    let sections: BTreeSet<&str> = described
        .lines()
        .filter_map(|line| line.strip_prefix("### `")?.strip_suffix('`'))
        .collect();
    let roots = types.roots();
    assert_eq!(
        sections,
        roots.iter().map(String::as_str).collect(),
        "a section of {README} a root name"
    );
}

#[test]
fn templates_name_only_what_the_context_holds() {
    let types = Types::read();
    let own = repository().join("report-templates");
    let mut read = BTreeSet::new();
    let mut faults = BTreeSet::new();
    let documents = texts("report-templates", "jinja").filter_map(|(file, _)| {
        let name = file.strip_prefix("report-templates/")?;
        (!name.contains('/')).then(|| (vec![own.clone()], name.to_owned()))
    });
    let examples = ["galerie", "banc"].map(|example| {
        let folder = repository().join("examples").join(example).join("report-templates");
        (vec![folder, own.clone()], "rapport.typ.jinja".to_owned())
    });
    for (folders, document) in documents.chain(examples) {
        let mut walk = Walk {
            types: &types,
            folders,
            faults: BTreeSet::new(),
            read: BTreeSet::new(),
        };
        walk.document(&document);
        faults.extend(walk.faults);
        read.extend(walk.read);
    }
    let every = texts("report-templates", "jinja").map(|(file, _)| repository().join(file));
    let left: Vec<PathBuf> = every.filter(|file| !read.contains(file)).collect();
    assert!(left.is_empty(), "no document includes {left:?}");
    assert!(
        faults.is_empty(),
        "{}",
        faults.into_iter().collect::<Vec<_>>().join("\n")
    );
}

#[test]
fn a_template_that_names_what_is_not_there_is_told_at_its_line() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(
        folder.path().join("rapport.typ.jinja"),
        "{{ document.title | length }}{{ texts[\"mise-en-oeuvre\"] }}{# {{ comment.out }} #}
{% for finality in finalities if finality.indicators %}{{ finality.indicators[0].status.key }}
{{ finality.stake }}{% include \"parts/a.jinja\" %}{% endfor %}
{{ finality }}{% if rapport is defined %}{% endif %}
{% for word in document.title %}{{ word }}{% endfor %}",
    )
    .unwrap();
    std::fs::create_dir(folder.path().join("parts")).unwrap();
    std::fs::write(
        folder.path().join("parts/a.jinja"),
        "\n{{ finality.credits.rows[0].cell }}",
    )
    .unwrap();
    let types = Types::read();
    let mut walk = Walk {
        types: &types,
        folders: vec![folder.path().to_owned()],
        faults: BTreeSet::new(),
        read: BTreeSet::new(),
    };
    walk.document("rapport.typ.jinja");
    let stem = format!("{}/", folder.path().display());
    let told: Vec<String> = walk.faults.iter().map(|fault| fault.replace(&stem, "")).collect();
    let heads: Vec<&str> = told.iter().filter_map(|fault| fault.split(" is ").next()).collect();
    assert_eq!(
        heads,
        [
            "parts/a.jinja:2: « finality.credits.rows.cell »",
            "rapport.typ.jinja:3: « finality.stake »",
            "rapport.typ.jinja:4: « finality »",
            "rapport.typ.jinja:4: « rapport »",
            "rapport.typ.jinja:5: « document.title »",
        ],
        "{told:?}"
    );
}
