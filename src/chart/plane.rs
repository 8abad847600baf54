//! From places on an axis and values to spots of a sheet, by the coordinate system of Plotters.

use super::bounds::{Bounds, Spot};
use super::house::{HAIRLINE, House, THIN};
use super::scale::Scale;
use super::sheet::{Align, Note, Sheet, centred};
use crate::model::Category;
use plotters::coord::CoordTranslate;
use plotters::coord::types::RangedCoordf64;
use plotters::prelude::Cartesian2d;

/// The part of a sheet where data stand.
pub(super) struct Plane {
    pub bounds: Bounds,
    grid: Cartesian2d<RangedCoordf64, RangedCoordf64>,
    factor: f64,
}

impl Plane {
    /// `span` is spread over `bounds` less `inset` on both sides.
    pub fn new(bounds: Bounds, inset: i32, span: (i32, i32), scale: &Scale) -> Self {
        let (first, last) = (f64::from(span.0), f64::from(span.1));
        // A span of no width has no coordinate.
        let span = if first < last {
            first..last
        } else {
            first - 1.0..last + 1.0
        };
        let actual = (bounds.left + inset..bounds.right - inset, bounds.bottom..bounds.top);
        Plane {
            bounds,
            grid: Cartesian2d::new(span, scale.low..scale.high, actual),
            factor: scale.factor,
        }
    }

    pub fn spot(&self, at: i32, value: f64) -> Spot {
        self.grid.translate(&(f64::from(at), value / self.factor))
    }

    pub fn y(&self, value: f64) -> i32 {
        self.y_of_tick(value / self.factor)
    }

    pub fn x(&self, at: i32) -> i32 {
        // Zero may stand far outside a truncated axis, beyond what a coordinate can hold.
        self.grid.translate(&(f64::from(at), self.grid.get_y_range().start)).0
    }

    /// The height of a tick of the scale, which is already divided by its factor.
    pub fn y_of_tick(&self, tick: f64) -> i32 {
        self.grid.translate(&(self.grid.get_x_range().start, tick)).1
    }
}

/// The width the numbers of an axis need, with the white that parts them from the data.
pub(super) fn gutter(sheet: &Sheet, house: &House, scale: &Scale) -> i32 {
    let widths = scale
        .tick_texts()
        .into_iter()
        .map(|text| sheet.letters.width(&text, house.axis));
    widths.max().unwrap_or(0) + 130
}

/// Draws a hairline a tick, and its number to the left of the plane; zero is drawn firmer.
pub(super) fn draw_values(sheet: &mut Sheet, house: &House, plane: &Plane, scale: &Scale) {
    let tokens = &house.tokens;
    for (tick, text) in scale.ticks.iter().zip(scale.tick_texts()) {
        let y = plane.y_of_tick(*tick);
        let colour = if *tick == 0.0 { tokens.muted } else { tokens.rule };
        let width = if *tick == 0.0 { THIN } else { HAIRLINE };
        sheet.line(vec![(plane.bounds.left, y), (plane.bounds.right, y)], width, colour);
        let left = plane.bounds.left - 130 - sheet.letters.width(&text, house.axis);
        let top = centred(house.axis, y);
        sheet.write(&Note::single(text, house.axis, tokens.muted), (left, top));
    }
}

/// The names of categories as they stand under columns: cut at their spaces where they are wider than the limit, two
/// lines at most.
pub(super) fn wrapped(sheet: &Sheet, house: &House, categories: &[Category], limit: i32) -> Vec<Note> {
    let written = |line| (line, house.axis, house.tokens.muted);
    categories
        .iter()
        .map(|category| Note {
            lines: sheet
                .letters
                .two_lines(&category.name, house.axis, limit)
                .into_iter()
                .map(written)
                .collect(),
            align: Align::Centre,
        })
        .collect()
}

/// Writes names under the plane, each at its category.
pub(super) fn draw_names(sheet: &mut Sheet, house: &House, plane: &Plane, names: Vec<Note>) {
    for (category, note) in (0_i32..).zip(names) {
        let (x, bottom) = (plane.x(category), plane.bounds.bottom);
        let width = note.width(&sheet.letters);
        sheet.line(vec![(x, bottom), (x, bottom + 60)], HAIRLINE, house.tokens.muted);
        let left = (x - width / 2).clamp(0, (sheet.width - width).max(0));
        sheet.write(&note, (left, bottom + 145));
    }
}

/// Writes years under the plane, none touching another: the telling ones first, then every second, fifth…
pub(super) fn draw_years(sheet: &mut Sheet, house: &House, plane: &Plane, telling: &[i32], years: (i32, i32)) {
    let (first, last) = years;
    let width = sheet.letters.width("2000", house.axis);
    let pace = (plane.x(last) - plane.x(first)) / (last - first).max(1);
    let step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]
        .into_iter()
        .find(|step| step * pace >= width + 170);
    let regular = (first..=last).filter(|year| step.is_some_and(|step| year % step == 0));
    let mut taken: Vec<(i32, i32)> = Vec::new();
    for year in telling.iter().copied().chain(regular) {
        let text = year.to_string();
        let width = sheet.letters.width(&text, house.axis);
        let x = plane.x(year);
        let left = (x - width / 2).clamp(0, (sheet.width - width).max(0));
        if taken
            .iter()
            .any(|(start, end)| left - 150 < *end && *start < left + width + 150)
        {
            continue;
        }
        taken.push((left, left + width));
        let bottom = plane.bounds.bottom;
        sheet.line(vec![(x, bottom), (x, bottom + 60)], HAIRLINE, house.tokens.muted);
        let note = Note {
            align: Align::Centre,
            ..Note::single(text, house.axis, house.tokens.muted)
        };
        sheet.write(&note, (left, bottom + 145));
    }
}
