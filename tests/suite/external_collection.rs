//! Twenty workbooks of a collection, spoilt as spreadsheets and hands do, and read back: no value is lost or taken in silence.
//!
//! `MILLESIME_PYTHON` names a Python that has openpyxl, `MILLESIME_LIBREOFFICE` LibreOffice with its spreadsheet.

use crate::fixture::{Project, repository};
use calamine::{Reader, Xlsx};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::io::Cursor;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

const SERVICES: usize = 20;
const TREATMENTS: [&str; 8] = [
    "sorted",
    "moved",
    "pasted",
    "renamed",
    "rewritten",
    "dropped",
    "libreoffice",
    "ods",
];

/// Twenty services of six lines: four indicators, one of which has three sites.
fn project() -> Project {
    let (mut catalogue, mut values) = ("indicateurs:\n".to_owned(), "indicateur;annee;valeur;site\n".to_owned());
    for service in 0..SERVICES {
        for rank in 0..4 {
            let id = format!("s{service:02}-i{rank}");
            let sites = if rank == 3 {
                "    ventilations: [site]\n    total: somme\n"
            } else {
                ""
            };
            write!(
                catalogue,
                "  - id: {id}\n    titre: Mesure {rank} du service {service:02}\n    unite: MWh\n    finalite: 1\n    volet: interne\n    nature: contribution\n    sens: baisse\n    service: Service {service:02}\n{sites}"
            )
            .unwrap();
            for year in 2020..2025 {
                let value = service * 1000 + rank * 10 + year - 2000;
                match rank {
                    3 => ["Mairie", "Piscine", "École d’été"]
                        .iter()
                        .for_each(|site| writeln!(values, "{id};{year};{value};{site}").unwrap()),
                    _ => writeln!(values, "{id};{year};{value};").unwrap(),
                }
            }
        }
    }
    let project = Project::minimal()
        .with("data/indicateurs/indicateurs.yaml", catalogue)
        .with("data/valeurs/indicateurs.csv", values);
    for entry in std::fs::read_dir(project.path().join("data/indicateurs")).unwrap() {
        let path = entry.unwrap().path();
        if path.file_name().unwrap() != "indicateurs.yaml" {
            std::fs::remove_file(path).unwrap();
        }
    }
    project
}

#[test]
#[ignore = "needs LibreOffice and openpyxl, named by MILLESIME_LIBREOFFICE and MILLESIME_PYTHON"]
fn no_value_of_twenty_workbooks_is_lost_or_taken_in_silence_whatever_was_done_to_them() {
    for treatment in TREATMENTS {
        let project = project();
        let begun = Instant::now();
        project.run(&["collecter", "creer", "--date", "2026-10-01"]).done();
        let created = begun.elapsed();
        let sent = project.path().join("collecte/2026");
        let back = project.path().join("retour");
        let written = match treatment {
            "libreoffice" | "ods" => {
                let filled = project.path().join("rempli");
                let written = treated("filled", &sent, &filled);
                converted(&filled, &back, if treatment == "ods" { "ods" } else { "xlsx" });
                written
            }
            treatment => treated(treatment, &sent, &back),
        };
        assert_eq!(written.len(), SERVICES * 6);
        if treatment == "libreoffice" {
            computed(&back);
        }
        let begun = Instant::now();
        let run = project.run(&["collecter", "lire", back.to_str().unwrap(), "--date", "2026-10-20"]);
        let read = begun.elapsed();
        let taken = taken(&project);
        let (mut refused, mut kept) = (0, 0);
        for ((indicator, part), value) in &written {
            match value.parse::<f64>() {
                Ok(number) => {
                    assert_eq!(
                        taken.get(&(indicator.clone(), part.clone())),
                        Some(&number),
                        "{treatment} {indicator} {part}\n{}{}",
                        run.stdout,
                        run.stderr
                    );
                    kept += 1;
                }
                Err(_) => {
                    assert!(
                        !taken.contains_key(&(indicator.clone(), part.clone())),
                        "{treatment} took {value}"
                    );
                    refused += 1;
                }
            }
        }
        assert_eq!(taken.len(), kept, "{treatment}: nothing else was taken");
        assert_eq!(
            run.stdout.matches("« environ 12 »").count(),
            refused,
            "{treatment}: each refusal is told"
        );
        let expected = if refused > 0 { 1 } else { 0 };
        assert_eq!(run.code, expected, "{treatment}\n{}{}", run.stdout, run.stderr);
        assert!(
            !run.stdout.contains("révisée  "),
            "{treatment}: no past value was changed\n{}",
            run.stdout
        );
        println!("{treatment}: {kept} taken, {refused} refused and told, created in {created:.1?}, read in {read:.1?}");
    }
}

/// What was written in the year to fill, by indicator and site.
fn treated(treatment: &str, source: &Path, target: &Path) -> BTreeMap<(String, String), String> {
    let python = std::env::var("MILLESIME_PYTHON").expect("MILLESIME_PYTHON names a Python that has openpyxl");
    let script = repository().join("tests/external/treat.py");
    let output = Command::new(python)
        .arg(script)
        .arg(treatment)
        .arg(source)
        .arg(target)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    let line = |line: &str| {
        let mut cells = line.split(';').map(ToOwned::to_owned);
        let mut next = || cells.next().unwrap();
        ((next(), next()), next())
    };
    text.lines().map(line).collect()
}

fn converted(source: &Path, target: &Path, format: &str) {
    let office =
        std::env::var("MILLESIME_LIBREOFFICE").expect("MILLESIME_LIBREOFFICE names the command of LibreOffice");
    let files = std::fs::read_dir(source).unwrap().map(|entry| entry.unwrap().path());
    let profile = format!(
        "-env:UserInstallation=file://{}/profil",
        source.parent().unwrap().display()
    );
    let output = Command::new(office)
        .args([&profile, "--headless", "--convert-to", format, "--outdir"])
        .arg(target)
        .args(files)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// The formulas of each workbook were computed again: it said that six lines lacked when it was sent.
fn computed(folder: &Path) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        let mut workbook = Xlsx::new(Cursor::new(bytes)).unwrap();
        let range = workbook.worksheet_range("Valeurs 2025").unwrap();
        let told = range.get_value((2, 0)).unwrap().to_string();
        assert!(
            told.contains("Lignes demandées : 6 ; ") && told.contains("manquantes : 0"),
            "{told}"
        );
    }
}

/// The values of 2025 in the table of the collection.
fn taken(project: &Project) -> BTreeMap<(String, String), f64> {
    let text = std::fs::read_to_string(project.path().join("data/valeurs/collecte-2026.csv")).unwrap();
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    let heads: Vec<&str> = lines.next().unwrap().split(';').collect();
    let rank = |head: &str| heads.iter().position(|known| *known == head).unwrap();
    let (indicator, year, site, value) = (rank("indicateur"), rank("annee"), rank("site"), rank("valeur"));
    lines
        .map(|line| line.split(';').collect::<Vec<_>>())
        .inspect(|cells| assert_eq!(cells[year], "2025"))
        .map(|cells| {
            let number = cells[value].replace(',', ".").parse().unwrap();
            ((cells[indicator].to_owned(), cells[site].to_owned()), number)
        })
        .collect()
}
