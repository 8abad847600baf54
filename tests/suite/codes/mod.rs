//! Every code of the program is given by a test that asserts it, and described in `docs/diagnostics/` with its gravity.
//!
//! A code is met where a refused project has it in its message, where a case of `cases` gives it through the program, or
//! where a unit test has read it (`src/diagnostic/met.rs` notes it beside the test binary) and one names it.

mod books;
mod cases;
mod projects;
mod sources;

use crate::fixture::{in_parallel, repository};
pub use books::text_of_word;
use cases::{CASES, Case};
pub use sources::texts;
use sources::{declared, named_by_unit_tests, noted, told};
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn every_case_tells_its_code_at_its_place() {
    let wrong: Vec<String> = in_parallel(&all_cases(), wrong).into_iter().flatten().collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn every_code_is_met_by_a_test() {
    assert!(
        !noted().is_empty(),
        "no unit test ran since the last change of src: cargo test --lib, whole, then this one"
    );
    let met = codes(&met());
    let unmet: Vec<String> = declared()
        .iter()
        .filter(|(code, _)| !met.contains(*code))
        .map(|(code, files)| format!("{code} ({})", files.join(", ")))
        .collect();
    assert!(
        unmet.is_empty(),
        "no test gives {}: write a project in tests/projects/refused/ or a case in tests/suite/codes/cases.rs",
        unmet.join(", ")
    );
}

#[test]
fn the_pages_and_the_sources_have_the_same_codes_with_the_same_gravity() {
    let (declared, described) = (declared(), described());
    let mut wrong: Vec<String> = Vec::new();
    for (code, files) in declared.iter().filter(|(_, files)| files.len() > 1) {
        wrong.push(format!("{code} is declared in {}", files.join(" and in ")));
    }
    for code in declared.keys().filter(|code| !described.contains_key(*code)) {
        wrong.push(format!("{code} is not described in docs/diagnostics/"));
    }
    for code in described.keys().filter(|code| !declared.contains_key(*code)) {
        wrong.push(format!("{code} is described in docs/diagnostics/ and declared nowhere"));
    }
    let met = met();
    for (code, headings) in &described {
        let [(page, title, gravity)] = headings.as_slice() else {
            wrong.push(format!("{code} is described {} times", headings.len()));
            continue;
        };
        let gravities = ["erreur", "avertissement"];
        let found: Vec<&str> = gravities
            .into_iter()
            .filter(|gravity| met.contains(&format!("{gravity} {code}")))
            .collect();
        let found = found.join(" ou ");
        if !found.is_empty() && found != *gravity {
            wrong.push(format!(
                "{page}: {code} — {title} is « {found} » in tests, « {gravity} » on its page"
            ));
        }
        if title.is_empty() {
            wrong.push(format!("{page}: {code} has no title"));
        }
        if page_of(code).as_ref() != Some(page) {
            wrong.push(format!(
                "{code} is on {page}, and docs/diagnostics.md says {:?}",
                page_of(code)
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn all_cases() -> Vec<Case> {
    #[cfg(unix)]
    let more = cases::UNIX_CASES;
    #[cfg(not(unix))]
    let more = &[];
    CASES.iter().chain(more).copied().collect()
}

/// What a case says and the program does not; none where they agree.
fn wrong((expected, project, arguments): &Case) -> Option<String> {
    let run = project().run(arguments);
    let mut words = expected.splitn(3, ' ');
    let (gravity, code, file) = (words.next()?, words.next()?, words.next()?);
    let head = format!("{gravity}[{code}]: ");
    let mut lines = run.stderr.lines();
    let told = lines.any(|line| line.starts_with(&head)) && {
        let place = lines.next().and_then(|line| line.trim_start().strip_prefix("--> "));
        place.is_some_and(|place| place.starts_with(file))
    };
    (!told).then(|| format!("{expected} is not told, but:\n{}", run.stderr))
}

/// Gravity and code of all that a test gives.
fn met() -> BTreeSet<String> {
    let refused = texts("tests/projects/refused", "txt").flat_map(|(_, message)| told(&message));
    let cases = all_cases();
    let cases = cases.iter().map(|(expected, ..)| {
        let words: Vec<&str> = expected.split(' ').take(2).collect();
        words.join(" ")
    });
    let named = named_by_unit_tests();
    let noted = noted().into_iter();
    let noted = noted.filter(|line| line.split(' ').next_back().is_some_and(|code| named.contains(code)));
    refused.chain(cases).chain(noted).collect()
}

fn codes(lines: &BTreeSet<String>) -> BTreeSet<String> {
    lines
        .iter()
        .filter_map(|line| Some(line.split_once(' ')?.1.to_owned()))
        .collect()
}

/// Code → page, title and gravity of each `## M012 — Titre (erreur)`.
fn described() -> BTreeMap<String, Vec<(String, String, String)>> {
    let mut described: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for (page, text) in texts("docs/diagnostics", "md") {
        for heading in text.lines().filter_map(|line| line.strip_prefix("## ")) {
            let (code, title) = heading.split_once(" — ").unwrap_or((heading, ""));
            let (title, gravity) = title.rsplit_once(" (").unwrap_or((title, ""));
            let entry = (page.clone(), title.to_owned(), gravity.trim_end_matches(')').to_owned());
            described.entry(code.to_owned()).or_default().push(entry);
        }
    }
    described
}

/// The page that the table of `docs/diagnostics.md` gives to a code.
fn page_of(code: &str) -> Option<String> {
    let table = std::fs::read_to_string(repository().join("docs/diagnostics.md")).unwrap();
    let mut rows = table.lines().filter_map(|line| line.strip_prefix("| M"));
    rows.find_map(|row| {
        let (range, rest) = row.split_once(" | ")?;
        let (first, last) = range.split_once(" à M")?;
        let page = rest.split_once("](")?.1.split_once(')')?.0;
        (first..=last).contains(&&code[1..]).then(|| format!("docs/{page}"))
    })
}
