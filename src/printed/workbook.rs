//! Tables as one workbook for a reader: a summary, what each column holds and what its empty cells say, then a real table a sheet.
//!
//! The cells are those of the CSV, typed; nothing is merged, hidden or frozen, and no text is a formula. Source of the form: the
//! essential lines of « Making spreadsheets accessible » (Government Analysis Function, United Kingdom), which gptables keeps.

use super::{Audience, Cell, PrintedTable, Raw};
use crate::error::Error;
use crate::french::plural;
use crate::workbook::{Head, Look, Naming, PROSE, begun, defect, height, numbers, page, prose, table, titled};
use jiff::civil::Date;
use rust_xlsxwriter::{FormatAlign, Url, Worksheet, XlsxError};

const SUMMARY: &str = "Sommaire";
const COLUMNS: &str = "Colonnes";
/// The row of the heads: under a title and a sentence.
const HEADS: u32 = 2;
/// Rows of a table; a spreadsheet holds 1 048 576 with what stands over them.
const ROWS: usize = 1_048_570;
/// Letters of a cell, in UTF-16 as a spreadsheet counts them; it holds 32 767.
const LETTERS: usize = 32_700;

/// Tables that are read together.
pub struct TablesBook<'b> {
    pub title: &'b str,
    pub community: &'b str,
    pub dated: Date,
    /// What stands under the title, some under a heading.
    pub paragraphs: Vec<(&'static str, String)>,
    pub sheets: Vec<TableSheet<'b>>,
}

/// A table, and what is said of it.
pub struct TableSheet<'b> {
    /// Of the sheet and of its table: a letter first, then letters and digits, 31 at most.
    pub name: &'static str,
    pub title: &'static str,
    pub table: &'b PrintedTable,
    pub columns: Vec<ColumnMeaning>,
}

/// What a column holds, and what its empty cells say; in the order of the columns that machines read.
pub struct ColumnMeaning {
    pub holds: String,
    pub empty: String,
}

impl TablesBook<'_> {
    /// The bytes of the workbook: the same tables give the same bytes.
    ///
    /// # Errors
    /// A table that the writer of workbooks refuses: a defect of the program.
    pub fn workbook(&self) -> Result<Vec<u8>, Error> {
        self.written().map_err(|error| defect("printed", &error))
    }

    fn written(&self) -> Result<Vec<u8>, XlsxError> {
        let look = Look::new();
        let mut workbook = begun(self.title, self.community, self.dated)?;
        self.summary(workbook.add_worksheet(), &look)?;
        self.columns(workbook.add_worksheet(), &look)?;
        for sheet in self.sheets.iter().filter(|sheet| sheet.fits()) {
            sheet.written(workbook.add_worksheet(), &look)?;
        }
        workbook.save_to_buffer()
    }

    fn summary(&self, sheet: &mut Worksheet, look: &Look) -> Result<(), XlsxError> {
        sheet.set_name(SUMMARY)?;
        page(sheet);
        let first = prose(sheet, self.title, &self.paragraphs, look)? + 1;
        // The first column is as wide as the prose over it.
        let heads = [
            Head::given("contenu", PROSE),
            Head::given("feuille", 24.0),
            Head::given("lignes", 12.0),
        ];
        let naming = Naming {
            name: SUMMARY,
            told: "Les feuilles de ce classeur",
        };
        table(sheet, &naming, first, &heads, self.sheets.len() + 1, look)?;
        let told = "Ce que contient chaque colonne, et ce que dit une case vide";
        let columns = self.sheets.iter().map(|sheet| sheet.columns.len()).sum();
        let sheets = self.sheets.iter();
        let sheets = sheets.map(|sheet| (sheet.title, sheet.name, sheet.table.rows.len()));
        for (row, (title, name, lines)) in (first + 1..).zip(std::iter::once((told, COLUMNS, columns)).chain(sheets)) {
            sheet.write_with_format(row, 0, title, &look.cell)?;
            if lines <= ROWS {
                let link = Url::new(format!("internal:'{name}'!A1")).set_text(name);
                sheet.write_with_format(row, 1, link, &look.link)?;
            } else {
                sheet.write_with_format(row, 1, "trop longue : voir son CSV", &look.cell)?;
            }
            sheet.write_with_format(row, 2, lines as f64, &numbers(&look.cell, 0))?;
            height(sheet, row, [(title, PROSE)])?;
        }
        Ok(())
    }

    fn columns(&self, sheet: &mut Worksheet, look: &Look) -> Result<(), XlsxError> {
        sheet.set_name(COLUMNS)?;
        page(sheet);
        let told = "Ce que contient chaque colonne des autres feuilles, et ce que dit une case vide.";
        titled(sheet, "Les colonnes", told, look)?;
        let heads = [
            Head::given("feuille", 20.0),
            Head::given("colonne", 24.0),
            Head::given("contenu", 70.0),
            Head::given("ce que dit une case vide", 46.0),
            Head::given("cases vides", 14.0),
        ];
        let rows: Vec<(usize, [&str; 4])> = self.sheets.iter().flat_map(TableSheet::told).collect();
        let naming = Naming {
            name: COLUMNS,
            told: "Les colonnes des autres feuilles",
        };
        table(sheet, &naming, HEADS, &heads, rows.len(), look)?;
        let counts = numbers(&look.cell, 0);
        for (row, (empty, texts)) in (HEADS + 1..).zip(&rows) {
            for (column, text) in (0..).zip(texts) {
                sheet.write_with_format(row, column, *text, &look.cell)?;
            }
            sheet.write_with_format(row, 4, *empty as f64, &counts)?;
            let widths = heads.iter().map(|head| head.width - 2.0);
            height(sheet, row, texts.iter().copied().zip(widths))?;
        }
        Ok(())
    }
}

