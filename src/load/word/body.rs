//! The walk over the blocks of a part: paragraphs and what encloses them. Tables are beside.

use super::lacks::Lack;
use super::noun::{Block, Item, Paragraph, ParagraphKind, Run, What, words};
use super::reader::Reader;
use super::runs::Format;
use super::styles::{ListPlace, Marker, Role, indented, list_place, outline};
use super::tree::{MARKS, Node, chosen};
use crate::model::CellAlignment;

/// Levels of a list in Word, from 0.
const DEEPEST_ITEM: usize = 8;

impl Reader<'_, '_> {
    /// The blocks just inside an element.
    pub fn blocks(&mut self, parent: &Node, blocks: &mut Vec<Block>) {
        for node in parent.nodes() {
            match node.name.as_str() {
                "p" => blocks.push(Block::Paragraph(self.paragraph(node))),
                "tbl" => self.table(node, blocks),
                "sdt" => self.control(node, |reader, inside| reader.blocks(inside, blocks)),
                "customXml" | "smartTag" => self.blocks(node, blocks),
                "AlternateContent" => {
                    if let Some(choice) = chosen(node) {
                        self.blocks(choice, blocks);
                    }
                }
                "ins" | "moveTo" => {
                    self.revisions.take(node);
                    self.blocks(node, blocks);
                }
                "del" | "moveFrom" => self.revisions.take(node),
                "sectPr" => self.section(node),
                "oMathPara" | "oMath" => self.lack(Lack::Equation, node.words()),
                "altChunk" | "subDoc" => self.lack(Lack::Object, ""),
                name if MARKS.contains(&name) => {}
                name => self.unknown(node, name),
            }
        }
    }

    /// Something whose words would be lost.
    pub fn unknown(&mut self, node: &Node, name: &str) {
        if !node.words().is_empty() {
            self.lack(Lack::Unknown, format!("{name} : {}", node.words()));
        }
    }

    /// A content control: what it holds, but for a table of contents.
    pub fn control(&mut self, node: &Node, mut read: impl FnMut(&mut Self, &Node)) {
        if let Some(properties) = node.child("sdtPr") {
            let gallery = properties
                .child("docPartObj")
                .and_then(|part| part.value("docPartGallery"));
            if gallery.is_some_and(|gallery| gallery.to_lowercase().contains("contents")) {
                return self.lack(Lack::Contents, "");
            }
            if properties.is_on("showingPlcHdr") == Some(true) {
                self.lack(Lack::Form, node.words());
            }
        }
        if let Some(content) = node.child("sdtContent") {
            read(self, content);
        }
    }

    fn section(&mut self, node: &Node) {
        let columns = node.child("cols").and_then(|columns| columns.attribute("num"));
        if columns.is_some_and(|count| count.parse().is_ok_and(|count: u32| count > 1)) {
            self.lack(Lack::Columns, "");
        }
        for reference in node.nodes().filter(|node| node.name.ends_with("erReference")) {
            let relation = reference.attribute("id").and_then(|id| self.relations.get(id)).cloned();
            let part = relation.and_then(|relation| self.package.part(&relation.target).ok().flatten());
            let Some(part) = part else { continue };
            // The number of a page alone says nothing that would be lost.
            let words = part.words();
            if words.contains(char::is_alphabetic) || part.holds(&["drawing", "pict"]) {
                self.lack(Lack::Header, words);
            }
        }
    }

