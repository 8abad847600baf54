//! What the bilan says in words: the obligation, the lateness, the sums, the gaps.

use super::*;
use crate::assess::{CellContent, Delay, DigitalDuty, GridCell, GridRow, ObjectiveReview, StepOutcome, StepReview};
use crate::diagnostic::{Place, Placed};
use crate::model::fixture::identifier;
use crate::model::{
    ChecklistItem, CommunityType, Means, Moment, Money, Objective, Perimeter, StepKind, StrategyMethod, StrategyStep,
};
use crate::render::fixture;
use jiff::civil::date;

fn empty() -> Placed<String> {
    Placed::new(String::new(), Place::line("data/strategie.yaml", 9, 5))
}

fn objective(id: &str, credits: &[(i32, i128)]) -> ObjectiveReview {
    ObjectiveReview {
        objective: Objective {
            id: identifier(id),
            place: Place::line("data/strategie.yaml", 9, 5),
            title: format!("Titre de {id}"),
            description: empty(),
            theme: 1,
            perimeters: vec![Perimeter::Collectivite],
            questions: Vec::new(),
            priority: None,
            frameworks: Vec::new(),
            recurrence: None,
            horizon: None,
            indicators: vec![identifier("elec")],
            measures: Vec::new(),
            means: Means::default(),
            results: empty(),
            next_steps: empty(),
            example: false,
        },
        statuses: Default::default(),
        measured: true,
        credits: credits
            .iter()
            .map(|&(year, cents)| (year, Money::from_cents(cents)))
            .collect(),
        lacks: Vec::new(),
    }
}

/// A commune whose report is owed, with these objectives, all in the first cell of the grid.
fn report(objectives: Vec<ObjectiveReview>) -> Report {
    let mut report = fixture::report();
    let contents = |theme: u8, perimeter: Perimeter| match (theme, perimeter) {
        (1, Perimeter::Collectivite) => CellContent::Covered((0..objectives.len()).collect()),
        (4, Perimeter::Territory) => CellContent::WithoutObject("il vise les agents.".to_owned()),
        _ => CellContent::Gap,
    };
    let cell = |theme, perimeter| GridCell {
        perimeter,
        content: contents(theme, perimeter),
    };
    report.digital = Some(DigitalReview {
        place: Place::line("data/strategie.yaml", 1, 1),
        duty: DigitalDuty::Owed,
        title: "Stratégie".to_owned(),
        presentation: String::new(),
        steps: Vec::new(),
        deadlines: Vec::new(),
        grid: (1..=6)
            .map(|theme| GridRow {
                theme,
                cells: Perimeter::ALL.iter().map(|&perimeter| cell(theme, perimeter)).collect(),
            })
            .collect(),
        objectives,
        unattached: Vec::new(),
        actors: Vec::new(),
        governance: String::new(),
        method: StrategyMethod::default(),
    });
    report.provenance.legal.threshold = Some(50_000);
    report.provenance.reference.checklist = vec![ChecklistItem {
        code: "C7".to_owned(),
        element: String::new(),
        basis: "art. D. 2311-15-1 du CGCT".to_owned(),
        criterion: String::new(),
    }];
    report
}

fn described(report: &Report) -> DigitalContext {
    describe(report, &Figures::default(), &Prepared::default()).unwrap()
}

#[test]
fn the_obligation_is_said_with_its_reason() {
    let duty = |kind, population, duty| {
        let mut report = report(vec![objective("un", &[])]);
        report.settings.community.kind = kind;
        report.settings.community.population = population;
        report.digital.as_mut().unwrap().duty = duty;
        described(&report).duty
    };
    let owed = duty(CommunityType::Metropole, 455_436, DigitalDuty::Owed);
    for part in [
        "Avec 455\u{202F}436\u{A0}habitants, la collectivité (métropole)",
        "seuil de 50\u{202F}000\u{A0}habitants",
        "est dû",
    ] {
        assert!(owed.sentence.contains(part), "{}", owed.sentence);
    }
    assert_eq!(owed.basis.as_deref(), Some("art. D. 2311-15-1 du CGCT"));
    let small = duty(CommunityType::Commune, 20_000, DigitalDuty::Voluntary);
    assert!(
        small.sentence.contains("ne dépasse pas 50\u{202F}000\u{A0}habitants")
            && small.sentence.ends_with("Ce bilan est volontaire."),
        "{}",
        small.sentence
    );
    let other = duty(CommunityType::Departement, 1_000_000, DigitalDuty::NotAsked);
    assert!(
        other.sentence.contains("n’y demandent pas de bilan"),
        "{}",
        other.sentence
    );
    assert_eq!((other.basis, other.content), (None, None));
}

