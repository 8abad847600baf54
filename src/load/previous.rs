//! What the edition before published, read back from its `donnees/evaluation.csv` and `donnees/indicateurs.csv`.
//!
//! A previous edition that cannot be read is a warning: this year’s report does not depend on it.

use super::folder::{self, Found};
use super::{CreditKey, Inputs, PreviousAssessment, PreviousEdition, PublishedCredit, PublishedCredits};
use crate::config::{Project, ProjectFile};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::form::cells::Answer;
use crate::form::lines::{Titles, sound};
use crate::form::tables::{AssessmentLine, PublishedCreditLine, PublishedLine};
use crate::french::read_number;
use crate::model::{DataFile, Identifier, Method, Status};
use crate::table::{self, Kind, Table};
use std::collections::BTreeMap;
use std::path::Path;

/// The evaluation published by the edition before cannot be read back.
const UNREADABLE: Code = Code("M160");

/// Bytes of a published evaluation.
const LIMIT: u64 = 20_000_000;

/// Reads the edition before, when its folder is there.
pub(super) fn read(project: &Project, inputs: &mut Inputs, diagnostics: &mut Diagnostics) {
    let edition = project.settings.edition - 1;
    let evaluation = found(&project.root, edition, DataFile::Assessments);
    if !evaluation.absolute.exists() {
        return;
    }
    let mut faults = Diagnostics::default();
    let wanted = [DataFile::Assessments, DataFile::Values];
    let files = published_files(&project.root, edition, &wanted, &mut faults);
    inputs.previous = published(&files, &mut faults);
    inputs.files.extend(files);
    if inputs.previous.is_some() {
        faults
            .take_written()
            .into_iter()
            .for_each(|text| diagnostics.wrote(text));
        return;
    }
    let message = format!(
        "L’évaluation publiée par l’édition {edition} ne peut être relue : les évolutions depuis cette édition ne seront pas dites."
    );
    diagnostics.push(
        Diagnostic::warning(UNREADABLE, evaluation.place(), message)
            .help("Produisez de nouveau cette édition (generer --edition), ou retirez son dossier de « output »."),
    );
}

fn found(root: &Path, edition: i32, data: DataFile) -> Found {
    Found::named(root, &format!("output/{edition}"), data.key())
}

/// Those of the data files of an edition that are there.
pub fn published_files(root: &Path, edition: i32, wanted: &[DataFile], faults: &mut Diagnostics) -> Vec<ProjectFile> {
    let found = wanted.iter().map(|data| found(root, edition, *data));
    let there = found.filter(|found| found.absolute.exists());
    there
        .filter_map(|found| folder::read(root, &found, LIMIT, faults))
        .collect()
}

/// What an edition says by its data files; none without an evaluation that can be read back.
pub fn published(files: &[ProjectFile], faults: &mut Diagnostics) -> Option<PreviousEdition> {
    let mut table = |data: DataFile| {
        let file = files.iter().find(|file| file.path.ends_with(data.key()))?;
        table::read(&file.path, &file.bytes, Kind::Text, None, faults)
    };
    let evaluation = table(DataFile::Assessments)?;
    let (published, of_credits) = (table(DataFile::Values), table(DataFile::Credits));
    Some(PreviousEdition {
        assessments: assessments(&evaluation, faults)?,
        values: published.and_then(|table| values(&table, faults)),
        credits: of_credits.map(|table| credits(&table, faults)),
    })
}

/// The amounts by line of credits.
fn credits(table: &Table, faults: &mut Diagnostics) -> PublishedCredits {
    let lines = sound(
        table,
        (&Titles::new()).into(),
        faults,
        |line: PublishedCreditLine, _| {
            let key = CreditKey {
                kind: line.kind?,
                id: text(line.id).unwrap_or_default(),
                section: text(line.section).unwrap_or_default(),
                direction: text(line.direction).unwrap_or_default(),
                year: text(line.year)?.trim().parse().ok()?,
            };
            let amounts = [
                ("propose", line.proposed),
                ("vote", line.voted),
                ("ouvert", line.open),
                ("realise", line.realised),
            ];
            let amounts = amounts.map(|(column, cell)| Some((column, read_number(&text(cell)?).ok()?)));
            let credit = PublishedCredit {
                title: text(line.title).unwrap_or_default(),
                amounts: amounts.into_iter().flatten().collect(),
            };
            Some((key, credit))
        },
    );
    lines.into_iter().collect()
}

/// The text of a cell; none where it is blank.
fn text(cell: Answer<String>) -> Option<String> {
    cell.or_else(|_| None)
}

/// A year and its value, where both are there.
fn point(year: Option<String>, value: Option<String>) -> Option<(i32, f64)> {
    year?.trim().parse().ok().zip(read_number(&value?).ok())
}

/// The assessments by indicator; none where the columns are not those of an evaluation.
fn assessments(table: &Table, faults: &mut Diagnostics) -> Option<BTreeMap<Identifier, PreviousAssessment>> {
    let lines = sound(table, (&Titles::new()).into(), faults, |line: AssessmentLine, _| {
        let assessment = PreviousAssessment {
            status: status_of(&text(line.status).unwrap_or_default()),
            title: line.title,
            unit: line.unit.map(|unit| text(unit).unwrap_or_default()),
            definition: line.definition.map(|definition| text(definition).unwrap_or_default()),
            method: line.method.and_then(|method| method_of(&method)),
            baseline: point(line.baseline_year, line.baseline_value),
            last: point(text(line.year), text(line.value)),
            target: point(line.target_year, line.target_value),
            targets: line
                .targets
                .map(|targets| targets_of(&text(targets).unwrap_or_default())),
        };
        Some((Identifier::parse(&line.id?)?, assessment))
    });
    (lines.len() == table.rows.len()).then(|| lines.into_iter().collect())
}

