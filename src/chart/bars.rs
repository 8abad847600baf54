//! Bars: a row a part of the last year, from the largest to the smallest, or a row a category with its parts laid from
//! left to right.

use super::bounds::Bounds;
use super::category_words::largest_rows;
use super::dash::{Rhythm, dashes};
use super::groups::{BARS as PARTS, Groups, Others, groups};
use super::house::{House, THIN, TOP_BAND};
use super::key::{Sample, bar_entries, draw_band, outline};
use super::kind::{self, Kind, Picture};
use super::rows::{PITCH, THICKNESS, remark_height, write_name, write_remark};
use super::scale::{Ground, Scale};
use super::shades::shades;
use super::sheet::{Note, Sheet};
use super::stack::{Stack, stacks};
use super::trace::{Drawn, Part};
use super::words;
use crate::model::{Axis, Category, ChartKind, Colour, Drawing};

/// Width on the page; the height follows the number of rows.
const WIDTH: i32 = 12_000;
/// Height of a line of the key.
const KEY: i32 = 420;
/// The least room for the total of a stacked row.
const TOTAL: i32 = 500;
/// Between a bar and its value.
const BESIDE: i32 = 90;
/// Share of the colour in a bar whose outline is dashed.
const PALE: f64 = 0.22;

pub(super) const BARS: Kind = Kind {
    suits: |drawing, _| {
        let parts = kind::parts(drawing, ChartKind::Bars);
        // The headline has a bar a year, which stands.
        parts.or_else(|| kind::whole(drawing, ChartKind::StackedBars))
    },
    draw: |drawing, house| {
        let groups = groups(drawing, PARTS, Others::InTable);
        let rows = Rows::of(drawing, &groups);
        let word = if rows.stacked() { "Barres empilées" } else { "Barres" };
        Some(Picture {
            sheet: paint(drawing, &rows, &groups.omitted, house),
            told: words::of_parts(drawing, word, &groups, largest_rows),
        })
    },
};

/// What the rows show.
struct Rows {
    /// Their names and values, in their order; one without a value says `n.d.`.
    rows: Vec<(String, Option<Stack>)>,
    /// What each row is made of: one part without a name, or several.
    parts: Vec<Part>,
    /// The year of all of them.
    year: Option<i32>,
}

impl Rows {
    fn of(drawing: &Drawing, groups: &Groups) -> Self {
        match &drawing.axis {
            Axis::Years { .. } => Rows::of_last_year(groups),
            Axis::Categories { categories, .. } => {
                let drawn: Vec<&[Drawn]> = groups.parts.iter().map(|part| part.1.as_slice()).collect();
                let mut stacks = stacks(&drawn).into_iter().peekable();
                let row =
                    |(at, category): (i32, &Category)| (category.name.clone(), stacks.next_if(|stack| stack.at == at));
                Rows {
                    rows: (0..).zip(categories).map(row).collect(),
                    parts: groups.parts.clone(),
                    year: None,
                }
            }
        }
    }

    /// From the largest to the smallest, then those without a value.
    fn of_last_year(groups: &Groups) -> Self {
        let drawn = groups.parts.iter().flat_map(|(_, drawn)| drawn);
        let year = drawn.map(|point| point.at).max().unwrap_or(0);
        let mut rows: Vec<(String, Option<Stack>)> = Vec::new();
        let mut all = Vec::new();
        for (name, drawn) in &groups.parts {
            let point = drawn.iter().find(|point| point.at == year).copied();
            all.extend(point);
            rows.push((name.clone(), point.and_then(|point| stacks(&[&[point]]).pop())));
        }
        let value = |row: &(String, Option<Stack>)| row.1.as_ref().map_or(f64::NEG_INFINITY, |stack| stack.total);
        rows.sort_by(|left, right| value(right).total_cmp(&value(left)));
        Rows {
            rows,
            parts: vec![(String::new(), all)],
            year: Some(year),
        }
    }

    fn stacked(&self) -> bool {
        self.parts.len() > 1
    }

    fn points(&self) -> Vec<Drawn> {
        self.parts.iter().flat_map(|part| part.1.iter().copied()).collect()
    }

    /// The lowest and the highest ends of the bars; zero lies between.
    fn extent(&self) -> (f64, f64) {
        let stacks = self.rows.iter().filter_map(|row| row.1.as_ref());
        stacks.fold((0.0, 0.0), |(low, high), stack| {
            (stack.low.min(low), stack.high.max(high))
        })
    }

    /// The width that values need before the bars and after them.
    fn room(&self, sheet: &Sheet, scale: &Scale, house: &House) -> (i32, i32) {
        let (lowest, highest) = self.extent();
        let known = self.rows.iter().filter_map(|row| row.1.as_ref());
        let widths = known.map(|stack| sheet.letters.width(&scale.text(stack.total), house.name));
        let widest = widths.max().unwrap_or(0);
        if self.stacked() {
            return (0, widest.max(TOTAL) + BESIDE + 20);
        }
        let absent = self.rows.iter().any(|row| row.1.is_none());
        let room = widest + BESIDE + 20;
        let before = if lowest < 0.0 { room } else { 0 };
        (
            before,
            if highest > 0.0 || lowest == 0.0 || absent {
                room
            } else {
                0
            },
        )
    }
}

