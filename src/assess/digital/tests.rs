//! Facts about the bilan: duty, lateness, the grid, what is lacking, what is refused officially.

use super::*;
use crate::assess::fixture::{measured, project, report};
use crate::assess::{CoverageState, assess, refuse_unofficial};
use crate::compute::{Measure as Measured, Panel};
use crate::config::{Deliverable, Project};
use crate::diagnostic::{Diagnostics, Place, Placed};
use crate::load::Inputs;
use crate::model::{
    ActionState, Anchor, Exclusion, Finality, LegalBasis, LegalDeadline, Means, Measure, Moment, Objective, Perimeter,
    Scope, Status, StepKind, Strategy, StrategyMethod, StrategyStep, Theme, fixture::identifier,
};
use jiff::civil::date;

const FILE: &str = "data/strategie.yaml";

fn step(kind: StepKind, planned: Moment, done: Option<Moment>) -> StrategyStep {
    let placed = |moment| Placed::new(moment, Place::line(FILE, 3, 20));
    StrategyStep {
        place: Place::line(FILE, 3, 5),
        kind,
        title: "Étape".to_owned(),
        planned: Some(placed(planned)),
        done: done.map(placed),
        decision: String::new(),
        note: String::new(),
        example: false,
    }
}

/// An objective of theme 2 on the collectivité, whole.
fn objective(id: &str) -> Objective {
    let empty = Placed::new(String::new(), Place::line(FILE, 10, 5));
    Objective {
        id: identifier(id),
        place: Place::line(FILE, 10, 5),
        title: id.to_owned(),
        description: empty.clone(),
        theme: 2,
        perimeters: vec![Perimeter::Collectivite],
        questions: Vec::new(),
        priority: None,
        frameworks: Vec::new(),
        recurrence: None,
        horizon: None,
        indicators: vec![identifier("portables")],
        measures: vec![Measure {
            place: Place::line(FILE, 12, 5),
            action: None,
            title: "Réparer".to_owned(),
            state: ActionState::Ongoing,
            progress: None,
            pilot: String::new(),
            partners: Vec::new(),
            example: false,
        }],
        means: Means {
            staff: Some(0.5),
            ..Means::default()
        },
        results: empty.clone(),
        next_steps: empty,
        example: false,
    }
}

fn strategy(objectives: Vec<Objective>) -> Strategy {
    Strategy {
        place: Place::line(FILE, 1, 1),
        title: "Stratégie".to_owned(),
        presentation: String::new(),
        steps: Vec::new(),
        objectives,
        exclusions: Vec::new(),
        actors: Vec::new(),
        governance: String::new(),
        method: StrategyMethod::default(),
    }
}

/// The project of this room’s fixture with a strategy and the deadlines of the law.
fn with(strategy: Strategy) -> Project {
    let mut project = project();
    project.strategy = Some(strategy);
    let deadline = |kind, day| LegalDeadline {
        kind,
        day,
        basis: "la loi".to_owned(),
    };
    project.reference.digital.deadlines = vec![
        deadline(StepKind::WorkProgramme, date(2023, 1, 1)),
        deadline(StepKind::Strategy, date(2025, 1, 1)),
    ];
    let theme = |number: u8| Theme {
        number,
        title: format!("Thème {number}"),
        short: format!("thème {number}"),
    };
    project.reference.themes = (1..=6).map(|number| (number, theme(number))).collect();
    project
}

fn portables(values: &[(i32, f64)]) -> Measured {
    measured("portables", Finality::CircularEconomy, Scope::Internal, values)
}

/// The review of a project with one indicator, and the codes of what was told.
fn reviewed(project: &Project) -> (Option<DigitalReview>, Vec<String>) {
    let measures = vec![portables(&[(2025, 4.0)])];
    let mut diagnostics = Diagnostics::default();
    let panel = Panel {
        measures,
        ..Panel::default()
    };
    let report = assess(project.clone(), &Inputs::default(), panel, &mut diagnostics);
    let told = diagnostics.sorted();
    let told = told
        .iter()
        .map(|found| found.code.to_string())
        .filter(|code| code.as_str() >= "M440");
    (report.digital, told.collect())
}

