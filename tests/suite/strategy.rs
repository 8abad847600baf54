//! The bilan of the stratégie numérique responsable, as each kind of collectivité gets it.

use crate::fixture::Project;

const STRATEGY: &str = r#"
etapes:
  - {etape: programme-de-travail, realisee: 2023-02-03, deliberation: délibération n° 8}
  - {etape: strategie, prevue: 2025-01}
objectifs:
  - id: garder
    titre: Garder le matériel plus longtemps
    theme: 2
    perimetre: [collectivite, bloc-communal, territoire]
    question: transition
    indicateurs: [elec-batiments]
    mesures: [{titre: Réparer avant d’acheter, etat: en-cours, avancement: 40}]
    moyens: {credits: [{annee: 2027, montant: 12000}], etp: "0,5"}
    resultats: "Une consommation de {{ valeur(\"elec-batiments\") }}."
    suites: Continuer.
"#;

/// The minimal project, of that kind and that population, with a strategy.
fn project(kind: &str, population: u32, deliverables: &str) -> Project {
    let minimal = Project::minimal();
    let report = std::fs::read_to_string(minimal.path().join("data/rapport.yaml")).unwrap();
    let report = report
        .replace("communaute-d-agglomeration", kind)
        .replace("60000", &population.to_string());
    minimal
        .with("data/rapport.yaml", format!("{report}livrables: [{deliverables}]\n"))
        .with("data/strategie.yaml", STRATEGY)
}

#[test]
fn the_two_documents_of_a_collectivite_that_owes_the_bilan() {
    let project = project("communaute-d-agglomeration", 60_000, "rapport, bilan-numerique");
    let run = project.run(&["generer"]).done();
    assert!(run.stdout.contains("bilan-numerique.pdf"), "{}", run.stdout);
    assert_eq!(run.stdout.matches("PDF/UA-1 et PDF/A-3a").count(), 2, "{}", run.stdout);
    // Late, uncovered, and the deadline of the law: five themes, one step, one deadline.
    for (code, count) in [("M443", 5), ("M444", 0), ("M445", 1), ("M447", 1), ("M448", 0)] {
        assert_eq!(
            run.stderr.matches(&format!("[{code}]")).count(),
            count,
            "{code}: {}",
            run.stderr
        );
    }
}

#[test]
fn a_smaller_commune_is_told_of_no_deadline() {
    let run = project("commune", 20_000, "bilan-numerique")
        .run(&["verifier", "--complet"])
        .done();
    assert!(!run.stderr.contains("[M447]"), "{}", run.stderr);
}

#[test]
fn a_departement_has_no_bilan_in_its_report_and_may_print_one_apart() {
    let report = project("departement", 900_000, "rapport").run(&["verifier"]).done();
    assert!(report.stderr.contains("[M450]"), "{}", report.stderr);
    let bilan = project("departement", 900_000, "bilan-numerique")
        .run(&["verifier", "--complet"])
        .done();
    assert!(!bilan.stderr.contains("[M450]"), "{}", bilan.stderr);
}

#[test]
fn without_a_strategy_the_report_is_built_and_the_bilan_is_not() {
    let minimal = Project::minimal();
    let run = minimal.run(&["verifier"]).done();
    assert!(run.stderr.contains("[M448]"), "{}", run.stderr);
    let run = minimal.run(&["generer", "--livrable", "bilan-numerique"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("[M449]"), "{}", run.stderr);
}
