//! What an official publication is refused for: the model that nobody filled, last year’s calendar, a year without values.

use crate::fixture::{Run, millesime, run_at};
use std::path::Path;

/// The project that `nouveau` writes, in a folder of its own, each file changed.
fn started(change: impl Fn(&str, String) -> String) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("projet");
    let created = millesime().arg("nouveau").arg(&root).output().unwrap();
    assert!(created.status.success());
    for name in [
        "rapport.yaml",
        "actions.yaml",
        "strategie.yaml",
        "valeurs/indicateurs.csv",
        "textes/mise-en-oeuvre.md",
        "textes/orientations.md",
        "indicateurs/1-developpement-durable.yaml",
    ] {
        let path = root.join("data").join(name);
        let content = std::fs::read_to_string(&path).unwrap();
        std::fs::write(&path, change(name, content)).unwrap();
    }
    folder
}

fn run(folder: &Path, arguments: &[&str]) -> Run {
    run_at(&folder.join("projet"), arguments, &[])
}

/// The project without any of its marks, as if it were real.
fn without_marks(_: &str, content: String) -> String {
    content
        .replace("exemple: true", "exemple: false")
        .replace(";à remplacer\n", ";définitif\n")
        .replace(" (à remplacer)", "")
        .replace("*À remplacer.* ", "")
        .replace("origine: à remplacer", "origine: Plan climat")
}

fn codes(run: &Run) -> Vec<(String, String)> {
    let told: Vec<serde_json::Value> = serde_json::from_str(&run.stdout).unwrap();
    let text = |found: &serde_json::Value, key: &str| found[key].as_str().unwrap_or_default().to_owned();
    told.iter()
        .map(|found| (text(found, "code"), text(found, "fichier")))
        .collect()
}

#[test]
fn the_model_without_its_marks_is_refused_at_each_place_and_covers_nothing() {
    let folder = started(without_marks);
    let told = codes(&run(folder.path(), &["verifier", "--officiel", "--json"]));
    let has = |code: &str, file: &str| {
        told.iter()
            .filter(|found| **found == (code.to_owned(), format!("data/{file}")))
            .count()
    };
    for (file, least) in [
        ("rapport.yaml", 4),
        ("actions.yaml", 4),
        ("strategie.yaml", 15),
        // The first of the texts stands for the others.
        ("textes/edito.md", 1),
    ] {
        assert!(has("M906", file) >= least, "{file}: {told:?}");
    }
    assert_eq!(has("M907", "valeurs/indicateurs.csv"), 21, "{told:?}");
    // C1 to C7 are absent, but for the ODD that kept indicators name; nothing is invented about C8.
    assert_eq!(told.iter().filter(|(code, _)| code == "M902").count(), 6, "{told:?}");
    let refused = run(folder.path(), &["generer", "--officiel"]);
    assert_eq!(refused.code, 1);
    let counted = run(folder.path(), &["verifier"]).done();
    assert!(
        counted.stdout.contains("points interdisent encore"),
        "{}",
        counted.stdout
    );
}

#[test]
fn what_the_author_wrote_is_not_of_the_model() {
    let folder = started(|name, content| match name {
        "textes/mise-en-oeuvre.md" => "Un comité suit les 12 chaudières à remplacer.\n".to_owned(),
        "textes/orientations.md" => "Cap sur 2030.\n\nÀ remplacer.\n".to_owned(),
        "valeurs/indicateurs.csv" => content.replace(";4310;à remplacer", ";4311;définitif"),
        _ => without_marks(name, content),
    });
    let told = run(folder.path(), &["verifier", "--officiel", "--json"]).stdout;
    let told = told.replace('\u{a0}', " ");
    assert!(!told.contains("« mise-en-oeuvre » ("), "{told}");
    assert!(told.contains("« orientations » (1 passage)"), "{told}");
}

#[test]
fn last_year_s_calendar_is_told_and_covers_nothing() {
    let calendar = "calendrier:\n  presentation: 2026-12-18\n  vote_budget: 2027-02-05\n";
    let folder = started(|name, content| match name {
        "rapport.yaml" => content
            .replace("edition: 2026", "edition: 2027")
            .replace("exercice_budget: 2027", "exercice_budget: 2028")
            .replace("annee_donnees: 2025", "annee_donnees: 2026")
            .replace("date_document: 2026-11-20", "date_document: 2027-11-19")
            .replace("calendrier:\n", calendar),
        _ => content,
    });
    let told = run(folder.path(), &["verifier"]).done();
    assert!(
        told.stderr.contains("M088") && told.stderr.contains("2 dates"),
        "{}",
        told.stderr
    );
    // The year before was filled: nothing of 2026 is there, and each service is told its part.
    assert!(
        told.stdout
            .contains("Ce qui manque pour 2026 (valeurs attendues et données : 0 sur 20"),
        "{}",
        told.stdout
    );
    assert!(
        told.stdout
            .contains("\n  Direction du patrimoine\n    elec-batiments ("),
        "{}",
        told.stdout
    );
    assert!(told.stdout.contains("dernière valeur en 2025"), "{}", told.stdout);
    let json = run(folder.path(), &["verifier", "--json"]).stdout;
    assert!(
        json.contains("\"service\": \"Direction du patrimoine\"") && json.contains("\"manque\""),
        "{json}"
    );
    let official = codes(&run(folder.path(), &["verifier", "--officiel", "--json"]));
    let codes: Vec<&str> = official.iter().map(|(code, _)| code.as_str()).collect();
    assert!(codes.contains(&"M908") && codes.contains(&"M088"), "{codes:?}");
    // The refusal takes the place of the warning.
    assert_eq!(codes.iter().filter(|code| **code == "M088").count(), 1, "{codes:?}");
}
