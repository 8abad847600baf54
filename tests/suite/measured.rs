//! How much is said: what repeats is counted, a quotation has a length, a warning that is known is not told.

use crate::fixture::Project;
use crate::said::settings;
use std::fmt::Write;

/// A table of the values of the minimal project with this many lines of the same fault, or of two.
pub fn flood(lines: usize) -> Project {
    let mut text = "indicateur;annee;valeur;statut;note\n".to_owned();
    for line in 0..lines {
        writeln!(text, "population;2016;faux {line};exemple;").unwrap();
    }
    Project::minimal().with("data/valeurs/plus.csv", text)
}

#[test]
fn an_accepted_warning_is_counted_with_its_code_and_printed_with_its_reason() {
    let accepting = |code: &str, file: &str| {
        let project = Project::minimal().with("data/brouillon.docx", "x");
        let path = project.path().join("data/rapport.yaml");
        let text = std::fs::read_to_string(path).unwrap();
        let kept = format!(
            "avertissements_acceptes: [{{code: {code}, fichier: {file}, motif: \"Le brouillon reste là.\"}}]\n"
        );
        project.with("data/rapport.yaml", text + &kept)
    };
    let told = Project::minimal()
        .with("data/brouillon.docx", "x")
        .run(&["verifier"])
        .done();
    assert!(told.stderr.contains("avertissement[M109]"), "{}", told.stderr);
    let project = accepting("M109", "data/brouillon.docx");
    let run = project.run(&["verifier"]).done();
    assert!(!run.stderr.contains("[M109]"), "{}", run.stderr);
    assert!(
        run.stderr.contains("acceptés, avec leur raison\u{a0}: 1 M109"),
        "{}",
        run.stderr
    );
    let json: Vec<serde_json::Value> = serde_json::from_str(&project.run(&["verifier", "--json"]).stdout).unwrap();
    let kept = json.iter().find(|entry| entry["severite"] == "accepte").unwrap();
    assert_eq!(
        (&kept["code"], &kept["motif"]),
        (&"M109".into(), &"Le brouillon reste là.".into())
    );
    project.run(&["generer"]).done();
    let report = project.published("2026/rapport.pdf");
    let document = lopdf::Document::load_mem(&report).unwrap();
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    let text = document.extract_text(&pages).unwrap();
    let letters: String = text.chars().filter(|letter| letter.is_alphanumeric()).collect();
    assert!(letters.contains("Lebrouillonrestelà"), "the reason is not printed");
    // Elsewhere it is told, and the acceptance that serves no more is named.
    let run = accepting("M109", "data/valeurs").run(&["verifier"]).done();
    assert!(
        run.stderr.contains("avertissement[M109]") && run.stderr.contains("rien ne le donne plus"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_command_tells_the_warnings_of_its_subject_and_counts_the_others() {
    let project = Project::copy_of(&crate::fixture::repository())
        .with("data/brouillon.docx", "x")
        .with("data/parc/brouillon.docx", "x");
    let run = project.run(&["empreinte"]).done();
    assert!(
        run.stderr.contains("data/parc/brouillon.docx") && !run.stderr.contains("data/brouillon"),
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains("sur d’autres sujets"), "{}", run.stderr);
    assert!(
        project
            .run(&["verifier"])
            .done()
            .stderr
            .contains("--> data/brouillon.docx")
    );
}

#[test]
fn a_fault_that_fills_a_column_is_said_once_with_its_count_and_its_first_cells() {
    let project = flood(12_000);
    let run = project.run(&["verifier"]);
    assert_eq!(run.code, 1);
    let told = run.stderr.matches("erreur[M212]").count();
    assert_eq!(told, 1, "{}", &run.stderr[..run.stderr.len().min(4_000)]);
    assert!(
        run.stderr
            .contains("11\u{202f}999\u{a0}autres cellules de cette colonne"),
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains("ligne 4 («\u{a0}faux 2\u{a0}»)"), "{}", run.stderr);
    assert!(run.stderr.contains("12\u{202f}000\u{a0}erreurs"), "{}", run.stderr);
    assert!(run.stderr.len() < 8_000, "{} bytes", run.stderr.len());

    let run = project.run(&["verifier", "--json"]);
    let told: Vec<serde_json::Value> = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!((run.code, told.len()), (1, 10_001));
    assert_eq!(told[10_000]["severite"], "reste");
}

#[test]
fn three_faults_of_a_column_are_each_said() {
    let run = flood(3).run(&["verifier"]);
    assert_eq!(run.stderr.matches("erreur[M212]").count(), 3, "{}", run.stderr);
}

#[test]
fn the_hundredth_fault_of_a_kind_in_a_file_is_counted() {
    let mut text = "indicateurs:\n".to_owned();
    for rank in 0..250 {
        writeln!(
            text,
            "  - {{id: i{rank}, titre: T, unite: MWh, finalite: 1, volet: interne, nature: contexte, sens: bizarre}}"
        )
        .unwrap();
    }
    let run = Project::minimal()
        .with("data/indicateurs/plus.yaml", text)
        .run(&["verifier"]);
    assert_eq!(run.stderr.matches("erreur[M030]").count(), 99);
    assert!(
        run.stderr
            .contains("151\u{a0}autres messages M030 (erreur) de data/indicateurs/plus.yaml"),
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains("250\u{a0}erreurs"), "{}", run.stderr);
}

#[test]
fn a_fault_that_every_file_has_is_counted_after_some_files() {
    let project = (0..1_000).fold(Project::minimal(), |project, rank| {
        project.with(&format!("data/valeurs/f{rank:04}.csv"), "a;b\n1;2\n")
    });
    let run = project.run(&["verifier"]);
    assert_eq!(run.stderr.matches("erreur[M200]").count(), 297);
    assert!(
        run.stderr
            .contains("703\u{a0}autres messages M200 (erreur) de 703\u{a0}autres fichiers"),
        "{}",
        &run.stderr[run.stderr.len().saturating_sub(1_500)..]
    );
    assert!(run.stderr.contains("1\u{202f}000\u{a0}erreurs"));
    assert!(run.stderr.len() < 150_000, "{} bytes", run.stderr.len());
}

#[test]
fn a_quoted_word_and_an_excerpt_have_a_length_that_is_read() {
    let endless = "b".repeat(200_000);
    for project in [
        settings("edition", &endless),
        settings(&endless, "1"),
        settings("titre", &format!("\"{endless}\"")),
        settings("appearance", &format!("{{couleur: {endless}}}")),
        Project::minimal().with(
            "data/valeurs/plus.csv",
            format!("indicateur;annee;valeur\n{endless};2025;{endless}\n"),
        ),
        Project::minimal().with(
            "data/valeurs/plus.csv",
            format!("{endless};annee;valeur\npopulation;2025;x\n"),
        ),
    ] {
        let run = project.run(&["verifier"]);
        assert_eq!(run.code, 1, "{}", run.stderr.len());
        assert!(run.stderr.len() < 20_000, "{} bytes", run.stderr.len());
        let json = project.run(&["verifier", "--json"]);
        assert!(json.stdout.len() < 20_000, "{} bytes", json.stdout.len());
    }
}
