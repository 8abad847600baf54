//! The walk over a table: its rows, its cells, and what a table of a text has not.

use super::lacks::Lack;
use super::noun::{Block, Cell, ParagraphKind};
use super::reader::Reader;
use super::tree::Node;

impl Reader<'_, '_> {
    /// The table that an element is; the words of a single cell stand among the blocks.
    pub fn table(&mut self, node: &Node, blocks: &mut Vec<Block>) {
        let mut rows = Vec::new();
        node.nodes().for_each(|child| child.each(&["tr", "tbl"], &mut rows));
        let mut table = Vec::new();
        let mut alone = Vec::new();
        let rows: Vec<&Node> = rows.into_iter().filter(|row| row.name == "tr").collect();
        let single = rows.len() == 1;
        let mut headers = 0;
        if let Some(properties) = node.child("tblPr") {
            let said = ["tblCaption", "tblDescription"].map(|name| properties.value(name).unwrap_or_default());
            if said.iter().any(|words| !words.trim().is_empty()) {
                self.lack(Lack::TableAlternative, said.join(" ").trim());
            }
        }
        for row in rows {
            let properties = row.child("trPr").into_iter().flat_map(Node::nodes);
            for property in properties {
                match property.name.as_str() {
                    "ins" | "del" => self.revisions.take(property),
                    // A row that begins beside the first column: its cells would move to the left.
                    "gridBefore" if property.attribute("val") != Some("0") => self.lack(Lack::Merged, row.words()),
                    "tblHeader" if row.child("trPr").and_then(|row| row.is_on("tblHeader")) == Some(true) => {
                        headers += 1
                    }
                    _ => {}
                }
            }
            let mut cells = Vec::new();
            row.nodes().for_each(|child| child.each(&["tc"], &mut cells));
            if single && let [cell] = cells.as_slice() {
                self.lack(Lack::Frame, cell.words());
                return self.blocks(cell, blocks);
            }
            let cells: Vec<Cell> = cells.into_iter().map(|cell| self.cell(cell, &mut alone)).collect();
            table.push(cells);
        }
        if headers > 1 {
            self.lack(Lack::Headers, "");
        }
        blocks.push(Block::Table(table));
        blocks.append(&mut alone);
    }

    /// What a cell says; a table in it goes after the one that holds it, so that its faults are told too.
    fn cell(&mut self, node: &Node, alone: &mut Vec<Block>) -> Cell {
        if let Some(properties) = node.child("tcPr") {
            let spans = properties.value("gridSpan").and_then(|span| span.parse::<u32>().ok());
            let merged = ["vMerge", "hMerge"].iter().any(|name| properties.child(name).is_some());
            if spans.is_some_and(|span| span > 1) || merged {
                self.lack(Lack::Merged, node.words());
            }
            for mark in properties.nodes() {
                match mark.name.as_str() {
                    "cellIns" | "cellDel" | "cellMerge" => self.revisions.take(mark),
                    _ => {}
                }
            }
        }
        let mut blocks = Vec::new();
        self.blocks(node, &mut blocks);
        let mut cell = Cell::default();
        let mut in_list = false;
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => {
                    if matches!(paragraph.kind, ParagraphKind::Heading(_)) && !paragraph.runs.is_empty() {
                        self.lack(Lack::HeadingInCell, paragraph.words());
                    }
                    let is_item = matches!(paragraph.kind, ParagraphKind::Item(_));
                    if is_item && !in_list {
                        self.lack(Lack::ListInCell, paragraph.words());
                    }
                    in_list = is_item;
                    cell.paragraphs.push(paragraph);
                }
                Block::Table(rows) => {
                    self.lack(Lack::TableInTable, "");
                    alone.push(Block::Table(rows));
                }
            }
        }
        cell
    }
}