#[test]
fn the_duty_follows_the_kind_and_the_population() {
    let duty = |population, digital_bilan, threshold| {
        let mut project = with(strategy(vec![objective("duree")]));
        project.settings.community.population = population;
        let basis = LegalBasis {
            texts: Vec::new(),
            threshold,
            digital_bilan,
        };
        project.reference.legal.insert(project.settings.community.kind, basis);
        let (review, told) = reviewed(&project);
        let review = review.unwrap();
        let deadlines = review.deadlines.len();
        (review.duty, deadlines, told.contains(&"M450".to_owned()))
    };
    assert_eq!(duty(50_001, true, Some(50_000)), (DigitalDuty::Owed, 2, false));
    assert_eq!(duty(20_000, true, Some(50_000)), (DigitalDuty::Voluntary, 0, false));
    assert_eq!(duty(1_000_000, false, None), (DigitalDuty::NotAsked, 0, true));
}

#[test]
fn the_steps_are_read_on_the_day_of_the_document() {
    let mut strategy = strategy(vec![objective("duree")]);
    let (january, march) = (date(2024, 1, 1), date(2027, 3, 1));
    strategy.steps = vec![
        step(
            StepKind::WorkProgramme,
            Moment::Year(2023),
            Some(Moment::Day(date(2023, 2, 3))),
        ),
        step(StepKind::Roadmap, Moment::Month(january), None),
        step(StepKind::Strategy, Moment::Month(march), Some(Moment::Month(march))),
    ];
    let (review, told) = reviewed(&with(strategy));
    let review = review.unwrap();
    let outcomes: Vec<StepOutcome> = review.steps.iter().map(|review| review.outcome).collect();
    let months = |months, days| Delay::Exact { months, days };
    assert_eq!(
        outcomes,
        [
            StepOutcome::OnTime,
            StepOutcome::Overdue(months(33, 20)),
            StepOutcome::ToCome(months(4, 11)),
        ]
    );
    assert_eq!(review.deadlines[0].outcome, StepOutcome::Late(months(1, 2)));
    assert_eq!(review.deadlines[1].outcome, StepOutcome::Overdue(months(22, 19)));
    for code in ["M445", "M446", "M447"] {
        assert_eq!(told.iter().filter(|told| *told == code).count(), 1, "{code} {told:?}");
    }
}

#[test]
fn the_grid_tells_a_gap_from_what_is_without_object() {
    let mut strategy = strategy(vec![objective("duree"), objective("reemploi")]);
    strategy.objectives[1].perimeters = vec![Perimeter::Collectivite, Perimeter::Territory];
    strategy.exclusions = vec![Exclusion {
        place: Place::line(FILE, 30, 5),
        theme: 4,
        perimeter: Perimeter::Territory,
        reason: "Ce thème vise les agents.".to_owned(),
    }];
    let (review, told) = reviewed(&with(strategy));
    let review = review.unwrap();
    let cell = |theme: usize, rank: usize| review.grid[theme - 1].cells[rank].content.clone();
    assert_eq!(cell(2, 0), CellContent::Covered(vec![0, 1]));
    assert_eq!(cell(2, 2), CellContent::Covered(vec![1]));
    assert_eq!(cell(2, 1), CellContent::Gap);
    assert_eq!(
        cell(4, 2),
        CellContent::WithoutObject("Ce thème vise les agents.".to_owned())
    );
    assert_eq!(review.cells().count(), 18);
    // Five themes without an objective, the bloc communal never covered.
    assert_eq!(told.iter().filter(|code| *code == "M443").count(), 5);
    assert_eq!(told.iter().filter(|code| *code == "M444").count(), 1);
}

