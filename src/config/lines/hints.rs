//! What is said to who keeps the catalogue in a spreadsheet: the column, the cell, and nothing that only YAML has.

use super::fixture::{read_with, told_with};

const HEADER: &str = "id;titre;unite;finalite;volet;nature;sens";
const LINE: &str = "eau;Eau;m³;1;interne;contribution;baisse";

fn catalogue(more: (&str, &str)) -> Vec<String> {
    let text = format!("{HEADER};{}\n{LINE};\"{}\"\n", more.0, more.1);
    read_with(&[("data/indicateurs/a.csv", text.as_bytes())]).1
}

#[test]
fn a_list_may_have_the_brackets_of_yaml_or_an_and() {
    for (column, cell) in [
        ("mesures", "[2010, 2015, 2021]"),
        ("mesures", "2010 ; 2015 ; 2021"),
        ("bornes", "[0, 1]"),
        ("ventilations", "[libgeo]"),
        ("odd", "11 et 15"),
    ] {
        assert_eq!(catalogue((column, cell)), Vec::<String>::new(), "{column} {cell}");
    }
    let text = format!("{HEADER};odd\n{LINE};\"6, 11 et 15\"\n");
    let (project, _) = read_with(&[("data/indicateurs/a.csv", text.as_bytes())]);
    assert_eq!(project.catalogue[0].goals, [6, 11, 15]);
}

#[test]
fn a_theme_is_named_or_the_six_are_told() {
    let text = format!("{HEADER};theme_numerique\n{LINE};cycle de vie\n");
    let (project, told) = read_with(&[("data/indicateurs/a.csv", text.as_bytes())]);
    assert_eq!((project.catalogue[0].digital_theme, told), (Some(2), Vec::new()));
    let text = text.replace("cycle de vie", "réseaux");
    let (_, told) = told_with(&[("data/indicateurs/a.csv", text.as_bytes())]);
    let help = &told.sorted()[0].help;
    assert!(
        help.contains("1 (Commande publique durable)") && help.contains("6 ("),
        "{help}"
    );
}

#[test]
fn a_part_that_lacks_is_asked_for_in_a_cell() {
    let (_, told) = told_with(&[(
        "data/indicateurs/a.csv",
        format!("{HEADER};reference_valeur\n{LINE};12\n").as_bytes(),
    )]);
    let fault = told.sorted()[0];
    assert_eq!(fault.code.0, "M021");
    assert!(
        fault.help.contains("reference_annee") && !fault.help.contains("annee: …"),
        "{}",
        fault.help
    );
}

#[test]
fn titles_may_be_given_to_every_column_that_is_read() {
    let settings =
        "colonnes: {actions: {finalite_1: Climat}, indicateurs: {cible_2030: À terme, source_producteur: Qui}}\n";
    let catalogue = format!("{HEADER};À terme;Qui\n{LINE};12;Régie\n");
    let actions = "id;titre;volet;etat;Climat\na;A;interne;en-cours;+\n";
    let files = [
        ("data/indicateurs/a.csv", catalogue.as_bytes()),
        ("data/actions.csv", actions.as_bytes()),
        ("data/rapport.yaml", settings.as_bytes()),
    ];
    let (project, told) = read_with(&files);
    assert_eq!(told, Vec::<String>::new());
    let indicator = &project.catalogue[0];
    assert_eq!(
        (indicator.targets[0].year, &*indicator.source.producer),
        (2030, "Régie")
    );
    assert_eq!(project.actions[0].effects.len(), 1);
    // What only YAML can hold is proposed by nobody.
    let (_, told) = told_with(&[(
        "data/actions.csv",
        b"id;titre;volet;etat;Tiers\na;A;interne;en-cours;x\n",
    )]);
    let sorted = told.sorted();
    let strange = sorted.iter().find(|fault| fault.code.0 == "M202").unwrap();
    assert!(
        strange.help.contains("finalite_1") && !strange.help.contains("credits"),
        "{}",
        strange.help
    );
}

#[test]
fn a_title_above_a_header_is_told_as_what_it_is() {
    for (path, rest) in [
        ("data/indicateurs/a.csv", format!("{HEADER}\n{LINE}\n")),
        (
            "data/actions.csv",
            "id;titre;volet;etat\na;A;interne;en-cours\n".to_owned(),
        ),
        ("data/credits.csv", "action;fonction;part\na;87;\n".to_owned()),
    ] {
        for title in ["Suivi 2026\n", "Titre;;\nMis à jour le 12/10;;\n;;\n"] {
            let text = format!("{title}{rest}");
            let (_, told) = read_with(&[(path, text.as_bytes())]);
            let of_table: Vec<&String> = told.iter().filter(|told| told.contains(path)).collect();
            assert!(
                of_table.len() == 1 && of_table[0].starts_with("M201"),
                "{path} {told:?}"
            );
        }
    }
}

#[test]
fn the_progress_of_an_action_knows_its_own_cell() {
    let (project, _) = read_with(&[(
        "data/actions.csv",
        b"id;titre;volet;etat;avancement\na;A;interne;en-cours;0,3\n",
    )]);
    let progress = project.actions[0].progress.as_ref().unwrap();
    assert_eq!(progress.place.to_string(), "data/actions.csv:2:22");
}
