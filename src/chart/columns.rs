//! Columns: one a year, whole for a headline, stacked for the parts of a sum.

use super::bars::draw_bar;
use super::bounds::{Bounds, Spot};
use super::colour::Colour;
use super::dash::{Rhythm, dashes};
use super::house::{BOTTOM_BAND, DATA, House, RING, THIN, TOP_BAND};
use super::key::{Sample, draw_band, entries, entries_once};
use super::line_marks::draw_break;
use super::margin::{Beside, BesideSample, draw_beside, margin, piled};
use super::plane::{Plane, draw_names, draw_values, draw_years, gutter, wrapped};
use super::scale::{Ground, Scale, Wanted};
use super::shades::shades;
use super::sheet::{Align, Mark, Note, Sheet};
use super::stack::{Stack, stacks};
use super::subject::Subject;
use super::trace::Drawn;
use std::collections::BTreeSet;

/// Size on the page.
const WIDTH: i32 = 12_000;
const HEIGHT: i32 = 6_400;
const STACKED_HEIGHT: i32 = 6_400;
/// The widest name beside the columns.
const WIDEST: i32 = 3_000;
/// What the names beside stacked columns leave: the band above, and under the plane as much as two lines of names need.
const AROUND_NAMES: i32 = TOP_BAND + 280 + 1_000;

/// Draws the columns of one part (a headline) or several (a disaggregation), largest part at the foot.
pub(super) fn draw_columns(subject: &Subject, parts: &[(String, Vec<Drawn>)], house: &House) -> Sheet {
    let colour = subject.colour;
    let stacked = parts.len() > 1;
    let mut parts: Vec<&(String, Vec<Drawn>)> = parts.iter().collect();
    let size = |part: &&(String, Vec<Drawn>)| part.1.last().map_or(0.0, |last| last.value.abs());
    let tints = match subject.tints.is_empty() {
        true => {
            parts.sort_by(|left, right| size(right).total_cmp(&size(left)));
            shades(colour, house.tokens.paper, parts.len())
        }
        false => subject.tints.clone(),
    };
    let whole = parts.iter().flat_map(|part| &part.1).all(|point| point.example);
    let mut stacks = stacks(&parts.iter().map(|part| part.1.as_slice()).collect::<Vec<_>>());
    if stacked && whole {
        stacks.iter_mut().for_each(Stack::unmark);
    }
    let years = match subject.names.len() {
        0 => (
            stacks.first().map_or(0, |stack| stack.year),
            stacks.last().map_or(0, |stack| stack.year),
        ),
        count => (0, i32::try_from(count).map_or(0, |count| count - 1)),
    };

    let goal = subject.goal;
    let mut values: Vec<f64> = stacks.iter().flat_map(|stack| [stack.low, stack.high]).collect();
    values.extend(goal.map(|goal| goal.1));
    let (ground, precision) = (Ground::Zero, subject.precision);
    let scale = Scale::new(&Wanted {
        values: &values,
        ground,
        divisions: 4,
        precision,
    });

    let mut sheet = Sheet::new(WIDTH, if stacked { STACKED_HEIGHT } else { HEIGHT }, house);
    let names = names(
        &sheet,
        house,
        &parts,
        goal.map(|(year, value)| (year, scale.round_text(value))),
    );
    let widest = names.iter().map(|(_, note)| note.width(&sheet.letters)).max();
    let (left, right) = (gutter(&sheet, house, &scale), WIDTH - widest.map_or(0, margin));
    let slots = years.1 - years.0 + 1;
    let slot = (right - left - 120) / slots.max(1);
    let under = wrapped(&sheet, house, &subject.names, slot - 100);
    let deepest = under.iter().map(|note| note.height()).max().unwrap_or(0);
    let bounds = Bounds {
        left,
        top: TOP_BAND + 280,
        right,
        bottom: sheet.height - BOTTOM_BAND.max(deepest + 180),
    };
    let plane = Plane::new(bounds, 60 + slot / 2, years, &scale);
    let points: Vec<Drawn> = parts.iter().flat_map(|part| part.1.iter().copied()).collect();
    let (marks, key) = match stacked {
        true => (entries_once(&points, Sample::Ring, Sample::Dashes), house.tokens.text),
        false => (entries(&points, Sample::Hollow, Sample::Dashes), colour),
    };
    draw_band(&mut sheet, house, &scale.unit(&subject.unit), &marks, key);
    draw_values(&mut sheet, house, &plane, &scale);
    match subject.names.is_empty() {
        true => draw_years(&mut sheet, house, &plane, &[years.1, years.0], years),
        false => draw_names(&mut sheet, house, &plane, under),
    }

    let half = (slot * 36 / 100).clamp(10, 600);
    for stack in &stacks {
        draw_stack(&mut sheet, house, &plane, stack, half, &tints);
    }
    let mut obstacles = Vec::new();
    if let Some(last) = stacks.last() {
        let beside = names.into_iter().map(|(part, note)| {
            let sample = part.map_or(BesideSample::Level, |part| BesideSample::Square(tints[part]));
            let height = match part {
                None => goal.map_or(0.0, |goal| goal.1),
                Some(part) => last.middle(part),
            };
            let y = plane.spot(last.year, height).1;
            Beside { y, sample, note }
        });
        let beside: Vec<Beside> = beside.collect();
        let levels = beside.iter().filter(|name| name.sample == BesideSample::Level);
        obstacles.extend(levels.map(|name| ((bounds.left, name.y), (bounds.right, name.y))));
        draw_beside(&mut sheet, house, &plane, beside);
        let room = Bounds {
            left: bounds.left,
            top: TOP_BAND,
            right: WIDTH,
            bottom: bounds.bottom,
        };
        for year in breaks(&parts) {
            draw_break(&mut sheet, house, &plane, plane.x(year) - slot / 2, &room, &obstacles);
        }
        let note = Note::single(scale.text(last.total), house.strong, house.tokens.text);
        let rise = if stacked { last.lift() } else { 0 };
        let corners = over(&sheet, &plane, last, half, rise, &note);
        sheet.place(&note, &corners, &room, &obstacles);
    }
    sheet
}

