//! Facts about the whole report: sections, coverage, changes, movers, and what is refused officially.

use super::fixture::{action, measured, project, report, with_texts};
use super::{CoverageState, Report, refuse_unofficial};
use crate::compute::Measure;
use crate::config::Calendar;
use crate::diagnostic::{Diagnostics, Place};
use crate::load::{Inputs, PreviousAssessment, PreviousEdition};
use crate::model::fixture::identifier;
use crate::model::{
    Anchor, Baseline, CalendarStep, Direction, Effect, Finality, ObservationStatus, Scope, Series, Status,
};
use jiff::civil::{Date, date};
use std::collections::BTreeMap;

fn states(report: &Report) -> Vec<CoverageState> {
    report.coverage().iter().map(|line| line.state).collect()
}

#[test]
fn the_threshold_is_strict() {
    let mut bound = project();
    assert!(report(&bound, &Inputs::default(), Vec::new()).provenance.mandatory);
    bound.settings.community.population = 50_000;
    assert!(!report(&bound, &Inputs::default(), Vec::new()).provenance.mandatory);
}

#[test]
fn an_empty_project_covers_nothing_and_a_full_one_everything_but_the_strategy() {
    use CoverageState::{Absent, Covered, Partial, ToBePresented};
    let empty = report(&project(), &Inputs::default(), Vec::new());
    assert_eq!(
        states(&empty),
        [Absent, Absent, Absent, Absent, Absent, Absent, Absent, ToBePresented]
    );
    assert_eq!(empty.sections.len(), 5);

    let mut full = project();
    full.settings.calendar = Calendar::of(&[(CalendarStep::Presentation, date(2026, 11, 20))]);
    full.actions = Finality::ALL
        .map(|finality| action(Scope::Territorial, finality, Effect::Positive))
        .into();
    full.actions[0].digital_theme = Some(1);
    let mut measures: Vec<Measure> = Finality::ALL
        .into_iter()
        .zip(["a", "b", "c", "d", "e"])
        .map(|(finality, id)| measured(id, finality, Scope::Internal, &[(2025, 1.0)]))
        .collect();
    measures[0].indicator.goals = vec![13];
    let texts = with_texts(&["elaboration", "mise-en-oeuvre", "evaluation", "orientations"]);
    let covered = report(&full, &texts, measures.clone());
    assert_eq!(
        states(&covered),
        [Covered, Covered, Covered, Covered, Covered, Covered, Partial, Covered]
    );
    assert_eq!(
        covered.coverage()[3].labels,
        ["elaboration", "mise-en-oeuvre", "evaluation"].map(Anchor::Part)
    );

    let told = covered.coverage()[0].detail.replace('\u{a0}', " ");
    assert_eq!(told, "5 indicateurs et 0 action dans 5 finalités sur 5.");

    // An indicator without a value, an action that is neutral: they cover nothing.
    measures[4].headline = Series::default();
    full.actions[4]
        .effects
        .insert(Finality::CircularEconomy, Effect::Neutral);
    let partial = report(&full, &texts, measures);
    assert_eq!(states(&partial)[..3], [Partial, Partial, Partial]);
    assert!(
        partial.coverage()[0].detail.ends_with("Rien dans la finalité 5."),
        "{}",
        partial.coverage()[0].detail
    );
}

#[test]
fn the_session_counts_from_the_date_of_the_document() {
    let state = |session: Date, vote: Option<Date>| {
        let mut project = project();
        let vote = vote.map(|day| (CalendarStep::BudgetVote, day));
        let dates: Vec<_> = std::iter::once((CalendarStep::Presentation, session))
            .chain(vote)
            .collect();
        project.settings.calendar = Calendar::of(&dates);
        states(&report(&project, &Inputs::default(), Vec::new()))[7]
    };
    assert_eq!(state(date(2026, 12, 18), None), CoverageState::ToBePresented);
    assert_eq!(state(date(2026, 11, 20), None), CoverageState::Covered);
    assert_eq!(
        state(date(2026, 11, 20), Some(date(2026, 11, 20))),
        CoverageState::Absent
    );
}

#[test]
fn the_session_is_attested_by_the_number_of_the_deliberation_unless_it_is_invented() {
    let mut project = project();
    project.settings.calendar = Calendar::of(&[(CalendarStep::Presentation, date(2026, 11, 20))]);
    project.settings.deliberation.number = Some("12".to_owned());
    let detail = |project: &_| {
        report(project, &Inputs::default(), Vec::new()).coverage()[7]
            .detail
            .clone()
    };
    assert!(
        detail(&project).ends_with(", délibération n° 12."),
        "{}",
        detail(&project)
    );
    project.settings.deliberation.example = true;
    assert!(!detail(&project).contains("12."), "{}", detail(&project));
}

