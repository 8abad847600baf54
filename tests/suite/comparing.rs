//! Two editions compared: nothing of an edition with itself, and everything that a year changed, from archives or from data files.

use crate::fixture::{Project, repository};
use crate::sealing::official;
use serde_json::Value;

const ACTIONS: &str = "\
actions:
  - {id: relamping, titre: Relamping, volet: interne, etat: realisee, fin: 2024}
  - {id: haies, titre: Haies, volet: territorial, etat: en-cours, fin: 2026}
";

fn compared(project: &Project, editions: [&str; 2]) -> Value {
    let run = project.run(&["comparer", editions[0], editions[1], "--json"]).done();
    serde_json::from_str(&run.stdout).unwrap()
}

fn rows<'a>(compared: &'a Value, table: &str) -> &'a Vec<Value> {
    compared["differences"][table]
        .as_array()
        .unwrap_or_else(|| panic!("no {table} in {compared:#}"))
}

fn text(project: &Project, path: &str) -> String {
    std::fs::read_to_string(project.path().join(path)).unwrap()
}

#[test]
fn an_edition_compared_with_itself_is_empty() {
    let sample = Project::copy_of(&repository());
    let archived = official().with("data/actions.yaml", ACTIONS);
    archived.run(&["generer", "--officiel"]).done();
    for (project, source) in [(&sample, "projet"), (&archived, "archives")] {
        let compared = compared(project, ["2026", "2026"]);
        assert_eq!(compared["differences"], serde_json::json!({}), "{compared:#}");
        assert_eq!(compared["non_compare"], serde_json::json!([]));
        assert_eq!(compared["avant"]["source"], source);
        let told = project.run(&["comparer", "2026", "2026"]).done().stdout;
        assert!(told.contains("Rien ne diffère."), "{told}");
    }
    // Of its data files alone too.
    std::fs::remove_dir_all(archived.path().join("archives")).unwrap();
    archived.run(&["reconduire", "2027"]).done();
    let compared = compared(&archived, ["2026", "2026"]);
    assert_eq!(compared["differences"], serde_json::json!({}), "{compared:#}");
    assert_eq!(compared["avant"]["source"], "donnees");
}

/// A project of 2027, a year after its edition of 2026, in which one thing of each kind is other.
pub fn a_year_later() -> Project {
    let project = official().with("data/actions.yaml", ACTIONS);
    project.run(&["generer", "--officiel"]).done();
    project.run(&["reconduire", "2027"]).done();
    let catalogue = text(&project, "data/indicateurs/indicateurs.yaml");
    let values = text(&project, "data/valeurs/indicateurs.csv");
    let edito = text(&project, "data/textes/edito.md");
    let actions = text(&project, "data/actions.yaml");
    let new =
        "\n  - {id: nouveau, titre: Nouveau, unite: kg, finalite: 2, volet: interne, nature: contexte, sens: suivi}\n";
    project
        .with(
            "data/indicateurs/indicateurs.yaml",
            catalogue.trim_end().to_owned() + new,
        )
        .with(
            "data/valeurs/indicateurs.csv",
            values.replace(";905;", ";950;") + "nouveau;2026;3;;\n",
        )
        .with(
            "data/textes/edito.md",
            edito.replace("un projet minimal", "un autre projet"),
        )
        .with(
            "data/actions.yaml",
            actions + "  - {id: toits, titre: Toits, volet: interne, etat: prevue}\n",
        )
}

