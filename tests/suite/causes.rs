//! A fault hides what follows from it, and nothing else: seen through the program.

use crate::fixture::{Project, repository};

const ACTIONS: &str = "\
actions:
  - id: sobriete
    titre: Sobriété
    volet: interne
    etat: en-cours
    finalites: {1: \"+\"}
    credits: [{fonction: \"758\"}]
";

fn with_logo(project: Project) -> Project {
    let report = std::fs::read_to_string(project.path().join("data/rapport.yaml")).unwrap();
    project.with("data/rapport.yaml", report + "apparence: {logo: absent.png}\n")
}

fn valeurs(changed: impl Fn(&str) -> String) -> String {
    let path = repository().join("tests/projects/minimal/data/valeurs/indicateurs.csv");
    changed(&std::fs::read_to_string(path).unwrap())
}

#[test]
fn a_bad_logo_hides_no_warning_on_budgets_and_strategy() {
    let project = with_logo(Project::minimal()).with("data/actions.yaml", ACTIONS);
    assert_eq!(
        project.told(),
        [
            "M310 data/actions.yaml",
            "M044 data/rapport.yaml",
            "M448 data/strategie.yaml"
        ]
    );
}

#[test]
fn a_budget_that_is_refused_explains_a_selector_that_finds_nothing() {
    let project = Project::minimal()
        .with("data/actions.yaml", ACTIONS)
        .with("data/budget/budget.csv", "exercice;sens\n2027;depense\n");
    let told = project.told();
    assert!(
        told.iter().any(|line| line.ends_with("data/budget/budget.csv")),
        "{told:?}"
    );
    assert!(!told.contains(&"M310 data/actions.yaml".to_owned()), "{told:?}");
}

#[test]
fn a_catalogue_that_cannot_be_read_hides_that_it_is_empty_and_that_its_indicators_are_unknown() {
    let project = with_logo(Project::minimal())
        .with(
            "data/actions.yaml",
            // The indicator that would follow it is not known.
            ACTIONS.replace("finalites: {1: \"+\"}", "indicateurs: [population]"),
        )
        .with("data/indicateurs/indicateurs.yaml", "indicateurs: [\n")
        .with(
            "data/valeurs/indicateurs.csv",
            valeurs(|text| text.replace("elec-batiments;2022", ";2022")),
        );
    assert_eq!(
        project.told(),
        [
            "M310 data/actions.yaml",
            "M010 data/indicateurs/indicateurs.yaml",
            "M044 data/rapport.yaml",
            "M448 data/strategie.yaml",
            "M211 data/valeurs/indicateurs.csv",
        ]
    );
}

#[test]
fn a_faulty_value_explains_what_a_formula_a_text_and_a_target_lack_and_only_there() {
    let project = with_logo(Project::minimal())
        .with(
            "data/textes/edito.md",
            "{{ valeur(\"elec-par-habitant\") }} et {{ valeur(\"surfaces-renaturees\", 1999) }}.",
        )
        .with(
            "data/valeurs/indicateurs.csv",
            valeurs(|text| text.replace("elec-batiments;", "elec-batiments;20")),
        );
    assert_eq!(
        project.told(),
        [
            "M044 data/rapport.yaml",
            "M448 data/strategie.yaml",
            "M512 data/textes/edito.md",
            "M213 data/valeurs/indicateurs.csv",
        ]
        .into_iter()
        .chain(["M213 data/valeurs/indicateurs.csv"; 5])
        .collect::<Vec<_>>()
    );
}

#[test]
fn what_follows_from_a_lost_entry_text_source_or_table_of_factors_is_not_told() {
    let sample = || Project::copy_of(&repository());
    let read = |path: &str| std::fs::read_to_string(repository().join(path)).unwrap();
    let none = |told: &[String], code: &str| assert!(!told.iter().any(|line| line.starts_with(code)), "{told:?}");
    // The last entry does not read: nobody is told that its identifier is unknown.
    let path = "data/indicateurs/1-climat.yaml";
    let told = sample().with(path, read(path) + "   x: [\n").told();
    assert!(told.contains(&format!("M010 {path}")), "{told:?}");
    none(&told, "M511");
    none(&sample().with("data/textes/edito.md", [0, 0]).told(), "M400");
    let told = sample().with("data/parc/facteurs.csv", [0, 0]).told();
    assert!(told.contains(&"M110 data/parc/facteurs.csv".to_owned()), "{told:?}");
    none(&told, "M340");
    let unread = "indicateurs: [\n";
    let project = Project::minimal()
        .with("data/indicateurs/indicateurs.yaml", unread)
        .with("data/sources/energie.csv", "annee;mwh\n2024;1\n");
    none(&project.told(), "M142");
}

#[test]
fn a_key_that_is_misspelt_is_told_once_and_what_it_would_have_said_is_not_lacking() {
    let path = "data/indicateurs/indicateurs.yaml";
    let text = std::fs::read_to_string(repository().join("tests/projects/minimal").join(path)).unwrap();
    let told = Project::minimal()
        .with(path, text.replacen("    titre:", "    titer:", 1))
        .told();
    let of_keys: Vec<&String> = told.iter().filter(|line| line.starts_with("M02")).collect();
    assert_eq!(of_keys, [&format!("M020 {path}")], "{told:?}");
    let told = Project::minimal()
        .with(path, text.replacen("indicateurs:", "indicateur:", 1))
        .told();
    assert!(!told.iter().any(|line| line.starts_with("M210")), "{told:?}");
}

#[test]
fn bounds_of_which_a_cell_is_no_number_have_one_fault() {
    let table = |bounds: &str| {
        let header = "id;titre;unite;finalite;volet;nature;sens;bornes\n";
        let line = format!("eau;Eau;m³;2;interne;contexte;suivi;\"{bounds}\"\n");
        let told = Project::minimal()
            .with("data/indicateurs/eau.csv", format!("{header}{line}"))
            .told();
        told.into_iter()
            .filter(|line| line.ends_with("eau.csv") && line.starts_with("M0"))
            .collect::<Vec<_>>()
    };
    assert_eq!(table("dix ; 100"), ["M026 data/indicateurs/eau.csv"]);
    assert_eq!(table("5"), ["M064 data/indicateurs/eau.csv"]);
}

#[test]
fn a_role_that_cannot_be_read_explains_a_table_of_which_nothing_says_the_role() {
    let project = |entry: &str| {
        let project = Project::minimal().with("data/budget/ca.csv", "nature;sens;realise\n64111;depense;700\n");
        let report = std::fs::read_to_string(project.path().join("data/rapport.yaml")).unwrap();
        project.with(
            "data/rapport.yaml",
            format!("{report}budget: {{fichiers: [{entry}]}}\n"),
        )
    };
    let told = project("{fichier: ca.csv, role: comptes, exercice: 2025}").told();
    assert_eq!(told, ["M030 data/rapport.yaml", "M448 data/strategie.yaml"]);
    let told = project("{fichier: ca.csv, exercice: 2025}").told();
    assert_eq!(told, ["M123 data/rapport.yaml", "M448 data/strategie.yaml"]);
}
