//! What was published stays: runs that are killed, files of the author, the lock.
//!
//! `MILLESIME_KILLS=200` kills more often; `MILLESIME_SEED=…` repeats the moments of a run, which prints its seed.

use crate::fixture::{Project, Run, files, in_parallel, millesime};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::hash::BuildHasher;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

/// A value that shows in what is published.
fn values(value: u64) -> String {
    let values = include_str!("../projects/minimal/data/valeurs/indicateurs.csv");
    let mut lines: Vec<String> = values.lines().map(ToOwned::to_owned).collect();
    let last = lines.last_mut().unwrap();
    *last = last.replace(";97;", &format!(";{value};"));
    lines.join("\n")
}

#[test]
fn a_run_that_is_killed_leaves_the_edition_before_or_its_own_and_the_next_one_says_what_it_did() {
    let number = |variable: &str| std::env::var(variable).ok().and_then(|text| text.parse::<u64>().ok());
    let kills = number("MILLESIME_KILLS").unwrap_or(20);
    let seed = number("MILLESIME_SEED").unwrap_or_else(|| std::hash::RandomState::new().hash_one(0));
    println!("MILLESIME_SEED={seed}");
    let published = Project::minimal();
    published.run(&["generer"]).done();
    let published = published
        .with("output/2026/notes.txt", "à garder")
        .with("data/valeurs/indicateurs.csv", values(77));
    let span = writing_time(&published);
    let ranks: Vec<u64> = (0..kills).collect();
    let told = in_parallel(&ranks, |rank| {
        let draw = Sha256::digest(format!("{seed} {rank}"));
        let share = f64::from(u16::from_be_bytes([draw[0], draw[1]])) / f64::from(u16::MAX);
        let moment = span.mul_f64(share * 1.1);
        let kill = |run: &mut Child| {
            std::thread::sleep(moment);
            _ = run.kill();
        };
        stopped(&published, &format!("killed after {moment:?}"), started, kill)
    });
    let (mut finished, mut cleaned, mut silent) = (0, 0, 0);
    for text in told {
        match () {
            () if text.contains("est achevé : « ") => finished += 1,
            () if text.contains("sont effacés") => cleaned += 1,
            () => silent += 1,
        }
    }
    println!("{kills} kills within {span:?}: {finished} finished, {cleaned} cleaned, {silent} with nothing to say");
}

/// How long a run writes on this machine.
fn writing_time(published: &Project) -> Duration {
    let project = Project::twin_of(published.path());
    let mut run = started(&project);
    let began = Instant::now();
    run.wait().unwrap();
    began.elapsed()
}

/// Starts a run, and comes back as soon as it begins to write.
fn started(project: &Project) -> Child {
    let run = millesime()
        .args(["generer", "--projet"])
        .arg(project.path())
        .env("MILLESIME_ECHANGE", "non")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let begun = Instant::now();
    while !project.path().join(".millesime").exists() && begun.elapsed() < Duration::from_secs(120) {
        std::thread::sleep(Duration::from_micros(200));
    }
    run
}

/// Stops a run that publishes over an edition where the author has a note; what the next run tells.
fn stopped(published: &Project, how: &str, start: impl Fn(&Project) -> Child, stop: impl Fn(&mut Child)) -> String {
    let project = Project::twin_of(published.path());
    let old = project.published("2026/manifeste.json");
    let mut run = start(&project);
    stop(&mut run);
    run.wait().unwrap();
    // A run that publishes nothing: what stands is what the dead one left, once settled.
    let project = project.with("data/rapport.yaml", "titre: [");
    let next = project.run(&["generer"]);
    assert_eq!(next.code, 1, "{how}: {}", next.stderr);
    let edition = project.path().join("output/2026");
    assert_eq!(unsound(&edition), Vec::<String>::new(), "{how}: {}", next.stderr);
    assert_eq!(std::fs::read_to_string(edition.join("notes.txt")).unwrap(), "à garder");
    let finished = project.published("2026/manifeste.json") != old;
    assert!(finished || !next.stderr.contains("est achevé"), "{}", next.stderr);
    assert_eq!(left_behind(&project), Vec::<String>::new(), "{how}");
    next.stderr
}

/// What the program should not have left in a project.
fn left_behind(project: &Project) -> Vec<String> {
    let folders = [project.path().to_owned(), project.path().join("output")];
    let entries = folders.iter().flat_map(|folder| std::fs::read_dir(folder).unwrap());
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.starts_with(".millesime")).collect()
}