/// The names beside the columns: the parts where there are several, then the target, which has no part.
fn names(
    sheet: &Sheet,
    house: &House,
    parts: &[&(String, Vec<Drawn>)],
    goal: Option<(i32, String)>,
) -> Vec<(Option<usize>, Note)> {
    let short = |text: &str, hand| sheet.letters.shorten(text, hand, WIDEST);
    let mut names = Vec::new();
    if parts.len() > 1 {
        for (rank, part) in parts.iter().enumerate() {
            let name = Note::single(short(&part.0, house.axis), house.axis, house.tokens.text);
            names.push((Some(rank), name));
        }
    }
    if let Some((year, value)) = goal {
        let head = (format!("cible\u{a0}{year}"), house.axis, house.tokens.muted);
        let lines = vec![head, (short(&value, house.name), house.name, house.tokens.text)];
        let align = Align::Left;
        names.push((None, Note { lines, align }));
    }
    let mut spare = STACKED_HEIGHT - AROUND_NAMES - piled(names.iter().map(|name| &name.1));
    for (rank, name) in &mut names {
        let Some(part) = rank.and_then(|rank| parts.get(rank)) else {
            continue;
        };
        let lines = sheet.letters.two_lines(&part.0, house.axis, WIDEST);
        let written = |line| (line, house.axis, house.tokens.text);
        let whole = Note {
            lines: lines.into_iter().map(written).collect(),
            align: Align::Left,
        };
        let more = whole.height() - name.height();
        if more <= spare {
            spare -= more;
            *name = whole;
        }
    }
    names
}

/// The years before which a value of some part cannot be compared with the one before it.
fn breaks(parts: &[&(String, Vec<Drawn>)]) -> BTreeSet<i32> {
    let points = parts.iter().flat_map(|part| &part.1);
    points
        .filter(|point| point.after_break)
        .map(|point| point.year)
        .collect()
}

/// Corners for the total of the last column: outside it, centred, then towards its sides, then higher.
fn over(sheet: &Sheet, plane: &Plane, last: &Stack, half: i32, rise: i32, note: &Note) -> Vec<Spot> {
    let (width, height) = (note.width(&sheet.letters), note.height());
    let (x, top) = plane.spot(last.year, last.high);
    let bottom = plane.spot(last.year, last.low).1;
    let columns = [x - width / 2, x - half, x + half - width];
    let over = [90, 200, 360, 600, 900, 1300].map(|away| top - rise - away - height);
    let under = [90, 200, 360].map(|away| bottom + away);
    let rows: Vec<i32> = match last.high <= 0.0 && last.low < 0.0 {
        true => under.into_iter().chain(over).collect(),
        false => over.into_iter().chain(under).collect(),
    };
    rows.into_iter().flat_map(|y| columns.map(|x| (x, y))).collect()
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
        let white = if stacked && bottom - top > 60 { 24 } else { 0 };
        let bounds = Bounds {
            left: x - half,
            top: top + white,
            right: x + half,
            bottom,
        };
        let colour = tints[segment.part];
        match stacked {
            true => sheet.block(bounds, colour),
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
        let colour = house.tokens.muted;
        sheet.marks.push(Mark::Ring {
            centre: (x, y - 110),
            radius: RING - 26,
            width: THIN - 4,
            colour,
        });
    }
}
