//! What is told of two editions, and what moved a status.

use super::StatusCause;
use crate::assess::fixture::{measured, project, report};
use crate::assess::{Difference, EditionChange, Report};
use crate::compute::{Breakdown, Measure};
use crate::load::{Inputs, PreviousAssessment, PreviousEdition};
use crate::model::fixture::{identifier, series};
use crate::model::{Direction, Finality, Method, Scope, Status, Target, Value};
use std::collections::BTreeMap;

/// An indicator that should fall from 100 to its target of 2030, and stands at 80 in 2025.
pub(super) fn falling(target: f64) -> Measure {
    let mut measure = measured(
        "eau",
        Finality::Climate,
        Scope::Internal,
        &[(2020, 100.0), (2025, 80.0)],
    );
    measure.indicator.title = "Eau consommée".to_owned();
    measure.indicator.direction = Direction::Decrease;
    measure.indicator.definition = "Tous les sites.".to_owned();
    measure.indicator.targets = vec![Target {
        year: 2030,
        value: target,
        origin: String::new(),
        place: measure.indicator.place.clone(),
    }];
    measure
}

/// What the report of this measure would have published.
pub(super) fn published(measure: Measure) -> PreviousEdition {
    let values = measure.headline.numbers().collect();
    let report = report(&project(), &Inputs::default(), vec![measure]);
    let finding = report.findings().next().unwrap();
    let indicator = &finding.indicator;
    let inputs = &finding.assessment.inputs;
    let assessment = PreviousAssessment {
        status: Some(finding.assessment.status),
        title: Some(indicator.title.clone()),
        unit: Some(indicator.unit.clone()),
        definition: Some(indicator.definition.clone()),
        method: inputs.method,
        baseline: inputs.baseline,
        last: inputs.last,
        target: inputs.target,
        targets: Some(
            indicator
                .targets
                .iter()
                .map(|target| (target.year, target.value))
                .collect(),
        ),
    };
    PreviousEdition {
        assessments: BTreeMap::from([(indicator.id.clone(), assessment)]),
        values: Some(BTreeMap::from([((indicator.id.clone(), String::new()), values)])),
        credits: None,
    }
}

pub(super) fn compared(previous: PreviousEdition, now: Measure) -> Report {
    let inputs = Inputs {
        previous: Some(previous),
        ..Inputs::default()
    };
    report(&project(), &inputs, vec![now])
}

fn only(report: &Report) -> &EditionChange {
    let changes = &report.changes.as_ref().unwrap().changes;
    assert_eq!(changes.len(), 1, "{changes:?}");
    &changes[0]
}

#[test]
fn a_target_that_moved_a_status_is_told_as_what_moved_it() {
    let report = compared(published(falling(25.0)), falling(64.0));
    let change = only(&report);
    assert_ne!(change.before, change.after);
    assert_eq!(change.causes, [StatusCause::Targets]);
    let expected = Difference::Target {
        year: 2030,
        then: Some(25.0),
        now: Some(64.0),
    };
    assert_eq!(change.differences, [expected]);
    let table = report.changes_table().unwrap();
    let words: Vec<Vec<&str>> = table
        .rows
        .iter()
        .map(|row| row.cells.iter().map(|cell| &*cell.words).collect())
        .collect();
    assert_eq!(words[1], ["", "Cible 2030", "25", "64"]);
    assert_eq!(
        table.rows[0].cells[3].under.as_deref(),
        Some("Tient à la cible changée.")
    );
    assert_eq!(words[0][0], "Eau consommée");
}