#[cfg(unix)]
#[test]
fn a_run_that_is_told_to_stop_leaves_nothing_that_the_next_one_does_not_clean() {
    use std::process::Command;
    let published = Project::minimal();
    published.run(&["generer"]).done();
    let published = published
        .with("output/2026/notes.txt", "à garder")
        .with("data/valeurs/indicateurs.csv", values(77));
    for signal in ["-TERM", "-INT"] {
        let stop = |run: &mut Child| {
            let sent = Command::new("kill").arg(signal).arg(run.id().to_string()).status();
            assert!(sent.unwrap().success());
        };
        stopped(&published, signal, started, stop);
    }
}

#[cfg(unix)]
#[test]
fn a_limit_on_the_size_of_files_is_a_sentence_and_the_last_publication_stays() {
    let published = Project::minimal();
    published.run(&["generer"]).done();
    let published = published.with("data/valeurs/indicateurs.csv", values(77));
    let old = published.published("2026/manifeste.json");
    // Below the report, in a table of it, before its first byte.
    for blocks in ["100", "3", "0"] {
        let run = std::process::Command::new("sh")
            .args(["-c", "ulimit -f $1; exec \"$0\" generer --projet \"$2\""])
            .args([env!("CARGO_BIN_EXE_millesime"), blocks])
            .arg(published.path())
            .output()
            .unwrap();
        let run = Run::from(run);
        assert_eq!(run.code, 2, "{blocks}: {}", run.stderr);
        assert!(run.stderr.contains("ulimit -f"), "{blocks}: {}", run.stderr);
        assert!(published.published("2026/manifeste.json") == old, "{blocks}");
        let edition = published.path().join("output/2026");
        assert_eq!(unsound(&edition), Vec::<String>::new(), "{blocks}");
        assert_eq!(
            left_behind(&published),
            Vec::<String>::new(),
            "{blocks}: {}",
            run.stderr
        );
    }
}

/// What is not as the manifest of an edition says, the author’s note apart.
fn unsound(edition: &Path) -> Vec<String> {
    let manifest = std::fs::read(edition.join("manifeste.json")).unwrap_or_default();
    let manifest: serde_json::Value = serde_json::from_slice(&manifest).unwrap_or_default();
    let Some(outputs) = manifest["sorties"].as_array() else {
        return vec!["no manifest".to_owned()];
    };
    let mut listed = BTreeSet::from(["manifeste.json".to_owned(), "notes.txt".to_owned()]);
    let mut wrong = Vec::new();
    for output in outputs {
        let path = output["chemin"].as_str().unwrap().to_owned();
        let bytes = std::fs::read(edition.join(&path)).unwrap_or_default();
        if output["sha256"] != sha256(&bytes).as_str() {
            wrong.push(path.clone());
        }
        listed.insert(path);
    }
    let standing = files(edition).into_iter().map(|path| path.to_str().unwrap().to_owned());
    wrong.extend(standing.filter(|path| !listed.contains(path)));
    wrong
}

#[test]
fn a_run_over_an_edition_keeps_what_the_author_put_or_changed_there() {
    let project = Project::minimal();
    project.run(&["generer"]).done();
    let project = project
        .with("output/2026/donnees/notes.txt", "à garder")
        .with("output/2026/rapport.pdf", "annoté");
    let run = project.run(&["generer", "--date", "2026-11-29"]).done();
    assert!(run.stderr.contains("est gardé sous le nom « "), "{}", run.stderr);
    assert_eq!(project.published("2026/donnees/notes.txt"), "à garder".as_bytes());
    assert_eq!(project.published("2026/rapport (2026-11-29).pdf"), "annoté".as_bytes());
    assert!(project.published("2026/rapport.pdf").starts_with(b"%PDF"));
}

