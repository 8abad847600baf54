//! The catalogue as the reading of tables asks of it: an indicator by its name, a disaggregation by its column.

use crate::config::{Project, ValuesFile};
use crate::form::lines::Titles;
use crate::form::separators::Notation;
use crate::french;
use crate::model::{Identifier, Indicator};
use std::collections::{BTreeMap, BTreeSet};

/// Columns of disaggregation that need no declaration in the catalogue.
pub const ALWAYS_BREAKDOWNS: [&str; 2] = ["territoire", "perimetre"];

/// The indicators by identifier, and the columns of disaggregation they declare.
#[derive(Debug)]
pub struct Catalogue<'a> {
    indicators: BTreeMap<&'a str, &'a Indicator>,
    /// Compared name → the name the catalogue gives.
    breakdowns: BTreeMap<String, &'a str>,
    /// Identifiers whose entry has a fault of its own.
    refused: &'a BTreeSet<Identifier>,
    /// The titles that the author gave to the columns of values.
    pub titles: &'a Titles,
    /// What the author says of the files of values.
    files: &'a [ValuesFile],
    /// Later values are ignored.
    pub data_year: i32,
}

impl<'a> Catalogue<'a> {
    pub fn of(project: &'a Project) -> Self {
        let declared = project.catalogue.iter().flat_map(|indicator| &indicator.breakdowns);
        let names = ALWAYS_BREAKDOWNS.into_iter().chain(declared.map(String::as_str));
        Catalogue {
            indicators: project
                .catalogue
                .iter()
                .map(|indicator| (indicator.id.as_str(), indicator))
                .collect(),
            breakdowns: names.map(|name| (french::name(name), name)).collect(),
            refused: &project.refused,
            titles: &project.settings.columns.values,
            files: &project.settings.values,
            data_year: project.settings.data_year,
        }
    }

    pub fn indicator(&self, id: &str) -> Option<&'a Indicator> {
        self.indicators.get(id).copied()
    }

    /// How the numbers of a file are written, as its author says it.
    pub fn notation<'p>(&'p self, path: &'p str) -> Notation<'p> {
        let Some(name) = path.strip_prefix("data/valeurs/") else {
            return Notation::default();
        };
        let file = self.files.iter().find(|file| file.file.value == name);
        let said = file.map(|file| (file.decimal, &file.file.place));
        Notation::of((None, "valeurs"), name, said, !self.files.is_empty())
    }

    /// Whether the catalogue has an entry of this name, even one that was refused.
    pub fn names(&self, id: &str) -> bool {
        self.indicators.contains_key(id) || self.refused.iter().any(|refused| refused.as_str() == id)
    }

    /// Whether every entry was understood, so that what the catalogue does not say is known not to be there.
    pub fn is_whole(&self) -> bool {
        self.refused.is_empty()
    }

    pub fn identifiers(&self) -> impl Iterator<Item = &'a str> {
        self.indicators.keys().copied()
    }

    /// The name of the disaggregation whose compared name is this one.
    pub fn breakdown(&self, header: &str) -> Option<&'a str> {
        self.breakdowns.get(header).copied()
    }

    pub fn breakdowns(&self) -> impl Iterator<Item = &'a str> {
        self.breakdowns.values().copied()
    }
}

/// Whether an indicator has this column of disaggregation.
pub fn declares(indicator: &Indicator, column: &str) -> bool {
    ALWAYS_BREAKDOWNS.contains(&column) || indicator.breakdowns.iter().any(|declared| declared == column)
}
