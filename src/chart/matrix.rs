//! The heat matrix: a row a part, a column a year or a category, a tint a class of value; the value is printed where it fits.

use super::bounds::Bounds;
use super::category_words::extreme_cells;
use super::dash::{Rhythm, dashes};
use super::groups::{Groups, Others, PANELS, groups};
use super::house::{House, THIN, TOP_BAND};
use super::key::{Sample, draw_band, entries_once, remark};
use super::kind::{self, Kind, Picture};
use super::plane::wrapped;
use super::rows::write_name;
use super::scale::{Ground, Scale};
use super::shades::{ramp, shades};
use super::sheet::{Note, Sheet};
use super::trace::{Drawn, Part, span};
use super::words;
use crate::model::{Axis, Category, ChartKind, Colour, Drawing};

/// Beside a column of figures where the values fit there, the whole width of the page elsewhere; the height follows
/// the number of rows.
const NARROW: i32 = 12_000;
const WIDE: i32 = 17_000;
const LEGEND: i32 = 640;
const YEARS: i32 = 380;
/// White between two cells.
const GAP: i32 = 24;
/// A cell is never wider, so that a matrix of two years stays one.
const WIDEST: i32 = 2_200;

pub(super) const MATRIX: Kind = Kind {
    suits: |drawing, _| kind::parts_along(drawing, ChartKind::Matrix),
    draw: |drawing, house| {
        let groups = groups(drawing, PANELS, Others::InTable);
        Some(Picture {
            sheet: paint(drawing, &groups, house),
            told: words::of_parts(drawing, "Matrice", &groups, extreme_cells),
        })
    },
};

/// Draws the cells from the row of the largest last value to the smallest, over categories in the order of the series; a
/// missing value is a white cell with a dash.
fn paint(drawing: &Drawing, groups: &Groups, house: &House) -> Sheet {
    let tokens = &house.tokens;
    let colour = house.colour(drawing);
    let mut rows: Vec<&Part> = groups.parts.iter().collect();
    let size = |row: &&Part| row.1.last().map_or(f64::NEG_INFINITY, |last| last.value);
    if drawing.axis.is_years() {
        rows.sort_by(|left, right| size(right).total_cmp(&size(left)));
    }
    let points: Vec<Drawn> = rows.iter().flat_map(|row| row.1.iter().copied()).collect();
    let values: Vec<f64> = points.iter().map(|point| point.value).collect();
    let scale = Scale::new(&values, Ground::Free, 6, drawing.precision);
    let (first, last) = span(&drawing.axis, points.iter().map(|point| point.at));

    let count = i32::try_from(rows.len()).unwrap_or(0);
    let pitch = match count {
        0..=12 => 560,
        13..=24 => 460,
        _ => 370,
    };
    let top = TOP_BAND + LEGEND;
    // The names of categories may take a second line.
    let foot = if drawing.axis.is_years() { YEARS } else { 2 * YEARS };
    let mut sheet = Sheet::new(NARROW, top + count * pitch + foot, house);
    let widths = rows.iter().map(|row| sheet.letters.width(&row.0, house.axis));
    let names = widths.max().unwrap_or(0).min(NARROW * 3 / 10);
    let columns = last - first + 1;
    let cell = |page: i32| ((page - names - 160) / columns.max(1)).min(WIDEST);
    let texts = values
        .iter()
        .map(|value| sheet.letters.width(&scale.text(*value), house.axis));
    let needed = texts.max().unwrap_or(0) + 260;
    if cell(NARROW) < needed {
        sheet.width = WIDE;
    }
    let width = cell(sheet.width);
    let printed = needed <= width;
    let classes = scale.ticks.len().max(2) - 1;
    let tints = match printed {
        true => ramp(colour, tokens.paper, classes),
        false => {
            let mut tints = shades(colour, tokens.paper, classes);
            tints.reverse();
            tints
        }
    };

    let mut marks = match printed {
        true => entries_once(&points, Sample::Ring, Sample::Dashes),
        false => entries_once(&points, Sample::None, Sample::None),
    };
    if !printed && !marks.is_empty() {
        marks = vec![remark("provisoire, estimé ou exemple : voir le tableau")];
    }
    if !groups.omitted.is_empty() {
        marks.insert(0, remark(&groups.omitted));
    }
    draw_band(&mut sheet, house, &scale.unit(&drawing.unit), &marks, tokens.text);
    draw_classes(&mut sheet, house, &scale, &tints, names + 160);
    let whole = points.iter().all(|point| point.example);
    for (index, (name, drawn)) in (0_i32..).zip(rows) {
        let middle = top + index * pitch + pitch / 2;
        let text_top = write_name(&mut sheet, house, (name, house.axis), names, middle);
        for year in first..=last {
            let left = names + 160 + (year - first) * width;
            let cell = Bounds::between(
                (left, middle - pitch / 2),
                (left + width - GAP, middle + pitch / 2 - GAP),
            );
            let Some(point) = drawn.iter().find(|point| point.at == year) else {
                let (x, half) = (i32::midpoint(cell.left, cell.right), (width / 5).min(90));
                sheet.line(vec![(x - half, middle), (x + half, middle)], THIN, tokens.muted);
                continue;
            };
            // By the number as it is printed: one number never has two tints.
            let digits = 10_f64.powi(i32::try_from(drawing.precision).unwrap_or(0));
            let shown = (point.value * digits).round() / digits;
            let tint = tints[class(&scale, shown).min(tints.len() - 1)];
            sheet.block(cell, tint);
            if printed {
                let ink = readable(tint, house);
                let text = scale.text(point.value);
                let x = i32::midpoint(cell.left, cell.right) - sheet.letters.width(&text, house.axis) / 2;
                sheet.write(&Note::single(text, house.axis, ink), (x, text_top));
                draw_marks(&mut sheet, cell, point, ink, whole);
            }
        }
    }
    let columns = Columns {
        span: (first, last),
        left: names + 160,
        width,
    };
    match &drawing.axis {
        Axis::Years { .. } => draw_years(&mut sheet, house, &columns),
        Axis::Categories { categories, .. } => draw_categories(&mut sheet, house, &columns, categories),
    }
    sheet
}

