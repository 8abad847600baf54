//! A sheet that holds values and targets by year, one indicator a line: the export of another tool where indicators are followed.
//!
//! Its values go to a table of `data/valeurs/` with the cell of each; an indicator that the catalogue does not have is proposed to it,
//! its finalité and its direction to be decided. The file is kept by its hash, as those of a collection are.

use super::catalogue::{entries, mapping, scalar};
use super::lines::{Aside, Line, lines};
use super::merged::{HEADS, Merged};
use super::noun::{ImportStep, ProposedIndicator};
use super::{Importing, Known, sheets};
use crate::collect::Campaign;
use crate::collect::reading::cell as address;
use crate::collect::records::written;
use crate::collect::register::Register;
use crate::config::ForeignFormat;
use crate::diagnostic::Diagnostics;
use crate::error::Error;
use crate::form::document::{Node, Shape};
use crate::french::plural;
use crate::model::{Called, Fingerprint, Identifier, Value};
use std::collections::BTreeMap;

/// The table of values of a format.
pub(super) fn path(format: &ForeignFormat) -> String {
    format!("data/valeurs/{}.csv", format.id)
}

/// Where the file that came is kept.
pub(super) fn archive(importing: &Campaign, known: &Known<'_>) -> String {
    importing.archive(&Fingerprint::of(&known.file.bytes).to_string(), &known.file.extension)
}

impl Importing<'_> {
    pub(super) fn values(
        &mut self,
        known: &Known<'_>,
        diagnostics: &mut Diagnostics,
    ) -> Result<Vec<ImportStep>, Error> {
        let Some(columns) = &known.format.values else {
            return Ok(Vec::new());
        };
        let mark = diagnostics.mark();
        let mut aside = Aside::default();
        let lines = lines(known, columns, &mut aside, diagnostics);
        let to = path(known.format);
        let heads = &HEADS[..3];
        let standing = Register::read(&to, self.at(&to), heads, diagnostics);
        let Some(standing) = standing.filter(|_| !diagnostics.faulty_since(mark)) else {
            return Ok(Vec::new());
        };
        let mut steps = Vec::new();
        let mut proposed: BTreeMap<String, (Node, ProposedIndicator)> = BTreeMap::new();
        let mut table = Merged::of(&standing);
        let mark = Fingerprint::of(&known.file.bytes).to_string();
        for (code, line) in &lines {
            let id = match self.followed(code, &line.title) {
                Some(id) => id.to_string(),
                None => {
                    let id = identifier(known.format, code);
                    let card = card(known.format, &id, code, line);
                    proposed.entry(id.clone()).or_insert(card);
                    id
                }
            };
            for (year, cell, value) in &line.results {
                if let Some(other) = self.elsewhere(&id, *year, &to) {
                    table.elsewhere(&id, *year, *value, other);
                    continue;
                }
                let place = address(&cell.place);
                table.put(
                    [
                        &id,
                        &year.to_string(),
                        &written(Value::Number(*value)),
                        &line.unit,
                        &place,
                        &mark,
                    ],
                    *value,
                );
            }
        }
        if table.is_changed() {
            let archive = archive(&Campaign::of(self.project), known);
            if self.at(&archive).is_none() {
                self.written.insert(archive.clone(), known.file.bytes.clone());
            }
            self.written.insert(to.clone(), table.register().bytes()?);
            steps.push(ImportStep::Valued {
                to,
                added: table.added,
                revised: table.revised,
                kept: archive,
            });
        } else if table.same > 0 {
            steps.push(ImportStep::Standing { at: to });
        }
        if table.repeated > 0 || !table.differing.is_empty() {
            steps.push(ImportStep::Elsewhere {
                same: table.repeated,
                differing: table.differing,
            });
        }
        if aside.elsewhere > 0 {
            steps.push(ImportStep::OfOthers { lines: aside.elsewhere });
        }
        if aside.empty > 0 {
            steps.push(ImportStep::Empty { lines: aside.empty });
        }
        if !proposed.is_empty() {
            let (cards, indicators): (Vec<Node>, Vec<ProposedIndicator>) = proposed.into_values().unzip();
            let to = super::catalogue::path(known.format);
            let to = super::catalogue::free(self, &to);
            match self.is_in_a_workbook() {
                true => self.join(sheets::INDICATORS, &indicators),
                false => _ = self.written.insert(to.clone(), entries(known.format, cards, &to)?),
            }
            steps.push(ImportStep::Proposed { to, indicators });
        }
        Ok(steps)
    }

    /// The indicator of the catalogue that a code or a title calls.
    fn followed(&self, code: &str, title: &str) -> Option<Identifier> {
        let names = self.project.names();
        let found = names.find(code).or_else(|| names.find(title))?;
        match found {
            Called::Identifier(id) | Called::Title(id) | Called::Archived(id) => Some(id),
        }
    }

    /// A value of another table of the project, and where it stands.
    fn elsewhere(&self, id: &str, year: i32, own: &str) -> Option<(Value, String)> {
        let same = self.dataset.observations.iter().find(|one| {
            let is_whole = one.breakdown.is_empty() && *one.place.file != *own;
            is_whole && one.indicator.as_str() == id && one.year == year
        });
        same.map(|one| (one.value, one.place.to_string()))
    }
}