#[test]
fn an_objective_lacks_what_the_decree_asks_and_the_coverage_says_so() {
    let whole = strategy(vec![objective("duree")]);
    let mut bare = whole.clone();
    bare.objectives[0].indicators.clear();
    bare.objectives[0].measures.clear();
    bare.objectives[0].means = Means::default();
    let measures = || vec![portables(&[(2025, 4.0)])];
    let judged = |strategy| report(&with(strategy), &Inputs::default(), measures());
    let whole = judged(whole);
    assert_eq!(whole.coverage()[6].state, CoverageState::Covered);
    assert_eq!(whole.coverage()[6].labels, [Anchor::Part("numerique")]);
    assert_eq!(judged(strategy(Vec::new())).coverage()[6].state, CoverageState::Absent);
    let review = &whole.digital.unwrap().objectives[0];
    assert_eq!(review.statuses, [(Status::NotAssessable, 1)].into());
    let (review, told) = reviewed(&with(bare.clone()));
    assert_eq!(review.unwrap().objectives[0].lacks.len(), 3);
    assert!(
        ["M440", "M441", "M442"]
            .iter()
            .all(|code| told.contains(&(*code).to_owned()))
    );
    let bare = judged(bare);
    assert_eq!(bare.coverage()[6].state, CoverageState::Partial);
    let mut diagnostics = Diagnostics::default();
    refuse_unofficial(&bare, &mut diagnostics);
    let refused = diagnostics.sorted();
    let refused: Vec<_> = refused
        .iter()
        .filter(|found| found.code.to_string() == "M452")
        .collect();
    assert_eq!(refused.len(), 1);
    assert!(
        refused[0].message.contains("un indicateur, une mesure et des moyens"),
        "{}",
        refused[0].message
    );
}

#[test]
fn an_objective_without_a_value_is_not_covered() {
    let strategy = strategy(vec![objective("duree")]);
    let empty = portables(&[]);
    let report = report(&with(strategy), &Inputs::default(), vec![empty]);
    assert_eq!(report.coverage()[6].state, CoverageState::Partial);
}

#[test]
fn an_invention_is_refused_officially_at_its_place() {
    let mut strategy = strategy(vec![objective("duree")]);
    strategy.steps = vec![StrategyStep {
        example: true,
        ..step(StepKind::Diagnosis, Moment::Year(2027), None)
    }];
    strategy.objectives[0].means.example = true;
    let mut diagnostics = Diagnostics::default();
    refuse(&reviewed(&with(strategy)).0.unwrap(), &mut diagnostics);
    let places: Vec<String> = diagnostics
        .sorted()
        .iter()
        .map(|found| format!("{} {}", found.code, found.place.as_ref().unwrap()))
        .collect();
    assert_eq!(
        places,
        ["M451 data/strategie.yaml:3:5", "M451 data/strategie.yaml:10:5"]
    );
}

#[test]
fn a_bilan_without_a_strategy_is_told_once_as_a_fault_or_as_a_warning() {
    let mut project = project();
    assert_eq!(reviewed(&project).1, ["M448"]);
    project.settings.deliverables = vec![Deliverable::Report, Deliverable::DigitalReview];
    assert_eq!(reviewed(&project).1, ["M449"]);
    project.settings.deliverables = vec![Deliverable::Report];
    project.settings.community.population = 20_000;
    assert!(reviewed(&project).1.is_empty());
}

#[test]
fn a_digital_indicator_of_no_objective_is_told_apart() {
    let mut objective = objective("duree");
    objective.indicators.clear();
    let mut measure = measured("portables", Finality::CircularEconomy, Scope::Internal, &[(2025, 4.0)]);
    measure.indicator.digital_theme = Some(2);
    let project = with(strategy(vec![objective]));
    let review = report(&project, &Inputs::default(), vec![measure]).digital.unwrap();
    assert_eq!(review.unattached, [identifier("portables")]);
}

#[test]
fn a_strategy_without_an_objective_is_told_once() {
    let (review, told) = reviewed(&with(strategy(Vec::new())));
    assert!(review.unwrap().objectives.is_empty());
    let told: Vec<&String> = told.iter().filter(|code| *code != "M447").collect();
    assert_eq!(told, ["M453"]);
}