#[test]
fn what_changed_since_the_last_edition_is_told() {
    let before = |status, last| PreviousAssessment {
        status: Some(status),
        last,
        ..PreviousAssessment::default()
    };
    let assessments = BTreeMap::from([
        (identifier("same"), before(Status::Improving, Some((2024, 100.0)))),
        (identifier("revised"), before(Status::Improving, Some((2024, 90.0)))),
        (identifier("gone"), before(Status::Stable, None)),
    ]);
    let inputs = Inputs {
        previous: Some(PreviousEdition {
            assessments,
            values: None,
            credits: None,
        }),
        ..Inputs::default()
    };
    let values = [(2024, 100.0), (2025, 120.0)];
    let measures = ["same", "revised", "new"].map(|id| measured(id, Finality::Climate, Scope::Internal, &values));
    let report = report(&project(), &inputs, measures.into());
    assert_eq!(report.counts()[&Status::Improving], 3);
    let told: Vec<_> = report
        .changes
        .unwrap()
        .changes
        .into_iter()
        .map(|change| {
            (
                change.indicator.to_string(),
                change.before,
                change.after,
                change.differences.len(),
            )
        })
        .collect();
    let improving = Some(Status::Improving);
    assert_eq!(
        told,
        [
            ("revised".into(), improving, improving, 1),
            ("new".into(), None, improving, 0),
            ("gone".into(), Some(Status::Stable), None, 0),
        ]
    );
}

#[test]
fn movers_are_ranked_in_the_wanted_direction() {
    let mut measures: Vec<Measure> = [("up", 110.0), ("upper", 150.0), ("down", 80.0), ("flat", 100.0)]
        .into_iter()
        .map(|(id, value)| measured(id, Finality::Climate, Scope::Internal, &[(2024, 100.0), (2025, value)]))
        .collect();
    measures.push(measured(
        "old",
        Finality::Climate,
        Scope::Internal,
        &[(2019, 1.0), (2020, 9.0)],
    ));
    measures[0].indicator.direction = Direction::Decrease;
    let movers = report(&project(), &Inputs::default(), measures).movers;
    let names = |side: &[super::Mover]| side.iter().map(|mover| mover.indicator.to_string()).collect::<Vec<_>>();
    assert_eq!(names(&movers.improving), ["upper"]);
    assert_eq!(names(&movers.worsening), ["down", "up"]);
}

#[test]
fn what_is_to_be_maintained_moves_by_its_distance_and_old_changes_leave_with_the_first_new_one() {
    let kept = |id: &str, last: [f64; 2]| {
        let values = [(2020, 100.0), (2024, last[0]), (2025, last[1])];
        let mut measure = measured(id, Finality::Climate, Scope::Internal, &values);
        measure.indicator.direction = Direction::Maintain;
        measure.indicator.baseline = Some(Baseline {
            year: 2020,
            value: None,
            place: Place::file("data/indicateurs/a.yaml"),
        });
        measure
    };
    let before = measured(
        "before",
        Finality::Climate,
        Scope::Internal,
        &[(2023, 1.0), (2024, 9.0)],
    );
    // What stays inside its tolerance has moved nowhere, whichever way it went.
    let inside = [kept("inside", [101.0, 104.0]), kept("nearer", [96.0, 99.0])];
    let measures = [kept("away", [100.0, 80.0]), kept("back", [150.0, 104.0]), before];
    let measures = measures.into_iter().chain(inside).collect();
    let movers = report(&project(), &Inputs::default(), measures).movers;
    let names = |side: &[super::Mover]| side.iter().map(|mover| mover.indicator.to_string()).collect::<Vec<_>>();
    assert_eq!(names(&movers.improving), ["back"]);
    assert_eq!(names(&movers.worsening), ["away"]);
}

#[test]
fn an_official_report_has_its_texts_its_parts_and_no_example() {
    let mut project = project();
    project.settings.sample = true;
    project.actions = vec![action(Scope::Internal, Finality::Climate, Effect::Positive)];
    project.actions[0].example = true;
    let mut measure = measured("a", Finality::Climate, Scope::Internal, &[(2024, 1.0), (2025, 1.0)]);
    measure.headline.points[1].marks.push(ObservationStatus::Example);
    measure.headline.points[1]
        .places
        .push(Place::line("data/valeurs/a.csv", 3, 8));
    let inputs = with_texts(&["edito", "elaboration", "mise-en-oeuvre", "evaluation"]);
    let report = report(&project, &inputs, vec![measure]);
    let mut diagnostics = Diagnostics::default();
    refuse_unofficial(&report, &mut diagnostics);
    let mut told: Vec<String> = diagnostics
        .sorted()
        .iter()
        .map(|found| {
            format!(
                "{} {}",
                found.code,
                found.place.as_ref().map_or(String::new(), Place::to_string)
            )
        })
        .collect();
    told.sort();
    assert_eq!(
        told,
        [
            "M900 data/valeurs/a.csv:3:8",
            "M901 data/textes/orientations.md",
            "M902 ", // C2, the territorial volet
            "M902 ", // C3
            "M902 ", // C5, no ODD
            "M902 ", // C6
            "M902 ", // C7
            "M903 data/rapport.yaml",
            "M904 data/actions.yaml:2:5",
        ]
    );
}

#[test]
fn statuses_are_counted_by_their_word_and_the_report_cites_its_text() {
    let mut project = project();
    project.reference = crate::config::Reference::embedded();
    let of = |id| measured(id, Finality::Climate, Scope::Internal, &[(2024, 1.0), (2025, 2.0)]);
    let report = report(&project, &Inputs::default(), vec![of("a"), of("b")]);
    let word = report.findings().next().unwrap().assessment.status.label();
    assert_eq!(report.counted_words(), [(word, 2)]);
    assert!(report.main_text().contains("2311-1-1"), "{}", report.main_text());
}
