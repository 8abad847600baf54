//! Columns: one a year or a category, whole for a headline, stacked for the parts of a sum.

use super::bars::draw_bar;
use super::bounds::{Bounds, Spot};
use super::category_words::last_category;
use super::dash::{Rhythm, dashes};
use super::groups::{self, Others, STACKED, groups};
use super::house::{BOTTOM_BAND, DATA, House, RING, THIN, TOP_BAND};
use super::key::{Sample, bar_entries, draw_band};
use super::kind::{self, Kind, Picture};
use super::line_marks::draw_break;
use super::margin::{Beside, BesideSample, draw_beside, margin, piled};
use super::plane::{Plane, draw_names, draw_values, draw_years, gutter, wrapped};
use super::rest;
use super::scale::{Ground, Scale};
use super::shades::shades;
use super::sheet::{Align, Note, Sheet};
use super::stack::{Stack, stacks};
use super::trace::{Drawn, Part, span};
use super::words;
use crate::model::{Axis, ChartKind, Colour, Drawing};
use std::collections::BTreeSet;

/// Size on the page.
const WIDTH: i32 = 12_000;
const HEIGHT: i32 = 6_400;
/// Between the band and the plane, for the total of the highest column.
const HEADROOM: i32 = 280;
/// What two lines of names under the columns take at most.
const TWO_NAMES: i32 = 1_000;
/// White around the names under the columns, and between the plane and its first and last columns.
const AROUND_NAMES: i32 = 180;
const INSET: i32 = 60;
/// The widest name beside the columns.
const WIDEST: i32 = 3_000;

pub(super) const COLUMNS: Kind = Kind {
    suits: |drawing, _| {
        kind::parts_along(drawing, ChartKind::StackedBars).or_else(|| kind::whole(drawing, ChartKind::StackedBars))
    },
    draw: |drawing, house| {
        if drawing.series.is_empty() {
            let drawn = groups::whole(drawing);
            let told = words::of_whole(drawing, "Barres", &drawn);
            let sheet = paint(drawing, &Columns::of(drawing, &[(String::new(), drawn)], house), house);
            return Some(Picture { sheet, told });
        }
        let mut groups = groups(drawing, STACKED, Others::Summed);
        let word = if drawing.series.len() > 1 {
            "Barres empilées"
        } else {
            "Barres"
        };
        let columns = Columns::of(drawing, &groups.parts, house);
        let sheet = paint(drawing, &columns, house);
        let rest = rest::told(drawing, &columns.stacks);
        let omitted = [std::mem::take(&mut groups.omitted), rest];
        groups.omitted = omitted
            .into_iter()
            .filter(|said| !said.is_empty())
            .collect::<Vec<_>>()
            .join(" ; ");
        Some(Picture {
            sheet,
            told: words::of_parts(drawing, word, &groups, last_category),
        })
    },
};

/// The columns of one part or several, the first at the foot.
struct Columns<'a> {
    parts: Vec<&'a Part>,
    tints: Vec<Colour>,
    stacks: Vec<Stack>,
    goal: Option<(i32, f64)>,
    /// The first and the last place.
    span: (i32, i32),
}

/// The width of a place, and half the width of its column.
#[derive(Clone, Copy)]
struct Slot {
    width: i32,
    half: i32,
}

