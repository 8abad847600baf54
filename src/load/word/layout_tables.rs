//! The tables of a Word file laid out as a text: a line of words a row, its cells between bars.

use super::layout::Layout;
use super::noun::{Cell, ParagraphKind};
use crate::load::text::{Element, PieceKind};
use crate::model::CellAlignment;

impl Layout {
    pub fn table(&mut self, rows: &[Vec<Cell>]) {
        let width = rows.iter().map(Vec::len).max().unwrap_or_default();
        if width == 0 {
            return;
        }
        let body = rows.get(1).or(rows.first());
        let aligned = |column: usize| {
            body?
                .get(column)?
                .paragraphs
                .first()
                .map(|paragraph| paragraph.alignment)
        };
        let alignments = (0..width).map(|column| aligned(column).unwrap_or(CellAlignment::Unsaid));
        self.part();
        self.open(Element::Table(alignments.collect()));
        for (rank, row) in rows.iter().enumerate() {
            if rank > 0 {
                self.words.push('\n');
            }
            self.open(Element::Row);
            for column in 0..width {
                self.words.push_str("| ");
                self.open(Element::Cell);
                if let Some(cell) = row.get(column) {
                    self.cell(cell, rank == 0);
                }
                self.close();
                self.words.push(' ');
            }
            self.words.push('|');
            self.close();
        }
        self.close();
    }

    /// A cell on one line of words; its paragraphs are lines of it.
    fn cell(&mut self, cell: &Cell, is_header: bool) {
        let said = cell.paragraphs.iter().filter(|paragraph| !paragraph.runs.is_empty());
        for (rank, paragraph) in said.enumerate() {
            if rank > 0 {
                self.put(PieceKind::Break);
                self.words.push(' ');
            }
            self.begin(paragraph);
            if let ParagraphKind::Item(item) = &paragraph.kind {
                let mark = match item.start {
                    None => "– ".to_owned(),
                    Some(start) => {
                        let next = self.next.entry((item.list.clone(), item.level)).or_insert(start);
                        *next = next.saturating_add(1);
                        format!("{}. ", *next - 1)
                    }
                };
                self.words(&mark);
            }
            let mut runs = paragraph.runs.clone();
            if is_header {
                // A header is of a weight of its own.
                runs.iter_mut().for_each(|run| run.voice.strong = false);
            }
            self.runs(&runs);
        }
    }
}