/// The identifier of an indicator of another tool: its code, under the name of the format where it begins with a digit.
fn identifier(format: &ForeignFormat, code: &str) -> String {
    let id = Identifier::written(code).or_else(|| Identifier::written(&format!("{}-{code}", format.id)));
    id.map_or_else(|| format.id.clone(), |id| id.to_string())
}

/// The entry of the catalogue that is proposed for a line; what nobody knows here is to be replaced.
fn card(format: &ForeignFormat, id: &str, code: &str, line: &Line<'_>) -> (Node, ProposedIndicator) {
    let columns = format.values.as_ref();
    let known = columns.and_then(|columns| {
        columns
            .finalities
            .iter()
            .find(|(prefix, _)| code.starts_with(prefix.as_str()))
    });
    let finality = known.map_or("1", |(_, finality)| finality.as_str());
    let definition = format!(
        "À remplacer. Dites ce que mesure cet indicateur. La finalité ({finality}) et le sens (suivi, donc sans statut) sont proposés par l’import, à décider."
    );
    let mut keys = vec![
        ("id", scalar(id)),
        ("titre", scalar(&line.title)),
        ("definition", scalar(&definition)),
        ("unite", scalar(&line.unit)),
        ("finalite", scalar(finality)),
        ("volet", scalar("territorial")),
        ("nature", scalar("contexte")),
        ("sens", scalar("suivi")),
    ];
    if !line.targets.is_empty() {
        let targets = line.targets.iter().map(|(year, value)| {
            mapping(vec![
                ("annee", scalar(&year.to_string())),
                ("valeur", scalar(&value.to_string())),
                ("origine", scalar(&format!("Objectif saisi ({})", format.name))),
            ])
        });
        let shape = Shape::List(targets.collect());
        keys.push(("cibles", Node { shape, ..scalar("") }));
    }
    let source = vec![
        (
            "producteur",
            scalar(&columns.map_or_else(String::new, |columns| columns.own.clone())),
        ),
        ("diffuseur", scalar(&format.name)),
        ("methode", scalar(&format!("Saisi sous le code {code}"))),
    ];
    keys.push(("source", mapping(source)));
    if !line.service.is_empty() {
        keys.push(("service", scalar(&line.service)));
    }
    let node = mapping(keys);
    let count = line.results.len();
    let shown = ProposedIndicator {
        id: id.to_owned(),
        title: line.title.clone(),
        formula: format!(
            "{}, {} ; finalité {finality} et sens « suivi » à décider",
            plural(count, "valeur", "valeurs"),
            plural(line.targets.len(), "cible", "cibles"),
        ),
        cells: super::catalogue::cells("", &node),
    };
    (node, shown)
}
