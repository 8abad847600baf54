//! Rows of a chart, each with its name at the left, and what is remarked under all of them.

use super::house::House;
use super::letters::Hand;
use super::sheet::{Note, Sheet, centred};

/// From one row to the next, and the height of a bar.
pub(super) const PITCH: i32 = 500;
pub(super) const THICKNESS: i32 = 300;

/// Writes the name of a row in a column of names, to its right; gives the top of what else is written on its line.
pub(super) fn write_name(
    sheet: &mut Sheet,
    house: &House,
    (name, hand): (&str, Hand),
    column: i32,
    middle: i32,
) -> i32 {
    let top = centred(house.axis, middle);
    let name = sheet.letters.shorten(name, hand, column);
    let left = column - sheet.letters.width(&name, hand);
    sheet.write(&Note::single(name, hand, house.tokens.text), (left, top));
    top
}

/// Writes a remark under the last row, to the right; nothing where there is none.
pub(super) fn write_remark(sheet: &mut Sheet, house: &House, words: &str, bottom: i32) {
    if !words.is_empty() {
        let words = sheet.letters.shorten(words, house.axis, sheet.width);
        let remark = Note::single(words, house.axis, house.tokens.muted);
        let left = sheet.width - remark.width(&sheet.letters);
        sheet.write(&remark, (left, bottom + 120));
    }
}

/// The height of a remark.
pub(super) fn remark_height(words: &str) -> i32 {
    if words.is_empty() { 0 } else { PITCH }
}
