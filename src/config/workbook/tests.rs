//! The project of the repository, kept in a workbook, is the same project; and what is told of its cells.

use super::WrittenSheet;
use crate::collect::{ProjectBook, project_workbook};
use crate::config::{Conversion, Options, Project, converted, read};
use crate::diagnostic::Diagnostics;
use std::path::Path;

/// The sheets of the sample.
pub(super) fn sample() -> Vec<WrittenSheet> {
    let mut log = Diagnostics::default();
    match converted(Path::new("."), &mut log).unwrap() {
        Some(Conversion::Workbook { sheets, .. }) => sheets,
        other => panic!("{other:?} {:?}", log.sorted()),
    }
}

fn book(sheets: &[WrittenSheet]) -> Vec<u8> {
    let dated = jiff::civil::date(2026, 11, 20);
    project_workbook(&ProjectBook {
        sheets,
        remarks: &[],
        community: "Exempleville",
        dated,
    })
    .unwrap()
}

pub(super) fn project(root: &Path) -> (Project, Vec<String>) {
    let (project, told) = told(root);
    (project.unwrap_or_else(|| panic!("{told:?}")), told)
}

pub(super) fn told(root: &Path) -> (Option<Project>, Vec<String>) {
    let mut log = Diagnostics::default();
    let root = root.to_path_buf();
    let project = read(&Options { root, edition: None }, &mut log).unwrap();
    let told = log.sorted().into_iter().map(|found| {
        let place = found.place.as_ref().map_or_else(String::new, ToString::to_string);
        format!("{} {place} | {} | {}", found.code, found.message, found.help)
    });
    (project, told.collect())
}

/// A folder with a workbook, and the logo and the tables that the sample names.
pub(super) fn folder(sheets: &[WrittenSheet]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for below in ["budget", "valeurs", "parc"] {
        fs_err::create_dir_all(folder.path().join("data").join(below)).unwrap();
        for entry in fs_err::read_dir(format!("data/{below}")).unwrap() {
            let entry = entry.unwrap();
            let to = folder.path().join("data").join(below).join(entry.file_name());
            fs_err::copy(entry.path(), to).unwrap();
        }
    }
    fs_err::copy("data/logo.svg", folder.path().join("data/logo.svg")).unwrap();
    fs_err::write(folder.path().join("data/projet.xlsx"), book(sheets)).unwrap();
    folder
}

/// What a project says, places and files apart.
pub(in crate::config) fn said(project: &Project) -> String {
    let parts = format!(
        "{:#?}\n{:#?}\n{:#?}\n{:#?}\n{:#?}\n{:#?}",
        project.settings, project.catalogue, project.archived, project.actions, project.closed, project.strategy
    );
    // The lines of a `Place`, from its name to the brace that closes it.
    let mut kept = Vec::new();
    let mut inside: Option<usize> = None;
    for line in parts.lines() {
        let indent = line.len() - line.trim_start().len();
        match inside {
            Some(opened) if indent == opened => inside = None,
            Some(_) => {}
            None if line.trim_end().ends_with("Place {") => inside = Some(indent),
            None => kept.push(line),
        }
    }
    kept.join("\n")
}

#[test]
fn the_sample_kept_in_a_workbook_is_the_same_project() {
    let folder = folder(&sample());
    let (own, own_told) = project(Path::new("."));
    let (kept, kept_told) = project(folder.path());
    assert_eq!(own_told, kept_told);
    let (own, kept) = (said(&own), said(&kept));
    let differs = own.lines().zip(kept.lines()).find(|(one, other)| one != other);
    assert!(own == kept, "{differs:?}");
    assert!(own.lines().count() > 5000);
}

/// What is told of the sample, one cell of its workbook changed.
pub(super) fn changed(name: &str, title: &str, row: usize, text: &str) -> Vec<String> {
    let mut sheets = sample();
    let sheet = sheets.iter_mut().find(|sheet| sheet.name == name).unwrap();
    let column = sheet.titles.iter().position(|known| known == title).unwrap();
    sheet.rows[row][column] = text.to_owned();
    told(folder(&sheets).path()).1
}

