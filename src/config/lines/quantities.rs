//! The numbers of the catalogue, in YAML and in a table: a doubt about them, the unit that follows them.

use super::fixture::{read_with, told_with};
use crate::config::Project;
use crate::diagnostic::{Diagnostics, Severity};

/// The project of one indicator kept in YAML, and in a table; what was told of each.
fn both(unit: &str, target: &str, reference: &str) -> [(Project, Diagnostics); 2] {
    let yaml = format!(
        "indicateurs:\n  - {{id: a, titre: A, unite: \"{unit}\", finalite: 1, volet: interne, nature: contribution, sens: baisse, \
         reference: {{annee: 2018, valeur: \"{reference}\"}}, cibles: [{{annee: 2030, valeur: \"{target}\", origine: Plan climat}}]}}\n"
    );
    let table = format!(
        "id;titre;unite;finalite;volet;nature;sens;cible_2030;reference\n\
         a;A;{unit};1;interne;contribution;baisse;{target} (Plan climat);2018 = {reference}\n"
    );
    [
        told_with(&[("data/indicateurs/a.yaml", yaml.as_bytes())]),
        told_with(&[("data/indicateurs/a.csv", table.as_bytes())]),
    ]
}

#[test]
fn a_dash_under_a_year_of_targets_says_that_there_is_none() {
    for absent in ["-", "n.d.", ""] {
        let table = format!(
            "id;titre;unite;finalite;volet;nature;sens;cible_2030\na;A;MWh;1;interne;contribution;baisse;{absent}\n"
        );
        let (project, told) = read_with(&[("data/indicateurs/a.csv", table.as_bytes())]);
        assert!(
            told.is_empty() && project.catalogue[0].targets.is_empty(),
            "{absent}: {told:?}"
        );
    }
}

#[test]
fn a_doubt_is_told_in_every_form_and_is_as_grave_as_its_unit() {
    for (unit, severity) in [
        ("MWh", Severity::Warning),
        ("€", Severity::Error),
        ("habitants", Severity::Error),
    ] {
        for (_, told) in both(unit, "43.000", "62.000") {
            let told: Vec<_> = told.sorted().iter().map(|told| (told.code.0, told.severity)).collect();
            assert_eq!(told, [("M242", severity); 2], "{unit}");
        }
    }
    let targets = "id;titre;unite;finalite;volet;nature;sens;cibles;limite\n\
                   a;A;MWh;1;interne;contribution;baisse;\"2030 = 430 (Plan) ; 2050 = 12.500\";58.900\n";
    let (_, told) = read_with(&[("data/indicateurs/a.csv", targets.as_bytes())]);
    assert_eq!(told.len(), 2, "{told:?}");
    let proved = targets.replace("430", "1.430.000").replace("58.900", "58.900.000");
    let (project, told) = read_with(&[("data/indicateurs/a.csv", proved.as_bytes())]);
    assert_eq!(
        (told.len(), project.catalogue[0].targets[1].value),
        (0, 12_500.0),
        "{told:?}"
    );
}

#[test]
fn the_unit_of_the_catalogue_may_follow_its_numbers() {
    for (unit, target, reference) in [
        ("MWh", "43 000 MWh", "62000 MWh"),
        ("%", "50 %", "40%"),
        ("m³", "12 m3", "13 m³"),
    ] {
        for (project, told) in both(unit, target, reference) {
            assert_eq!(told.sorted().len(), 0, "{unit} {:?}", told.sorted());
            let read = &project.catalogue[0];
            assert_eq!(read.targets[0].origin, "Plan climat");
            assert!(read.targets[0].value >= 12.0 && read.baseline.as_ref().unwrap().value.is_some());
        }
    }
    for (_, told) in both("MWh", "43 GWh", "62000") {
        let told = told.sorted();
        assert_eq!((told.len(), told[0].code.0), (1, "M026"), "{told:?}");
        assert!(told[0].help.contains("43000"), "{told:?}");
    }
    let actions = |progress: &str| {
        let text = format!("id;titre;volet;etat;avancement\na;A;interne;en-cours;{progress}\n");
        let catalogue = "id;titre;unite;finalite;volet;nature;sens\nx;X;MWh;1;interne;contribution;baisse\n";
        let files: [(&str, &[u8]); 2] = [
            ("data/indicateurs/a.csv", catalogue.as_bytes()),
            ("data/actions.csv", text.as_bytes()),
        ];
        let (project, told) = read_with(&files);
        (
            project
                .actions
                .first()
                .and_then(|action| action.progress.as_ref().map(|percent| percent.value)),
            told.len(),
        )
    };
    assert_eq!(actions("40 %"), (Some(40.0), 0));
    assert_eq!(actions("140 %").1, 1);
}
