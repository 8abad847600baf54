//! Whole projects on disk, read as `lib.rs` reads them.

use super::*;
use crate::diagnostic::Severity;
use std::path::Path;

const REPORT: &str = "\
collectivite:
  nom: Collectivité exemple
  type: metropole
  siren: \"200040715\"
  population: 60000
titre: Rapport
edition: 2026
exercice_budget: 2027
annee_donnees: 2025
date_document: 2026-11-20
";
const INDICATORS: &str = "\
indicateurs:
  - id: elec
    titre: Électricité
    unite: MWh
    finalite: 1
    volet: interne
    nature: realisation
    sens: baisse
";

fn project(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, content) in files {
        let path = folder.path().join(path);
        fs_err::create_dir_all(path.parent().unwrap()).unwrap();
        fs_err::write(path, content).unwrap();
    }
    folder
}

fn read_at(root: &Path, edition: Option<i32>) -> (Option<Project>, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    let root = root.to_path_buf();
    let project = read(&Options { root, edition }, &mut diagnostics).unwrap();
    (project, diagnostics)
}

/// Every diagnostic as lines: severity, code, place, message, help.
fn told(diagnostics: &Diagnostics) -> String {
    let lines = diagnostics.sorted().into_iter().map(|found| {
        let place = found.place.as_ref().map_or_else(String::new, ToString::to_string);
        let (severity, code) = (found.severity.label(), found.code);
        format!(
            "{severity} {code} {place}\n  {}\n  aide : {}\n",
            found.message, found.help
        )
    });
    lines.collect()
}

fn faults(files: &[(&str, &str)]) -> String {
    told(&read_at(project(files).path(), None).1)
}

#[test]
fn a_minimal_project_has_every_default_decided() {
    let folder = project(&[("data/rapport.yaml", REPORT), ("data/indicateurs/a.yaml", INDICATORS)]);
    let (read, diagnostics) = read_at(folder.path(), None);
    assert_eq!(told(&diagnostics), "");
    let read = read.unwrap();
    assert_eq!(read.settings.appearance.brand.to_string(), "#0b5a7a");
    assert_eq!(read.settings.deliverables, [Deliverable::Report]);
    let indicator = &read.catalogue[0];
    assert_eq!(
        (indicator.precision, indicator.frequency, indicator.tolerance),
        (1, 1, 0.05)
    );
    assert_eq!(indicator.perimeter, crate::model::Perimeter::Collectivite);
    assert_eq!(indicator.place.to_string(), "data/indicateurs/a.yaml:2:5");
    assert_eq!(read.reference.goals.len(), 17);
    let paths: Vec<_> = read.files.iter().map(|file| &*file.path).collect();
    assert_eq!(paths, ["data/rapport.yaml", "data/indicateurs/a.yaml"]);
}

#[test]
fn another_edition_moves_the_three_years_together() {
    let folder = project(&[("data/rapport.yaml", REPORT), ("data/indicateurs/a.yaml", INDICATORS)]);
    let settings = read_at(folder.path(), Some(2024)).0.unwrap().settings;
    assert_eq!(
        (settings.edition, settings.budget_year, settings.data_year),
        (2024, 2025, 2023)
    );
}

#[test]
fn a_report_full_of_faults_says_them_all() {
    let report = "\
collectivite:
  nom: ''
  type: metropol
  siren: 20004071500016
  population: 60.000
titre: [a, b]
editon: 2026
edition: 2026
edition: 2027
exercice_budget: 2029
annee_donnees: 2027
date_document: 31/11/2026
exemple: yes
valeurs:
  - fichier: ../secret.csv
  - fichier: absent.csv
apparence:
  couleur: bleu
  logo: logo.bmp
";
    insta::assert_snapshot!(faults(&[
        ("data/rapport.yaml", report),
        ("data/indicateurs/a.yaml", INDICATORS)
    ]));
}

#[test]
fn a_readable_report_has_its_values_checked_together() {
    let report = REPORT
        .replace("200040715", "200040716")
        .replace("budget: 2027", "budget: 2029")
        .replace("donnees: 2025", "donnees: 2027");
    let report = format!(
        "{report}apparence:\n  couleur: bleu\n  logo: logo.bmp\nvaleurs:\n  - fichier: ../secret.csv\n  - fichier: absent.csv\ncalendrier:\n  presentation: 2027-04-01\n  debat_orientation_budgetaire: 2027-03-30\n  vote_budget: 2027-03-30\n"
    );
    insta::assert_snapshot!(faults(&[
        ("data/rapport.yaml", &report),
        ("data/indicateurs/a.yaml", INDICATORS)
    ]));
}

#[test]
fn a_catalogue_full_of_faults_keeps_what_it_can() {
    let catalogue = "\
indicateurs:
  - id: 1 Élec
    titre: Électricité
    unite: MWh
    finalite: 9
    volet: intern
    nature: realisation
    sens: baisse
  - id: eau
    unite: m3
    finalite: Dynamiques de développement suivant des modes de production et de consommation responsables
    volet: territorial
    nature: réalisation
    sens: baisse
    titre: Eau n° #3
    odd: [6, 18, six]
    cibles:
      - {annee: 2030, valeur: 12,5}
      - {annee: 2030, valeur: 10, origine: loi AGEC, art. 58}
    bornes: [100, 0]
    ventilations: [annee, secteur]
    formule: elec * 2
    requete: SELECT 1
    tolerence: 5
  - id: eau
    titre: Encore
    unite:
    finalite: 1
    volet: interne
    nature: contexte
    sens: suivi
  - id: part
    titre: Énergie : part
  - une phrase
";
    let folder = project(&[("data/rapport.yaml", REPORT), ("data/indicateurs/a.yaml", catalogue)]);
    let (read, diagnostics) = read_at(folder.path(), None);
    insta::assert_snapshot!(told(&diagnostics));
    let read = read.unwrap();
    let kept: Vec<_> = read.catalogue.iter().map(|indicator| indicator.id.as_str()).collect();
    assert_eq!(kept, ["eau"]);
    assert_eq!(read.catalogue[0].goals, [6]);
    let refused: Vec<_> = read.refused.iter().map(Identifier::as_str).collect();
    assert_eq!(refused, ["part"]);
}