#[test]
fn a_fault_is_told_at_its_cell_and_never_as_yaml() {
    for (name, title, row, text, code) in [
        ("Indicateurs", "sens", 0, "dedans", "M030"),
        ("Actions", "finalite_1", 0, "plus", "M030"),
        ("Étapes", "etape", 1, "bilam", "M030"),
        ("Objectifs", "theme", 0, "9", "M025"),
        ("Objectifs", "id", 0, "", "M024"),
        ("Mesures", "objectif", 0, "acheter-du-remploi", "M096"),
        ("Moyens", "montant", 0, "beaucoup", "M035"),
        ("Calendrier", "valeur", 0, "septembre", "M027"),
        ("Rapport", "cle", 1, "collectivite.nome", "M020"),
        ("Rapport", "valeur", 1, "", "M024"),
        ("Rapport", "valeur", 10, "2030", "M042"),
    ] {
        let told = changed(name, title, row, text);
        let at = format!("{code} data/projet.xlsx, feuille {name}, ");
        let fault = told.iter().find(|told| told.starts_with(&at));
        let fault = fault.unwrap_or_else(|| panic!("{at}: {told:#?}"));
        for word in [".yaml", "La clé", "guillemets", "édition: ", "edition: "] {
            assert!(!fault.contains(word), "{fault}");
        }
    }
}

#[test]
fn a_measure_names_its_objective_by_its_title_and_is_told() {
    let sheets = sample();
    let sheet = |name: &str| sheets.iter().find(|sheet| sheet.name == name).unwrap();
    let (measures, objectives) = (sheet("Mesures"), sheet("Objectifs"));
    let of = |sheet: &WrittenSheet, title: &str| sheet.titles.iter().position(|known| known == title).unwrap();
    let named = &measures.rows[0][of(measures, "objectif")];
    let rows = &mut objectives.rows.iter();
    let objective = rows.find(|row| row[of(objectives, "id")] == *named).unwrap();
    let told = changed(
        "Mesures",
        "objectif",
        0,
        &objective[of(objectives, "titre")].to_uppercase(),
    );
    let is_told = |told: &String| told.starts_with("M247 data/projet.xlsx, feuille Mesures, ") && told.contains(named);
    assert!(told.len() == 1 && is_told(&told[0]), "{told:?}");
}

#[test]
fn a_part_whose_values_all_wait_is_not_there_and_a_rank_is_no_order_of_rows() {
    let mut sheets = sample();
    let report = &mut sheets[0];
    for key in ["carte.fichier", "carte.cle"] {
        report.rows.push(vec![key.to_owned(), String::new()]);
    }
    report.rows.reverse();
    let (kept, told) = project(folder(&sheets).path());
    assert_eq!(told, Vec::<String>::new());
    assert!(kept.settings.map.is_none());
    let (own, _) = project(Path::new("."));
    let voters = |project: &Project| format!("{:?}", project.settings.deliberation.votes);
    assert_eq!(voters(&kept), voters(&own));
}

#[test]
fn several_values_are_written_in_a_cell_or_by_rank_and_an_empty_key_leaves_its_place() {
    let left_out = |rows: &[(&str, &str)]| {
        let mut sheets = sample();
        let fleet = sheets.iter_mut().find(|sheet| sheet.name == "Parc").unwrap();
        fleet
            .rows
            .retain(|row| !row[0].starts_with("exclusion.") && row[0] != "exclusion");
        let rows = rows
            .iter()
            .map(|(key, value)| vec![(*key).to_owned(), (*value).to_owned()]);
        fleet.rows.extend(rows);
        let (kept, told) = project(folder(&sheets).path());
        assert_eq!(told, Vec::<String>::new());
        format!("{:?}", kept.settings.fleet.left_out)
    };
    let two = r#"{"Statut": ["En stock", "Réformé"]}"#;
    for rows in [
        [("exclusion.Statut", "En stock ; Réformé")].as_slice(),
        &[("exclusion.Statut.2", "Réformé"), ("exclusion.Statut.1", "En stock")],
        &[("exclusion", ""), ("exclusion.Statut", "En stock ; Réformé")],
        &[("exclusion.Statut", "En stock ; Réformé"), ("exclusion", "")],
        &[
            ("exclusion.Statut", ""),
            ("exclusion.Statut", "En stock ; Réformé"),
            ("exclusion", ""),
        ],
    ] {
        assert_eq!(left_out(rows), two, "{rows:?}");
    }
    assert_eq!(left_out(&[("exclusion", ""), ("exclusion.Statut", "")]), "{}");
}