fn paint(drawing: &Drawing, rows: &Rows, omitted: &str, house: &House) -> Sheet {
    let colour = house.colour(drawing);
    let own = house.tints(drawing);
    let tints = own.unwrap_or_else(|| shades(colour, house.tokens.paper, rows.parts.len()));
    let (lowest, highest) = rows.extent();
    let scale = Scale::new(&[lowest, highest], Ground::Zero, 4, drawing.precision);

    let mut sheet = Sheet::new(WIDTH, 0, house);
    let key = if rows.stacked() {
        key_lines(&sheet, house, &rows.parts)
    } else {
        Vec::new()
    };
    let top = TOP_BAND + 60 + i32::try_from(key.len()).unwrap_or(0) * KEY;
    let bottom = top + i32::try_from(rows.rows.len()).unwrap_or(0) * PITCH;
    sheet.height = bottom + remark_height(omitted);
    let words = [
        scale.unit(&drawing.unit),
        rows.year.map_or_else(String::new, |year| year.to_string()),
    ];
    let words: Vec<String> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let marks = bar_entries(&rows.points(), rows.stacked(), Sample::None);
    draw_band(&mut sheet, house, &words.join(", "), &marks, colour);
    for (line, ranks) in (0_i32..).zip(key) {
        draw_key(&mut sheet, house, &ranks, TOP_BAND + line * KEY, &rows.parts, &tints);
    }

    let names = rows.rows.iter().map(|row| sheet.letters.width(&row.0, house.axis));
    let names = names.max().unwrap_or(0).min(WIDTH * 2 / 5);
    let (before, after) = rows.room(&sheet, &scale, house);
    let (left, right) = (names + 160 + before, WIDTH - after);
    let (low, high) = (lowest / scale.factor, highest / scale.factor);
    let reach = if high > low { high - low } else { 1.0 };
    let x = |value: f64| left + (f64::from(right - left) * (value / scale.factor - low) / reach).round() as i32;
    sheet.line(vec![(x(0.0), top - 40), (x(0.0), bottom)], THIN, house.tokens.muted);
    for (index, (name, stack)) in (0_i32..).zip(&rows.rows) {
        let middle = top + index * PITCH + PITCH / 2;
        let text_top = write_name(&mut sheet, house, (name, house.axis), names, middle);
        let Some(stack) = stack else {
            let absent = Note::single("n.d.", house.axis, house.tokens.muted);
            sheet.write(&absent, (x(0.0) + BESIDE, text_top));
            continue;
        };
        for segment in &stack.segments {
            let (one, other) = (x(segment.from), x(segment.to));
            let (from, to) = (one.min(other), one.max(other));
            let white = if rows.stacked() && to - from > 60 { 14 } else { 0 };
            let bounds = Bounds::between((from, middle - THICKNESS / 2), (to - white, middle + THICKNESS / 2));
            draw_bar(&mut sheet, bounds, &segment.point, tints[segment.part], house);
        }
        let total = Note::single(scale.text(stack.total), house.name, house.tokens.text);
        let total_left = match !rows.stacked() && stack.total < 0.0 {
            true => x(stack.low) - BESIDE - total.width(&sheet.letters),
            false => x(stack.high) + BESIDE,
        };
        sheet.write(&total, (total_left, text_top));
    }
    write_remark(&mut sheet, house, omitted, bottom);
    sheet
}

/// A bar as its value is known: full, hollow for an example, pale with a dashed outline when provisional or estimated.
pub(super) fn draw_bar(sheet: &mut Sheet, bounds: Bounds, point: &Drawn, colour: Colour, house: &House) {
    if point.tentative() {
        sheet.block(bounds, colour.over(house.tokens.paper, PALE));
        let Bounds {
            left,
            top,
            right,
            bottom,
        } = bounds.grown(-THIN / 2);
        let round = [
            (left, top),
            (right.max(left), top),
            (right.max(left), bottom.max(top)),
            (left, bottom.max(top)),
            (left, top),
        ];
        for piece in dashes(&round, Rhythm { dash: 110.0, gap: 70.0 }) {
            sheet.line(piece, THIN + 8, colour);
        }
    } else if point.example {
        outline(sheet, bounds, colour);
    } else {
        sheet.block(bounds, colour);
    }
}

/// The ranks of the parts on each line of the key, as many on a line as its width holds.
fn key_lines(sheet: &Sheet, house: &House, parts: &[Part]) -> Vec<Vec<usize>> {
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

fn draw_key(sheet: &mut Sheet, house: &House, ranks: &[usize], top: i32, parts: &[Part], tints: &[Colour]) {
    let mut left = 0;
    for rank in ranks {
        let square = Bounds::between((left, top + 60), (left + 170, top + 230));
        sheet.block(square, tints[*rank]);
        left += 260;
        let name = sheet.letters.shorten(&parts[*rank].0, house.axis, WIDTH - 600);
        let note = Note::single(name, house.axis, house.tokens.muted);
        let width = note.width(&sheet.letters);
        sheet.write(&note, (left, top + 145 - house.axis.size / 2));
        left += width + 340;
    }
}
