//! What needs a tool that is not Rust: run with `cargo test -- --ignored`, never skipped silently.
//!
//! `tests/external/install` installs the tools. `MILLESIME_VERAPDF` names a command that takes the profiles (`ua1,3a`) and
//! files, and fails when one does not conform; the others are found by their names.

use crate::fixture::{Project, files, repository};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The documents of a project that has everything.
const EVERY_DOCUMENT: [&str; 3] = ["rapport", "bilan-numerique", "deliberation"];

#[test]
#[ignore = "needs veraPDF, named by MILLESIME_VERAPDF"]
fn the_reference_validator_agrees_on_every_document_of_the_sample_and_of_the_minimal_project() {
    let verapdf = std::env::var("MILLESIME_VERAPDF").expect("MILLESIME_VERAPDF names the command of veraPDF");
    let sample = published(&Project::copy_of(&repository()), &EVERY_DOCUMENT);
    let minimal = published(&Project::minimal(), &["rapport", "deliberation"]);
    // Two editions side by side, each thing that can differ being other.
    let later = crate::comparing::a_year_later();
    let compared = later.path().join("comparaison.pdf");
    let asked = ["comparer", "2026", "2027", "--pdf", compared.to_str().unwrap()];
    later.run(&asked).done();
    let documents = sample.documents("pdf").chain(minimal.documents("pdf"));
    let documents: Vec<PathBuf> = documents.chain([compared]).collect();
    assert_eq!(documents.len(), 6);
    println!("{}", output(Command::new(&verapdf).arg("ua1,3a").args(&documents)));
}

#[test]
#[ignore = "needs pdftotext, of poppler"]
fn the_text_of_the_sample_comes_out_in_the_order_of_its_bookmarks() {
    let sample = published(&Project::copy_of(&repository()), &EVERY_DOCUMENT);
    for document in sample.documents("pdf") {
        let bookmarks = lopdf::Document::load(&document).unwrap().get_toc().unwrap().toc;
        assert!(!bookmarks.is_empty(), "{}", document.display());
        let pages: Vec<String> = text(&document).split('\u{C}').map(squeezed).collect();
        let mut last = (0, 0);
        for bookmark in &bookmarks {
            let page = bookmark.page - 1;
            let title = squeezed(&bookmark.title);
            let from = if page == last.0 { last.1 } else { 0 };
            let Some(at) = pages[page][from..].find(&title) else {
                panic!(
                    "« {title} » is not on page {} of {} after byte {from}",
                    page + 1,
                    document.display()
                );
            };
            last = (page, from + at);
        }
        println!("{}: {} titles in order", document.display(), bookmarks.len());
    }
}

#[test]
#[ignore = "needs pdftotext, and openpyxl in the Python named by MILLESIME_PYTHON"]
fn a_project_kept_in_a_workbook_publishes_the_same_documents_and_the_same_data() {
    let python = std::env::var("MILLESIME_PYTHON").expect("MILLESIME_PYTHON names a Python with openpyxl");
    let project = Project::copy_of(&repository());
    let own = published(&project, &EVERY_DOCUMENT);
    project.run(&["convertir", "--vers", "classeur"]).done();
    crate::converting::keep_so(project.path(), &crate::converting::REPLACED);
    let kept = published(&project, &EVERY_DOCUMENT);
    let script = repository().join("tests/external/same.py");
    let compared = output(
        Command::new(python)
            .arg(script)
            .args([own.folder.path(), kept.folder.path()]),
    );
    assert_eq!(compared.matches(".pdf: ").count(), EVERY_DOCUMENT.len(), "{compared}");
    println!("{compared}");
}

