//! What a catalogue kept as a table gives, and its faults at their cells.

use super::fixture::read_with;
use crate::model::{Direction, Effect, Finality};
use rust_xlsxwriter::{Format, Workbook};

#[test]
fn a_line_of_a_csv_is_an_indicator() {
    let csv = "id;Titre;Unité;finalite;volet;nature;sens;odd;Référence;cibles;Source producteur;bornes\n\
               elec;Électricité;MWh;1;interne;Contribution;baisse;7, 13;2018 = 62 000;\"2030 = 43 000 (Plan climat (2022)) ; 2050=0\";Régie;\"0 ; 90000,5\"\n\
               agents;Agents formés;;4;interne;realisation;hausse;;;;;\n";
    let (project, told) = read_with(&[("data/indicateurs/a.csv", csv.as_bytes())]);
    assert!(told.is_empty(), "{told:?}");
    let [elec, agents] = project.catalogue.as_slice() else {
        panic!("{:?}", project.catalogue)
    };
    assert_eq!((elec.title.as_str(), elec.unit.as_str()), ("Électricité", "MWh"));
    assert_eq!(
        (elec.direction, elec.goals.as_slice()),
        (Direction::Decrease, [7, 13].as_slice())
    );
    let baseline = elec.baseline.as_ref().unwrap();
    assert_eq!((baseline.year, baseline.value), (2018, Some(62_000.0)));
    let targets: Vec<_> = elec
        .targets
        .iter()
        .map(|target| (target.year, target.value, target.origin.as_str()))
        .collect();
    assert_eq!(targets, [(2030, 43_000.0, "Plan climat (2022)"), (2050, 0.0, "")]);
    assert_eq!(
        (elec.source.producer.as_str(), elec.bounds),
        ("Régie", Some((0.0, 90_000.5)))
    );
    assert_eq!(elec.place.to_string(), "data/indicateurs/a.csv:2:1");
    assert_eq!(
        (agents.unit.as_str(), agents.finality),
        ("", Finality::from_number(4).unwrap())
    );
}

#[test]
fn a_catalogue_has_the_titles_that_rapport_yaml_gives() {
    let csv = "Code;titre;Unité de mesure;finalite;volet;nature;sens\n\
               agents;Agents formés;agents;4;interne;realisation;hausse\n";
    let titles = "colonnes:\n  indicateurs:\n    id: Code\n    unite: Unité de mesure\n    titres: Nom\n    service: Pilote\n  actions: {id: Code}\n";
    let (project, told) = read_with(&[
        ("data/indicateurs/a.csv", csv.as_bytes()),
        ("data/rapport.yaml", titles.as_bytes()),
    ]);
    let told: Vec<&str> = told.iter().filter_map(|told| told.split(": ").next()).collect();
    let at = [
        "M020 data/rapport.yaml:11:5",
        "M261 data/rapport.yaml:12:14",
        "M261 data/rapport.yaml:13:17",
    ];
    assert_eq!(told, at);
    assert_eq!(project.catalogue[0].unit, "agents");
}

#[test]
fn a_workbook_keeps_years_percentages_and_columns_of_targets() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let header = [
        "id",
        "titre",
        "unite",
        "finalite",
        "volet",
        "nature",
        "sens",
        "tolerance",
        "cible 2030",
        "cible_2050",
    ];
    for (column, title) in (0..).zip(header) {
        sheet.write(0, column, title).unwrap();
    }
    for (column, text) in (0..).zip(["elec", "Électricité", "MWh", "1", "interne", "contribution", "baisse"]) {
        sheet.write(1, column, text).unwrap();
    }
    sheet.write(1, 3, 1).unwrap();
    sheet
        .write_with_format(1, 7, 0.07, &Format::new().set_num_format("0%"))
        .unwrap();
    sheet.write(1, 8, 43_000).unwrap();
    sheet.write(1, 9, "0 (loi)").unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    let (project, told) = read_with(&[("data/indicateurs/catalogue.xlsx", &bytes)]);
    assert!(told.is_empty(), "{told:?}");
    let elec = &project.catalogue[0];
    assert_eq!(elec.tolerance, 0.07);
    let targets: Vec<_> = elec
        .targets
        .iter()
        .map(|target| (target.year, target.value, target.origin.as_str()))
        .collect();
    assert_eq!(targets, [(2030, 43_000.0, ""), (2050, 0.0, "loi")]);
    assert_eq!(
        elec.place.to_string(),
        "data/indicateurs/catalogue.xlsx, feuille Sheet1, A2"
    );
}

