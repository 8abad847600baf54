//! What a person types in the cells of a workbook: read as anyone would understand it, else told in the words of a cell.

use super::tests::{changed, folder, sample, told};

#[test]
fn what_a_person_types_in_the_cells_of_the_strategy_is_read() {
    for (name, title, text) in [
        ("Étapes", "prevue", "15/06/2026"),
        ("Objectifs", "moyens_etp", "1,5 ETP"),
        ("Mesures", "etat", "2 - En cours"),
        ("Crédits", "section", "I"),
    ] {
        let told = changed(name, title, 0, text);
        let at = format!("feuille {name}, ");
        assert!(
            !told.iter().any(|told| told.contains(&at)),
            "{name} {title} {text}: {told:?}"
        );
    }
}

/// What is told of the sample where a key of « Rapport » has this value.
fn of_report(key: &str, value: &str) -> Vec<String> {
    let mut sheets = sample();
    let report = sheets.iter_mut().find(|sheet| sheet.name == "Rapport").unwrap();
    report.rows.retain(|row| !row[0].starts_with(key));
    report.rows.push(vec![key.to_owned(), value.to_owned(), String::new()]);
    told(folder(&sheets).path()).1
}

#[test]
fn a_comma_separates_words_of_a_closed_list_and_another_sign_is_told() {
    for value in [
        "rapport, deliberation",
        "rapport ; bilan-numerique",
        "rapport,\nDélibération",
    ] {
        assert_eq!(of_report("livrables", value), Vec::<String>::new(), "{value}");
    }
    let told = of_report("livrables", "rapport / deliberation");
    let separated = "Plusieurs valeurs d’une même cellule se séparent par « ; ».";
    let plain = told.concat().replace('\u{a0}', " ");
    assert!(
        told.len() == 1 && plain.starts_with("M030") && plain.contains(separated),
        "{plain}"
    );
    for (title, text) in [("odd", "7 / 13"), ("odd", "7 - 13"), ("mesures", "2010 2015")] {
        let plain = changed("Indicateurs", title, 0, text).concat().replace('\u{a0}', " ");
        assert!(
            plain.contains("M025") && plain.contains(separated),
            "{title} {text}: {plain}"
        );
    }
    // A single word that is unknown is one.
    assert!(!of_report("livrables", "rapports-annuels").concat().contains("séparent"));
}

#[test]
fn the_hint_of_an_unknown_title_works_when_it_is_obeyed() {
    let mut sheets = sample();
    let catalogue = sheets.iter_mut().find(|sheet| sheet.name == "Indicateurs").unwrap();
    let column = catalogue.titles.iter().position(|title| title == "service").unwrap();
    catalogue.titles[column] = "Pilotage".to_owned();
    let said = told(folder(&sheets).path()).1.concat().replace('\u{a0}', " ");
    let hint =
        "« colonnes.indicateurs.titre », avec le nom de la nôtre à la place de « titre » et « Pilotage » pour valeur";
    assert!(said.contains("M202") && said.contains(hint), "{said}");
    let report = sheets.iter_mut().find(|sheet| sheet.name == "Rapport").unwrap();
    report.rows.push(
        ["colonnes.indicateurs.service", "Pilotage", ""]
            .map(str::to_owned)
            .to_vec(),
    );
    assert_eq!(told(folder(&sheets).path()).1, Vec::<String>::new());
    // Words in common name the column.
    let catalogue = sheets.iter_mut().find(|sheet| sheet.name == "Indicateurs").unwrap();
    catalogue.titles[column] = "Service pilote".to_owned();
    let said = told(folder(&sheets).path()).1.concat().replace('\u{a0}', " ");
    assert!(
        said.contains("S’il s’agit de « service », corrigez l’en-tête"),
        "{said}"
    );
}
