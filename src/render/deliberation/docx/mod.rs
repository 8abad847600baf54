//! The délibération as a file for a word processor: real styles, French, the same bytes at each run.
//!
//! Holds the one use of docx-rs. It words nothing: the [`Act`] and the blocks of its exposé are written as they are.

mod styles;

use super::act::{Act, Mention, Piece};
use crate::error::Error;
use crate::printed::PageRow;
use crate::render::text::{Block, Span};
use docx_rs::{
    AbstractNumbering, BreakType, Docx, IndentLevel, Numbering, NumberingId, Paragraph, Run, Table, TableCell,
    TableLayoutType, TableRow, WidthType,
};
use jiff::civil::Date;
use std::io::Cursor;
use std::sync::Arc;
use styles::DASHES;

/// The width of the text on an A4 page between its margins, in twentieths of a point.
const TEXT_WIDTH: usize = 9070;

pub fn write(act: &Act, statement: &[Block], date: Date) -> Result<Arc<[u8]>, Error> {
    let mut writer = Writer {
        docx: styles::template(),
        paragraphs: 0,
        ordered: DASHES,
    };
    writer.act(act, statement);
    let mut package = writer.docx.build();
    package.styles = styles::with_language(package.styles);
    package.document = styles::with_header_rows(package.document);
    package.doc_props.core = styles::core(act, date);
    let mut bytes = Cursor::new(Vec::new());
    package.pack(&mut bytes).map_err(|error| Error::Defect {
        room: "render",
        detail: error.to_string(),
    })?;
    Ok(bytes.into_inner().into())
}

/// The document in the making; paragraphs are numbered from one, so that two runs give the same bytes.
struct Writer {
    docx: Docx,
    paragraphs: u32,
    /// The list the next ordered item belongs to, unless it opens another.
    ordered: usize,
}

impl Writer {
    fn act(&mut self, act: &Act, statement: &[Block]) {
        self.plain("Collectivite", &act.community);
        self.plain("Heading1", &act.heading);
        if let Some(notice) = &act.notice {
            self.plain("Remarque", notice);
        }
        self.mentions(&act.mentions);
        self.pieces("Ouverture", &act.opening);
        self.mentions(&act.members);
        self.pieces("Annonce", &act.reading);
        self.plain("Objet", &format!("Objet\u{a0}: {}", act.object));
        self.plain("Heading2", "Exposé des motifs");
        if let Some(remark) = &act.proposed {
            self.plain("Remarque", remark);
        }
        for block in statement {
            self.block(block);
        }
        self.plain("Annonce", &act.proposal);
        for visa in &act.visas {
            self.plain("Visa", visa);
        }
        self.pieces("Annonce", &act.deliberated);
        for decision in &act.decisions {
            let item = self.paragraph("ListParagraph");
            self.add(
                item.add_run(text(decision))
                    .numbering(NumberingId::new(DASHES), IndentLevel::new(0)),
            );
        }
        if let Some(vote) = &act.vote {
            self.plain("Heading2", "Vote");
            let head = vote.columns.iter().map(|column| vec![plain_span(&column.head)]);
            let row = |row: &PageRow| {
                let span = |text| Span {
                    strong: row.whole,
                    ..plain_span(text)
                };
                row.cells.iter().map(|cell| vec![span(&cell.text)]).collect()
            };
            let rows: Vec<Vec<Vec<Span>>> = std::iter::once(head.collect())
                .chain(vote.rows.iter().map(row))
                .collect();
            self.table(&rows);
            vote.notes.iter().for_each(|note| self.plain("Legende", note));
        }
        self.plain("Signature", &act.signatory);
    }

