//! What the edition before published, read back from its `donnees/evaluation.csv`.
//!
//! A previous edition that cannot be read is a warning: this year’s report does not depend on it.

use super::folder::{self, Found};
use super::{Inputs, PreviousAssessment, PreviousEdition};
use crate::config::Project;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::form::cells::Answer;
use crate::form::lines::{Titles, sound};
use crate::form::tables::AssessmentLine;
use crate::french::read_number;
use crate::model::{DataFile, Identifier, Status};
use crate::table::{self, Kind, Table};
use std::collections::BTreeMap;

/// The evaluation published by the edition before cannot be read back.
const UNREADABLE: Code = Code("M160");

/// Bytes of a published evaluation.
const LIMIT: u64 = 20_000_000;

/// Reads the edition before, when its folder is there.
pub(super) fn read(project: &Project, inputs: &mut Inputs, diagnostics: &mut Diagnostics) {
    let edition = project.settings.edition - 1;
    let found = Found::named(&project.root, &format!("output/{edition}"), DataFile::Assessments.key());
    if !found.absolute.exists() {
        return;
    }
    let mut faults = Diagnostics::default();
    let file = folder::read(&project.root, &found, LIMIT, &mut faults);
    let table = file
        .as_ref()
        .and_then(|file| table::read(&found.path, &file.bytes, Kind::Text, None, &mut faults));
    let assessments = table.and_then(|table| assessments(&table, &mut faults));
    match assessments {
        Some(assessments) => inputs.previous = Some(PreviousEdition { assessments }),
        None => {
            let message = format!(
                "L’évaluation publiée par l’édition {edition} ne peut être relue : les évolutions depuis cette édition ne seront pas dites."
            );
            diagnostics.push(
                Diagnostic::warning(UNREADABLE, found.place(), message).help(
                    "Produisez de nouveau cette édition (generer --edition), ou retirez son dossier de « output ».",
                ),
            );
        }
    }
    inputs.files.extend(file);
}

/// The assessments by indicator; none where the columns are not those of an evaluation.
fn assessments(table: &Table, faults: &mut Diagnostics) -> Option<BTreeMap<Identifier, PreviousAssessment>> {
    let lines = sound(table, (&Titles::new()).into(), faults, |line: AssessmentLine, _| {
        let text = |cell: Answer<String>| cell.or_else(|_| None).unwrap_or_default();
        let last = text(line.year).parse().ok().zip(read_number(&text(line.value)).ok());
        let status = status_of(&text(line.status));
        Some((Identifier::parse(&line.id?)?, PreviousAssessment { status, last }))
    });
    (lines.len() == table.rows.len()).then(|| lines.into_iter().collect())
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
            last: Some((2024, 1234.5)),
        };
        assert_eq!(of("elec"), expected);
        assert_eq!(of("gaz").last, None);
        assert_eq!(inputs.files.len(), 2);
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
