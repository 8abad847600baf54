//! The tree of a text in the word processor’s file: paragraphs with their style, lists, tables, links, footnotes.
//!
//! A link inside the report has no place to lead to in this file, which holds no sheet: its words stay.

use super::styles::{self, DASHES};
use super::{Cell, Writer};
use crate::model::{Block, BlockKind, LinkTarget, ListItem, Span, SpanKind, TableRow};
use docx_rs::{
    AbstractNumbering, BreakType, Footnote, Hyperlink, HyperlinkData, HyperlinkType, IndentLevel, Numbering,
    NumberingId, Paragraph, ParagraphChild, Run,
};

/// Levels of lists that have a dash or a number of their own.
const LEVELS: usize = 3;

/// How the words being written are said.
#[derive(Clone, Copy, Default)]
pub struct Voice {
    pub strong: bool,
    pub emphasis: bool,
    pub link: bool,
}

/// Where the blocks being written stand.
#[derive(Clone, Copy, Default)]
pub struct Standing {
    quoted: bool,
    /// How many lists enclose them.
    depth: usize,
}

impl Writer<'_> {
    pub(super) fn blocks(&mut self, blocks: &[Block], standing: Standing) {
        for block in blocks {
            match &block.kind {
                // The exposé stands under a heading of level 2.
                BlockKind::Heading { level, spans } => self.spans(&format!("Heading{}", (level + 2).min(5)), spans),
                BlockKind::Paragraph(spans) => self.spans(if standing.quoted { "Quote" } else { "Normal" }, spans),
                BlockKind::Quote(blocks) => {
                    let quoted = true;
                    self.blocks(blocks, Standing { quoted, ..standing });
                }
                BlockKind::List { start, items, .. } => self.list(*start, items, standing),
                BlockKind::Table { rows, .. } => self.text_table(rows),
                BlockKind::Code(text) => {
                    let code = styles::code(super::text(text));
                    let paragraph = self.paragraph("Normal").add_run(code);
                    self.add(paragraph);
                }
                // An act holds no picture: one was refused where the text was read.
                BlockKind::Rule | BlockKind::Picture(_) => {}
            }
        }
    }

    fn list(&mut self, start: Option<u64>, items: &[ListItem], standing: Standing) {
        let list = start.map_or(DASHES, |start| self.numbered(start));
        let level = standing.depth.min(LEVELS - 1);
        let inside = Standing {
            depth: standing.depth + 1,
            ..standing
        };
        for item in items {
            // The first words carry the dash or the number; what follows stands under them.
            let (first, others) = match item.blocks.split_first() {
                Some((
                    Block {
                        kind: BlockKind::Paragraph(spans),
                        ..
                    },
                    others,
                )) => (spans.as_slice(), others),
                _ => (&[][..], item.blocks.as_slice()),
            };
            let paragraph = self.filled("ListParagraph", first);
            self.add(paragraph.numbering(NumberingId::new(list), IndentLevel::new(level)));
            self.blocks(others, inside);
        }
    }

    /// A list of numbers of its own.
    fn numbered(&mut self, start: u64) -> usize {
        self.lists += 1;
        let start = usize::try_from(start).unwrap_or(1);
        let levels = (0..LEVELS).map(|depth| styles::level(depth, start, "decimal", &format!("%{}.", depth + 1)));
        let list = levels.fold(AbstractNumbering::new(self.lists), AbstractNumbering::add_level);
        self.docx = std::mem::take(&mut self.docx)
            .add_abstract_numbering(list)
            .add_numbering(Numbering::new(self.lists, self.lists));
        self.lists
    }

    fn text_table(&mut self, rows: &[TableRow]) {
        let mut made = Vec::new();
        for row in rows {
            let cells = row.cells.iter().map(|spans| Cell {
                words: Span::words(spans),
                children: self.said(spans, Voice::default()),
            });
            made.push(cells.collect());
        }
        self.table(made);
    }

    pub(super) fn spans(&mut self, style: &str, spans: &[Span]) {
        let paragraph = self.filled(style, spans);
        self.add(paragraph);
    }

    fn filled(&mut self, style: &str, spans: &[Span]) -> Paragraph {
        let mut paragraph = self.paragraph(style);
        paragraph.children.extend(self.said(spans, Voice::default()));
        paragraph
    }

    fn said(&mut self, spans: &[Span], voice: Voice) -> Vec<ParagraphChild> {
        let mut children = Vec::new();
        for span in spans {
            match &span.kind {
                SpanKind::Text(text) => children.push(child(voice.run(text))),
                SpanKind::Code(text) => children.push(child(styles::code(voice.run(text)))),
                SpanKind::Break => children.push(child(Run::new().add_break(BreakType::TextWrapping))),
                SpanKind::Strong(spans) => children.extend(self.said(spans, Voice { strong: true, ..voice })),
                SpanKind::Emphasis(spans) => children.extend(self.said(
                    spans,
                    Voice {
                        emphasis: true,
                        ..voice
                    },
                )),
                SpanKind::Link { to, spans } => match to {
                    LinkTarget::Anchor(_) => children.extend(self.said(spans, voice)),
                    // A footnote has no links in this file: its address is said.
                    LinkTarget::Address(address) if self.in_note => {
                        children.extend(self.said(spans, voice));
                        if Span::words(spans) != *address {
                            children.push(child(voice.run(&format!(" ({address})"))));
                        }
                    }
                    LinkTarget::Address(address) => {
                        let inside = self.said(spans, Voice { link: true, ..voice });
                        children.push(self.link(address, inside));
                    }
                },
                SpanKind::Note(label) => children.push(self.note(label, voice)),
            }
        }
        children
    }

    /// Numbered from one, so that two runs give the same bytes.
    fn link(&mut self, address: &str, children: Vec<ParagraphChild>) -> ParagraphChild {
        self.links += 1;
        let mut link = Hyperlink::new(address, HyperlinkType::External);
        if let HyperlinkData::External { rid, .. } = &mut link.link {
            *rid = format!("rIdLien{}", self.links);
        }
        link.children = children;
        ParagraphChild::Hyperlink(link)
    }

    /// A footnote where it is called first, its number where it is called again, its words where it stands in another.
    fn note(&mut self, label: &str, voice: Voice) -> ParagraphChild {
        let blocks = self.prose.and_then(|prose| prose.notes.get(label));
        let lines = lines(blocks.map(Vec::as_slice).unwrap_or_default());
        if self.in_note {
            let words: Vec<String> = lines.iter().map(|spans| Span::words(spans)).collect();
            return child(voice.run(&format!(" [{}]", words.join(" "))));
        }
        if let Some(number) = self.notes.get(label) {
            return child(voice.run(&number.to_string()).style("FootnoteReference"));
        }
        let id = self.notes.len() + 1;
        self.notes.insert(label.to_owned(), id);
        let mut paragraph = self.paragraph("FootnoteText").add_run(styles::note_mark());
        self.in_note = true;
        for spans in lines {
            paragraph.children.push(child(Run::new().add_text(" ")));
            paragraph.children.extend(self.said(&spans, Voice::default()));
        }
        self.in_note = false;
        let content = vec![paragraph];
        child(Run::new().add_footnote_reference(Footnote { id, content }))
    }
}

/// The lines of a note, which holds words only in this file.
fn lines(blocks: &[Block]) -> Vec<Vec<Span>> {
    let of = |block: &Block| match &block.kind {
        BlockKind::Heading { spans, .. } | BlockKind::Paragraph(spans) => vec![spans.clone()],
        BlockKind::Quote(blocks) => lines(blocks),
        BlockKind::List { items, .. } => items.iter().flat_map(|item| lines(&item.blocks)).collect(),
        BlockKind::Table { rows, .. } => rows.iter().map(|row| row.cells.concat()).collect(),
        BlockKind::Code(text) => vec![vec![Span {
            place: block.place.clone(),
            kind: SpanKind::Code(text.clone()),
        }]],
        BlockKind::Rule | BlockKind::Picture(_) => Vec::new(),
    };
    blocks.iter().flat_map(of).collect()
}

impl Voice {
    pub(super) fn run(self, words: &str) -> Run {
        let mut run = super::text(words);
        if self.strong {
            run = run.bold();
        }
        if self.emphasis {
            run = run.italic();
        }
        if self.link {
            run = run.style("Hyperlink");
        }
        run
    }
}

fn child(run: Run) -> ParagraphChild {
    ParagraphChild::Run(Box::new(run))
}