#[test]
fn actions_name_indicators_that_exist() {
    let actions = "\
actions:
  - id: velo
    titre: Plan vélo
    volet: territorial
    etat: en cours
    avancement: 120
    debut: 2030
    fin: 2021
    finalites: {1: \"+\", 7: \"0\", 3: bof, Climat: \"-\"}
    indicateurs: [elecs, elec]
";
    insta::assert_snapshot!(faults(&[
        ("data/rapport.yaml", REPORT),
        ("data/indicateurs/a.yaml", INDICATORS),
        ("data/actions.yaml", actions)
    ]));
}

#[test]
fn files_that_cannot_be_read_say_why() {
    let folder = project(&[
        ("data/rapport.yaml", "\u{FEFF}\n"),
        ("data/indicateurs/b.yaml", "# rien\n"),
        ("data/indicateurs/d.yaml/x", ""),
        ("data/indicateurs/~$verrou.yaml", "%"),
        ("data/referentiels/od.yaml", "odd: []\n"),
        ("data/referentiels/odd.yaml", "odd:\n  - {numero: 1, nom: Un}\n"),
    ]);
    fs_err::write(folder.path().join("data/indicateurs/c.yaml"), b"a: b\ntitre: caf\xE9\n").unwrap();
    insta::assert_snapshot!(told(&read_at(folder.path(), None).1));
    assert!(faults(&[("data/autre.txt", "")]).contains("M001 data/rapport.yaml"));
}

#[test]
fn a_folder_without_data_is_one_fault_that_names_it() {
    let folder = project(&[("notes.txt", "")]);
    let (read, diagnostics) = read_at(&folder.path().join("absent"), None);
    assert!(read.is_none());
    let told: Vec<_> = diagnostics.sorted();
    let codes: Vec<&str> = told.iter().map(|found| found.code.0).collect();
    assert_eq!(codes, ["M014"]);
    assert!(told[0].message.contains("absent"), "{}", told[0].message);
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_project_is_not_followed() {
    let outside = project(&[("a.yaml", INDICATORS)]);
    let folder = project(&[("data/rapport.yaml", REPORT), ("data/indicateurs/b.yaml", INDICATORS)]);
    std::os::unix::fs::symlink(
        outside.path().join("a.yaml"),
        folder.path().join("data/indicateurs/a.yaml"),
    )
    .unwrap();
    let (read, diagnostics) = read_at(folder.path(), None);
    assert!(told(&diagnostics).contains("M005 data/indicateurs/a.yaml"));
    assert_eq!(diagnostics.count(Severity::Error), 1);
    assert_eq!(read.unwrap().catalogue.len(), 1);

    let folder = project(&[("data/rapport.yaml", REPORT)]);
    std::os::unix::fs::symlink(outside.path(), folder.path().join("data/indicateurs")).unwrap();
    let (read, diagnostics) = read_at(folder.path(), None);
    assert!(told(&diagnostics).contains("M005 data/indicateurs\n"));
    assert!(read.unwrap().catalogue.is_empty());
}

#[test]
fn the_embedded_reference_data_are_complete_and_never_warn() {
    let folder = project(&[("data/rapport.yaml", REPORT), ("data/indicateurs/a.yaml", INDICATORS)]);
    let (read, diagnostics) = read_at(folder.path(), None);
    assert_eq!(told(&diagnostics), "");
    let reference = read.unwrap().reference;
    use crate::model::CommunityType;
    let legal = |kind| &reference.legal[&kind];
    let cites = |kind, article: &str| reference.texts.citation(&legal(kind).texts).contains(article);
    assert_eq!(legal(CommunityType::Commune).threshold, Some(50_000));
    assert!(
        cites(CommunityType::Metropole, "L. 5217-10-2") && !cites(CommunityType::CommunauteUrbaine, "L. 5217-10-2")
    );
    assert_eq!(legal(CommunityType::Departement).threshold, None);
    assert!(!legal(CommunityType::Region).digital_bilan && !cites(CommunityType::Region, "2311"));
    assert_eq!(reference.checklist.len(), 8);
}

#[test]
fn the_checklist_cites_the_texts_of_the_kind_of_collectivite() {
    let report = REPORT.replace("metropole", "departement");
    let folder = project(&[("data/rapport.yaml", &report), ("data/indicateurs/a.yaml", INDICATORS)]);
    let checklist = read_at(folder.path(), None).0.unwrap().reference.checklist;
    assert_eq!(checklist[0].basis, "art. D. 3311-8 du CGCT");
    let others = checklist.iter().filter(|item| item.code != "C7");
    assert!(
        others.into_iter().all(|item| !item.basis.contains("2311")),
        "{checklist:?}"
    );
}