    fn paragraph(&mut self, node: &Node) -> Paragraph {
        let none = Node::default();
        let properties = node.child("pPr").unwrap_or(&none);
        let style = properties.value("pStyle");
        let role = match (self.styles.role(style), outline(properties)) {
            (Role::Plain, Some(level)) => Role::Heading(level),
            (role, _) => role,
        };
        if let Some(section) = properties.child("sectPr") {
            self.lack(Lack::PageBreak, "");
            self.section(section);
        }
        if properties.is_on("pageBreakBefore") == Some(true) {
            self.lack(Lack::PageBreak, "");
        }
        let dropped = properties.child("framePr").and_then(|frame| frame.attribute("dropCap"));
        if dropped.is_some_and(|kind| kind != "none") {
            self.lack(Lack::DropCap, node.words());
        }
        let shaded = properties.child("shd").and_then(|shading| shading.attribute("fill"));
        let is_shaded = shaded.is_some_and(|fill| !["auto", "FFFFFF"].contains(&fill));
        if (is_shaded || is_bordered(properties)) && !node.words().is_empty() {
            self.lack(Lack::Boxed, node.words());
        }
        if properties.child("pPrChange").is_some() {
            self.lack(Lack::TrackedLook, "");
        }
        let marks = properties.child("rPr").into_iter().flat_map(Node::nodes);
        for mark in marks.filter(|mark| ["ins", "del", "moveTo", "moveFrom"].contains(&mark.name.as_str())) {
            self.revisions.take(mark);
        }
        let mut runs = Vec::new();
        // A table of contents that a field made, and not a content control: its lines have a style of their own.
        match role {
            Role::Contents if !node.holds(&["drawing"]) => {
                self.fields_only(node);
                self.lack(Lack::Contents, "");
            }
            _ => self.inline(node, &Format::of(&self.styles, style, role), &mut runs),
        }
        let kind = self.kind(properties, style, role, &runs);
        let holds = runs.iter().any(|run| !matches!(run.what, What::Text(_) | What::Break));
        // One whose words are all left out is known by them; the lines of a table of contents are none of the text.
        let label = match words(&runs) {
            shown if shown.trim().is_empty() && role != Role::Contents => node.words(),
            shown => shown,
        };
        let place = self.end_paragraph(&label, holds);
        Paragraph {
            place,
            kind,
            runs,
            is_apart: indented(properties).unwrap_or_else(|| self.styles.is_indented(style)),
            alignment: alignment(properties.value("jc")),
        }
    }

    fn kind(&mut self, properties: &Node, style: Option<&str>, role: Role, runs: &[Run]) -> ParagraphKind {
        let item = self.item(properties, style);
        match (role, item) {
            (Role::Heading(level), item) => {
                if item.is_some_and(|(item, _)| item.start.is_some()) && !words(runs).trim().is_empty() {
                    self.lack(Lack::NumberedHeading, words(runs));
                }
                ParagraphKind::Heading(level)
            }
            (_, Some((item, is_decimal))) => {
                if !is_decimal {
                    self.lack(Lack::Letters, words(runs));
                }
                ParagraphKind::Item(item)
            }
            (Role::Quote, None) => ParagraphKind::Quote,
            (Role::Caption, None) => ParagraphKind::Caption,
            _ if runs.is_empty() && is_bordered(properties) => ParagraphKind::Rule,
            _ => ParagraphKind::Plain,
        }
    }

    /// The item of a list that a paragraph is, and whether its number is one.
    fn item(&self, properties: &Node, style: Option<&str>) -> Option<(Item, bool)> {
        let own = list_place(properties);
        let of_style = self.styles.list(style);
        let said = |of: fn(&ListPlace) -> Option<String>| own.as_ref().and_then(of).or_else(|| of_style.and_then(of));
        let number = said(|place| place.number.clone()).filter(|number| number != "0")?;
        let level = said(|place| place.level.map(|level| level.to_string()));
        let in_list: usize = level.and_then(|level| level.parse().ok()).unwrap_or(0);
        let level = in_list
            .max(self.styles.list_level(style).unwrap_or(0))
            .min(DEEPEST_ITEM);
        let (start, is_decimal) = match self.styles.marker(&number, in_list)? {
            Marker::Bullet => (None, true),
            Marker::Number { start, is_decimal } => (Some(start), is_decimal),
        };
        let item = Item {
            list: number,
            level,
            start,
            goes_on: false,
        };
        Some((item, is_decimal))
    }
}

/// Whether a line is drawn on a side of a paragraph.
fn is_bordered(properties: &Node) -> bool {
    let sides = properties.child("pBdr").into_iter().flat_map(Node::nodes);
    let mut lines = sides.filter_map(|side| side.attribute("val"));
    lines.any(|line| !["none", "nil"].contains(&line))
}

fn alignment(word: Option<&str>) -> CellAlignment {
    match word {
        Some("right" | "end") => CellAlignment::End,
        Some("center") => CellAlignment::Centre,
        Some("left" | "start") => CellAlignment::Start,
        _ => CellAlignment::Unsaid,
    }
}
