//! Real budgets, against the totals and the SCDL tables that others made from them.
//!
//! The public corpus is named by `MILLESIME_CORPUS`; nothing of it is in the repository.

use super::super::sums::Sums;
use crate::diagnostic::Diagnostics;
use crate::model::{BudgetDirection, BudgetDocument, BudgetLine, BudgetMovement, BudgetSection, BudgetTotals};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn corpus() -> PathBuf {
    PathBuf::from(std::env::var("MILLESIME_CORPUS").expect("MILLESIME_CORPUS names the folder of the corpus"))
        .join("budget")
}

/// What a file holds, and its diagnostics as `M18x message`.
fn read(path: &Path) -> (Vec<BudgetDocument>, Vec<String>) {
    let mut diagnostics = Diagnostics::default();
    let documents = crate::budget(path, &mut diagnostics);
    let told = diagnostics
        .sorted()
        .into_iter()
        .map(|told| format!("{} {}", told.code, told.message));
    (documents, told.collect())
}

fn one(path: &Path) -> BudgetDocument {
    let (mut documents, told) = read(path);
    assert_eq!((documents.len(), told.len()), (1, 0), "{}: {told:?}", path.display());
    documents.remove(0)
}

fn totals(document: &BudgetDocument, direction: BudgetDirection) -> BudgetTotals {
    BudgetTotals::of(document.lines.iter().filter(|line| line.direction == direction))
}

#[test]
#[ignore = "needs the public corpus in MILLESIME_CORPUS"]
fn every_totem_has_the_expected_totals_to_the_cent() {
    let folder = corpus().join("totem");
    let mut reader = csv::Reader::from_path(folder.join("totaux_attendus.csv")).unwrap();
    let header = reader.headers().unwrap().clone();
    let (mut files, mut lines, mut checked) = (0, 0, 0);
    for record in reader.records() {
        let record = record.unwrap();
        let text = |name: &str| record[header.iter().position(|column| column == name).unwrap()].to_owned();
        let document = one(&folder.join(text("fichier")));
        assert_eq!(document.community, text("colletivite"));
        assert_eq!(document.nomenclature.as_deref(), Some(text("nomenclature").as_str()));
        assert_eq!(document.year.to_string(), text("exercice"));
        assert_eq!(document.count.read.to_string(), text("toutes_LigneBudget"));
        assert_eq!(document.count.kept.to_string(), text("lignes_budget"));
        assert!(document.lines.iter().all(|line| line.section.is_some()));
        for (direction, letter) in [(BudgetDirection::Expense, "D"), (BudgetDirection::Revenue, "R")] {
            let totals = totals(&document, direction);
            for (name, total) in [
                ("MtReal", totals.realised),
                ("MtPrev", totals.voted),
                ("CredOuv", totals.open),
            ] {
                assert_eq!(
                    total.to_string(),
                    text(&format!("{name}_{letter}")),
                    "{} {name}",
                    text("fichier")
                );
                checked += 1;
            }
        }
        files += 1;
        lines += document.lines.len();
    }
    println!("{files} files, {lines} lines kept, {checked} totals equal to the cent");
    assert_eq!(files, 10);
}

#[test]
#[ignore = "needs the public corpus in MILLESIME_CORPUS"]
fn no_line_of_a_real_budget_is_taken_for_the_sum_of_others() {
    let plan = crate::config::account_labels();
    let (mut lines, mut folders) = (0, vec![corpus().join("totem"), corpus().join("csv")]);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            for document in read(&path).0 {
                let sums = Sums::of(&document.lines, &plan);
                let told: Vec<u32> = sums.each().map(|(index, _)| document.lines[index].line).collect();
                assert_eq!(told, Vec::<u32>::new(), "{}", path.display());
                lines += document.lines.len();
            }
        }
    }
    println!("{lines} lines");
    assert!(lines > 5_000);
}

/// What two formats say of one line, without its labels.
fn facts(line: &BudgetLine) -> Vec<(&'static str, String)> {
    let text = |code: &Option<std::sync::Arc<str>>| code.as_deref().unwrap_or_default().to_owned();
    let amounts = &line.amounts;
    let money = |amount: Option<crate::model::Money>| amount.map(|amount| amount.to_string()).unwrap_or_default();
    vec![
        ("nature", line.nature.to_string()),
        ("chapter", text(&line.chapter)),
        ("function", text(&line.function)),
        ("operation", text(&line.operation)),
        ("section", line.section.map_or("", BudgetSection::label).to_owned()),
        ("movement", line.movement.label().to_owned()),
        ("direction", line.direction.label().to_owned()),
        ("specialised", format!("{:?}", line.specialised)),
        ("previous", money(amounts.previous)),
        ("carried", money(amounts.carried)),
        ("proposed", money(amounts.proposed)),
        ("voted", money(amounts.voted)),
        ("open", money(amounts.open)),
        ("realised", money(amounts.realised)),
        ("remaining", money(amounts.remaining)),
    ]
}

