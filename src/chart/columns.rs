//! Columns: one a year, whole for a headline, stacked for the parts of a sum.

use super::around::{Sides, corners};
use super::bars::draw_bar;
use super::bounds::Bounds;
use super::colour::Colour;
use super::dash::{Rhythm, dashes};
use super::house::{BOTTOM_BAND, DATA, House, RING, THIN, TOP_BAND};
use super::key::{Sample, draw_band, entries};
use super::plane::{Plane, draw_values, draw_years, gutter};
use super::scale::{Ground, Scale, Wanted};
use super::shades::shades;
use super::sheet::{Mark, Note, Sheet};
use super::stack::{Stack, stacks};
use super::trace::Drawn;
use crate::assess::Finding;

/// Size on the page.
const WIDTH: i32 = 12_000;
const HEIGHT: i32 = 5_200;
const STACKED_HEIGHT: i32 = 6_400;

/// Draws the columns of one part (a headline) or several (a disaggregation), largest part at the foot.
pub(super) fn draw_columns(finding: &Finding, parts: &[(String, Vec<Drawn>)], house: &House) -> Sheet {
    let indicator = &finding.indicator;
    let colour = house.tokens.finality(indicator.finality);
    let stacked = parts.len() > 1;
    let mut parts: Vec<&(String, Vec<Drawn>)> = parts.iter().collect();
    let size = |part: &&(String, Vec<Drawn>)| part.1.last().map_or(0.0, |last| last.value.abs());
    parts.sort_by(|left, right| size(right).total_cmp(&size(left)));
    let tints = shades(colour, house.tokens.paper, parts.len());
    let stacks = stacks(&parts.iter().map(|part| part.1.as_slice()).collect::<Vec<_>>());
    let years = (
        stacks.first().map_or(0, |stack| stack.year),
        stacks.last().map_or(0, |stack| stack.year),
    );

    let goal = finding.assessment.inputs.target.filter(|target| target.1.is_finite());
    let mut values: Vec<f64> = stacks.iter().flat_map(|stack| [stack.low, stack.high]).collect();
    values.extend(goal.map(|goal| goal.1));
    let (ground, precision) = (Ground::Zero, indicator.precision);
    let scale = Scale::new(&Wanted {
        values: &values,
        ground,
        divisions: 4,
        precision,
    });

    let mut sheet = Sheet::new(WIDTH, if stacked { STACKED_HEIGHT } else { HEIGHT });
    let names = parts
        .iter()
        .map(|part| sheet.letters.width(&part.0, house.axis))
        .max()
        .unwrap_or(0)
        .min(3_000);
    let bounds = Bounds {
        left: gutter(&sheet, house, &scale),
        top: TOP_BAND + 280,
        right: if stacked { WIDTH - names - 420 } else { WIDTH },
        bottom: sheet.height - BOTTOM_BAND,
    };
    let slots = years.1 - years.0 + 1;
    let slot = (bounds.width() - 120) / slots.max(1);
    let plane = Plane::new(bounds, 60 + slot / 2, years, &scale);
    let points: Vec<Drawn> = parts.iter().flat_map(|part| part.1.iter().copied()).collect();
    let (example, key) = if stacked {
        (Sample::Ring, house.tokens.text)
    } else {
        (Sample::Hollow, colour)
    };
    draw_band(
        &mut sheet,
        house,
        &scale.unit(&indicator.unit),
        &entries(&points, example, Sample::Dashes),
        key,
    );
    draw_values(&mut sheet, house, &plane, &scale);
    draw_years(&mut sheet, house, &plane, &[years.1, years.0], years);

    let half = (slot * 36 / 100).clamp(10, 600);
    for stack in &stacks {
        draw_stack(&mut sheet, house, &plane, stack, half, &tints);
    }
    let room = Bounds {
        left: bounds.left,
        top: TOP_BAND,
        right: bounds.right,
        bottom: bounds.bottom,
    };
    if let Some(last) = stacks.last() {
        let note = Note::single(scale.text(last.total), house.strong, house.tokens.text);
        let spot = plane.spot(last.year, if last.high > 0.0 { last.high } else { last.low });
        let lifted = (spot.0, spot.1 - if stacked { last.lift() } else { 0 });
        sheet.place(&note, &corners(&sheet, &note, lifted, Sides::Above), &room, &[]);
        if stacked {
            draw_names(&mut sheet, house, &plane, last, &parts, &tints);
        }
    }
    if let Some((year, value)) = goal {
        draw_goal(
            &mut sheet,
            house,
            &plane,
            value,
            &format!("cible {year} : {}", scale.round_text(value)),
            &room,
        );
    }
    sheet
}

