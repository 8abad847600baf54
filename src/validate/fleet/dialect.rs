//! A table of `data/parc/` in the format of another tool: under which of our keys its columns stand, and what that format says beside.
//!
//! A country, a date of withdrawal and an identifier have no column of ours: they are looked at here, and refuse a line or leave it out.

use crate::config::{ForeignFormat, Project, Recognition};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::form::cells::year_of_cell;
use crate::form::lines::Titles;
use crate::form::lines::column::same;
use crate::french::{folded, quoted};
use crate::load::Table;
use crate::table::Cell;
use std::collections::{BTreeMap, BTreeSet};

/// Equipment that is not used in France.
const ABROAD: Code = Code("M253");
/// An identifier that stands twice.
pub const REPEATED: Code = Code("M274");

/// The country whose electricity a project counts, as tools write it.
const FRANCE: [&str; 3] = ["france", "fra", "fr"];

/// What a format says of a table.
pub struct Dialect<'p> {
    pub format: &'p ForeignFormat,
    /// Of our keys, those that the table has.
    pub titles: Titles,
    refused: BTreeSet<Place>,
    withdrawn: BTreeMap<Place, String>,
}

impl<'p> Dialect<'p> {
    /// The format of a table; none of ours, and none where its author gave the titles of its columns.
    pub fn of(
        table: &Table,
        project: &'p Project,
        given: &Titles,
        titles: fn(&ForeignFormat) -> &Titles,
    ) -> Option<Self> {
        let is_there = |title: &str| table.header.iter().any(|cell| same(title, &cell.content.display()));
        if !given.is_empty() && given.values().all(|title| is_there(&title.value)) {
            return None;
        }
        let recognised = project.reference.formats.recognise(&table.header);
        let Some(Recognition::Whole(format, _)) = recognised else {
            return None;
        };
        let titles = titles(format).iter().filter(|(_, title)| is_there(&title.value));
        let titles: Titles = titles.map(|(key, title)| (*key, title.clone())).collect();
        (!titles.is_empty()).then(|| Dialect {
            format,
            titles,
            refused: BTreeSet::new(),
            withdrawn: BTreeMap::new(),
        })
    }

    /// The same, once it has looked at the lines of an inventory of this year.
    #[must_use]
    pub fn looked_at(mut self, table: &Table, year: i32, diagnostics: &mut Diagnostics) -> Self {
        let mut first: BTreeMap<String, Place> = BTreeMap::new();
        for row in &table.rows {
            let cell = |title: &Option<String>| said(table, row, title.as_deref()?);
            let mut refuse = |fault: Diagnostic| {
                self.refused.insert(row[0].place.clone());
                diagnostics.push(fault);
            };
            if let Some((place, country)) = cell(&self.format.country)
                && !FRANCE.contains(&&*folded(&country))
            {
                refuse(abroad(place, &country));
            }
            if let Some((place, name)) = cell(&self.format.unique) {
                match first.get(&folded(&name)) {
                    Some(before) => refuse(repeated(place, &name, before)),
                    None => _ = first.insert(folded(&name), place),
                }
            }
            if let Some((_, day)) = cell(&self.format.retired)
                && year_of_cell(&day).is_some_and(|withdrawn| withdrawn < year)
            {
                let reason = format!("retiré avant {year}");
                self.withdrawn.insert(row[0].place.clone(), reason);
            }
        }
        self
    }

    /// Whether the line that begins there was refused.
    pub fn refuses(&self, place: &Place) -> bool {
        self.refused.contains(place)
    }

    /// Why the line that begins there is not counted; empty where it is.
    pub fn reason(&self, place: &Place) -> String {
        self.withdrawn.get(place).cloned().unwrap_or_default()
    }
}

/// What a line says under a title, and where; none where it says nothing.
fn said(table: &Table, row: &[Cell], title: &str) -> Option<(Place, String)> {
    let cell = row.get(ForeignFormat::rank(&table.header, title)?)?;
    let text = cell.content.display().trim().to_owned();
    (!text.is_empty()).then(|| (cell.place.clone(), text))
}

fn abroad(place: Place, country: &str) -> Diagnostic {
    let message = format!(
        "Cet équipement est utilisé en dehors de la France ({}) : l’électricité que compte le projet est celle de la France.",
        quoted(country)
    );
    let help = "Retirez la ligne du fichier ; si son empreinte vous est donnée par une étude, déclarez-la dans data/parc/services.csv.";
    Diagnostic::error(ABROAD, place, message).help(help).raw(country)
}

fn repeated(place: Place, name: &str, before: &Place) -> Diagnostic {
    let message = format!("{} est donné deux fois (la première : {before}).", quoted(name));
    let help = "Gardez une seule des deux lignes, ou donnez-leur des noms différents.";
    Diagnostic::error(REPEATED, place, message).help(help).raw(name)
}
