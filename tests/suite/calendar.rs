//! `calendrier`: the plan of a project, as a finance officer asks for it.

use crate::fixture::{Project, repository};
use crate::said::settings;

fn sample() -> Project {
    Project::copy_of(&repository())
}

#[test]
fn the_plan_of_the_sample_says_what_is_planned_and_what_is_proposed() {
    let run = sample().run(&["calendrier", "--json"]).done();
    let plan: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let steps = plan["etapes"].as_array().unwrap();
    let step = |key: &str| steps.iter().find(|step| step["etape"] == key).unwrap();
    assert_eq!(step("vote_budget")["prevu"], true);
    assert_eq!(step("vote_comptes")["prevu"], false);
    assert_eq!(step("vote_comptes")["date"], "2026-06-30");
    let dates: Vec<&str> = steps.iter().map(|step| step["date"].as_str().unwrap()).collect();
    assert!(dates.is_sorted(), "{dates:?}");
    let rules = plan["regles"].as_array().unwrap();
    assert!(
        rules.iter().all(|rule| rule["resultat"] != "non respectée"),
        "{rules:#?}"
    );
}

#[test]
fn another_vote_moves_what_is_not_planned() {
    let project = Project::minimal();
    let run = project.run(&["calendar", "--vote", "2027-03-26", "--json"]).done();
    let plan: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let steps = plan["etapes"].as_array().unwrap();
    let debate = steps
        .iter()
        .find(|step| step["etape"] == "debat_orientation_budgetaire")
        .unwrap();
    assert_eq!(
        (&debate["date"], &debate["certitude"]),
        (&"2027-02-19".into(), &"usage".into())
    );
}

#[test]
fn a_new_project_has_its_plan_from_a_vote_that_is_said_to_be_proposed() {
    let run = Project::minimal().run(&["calendrier"]).done();
    assert!(
        run.stdout.contains("(date proposée : la vôtre n’est pas connue)"),
        "{}",
        run.stdout
    );
    assert!(run.stdout.contains("--vote"), "{}", run.stdout);
    let known = Project::minimal().run(&["calendrier", "--vote", "2027-03-26"]).done();
    assert!(!known.stdout.contains("date proposée"), "{}", known.stdout);
}

#[test]
fn the_diary_file_follows_the_standard_and_is_the_same_twice() {
    let write = || {
        let project = sample();
        let path = project.path().join("plan.ics");
        project.run(&["calendrier", "--ics", path.to_str().unwrap()]).done();
        std::fs::read_to_string(path).unwrap()
    };
    let file = write();
    assert_eq!(file, write());
    assert!(file.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"));
    assert!(file.ends_with("END:VCALENDAR\r\n"));
    assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
    assert!(file.split("\r\n").all(|line| line.len() <= 75), "{file}");
    assert!(file.contains(
        "UID:vote_budget-2026-200040715@millesime\r\nDTSTAMP:20261120T000000Z\r\nDTSTART;VALUE=DATE:20270205\r\n"
    ));
    let identities: Vec<&str> = file.lines().filter(|line| line.starts_with("UID:")).collect();
    let mut distinct = identities.clone();
    distinct.sort_unstable();
    distinct.dedup();
    assert_eq!(distinct.len(), identities.len());
}

#[test]
fn the_diary_file_takes_the_place_of_no_other_file() {
    let project = sample();
    let data = project.path().join("data/rapport.yaml");
    let before = std::fs::read(&data).unwrap();
    for path in ["data/rapport.yaml", "data", "absent/plan.ics"] {
        let named = project.path().join(path);
        let run = project.run(&["calendrier", "--ics", named.to_str().unwrap()]);
        assert!(
            run.code == 1 && run.stderr.contains("rien n’a été écrit"),
            "{path}: {}",
            run.stderr
        );
    }
    assert_eq!(std::fs::read(&data).unwrap(), before);
    assert!(!project.path().join("absent").exists());
}

/// The minimal project of a collectivité whose name is this, between the quotes of YAML.
fn named(name: &str) -> Project {
    let text = include_str!("../projects/minimal/data/rapport.yaml");
    let (before, after) = text.split_once("nom: ").unwrap();
    let (_, after) = after.split_once('\n').unwrap();
    Project::minimal().with("data/rapport.yaml", format!("{before}nom: \"{name}\"\n{after}"))
}

#[test]
fn no_name_of_a_collectivite_writes_a_line_of_the_diary_file() {
    let long = r"é, ; \\ ".repeat(80);
    for name in [
        r"a\nBEGIN:VEVENT\nUID:x\n b, c",
        r"a\nSUMMARY:b; c, d\\e",
        long.as_str(),
    ] {
        let project = named(name);
        let path = project.path().join("plan.ics");
        let arguments = ["calendrier", "--vote", "2027-03-26", "--ics", path.to_str().unwrap()];
        project.run(&arguments).done();
        let file = std::fs::read_to_string(path).unwrap();
        let lines: Vec<&str> = file.split("\r\n").collect();
        assert!(lines.iter().all(|line| line.len() <= 75), "{file}");
        // No other sign of command than the ends of these lines.
        let commands = file.chars().filter(|letter| letter.is_control()).count();
        assert_eq!(commands, 2 * (lines.len() - 1), "{file:?}");
        let began = lines.iter().filter(|line| **line == "BEGIN:VEVENT").count();
        assert_eq!(
            began,
            lines.iter().filter(|line| line.starts_with("UID:")).count(),
            "{file}"
        );
        assert!(lines.iter().all(|line| *line != "UID:x"), "{file}");
        let whole = file.replace("\r\n ", "");
        let told = whole.lines().find(|line| line.starts_with("X-WR-CALNAME:")).unwrap();
        // What is left once the escapes are undone holds no separator of its own.
        let bare = told.replace(r"\\", "").replace(r"\,", "").replace(r"\;", "");
        assert!(!bare.contains([',', ';']), "{told}");
    }
}

#[test]
fn no_control_character_of_a_project_reaches_a_diary_file() {
    for project in [
        settings("titre", r#""a\x07b""#),
        named(r"a\x1b[31mb"),
        named(r"a\r\nBEGIN:VEVENT"),
    ] {
        let path = project.path().join("plan.ics");
        let run = project.run(&["calendrier", "--vote", "2027-03-26", "--ics", path.to_str().unwrap()]);
        assert!(run.code == 1 && run.stderr.contains("erreur[M006]"), "{}", run.stderr);
        // The plan is that of sound dates: it is written, or not, and is sound.
        let file = std::fs::read_to_string(path).unwrap_or_default();
        let commands = file.matches("\r\n").count() * 2;
        assert_eq!(
            commands,
            file.chars().filter(|letter| letter.is_control()).count(),
            "{file:?}"
        );
        assert!(!file.contains("\r\nBEGIN:VEVENT\r\nBEGIN"), "{file}");
    }
}