    fn mentions(&mut self, mentions: &[Mention]) {
        for mention in mentions {
            let label = text(&format!("{}\u{a0}: ", mention.label)).bold();
            let paragraph = self.paragraph("Mention").add_run(label);
            let paragraph = mention.value.iter().map(piece).fold(paragraph, Paragraph::add_run);
            self.add(paragraph);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, spans } => {
                // The exposé stands under a heading of level 2.
                self.spans(&format!("Heading{}", (level + 2).min(5)), spans);
            }
            Block::Paragraph(spans) => self.spans("Normal", spans),
            Block::Quote(spans) => self.spans("Quote", spans),
            Block::Item { depth, number, spans } => {
                let level = IndentLevel::new((*depth).min(2));
                let list = match number {
                    None => DASHES,
                    Some(number) => self.ordered(*number),
                };
                let item = spans
                    .iter()
                    .map(span)
                    .fold(self.paragraph("ListParagraph"), Paragraph::add_run);
                self.add(item.numbering(NumberingId::new(list), level));
            }
            Block::Table(rows) => self.table(rows),
        }
    }

    /// The list an item belongs to: a new one where it opens it, the last one otherwise.
    fn ordered(&mut self, number: u64) -> usize {
        if number == 1 || self.ordered == DASHES {
            self.ordered += 1;
            let start = usize::try_from(number).unwrap_or(1);
            let levels = (0..3).map(|depth| styles::level(depth, start, "decimal", &format!("%{}.", depth + 1)));
            let list = levels.fold(AbstractNumbering::new(self.ordered), AbstractNumbering::add_level);
            self.docx = std::mem::take(&mut self.docx)
                .add_abstract_numbering(list)
                .add_numbering(Numbering::new(self.ordered, self.ordered));
        }
        self.ordered
    }

    fn table(&mut self, rows: &[Vec<Vec<Span>>]) {
        let columns = rows.first().map_or(1, |row| row.len().max(1));
        // The first column names its row and is twice as wide as the others.
        let unit = TEXT_WIDTH / (columns + 1);
        let width = |column: usize| if column == 0 { 2 * unit } else { unit };
        let mut made = Vec::new();
        for (rank, row) in rows.iter().enumerate() {
            let mut cells = Vec::new();
            for (column, spans) in row.iter().enumerate() {
                let style = cell_style(rank, spans);
                let paragraph = spans.iter().map(span).fold(self.paragraph(style), Paragraph::add_run);
                let cell = TableCell::new().width(width(column), WidthType::Dxa);
                cells.push(cell.add_paragraph(paragraph));
            }
            let row = TableRow::new(cells);
            made.push(if rank == 0 { row.cant_split() } else { row });
        }
        let table = Table::new(made)
            .set_grid((0..columns).map(width).collect())
            .width(TEXT_WIDTH, WidthType::Dxa)
            .layout(TableLayoutType::Fixed);
        self.docx = std::mem::take(&mut self.docx).add_table(table);
    }

    fn plain(&mut self, style: &str, words: &str) {
        self.spans(style, &[plain_span(words)]);
    }

    fn pieces(&mut self, style: &str, pieces: &[Piece]) {
        let paragraph = pieces.iter().map(piece).fold(self.paragraph(style), Paragraph::add_run);
        self.add(paragraph);
    }

    fn spans(&mut self, style: &str, spans: &[Span]) {
        let paragraph = spans.iter().map(span).fold(self.paragraph(style), Paragraph::add_run);
        self.add(paragraph);
    }

    fn paragraph(&mut self, style: &str) -> Paragraph {
        self.paragraphs += 1;
        let id = format!("{:08x}", self.paragraphs);
        Paragraph::new().id(id).style(style)
    }

    fn add(&mut self, paragraph: Paragraph) {
        self.docx = std::mem::take(&mut self.docx).add_paragraph(paragraph);
    }
}

/// The header, a number that is aligned with those above and below, or words.
fn cell_style(rank: usize, spans: &[Span]) -> &'static str {
    let number = |span: &Span| {
        let mut letters = span.text.chars();
        letters.all(|letter| letter.is_ascii_digit() || letter.is_whitespace())
    };
    match rank {
        0 => "EnTete",
        _ if !spans.is_empty() && spans.iter().all(number) => "Nombre",
        _ => "Cellule",
    }
}

fn text(words: &str) -> Run {
    let mut lines = words.split('\n');
    let first = Run::new().add_text(lines.next().unwrap_or_default());
    lines.fold(first, |run, line| run.add_break(BreakType::TextWrapping).add_text(line))
}

fn piece(piece: &Piece) -> Run {
    let run = text(&piece.text);
    if piece.blank { run.highlight("yellow") } else { run }
}

fn span(span: &Span) -> Run {
    let run = text(&span.text);
    let run = if span.strong { run.bold() } else { run };
    if span.emphasis { run.italic() } else { run }
}

fn plain_span(words: &str) -> Span {
    Span {
        text: words.to_owned(),
        ..Span::default()
    }
}