#[test]
fn every_revised_value_and_the_reference_are_told() {
    let mut now = falling(64.0);
    now.headline = series(&[(2020, 130.0), (2021, 99.0), (2022, 95.0), (2025, 80.0)]);
    let mut before = falling(64.0);
    before.headline = series(&[(2020, 100.0), (2021, 98.0), (2022, 94.0), (2025, 80.0)]);
    let report = compared(published(before), now);
    let change = only(&report);
    let revised = |year: i32, then: f64, now: f64| Difference::Value {
        part: String::new(),
        year,
        then,
        now: Some(now),
    };
    let reference = Difference::Reference {
        then: Some((2020, 100.0)),
        now: Some((2020, 130.0)),
    };
    assert_eq!(
        change.differences,
        [reference, revised(2021, 98.0, 99.0), revised(2022, 94.0, 95.0)]
    );
}

#[test]
fn a_change_is_printed_with_the_digits_that_show_it() {
    let mut now = falling(64.0);
    now.headline = series(&[(2020, 100.4), (2021, 98.25), (2025, 80.0)]);
    let mut before = falling(64.0);
    before.headline = series(&[(2020, 100.0), (2021, 98.0), (2025, 80.0)]);
    let mut report = compared(published(before), now);
    let table = report.changes_table().unwrap();
    let sides = |subject: &str| {
        let row = table.rows.iter().find(|row| row.cells[1].words == subject).unwrap();
        [row.cells[2].words.clone(), row.cells[3].words.clone()]
    };
    assert_eq!(sides("Référence 2020"), ["100,0", "100,4"]);
    // Of a status that no single change explains.
    let change = &mut report.changes.as_mut().unwrap().changes[0];
    change.causes.clear();
    change.before = Some(Status::Missed);
    let table = report.changes_table().unwrap();
    let status = table.rows.iter().find(|row| row.cells[1].words == "Statut").unwrap();
    assert_eq!(status.cells[3].under.as_deref(), Some("Tient à plusieurs changements."));
}

#[test]
fn values_of_a_part_are_compared_and_what_is_secret_now_is_not_printed() {
    let site = |values: &[(i32, f64)]| Breakdown {
        key: BTreeMap::from([("site".to_owned(), "A".to_owned())]),
        series: series(values),
    };
    let mut now = falling(64.0);
    now.breakdowns = vec![site(&[(2024, 5.0), (2025, 7.0)])];
    now.breakdowns[0].series.points[1].value = Value::Secret;
    let mut previous = published(falling(64.0));
    let part = BTreeMap::from([(2024, 4.0), (2025, 6.0)]);
    previous
        .values
        .as_mut()
        .unwrap()
        .insert((identifier("eau"), "site=A".to_owned()), part);
    let report = compared(previous, now);
    let expected = Difference::Value {
        part: "site=A".to_owned(),
        year: 2024,
        then: 4.0,
        now: Some(5.0),
    };
    assert_eq!(only(&report).differences, [expected]);
}

#[test]
fn another_unit_and_another_definition_are_told_and_numbers_of_two_units_are_not_compared() {
    let mut now = falling(0.064);
    now.indicator.unit = "GWh".to_owned();
    now.indicator.definition = "Tous les sites, sauf\nles écoles.".to_owned();
    now.headline = series(&[(2020, 0.1), (2025, 0.08)]);
    let report = compared(published(falling(64.0)), now);
    assert!(matches!(
        &only(&report).differences[..],
        [Difference::Unit { .. }, Difference::Definition { .. }]
    ));
    let table = report.changes_table().unwrap();
    let definition = table
        .rows
        .iter()
        .find(|row| row.cells[1].words == "Définition")
        .unwrap();
    assert_eq!(definition.cells[2].words, "Tous les sites.");
    assert_eq!(definition.cells[3].words, "Tous les sites, sauf les écoles.");
}

#[test]
fn an_edition_that_published_less_is_said_not_compared() {
    let mut previous = published(falling(25.0));
    previous.values = None;
    let before = previous.assessments.get_mut(&identifier("eau")).unwrap();
    (before.definition, before.targets, before.unit) = (None, None, None);
    let report = compared(previous, falling(64.0));
    let table = report.changes_table().unwrap();
    assert!(table.notes[0].contains("les définitions"), "{:?}", table.notes);
    assert!(
        only(&report)
            .differences
            .iter()
            .any(|difference| matches!(difference, Difference::Target { .. }))
    );
}

