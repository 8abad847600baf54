//! Bars: the parts of the last year from the largest to the smallest, each with its name and its value.

use super::bounds::Bounds;
use super::colour::Colour;
use super::dash::{Rhythm, dashes};
use super::groups::Groups;
use super::house::{House, THIN, TOP_BAND};
use super::key::{Sample, draw_band, entries, outline};
use super::scale::{Ground, Scale, Wanted};
use super::sheet::{Mark, Note, Sheet, ascent, descent};
use super::trace::Drawn;
use crate::assess::Finding;

/// Width on the page; the height follows the number of bars.
const WIDTH: i32 = 12_000;
/// From one bar to the next, and the height of a bar.
const PITCH: i32 = 500;
const THICKNESS: i32 = 300;
/// Share of the colour in a bar whose outline is dashed.
const PALE: f64 = 0.22;

/// Draws a bar a part for the last year that has a number; a part without one says `n.d.`.
pub(super) fn draw_bars(finding: &Finding, groups: &Groups, house: &House) -> Sheet {
    let indicator = &finding.indicator;
    let colour = house.tokens.finality(indicator.finality);
    let year = groups
        .parts
        .iter()
        .flat_map(|(_, drawn)| drawn)
        .map(|point| point.year)
        .max()
        .unwrap_or(0);
    let rows = rows(groups, year);
    let points: Vec<Drawn> = rows.iter().filter_map(|(_, point)| *point).collect();
    let values: Vec<f64> = points.iter().map(|point| point.value).collect();
    let (ground, precision) = (Ground::Zero, indicator.precision);
    let scale = Scale::new(&Wanted {
        values: &values,
        ground,
        divisions: 4,
        precision,
    });

    let count = i32::try_from(rows.len()).unwrap_or(0);
    let foot = if groups.omitted.is_empty() { 0 } else { PITCH };
    let mut sheet = Sheet::new(WIDTH, TOP_BAND + 60 + count * PITCH + foot, house);
    let unit = match scale.unit(&indicator.unit) {
        unit if unit.is_empty() => year.to_string(),
        unit => format!("{unit}, {year}"),
    };
    let marks = entries(&points, Sample::Hollow, Sample::Dashes);
    draw_band(&mut sheet, house, &unit, &marks, colour);

    let names = rows
        .iter()
        .map(|(name, _)| sheet.letters.width(name, house.axis))
        .max()
        .unwrap_or(0)
        .min(WIDTH * 2 / 5);
    let texts = points
        .iter()
        .map(|point| sheet.letters.width(&scale.text(point.value), house.name))
        .max()
        .unwrap_or(0)
        + 110;
    let lowest = values.iter().fold(0.0_f64, |low, value| low.min(value / scale.factor));
    let highest = values
        .iter()
        .fold(0.0_f64, |high, value| high.max(value / scale.factor));
    let left = names + 160 + if lowest < 0.0 { texts } else { 0 };
    let right = WIDTH
        - if highest > 0.0 || lowest == 0.0 || points.len() < rows.len() {
            texts
        } else {
            0
        };
    let reach = if highest > lowest { highest - lowest } else { 1.0 };
    let x = |value: f64| left + (f64::from(right - left) * (value - lowest) / reach).round() as i32;
    let top = TOP_BAND + 60;
    sheet.line(
        vec![(x(0.0), top - 40), (x(0.0), sheet.height - foot)],
        THIN,
        house.tokens.muted,
    );

    for (index, (name, point)) in (0_i32..).zip(&rows) {
        let middle = top + index * PITCH + PITCH / 2;
        let text_top = middle - (ascent(house.axis) + descent(house.axis)) / 2 + 12;
        let name = sheet.letters.shorten(name, house.axis, names);
        let name_left = names - sheet.letters.width(&name, house.axis);
        sheet.write(
            &Note::single(name, house.axis, house.tokens.text),
            (name_left, text_top),
        );
        let Some(point) = point else {
            sheet.write(
                &Note::single("n.d.", house.axis, house.tokens.muted),
                (x(0.0) + 90, text_top),
            );
            continue;
        };
        let end = x(point.value / scale.factor);
        let (from, to) = (x(0.0).min(end), x(0.0).max(end));
        let bounds = Bounds {
            left: from,
            top: middle - THICKNESS / 2,
            right: to,
            bottom: middle + THICKNESS / 2,
        };
        draw_bar(&mut sheet, bounds, point, colour, house);
        let text = scale.text(point.value);
        let width = sheet.letters.width(&text, house.name);
        let text_left = if point.value < 0.0 { end - 90 - width } else { end + 90 };
        sheet.write(
            &Note::single(text, house.name, house.tokens.text),
            (text_left, text_top),
        );
    }
    if foot > 0 {
        let remark = Note::single(groups.omitted.clone(), house.axis, house.tokens.muted);
        let corner = (WIDTH - remark.width(&sheet.letters), sheet.height - foot + 120);
        sheet.write(&remark, corner);
    }
    sheet
}

/// A bar as its value is known: full, hollow for an example, pale with a dashed outline when provisional or estimated.
pub(super) fn draw_bar(sheet: &mut Sheet, bounds: Bounds, point: &Drawn, colour: Colour, house: &House) {
    if point.tentative() {
        sheet.marks.push(Mark::Block {
            bounds,
            colour: colour.over(house.tokens.paper, PALE),
        });
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
        sheet.marks.push(Mark::Block { bounds, colour });
    }
}

/// From the largest to the smallest, then those without a value.
fn rows(groups: &Groups, year: i32) -> Vec<(String, Option<Drawn>)> {
    let at = |drawn: &[Drawn]| drawn.iter().find(|point| point.year == year).copied();
    let mut rows: Vec<(String, Option<Drawn>)> = groups
        .parts
        .iter()
        .map(|(name, drawn)| (name.clone(), at(drawn)))
        .collect();
    let value = |row: &(String, Option<Drawn>)| row.1.map_or(f64::NEG_INFINITY, |point| point.value);
    rows.sort_by(|left, right| value(right).total_cmp(&value(left)));
    rows
}