#[test]
fn actions_in_a_table_stand_beside_those_in_yaml() {
    let indicators = "id;titre;unite;finalite;volet;nature;sens\nelec;Électricité;MWh;1;interne;contribution;baisse\n";
    let actions = "id;titre;volet;etat;finalites;finalite 5;indicateurs;exemple\n\
                   isoler;Isoler les écoles;interne;en cours;\"1 = + ; 3 = 0\";défavorable;elec;VRAI\n";
    let yaml = "actions:\n  - id: isoler\n    titre: a\n    volet: interne\n    etat: prevue\n  - id: planter\n    titre: b\n    volet: interne\n    etat: prevue\n";
    let (project, told) = read_with(&[
        ("data/indicateurs/a.csv", indicators.as_bytes()),
        ("data/actions.csv", actions.as_bytes()),
        ("data/actions.yaml", yaml.as_bytes()),
    ]);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].starts_with("M061 data/actions.csv:2:1"), "{told:?}");
    let ids: Vec<_> = project.actions.iter().map(|action| action.id.as_str()).collect();
    assert_eq!(ids, ["isoler", "planter"]);
    let (project, told) = read_with(&[
        ("data/indicateurs/a.csv", indicators.as_bytes()),
        ("data/actions.csv", actions.as_bytes()),
    ]);
    assert!(told.is_empty(), "{told:?}");
    let effects: Vec<_> = project.actions[0]
        .effects
        .iter()
        .map(|(finality, effect)| (finality.number(), *effect))
        .collect();
    assert_eq!(
        effects,
        [(1, Effect::Positive), (3, Effect::Neutral), (5, Effect::Negative)]
    );
    assert!(project.actions[0].example);
}

#[test]
fn every_fault_is_told_at_its_cell_with_the_codes_of_yaml() {
    let csv = "id;titre;unité;finalité;volet;nature;sens;sens;tître;cible;cible 2030;odd\n\
               elec;;MWh;9;interne;contribution;bais;;;2030 : 12;12 kWh;7;perdu\n\
               elec;Deux;MWh;1;interne;contribution;baisse;;;;;18\n";
    let (project, told) = read_with(&[("data/indicateurs/a.csv", csv.as_bytes())]);
    assert!(project.catalogue.is_empty());
    let found: Vec<String> = told
        .iter()
        .map(|line| line.split(": ").next().unwrap().replace("data/indicateurs/", ""))
        .collect();
    assert_eq!(
        found,
        [
            "M204 a.csv:1:43",
            "M204 a.csv:1:48",
            "M202 a.csv:1:54",
            "M024 a.csv:2:6",
            "M050 a.csv:2:11",
            "M030 a.csv:2:34",
            "M026 a.csv:2:51",
            "M007 a.csv:2:60",
            "M061 a.csv:3:1",
            "M025 a.csv:3:49",
        ]
    );
}

#[test]
fn a_missing_column_is_told_once_and_its_identifiers_stay_known() {
    let csv = "id;titre\nelec;Électricité\neau;Eau\n";
    let actions = "id;titre;volet;etat;indicateurs\na;A;interne;prevue;elec\n";
    let (_, told) = read_with(&[
        ("data/indicateurs/a.csv", csv.as_bytes()),
        ("data/actions.csv", actions.as_bytes()),
    ]);
    let codes: Vec<&str> = told.iter().map(|line| &line[..4]).collect();
    assert_eq!(codes, ["M200"], "{told:?}");
    let actions = "id;titre;volet;etat;credits\na;A;interne;prevue;72\n";
    let (_, told) = read_with(&[("data/actions.csv", actions.as_bytes())]);
    assert!(
        told.iter().any(|line| line.starts_with("M013 data/actions.csv:1:21")),
        "{told:?}"
    );
}

