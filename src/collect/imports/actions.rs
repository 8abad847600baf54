//! A table of projects, one a line, becomes actions of `data/actions.csv`: what an action has no key for is told, and left in the file that came.
//!
//! Its effect on the finalités is nobody’s to guess: the column is there, and empty.

use super::noun::{ImportStep, ProposedIndicator};
use super::{Importing, Known, sheets, text, told, year_of_day};
use crate::collect::register::Register;
use crate::config::{ForeignFormat, ProjectColumns};
use crate::diagnostic::Diagnostics;
use crate::error::Error;
use crate::form::lines::column::same;
use crate::french::{folded, shortened};
use crate::model::{ActionState, Identifier};
use crate::table::{self, Cell, Kind};
use std::collections::BTreeSet;

/// Where the actions of a project stand that are kept in a table.
pub(super) const PATH: &str = "data/actions.csv";
/// Its columns, as the import writes them.
const HEADS: [&str; 7] = ["id", "titre", "description", "volet", "etat", "debut", "finalites"];
/// Those without which it is no table of actions.
const NEEDED: [&str; 4] = ["id", "titre", "volet", "etat"];
/// Letters of an identifier that is made of a title.
const LONGEST: usize = 60;

/// What is not pursued.
const GIVEN_UP: &str = "abandonne";
/// What waits.
const WAITING: [&str; 2] = ["en pause", "bloque"];
/// The phase in which a project is carried out; those before it prepare it.
const OPERATION: &str = "operation";
/// The end of a phase: that of the project only where it is carried out.
const ENDED: &str = "termine";

impl Importing<'_> {
    pub(super) fn actions(
        &mut self,
        known: &Known<'_>,
        diagnostics: &mut Diagnostics,
    ) -> Result<Vec<ImportStep>, Error> {
        let Some(columns) = &known.format.projects else {
            return Ok(Vec::new());
        };
        let Some(mut register) = self.standing_actions(known, diagnostics) else {
            return Ok(Vec::new());
        };
        let own = self.project.funded();
        let mut taken: BTreeSet<String> = own.iter().map(|action| action.id.to_string()).collect();
        let titles: BTreeSet<String> = own.iter().map(|action| folded(&action.title)).collect();
        let ranks = Ranks::of(columns, &known.sheet.table.header);
        let (mut added, mut there, mut dropped) = (Vec::new(), Vec::new(), 0);
        for row in &known.sheet.table.rows {
            let title = text(row, ranks.title);
            if titles.contains(&folded(&title)) {
                there.push(title);
            } else if let Some(cells) = action(&ranks, row, &title, &mut taken) {
                let ranked = register.heads.iter().map(|head| {
                    let rank = HEADS.iter().position(|known| same(known, head));
                    rank.map(|rank| cells[rank].clone()).unwrap_or_default()
                });
                let row = ranked.collect();
                register.rows.push(row);
                added.push(shown(&cells));
            } else if !title.is_empty() {
                dropped += 1;
            }
        }
        let mut steps = Vec::new();
        if !added.is_empty() {
            match self.is_in_a_workbook() {
                true => self.join(sheets::ACTIONS, &added),
                false => _ = self.written.insert(PATH.to_owned(), register.bytes()?),
            }
            steps.push(ImportStep::Actions {
                to: PATH.to_owned(),
                actions: added,
            });
        }
        if !there.is_empty() {
            steps.push(ImportStep::Acted { titles: there });
        }
        if dropped > 0 {
            steps.push(ImportStep::Dropped { lines: dropped });
        }
        Ok(steps)
    }

    /// The table of actions that stands; one without a line where there is none, and none once it was told what stands there.
    fn standing_actions(&self, known: &Known<'_>, diagnostics: &mut Diagnostics) -> Option<Register> {
        let Some(bytes) = self.at(PATH) else {
            return Some(Register::with(HEADS));
        };
        let table = table::read(&PATH.into(), bytes, Kind::Text, None, diagnostics)?;
        let lacks = NEEDED
            .iter()
            .any(|head| ForeignFormat::rank(&table.header, head).is_none());
        if lacks {
            diagnostics.push(told::occupied(&known.file.path, PATH));
            return None;
        }
        Some(Register::of(&table))
    }
}

