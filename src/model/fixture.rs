//! Nouns ready for unit tests: an indicator and an action with their defaults, a series from
//! pairs, a small budget. Not compiled otherwise.

use super::{
    Action, ActionState, Aggregation, BudgetDirection, BudgetEntry, BudgetKey, BudgetMark, BudgetMovement, BudgetPart,
    BudgetSection, BudgetStep, CreditSelector, CreditShare, Direction, EntryAmounts, Finality, Identifier, Indicator,
    ManagementCodes, Money, Nature, Observation, ObservationStatus, Perimeter, Point, Scope, Series, Source, Value,
    YearBudget,
};
use crate::diagnostic::{Place, Placed};
use std::collections::BTreeMap;

pub fn identifier(text: &str) -> Identifier {
    Identifier::parse(text).unwrap()
}

/// A contribution of the collectivité that should rise, in MWh, without reference or target.
pub fn indicator(id: &str) -> Indicator {
    Indicator {
        id: identifier(id),
        place: Place::line("data/indicateurs/a.yaml", 1, 1),
        title: id.to_owned(),
        definition: String::new(),
        unit: "MWh".to_owned(),
        finality: Finality::Climate,
        scope: Scope::Internal,
        goals: Vec::new(),
        nature: Nature::Contribution,
        direction: Direction::Increase,
        baseline: None,
        targets: Vec::new(),
        limit: None,
        method: None,
        tolerance: 0.05,
        bounds: None,
        breakdowns: Vec::new(),
        aggregation: Aggregation::None,
        frequency: 1,
        measured: Vec::new(),
        source: Source::default(),
        service: String::new(),
        digital_theme: None,
        perimeter: Perimeter::Collectivite,
        chart: None,
        precision: 1,
        free_precision: false,
        derivation: None,
        revisions: BTreeMap::new(),
        comment: Placed::new(String::new(), Place::file("data/indicateurs/essai.yaml")),
    }
}

/// An observation at line `year` of a table, so that places tell years apart.
pub fn observation(id: &str, year: i32, value: Value, breakdown: &[(&str, &str)]) -> Observation {
    Observation {
        indicator: identifier(id),
        year,
        value,
        status: ObservationStatus::Final,
        note: String::new(),
        breakdown: breakdown
            .iter()
            .map(|(column, value)| (column.to_string(), value.to_string()))
            .collect::<BTreeMap<_, _>>(),
        place: Place::line("data/valeurs/a.csv", u32::try_from(year).unwrap(), 1),
    }
}

/// A series of numbers without marks.
pub fn series(points: &[(i32, f64)]) -> Series {
    let point = |&(year, value): &(i32, f64)| Point {
        year,
        value: Value::Number(value),
        marks: Vec::new(),
        note: String::new(),
        places: Vec::new(),
    };
    Series {
        points: points.iter().map(point).collect(),
    }
}

/// An action that acts on nothing yet.
pub fn action(id: &str) -> Action {
    Action {
        id: identifier(id),
        place: Place::line("data/actions.yaml", 2, 5),
        title: id.to_owned(),
        description: String::new(),
        scope: Scope::Territorial,
        service: String::new(),
        state: ActionState::Ongoing,
        progress: None,
        start: None,
        end: None,
        effects: BTreeMap::new(),
        goals: Vec::new(),
        indicators: Vec::new(),
        digital_theme: None,
        credits: Vec::new(),
        example: false,
    }
}

/// A selector of expenses of the main budget, without any code yet.
pub fn selector() -> CreditSelector {
    CreditSelector {
        place: Place::line("data/actions.yaml", 5, 9),
        budget: None,
        section: None,
        direction: BudgetDirection::Expense,
        natures: Vec::new(),
        functions: Vec::new(),
        chapters: Vec::new(),
        operations: Vec::new(),
        services: Vec::new(),
        programmes: Vec::new(),
        authorisations: Vec::new(),
        analytics: Vec::new(),
        share: CreditShare::WHOLE,
    }
}

/// A real expense of these open credits, in cents; its section is told by its account.
pub fn entry(nature: &str, function: &str, open: i128) -> BudgetEntry {
    let section = match nature.starts_with('6') {
        true => BudgetSection::Operating,
        false => BudgetSection::Investment,
    };
    BudgetEntry {
        key: BudgetKey {
            section: Some(section),
            direction: BudgetDirection::Expense,
            movement: BudgetMovement::Real,
            chapter: None,
            nature: nature.into(),
            function: Some(function.into()),
            operation: None,
            management: ManagementCodes::default(),
        },
        amounts: EntryAmounts {
            open: Some(Money::from_cents(open)),
            ..EntryAmounts::default()
        },
        mark: BudgetMark::Policy,
        places: vec![Place::line("data/budget/b.csv", 2, 0)],
    }
}

/// The main budget of a year, voted, in M57.
pub fn year_budget(year: i32, entries: Vec<BudgetEntry>) -> YearBudget {
    YearBudget {
        part: BudgetPart::Main,
        name: "Budget principal".into(),
        siret: "00000000000019".into(),
        year,
        step: BudgetStep::Primitive,
        nomenclature: Some("M57".into()),
        bridged_from: None,
        in_series: true,
        files: vec!["data/budget/b.csv".into()],
        example: false,
        entries,
    }
}
