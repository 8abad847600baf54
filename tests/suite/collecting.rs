//! The collection as its users run it: workbooks written, filled as a service does, read back.

use crate::fixture::{Project, Run, files};
use calamine::{Data, Reader, Xlsx};
use rust_xlsxwriter::Workbook;
use std::io::Cursor;
use std::path::{Path, PathBuf};

const WORKBOOK: &str = "collecte/2026/collecte-2026-service-a-designer.xlsx";
const VALUES: &str = "data/valeurs/collecte-2026.csv";

/// The minimal project with real values, those of 2025 to be given.
fn project() -> Project {
    let values = include_str!("../projects/minimal/data/valeurs/indicateurs.csv");
    let known: Vec<&str> = values.lines().filter(|line| !line.contains(";2025;")).collect();
    let project = Project::minimal().with(
        "data/valeurs/indicateurs.csv",
        known.join("\n").replace(";exemple;", ";;"),
    );
    project.run(&["collecter", "creer", "--date", "2026-10-01"]).done();
    project
}

pub type Sheets = Vec<(String, Vec<Vec<Data>>)>;

/// The cells of a workbook, a title and its rows a sheet; as a spreadsheet that keeps nothing else.
pub fn sheets(path: &Path) -> Sheets {
    let mut workbook = Xlsx::new(Cursor::new(std::fs::read(path).unwrap())).unwrap();
    let named = workbook.worksheets();
    named
        .into_iter()
        .map(|(name, range)| (name, range.rows().map(<[Data]>::to_vec).collect()))
        .collect()
}

pub fn written(sheets: &Sheets, path: &Path) {
    let mut workbook = Workbook::new();
    for (name, rows) in sheets {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name).unwrap();
        for (row, cells) in (0..).zip(rows) {
            for (column, cell) in (0..).zip(cells) {
                match cell {
                    Data::Empty => continue,
                    Data::Float(number) => sheet.write(row, column, *number).unwrap(),
                    cell => sheet.write(row, column, cell.to_string()).unwrap(),
                };
            }
        }
    }
    workbook.save(path).unwrap();
}

/// The sheet of values: the rank of its heads, and that of a column.
pub fn values(sheets: &mut Sheets) -> (&mut Vec<Vec<Data>>, usize) {
    let (_, rows) = sheets.iter_mut().find(|(name, _)| name.starts_with("Valeurs")).unwrap();
    let heads = rows
        .iter()
        .position(|row| row[0] == Data::String("indicateur".to_owned()))
        .unwrap();
    (rows, heads)
}

pub fn column(rows: &[Vec<Data>], heads: usize, title: &str) -> usize {
    rows[heads]
        .iter()
        .position(|cell| *cell == Data::String(title.to_owned()))
        .unwrap()
}

/// A copy of the workbook with these texts in the year to fill, from the first line on.
fn filled(project: &Project, name: &str, texts: &[&str]) -> PathBuf {
    let mut sheets = sheets(&project.path().join(WORKBOOK));
    let (rows, heads) = values(&mut sheets);
    let asked = column(rows, heads, "2025");
    for (rank, text) in texts.iter().enumerate() {
        rows[heads + 1 + rank][asked] = match text.parse() {
            Ok(number) => Data::Float(number),
            Err(_) if text.is_empty() => Data::Empty,
            Err(_) => Data::String((*text).to_owned()),
        };
    }
    let path = project.path().join(name);
    written(&sheets, &path);
    path
}

fn read(project: &Project, path: &Path, more: &[&str]) -> Run {
    let mut arguments = vec!["collecter", "lire", path.to_str().unwrap(), "--date", "2026-10-20"];
    arguments.extend(more);
    project.run(&arguments)
}

/// Every file of a project and its bytes, but what the program keeps to undo.
fn state(project: &Project) -> Vec<(PathBuf, Vec<u8>)> {
    let kept = files(project.path())
        .into_iter()
        .filter(|path| !path.starts_with(".millesime"));
    kept.map(|path| (path.clone(), std::fs::read(project.path().join(path)).unwrap()))
        .collect()
}

fn collected(project: &Project) -> String {
    std::fs::read_to_string(project.path().join(VALUES)).unwrap_or_default()
}

