//! The legend of a map: from the highest class to the lowest, then what has no value.

use super::classes::Classes;
use super::hatching::hatches;
use super::shape::Shape;
use super::{HATCH, MapStory, WIDTH};
use crate::chart::house::{House, THIN, TOP_BAND};
use crate::chart::sheet::{Note, Sheet, ascent, descent, leading};
use crate::model::Colour;

/// The width kept for it at the right of the ground.
pub(super) const LEGEND: i32 = 4_300;
/// From a line to the next one, and the size of a swatch.
const PITCH: i32 = 470;
const SWATCH: (i32, i32) = (400, 300);

/// A line: a tint, or none for what is hatched; its words; how many communes it holds.
struct Row {
    tint: Option<Colour>,
    words: String,
    held: usize,
}

/// The height that the legend takes.
pub(super) fn legend_height(classes: &Classes, story: &MapStory, house: &House) -> i32 {
    let rows = i32::try_from(classes.count()).unwrap_or(0) + i32::from(story.absent > 0);
    rows * PITCH + 2 * leading(house.axis)
}

/// Draws the lines under the word that says what the numbers at the right count.
pub(super) fn draw_legend(sheet: &mut Sheet, classes: &Classes, tints: &[Colour], story: &MapStory, house: &House) {
    let mut rows: Vec<Row> = (0..classes.count())
        .rev()
        .map(|rank| row(classes, tints, story, rank))
        .collect();
    if story.absent > 0 {
        rows.push(Row {
            tint: None,
            words: "non disponible".to_owned(),
            held: story.absent,
        });
    }
    let many = sheet.letters.shorten(&story.many(), house.axis, LEGEND);
    write_at_right(sheet, many, TOP_BAND + 60, house);
    for (rank, row) in (0_i32..).zip(&rows) {
        draw_row(
            sheet,
            row,
            TOP_BAND + 60 + leading(house.axis) + 80 + rank * PITCH,
            house,
        );
    }
}

fn row(classes: &Classes, tints: &[Colour], story: &MapStory, rank: usize) -> Row {
    let values = story.values.values().map(|(_, point)| point.value);
    Row {
        tint: tints.get(rank).copied(),
        words: classes.words(rank),
        held: values.filter(|value| classes.rank(*value) == rank).count(),
    }
}

fn draw_row(sheet: &mut Sheet, row: &Row, top: i32, house: &House) {
    let (left, right, bottom) = (WIDTH - LEGEND, WIDTH - LEGEND + SWATCH.0, top + SWATCH.1);
    let swatch = Shape::of(vec![(left, top), (right, top), (right, bottom), (left, bottom)]);
    sheet.area(swatch.outline.clone(), row.tint.unwrap_or(house.tokens.paper));
    if row.tint.is_none() {
        for (from, to) in hatches(&swatch, HATCH) {
            sheet.line(vec![from, to], THIN - 10, house.tokens.muted);
        }
    }
    sheet.line(swatch.closed(), 14, house.tokens.text);
    let text_top = top + (SWATCH.1 - ascent(house.axis) - descent(house.axis)) / 2;
    let counted = write_at_right(sheet, row.held.to_string(), text_top, house);
    let words = sheet.letters.shorten(&row.words, house.axis, counted - right - 220);
    sheet.write(
        &Note::single(words, house.axis, house.tokens.text),
        (right + 120, text_top),
    );
}

/// Gives where the text begins.
fn write_at_right(sheet: &mut Sheet, text: String, top: i32, house: &House) -> i32 {
    let note = Note::single(text, house.axis, house.tokens.muted);
    let left = WIDTH - note.width(&sheet.letters);
    sheet.write(&note, (left, top));
    left
}
