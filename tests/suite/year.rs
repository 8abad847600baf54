//! The next year: a project is carried to another edition, builds at once, goes back, and is whole whenever the run is stopped.

use crate::converting::{REPLACED, keep_so};
use crate::fixture::{Project, files, in_parallel, millesime, repository};
use crate::sealing::official;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::hash::BuildHasher;
use std::process::Stdio;
use std::time::Instant;

const ACTIONS: &str = "\
actions:
  # Finie l’an passé.
  - id: relamping
    titre: Relamping
    volet: interne
    service: Patrimoine
    etat: realisee
    fin: 2024

  - {id: haies, titre: Haies, volet: territorial, service: Nature, etat: en-cours, fin: 2026}
  - {id: velo, titre: Vélo, volet: territorial, etat: en-cours, fin: 2030}
  - {id: toits, titre: Toits, volet: interne, etat: realisee, fin: 2026}
";

fn data(project: &Project) -> BTreeMap<String, Vec<u8>> {
    let folder = project.path().join("data");
    let read = |path: std::path::PathBuf| (path.display().to_string(), std::fs::read(folder.join(path)).unwrap());
    files(&folder).into_iter().map(read).collect()
}

fn text(project: &Project, path: &str) -> String {
    std::fs::read_to_string(project.path().join(path)).unwrap()
}

#[test]
fn a_project_that_is_carried_to_the_next_year_builds_at_once_and_goes_back_to_the_same_bytes() {
    for project in [
        Project::copy_of(&repository()),
        Project::minimal().with("data/actions.yaml", ACTIONS),
    ] {
        project.run(&["generer"]).done();
        let before = data(&project);
        let run = project.run(&["reconduire", "2027"]).done();
        assert!(run.stdout.contains("data/rapport.yaml\n"), "{}", run.stdout);
        assert!(
            run.stdout.contains("n’a pas été publiée officiellement"),
            "{}",
            run.stdout
        );
        assert!(run.stdout.contains("À faire pour l’édition 2027"), "{}", run.stdout);
        let changed: Vec<String> = data(&project)
            .into_iter()
            .filter(|(path, content)| before[path] != *content)
            .map(|(path, _)| path)
            .collect();
        assert!(changed.contains(&"rapport.yaml".to_owned()), "{changed:?}");
        project.run(&["generer"]).done();
        assert!(project.published("2027/rapport.pdf").starts_with(b"%PDF"));
        project.run(&["annuler"]).done();
        assert!(data(&project) == before);
    }
}

#[test]
fn a_project_in_a_workbook_is_carried_cell_by_cell_and_goes_back_to_the_same_bytes() {
    let project = Project::minimal().with("data/actions.yaml", ACTIONS);
    project.run(&["convertir", "--vers", "classeur"]).done();
    keep_so(project.path(), &REPLACED);
    project.run(&["generer"]).done();
    let before = data(&project);
    let run = project.run(&["reconduire", "2027"]).done();
    for said in [
        "data/projet.xlsx\n",
        "edition : 2026 devient 2027",
        "action close",
        "textes_a_relire : 6\u{a0}textes repris",
        "proposées, à décider : ",
    ] {
        assert!(run.stdout.contains(said), "{said}: {}", run.stdout);
    }
    let changed: Vec<String> = data(&project)
        .into_iter()
        .filter(|(path, content)| before[path] != *content)
        .map(|(path, _)| path)
        .collect();
    assert_eq!(changed, ["projet.xlsx"]);
    project.run(&["generer"]).done();
    assert!(project.published("2027/rapport.pdf").starts_with(b"%PDF"));
    // The year after, the cells that list the texts are used again.
    let listed = |project: &Project| {
        let sheets = crate::collecting::sheets(&project.path().join("data/projet.xlsx"));
        let (_, rows) = sheets.iter().find(|(name, _)| name == "Rapport").unwrap();
        rows.iter()
            .filter(|row| row[0].to_string().starts_with("textes_a_relire."))
            .count()
    };
    let once = listed(&project);
    project.run(&["reconduire", "2028"]).done();
    assert_eq!((listed(&project), once), (once, 12));
    project.run(&["annuler"]).done();
    project.run(&["annuler"]).done();
    assert!(data(&project) == before);
}