#[test]
fn the_workbook_as_it_was_sent_changes_nothing_nor_does_its_copy_by_another_spreadsheet() {
    let project = project();
    let before = state(&project);
    let run = read(&project, &project.path().join(WORKBOOK), &[]).done();
    assert!(run.stdout.contains("tel qu’il a été envoyé"), "{}", run.stdout);
    assert_eq!(state(&project), before);
    let copy = filled(&project, "copie.xlsx", &[]);
    let run = read(&project, &copy, &[]).done();
    assert!(run.stdout.contains("0\u{a0}nouvelle,"), "{}", run.stdout);
    assert_eq!(collected(&project), "", "nothing new, nothing written among the values");
}

#[test]
fn what_is_new_is_taken_once_told_with_its_cell_and_undone_on_demand() {
    let project = project();
    let path = filled(
        &project,
        "rendu.xlsx",
        &["880", "60000", "3,4 ha", "environ 12", "n.d.", ""],
    );
    let before = state(&project);
    let run = read(&project, &path, &[]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stdout.contains("4\u{a0}nouvelles, "), "{}", run.stdout);
    for told in [
        "elec-batiments 2025 = 880 (Valeurs 2025, ",
        "refusée   « environ 12 » (Valeurs 2025, ",
        "vide      ",
    ] {
        assert!(run.stdout.contains(told), "{told} in {}", run.stdout);
    }
    assert!(run.stderr.contains("M212"), "{}", run.stderr);
    let values = collected(&project);
    for line in [
        "elec-batiments;2025;",
        "surfaces-renaturees;2025;;3,4;",
        ";2025;",
        ";n.d.;",
    ] {
        assert!(values.contains(line), "{line} in {values}");
    }
    let after = state(&project);
    let sent = std::fs::read(&path).unwrap();
    let archived = |(path, bytes): &(PathBuf, Vec<u8>)| path.starts_with("collecte/2026/recus") && *bytes == sent;
    assert!(after.iter().any(archived), "kept as it came");
    let again = read(&project, &path, &[]);
    assert!(
        again.stdout.contains("Rien n’a changé dans le projet."),
        "{}",
        again.stdout
    );
    assert_eq!(state(&project), after);
    project.run(&["verifier"]).done();
    project.run(&["annuler"]).done();
    assert_eq!(state(&project), before);
}

#[test]
fn a_revision_is_told_with_both_addresses_and_waits_for_a_yes() {
    let project = project();
    let mut sheets = sheets(&project.path().join(WORKBOOK));
    let (rows, heads) = values(&mut sheets);
    let past = column(rows, heads, "2024");
    rows[heads + 1][past] = Data::Float(930.0);
    let path = project.path().join("rendu.xlsx");
    written(&sheets, &path);
    let run = read(&project, &path, &[]);
    assert_eq!(run.code, 1);
    let told = "elec-batiments 2024 = 930 (Valeurs 2025, ";
    assert!(
        run.stdout.contains(told)
            && run
                .stdout
                .contains(", et 925 dans data/valeurs/indicateurs.csv:6:21 : non reprise"),
        "{}",
        run.stdout
    );
    assert_eq!(collected(&project), "");
    read(&project, &path, &["--accepter=population"]);
    assert_eq!(collected(&project), "", "another indicator is accepted");
    let run = read(
        &project,
        &path,
        &["--accepter=elec-batiments", "--motif", "facture corrigée"],
    )
    .done();
    assert!(run.stdout.contains(" : reprise"), "{}", run.stdout);
    let values = collected(&project);
    assert!(
        values.contains("elec-batiments;2024;930;définitif;facture corrigée;"),
        "{values}"
    );
    assert!(values.contains("925 (data/valeurs/indicateurs.csv:6:21)"), "{values}");
    let again = read(&project, &path, &[]).done();
    assert!(again.stdout.contains("Rien n’a changé"), "{}", again.stdout);
    // Both stand in the project; the one that was accepted goes first, and it is said.
    let run = project.run(&["verifier"]).done();
    assert!(run.stderr.contains("avertissement[M216]"), "{}", run.stderr);
}