impl TableSheet<'_> {
    fn fits(&self) -> bool {
        self.table.rows.len() <= ROWS
    }

    /// The ranks of its columns.
    fn ranks(&self) -> Vec<usize> {
        self.table.columns_of(Audience::Machines)
    }

    /// How many cells of a column are empty.
    fn empty(&self, rank: usize) -> usize {
        let cells = self.table.rows.iter().filter_map(|row| row.cells.get(rank));
        cells.filter(|cell| is_empty(cell)).count()
    }

    /// The lines of its columns: how many cells are empty; sheet, name, what it holds, what an empty cell says.
    fn told(&self) -> impl Iterator<Item = (usize, [&str; 4])> {
        self.ranks().into_iter().zip(&self.columns).map(|(rank, column)| {
            let empty = self.empty(rank);
            let says = match empty {
                0 => "aucune n’est vide",
                _ => &column.empty,
            };
            (empty, [self.name, &self.table.columns[rank].key, &column.holds, says])
        })
    }

    fn written(&self, sheet: &mut Worksheet, look: &Look) -> Result<(), XlsxError> {
        sheet.set_name(self.name)?;
        page(sheet);
        let ranks = self.ranks();
        let empty = ranks.iter().map(|rank| self.empty(*rank)).sum();
        let lines = plural(self.table.rows.len(), "ligne", "lignes");
        let told = match empty {
            0 => format!("{lines}. Aucune case n’est vide."),
            empty => format!(
                "{lines}, {}. Une case vide n’est jamais un zéro : « {COLUMNS} » dit ce qu’elle veut dire, colonne par colonne.",
                plural(empty, "case vide", "cases vides")
            ),
        };
        titled(sheet, self.title, &told, look)?;
        let rows = self.table.rows.iter();
        let rows = rows.map(|row| {
            ranks
                .iter()
                .filter_map(|rank| row.cells.get(*rank))
                .map(Shown::of)
                .collect()
        });
        let rows: Vec<Vec<Shown>> = rows.collect();
        let heads = ranks.iter().enumerate().map(|(column, rank)| {
            let cells = rows.iter().filter_map(|row| row.get(column));
            Head::fitted(&self.table.columns[*rank].key, cells.map(|cell| cell.words.as_str()))
        });
        let heads: Vec<Head> = heads.collect();
        let naming = Naming {
            name: self.name,
            told: self.title,
        };
        // A table has a line at least, be it empty.
        table(sheet, &naming, HEADS, &heads, rows.len().max(1), look)?;
        let (cents, plain) = (numbers(&look.cell, 2), look.cell.clone().set_align(FormatAlign::Right));
        for (row, cells) in (HEADS + 1..).zip(&rows) {
            for (column, Shown { words, typed }) in (0..).zip(cells) {
                match typed {
                    Typed::Text if words.is_empty() => sheet.write_blank(row, column, &look.cell)?,
                    Typed::Text => sheet.write_with_format(row, column, words, &look.cell)?,
                    Typed::Flag(flag) => sheet.write_with_format(row, column, *flag, &look.cell)?,
                    Typed::Number(number) => sheet.write_with_format(row, column, *number, &plain)?,
                    Typed::Cents(number) => sheet.write_with_format(row, column, *number, &cents)?,
                };
            }
            let widths = heads.iter().map(|head| head.width - 2.0);
            height(sheet, row, cells.iter().map(|cell| cell.words.as_str()).zip(widths))?;
        }
        Ok(())
    }
}

/// Whether nothing is written in a cell.
fn is_empty(cell: &Cell) -> bool {
    match &cell.raw {
        Raw::Absent => true,
        Raw::Text(text) | Raw::Code(text) => text.is_empty(),
        Raw::Flag(_) | Raw::Whole(_) | Raw::Number(_) | Raw::Money(_) | Raw::Status(_) => false,
    }
}

/// A cell of a sheet: what it takes of the width of a column, and what it is.
struct Shown {
    words: String,
    typed: Typed,
}

enum Typed {
    Text,
    Flag(bool),
    Number(f64),
    Cents(f64),
}

impl Shown {
    fn of(cell: &Cell) -> Self {
        let (words, typed) = match &cell.raw {
            Raw::Absent => (String::new(), Typed::Text),
            Raw::Text(text) | Raw::Code(text) => (held(text), Typed::Text),
            Raw::Flag(flag) => (if *flag { "vrai" } else { "faux" }.to_owned(), Typed::Flag(*flag)),
            Raw::Whole(number) => (number.to_string(), Typed::Number(*number as f64)),
            Raw::Number(number) => (number.to_string(), Typed::Number(*number)),
            Raw::Money(amount) => (amount.to_string(), Typed::Cents(amount.cents() as f64 / 100.0)),
            Raw::Status(status) => (status.key().to_owned(), Typed::Text),
        };
        Shown { words, typed }
    }
}

/// The part of a text that a cell holds; what is left out is said.
fn held(text: &str) -> String {
    let mut letters = 0;
    let end = text.char_indices().find(|(_, letter)| {
        letters += letter.len_utf16();
        letters > LETTERS
    });
    match end {
        Some((end, _)) => format!("{}… (la suite est dans le CSV)", &text[..end]),
        None => text.to_owned(),
    }
}
