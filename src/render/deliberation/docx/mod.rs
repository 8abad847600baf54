//! The délibération as a file for a word processor: real styles, French, the same bytes at each run.
//!
//! Holds the one use of docx-rs. It words nothing: the [`Act`] is written as it is, and `prose` writes its exposé.

mod prose;
mod styles;

use super::act::{Act, Mention, Piece};
use crate::error::Error;
use crate::model::Prose;
use crate::printed::PageRow;
use docx_rs::{
    BreakType, Docx, IndentLevel, NumberingId, Paragraph, ParagraphChild, Run, Table, TableCell, TableLayoutType,
    TableRow, WidthType,
};
use jiff::civil::Date;
use prose::{Standing, Voice};
use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::Arc;
use styles::DASHES;

/// The width of the text on an A4 page between its margins, in twentieths of a point.
const TEXT_WIDTH: usize = 9070;

pub fn write(act: &Act, statement: Option<&Prose>, date: Date) -> Result<Arc<[u8]>, Error> {
    let mut writer = Writer {
        docx: styles::template(),
        paragraphs: 0,
        lists: DASHES,
        links: 0,
        prose: statement,
        notes: BTreeMap::new(),
        in_note: false,
    };
    writer.act(act);
    let mut package = writer.docx.build();
    package.styles = styles::with_language(package.styles);
    package.document = styles::with_header_rows(package.document);
    package.document_rels = styles::with_ordered_links(package.document_rels);
    package.footnotes = styles::with_note_marks(package.footnotes);
    package.doc_props.core = styles::core(act, date);
    let mut bytes = Cursor::new(Vec::new());
    package.pack(&mut bytes).map_err(|error| Error::Defect {
        room: "render",
        detail: error.to_string(),
    })?;
    Ok(bytes.into_inner().into())
}

/// The document in the making; paragraphs, lists, links and notes are numbered here, so that two runs give the same bytes.
struct Writer<'a> {
    docx: Docx,
    paragraphs: u32,
    /// The last list that was opened.
    lists: usize,
    links: usize,
    /// The exposé.
    prose: Option<&'a Prose>,
    /// The number of each note that was written.
    notes: BTreeMap<String, usize>,
    in_note: bool,
}

/// A cell of a table, and its words alone.
struct Cell {
    words: String,
    children: Vec<ParagraphChild>,
}

impl Writer<'_> {
    fn act(&mut self, act: &Act) {
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
        self.plain("Heading2", act.statement_title);
        if let Some(remark) = &act.proposed {
            self.plain("Remarque", remark);
        }
        if let Some(prose) = self.prose {
            self.blocks(&prose.blocks, Standing::default());
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
            self.plain("Heading2", act.vote_title);
            let head = vote.columns.iter().map(|column| cell(&column.head, false)).collect();
            let row = |row: &PageRow| row.cells.iter().map(|words| cell(&words.text, row.whole)).collect();
            let rows = std::iter::once(head).chain(vote.rows.iter().map(row));
            self.table(rows.collect());
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

    fn table(&mut self, rows: Vec<Vec<Cell>>) {
        let columns = rows.first().map_or(1, |row| row.len().max(1));
        // The first column names its row and is twice as wide as the others.
        let unit = TEXT_WIDTH / (columns + 1);
        let width = |column: usize| if column == 0 { 2 * unit } else { unit };
        let mut made = Vec::new();
        for (rank, row) in rows.into_iter().enumerate() {
            let mut cells = Vec::new();
            for (column, cell) in row.into_iter().enumerate() {
                let mut paragraph = self.paragraph(cell_style(rank, &cell.words));
                paragraph.children.extend(cell.children);
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
        let paragraph = self.paragraph(style).add_run(text(words));
        self.add(paragraph);
    }

    fn pieces(&mut self, style: &str, pieces: &[Piece]) {
        let paragraph = pieces.iter().map(piece).fold(self.paragraph(style), Paragraph::add_run);
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

/// A cell of the vote; those of the total are strong.
fn cell(words: &str, strong: bool) -> Cell {
    let voice = Voice {
        strong,
        ..Voice::default()
    };
    Cell {
        words: words.to_owned(),
        children: vec![ParagraphChild::Run(Box::new(voice.run(words)))],
    }
}

/// The header, a number that is aligned with those above and below, or words.
fn cell_style(rank: usize, words: &str) -> &'static str {
    let number = words
        .chars()
        .all(|letter| letter.is_ascii_digit() || letter.is_whitespace());
    match rank {
        0 => "EnTete",
        _ if !words.is_empty() && number => "Nombre",
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
