//! What was published officially stays: sealed, rebuilt beside, replaced on demand only.

use crate::fixture::{Project, files};
use std::collections::BTreeMap;
use std::path::Path;

/// `rapport.yaml` of the minimal project, as that of a real collectivité.
pub fn real(report: &str) -> String {
    let named = report.replace("000000000", "200040715").replace("60000", "60001");
    named.replace("exemple: true\n", "")
}

/// The minimal project, as one that a council may be given.
pub fn official() -> Project {
    let report = include_str!("../projects/minimal/data/rapport.yaml");
    let values = include_str!("../projects/minimal/data/valeurs/indicateurs.csv");
    Project::minimal()
        .with("data/rapport.yaml", real(report))
        .with("data/valeurs/indicateurs.csv", values.replace(";exemple;", ";;"))
}

/// The same, a year of values later.
pub fn revised(project: Project) -> Project {
    let values = include_str!("../projects/minimal/data/valeurs/indicateurs.csv");
    let values = values.replace(";exemple;", ";;").replace(";905;", ";950;");
    project.with("data/valeurs/indicateurs.csv", values)
}

fn content(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let read = |path: std::path::PathBuf| (path.display().to_string(), std::fs::read(folder.join(path)).unwrap());
    files(folder).into_iter().map(read).collect()
}

#[test]
fn an_official_edition_is_rebuilt_beside_and_replaced_only_on_demand() {
    let project = official();
    project.run(&["generer", "--officiel"]).done();
    let output = project.path().join("output");
    let sealed = content(&output.join("2026"));
    let project = revised(project);
    for arguments in [
        &["generer"][..],
        &["generer", "--officiel"],
        &["generer", "--edition", "2026"],
        &["generer", "--livrable", "rapport"],
    ] {
        let run = project.run(arguments).done();
        assert!(content(&output.join("2026")) == sealed, "{arguments:?}");
        assert!(run.stderr.contains("elle est scellée"), "{}", run.stderr);
        assert!(run.stderr.contains("--remplacer-officiel"), "{}", run.stderr);
        assert!(run.stdout.contains("2026.reconstruction"), "{}", run.stdout);
        let rebuilt = content(&output.join("2026.reconstruction"));
        assert!(rebuilt["donnees/indicateurs.csv"] != sealed["donnees/indicateurs.csv"]);
        std::fs::remove_dir_all(output.join("2026.reconstruction")).unwrap();
    }
    // A draft never replaces it.
    let run = project.run(&["generer", "--remplacer-officiel"]);
    assert!(
        run.code == 1 && run.stderr.contains("il manque « --officiel »"),
        "{}",
        run.stderr
    );
    let run = project.run(&["generer", "--officiel", "--remplacer-officiel", "--date", "2027-03-01"]);
    let run = run.done();
    assert!(run.stderr.contains("2026.remplacee-2027-03-01"), "{}", run.stderr);
    assert!(content(&output.join("2026.remplacee-2027-03-01")) == sealed);
    assert!(content(&output.join("2026"))["rapport.pdf"] != sealed["rapport.pdf"]);
    // The new one is sealed in its turn.
    assert!(project.run(&["generer"]).done().stderr.contains("elle est scellée"));
}