#[test]
fn a_sum_is_told_only_where_every_objective_has_its_amount() {
    let whole = described(&report(vec![
        objective("un", &[(2026, 100_000), (2027, 1_250_050)]),
        objective("deux", &[(2027, 200_000)]),
    ]));
    assert_eq!(whole.orientations.total.as_deref(), Some("14\u{202F}500,50\u{A0}€"));
    assert_eq!(whole.orientations.total_before, None);
    assert_eq!(whole.orientations.rows[1].amount_before, None);
    let part = described(&report(vec![objective("un", &[(2027, 100)]), objective("deux", &[])]));
    assert_eq!(part.orientations.total, None);
    assert!(
        part.orientations
            .sentence
            .starts_with("1\u{A0}objectif sans crédit inscrit pour 2027"),
        "{}",
        part.orientations.sentence
    );
}

#[test]
fn the_grid_counts_an_indicator_once_a_cell_and_names_its_gaps() {
    let digital = described(&report(vec![objective("un", &[]), objective("deux", &[])]));
    let cell = &digital.grid.rows[0].cells[0];
    assert_eq!((cell.state, cell.objectives.len()), ("couvert", 2));
    assert_eq!(cell.counts.iter().map(|count| count.count).sum::<usize>(), 1);
    assert_eq!(digital.counts.iter().map(|count| count.count).sum::<usize>(), 1);
    assert_eq!(digital.grid.gaps.len(), 6);
    assert!(!digital.grid.gaps[0].whole && digital.grid.gaps[1].whole);
    assert_eq!(digital.grid.gaps[3].perimeters.len(), 2);
    assert_eq!(
        digital.grid.sentence,
        "Cases couvertes\u{A0}: 1 sur 18\u{202F}; sans objet\u{A0}: 1\u{202F}; sans objectif\u{A0}: 16."
    );
}

#[test]
fn a_step_is_told_with_its_lateness_and_its_place_on_the_axis() {
    let mut report = report(vec![objective("un", &[])]);
    let planned = Moment::Year(2024);
    let step = StrategyStep {
        place: Place::line("data/strategie.yaml", 3, 5),
        kind: StepKind::Roadmap,
        title: "Feuille de route".to_owned(),
        planned: Some(crate::diagnostic::Placed::new(
            planned,
            Place::line("data/strategie.yaml", 3, 9),
        )),
        done: None,
        decision: String::new(),
        note: String::new(),
        example: false,
    };
    let reviewed = |done, outcome| StepReview {
        step: step.clone(),
        done,
        outcome,
    };
    let exact = Delay::Exact { months: 1, days: 2 };
    report.digital.as_mut().unwrap().steps = vec![
        reviewed(Some(Moment::Day(date(2025, 2, 2))), StepOutcome::Late(exact)),
        reviewed(
            Some(Moment::Month(date(2025, 3, 1))),
            StepOutcome::Late(Delay::Months(3)),
        ),
        reviewed(None, StepOutcome::Overdue(exact)),
    ];
    let calendar = described(&report).calendar;
    let labels: Vec<&str> = calendar.steps.iter().map(|step| step.outcome.label.as_str()).collect();
    assert_eq!(
        labels,
        [
            "c’est fait, avec 1\u{A0}mois et 2\u{A0}jours de retard",
            "c’est fait, avec environ 3\u{A0}mois de retard",
            "en retard de 1\u{A0}mois et 2\u{A0}jours",
        ]
    );
    assert_eq!(calendar.steps[0].planned.as_deref(), Some("2024"));
    assert_eq!(calendar.steps[1].done.as_deref(), Some("mars 2025"));
    let (planned, done) = (
        calendar.steps[0].planned_at.unwrap(),
        calendar.steps[0].done_at.unwrap(),
    );
    let axis = calendar.axis.unwrap();
    assert!(0.0 < planned && planned < done && done < axis.today_at && axis.today_at < 1.0);
    assert_eq!(axis.ticks.len(), 3);
    assert_eq!(calendar.sentence, "3\u{A0}étapes\u{A0}: 2 réalisées et 1 en retard.");
}