#[test]
fn what_is_no_catalogue_is_refused_as_any_table_is() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, title) in (0..).zip(["id", "titre", "unite", "finalite", "volet", "nature", "sens", "odd"]) {
        sheet.write(0, column, title).unwrap();
        sheet.write(1, column, title).unwrap();
    }
    sheet.write(1, 7, 7.13).unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    let (_, told) = read_with(&[
        ("data/indicateurs/a.xls", b"x"),
        ("data/indicateurs/b.xlsx", &bytes),
        ("data/indicateurs/c.csv", "id;titre\n\u{F0B7} a;b\n".as_bytes()),
    ]);
    let has = |start: &str| told.iter().any(|line| line.starts_with(start));
    assert!(has("M108 data/indicateurs/a.xls"), "{told:?}");
    assert!(has("M008 data/indicateurs/b.xlsx, feuille Sheet1, H2"), "{told:?}");
    assert!(has("M006 data/indicateurs/c.csv:2:1"), "{told:?}");
}

#[test]
fn a_code_of_credits_that_cannot_be_read_is_not_told_to_lack_too() {
    let actions = "id;titre;volet;etat\na;A;interne;prevue\n";
    let told = |nature: f64| {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        for (column, title) in (0..).zip(["action", "nature", "section"]) {
            sheet.write(0, column, title).unwrap();
        }
        for row in [1, 2] {
            sheet.write(row, 0, "a").unwrap();
            sheet.write(row, 2, "fonctionnement").unwrap();
        }
        sheet.write(1, 1, nature).unwrap();
        let bytes = workbook.save_to_buffer().unwrap();
        let (_, told) = read_with(&[("data/actions.csv", actions.as_bytes()), ("data/credits.xlsx", &bytes)]);
        let of_credits = told.into_iter().filter(|line| line.contains("credits.xlsx"));
        of_credits.map(|line| line[..4].to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(
        told(7.13),
        ["M008", "M074"],
        "the line of the decimal, then that of no code"
    );
    assert_eq!(told(713.0), ["M074"]);
}

#[test]
fn every_dash_of_a_column_of_signs_is_minus() {
    for dash in ["-", "\u{2010}", "\u{2011}", "\u{2012}", "–", "—", "−"] {
        let actions =
            format!("id;titre;volet;etat;finalite_1;finalite_2;finalites\na;A;interne;en-cours;+;{dash};3 = {dash}\n");
        let indicators = "id;titre;unite;finalite;volet;nature;sens\nelec;É;MWh;1;interne;contribution;baisse\n";
        let (project, told) = read_with(&[
            ("data/indicateurs/a.csv", indicators.as_bytes()),
            ("data/actions.csv", actions.as_bytes()),
        ]);
        assert!(told.is_empty(), "{told:?}");
        let effects: Vec<_> = project.actions[0].effects.values().copied().collect();
        assert_eq!(
            effects,
            [Effect::Positive, Effect::Negative, Effect::Negative],
            "{dash}"
        );
    }
}

#[test]
fn targets_of_a_table_are_read_together() {
    let catalogue = |targets: [&str; 2]| {
        let [first, second] = targets;
        let text = format!(
            "id;titre;unite;finalite;volet;nature;sens;cible_2030\n\
             a;A;MWh;1;interne;contribution;baisse;{first}\nb;B;MWh;1;interne;contribution;baisse;{second}\n"
        );
        let (project, told) = read_with(&[("data/indicateurs/a.csv", text.as_bytes())]);
        (project.catalogue[0].targets[0].value, told)
    };
    assert_eq!(catalogue(["43.000", "1.250.000"]), (43_000.0, vec![]));
    let (value, told) = catalogue(["43.000", "12"]);
    assert_eq!(value, 43.0);
    assert!(
        told.len() == 1 && told[0].starts_with("M242 data/indicateurs/a.csv:2:"),
        "{told:?}"
    );
}

#[test]
fn a_total_or_a_note_under_a_catalogue_is_told_as_what_it_is() {
    for row in ["TOTAL;;;;;;", "Note : unités à revoir;;;;;;", ";Total général;;;;;"] {
        let csv = format!(
            "id;titre;unite;finalite;volet;nature;sens\nelec;Électricité;MWh;1;interne;contribution;baisse\n{row}\n"
        );
        let (project, told) = read_with(&[("data/indicateurs/a.csv", csv.as_bytes())]);
        assert_eq!((project.catalogue.len(), told.len()), (1, 1), "{told:?}");
        assert!(told[0].starts_with("M015"), "{told:?}");
    }
}
