//! The documents of the project are true: the commands they print run, the lists they give are whole.

use crate::fixture::{Project, Run, millesime, repository};

#[test]
fn the_readme_names_the_two_commands() {
    let readme = std::fs::read_to_string(repository().join("README.md")).unwrap();
    for command in ["cargo run -- generer", "cargo test"] {
        assert!(readme.contains(command), "the README does not name « {command} »");
    }
}

#[test]
fn every_millesime_command_printed_in_the_documents_exists() {
    for document in [
        "README.md",
        "docs/guide.md",
        "docs/concepts.md",
        "docs/dsi.md",
        "CONTRIBUTING.md",
    ] {
        let text = std::fs::read_to_string(repository().join(document)).unwrap();
        for line in text.lines().map(str::trim) {
            let Some(arguments) = line
                .strip_prefix("millesime ")
                .or_else(|| line.strip_prefix("cargo run -- "))
            else {
                continue;
            };
            let mut words: Vec<&str> = arguments
                .split_whitespace()
                .take_while(|word| !word.starts_with(['#', '>', '|']))
                .collect();
            // `--aide` makes clap read every argument before it answers, without running the command.
            words.push("--aide");
            let output = millesime().args(&words).output().unwrap();
            assert!(
                output.status.success(),
                "{document}: « {line} » is refused:\n{}",
                String::from_utf8_lossy(&output.stderr)
            );
        }
    }
}

#[test]
fn every_link_of_the_documents_leads_somewhere() {
    let root = repository();
    let documents = [
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
        "docs/guide.md",
        "docs/concepts.md",
        "docs/dsi.md",
        "docs/decisions.md",
        "docs/attacks.md",
        "docs/reference/commandes.md",
        "docs/reference/fichiers.md",
        "docs/reference/tableaux.md",
    ];
    let mut followed = 0;
    for document in documents {
        let text = std::fs::read_to_string(root.join(document)).unwrap();
        for link in text.split("](").skip(1).map(|rest| rest.split(')').next().unwrap()) {
            if link.contains("://") || link.contains(' ') {
                continue;
            }
            let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
            let here = root.join(document);
            let target = if file.is_empty() {
                here
            } else {
                here.parent().unwrap().join(file)
            };
            assert!(target.exists(), "{document}: « {link} » leads to no file");
            if !anchor.is_empty() {
                let headings = std::fs::read_to_string(&target).unwrap();
                let mut anchors = headings.lines().filter(|line| line.starts_with('#')).map(anchor_of);
                assert!(
                    anchors.any(|found| found == anchor),
                    "{document}: « {link} » leads to no heading"
                );
            }
            followed += 1;
        }
    }
    assert!(followed > 60, "{followed} links");
}

/// What a reader of Markdown on the web makes of a heading.
fn anchor_of(heading: &str) -> String {
    let words = heading.trim_start_matches('#').trim().to_lowercase();
    words
        .chars()
        .filter(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_'))
        .map(|letter| if letter == ' ' { '-' } else { letter })
        .collect()
}

#[test]
fn a_new_project_builds_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mon-rapport");
    let created = millesime().arg("nouveau").arg(&path).output().unwrap();
    assert!(created.status.success(), "{}", String::from_utf8_lossy(&created.stderr));
    let run = Project::copy_of(&path).run(&["generer"]).done();
    assert!(run.stdout.contains("rapport.pdf"), "{}", run.stdout);
}

#[test]
fn a_new_project_never_covers_an_old_one() {
    let project = Project::minimal();
    let run = millesime().arg("nouveau").arg(project.path()).output().unwrap();
    assert_eq!(run.status.code(), Some(1));
}

#[test]
fn a_code_is_explained_without_a_project_and_an_unknown_one_is_refused() {
    let run = |arguments: &[&str]| Run::from(millesime().arg("expliquer").args(arguments).output().unwrap());
    let one = run(&["M306"]).done();
    assert!(
        one.stdout
            .starts_with("M306 — Il manque un composant au total (avertissement)\n"),
        "{}",
        one.stdout
    );
    assert!(one.stdout.contains("\nQue faire"), "{}", one.stdout);
    let all = run(&[]).done();
    assert!(
        all.stdout
            .contains("\nM306  Il manque un composant au total (avertissement)\n"),
        "{}",
        all.stdout
    );
    let unknown = run(&["m300", "M999"]);
    assert_eq!(unknown.code, 1);
    assert!(unknown.stdout.starts_with("M300 — "), "{}", unknown.stdout);
    assert!(
        unknown.stderr.contains("aucun message n’a le code «\u{a0}M999\u{a0}»"),
        "{}",
        unknown.stderr
    );
}

#[test]
fn wrong_arguments_are_refused_in_french_with_code_1() {
    for (arguments, expected) in [
        (vec!["generrer"], "Vouliez-vous dire «\u{a0}generer\u{a0}»"),
        (
            vec!["generer", "--edtion", "2026"],
            "Vouliez-vous dire «\u{a0}--edition\u{a0}»",
        ),
        (vec!["generer", "--edition", "deux"], "« deux »"),
        (vec!["generer", "--edition", "deux"], "quatre chiffres, de 1990 à 2100"),
        (vec!["generer", "--edition", "3026"], "quatre chiffres, de 1990 à 2100"),
        (vec!["generer", "--livrable", "affiche"], "« affiche »"),
        (
            vec!["generer", "--livrable", "affiche"],
            "Valeurs possibles : rapport, bilan-numerique, deliberation.",
        ),
        (
            vec!["generer", "--livrable", "deliberatio"],
            "Vouliez-vous dire «\u{a0}deliberation\u{a0}»",
        ),
        (
            vec!["calendrier", "--vote", "24/03/2028"],
            "Une date s’écrit année-mois-jour",
        ),
        (
            vec!["generer", "--livrable"],
            "Valeurs possibles : rapport, bilan-numerique, deliberation.",
        ),
        (
            vec!["completion", "bach"],
            "«\u{a0}bash\u{a0}»\u{202f}? Valeurs possibles : bash, elvish",
        ),
        (vec!["verifier", "--json=oui"], "« --json » ne prend pas de valeur"),
        (vec!["verifier", "--json", "--json"], "« --json » est donné deux fois"),
        (
            vec!["cotation", "--json", "--csv"],
            "« --json » ne va pas avec « --csv »",
        ),
        (vec!["verifier", "src"], "Un projet se désigne par --projet src"),
    ] {
        let output = millesime().args(&arguments).output().unwrap();
        let message = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert!(message.contains(expected), "{arguments:?}: {message}");
    }
}

#[test]
fn the_page_of_attacks_names_bounds_and_tests_that_are_there() {
    let text = std::fs::read_to_string(repository().join("docs/attacks.md")).unwrap();
    let named: Vec<&str> = text.split('`').skip(1).step_by(2).collect();
    let mut met = (0, 0);
    for (file, name) in named.iter().filter_map(|name| name.split_once(".rs::")) {
        let source = std::fs::read_to_string(repository().join(format!("{file}.rs")));
        let source = source.unwrap_or_else(|_| panic!("{file}.rs is not there"));
        let is_test = name.starts_with(char::is_lowercase);
        let written = match is_test {
            true => format!("fn {name}("),
            false if file.ends_with("cases") => format!("{name} "),
            false => format!("const {name}: "),
        };
        assert!(source.contains(&written), "{file}.rs holds no « {written} »");
        *(if is_test { &mut met.0 } else { &mut met.1 }) += 1;
    }
    assert!(met.0 > 50 && met.1 > 20, "{met:?}");
}