#[test]
fn a_value_in_another_unit_and_a_line_written_twice_are_taken_from_neither() {
    let project = project();
    let path = filled(&project, "rendu.xlsx", &["880", "60000", "3.4", "33", "96", "190"]);
    let mut sheets = sheets(&path);
    let (rows, heads) = values(&mut sheets);
    let unit = column(rows, heads, "unité");
    let twice = rows[heads + 2].clone();
    rows[heads + 1][unit] = Data::String("kWh".to_owned());
    rows.push(twice);
    written(&sheets, &path);
    let run = read(&project, &path, &[]);
    assert_eq!(run.code, 1);
    assert!(
        run.stderr.contains("M217") && run.stderr.contains("M216"),
        "{}",
        run.stderr
    );
    let taken = values_only(&collected(&project));
    assert_eq!(taken.len(), 4, "{taken:?}\n{}", run.stdout);
    let id = |rank: usize| rows_id(&sheets, rank);
    for refused in [id(1), id(2)] {
        assert!(
            !taken.iter().any(|line| line.starts_with(&format!("{refused};"))),
            "{refused} in {taken:?}"
        );
    }
}

/// The identifier of a line of values, from 1.
fn rows_id(sheets: &Sheets, rank: usize) -> String {
    let mut sheets = sheets.clone();
    let (rows, heads) = values(&mut sheets);
    rows[heads + rank][0].to_string()
}

#[test]
fn lines_sorted_columns_moved_and_sheets_renamed_give_the_same_values() {
    let expected = {
        let project = project();
        let path = filled(&project, "rendu.xlsx", &["880", "60000", "3.4", "33", "96", "190"]);
        read(&project, &path, &[]).done();
        values_only(&collected(&project))
    };
    assert_eq!(expected.len(), 6);
    for spoil in [sorted, moved, renamed] {
        let project = project();
        let path = filled(&project, "rendu.xlsx", &["880", "60000", "3.4", "33", "96", "190"]);
        let mut sheets = sheets(&path);
        spoil(&mut sheets);
        written(&sheets, &path);
        let run = read(&project, &path, &[]);
        assert_eq!(
            values_only(&collected(&project)),
            expected,
            "{}{}",
            run.stdout,
            run.stderr
        );
    }
}

fn sorted(sheets: &mut Sheets) {
    let (rows, heads) = values(sheets);
    rows[heads + 1..].reverse();
}

fn moved(sheets: &mut Sheets) {
    let (rows, heads) = values(sheets);
    for row in &mut rows[heads..] {
        row.reverse();
    }
}

fn renamed(sheets: &mut Sheets) {
    sheets.reverse();
    for (rank, (name, _)) in sheets.iter_mut().enumerate() {
        *name = format!("Feuil{rank}");
    }
}

/// The lines without where they come from.
fn values_only(table: &str) -> Vec<String> {
    let lines = table.lines().skip(1);
    lines
        .map(|line| line.split(';').take(5).collect::<Vec<_>>().join(";"))
        .collect()
}

#[test]
fn the_following_says_what_lacks_writes_a_page_and_reminds_nobody_by_itself() {
    let project = project();
    let run = project.run(&["collecter", "suivi"]).done();
    assert!(run.stdout.contains("6\u{a0}valeurs manquent"), "{}", run.stdout);
    let path = filled(&project, "rendu.xlsx", &["880", "60000", "3.4", "33", "96"]);
    read(&project, &path, &[]).done();
    let run = project.run(&["collecter", "suivi", "--csv"]).done();
    assert_eq!(run.stdout.lines().count(), 2, "{}", run.stdout);
    let page = project.path().join("suivi.html");
    let arguments = [
        "collecter",
        "suivi",
        "--html",
        page.to_str().unwrap(),
        "--relances",
        "--json",
    ];
    let run = project.run(&arguments).done();
    let json: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(json["services"][0]["recu"], "2026-10-20");
    assert!(page.exists() && project.path().join("collecte/2026/relances/relances.csv").exists());
    let refused = project.run(&["collecter", "suivi", "--html", path.to_str().unwrap()]);
    assert_eq!(refused.code, 1, "a workbook is no page to replace");
    project.run(&["annuler"]).done();
    assert!(!project.path().join("collecte/2026/relances").exists());
}
