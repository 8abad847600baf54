//! A project ready for the unit tests of every room. Not compiled otherwise.
//!
//! It is the only place where a new field of [`Settings`] or [`Project`] gets its value for the tests: a
//! room that wants another one writes `Settings { title: …, ..Settings::fixture() }`.

use super::{Appearance, Calendar, Community, Deliverable, FleetSettings, Project, Reference, Settings};
use crate::diagnostic::{Place, Placed};
use crate::model::{CalendarStep, CommunityType};
use jiff::civil::Date;
use std::collections::BTreeSet;

impl Community {
    /// A commune of 60 000 inhabitants, above the threshold of the law.
    pub(crate) fn fixture() -> Self {
        Community {
            name: "Exempleville".to_owned(),
            kind: CommunityType::Commune,
            siren: "000000000".to_owned(),
            population: 60_000,
            population_source: String::new(),
            agents: None,
            agents_source: String::new(),
        }
    }
}

impl Calendar {
    /// These dates, each written on its own line of `rapport.yaml`.
    pub(crate) fn of(dates: &[(CalendarStep, Date)]) -> Self {
        let placed = |(line, (step, day)): (u32, &(CalendarStep, Date))| {
            (*step, Placed::new(*day, Place::line("data/rapport.yaml", line, 3)))
        };
        Calendar {
            dates: (1..).zip(dates).map(placed).collect(),
            nomenclature: None,
        }
    }
}

impl Settings {
    /// A report alone: edition 2026, data of 2025, document of 20 November 2026.
    pub(crate) fn fixture() -> Self {
        Settings {
            community: Community::fixture(),
            title: "Rapport d’essai".to_owned(),
            subtitle: String::new(),
            edition: 2026,
            budget_year: 2027,
            data_year: 2025,
            document_date: jiff::civil::date(2026, 11, 20),
            sample: true,
            sample_notice: String::new(),
            calendar: Calendar::default(),
            deliberation: super::Deliberation::default(),
            deliverables: vec![Deliverable::Report],
            values: Vec::new(),
            fleet: FleetSettings::default(),
            budget: super::BudgetSettings::default(),
            appearance: Appearance::default(),
            map: None,
            contact: String::new(),
        }
    }
}

impl Project {
    /// The settings above, in a folder that is not on the disk, with nothing in it.
    pub(crate) fn fixture() -> Self {
        Project {
            root: "projet".into(),
            settings: Settings::fixture(),
            catalogue: Vec::new(),
            refused: BTreeSet::new(),
            actions: Vec::new(),
            strategy: None,
            reference: Reference::default(),
            files: Vec::new(),
        }
    }
}