#[test]
fn what_is_new_and_what_is_gone_have_their_titles() {
    let mut other = falling(25.0);
    other.indicator.id = identifier("gaz");
    other.indicator.title = "Gaz brûlé".to_owned();
    let report = compared(published(other), falling(25.0));
    let changes = &report.changes.as_ref().unwrap().changes;
    let told: Vec<(&str, bool, bool)> = changes
        .iter()
        .map(|change| (change.title.as_str(), change.before.is_some(), change.after.is_some()))
        .collect();
    assert_eq!(told, [("Eau consommée", false, true), ("Gaz brûlé", true, false)]);
}

#[test]
fn nothing_that_is_the_same_is_told() {
    let report = compared(published(falling(25.0)), falling(25.0));
    assert_eq!(report.changes.as_ref().unwrap().changes, []);
    assert_eq!(report.changes_table(), None);
}

#[test]
fn a_term_that_came_moves_a_status_by_itself() {
    let due = || {
        let mut measure = falling(64.0);
        let place = measure.indicator.place.clone();
        measure.indicator.targets = vec![Target {
            year: 2024,
            value: 10.0,
            origin: String::new(),
            place,
        }];
        measure.headline = series(&[(2020, 100.0), (2023, 80.0)]);
        measure
    };
    let mut previous = published(due());
    let before = previous.assessments.get_mut(&identifier("eau")).unwrap();
    let mut earlier = project();
    earlier.settings.data_year = 2024;
    let then = crate::assess::fixture::report(&earlier, &Inputs::default(), vec![due()]);
    before.status = Some(then.findings().next().unwrap().assessment.status);
    let report = compared(previous, due());
    let change = only(&report);
    assert_ne!(change.before, change.after);
    assert_eq!(change.causes, [StatusCause::Time]);
}

#[test]
fn a_method_that_changed_is_told() {
    let mut previous = published(falling(64.0));
    let before = previous.assessments.get_mut(&identifier("eau")).unwrap();
    let now = before.method.replace(Method::Milestones).unwrap();
    let report = compared(previous, falling(64.0));
    let then = Method::Milestones;
    assert_eq!(only(&report).differences, [Difference::Method { then, now }]);
}

#[test]
fn a_revised_value_has_the_reason_of_its_year_and_asks_for_one_otherwise() {
    let mut now = falling(64.0);
    now.headline = series(&[(2020, 100.0), (2023, 95.0), (2024, 91.0), (2025, 80.0)]);
    let mut before = falling(64.0);
    before.headline = series(&[(2020, 100.0), (2023, 94.0), (2024, 90.0), (2025, 80.0)]);
    now.indicator.revisions = BTreeMap::from([(2023, "Factures rectifiées.".to_owned())]);
    let report = compared(published(before), now);
    assert_eq!(only(&report).unexplained(), [2024].into());
    let table = report.revisions_table().unwrap();
    let words: Vec<Vec<&str>> = table
        .rows
        .iter()
        .map(|row| row.cells[3..].iter().map(|cell| &*cell.words).collect())
        .collect();
    assert_eq!(words[0][1..], ["2023", "94", "95", "+1", "Factures rectifiées."]);
    assert_eq!(words[1][1..], ["2024", "90", "91", "+1", "–"]);
    let mut diagnostics = crate::diagnostic::Diagnostics::default();
    super::push(&report, &mut diagnostics);
    let told = diagnostics.sorted();
    assert_eq!((told.len(), told[0].code.0), (1, "M404"));
    assert!(
        told[0].message.contains("2024") && told[0].help.contains("revisions"),
        "{told:?}"
    );
    assert!(!told[0].help.contains("inventaire"), "{told:?}");
}