/// « 2030 = 25 ; 2050 = 0 ».
fn targets_of(cell: &str) -> BTreeMap<i32, f64> {
    let pairs = cell.split(';').filter_map(|pair| pair.split_once('='));
    let points = pairs.map(|(year, value)| (Some(year.to_owned()), Some(value.to_owned())));
    points.filter_map(|(year, value)| point(year, value)).collect()
}

/// Every number by indicator and disaggregation; none where the columns are not those of the published values.
fn values(table: &Table, faults: &mut Diagnostics) -> Option<BTreeMap<(Identifier, String), BTreeMap<i32, f64>>> {
    let mark = faults.mark();
    let mut values: BTreeMap<(Identifier, String), BTreeMap<i32, f64>> = BTreeMap::new();
    let lines = sound(table, (&Titles::new()).into(), faults, |line: PublishedLine, _| {
        let key = (Identifier::parse(&line.id?)?, text(line.part).unwrap_or_default());
        Some((key, point(text(line.year), text(line.value))))
    });
    for (key, point) in lines {
        values.entry(key).or_default().extend(point);
    }
    (!faults.faulty_since(mark)).then_some(values)
}

fn method_of(word: &str) -> Option<Method> {
    let word = word.trim();
    Method::ALL.iter().copied().find(|method| method.key() == word)
}

/// A status by its key, else by its label where only one status has it.
fn status_of(word: &str) -> Option<Status> {
    Status::ALL
        .iter()
        .copied()
        .find(|status| status.key() == word)
        .or_else(|| {
            let mut labelled = Status::ALL.iter().copied().filter(|status| status.label() == word);
            let first = labelled.next()?;
            labelled.next().is_none().then_some(first)
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::fixture::Fixture;

    fn fixture(evaluation: &str) -> Fixture {
        Fixture::new()
            .file("data/valeurs/a.csv", "indicateur;annee;valeur\nx;2024;1\n")
            .file("output/2025/donnees/evaluation.csv", evaluation)
    }

    #[test]
    fn the_edition_before_gives_its_statuses_and_last_values() {
        let text = "\u{feff}indicateur;titre;annee_derniere;valeur_derniere;statut;motif\r\nelec;\"É; é\";2024;1234,5;en-bonne-voie;\r\ngaz;G;;;non-evaluable;x\r\n";
        let (inputs, told) = fixture(text).load();
        assert_eq!(told, Vec::<String>::new());
        let previous = inputs.previous.unwrap();
        let of = |id: &str| previous.assessments[&Identifier::parse(id).unwrap()].clone();
        let expected = PreviousAssessment {
            status: Some(Status::OnTrack),
            title: Some("É; é".to_owned()),
            last: Some((2024, 1234.5)),
            ..PreviousAssessment::default()
        };
        assert_eq!(of("elec"), expected);
        assert_eq!(of("gaz").last, None);
        assert_eq!(inputs.files.len(), 2);
    }

    #[test]
    fn it_gives_its_targets_its_definitions_and_every_value() {
        let text = "indicateur;titre;unite;annee_reference;valeur_reference;annee_derniere;valeur_derniere;annee_cible;valeur_cible;statut;definition;cibles\nelec;E;;2020;4;2024;3;2030;1;stable;;\"2030 = 1 ; 2050 = 0,5\"\n";
        let values = "indicateur;titre;annee;valeur;statut;ventilation\nelec;E;2023;3,5;;\nelec;E;2023;2;;site=A\nelec;E;2024;;secret;site=A\n";
        let fixture = fixture(text).file("output/2025/donnees/indicateurs.csv", values);
        let (inputs, told) = fixture.load();
        assert_eq!(told, Vec::<String>::new());
        let previous = inputs.previous.unwrap();
        let elec = Identifier::parse("elec").unwrap();
        let of = &previous.assessments[&elec];
        assert_eq!((of.baseline, of.target), (Some((2020, 4.0)), Some((2030, 1.0))));
        assert_eq!(of.targets, Some(BTreeMap::from([(2030, 1.0), (2050, 0.5)])));
        assert_eq!((of.unit.as_deref(), of.definition.as_deref()), (Some(""), Some("")));
        let values = previous.values.unwrap();
        assert_eq!(values[&(elec.clone(), String::new())], BTreeMap::from([(2023, 3.5)]));
        assert_eq!(values[&(elec, "site=A".to_owned())], BTreeMap::from([(2023, 2.0)]));
    }

    #[test]
    fn an_edition_that_cannot_be_read_back_is_only_a_warning() {
        let (inputs, told) = fixture("a;b\n1;2\n").load();
        assert_eq!(inputs.previous, None);
        assert_eq!(told.len(), 1);
        assert!(told[0].starts_with("M160 output/2025/donnees/evaluation.csv"));
    }

    #[test]
    fn an_evaluation_that_a_spreadsheet_saved_again_is_read_and_half_a_one_is_not() {
        let saved = "Indicateur\tAnnee derniere\tValeur_derniere\tStatut\nelec\t2024\t3\ten recul\n";
        let (inputs, told) = fixture(saved).load();
        assert_eq!(told, Vec::<String>::new());
        let last = inputs.previous.unwrap().assessments.into_values().next().unwrap().last;
        assert_eq!(last, Some((2024, 3.0)));
        assert_eq!(fixture(&format!("{saved}É À\t2024\t3\t\n")).load().0.previous, None);
    }

    #[test]
    fn a_label_shared_by_two_statuses_says_neither() {
        assert_eq!(status_of("en bonne voie"), Some(Status::OnTrack));
        assert_eq!(status_of("en recul"), None);
        assert_eq!(status_of("en-recul"), Some(Status::Regressing));
    }
}
