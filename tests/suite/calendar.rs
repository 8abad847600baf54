//! `calendrier`: the plan of a project, as a finance officer asks for it.

use crate::fixture::{Project, repository};

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