/// The segments of a year; over a stack, a ring says that it holds an example and a dash that it is provisional.
fn draw_stack(sheet: &mut Sheet, house: &House, plane: &Plane, stack: &Stack, half: i32, tints: &[Colour]) {
    let x = plane.x(stack.year);
    let stacked = tints.len() > 1;
    for segment in &stack.segments {
        let (one, other) = (
            plane.spot(stack.year, segment.from).1,
            plane.spot(stack.year, segment.to).1,
        );
        let (top, bottom) = (one.min(other), one.max(other));
        let white = if stacked && bottom - top > 40 { 10 } else { 0 };
        let bounds = Bounds {
            left: x - half,
            top: top + white,
            right: x + half,
            bottom,
        };
        let colour = tints[segment.part];
        match stacked {
            true => sheet.marks.push(Mark::Block { bounds, colour }),
            false => draw_bar(sheet, bounds, &segment.point, colour, house),
        }
    }
    if !stacked {
        return;
    }
    let mut y = plane.spot(stack.year, stack.high).1;
    if stack.tentative() {
        y -= 90;
        for piece in dashes(&[(x - half, y), (x + half, y)], Rhythm { dash: 110.0, gap: 70.0 }) {
            sheet.line(piece, DATA, house.tokens.text);
        }
    }
    if stack.example() {
        let colour = house.tokens.text;
        sheet.marks.push(Mark::Ring {
            centre: (x, y - 130),
            radius: RING - 12,
            width: THIN + 6,
            colour,
        });
    }
}

/// The names of the parts beside the last column, in its order, moved apart where segments are thin.
fn draw_names(
    sheet: &mut Sheet,
    house: &House,
    plane: &Plane,
    last: &Stack,
    parts: &[&(String, Vec<Drawn>)],
    tints: &[Colour],
) {
    let pitch = house.axis.size * 135 / 100;
    let mut wanted: Vec<(i32, usize)> = (0..parts.len())
        .map(|part| {
            let segment = last.segments.iter().find(|segment| segment.part == part);
            let middle = segment.map_or(0.0, |segment| f64::midpoint(segment.from, segment.to));
            (plane.spot(last.year, middle).1, part)
        })
        .collect();
    wanted.sort_by_key(|(y, part)| (*y, std::cmp::Reverse(*part)));
    let count = i32::try_from(wanted.len()).unwrap_or(0);
    let mut floor = plane.bounds.top + pitch / 2;
    for (index, (y, part)) in (0_i32..).zip(wanted) {
        let ceiling = plane.bounds.bottom - pitch / 2 - (count - 1 - index) * pitch;
        let middle = y.min(ceiling).max(floor);
        floor = middle + pitch;
        let left = plane.bounds.right + 140;
        let swatch = Bounds {
            left,
            top: middle - 85,
            right: left + 170,
            bottom: middle + 85,
        };
        sheet.marks.push(Mark::Block {
            bounds: swatch,
            colour: tints[part],
        });
        let name = sheet
            .letters
            .shorten(&parts[part].0, house.axis, sheet.width - left - 260);
        let note = Note::single(name, house.axis, house.tokens.text);
        sheet.write(&note, (left + 260, middle - note.height() / 2 + 12));
    }
}

/// A dashed line at the height of the target, with its words.
fn draw_goal(sheet: &mut Sheet, house: &House, plane: &Plane, value: f64, words: &str, room: &Bounds) {
    let y = plane.spot(0, value).1;
    for piece in dashes(
        &[(plane.bounds.left, y), (plane.bounds.right, y)],
        Rhythm { dash: 75.0, gap: 65.0 },
    ) {
        sheet.line(piece, THIN, house.tokens.text);
    }
    let note = Note::single(words, house.axis, house.tokens.text);
    let (width, height) = (note.width(&sheet.letters), note.height());
    let blocks: Vec<Bounds> = sheet
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Block { bounds, .. } => Some(*bounds),
            _ => None,
        })
        .collect();
    let step = (room.width() - width).max(0) / 6;
    let columns = (0..=6).rev().map(|rank| room.left + 40 + (rank * step - 40).max(0));
    let corners: Vec<_> = columns.flat_map(|x| [(x, y - height - 40), (x, y + 40)]).collect();
    let diagonals: Vec<_> = blocks
        .iter()
        .map(|bounds| ((bounds.left, bounds.top), (bounds.right, bounds.bottom)))
        .collect();
    sheet.place(&note, &corners, room, &diagonals);
}
