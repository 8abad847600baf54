//! A table as templates name it: heads, and cells whose words are ready to print.
//!
//! A component decides its look; what only machines read is left out.

use super::{Audience, Cell, PrintedTable, Role};
use crate::model::Anchor;
use serde::Serialize;

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PageTable {
    pub columns: Vec<PageColumn>,
    pub rows: Vec<PageRow>,
    pub notes: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PageColumn {
    pub head: String,
    /// Whether it holds numbers, which stand to the right.
    pub number: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PageRow {
    pub cells: Vec<PageCell>,
    /// Whether it is a total of the rows above, or a whole that they are part of.
    pub whole: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PageCell {
    pub text: String,
    /// Small, beside the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mark: Option<String>,
    /// On a line of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub under: Option<String>,
    /// The label of the sheet that the text names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Anchor>,
    /// The key of the status whose shape stands before the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<&'static str>,
}

impl PrintedTable {
    /// What a page shows of it.
    pub fn page(&self) -> PageTable {
        let columns = self.columns_of(Audience::Readers);
        PageTable {
            columns: columns
                .iter()
                .map(|rank| PageColumn {
                    head: self.columns[*rank].whole_head(),
                    number: self.columns[*rank].role == Role::Number,
                })
                .collect(),
            rows: self
                .rows
                .iter()
                .map(|row| PageRow {
                    cells: columns
                        .iter()
                        .filter_map(|rank| Some(shown(row.cells.get(*rank)?)))
                        .collect(),
                    whole: row.whole,
                })
                .collect(),
            notes: self.notes.clone(),
        }
    }
}

fn shown(cell: &Cell) -> PageCell {
    PageCell {
        text: cell.words.clone(),
        mark: cell.mark.clone(),
        under: cell.under.clone(),
        label: cell.label.clone(),
        status: cell.look,
    }
}
