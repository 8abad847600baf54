//! What a person types in a cell, and in YAML: what anyone would understand is read, the rest is told at its place.

use crate::fixture::{Project, Run};
use rust_xlsxwriter::{Format, Workbook};

/// A cell of a test: a text, a number, or a number that its cell shows as a percentage.
enum Typed {
    Text(&'static str),
    Number(f64),
    Percent(f64),
}
use Typed::{Number, Percent, Text};

/// The catalogue of one indicator, kept as a table: its columns and its line, after those that are due.
fn catalogue(unit: &'static str, columns: &[(&'static str, Typed)]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let due = [
        ("id", "eau"),
        ("titre", "Eau des bâtiments"),
        ("unite", unit),
        ("finalite", "1"),
        ("volet", "interne"),
        ("nature", "contribution"),
        ("sens", "baisse"),
    ];
    for (rank, (title, text)) in (0..).zip(due) {
        sheet.write(0, rank, title).unwrap();
        sheet.write(1, rank, text).unwrap();
    }
    for (rank, (title, typed)) in (7..).zip(columns) {
        sheet.write(0, rank, *title).unwrap();
        let percent = Format::new().set_num_format("0%");
        match typed {
            Text(text) => sheet.write(1, rank, *text),
            Number(number) => sheet.write(1, rank, *number),
            Percent(number) => sheet.write_with_format(1, rank, *number, &percent),
        }
        .unwrap();
    }
    workbook.save_to_buffer().unwrap()
}

/// The minimal project with one more indicator.
fn with(catalogue: impl AsRef<[u8]>, extension: &str) -> Run {
    let path = format!("data/indicateurs/eau.{extension}");
    Project::minimal().with(&path, catalogue).run(&["verifier"])
}

/// What was said, with plain spaces.
fn said(run: &Run) -> String {
    run.stderr.replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn a_number_shown_as_a_percentage_is_told_wherever_the_unit_is_another() {
    for column in ["cible_2030", "reference_valeur", "limite"] {
        let year = || ("reference_annee", Number(2020.0));
        let run = with(catalogue("€", &[year(), (column, Percent(0.31))]), "xlsx");
        for word in [
            "M026",
            "« 31 % »",
            "feuille Sheet1, I2",
            "l’unité de l’indicateur est « € »",
            "« 0,31 »",
        ] {
            assert!(said(&run).contains(word), "{column} {word}: {}", said(&run));
        }
        let run = with(catalogue("%", &[year(), (column, Percent(0.31))]), "xlsx");
        assert!(!said(&run).contains("M026"), "{column}: {}", said(&run));
    }
    // What has no unit of its own is a number as it is: a rank shown as 100 % is none.
    let run = with(catalogue("€", &[("precision", Percent(1.0))]), "xlsx");
    assert!(
        said(&run).contains("M025") && said(&run).contains("« 100 % »"),
        "{}",
        said(&run)
    );
}

#[test]
fn a_title_that_says_another_unit_than_its_line_is_told_once() {
    for title in [
        "Cible 2030 (%)",
        "cible_2030 en k€",
        "Limite (MWh)",
        "reference_valeur (k€)",
        "Référence [%]",
    ] {
        let value = match title.starts_with("Réf") {
            true => Text("2020 = 12"),
            false => Number(12.0),
        };
        let year = (!title.starts_with("Réf")).then_some(("reference_annee", Number(2020.0)));
        let columns: Vec<_> = year.into_iter().chain([(title, value)]).collect();
        let run = with(catalogue("€", &columns), "xlsx");
        for word in ["M246", "« eau » est en « € »"] {
            assert!(said(&run).contains(word), "{title} {word}: {}", said(&run));
        }
        assert_eq!(said(&run).matches("erreur[").count(), 1, "{}", said(&run));
    }
    for title in ["Cible 2030 (€)", "cible_2030", "Limite en euros"] {
        let run = with(catalogue("€", &[(title, Number(12.0))]), "xlsx");
        assert_eq!(said(&run).matches("erreur[").count(), 0, "{title}: {}", said(&run));
    }
}

/// What the catalogue of one indicator kept as YAML says.
fn yaml(line: &str) -> String {
    "indicateurs:\n  - {id: eau, titre: Eau des bâtiments, unite: m³, finalite: 1, volet: interne, nature: contribution, sens: baisse}\n"
        .replace("sens: baisse}", &format!("sens: baisse, {line}}}"))
}

#[test]
fn what_anyone_would_understand_of_a_cell_is_read() {
    for (column, typed) in [
        ("bornes", "0 à 100"),
        ("bornes", "de 0,5 à 1 000,5 m3"),
        ("bornes", "entre 0 m³ et 100 m³"),
        ("cibles", "2030 : 1 800 000 ; 2050 : 0"),
        ("cibles", "2030: 12 (Plan : eau)"),
        ("theme_numerique", "2 - Cycle de vie"),
        ("theme_numerique", "Thème 2"),
        ("theme_numerique", "n° 2"),
        ("odd", "ODD 6 ; ODD 12"),
        ("frequence", "3 ans"),
        ("source_age_max", "2 ans"),
        ("perimetre", "Territoires"),
        ("methode", "Linéaires"),
    ] {
        let run = with(catalogue("m³", &[(column, Text(typed))]), "xlsx");
        assert_eq!(
            said(&run).matches("erreur[").count(),
            0,
            "{column} {typed}: {}",
            said(&run)
        );
    }
    for line in [
        "bornes: 0 à 100",
        "bornes: [0 à 100]",
        "bornes: \"entre 0,5 m³ et 100 m³\"",
        "theme_numerique: 2 - Cycle de vie",
        "frequence: 3 ans",
        "perimetre: Le territoire",
    ] {
        let run = with(yaml(line), "yaml");
        assert_eq!(said(&run).matches("erreur[").count(), 0, "{line}: {}", said(&run));
    }
    for (from, to) in [
        ("finalite: 1", "finalite: Finalité 1"),
        ("finalite: 1", "finalite: 1 - La lutte contre le changement climatique"),
        ("sens: baisse", "sens: à la baisse"),
        ("nature: contribution", "nature: 3 - Contributions"),
        ("volet: interne", "volet: Volet interne"),
    ] {
        let run = with(yaml("precision: 0").replace(from, to), "yaml");
        assert_eq!(said(&run).matches("erreur[").count(), 0, "{to}: {}", said(&run));
    }
    // What says two things is no word of either.
    for (line, code) in [
        ("theme_numerique: 3 - Cycle de vie", "M025"),
        ("bornes: 0 à beaucoup", "M022"),
        ("frequence: 3 mois", "M025"),
    ] {
        let run = with(yaml(line), "yaml");
        assert!(said(&run).contains(code), "{line}: {}", said(&run));
    }
    let run = with(
        yaml("precision: 0").replace("finalite: 1", "finalite: 2 - Lutte contre le changement climatique"),
        "yaml",
    );
    assert!(said(&run).contains("M050"), "{}", said(&run));
}

/// The project of the starter kept in one workbook, without its examples.
fn begun() -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let made = folder.path().join("projet");
    let run = crate::fixture::millesime()
        .args(["nouveau", "--classeur", "--vide"])
        .arg(&made)
        .output()
        .unwrap();
    assert!(run.status.success());
    (folder, made)
}