/// Draws the columns of one part (a headline) or several (a disaggregation), largest part at the foot.
fn paint(drawing: &Drawing, columns: &Columns<'_>, house: &House) -> Sheet {
    let stacked = columns.stacked();
    let scale = Scale::new(&columns.values(), Ground::Zero, 4, drawing.precision);
    let mut sheet = Sheet::new(WIDTH, HEIGHT, house);
    let names = names(&sheet, house, columns, &scale);
    let widest = names.iter().map(|(_, note)| note.width(&sheet.letters)).max();
    let (left, right) = (gutter(&sheet, house, &scale), WIDTH - widest.map_or(0, margin));
    let width = (right - left - 2 * INSET) / (columns.span.1 - columns.span.0 + 1).max(1);
    let half = (width * 36 / 100).clamp(10, 600);
    let slot = Slot { width, half };
    let under = wrapped(&sheet, house, drawing.axis.categories(), slot.width - 100);
    let deepest = under.iter().map(Note::height).max().unwrap_or(0);
    let bounds = Bounds::between(
        (left, TOP_BAND + HEADROOM),
        (right, HEIGHT - BOTTOM_BAND.max(deepest + AROUND_NAMES)),
    );
    let plane = Plane::new(bounds, INSET + slot.width / 2, columns.span, &scale);

    let key = if stacked {
        house.tokens.text
    } else {
        house.colour(drawing)
    };
    let marks = bar_entries(&columns.points(), stacked, Sample::Ring);
    draw_band(&mut sheet, house, &scale.unit(&drawing.unit), &marks, key);
    draw_values(&mut sheet, house, &plane, &scale);
    match drawing.axis {
        Axis::Years { .. } => {
            let (first, last) = columns.span;
            draw_years(&mut sheet, house, &plane, &[last, first], columns.span);
        }
        Axis::Categories { .. } => draw_names(&mut sheet, house, &plane, under),
    }
    for stack in &columns.stacks {
        draw_stack(&mut sheet, house, &plane, stack, slot.half, &columns.tints);
    }
    if let Some(last) = columns.stacks.last() {
        let beside: Vec<Beside> = names
            .into_iter()
            .map(|name| columns.beside(name, last, &plane))
            .collect();
        let levels = beside.iter().filter(|name| name.sample == BesideSample::Level);
        let obstacles: Vec<(Spot, Spot)> = levels
            .map(|name| ((bounds.left, name.y), (bounds.right, name.y)))
            .collect();
        draw_beside(&mut sheet, house, &plane, beside);
        let room = Bounds::between((bounds.left, TOP_BAND), (WIDTH, bounds.bottom));
        for at in columns.breaks() {
            let x = plane.x(at) - slot.width / 2;
            draw_break(&mut sheet, house, &plane, x, &room, &obstacles);
        }
        // A part that is secret, or not known, leaves no total but that of the whole.
        if !drawing.axis.is_years() || last.segments.len() == columns.parts.len() || last.rest > 0.0 {
            let note = Note::single(scale.text(last.total + last.rest), house.strong, house.tokens.text);
            let rise = if stacked { last.lift() } else { 0 };
            let corners = over(&sheet, &plane, last, slot.half, rise, &note);
            sheet.place(&note, &corners, &room, &obstacles);
        }
    }
    sheet
}

impl<'a> Columns<'a> {
    fn of(drawing: &Drawing, parts: &'a [Part], house: &House) -> Self {
        let mut parts: Vec<&Part> = parts.iter().collect();
        let size = |part: &&Part| part.1.last().map_or(0.0, |last| last.value.abs());
        let own = house.tints(drawing).filter(|tints| !tints.is_empty());
        let tints = own.unwrap_or_else(|| {
            parts.sort_by(|left, right| size(right).total_cmp(&size(left)));
            shades(house.colour(drawing), house.tokens.paper, parts.len())
        });
        let drawn: Vec<&[Drawn]> = parts.iter().map(|part| part.1.as_slice()).collect();
        let mut stacks = stacks(&drawn);
        rest::measure(drawing, &mut stacks);
        let span = span(&drawing.axis, stacks.iter().map(|stack| stack.at));
        let goal = drawing.aims.judged_target();
        Columns {
            parts,
            tints,
            stacks,
            goal,
            span,
        }
    }

    fn stacked(&self) -> bool {
        self.parts.len() > 1
    }

    fn points(&self) -> Vec<Drawn> {
        self.parts.iter().flat_map(|part| part.1.iter().copied()).collect()
    }

    fn values(&self) -> Vec<f64> {
        let ends = self.stacks.iter().flat_map(|stack| [stack.low, stack.top()]);
        ends.chain(self.goal.map(|goal| goal.1)).collect()
    }

    /// The places before which a value of some part cannot be compared with the one before it.
    fn breaks(&self) -> BTreeSet<i32> {
        let points = self.parts.iter().flat_map(|part| &part.1);
        points.filter(|point| point.after_break).map(|point| point.at).collect()
    }

