//! Where an answer goes: a reader that leaves, an output that is full or closed, a spreadsheet that would compute what is published.

use crate::fixture::{Project, millesime};
use crate::measured::flood;
use std::process::Stdio;

/// What is said on standard error, and the exit code, where the standard output goes elsewhere.
fn printed_to(output: impl Into<Stdio>, project: &Project, arguments: &[&str]) -> (i32, String) {
    let mut command = millesime();
    command.args(arguments).arg("--projet").arg(project.path());
    let run = command.stdout(output).stderr(Stdio::piped()).output().unwrap();
    (run.status.code().unwrap_or(-1), String::from_utf8(run.stderr).unwrap())
}

#[test]
fn a_reader_that_leaves_changes_no_exit_code() {
    let faulty = flood(100);
    for (project, arguments, code) in [
        (&faulty, &["verifier", "--json"][..], 1),
        (&Project::minimal(), &["verifier", "--json"], 0),
        (&Project::minimal(), &["indicateurs"], 0),
    ] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let (found, said) = printed_to(writer, project, arguments);
        assert_eq!(found, code, "{said}");
        assert!(!said.contains("panicked"), "{said}");
    }
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let mut command = millesime();
    command.arg("verifier").arg("--projet").arg(faulty.path());
    let run = command.stdout(Stdio::null()).stderr(writer).status().unwrap();
    assert_eq!(run.code(), Some(1));
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_cannot_be_written_is_a_sentence_and_what_was_done_stays_said() {
    let full = || std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let project = Project::minimal();
    for arguments in [
        &["verifier"][..],
        &["verifier", "--json"],
        &["indicateurs"],
        &["calendrier", "--vote", "2027-03-26"],
        &["cotation", "--csv"],
    ] {
        let (code, said) = printed_to(full(), &project, arguments);
        assert_eq!(code, 2, "{said}");
        assert!(
            said.contains("le disque est plein") && said.contains("ne change rien"),
            "{said}"
        );
        assert!(!said.contains("défaut") && !said.contains("panicked"), "{said}");
    }
    for arguments in [&["schema"][..], &["completion", "bash"], &["--aide"]] {
        let run = millesime()
            .args(arguments)
            .stdout(full())
            .stderr(Stdio::piped())
            .output()
            .unwrap();
        let said = String::from_utf8(run.stderr).unwrap();
        assert_eq!(run.status.code(), Some(2), "{said}");
        assert!(said.contains("le disque est plein"), "{said}");
    }
    let (code, said) = printed_to(full(), &project, &["generer"]);
    assert_eq!(code, 2, "{said}");
    assert!(
        said.contains("Ce qui était demandé est fait") && !said.contains("ien n’a été publié"),
        "{said}"
    );
    let edition = project.path().join("output/2026");
    let whole = millesime().arg("verifier-edition").arg(edition).status().unwrap();
    assert!(whole.success());
}

#[test]
fn no_published_table_holds_a_text_that_a_spreadsheet_computes() {
    let project = Project::minimal();
    let catalogue = project.path().join("data/indicateurs/indicateurs.yaml");
    let text = std::fs::read_to_string(&catalogue).unwrap();
    let hostile = text.replacen("titre: ", "titre: \"=1+1 \" # ", 1);
    assert_ne!(text, hostile);
    let project = project.with("data/indicateurs/indicateurs.yaml", hostile).with(
        "data/valeurs/plus.csv",
        "indicateur;annee;valeur;statut;note\npopulation;2016;-3;exemple;@SUM(A1)\n",
    );
    project.run(&["generer"]).done();
    let mut met = 0;
    for name in ["indicateurs.csv", "evaluation.csv"] {
        let bytes = project.published(&format!("2026/donnees/{name}"));
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(b';')
            .has_headers(false)
            .from_reader(&bytes[..]);
        for record in reader.records() {
            for cell in record.unwrap().iter() {
                let number = cell.replace(',', ".").parse::<f64>().is_ok();
                assert!(number || !cell.starts_with(['=', '+', '-', '@']), "{name}: {cell}");
                met += usize::from(cell.starts_with("'=") || cell.starts_with("'@"));
            }
        }
    }
    assert!(met > 2, "{met}");
    let run = project.run(&["indicateurs", "--json"]).done();
    assert!(run.stdout.contains("\"titre\": \"=1+1\""), "{}", run.stdout);
}

#[test]
fn what_the_environment_tells_the_libraries_changes_nothing() {
    let query = "indicateurs:\n  - {id: q, titre: Q, unite: MWh, finalite: 1, volet: interne, nature: contexte, sens: suivi, requete: \"SELECT annee, mwh AS valeur FROM t\"}\n";
    let project = Project::minimal()
        .with("data/indicateurs/q.yaml", query)
        .with("data/sources/t.csv", "annee;mwh\n2024;1\n2025;2\n");
    let usual = project.run(&["verifier", "--json"]);
    for (name, value) in [
        ("POLARS_MAX_THREADS", "0"),
        ("POLARS_MAX_THREADS", "abc"),
        ("POLARS_VERBOSE", "1"),
        ("RAYON_NUM_THREADS", "100000"),
        ("RUST_MIN_STACK", "1"),
    ] {
        let run = project.run_in(&["verifier", "--json"], &[(name, value)]);
        assert_eq!(
            (run.code, &run.stdout, &run.stderr),
            (usual.code, &usual.stdout, &usual.stderr),
            "{name}={value}"
        );
    }
}
