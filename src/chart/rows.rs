//! Rows of an aggregate: a category each, its parts laid from left to right, its total at their end.

use super::bars::draw_bar;
use super::bounds::Bounds;
use super::house::{House, THIN, TOP_BAND};
use super::key::{Entry, Sample, draw_band, entries, entries_once};
use super::scale::{Ground, Scale, Wanted};
use super::shades::shades;
use super::sheet::{Note, Sheet, ascent, descent};
use super::stack::{Stack, stacks};
use super::subject::Subject;
use super::trace::Drawn;

/// Width on the page; the height follows the number of rows.
const WIDTH: i32 = 12_000;
const PITCH: i32 = 500;
const THICKNESS: i32 = 300;
/// Height of a line of the key.
const KEY: i32 = 420;

/// Draws the rows in the order of the categories; one without a value says `n.d.`.
pub(super) fn draw_rows(subject: &Subject, parts: &[(String, Vec<Drawn>)], house: &House) -> Sheet {
    let drawn: Vec<&[Drawn]> = parts.iter().map(|part| part.1.as_slice()).collect();
    let points: Vec<Drawn> = drawn.iter().flat_map(|points| points.iter().copied()).collect();
    let mut stacks = stacks(&drawn);
    let stacked = parts.len() > 1;
    if points.iter().all(|point| point.example) && stacked {
        stacks.iter_mut().for_each(Stack::unmark);
    }
    let tints = match subject.tints.is_empty() {
        true => shades(subject.colour, house.tokens.paper, parts.len()),
        false => subject.tints.clone(),
    };
    let values: Vec<f64> = stacks.iter().flat_map(|stack| [stack.low, stack.high]).collect();
    let (ground, precision) = (Ground::Zero, subject.precision);
    let scale = Scale::new(&Wanted {
        values: &values,
        ground,
        divisions: 4,
        precision,
    });

    let mut sheet = Sheet::new(WIDTH, 0, house);
    let key = if stacked {
        key_lines(&sheet, house, parts)
    } else {
        Vec::new()
    };
    let top = TOP_BAND + 60 + i32::try_from(key.len()).unwrap_or(0) * KEY;
    let count = i32::try_from(subject.names.len()).unwrap_or(0);
    sheet.height = top + count * PITCH;
    let marks = match stacked {
        true => entries_once(&points, Sample::None, Sample::Dashes),
        false => entries(&points, Sample::Hollow, Sample::Dashes),
    };
    draw_band(&mut sheet, house, &scale.unit(&subject.unit), &marks, subject.colour);
    for (line, names) in (0_i32..).zip(key) {
        draw_key(&mut sheet, house, &names, TOP_BAND + line * KEY, parts, &tints);
    }

    let widest = |texts: &mut dyn Iterator<Item = i32>| texts.max().unwrap_or(0);
    let name_width = |name: &String| sheet.letters.width(name, house.axis);
    let names = widest(&mut subject.names.iter().map(name_width)).min(WIDTH * 2 / 5);
    let texts = stacks.iter().map(|stack| scale.text(stack.total));
    let room = widest(&mut texts.map(|text| sheet.letters.width(&text, house.name))).max(500) + 110;
    let fold = |start: f64, value: &f64| (start.min(value / scale.factor), start.max(value / scale.factor));
    let low = values.iter().fold(0.0_f64, |low, value| fold(low, value).0);
    let high = values.iter().fold(0.0_f64, |high, value| fold(high, value).1);
    let (left, right) = (names + 160, WIDTH - room);
    let reach = if high > low { high - low } else { 1.0 };
    let x = |value: f64| left + (f64::from(right - left) * (value / scale.factor - low) / reach).round() as i32;
    let axis = vec![(x(0.0), top - 40), (x(0.0), sheet.height)];
    sheet.line(axis, THIN, house.tokens.muted);
    for (row, name) in (0_i32..).zip(&subject.names) {
        let middle = top + row * PITCH + PITCH / 2;
        let text_top = middle - (ascent(house.axis) + descent(house.axis)) / 2 + 12;
        let name = sheet.letters.shorten(name, house.axis, names);
        let name_left = names - sheet.letters.width(&name, house.axis);
        sheet.write(
            &Note::single(name, house.axis, house.tokens.text),
            (name_left, text_top),
        );
        let Some(stack) = stacks.iter().find(|stack| stack.year == row) else {
            let absent = Note::single("n.d.", house.axis, house.tokens.muted);
            sheet.write(&absent, (x(0.0) + 90, text_top));
            continue;
        };
        for segment in &stack.segments {
            let (one, other) = (x(segment.from), x(segment.to));
            let (from, to) = (one.min(other), one.max(other));
            let white = if stacked && to - from > 60 { 14 } else { 0 };
            let bounds = Bounds {
                left: from,
                top: middle - THICKNESS / 2,
                right: to - white,
                bottom: middle + THICKNESS / 2,
            };
            draw_bar(&mut sheet, bounds, &segment.point, tints[segment.part], house);
        }
        let total = Note::single(scale.text(stack.total), house.name, house.tokens.text);
        sheet.write(&total, (x(stack.high) + 90, text_top));
    }
    sheet
}

/// The ranks of the parts on each line of the key, as many on a line as its width holds.
fn key_lines(sheet: &Sheet, house: &House, parts: &[(String, Vec<Drawn>)]) -> Vec<Vec<usize>> {
    let mut lines: Vec<Vec<usize>> = Vec::new();
    let mut taken = WIDTH;
    for (rank, (name, _)) in parts.iter().enumerate() {
        let width = sheet.letters.width(name, house.axis) + 600;
        match lines.last_mut() {
            Some(line) if taken + width <= WIDTH => line.push(rank),
            _ => {
                taken = 0;
                lines.push(vec![rank]);
            }
        }
        taken += width;
    }
    lines
}

fn draw_key(
    sheet: &mut Sheet,
    house: &House,
    ranks: &[usize],
    top: i32,
    parts: &[(String, Vec<Drawn>)],
    tints: &[super::colour::Colour],
) {
    let mut left = 0;
    for rank in ranks {
        let entry = Entry {
            sample: Sample::Square(tints[*rank]),
            words: sheet.letters.shorten(&parts[*rank].0, house.axis, WIDTH - 600),
        };
        let square = Bounds {
            left,
            top: top + 60,
            right: left + 170,
            bottom: top + 230,
        };
        sheet.block(square, tints[*rank]);
        left += 260;
        let note = Note::single(entry.words, house.axis, house.tokens.muted);
        let width = note.width(&sheet.letters);
        sheet.write(&note, (left, top + 145 - house.axis.size / 2));
        left += width + 340;
    }
}