    /// A name at the height of the middle of its part, or of the target.
    fn beside(&self, (named, note): (Named, Note), last: &Stack, plane: &Plane) -> Beside {
        let (sample, height) = match named {
            Named::Goal => (BesideSample::Level, self.goal.map_or(0.0, |goal| goal.1)),
            Named::Rest => (BesideSample::Open, last.middle_of_rest()),
            Named::Part(part) => (BesideSample::Square(self.tints[part]), last.middle(part)),
        };
        let y = plane.spot(last.at, height).1;
        Beside { y, sample, note }
    }
}

/// What a name beside the columns is that of.
#[derive(Clone, Copy)]
enum Named {
    Part(usize),
    Rest,
    Goal,
}

/// The names beside the columns: the parts where there are several, what they do not show, then the target.
fn names(sheet: &Sheet, house: &House, columns: &Columns<'_>, scale: &Scale) -> Vec<(Named, Note)> {
    let mut names = Vec::new();
    if columns.stacked() {
        for (rank, part) in columns.parts.iter().enumerate() {
            let name = sheet.letters.shorten(&part.0, house.axis, WIDEST);
            names.push((Named::Part(rank), Note::single(name, house.axis, house.tokens.text)));
        }
    }
    if columns.stacks.iter().any(|stack| stack.rest > 0.0) {
        names.push((Named::Rest, Note::single(rest::NAME, house.axis, house.tokens.text)));
    }
    if let Some((year, value)) = columns.goal {
        let value = sheet.letters.shorten(&scale.round_text(value), house.name, WIDEST);
        names.push((Named::Goal, Note::dated("cible", year, value, house)));
    }
    // What the other names leave: a long name takes a second line while there is some.
    let around = TOP_BAND + HEADROOM + TWO_NAMES;
    let mut spare = HEIGHT - around - piled(names.iter().map(|name| &name.1));
    for (named, name) in &mut names {
        let Named::Part(rank) = *named else { continue };
        let part = columns.parts[rank];
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

/// Corners for the total of the last column: outside it, centred, then towards its sides, then higher.
fn over(sheet: &Sheet, plane: &Plane, last: &Stack, half: i32, rise: i32, note: &Note) -> Vec<Spot> {
    let (width, height) = (note.width(&sheet.letters), note.height());
    let (x, top) = plane.spot(last.at, last.top());
    let bottom = plane.spot(last.at, last.low).1;
    let columns = [x - width / 2, x - half, x + half - width];
    let over = [90, 200, 360, 600, 900, 1300].map(|away| top - rise - away - height);
    let under = [90, 200, 360].map(|away| bottom + away);
    let rows: Vec<i32> = match last.high <= 0.0 && last.low < 0.0 {
        true => under.into_iter().chain(over).collect(),
        false => over.into_iter().chain(under).collect(),
    };
    rows.into_iter().flat_map(|y| columns.map(|x| (x, y))).collect()
}

/// The segments of a column; over a stack, a ring says that it holds an example and a dash that it is provisional.
fn draw_stack(sheet: &mut Sheet, house: &House, plane: &Plane, stack: &Stack, half: i32, tints: &[Colour]) {
    let x = plane.x(stack.at);
    let stacked = tints.len() > 1;
    for segment in &stack.segments {
        let (one, other) = (plane.spot(stack.at, segment.from).1, plane.spot(stack.at, segment.to).1);
        let (top, bottom) = (one.min(other), one.max(other));
        let white = if stacked && bottom - top > 60 { 24 } else { 0 };
        let bounds = Bounds::between((x - half, top + white), (x + half, bottom));
        let colour = tints[segment.part];
        match stacked {
            true => sheet.block(bounds, colour),
            false => draw_bar(sheet, bounds, &segment.point, colour, house),
        }
    }
    rest::draw(sheet, house, plane, stack, half);
    if !stacked {
        return;
    }
    let mut y = plane.spot(stack.at, stack.top()).1;
    if stack.tentative() {
        y -= 90;
        for piece in dashes(&[(x - half, y), (x + half, y)], Rhythm { dash: 110.0, gap: 70.0 }) {
            sheet.line(piece, DATA, house.tokens.text);
        }
    }
    if stack.example() {
        let colour = house.tokens.muted;
        sheet.ring((x, y - 110), RING - 26, THIN - 4, colour);
    }
}
