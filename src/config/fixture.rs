//! A project ready for the unit tests of every room. Not compiled otherwise.
//!
//! It is read from a text, as a project is, so that a new key of `rapport.yaml` has its default here too: a room that
//! wants another one writes `Settings { title: …, ..Settings::fixture() }`.

use super::disk::Disk;
use super::settings::{self, ReportFile};
use super::{Calendar, Community, Project, Reference, Settings};
use crate::diagnostic::{Diagnostics, Place, Placed};
use crate::form::reading;
use crate::model::CalendarStep;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// A commune above the threshold of the law, and nothing that has a default.
const REPORT: &str = "\
collectivite: {nom: Exempleville, type: commune, siren: \"000000000\", population: 60000}
titre: Rapport d’essai
edition: 2026
exercice_budget: 2027
annee_donnees: 2025
date_document: 2026-11-20
exemple: true
";

impl Settings {
    /// A report alone: edition 2026, data of 2025, document of 20 November 2026.
    pub(crate) fn fixture() -> Self {
        let mut diagnostics = Diagnostics::default();
        let report = reading::text::<ReportFile>("data/rapport.yaml", &REPORT.into(), &mut diagnostics);
        let disk = Disk::new("absent".as_ref());
        let settings = settings::settings(report.content.unwrap(), None, &disk, &mut diagnostics);
        assert!(diagnostics.sorted().is_empty(), "{diagnostics:?}");
        settings.unwrap()
    }
}

impl Community {
    /// A commune of 60 000 inhabitants, above the threshold of the law.
    pub(crate) fn fixture() -> Self {
        Settings::fixture().community
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

impl Project {
    /// The settings above, in a folder that is not on the disk, with nothing in it.
    pub(crate) fn fixture() -> Self {
        Project {
            root: "projet".into(),
            settings: Settings::fixture(),
            catalogue: Vec::new(),
            refused: BTreeSet::new(),
            archived: Vec::new(),
            actions: Vec::new(),
            closed: Vec::new(),
            strategy: None,
            reference: Reference::default(),
            files: Vec::new(),
        }
    }
}