/// Where the columns of a table of projects stand.
struct Ranks {
    title: Option<usize>,
    description: Option<usize>,
    phase: Option<usize>,
    status: Option<usize>,
    start: Option<usize>,
}

impl Ranks {
    fn of(columns: &ProjectColumns, header: &[Cell]) -> Self {
        let rank = |title: &str| ForeignFormat::rank(header, title);
        Ranks {
            title: rank(&columns.title),
            description: rank(&columns.description),
            phase: rank(&columns.phase),
            status: rank(&columns.status),
            start: rank(&columns.start),
        }
    }
}

/// The cells of an action, under [`HEADS`]; none of a project that is given up.
fn action(ranks: &Ranks, row: &[Cell], title: &str, taken: &mut BTreeSet<String>) -> Option<[String; HEADS.len()]> {
    let state = state(&text(row, ranks.phase), &text(row, ranks.status)).filter(|_| !title.is_empty())?;
    let start = year_of_day(&text(row, ranks.start));
    Some([
        identifier(title, taken),
        title.to_owned(),
        text(row, ranks.description),
        "territorial".to_owned(),
        state.key().to_owned(),
        start.map(|year| year.to_string()).unwrap_or_default(),
        String::new(),
    ])
}

/// Where a project is, by its phase and how this phase goes; none where it is given up.
fn state(phase: &str, status: &str) -> Option<ActionState> {
    let (phase, status) = (folded(phase), folded(status));
    match status.as_str() {
        GIVEN_UP => None,
        status if WAITING.contains(&status) => Some(ActionState::Suspended),
        ENDED if phase == OPERATION => Some(ActionState::Done),
        _ if phase == OPERATION => Some(ActionState::Ongoing),
        _ => Some(ActionState::Planned),
    }
}

/// The identifier of a title, that no other has.
fn identifier(title: &str, taken: &mut BTreeSet<String>) -> String {
    let bare = shortened(title, LONGEST);
    let first =
        Identifier::written(bare.trim_end_matches('…')).map_or_else(|| "projet".to_owned(), |id| id.to_string());
    let mut ids = std::iter::once(first.clone()).chain((2..).map(|rank| format!("{first}-{rank}")));
    let id = ids.find(|id| !taken.contains(id)).unwrap_or(first);
    taken.insert(id.clone());
    id
}

fn shown(cells: &[String; HEADS.len()]) -> ProposedIndicator {
    let filled = HEADS.iter().zip(cells).filter(|(_, cell)| !cell.is_empty());
    ProposedIndicator {
        id: cells[0].clone(),
        title: cells[1].clone(),
        formula: format!("etat : {}", cells[4]),
        cells: filled.map(|(head, cell)| ((*head).to_owned(), cell.clone())).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_study_that_ended_is_a_project_to_come() {
        let key = |phase, status| state(phase, status).map(ActionState::key);
        assert_eq!(key("Étude", "Terminé"), Some("prevue"));
        assert_eq!(key("Opération", "Terminé"), Some("realisee"));
        assert_eq!(key("Opération", "En retard"), Some("en-cours"));
        assert_eq!(key("Idée", "En pause"), Some("suspendue"));
        assert_eq!(key("Opération", "Abandonné"), None);
        assert_eq!(key("", ""), Some("prevue"));
    }

    #[test]
    fn two_projects_of_one_title_have_two_identifiers() {
        let mut taken = BTreeSet::new();
        assert_eq!(identifier("Vélo à l’école", &mut taken), "velo-a-l-ecole");
        assert_eq!(identifier("Vélo à l’école", &mut taken), "velo-a-l-ecole-2");
    }
}