/// The rank of the class of a value: between two ticks, the last one open.
fn class(scale: &Scale, value: f64) -> usize {
    let scaled = value / scale.factor;
    let under = scale.ticks.iter().filter(|tick| **tick <= scaled).count();
    under.saturating_sub(1)
}

/// Dark or white, whichever is read better on a tint.
fn readable(tint: Colour, house: &House) -> Colour {
    let (text, paper) = (house.tokens.text, house.tokens.paper);
    if text.contrast(tint) >= paper.contrast(tint) {
        text
    } else {
        paper
    }
}

/// A dashed foot for what is not final, a dot in the corner for an example.
fn draw_marks(sheet: &mut Sheet, cell: Bounds, point: &Drawn, ink: Colour, whole: bool) {
    if point.tentative() {
        let y = cell.bottom - 30;
        for piece in dashes(
            &[(cell.left + 60, y), (cell.right - 60, y)],
            Rhythm { dash: 90.0, gap: 60.0 },
        ) {
            sheet.line(piece, THIN + 4, ink);
        }
    }
    if point.example && !whole {
        sheet.ring((cell.right - 65, cell.top + 65), 42, 16, ink);
    }
}

/// The strip of the classes, from the smallest to the largest, with the number between two.
fn draw_classes(sheet: &mut Sheet, house: &House, scale: &Scale, tints: &[Colour], left: i32) {
    let texts = scale.tick_texts();
    let widths: Vec<i32> = texts.iter().map(|text| sheet.letters.width(text, house.axis)).collect();
    let count = i32::try_from(tints.len()).unwrap_or(1);
    let most = (sheet.width - left - 400) / count.max(1);
    let pitch = (widths.iter().max().unwrap_or(&0) + 240).max(700).min(most);
    for (rank, tint) in (0_i32..).zip(tints) {
        let bounds = Bounds::between(
            (left + rank * pitch, TOP_BAND),
            (left + (rank + 1) * pitch - 12, TOP_BAND + 170),
        );
        sheet.block(bounds, *tint);
    }
    let mut free = 0;
    for (rank, (text, width)) in (0_i32..).zip(texts.into_iter().zip(widths)) {
        let x = (left + rank * pitch - width / 2).clamp(0, (sheet.width - width).max(0));
        if rank > count || x < free {
            continue;
        }
        free = x + width + 60;
        sheet.write(&Note::single(text, house.axis, house.tokens.muted), (x, TOP_BAND + 225));
    }
}

/// Where the columns stand.
struct Columns {
    span: (i32, i32),
    left: i32,
    width: i32,
}

impl Columns {
    /// The left of a text in the middle of its column.
    fn centred(&self, at: i32, text: i32, sheet: &Sheet) -> i32 {
        let left = self.left + (at - self.span.0) * self.width + (self.width - GAP - text) / 2;
        left.min(sheet.width - text)
    }
}

/// The names of the categories under their columns.
fn draw_categories(sheet: &mut Sheet, house: &House, columns: &Columns, categories: &[Category]) {
    for (at, note) in (0..).zip(wrapped(sheet, house, categories, columns.width - GAP)) {
        let left = columns.centred(at, note.width(&sheet.letters), sheet);
        sheet.write(&note, (left, sheet.height - 2 * YEARS + 60));
    }
}

/// The years under their columns, as many as fit, the last one first.
fn draw_years(sheet: &mut Sheet, house: &House, columns: &Columns) {
    let (first, last) = columns.span;
    let text_width = sheet.letters.width(&last.to_string(), house.axis);
    let step = [1, 2, 5, 10, 20, 50, 100]
        .into_iter()
        .find(|step| step * columns.width >= text_width + 120);
    let Some(step) = step else { return };
    let mut year = last;
    while year >= first {
        let note = Note::single(year.to_string(), house.axis, house.tokens.muted);
        let left = columns.centred(year, note.width(&sheet.letters), sheet);
        sheet.write(&note, (left, sheet.height - YEARS + 60));
        year -= step;
    }
}