#[test]
fn a_draft_is_not_sealed_by_an_official_run_of_another_part() {
    let settings = std::fs::read_to_string(official().path().join("data/rapport.yaml")).unwrap();
    let project = official().with(
        "data/rapport.yaml",
        format!("{settings}livrables: [rapport, deliberation]\n"),
    );
    project.run(&["generer"]).done();
    let output = project.path().join("output/2026");
    let draft = content(&output);
    let project = revised(project);
    let run = project.run(&["generer", "--officiel", "--livrable", "rapport"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stderr.contains("garde d’un brouillon"), "{}", run.stderr);
    assert!(run.stderr.contains("deliberation.pdf"), "{}", run.stderr);
    assert!(content(&output) == draft);
}

#[test]
fn an_edition_that_is_not_official_is_made_again_in_its_place() {
    let project = official();
    project.run(&["generer"]).done();
    let run = project.run(&["generer", "--officiel", "--remplacer-officiel"]).done();
    assert!(!run.stderr.contains("remplacee"), "{}", run.stderr);
    let standing: Vec<String> = std::fs::read_dir(project.path().join("output"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(standing, ["2026"]);
}

#[test]
fn the_inputs_of_an_official_edition_are_archived_apart_and_published_nowhere() {
    let inventory = "type;nombre;annee;utilisateur\nportable;3;2025;Camille Durand\n";
    let project = official()
        .with("data/parc/inventaire.csv", inventory)
        .with("report-templates/parts/exemple.typ.jinja", "// à nous\n");
    let run = project.run(&["generer", "--officiel"]).done();
    let archive = content(&project.path().join("archives/2026"));
    for (path, bytes) in &archive {
        if path != "manifeste.json" {
            assert!(std::fs::read(project.path().join(path)).unwrap() == *bytes, "{path}");
        }
    }
    assert!(archive.contains_key("data/rapport.yaml") && archive.contains_key("data/textes/edito.md"));
    assert!(
        archive.contains_key("report-templates/parts/exemple.typ.jinja"),
        "{:?}",
        archive.keys()
    );
    // Somebody is named there: only the fingerprint is kept, and the command says so.
    assert!(!archive.contains_key("data/parc/inventaire.csv"));
    assert!(
        run.stderr.contains("des personnes semblent y être nommées"),
        "{}",
        run.stderr
    );
    let listed = String::from_utf8(archive["manifeste.json"].clone()).unwrap();
    assert!(
        listed.contains("data/parc/inventaire.csv") && !listed.contains("Durand"),
        "{listed}"
    );
    assert!(!project.path().join("output/2026/data").exists());
    // Without --officiel there is no archive, and an archive is no data.
    let told = project.told();
    assert!(told.iter().all(|line| !line.contains("archives/")), "{told:?}");
    let draft = official();
    draft.run(&["generer"]).done();
    assert!(!draft.path().join("archives").exists());
}

#[test]
fn an_archive_is_kept_with_the_edition_that_it_is_of() {
    let project = official();
    project.run(&["generer", "--officiel"]).done();
    let former = content(&project.path().join("archives/2026"));
    let project = revised(project).with("data/rapport.yaml", {
        let report = include_str!("../projects/minimal/data/rapport.yaml");
        real(report) + "archives: {personnes: true}\n"
    });
    project.run(&["generer", "--officiel"]).done();
    assert!(
        content(&project.path().join("archives/2026")) == former,
        "a reconstruction has no archive"
    );
    let replace = ["generer", "--officiel", "--remplacer-officiel", "--date", "2027-03-01"];
    project.run(&replace).done();
    assert!(content(&project.path().join("archives/2026.remplacee-2027-03-01")) == former);
    assert!(content(&project.path().join("archives/2026")) != former);
    // Elsewhere than in the project, the archive stays in it.
    let elsewhere = tempfile::tempdir().unwrap();
    let folder = elsewhere.path().to_str().unwrap();
    project.run(&["generer", "--officiel", "--sortie", folder]).done();
    assert!(elsewhere.path().join("2026/rapport.pdf").is_file());
    assert!(!elsewhere.path().join("archives").exists());
}

#[test]
fn a_publication_goes_neither_among_the_data_nor_over_the_project_nor_through_a_link() {
    let project = Project::minimal();
    let before = content(project.path());
    let root = project.path().to_str().unwrap().to_owned();
    let refused = |output: &str, why: &str| {
        let run = project.run(&["generer", "--sortie", output]);
        assert_eq!(run.code, 1, "{output}: {}", run.stderr);
        assert!(run.stderr.contains(why), "{output}: {}", run.stderr);
        assert!(run.stderr.contains("onnez"), "{output}: {}", run.stderr);
    };
    refused(&format!("{root}/data/valeurs"), "il est dans « data »");
    refused(&format!("{root}/report-templates"), "il est dans « report-templates »");
    refused(&root, "c’est le projet");
    assert!(content(project.path()) == before);
    #[cfg(unix)]
    {
        let elsewhere = tempfile::tempdir().unwrap();
        std::os::unix::fs::symlink(elsewhere.path(), project.path().join("output")).unwrap();
        let run = project.run(&["generer"]);
        assert_eq!(run.code, 1, "{}", run.stderr);
        assert!(run.stderr.contains("c’est un lien"), "{}", run.stderr);
        assert_eq!(files(elsewhere.path()), Vec::<std::path::PathBuf>::new());
    }
}

#[test]
fn an_edition_before_that_is_not_the_one_compared_is_told() {
    let project = Project::minimal();
    let elsewhere = tempfile::tempdir().unwrap();
    let folder = elsewhere.path().to_str().unwrap();
    let publish = |edition: &str| {
        project
            .run(&["generer", "--edition", edition, "--sortie", folder])
            .done()
    };
    assert!(!publish("2026").stderr.contains("pas été comparée"));
    let told = publish("2027").stderr;
    assert!(told.contains("pas été comparée avec cette édition"), "{told}");
    let before = project.path().join("output/2026/donnees");
    std::fs::create_dir_all(&before).unwrap();
    std::fs::copy(
        elsewhere.path().join("2026/donnees/evaluation.csv"),
        before.join("evaluation.csv"),
    )
    .unwrap();
    assert!(!publish("2027").stderr.contains("pas été comparée"));
}

#[test]
fn an_edition_before_that_of_the_project_is_made_again_beside() {
    let project = Project::minimal();
    project.run(&["generer"]).done();
    let output = project.path().join("output");
    let published = content(&output.join("2026"));
    let settings = include_str!("../projects/minimal/data/rapport.yaml")
        .replace("edition: 2026", "edition: 2027")
        .replace("exercice_budget: 2027", "exercice_budget: 2028")
        .replace("annee_donnees: 2025", "annee_donnees: 2026")
        .replace("date_document: 2026", "date_document: 2027");
    let project = revised(project.with("data/rapport.yaml", settings));
    let run = project.run(&["generer", "--edition", "2026"]).done();
    assert!(content(&output.join("2026")) == published);
    assert!(run.stderr.contains("est une édition passée"), "{}", run.stderr);
    assert!(output.join("2026.reconstruction/rapport.pdf").exists());
    // The next edition says what it is compared with.
    let next = project.run(&["generer"]).done();
    assert!(next.stdout.contains("édition 2026 (un brouillon"), "{}", next.stdout);
    std::fs::remove_dir_all(output.join("2026")).unwrap();
    project.run(&["generer", "--edition", "2026"]).done();
    assert!(output.join("2026/rapport.pdf").exists());
}
