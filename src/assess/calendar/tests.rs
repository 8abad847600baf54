//! The rules and the plan on the reference data that the program carries.

use super::*;
use crate::assess::calendar::noun::RuleState;
use crate::config::{Calendar, Community, Reference, Settings};
use crate::diagnostic::Severity;
use crate::french;
use crate::model::{CalendarStep as Step, CommunityType};
use jiff::ToSpan;
use jiff::civil::date;
use proptest::prelude::*;

fn project(kind: CommunityType, nomenclature: Option<&str>, dates: &[(Step, Date)]) -> Project {
    let calendar = Calendar {
        nomenclature: nomenclature.map(str::to_owned),
        ..Calendar::of(dates)
    };
    let mut project = Project {
        settings: Settings {
            community: Community {
                kind,
                ..Community::fixture()
            },
            calendar,
            ..Settings::fixture()
        },
        ..Project::fixture()
    };
    project.reference = Reference::embedded();
    project
}

/// What is told: gravity, code, place.
fn told(project: &Project) -> Vec<(Severity, &'static str, String)> {
    let mut diagnostics = Diagnostics::default();
    outcomes(project, &mut diagnostics);
    let told = diagnostics.sorted().into_iter();
    told.map(|one| (one.severity, one.code.0, one.place.as_ref().unwrap().to_string()))
        .collect()
}

fn states(project: &Project) -> Vec<(String, RuleState)> {
    let outcomes = outcomes(project, &mut Diagnostics::default());
    outcomes.into_iter().map(|one| (one.rule.key, one.state)).collect()
}

#[test]
fn only_an_order_that_is_certain_stops_the_publication() {
    let vote = (Step::BudgetVote, date(2027, 2, 5));
    let same_day = project(
        CommunityType::Commune,
        None,
        &[(Step::OrientationDebate, date(2027, 2, 5)), vote],
    );
    assert_eq!(
        told(&same_day),
        [(Severity::Error, "M425", "data/rapport.yaml:1:3".to_owned())]
    );

    let early = project(
        CommunityType::Commune,
        None,
        &[(Step::OrientationDebate, date(2026, 11, 20)), vote],
    );
    assert_eq!(
        told(&early),
        [(Severity::Warning, "M426", "data/rapport.yaml:1:3".to_owned())]
    );

    let contested = project(
        CommunityType::CommunauteUrbaine,
        Some("M57"),
        &[(Step::OrientationDebate, date(2026, 11, 20)), vote],
    );
    let place = "data/rapport.yaml:1:3";
    assert_eq!(
        told(&contested),
        [
            (Severity::Warning, "M426", place.to_owned()),
            (Severity::Warning, "M427", place.to_owned())
        ]
    );

    let after = project(
        CommunityType::Departement,
        None,
        &[(Step::Presentation, date(2027, 2, 6)), vote],
    );
    assert_eq!(
        told(&after),
        [(Severity::Error, "M425", "data/rapport.yaml:1:3".to_owned())]
    );

    let together = project(
        CommunityType::Region,
        None,
        &[(Step::Presentation, date(2027, 2, 5)), vote],
    );
    assert_eq!(
        told(&together),
        [(Severity::Warning, "M429", "data/rapport.yaml:1:3".to_owned())]
    );
}

#[test]
fn ten_weeks_bind_a_metropole_and_two_months_a_commune() {
    let vote = date(2027, 3, 26);
    for (kind, earliest) in [
        (CommunityType::Metropole, date(2027, 1, 15)),
        (CommunityType::Commune, date(2027, 1, 26)),
    ] {
        let at = |debate: Date| {
            let dates = [(Step::OrientationDebate, debate), (Step::BudgetVote, vote)];
            told(&project(kind, None, &dates)).len()
        };
        assert_eq!(at(earliest), 0, "{kind:?}");
        assert_eq!(at(earliest.yesterday().unwrap()), 1, "{kind:?}");
    }
}

#[test]
fn the_first_meeting_is_that_of_the_vote_unless_another_is_written() {
    let sent = (Step::DraftSending, date(2027, 3, 12));
    let vote = (Step::BudgetVote, date(2027, 3, 26));
    let alone = project(CommunityType::Metropole, None, &[sent, vote]);
    assert!(told(&alone).is_empty());
    let earlier = (Step::BudgetMeeting, date(2027, 3, 20));
    let with_a_meeting = project(CommunityType::Metropole, None, &[sent, vote, earlier]);
    assert_eq!(
        told(&with_a_meeting),
        [(Severity::Warning, "M426", "data/rapport.yaml:1:3".to_owned())]
    );
}