#[test]
fn a_new_project_in_a_workbook_has_the_sheet_of_its_values_and_messages_name_it() {
    let (_kept, made) = begun();
    assert!(!made.join("data/valeurs").exists());
    let run = crate::fixture::run_at(&made, &["verifier"], &[]);
    let said = said(&run);
    for word in [
        "M230",
        "dans la feuille « Valeurs » de data/projet.xlsx",
        "elec-batiments ; 2025 ; la valeur",
    ] {
        assert!(said.contains(word), "{word}: {said}");
    }
    for word in ["M113", "M044", "indicateurs.csv"] {
        assert!(!said.contains(word), "{word}: {said}");
    }
}

#[test]
fn a_file_without_a_line_goes_with_its_name() {
    let declared = "valeurs:\n  - fichier: vide.csv\n";
    let report = std::fs::read_to_string(Project::minimal().path().join("data/rapport.yaml")).unwrap();
    let project = Project::minimal()
        .with("data/valeurs/vide.csv", "indicateur;annee;valeur\n")
        .with("data/rapport.yaml", format!("{report}{declared}"));
    let run = project.run(&["verifier"]).done();
    assert!(said(&run).contains("et son nom de data/rapport.yaml"), "{}", said(&run));
    std::fs::remove_file(project.path().join("data/valeurs/vide.csv")).unwrap();
    let run = project.with("data/rapport.yaml", report).run(&["verifier"]).done();
    assert!(!said(&run).contains("M044"), "{}", said(&run));
}

#[test]
fn a_title_stands_for_its_identifier_in_a_formula_in_a_text_and_in_a_sheet_and_is_told() {
    let formula = |formula: &str| {
        let indicators = std::fs::read_to_string(Project::minimal().path().join("data/indicateurs/indicateurs.yaml"));
        let written = indicators
            .unwrap()
            .replace("elec-batiments / population * 1000", formula);
        Project::minimal().with("data/indicateurs/indicateurs.yaml", written)
    };
    let last = |project: &Project| {
        let run = project.run(&["indicateurs", "--json"]).done();
        let rows: Vec<serde_json::Value> = serde_json::from_str(&run.stdout).unwrap();
        let row = rows.iter().find(|row| row["id"] == "elec-par-habitant").unwrap();
        row["derniere"]["valeur"].as_f64().unwrap()
    };
    let expected = last(&Project::minimal());
    for written in [
        "Électricité des bâtiments / Population * 1000",
        "= elec-batiments / population * 1000",
        "'\"Électricité des bâtiments\" / « population » * 1000'",
        "(électricité des batiments) / derniere(POPULATION) * 1000",
    ] {
        let project = formula(written);
        assert_eq!(last(&project), expected, "{written}");
        let run = project.run(&["verifier"]).done();
        let is_told = said(&run).contains("« Électricité des bâtiments » est lu comme « elec-batiments »")
            || said(&run).contains("« électricité des batiments » est lu comme « elec-batiments »");
        assert_eq!(is_told, !written.starts_with('='), "{written}: {}", said(&run));
    }
    let run = formula("'\"Électricité du métro\" / population'").run(&["verifier"]);
    assert!(
        said(&run).contains("aucun indicateur n’a le titre « Électricité du métro »"),
        "{}",
        said(&run)
    );

    let text = "Il faut {{ valeur(\"Électricité des bâtiments\") }} ; {{ evolution(« Électricité des bâtiments ») }}.";
    let run = Project::minimal()
        .with("data/textes/edito.md", text)
        .run(&["verifier"])
        .done();
    let told = "« Électricité des bâtiments » est lu comme « elec-batiments »";
    assert_eq!(said(&run).matches(told).count(), 1, "{}", said(&run));
    assert!(said(&run).contains("data/textes/edito.md:1:20"), "{}", said(&run));
}
