//! The band over a drawing: the unit at the left, what the marks mean at the right.

use super::bounds::Bounds;
use super::dash::{Rhythm, dashes};
use super::house::{DATA, House, RING, THIN};
use super::sheet::{Note, Sheet};
use super::trace::Drawn;
use crate::model::Colour;

/// A mark that occurs in the drawing and its word.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    pub sample: Sample,
    pub words: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sample {
    /// A hollow point.
    Ring,
    /// A hollow bar.
    Hollow,
    /// A dashed line.
    Dashes,
    /// A square of a colour of its own.
    Square(Colour),
    /// Words alone.
    None,
}

/// The marks that values carry; `example` is how an example is drawn here, `tentative` a provisional value.
pub(super) fn entries(drawn: &[Drawn], example: Sample, tentative: Sample) -> Vec<Entry> {
    let mut entries = Vec::new();
    let provisional = drawn.iter().any(|point| point.provisional);
    let estimated = drawn.iter().any(|point| point.estimated);
    if provisional || estimated {
        let words = match (provisional, estimated) {
            (true, true) => "provisoire ou estimé",
            (true, false) => "provisoire",
            _ => "estimé",
        };
        entries.push(Entry {
            sample: tentative,
            words: words.to_owned(),
        });
    }
    if drawn.iter().any(|point| point.example) {
        entries.push(Entry {
            sample: example,
            words: "exemple".to_owned(),
        });
    }
    entries
}

/// Words alone, for what holds of the whole drawing.
pub(super) fn remark(words: &str) -> Entry {
    Entry {
        sample: Sample::None,
        words: words.to_owned(),
    }
}

/// What marks mean where there are several: an example is not marked when every value is one, the key says it once.
pub(super) fn entries_once(drawn: &[Drawn], example: Sample, tentative: Sample) -> Vec<Entry> {
    let mut marks = entries(drawn, example, tentative);
    if drawn.iter().all(|point| point.example) {
        marks.retain(|entry| entry.sample != example);
        marks.push(remark("toutes les valeurs sont des exemples"));
    }
    marks
}

/// The marks of bars: of several parts, each way of being known is said once, and `example` shows an example.
pub(super) fn bar_entries(drawn: &[Drawn], stacked: bool, example: Sample) -> Vec<Entry> {
    match stacked {
        true => entries_once(drawn, example, Sample::Dashes),
        false => entries(drawn, Sample::Hollow, Sample::Dashes),
    }
}

/// Writes the band at the top of the sheet; the key is whole, the unit gives way.
pub(super) fn draw_band(sheet: &mut Sheet, house: &House, unit: &str, entries: &[Entry], colour: Colour) {
    let top = 55;
    let middle = top + house.axis.size / 2;
    let mut right = sheet.width;
    for entry in entries.iter().rev() {
        let width = sheet.letters.width(&entry.words, house.axis);
        let left = right - width;
        sheet.write(
            &Note::single(entry.words.clone(), house.axis, house.tokens.muted),
            (left, top),
        );
        right = left - entry.sample.width();
        draw_sample(sheet, entry.sample, (right, middle), colour);
        right -= 320;
    }
    let unit = sheet.letters.shorten(unit, house.axis, right.max(800));
    if !unit.is_empty() {
        sheet.write(&Note::single(unit, house.axis, house.tokens.muted), (0, top));
    }
}

fn draw_sample(sheet: &mut Sheet, sample: Sample, (left, middle): (i32, i32), colour: Colour) {
    match sample {
        Sample::None => {}
        Sample::Square(own) => {
            let bounds = Bounds::between((left + 20, middle - 85), (left + 190, middle + 85));
            sheet.block(bounds, own);
        }
        Sample::Ring => {
            sheet.ring((left + RING + 20, middle), RING, THIN + 6, colour);
        }
        Sample::Hollow => {
            let bounds = Bounds::between((left + 20, middle - 80), (left + 260, middle + 80));
            outline(sheet, bounds, colour);
        }
        Sample::Dashes => {
            for piece in dashes(
                &[(left, middle), (left + 470, middle)],
                Rhythm { dash: 110.0, gap: 70.0 },
            ) {
                sheet.line(piece, DATA, colour);
            }
        }
    }
}

/// The outline of a bar, drawn inside its bounds.
pub(super) fn outline(sheet: &mut Sheet, bounds: Bounds, colour: Colour) {
    let half = THIN / 2;
    let (left, right) = (bounds.left + half, (bounds.right - half).max(bounds.left + half));
    let (top, bottom) = (bounds.top + half, (bounds.bottom - half).max(bounds.top + half));
    sheet.line(
        vec![(left, top), (right, top), (right, bottom), (left, bottom), (left, top)],
        THIN,
        colour,
    );
}

impl Sample {
    /// Its width with the white before its word.
    fn width(self) -> i32 {
        match self {
            Sample::None => 0,
            Sample::Square(_) => 280,
            Sample::Ring => 2 * RING + 110,
            Sample::Hollow => 350,
            Sample::Dashes => 560,
        }
    }
}