#[test]
fn a_rule_that_hangs_on_a_nomenclature_nobody_tells_is_neither_kept_nor_broken() {
    let of = |nomenclature| {
        let project = project(
            CommunityType::Commune,
            nomenclature,
            &[(Step::BudgetVote, date(2027, 3, 26))],
        );
        let found = states(&project)
            .into_iter()
            .find(|(key, _)| key == "debat-dix-semaines-m57");
        found.map(|(_, state)| state)
    };
    assert_eq!(of(None), Some(RuleState::Unknown));
    assert_eq!(of(Some("M57-M57_A")), Some(RuleState::Unknown));
    assert_eq!(of(Some("M14")), None);
    let mut diagnostics = Diagnostics::default();
    let with = project(CommunityType::Commune, None, &[]);
    let outcome = outcomes(&with, &mut diagnostics)
        .into_iter()
        .find(|one| one.rule.key.ends_with("m57"))
        .unwrap();
    assert!(outcome.detail.contains("nomenclature"), "{}", outcome.detail);
    assert!(diagnostics.sorted().is_empty());
}

#[test]
fn habits_are_no_rules_of_the_report() {
    let project = project(CommunityType::Metropole, None, &[]);
    let outcomes = outcomes(&project, &mut Diagnostics::default());
    assert!(
        outcomes
            .iter()
            .all(|one| one.rule.certainty != crate::model::Certainty::Habit)
    );
    assert!(outcomes.iter().all(|one| one.state == RuleState::Unknown));
    assert!(outcomes.len() >= 6, "{}", outcomes.len());
}

#[test]
fn without_a_vote_the_plan_begins_at_the_last_usual_day_and_says_that_it_is_proposed() {
    let mut diagnostics = Diagnostics::default();
    let plan = back_plan(&project(CommunityType::Commune, None, &[]), None, &mut diagnostics).unwrap();
    let vote = plan.steps.iter().find(|one| one.step == Step::BudgetVote).unwrap();
    assert_eq!((plan.vote, vote.day), (date(2027, 4, 15), date(2027, 4, 15)));
    assert!(!vote.planned && vote.origin.contains("--vote"), "{}", vote.origin);
    assert_eq!(vote.certainty, Some(crate::model::Certainty::Habit));
    let debate = plan
        .steps
        .iter()
        .find(|one| one.step == Step::OrientationDebate)
        .unwrap();
    assert_eq!(debate.day, date(2027, 3, 11));
}

#[test]
fn where_the_habits_propose_no_vote_there_is_no_plan() {
    let mut project = project(CommunityType::Commune, None, &[]);
    let habits = &mut project.reference.calendar.habits;
    habits.retain(|habit| habit.step != Step::BudgetVote);
    let mut diagnostics = Diagnostics::default();
    assert_eq!(back_plan(&project, None, &mut diagnostics), None);
    assert_eq!(diagnostics.sorted()[0].code, NO_VOTE);
}

#[test]
fn a_plan_keeps_the_dates_of_the_author_and_proposes_the_others() {
    let dates = [
        (Step::Presentation, date(2026, 12, 18)),
        (Step::BudgetVote, date(2027, 2, 5)),
    ];
    let plan = back_plan(
        &project(CommunityType::Metropole, None, &dates),
        None,
        &mut Diagnostics::default(),
    )
    .unwrap();
    let of = |step| plan.steps.iter().find(|one| one.step == step).unwrap();
    assert!(of(Step::Presentation).planned);
    // Five clear days before Friday 18 December is Saturday 12: the proposal is the Friday before.
    let sending = of(Step::Convocation);
    assert_eq!((sending.day, sending.planned), (date(2026, 12, 11), false));
    assert!(sending.note.contains("samedi"), "{}", sending.note);
    assert!(sending.origin.contains("L. 2121-12"), "{}", sending.origin);
    // Twelve days before Friday 5 February is Sunday 24 January.
    assert_eq!(of(Step::DraftSending).day, date(2027, 1, 22));
    assert_eq!(of(Step::AccountsVote).day, date(2026, 6, 30));
}

proptest! {
    #[test]
    fn what_is_proposed_keeps_every_rule_on_a_working_day(
        shift in 0_i64..1500,
        kind in proptest::sample::select(CommunityType::ALL.to_vec()),
        m57 in any::<bool>(),
    ) {
        let vote = date(2025, 1, 1).checked_add(shift.days()).unwrap();
        let nomenclature = m57.then_some("M57");
        let plan = back_plan(&project(kind, nomenclature, &[]), Some(vote), &mut Diagnostics::default()).unwrap();
        let days: Vec<_> = plan.steps.iter().map(|step| (step.step, step.day)).collect();
        for step in plan.steps.iter().filter(|step| !step.planned) {
            prop_assert!(french::day_off(step.day).is_none(), "{step:?}");
        }
        let mut diagnostics = Diagnostics::default();
        let kept = outcomes(&project(kind, nomenclature, &days), &mut diagnostics);
        prop_assert!(kept.iter().all(|one| one.state != RuleState::Broken), "{kept:?}");
        prop_assert!(diagnostics.sorted().is_empty(), "{diagnostics:?}");
    }
}