#[test]
fn everything_that_a_year_changed_is_told_from_the_archive() {
    let project = a_year_later();
    let compared = compared(&project, ["2026", "2027"]);
    assert_eq!(compared["avant"]["source"], "archives");
    assert_eq!(compared["apres"]["source"], "projet");
    let revised = &rows(&compared, "valeurs")[0];
    assert_eq!(
        (&revised["publiee"], &revised["revisee"]),
        (&905.0.into(), &950.0.into())
    );
    assert!(
        rows(&compared, "indicateurs")
            .iter()
            .any(|row| row["indicateur"] == "nouveau")
    );
    let actions: Vec<(&str, &str)> = rows(&compared, "actions")
        .iter()
        .map(|row| (row["action"].as_str().unwrap(), row["objet"].as_str().unwrap()))
        .collect();
    assert_eq!(
        actions,
        [("haies", "en retard"), ("relamping", "close"), ("toits", "nouvelle")]
    );
    let words: Vec<(&str, &str, &str)> = rows(&compared, "textes")
        .iter()
        .map(|run| {
            ["texte", "retire", "ajoute"]
                .map(|key| run[key].as_str().unwrap_or_default())
                .into()
        })
        .collect();
    assert_eq!(words, [("edito", "", "autre"), ("edito", "minimal", "")]);
    let told = project.run(&["comparer", "2026", "2027"]).done().stdout;
    assert!(told.contains("officielle, d’après archives/2026/"), "{told}");
    assert!(told.contains("\nValeurs révisées\n"), "{told}");
}

#[test]
fn the_pages_of_a_comparison_take_the_place_of_themselves_and_of_nothing_else() {
    let project = a_year_later();
    let pages = project.path().join("comparaison.pdf");
    let asked = ["comparer", "2026", "2027", "--pdf", pages.to_str().unwrap()];
    let told = project.run(&asked).done();
    assert!(told.stderr.contains("Écrit : "), "{}", told.stderr);
    let first = std::fs::read(&pages).unwrap();
    assert!(first.starts_with(b"%PDF-1.7"));
    project.run(&asked).done();
    assert_eq!(first, std::fs::read(&pages).unwrap(), "the same editions, other bytes");
    // Another PDF keeps its place, and the terminal still has its table.
    std::fs::write(&pages, b"%PDF-1.7\nune facture").unwrap();
    let refused = project.run(&asked);
    assert!(
        refused.code == 1 && refused.stderr.contains("ce n’est pas une comparaison d’éditions"),
        "{}",
        refused.stderr
    );
    assert_eq!(std::fs::read(&pages).unwrap(), b"%PDF-1.7\nune facture");
    // The look is that of the project: while it has a fault, there is no page.
    let values = text(&project, "data/valeurs/indicateurs.csv");
    let broken = project.with("data/valeurs/indicateurs.csv", values.replace(";950;", ";x;"));
    std::fs::remove_file(&pages).unwrap();
    let refused = broken.run(&asked);
    assert!(refused.code == 1 && !pages.exists(), "{}", refused.stderr);
}

#[test]
fn what_an_edition_without_an_archive_does_not_say_is_said_not_compared() {
    let project = a_year_later();
    std::fs::remove_dir_all(project.path().join("archives")).unwrap();
    let compared = compared(&project, ["2026", "2027"]);
    assert_eq!(compared["avant"]["source"], "donnees");
    let lacking = compared["non_compare"].to_string();
    assert!(
        lacking.contains("les actions") && lacking.contains("les textes"),
        "{lacking}"
    );
    assert_eq!(rows(&compared, "valeurs")[0]["revisee"], 950.0);
    let unknown = project.run(&["comparer", "2020", "2027"]);
    assert!(
        unknown.code == 1 && unknown.stderr.contains("archives/2020/"),
        "{}",
        unknown.stderr
    );
}

#[test]
fn a_revised_value_asks_for_a_reason_until_the_catalogue_gives_it() {
    let project = a_year_later();
    let asked = |project: &Project| project.told().iter().filter(|told| told.starts_with("M404")).count();
    assert_eq!(asked(&project), 1);
    let compared = compared(&project, ["2026", "2027"]);
    let year = rows(&compared, "valeurs")[0]["annee"].to_string();
    let id = rows(&compared, "valeurs")[0]["indicateur"].as_str().unwrap().to_owned();
    let catalogue = text(&project, "data/indicateurs/indicateurs.yaml");
    let entry = format!("- id: {id}\n");
    assert!(catalogue.contains(&entry), "{catalogue}");
    let reason = format!("{entry}    revisions: {{{year}: Factures rectifiées}}\n");
    let project = project.with("data/indicateurs/indicateurs.yaml", catalogue.replace(&entry, &reason));
    assert_eq!(asked(&project), 0);
    let compared = self::compared(&project, ["2026", "2027"]);
    assert_eq!(rows(&compared, "valeurs")[0]["raison"], "Factures rectifiées");
}