#[test]
#[ignore = "needs LibreOffice, named by MILLESIME_LIBREOFFICE"]
fn a_word_processor_opens_the_deliberation() {
    let office =
        std::env::var("MILLESIME_LIBREOFFICE").expect("MILLESIME_LIBREOFFICE names the command of LibreOffice");
    let project = Project::copy_of(&repository());
    project.run(&["generer", "--livrable", "deliberation"]).done();
    let (folder, made) = (project.path().join("output/2026"), project.path().join("ouvert"));
    let output = Command::new(office)
        .args(["--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir"])
        .arg(&made)
        .arg(folder.join("deliberation.docx"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = std::fs::read_to_string(made.join("deliberation.txt")).unwrap();
    for words in [
        "Délibération du Conseil métropolitain",
        "Exposé des motifs",
        "Prend acte",
        "Le Président",
    ] {
        assert!(text.contains(words), "« {words} » is not in:\n{text}");
    }
}

#[test]
#[ignore = "needs unshare and strace"]
fn no_command_speaks_to_a_network_nor_needs_one() {
    let project = Project::copy_of(&repository());
    let root = project.path();
    let made = tempfile::tempdir().unwrap();
    let (created, schemas, calls) = (
        made.path().join("nouveau"),
        made.path().join("schemas"),
        made.path().join("appels"),
    );
    let compared = made.path().join("comparaison.pdf");
    let bought = made.path().join("achats.csv");
    std::fs::write(&bought, crate::importing::PURCHASES).unwrap();
    let commands: [&[&str]; 26] = [
        &["nouveau", created.to_str().unwrap()],
        &["verifier"],
        &["verifier", "--complet", "--json"],
        &["generer"],
        &["verifier-edition", "output/2026", "--reconstruire"],
        &["indicateurs", "--json"],
        &["budget", "data/budget/budget-primitif-2026.xml"],
        &["cotation"],
        &["empreinte"],
        &["calendrier", "--vote", "2027-03-26"],
        &["collecter", "creer"],
        &["collecter", "lire", "collecte/2026"],
        &["collecter", "suivi", "--relances"],
        &["mettre-a-jour"],
        &["comparer", "2026", "2026", "--pdf", compared.to_str().unwrap()],
        &["convertir", "--vers", "classeur"],
        &["importer", bought.to_str().unwrap(), "--accepter"],
        &["reconduire", "2027"],
        &["expliquer", "M306"],
        &["manuel", "--page"],
        &["annuler", "--projet", created.to_str().unwrap()],
        &["schema"],
        &["schema", schemas.to_str().unwrap()],
        &["diagnostic"],
        &["completion", "bash"],
        &["--aide"],
    ];
    let page = output(crate::fixture::millesime().args(["manuel", "--page"]));
    let known = page
        .lines()
        .filter_map(|line| line.strip_prefix("## `millesime ")?.strip_suffix('`'));
    let run: Vec<String> = commands.iter().map(|arguments| arguments.join(" ")).collect();
    for name in known {
        let is_run = run
            .iter()
            .any(|arguments| *arguments == name || arguments.starts_with(&format!("{name} ")));
        // A family of commands is run by each of them.
        assert!(
            is_run || ["collecter", "aide"].contains(&name),
            "« {name} » is run by no line of this test"
        );
    }
    for arguments in commands {
        // A name space of its own, where there is no interface at all.
        let mut command = Command::new("unshare");
        command
            .args([
                "--user",
                "--map-root-user",
                "--net",
                "strace",
                "-f",
                "-qq",
                "-e",
                "trace=%network",
                "-o",
            ])
            .arg(&calls)
            .arg(env!("CARGO_BIN_EXE_millesime"))
            .args(arguments)
            .current_dir(root);
        output(&mut command);
        let calls = std::fs::read_to_string(&calls).unwrap();
        assert!(!calls.contains("AF_INET"), "{arguments:?}: {calls}");
    }
}

/// What a run published.
struct Published {
    folder: tempfile::TempDir,
}

impl Published {
    /// The documents of this kind.
    fn documents(&self, extension: &str) -> impl Iterator<Item = PathBuf> {
        let folder = self.folder.path().to_owned();
        let found = files(&folder).into_iter().map(move |file| folder.join(file));
        found.filter(move |file| file.extension().is_some_and(|found| found == extension))
    }
}

/// Publishes these documents of a project.
fn published(project: &Project, documents: &[&str]) -> Published {
    let folder = tempfile::tempdir().unwrap();
    let mut arguments = vec!["generer", "--sortie", folder.path().to_str().unwrap()];
    arguments.extend(documents.iter().flat_map(|name| ["--livrable", name]));
    project.run(&arguments).done();
    Published { folder }
}

/// The text of a PDF, a form feed after each page.
fn text(document: &Path) -> String {
    output(
        Command::new("pdftotext")
            .arg("-enc")
            .arg("UTF-8")
            .arg(document)
            .arg("-"),
    )
}

/// What a command prints; it must be there and succeed.
fn output(command: &mut Command) -> String {
    let output = command
        .output()
        .unwrap_or_else(|error| panic!("{command:?}: {error} (run tests/external/install)"));
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success(),
        "{said}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    said
}

/// The letters of a text without its spaces, its ends of line and its hyphens, which depend on where a line is cut.
fn squeezed(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_whitespace() && *letter != '\u{AD}')
        .collect()
}
