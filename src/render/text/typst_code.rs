//! The tree of a text as a Typst file: calls of Typst elements and string literals, a line each.
//!
//! Knows nothing of Markdown nor of Word and refuses nothing; data only enters as literals.

use crate::diagnostic::{Place, Spot};
use crate::model::{Block, BlockKind, CellAlignment, LinkTarget, Picture, Prose, Span, SpanKind};
use crate::render::literal;
use crate::render::origins::Traced;
use std::collections::BTreeSet;
use std::sync::Arc;

struct Writer<'a> {
    prose: &'a Prose,
    code: Traced,
    called: BTreeSet<&'a str>,
    /// How many footnotes enclose what is being written.
    notes: usize,
}

pub fn typst(prose: &Prose) -> Traced {
    let mut writer = Writer {
        prose,
        code: Traced::default(),
        called: BTreeSet::new(),
        notes: 0,
    };
    if let (Some(first), Some(last)) = (prose.blocks.first(), prose.blocks.last()) {
        writer.put(&first.place, "#{");
        writer.blocks(&prose.blocks, false);
        writer.put(&last.place, "}");
    }
    writer.code
}

impl<'a> Writer<'a> {
    /// Blocks one under another; the paragraphs of a `tight` list are its words alone.
    fn blocks(&mut self, blocks: &'a [Block], tight: bool) {
        for block in blocks {
            match &block.kind {
                BlockKind::Paragraph(spans) if tight => self.spans(spans),
                _ => self.block(block),
            }
        }
    }

    fn block(&mut self, block: &'a Block) {
        let place = &block.place;
        match &block.kind {
            BlockKind::Paragraph(spans) if self.notes > 0 => {
                self.put(place, "parbreak()");
                self.spans(spans);
            }
            BlockKind::Paragraph(spans) => self.around(place, "par({", spans),
            BlockKind::Heading { level, spans } => self.around(place, &format!("heading(depth: {level}, {{"), spans),
            BlockKind::Quote(blocks) => {
                self.put(place, "quote(block: true, {");
                self.blocks(blocks, false);
                self.put(place, "})");
            }
            BlockKind::List { start, tight, items } => {
                match start {
                    Some(start) => self.put(place, &format!("enum(start: {start}, tight: {tight},")),
                    None => self.put(place, &format!("list(tight: {tight},")),
                }
                for item in items {
                    self.put(&item.place, "{ []");
                    self.blocks(&item.blocks, *tight);
                    self.put(&item.place, "},");
                }
                self.put(place, ")");
            }
            BlockKind::Table { alignments, rows } => {
                let words: String = alignments.iter().map(|alignment| aligned(*alignment)).collect();
                self.put(
                    place,
                    &format!("table(columns: {}, align: ({words}),", alignments.len()),
                );
                for (rank, row) in rows.iter().enumerate() {
                    if rank == 0 {
                        self.put(&row.place, "table.header(");
                    }
                    for cell in &row.cells {
                        self.put(&row.place, "{ []");
                        self.spans(cell);
                        self.put(&row.place, "},");
                    }
                    if rank == 0 {
                        self.put(&row.place, "),");
                    }
                }
                self.put(place, ")");
            }
            BlockKind::Code(text) => self.put(place, &format!("raw(block: true, {})", literal::string(text))),
            BlockKind::Picture(picture) => self.picture(place, picture),
            BlockKind::Rule => self.put(place, "pdf.artifact(line(length: 100%, stroke: 0.5pt))"),
        }
    }

    fn picture(&mut self, place: &Place, picture: &Picture) {
        let caption = match picture.caption.as_str() {
            "" => "none".to_owned(),
            caption => format!("text({})", literal::string(caption)),
        };
        self.put(
            place,
            &format!("figure(kind: image, supplement: none, numbering: none, outlined: false, caption: {caption},"),
        );
        self.put(
            place,
            &format!(
                "image({}, alt: {}, width: {:.1}mm))",
                literal::string(&format!("/{}", picture.path)),
                literal::string(&picture.alternative),
                f64::from(picture.width) / 10.0
            ),
        );
    }

    fn spans(&mut self, spans: &'a [Span]) {
        for span in spans {
            let place = &span.place;
            match &span.kind {
                SpanKind::Text(text) => self.put(place, &format!("text({})", literal::string(text))),
                SpanKind::Code(text) => self.put(place, &format!("raw({})", literal::string(text))),
                SpanKind::Break => self.put(place, "linebreak()"),
                SpanKind::Emphasis(spans) => self.around(place, "emph({", spans),
                SpanKind::Strong(spans) => self.around(place, "strong({", spans),
                SpanKind::Link { to, spans } => {
                    let target = match to {
                        LinkTarget::Address(address) => literal::string(address),
                        LinkTarget::Anchor(name) => format!("label({})", literal::string(name)),
                    };
                    self.around(place, &format!("link({target}, {{"), spans);
                }
                SpanKind::Note(label) => self.note(place, label),
            }
        }
    }

    /// A note is written where it is called first, and named where it is called again.
    fn note(&mut self, place: &Place, label: &'a str) {
        let anchor = literal::string(&format!("note-{}-{label}", self.prose.name));
        if !self.called.insert(label) {
            self.put(place, &format!("footnote(label({anchor}))"));
            return;
        }
        let blocks = self.prose.notes.get(label).map(Vec::as_slice).unwrap_or_default();
        self.put(place, "[#footnote({ []");
        self.notes += 1;
        if let Some((first, others)) = blocks.split_first() {
            self.blocks(std::slice::from_ref(first), true);
            self.blocks(others, false);
        }
        self.notes -= 1;
        self.put(place, &format!("}})#label({anchor})]"));
    }

    fn around(&mut self, place: &Place, opening: &str, spans: &'a [Span]) {
        self.put(place, opening);
        self.spans(spans);
        self.put(place, "})");
    }

    /// A line of code, which says what the author wrote at a place.
    fn put(&mut self, place: &Place, code: &str) {
        debug_assert!(!code.contains('\n'), "one line at a time");
        self.code.text.push_str(code);
        self.code.text.push('\n');
        let line = match place.spot {
            Spot::Line { line, .. } => line,
            Spot::Paragraph { number, .. } => number,
            Spot::File | Spot::Cell { .. } => 1,
        };
        self.code.lines.push((Arc::clone(&place.file), line));
    }
}

fn aligned(alignment: CellAlignment) -> &'static str {
    match alignment {
        CellAlignment::Unsaid => "auto,",
        CellAlignment::Start => "start,",
        CellAlignment::Centre => "center,",
        CellAlignment::End => "end,",
    }
}
