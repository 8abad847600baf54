//! The catalogue as the reading of tables asks of it: an indicator by its name, a disaggregation by its column.

use crate::config::{Project, ValuesFile};
use crate::form::lines::Titles;
use crate::form::separators::Notation;
use crate::french;
use crate::model::{Called, Identifier, Indicator, Names};
use std::collections::BTreeMap;

/// Where the files of values are.
const FOLDER: &str = "data/valeurs/";
/// Columns of disaggregation that need no declaration in the catalogue.
pub const ALWAYS_BREAKDOWNS: [&str; 2] = ["territoire", "perimetre"];

/// The indicators by their names, and the columns of disaggregation they declare.
#[derive(Debug)]
pub struct Catalogue<'a> {
    indicators: BTreeMap<&'a Identifier, &'a Indicator>,
    names: Names,
    /// Compared name → the name the catalogue gives.
    breakdowns: BTreeMap<String, &'a str>,
    /// The names of the entries that have a fault of their own.
    refused: Names,
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
                .map(|indicator| (&indicator.id, indicator))
                .collect(),
            names: project.names(),
            breakdowns: names.map(|name| (french::name(name), name)).collect(),
            refused: Names::default().and(&project.refused),
            titles: &project.settings.columns.values,
            files: &project.settings.values,
            data_year: project.settings.data_year,
        }
    }

    /// The indicator that a cell names, by its identifier or its title.
    pub fn indicator(&self, name: &str) -> Option<&'a Indicator> {
        self.indicators.get(self.called(name)?.id()).copied()
    }

    /// What a cell calls, be it numbered as a line of a document, or followed by its unit: « 2.1 Eau distribuée (m³) ».
    fn called(&self, name: &str) -> Option<Called> {
        if let Some(called) = self.names.find(name) {
            return Some(called);
        }
        let bare = french::unnumbered(name);
        let with_unit = || {
            let (found, is_own) = self.measured(bare)?;
            is_own.then_some(found)
        };
        let found = self.names.find(bare).filter(|_| bare.len() < name.len());
        // A number before an identifier is no way to write it.
        found
            .or_else(with_unit)
            .filter(|found| matches!(found, Called::Title(_)))
    }

    /// What a title followed by a unit calls, and whether it is its own unit.
    fn measured(&self, text: &str) -> Option<(Called, bool)> {
        let (title, unit) = french::titled(text)?;
        let found = self.names.find(title)?;
        let own = &self.indicators.get(found.id())?.unit;
        Some((found, french::is_same_unit(unit, own)))
    }

    /// The indicator that a cell names by its title and a unit that is not its own.
    pub fn in_another_unit(&self, name: &str) -> Option<&'a Indicator> {
        let (found, is_own) = self.measured(french::unnumbered(name))?;
        self.indicators.get(found.id()).copied().filter(|_| !is_own)
    }

    /// The indicator that a cell names by its title.
    pub fn titled(&self, name: &str) -> Option<Identifier> {
        match self.called(name)? {
            Called::Title(id) => Some(id),
            Called::Identifier(_) | Called::Archived(_) => None,
        }
    }

    /// How the numbers of a file are written, as its author says it.
    pub fn notation<'p>(&'p self, path: &'p str) -> Notation<'p> {
        let Some(name) = path.strip_prefix(FOLDER) else {
            return Notation::default();
        };
        let file = self.file(path);
        let said = file.map(|file| (file.decimal, &file.file.place));
        Notation::of((None, "valeurs"), name, said, !self.files.is_empty())
    }

    /// How far the values of a file are right where another one gives others: what the author says goes first, then
    /// what was collected, the last edition before the others, since nothing enters there against another file unless it was accepted.
    pub fn authority(&self, path: &str) -> u32 {
        if self.file(path).is_some_and(|file| file.prevails) {
            return u32::MAX;
        }
        let name = path
            .strip_prefix(FOLDER)
            .and_then(|name| name.strip_prefix("collecte-"));
        let edition = name.and_then(|name| name.strip_suffix(".csv"));
        edition.and_then(|edition| edition.parse().ok()).unwrap_or_default()
    }

    fn file(&self, path: &str) -> Option<&'a ValuesFile> {
        let name = path.strip_prefix(FOLDER)?;
        self.files.iter().find(|file| file.file.value == name)
    }

    /// Whether the catalogue has an entry of this name, even one that was refused.
    pub fn names(&self, name: &str) -> bool {
        self.called(name).is_some() || self.refused.find(name).is_some()
    }

    /// Whether every entry was understood, so that what the catalogue does not say is known not to be there.
    pub fn is_whole(&self) -> bool {
        self.refused.identifiers().next().is_none()
    }

    pub fn identifiers(&self) -> impl Iterator<Item = &str> {
        self.names.identifiers()
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