#[test]
fn what_is_left_out_in_one_cell_is_refused_by_the_gesture_that_a_workbook_has() {
    let mut sheets = sample();
    let fleet = sheets.iter_mut().find(|sheet| sheet.name == "Parc").unwrap();
    fleet.rows.retain(|row| !row[0].starts_with("exclusion"));
    fleet
        .rows
        .push(vec!["exclusion".to_owned(), "{Statut: [En stock, Réformé]}".to_owned()]);
    let told = told(folder(&sheets).path())
        .1
        .join("\n")
        .replace(['\u{a0}', '\u{202f}'], " ");
    assert!(
        told.contains("M022") && told.contains("« En stock ; Réformé » pour « exclusion.Statut »"),
        "{told}"
    );
    assert!(
        told.contains("dans la feuille « Parc », sans « parc. »") && !told.contains("aide : {"),
        "{told}"
    );
}

#[test]
fn no_explanation_of_a_sheet_tells_to_write_yaml() {
    let sheets = sample();
    let told = sheets
        .iter()
        .filter(|sheet| sheet.titles.contains(&"explication".to_owned()));
    let told: Vec<&String> = told.flat_map(|sheet| sheet.rows.iter().map(|row| &row[2])).collect();
    assert!(told.len() > 100);
    let yaml =
        |told: &&&String| super::gestures::is_left(told) || told.contains("guillemets") || told.contains(".yaml");
    assert_eq!(told.iter().filter(yaml).collect::<Vec<_>>(), Vec::<&&String>::new());
}

/// What is told of the sample, the value of one key of a sheet changed, and what it then says.
fn with_value(sheet: &str, key: &str, value: &str) -> (Option<Project>, String) {
    let mut sheets = sample();
    let sheet = sheets.iter_mut().find(|known| known.name == sheet).unwrap();
    match sheet.rows.iter_mut().find(|row| row[0] == key) {
        Some(row) => row[1] = value.to_owned(),
        None => sheet.rows.push(vec![key.to_owned(), value.to_owned()]),
    }
    let (project, told) = told(folder(&sheets).path());
    (project, told.join("\n").replace(['\u{a0}', '\u{202f}'], " "))
}

#[test]
fn quotes_around_a_number_or_a_code_of_a_cell_and_the_sign_of_the_euro_are_understood() {
    for code in ["7.1", "\"7.1\"", "« 7.1 »"] {
        let (project, told) = with_value("Rapport", "deliberation.matiere.code", code);
        assert_eq!(told, "", "{code}");
        let subject = project.unwrap().settings.deliberation.subject.clone();
        assert!(format!("{subject:?}").contains("\"7.1\""), "{subject:?}");
    }
    for amount in [
        "\"12 500,50\"",
        "12 500,50 €",
        "« 12 500,50 € »",
        "12 500,50 euros",
        "12500,5",
    ] {
        assert_eq!(
            changed("Moyens", "montant", 0, amount),
            Vec::<String>::new(),
            "{amount}"
        );
    }
}

#[test]
fn no_hint_tells_to_write_quotes_in_a_cell() {
    for (key, value, code) in [
        ("deliberation.matiere.code", "2026-01-07", "M056"),
        ("deliberation.siret", "12", "M055"),
        ("collectivite.siren", "12", "M040"),
        ("apparence.couleur", "bleu", "M045"),
    ] {
        let (_, told) = with_value("Rapport", key, value);
        assert!(told.contains(code), "{key}: {told}");
        assert!(!told.contains("guillemets") && !told.contains('"'), "{key}: {told}");
    }
    let (_, told) = with_value("Rapport", "deliberation.matiere.code", "2026-01-07");
    assert!(
        told.contains("format « Texte », puis écrivez le code, par exemple 7.1."),
        "{told}"
    );
}