#[test]
fn actions_that_ended_are_closed_and_those_that_go_on_are_told_to_their_services() {
    let project = Project::minimal().with("data/actions.yaml", ACTIONS);
    let told = project.run(&["reconduire", "2027"]).done().stdout;
    let closed = "    etat: realisee\n    fin: 2024\n";
    assert!(
        text(&project, "data/actions.yaml").contains(&closed.replace("realisee\n", "realisee\n    archive: true\n"))
    );
    assert_eq!(
        text(&project, "data/actions.yaml").replace("    archive: true\n", ""),
        ACTIONS
    );
    assert!(told.contains("1\u{a0}action close : «\u{a0}Relamping\u{a0}»"), "{told}");
    let service = told.split("\n  Nature\n").nth(1).unwrap();
    assert!(
        service.contains("«\u{a0}Haies\u{a0}»") && !told.contains("«\u{a0}Vélo"),
        "{told}"
    );
    let data = project.run(&["verifier"]).done().stdout;
    assert!(data.contains("pour 2026"), "{data}");
    project.run(&["generer"]).done();
    // What is closed is printed no more.
    let told = project.run(&["reconduire", "2027"]);
    assert_eq!(told.code, 1);
    assert!(
        told.stderr.contains("M093") && told.stderr.contains("Rien n’a été changé"),
        "{}",
        told.stderr
    );
}

#[test]
fn a_text_of_last_year_is_told_until_it_is_changed_or_confirmed_and_refused_officially() {
    let project = official();
    project.run(&["generer", "--officiel"]).done();
    let told = project.run(&["reconduire", "2027"]).done().stdout;
    assert!(told.contains("L’édition 2026 est officielle"), "{told}");
    assert!(!project.path().join("archives/2027").exists());
    let count = |project: &Project| project.told().iter().filter(|told| told.starts_with("M405")).count();
    let all = count(&project);
    assert_eq!(all, 6);
    let refused = project.run(&["verifier", "--officiel"]);
    assert!(
        refused.code == 1 && refused.stderr.contains("erreur[M405]"),
        "{}",
        refused.stderr
    );
    let edited = text(&project, "data/textes/edito.md") + "\n\nUne phrase de 2027.\n";
    let report = text(&project, "data/rapport.yaml");
    let confirmed: String = report
        .split_inclusive('\n')
        .filter(|line| !line.contains("texte: evaluation"))
        .collect();
    let project = project
        .with("data/textes/edito.md", edited)
        .with("data/rapport.yaml", confirmed);
    assert_eq!(count(&project), all - 2);
}

#[test]
fn a_project_with_a_fault_is_not_carried() {
    let project = Project::minimal().with(
        "data/valeurs/indicateurs.csv",
        "indicateur;annee;valeur\nabsent;2025;x\n",
    );
    let before = data(&project);
    let run = project.run(&["reconduire", "2027"]);
    assert!(
        run.code == 1 && run.stderr.contains("Rien n’a été changé"),
        "{}",
        run.stderr
    );
    assert!(data(&project) == before);
}

#[test]
fn a_run_that_is_killed_leaves_the_project_of_one_year_or_of_the_other() {
    let number = |variable: &str| std::env::var(variable).ok().and_then(|text| text.parse::<u64>().ok());
    let seed = number("MILLESIME_SEED").unwrap_or_else(|| std::hash::RandomState::new().hash_one(0));
    println!("MILLESIME_SEED={seed}");
    let project = Project::minimal().with("data/actions.yaml", ACTIONS);
    let (before, began) = (data(&project), Instant::now());
    let twin = Project::twin_of(project.path());
    twin.run(&["reconduire", "2027"]).done();
    let (span, after) = (began.elapsed(), data(&twin));
    let ranks: Vec<u64> = (0..number("MILLESIME_KILLS").unwrap_or(20)).collect();
    let carried = in_parallel(&ranks, |rank| {
        let draw = Sha256::digest(format!("{seed} {rank}"));
        let share = f64::from(u16::from_be_bytes([draw[0], draw[1]])) / f64::from(u16::MAX);
        let project = Project::twin_of(project.path());
        let mut run = millesime()
            .args(["reconduire", "2027", "--projet"])
            .arg(project.path())
            .env("MILLESIME_ECHANGE", "non")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(span.mul_f64(share));
        _ = run.kill();
        run.wait().unwrap();
        // Finishes what was begun, or undoes it.
        project.run(&["mettre-a-jour"]).done();
        let stands = data(&project);
        assert!(stands == before || stands == after, "killed after {share} of {span:?}");
        stands == after
    });
    println!(
        "{} of {} were carried",
        carried.iter().filter(|carried| **carried).count(),
        ranks.len()
    );
}
