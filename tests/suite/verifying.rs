//! `verifier-edition`: an edition held against its manifest, and made again from its archive.

use crate::fixture::Project;
use crate::sealing::{official, revised};

/// What `verifier-edition` tells of an edition, each as `code file`.
fn verified(project: &Project, arguments: &[&str]) -> (i32, Vec<String>, String) {
    let run = project.run(&[&["verifier-edition"], arguments].concat());
    let told: Vec<String> = run
        .stderr
        .lines()
        .filter_map(|line| line.strip_prefix("erreur[")?.split_once(']'))
        .map(|(code, message)| format!("{code}{}", message.split(',').next().unwrap_or_default()))
        .collect();
    (run.code, told, format!("{}{}", run.stdout, run.stderr))
}

#[test]
fn an_edition_is_compared_with_its_manifest() {
    let project = official();
    project.run(&["generer"]).done();
    let edition = project.path().join("output/2026");
    let folder = edition.to_str().unwrap();
    let (code, told, text) = verified(&project, &[folder]);
    assert_eq!((code, told.len()), (0, 0), "{text}");
    assert!(text.contains("comme le manifeste le dit"), "{text}");
    std::fs::remove_file(edition.join("donnees/evaluation.csv")).unwrap();
    std::fs::write(edition.join("rapport.pdf"), "%PDF autre").unwrap();
    std::fs::write(edition.join("notes.txt"), "à moi").unwrap();
    let (code, told, text) = verified(&project, &[folder]);
    assert_eq!(code, 1);
    let expected = [
        "M701: « donnees/evaluation.csv »",
        "M702: « rapport.pdf » n’est plus celui qui a été publié.",
        "M703: « notes.txt » n’est pas de l’édition : le manifeste ne le nomme pas.",
    ];
    for line in expected {
        assert!(told.contains(&line.to_owned()), "{line}: {told:?}\n{text}");
    }
    assert_eq!(told.len(), 3, "{text}");
    let (code, told, _) = verified(&project, &[project.path().join("data").to_str().unwrap()]);
    assert_eq!((code, told.len()), (1, 1));
    assert!(told[0].starts_with("M700"), "{told:?}");
}

#[test]
fn an_official_edition_is_made_again_from_its_archive_to_the_byte() {
    let project = official().with("data/parc/inventaire.csv", "type;nombre;annee\nportable;3;2025\n");
    project.run(&["generer", "--officiel"]).done();
    let project = revised(project);
    let edition = project.path().join("output/2026");
    let folder = edition.to_str().unwrap();
    let (code, _, text) = verified(&project, &[folder, "--reconstruire"]);
    assert_eq!(code, 0, "{text}");
    assert!(text.contains("au même octet"), "{text}");
    // The same inputs and the same version, and a manifest that says other bytes.
    let manifest = edition.join("manifeste.json");
    let text = std::fs::read_to_string(&manifest).unwrap();
    let evaluation = std::fs::read_to_string(edition.join("donnees/evaluation.csv")).unwrap();
    std::fs::write(
        edition.join("donnees/evaluation.csv"),
        evaluation.replace("2025", "2024"),
    )
    .unwrap();
    let (code, told, _) = verified(&project, &[folder, "--reconstruire"]);
    assert_eq!(code, 1);
    assert!(told.iter().all(|line| line.starts_with("M702")), "{told:?}");
    // Another version: what differs in what is said is shown, versions too.
    let version = format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"));
    let other = text.replace(&version, "\"version\": \"0.0.1\"");
    let published = std::fs::read(edition.join("donnees/evaluation.csv")).unwrap();
    let listed = sha256_of(&evaluation.into_bytes());
    std::fs::write(&manifest, other.replace(&listed, &sha256_of(&published))).unwrap();
    let (code, told, shown) = verified(&project, &[folder, "--reconstruire"]);
    assert_eq!(code, 1);
    assert!(told.len() == 1 && told[0].starts_with("M706"), "{told:?}");
    assert!(
        shown.contains("version 0.0.1") && shown.contains("la ligne 2"),
        "{shown}"
    );
    // The same version again: it should have made the same bytes.
    std::fs::write(&manifest, text.replace(&listed, &sha256_of(&published))).unwrap();
    let (_, told, _) = verified(&project, &[folder, "--reconstruire"]);
    assert!(told.len() == 1 && told[0].starts_with("M705"), "{told:?}");
    // A file that was added since is what is told, not the program.
    let added = project.path().join("archives/2026/data/valeurs/ajout.csv");
    std::fs::write(&added, "indicateur;annee;valeur\n").unwrap();
    let (_, told, shown) = verified(&project, &[folder, "--reconstruire"]);
    assert!(told.len() == 1 && told[0].starts_with("M704"), "{told:?}");
    assert!(shown.contains("ajout.csv » a été ajouté depuis"), "{shown}");
    std::fs::remove_file(&added).unwrap();
    // Without its archive, the project alone is no longer what it was.
    std::fs::remove_dir_all(project.path().join("archives")).unwrap();
    let (code, told, shown) = verified(&project, &[folder, "--reconstruire"]);
    assert_eq!(code, 1);
    assert!(told.iter().any(|line| line.starts_with("M704")), "{told:?}");
    assert!(shown.contains("data/valeurs/indicateurs.csv"), "{shown}");
}

fn sha256_of(bytes: &[u8]) -> String {
    use sha2::Digest;
    sha2::Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