#[test]
#[ignore = "needs the public corpus in MILLESIME_CORPUS"]
fn every_line_of_totem_is_that_of_the_expected_table() {
    let folder = corpus().join("totem/yatotem2scdl");
    let header = std::fs::read_to_string(folder.join("budget-crach-001/expected.csv")).unwrap();
    let header = header.lines().next().unwrap();
    let mut same = 0;
    let mut differences: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut folders: Vec<PathBuf> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    folders.sort();
    for folder in folders.iter().filter(|folder| folder.join("totem.xml").is_file()) {
        let totem = one(&folder.join("totem.xml"));
        let mut text = std::fs::read_to_string(folder.join("expected.csv")).unwrap();
        if !text.starts_with("BGT_") {
            // Exported without its header, as its options say.
            text = format!("{header}\n{text}");
        }
        let copy = tempfile::NamedTempFile::with_suffix(".csv").unwrap();
        std::fs::write(copy.path(), text).unwrap();
        let table = one(copy.path());
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let mut note = |what: &str, ours: &str, theirs: &str| {
            let text = format!("{name}: {ours} for {theirs}");
            differences.entry(what.to_owned()).or_default().push(text);
        };
        assert_eq!(
            (totem.lines.len(), totem.year, &totem.siret),
            (table.lines.len(), table.year, &table.siret)
        );
        if totem.step != table.step {
            note("step", totem.step.label(), table.step.label());
        }
        if totem.community != table.community {
            note("name", &totem.community, &table.community);
        }
        for (ours, theirs) in totem.lines.iter().zip(&table.lines) {
            let mut equal = true;
            for ((what, ours), (_, theirs)) in facts(ours).iter().zip(facts(theirs)) {
                if *ours != theirs {
                    equal = false;
                    note(what, ours, &theirs);
                }
            }
            same += usize::from(equal);
        }
        for direction in BudgetDirection::ALL {
            assert_eq!(totals(&totem, direction), totals(&table, direction), "{name}");
        }
    }
    println!("{same} lines equal in every field");
    for (what, texts) in &differences {
        println!(
            "{what}: {} differences, {:?}",
            texts.len(),
            &texts[..texts.len().min(6)]
        );
    }
}

#[test]
#[ignore = "needs the public corpus in MILLESIME_CORPUS"]
fn invalid_files_are_refused_with_the_right_message() {
    let folder = corpus().join("totem/invalides");
    let expected = [
        (
            "data_alamarge__mauvais_totem.xml",
            "M184 Le fichier ne contient aucun budget",
        ),
        ("data_extract_metadata__totem_mauvais_siret.xml", "M185 Le SIRET"),
        ("data_extract_metadata__totem_mauvaise_annee.xml", "M185 L’exercice"),
        (
            "data_extract_metadata__totem_mauvaise_etape.xml",
            "M185 L’étape budgétaire",
        ),
        (
            "data_extract_metadata__totem_mauvaise_nomenclature.xml",
            "M185 La nomenclature",
        ),
    ];
    for (file, message) in expected {
        let (documents, told) = read(&folder.join(file));
        assert!(
            documents.is_empty() && told.len() == 1 && told[0].starts_with(message),
            "{file}: {told:?}"
        );
    }
    // This one is kept among them and is a good budget: the same as a valid file of the corpus.
    assert_eq!(one(&folder.join("data_alamarge__totem.xml")).lines.len(), 21);
}

#[test]
#[ignore = "needs the public corpus in MILLESIME_CORPUS"]
fn four_years_of_one_city_are_one_series() {
    let folder = corpus().join("totem/montreuil");
    let mut series = Vec::new();
    for year in 2019..=2022 {
        let document = one(&folder.join(format!("CA_{year}.sans_annexes.xml")));
        assert_eq!((document.year, document.siret.as_str()), (year, "21930048000015"));
        assert_eq!(document.nomenclature.as_deref(), Some("M14-M14_COM_SUP3500"));
        let investment = document.lines.iter().filter(|line| {
            line.section == Some(BudgetSection::Investment)
                && line.direction == BudgetDirection::Expense
                && line.movement == BudgetMovement::Real
        });
        series.push((year, BudgetTotals::of(investment).realised.to_string()));
        for section in BudgetSection::ALL {
            let open = |direction| {
                let lines = document.lines.iter();
                BudgetTotals::of(lines.filter(|line| line.section == Some(section) && line.direction == direction)).open
            };
            // A section is voted in balance: a line put in the wrong one would break it.
            assert_eq!(
                open(BudgetDirection::Expense),
                open(BudgetDirection::Revenue),
                "{year} {}",
                section.label()
            );
        }
    }
    println!("real investment spent: {series:?}");
}

#[test]
#[ignore = "needs the public corpus in MILLESIME_CORPUS"]
fn tables_of_the_corpus_are_read_or_refused_for_a_reason() {
    let folder = corpus().join("csv");
    let balance = folder.join("dgfip_balance/dgfip-balance-comptable.csv");
    let (documents, told) = read(&balance);
    assert_eq!(told, Vec::<String>::new());
    let realised: i128 = documents
        .iter()
        .flat_map(|document| &document.lines)
        .filter_map(|line| line.amounts.realised)
        .map(|amount| amount.cents())
        .sum();
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_path(&balance).unwrap();
    let header = reader.headers().unwrap().clone();
    let nets = ["obnetdeb", "obnetcre"].map(|name| header.iter().position(|column| column == name).unwrap());
    let expected: f64 = reader
        .records()
        .map(|record| {
            nets.iter()
                .map(|net| record.as_ref().unwrap()[*net].parse::<f64>().unwrap())
                .sum::<f64>()
        })
        .sum();
    assert_eq!(realised, (expected * 100.0).round() as i128);
    for document in &documents {
        println!("{} {}: {:?}", document.community, document.year, document.count);
    }
    let table = one(&corpus().join("totem/yatotem2scdl/CA_2021_D56_BUDGET_PRINCIPAL/expected.csv"));
    println!("Morbihan: {} lines, {:?}", table.lines.len(), table.count);
    for other in ["ofgl", "dgfip_comptes_individuels"] {
        for entry in std::fs::read_dir(folder.join(other)).unwrap() {
            let (documents, told) = read(&entry.unwrap().path());
            assert!(documents.is_empty() && told[0].starts_with("M180"), "{told:?}");
        }
    }
}