#[test]
fn a_document_made_alone_leaves_the_others_in_the_edition() {
    let project = Project::minimal().with("data/valeurs/indicateurs.csv", values(97));
    project.run(&["generer"]).done();
    let report = project.published("2026/rapport.pdf");
    let data = project.published("2026/donnees/indicateurs.csv");
    let project = project.with("data/valeurs/indicateurs.csv", values(77));
    let run = project.run(&["generer", "--livrable", "deliberation"]).done();
    assert!(project.published("2026/rapport.pdf") == report);
    assert!(project.published("2026/donnees/indicateurs.csv") == data);
    assert!(project.published("2026/deliberation.pdf").starts_with(b"%PDF"));
    assert_eq!(unsound(&project.path().join("output/2026")), Vec::<String>::new());
    // The values changed since: the manifest says of which inputs each file is, and the command tells it.
    assert!(
        run.stderr.contains("ceci reste d’un passage précédent"),
        "{}",
        run.stderr
    );
    assert_eq!(made_from(&project, "rapport.pdf"), sha256(values(97).as_bytes()));
    assert_eq!(
        made_from(&project, "donnees/indicateurs.csv"),
        sha256(values(97).as_bytes())
    );
    assert_eq!(made_from(&project, "deliberation.docx"), sha256(values(77).as_bytes()));
    let run = project.run(&["generer", "--livrable", "rapport"]).done();
    assert!(!run.stderr.contains("passage précédent"), "{}", run.stderr);
    assert_eq!(
        made_from(&project, "donnees/indicateurs.csv"),
        sha256(values(77).as_bytes())
    );
    assert!(project.published("2026/deliberation.pdf").starts_with(b"%PDF"));
    project.run(&["generer"]).done();
    assert!(!project.path().join("output/2026/deliberation.pdf").exists());
}

/// The fingerprint of the values that a published file was made from, by the manifest.
fn made_from(project: &Project, path: &str) -> String {
    let manifest: serde_json::Value = serde_json::from_slice(&project.published("2026/manifeste.json")).unwrap();
    let of = |list: &serde_json::Value, name: &str| {
        let entries = list.as_array().unwrap();
        entries.iter().find(|entry| entry["chemin"] == name).unwrap().clone()
    };
    let run = match of(&manifest["sorties"], path)["passage"].as_u64() {
        None => manifest.clone(),
        Some(number) => manifest["passages_anterieurs"][usize::try_from(number).unwrap() - 1].clone(),
    };
    let values = of(&run["entrees"], "data/valeurs/indicateurs.csv");
    values["sha256"].as_str().unwrap().to_owned()
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn a_new_project_is_undone_unless_a_file_of_it_changed() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("neuf");
    let run = |arguments: &[&str]| Run::from(millesime().args(arguments).current_dir(folder.path()).output().unwrap());
    run(&["nouveau", "neuf"]).done();
    let report = root.join("data/rapport.yaml");
    let text = std::fs::read(&report).unwrap();
    std::fs::write(&report, "titre: à moi").unwrap();
    let refused = run(&["annuler", "--projet", "neuf"]);
    assert_eq!(refused.code, 1);
    assert!(refused.stderr.contains("neuf/data/rapport.yaml"), "{}", refused.stderr);
    std::fs::write(&report, text).unwrap();
    // A file of the author among those of the model.
    let own = root.join("data/valeurs/services.csv");
    std::fs::write(&own, "à moi").unwrap();
    let refused = run(&["annuler", "--projet", "neuf"]);
    assert_eq!(refused.code, 1);
    assert!(refused.stderr.contains("services.csv"), "{}", refused.stderr);
    assert!(report.is_file());
    std::fs::remove_file(&own).unwrap();
    let undone = run(&["annuler", "--projet", "neuf"]).done();
    assert!(undone.stdout.contains("  data/rapport.yaml\n"), "{}", undone.stdout);
    assert_eq!(files(&root), Vec::<std::path::PathBuf>::new());
    assert_eq!(run(&["annuler", "--projet", "neuf"]).code, 1);
    run(&["nouveau", "neuf"]).done();
}

#[test]
fn an_edition_that_another_machine_writes_is_left_alone() {
    let lock = r#"{"command": "generer", "user": "paul", "machine": "AILLEURS", "process": 7, "moment": "2026-11-29T07:05:00"}"#;
    let project = Project::minimal().with(".millesime/verrou", lock);
    let run = project.run(&["generer"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("lancée par paul sur AILLEURS"), "{}", run.stderr);
    assert!(run.stderr.contains(".millesime/verrou »"), "{}", run.stderr);
}

#[test]
fn a_run_that_publishes_nothing_says_that_what_was_published_stands_only_where_it_does() {
    let project = Project::minimal().with("data/rapport.yaml", "titre: [");
    let told = project.run(&["generer"]).stderr;
    assert!(
        told.contains("Rien n’a été publié.") && !told.contains("intact"),
        "{told}"
    );
    let report = include_str!("../projects/minimal/data/rapport.yaml");
    let project = project.with("data/rapport.yaml", report);
    let told = project.run(&["generer"]).done().stdout;
    assert!(told.contains("Contrôle de rapport.pdf : "), "{told}");
    let project = project.with("data/rapport.yaml", "titre: [");
    assert!(
        project
            .run(&["generer"])
            .stderr
            .contains("ce qui l’avait été est intact")
    );
}
