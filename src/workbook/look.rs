//! The look of a workbook: one font, four kinds of cells, nothing that only a colour says.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatUnderline};

const INK: Color = Color::RGB(0x1F_29_33);
const BRAND: Color = Color::RGB(0x1B_4F_5C);
const PAPER: Color = Color::RGB(0xFF_FF_FF);
/// What may be filled.
const OPEN: Color = Color::RGB(0xFF_F8_DC);
/// What is given.
const GIVEN: Color = Color::RGB(0xF1_F3_F5);
const RULE: Color = Color::RGB(0xB4_BE_C6);

/// The formats that sheets take from.
pub struct Look {
    pub title: Format,
    /// A sentence under a title, on one line.
    pub told: Format,
    /// What stands over a table, on one line.
    pub lead: Format,
    /// A paragraph.
    pub prose: Format,
    /// The head of a column.
    pub head: Format,
    /// The head of what is to be filled.
    pub open_head: Format,
    pub given: Format,
    /// A key by which a line is found again.
    pub key: Format,
    pub open: Format,
    /// What is as it was written, and may be changed.
    pub cell: Format,
    /// What leads to another sheet.
    pub link: Format,
    pub state: Format,
}

impl Look {
    pub fn new() -> Self {
        let plain = Format::new()
            .set_font_name("Arial")
            .set_font_size(11)
            .set_font_color(INK)
            .set_align(FormatAlign::Top);
        let cell = plain
            .clone()
            .set_border(FormatBorder::Thin)
            .set_border_color(RULE)
            .set_text_wrap();
        let head = cell
            .clone()
            .set_bold()
            .set_font_color(PAPER)
            .set_background_color(BRAND)
            .set_align(FormatAlign::VerticalCenter);
        let given = cell.clone().set_background_color(GIVEN);
        Look {
            title: plain.clone().set_bold().set_font_size(16).set_font_color(BRAND),
            told: plain.clone(),
            lead: plain.clone().set_bold().set_align(FormatAlign::VerticalCenter),
            prose: plain.clone().set_text_wrap(),
            open_head: head
                .clone()
                .set_font_color(INK)
                .set_background_color(Color::RGB(0xF2_C9_4C)),
            head,
            key: given.clone().set_font_size(10),
            given,
            open: cell.clone().set_background_color(OPEN).set_unlocked(),
            link: cell
                .clone()
                .set_font_color(BRAND)
                .set_underline(FormatUnderline::Single),
            cell: cell.clone(),
            state: cell.set_bold(),
        }
    }
}

/// A format of numbers, digits after the comma as the catalogue says.
pub fn numbers(format: &Format, decimals: usize) -> Format {
    let digits = match decimals {
        0 => "#,##0".to_owned(),
        decimals => format!("#,##0.{}", "0".repeat(decimals.min(10))),
    };
    format.clone().set_num_format(digits).set_align(FormatAlign::Right)
}
