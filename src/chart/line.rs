//! The line: a whole over the years, with its reference, the path to its target, its limit and its breaks.

use super::bounds::{Bounds, Spot};
use super::groups;
use super::house::{BOTTOM_BAND, DATA, House, TOP_BAND};
use super::key::{Sample, draw_band, entries, remark};
use super::kind::{self, Kind, Picture};
use super::line_marks::{break_ends, breaks, draw_break, draw_ends, draw_limit, draw_path};
use super::plane::{Plane, draw_values, draw_years, gutter};
use super::scale::{Ground, Scale};
use super::sheet::{Note, Sheet, Sides};
use super::trace::{Drawn, cross, draw_dots, draw_trace, segments};
use super::words;
use crate::model::{Aims, ChartKind, Drawing};

/// Size on the page: beside a column of figures.
const WIDTH: i32 = 12_000;
const HEIGHT: i32 = 6_400;

pub(super) const LINE: Kind = Kind {
    suits: |drawing, _| kind::whole(drawing, ChartKind::Line),
    draw: |drawing, house| {
        let drawn = groups::whole(drawing);
        let told = words::of_whole(drawing, "Courbe", &drawn);
        let sheet = paint(
            drawing,
            &Story {
                drawn,
                aims: &drawing.aims,
            },
            house,
        );
        Some(Picture { sheet, told })
    },
};

/// Everything the line shows.
struct Story<'a> {
    drawn: Vec<Drawn>,
    aims: &'a Aims,
}

fn paint(drawing: &Drawing, story: &Story<'_>, house: &House) -> Sheet {
    let colour = house.colour(drawing);
    let (years, aims) = (story.years(), story.aims);
    let scale = Scale::new(&story.values(), Ground::UnlessFlat, 4, drawing.precision);

    let mut sheet = Sheet::new(WIDTH, HEIGHT, house);
    let target_note = aims
        .target
        .map(|(year, value)| Note::dated("cible", year, scale.round_text(value), house));
    let last = story.drawn.last().copied();
    let last_note = last.map(|last| Note::single(scale.text(last.value), house.strong, colour));
    let ahead = aims
        .target
        .filter(|target| target.0 == years.1 && last.is_none_or(|last| last.at < target.0));
    let beside = if ahead.is_some() { &target_note } else { &last_note };
    let right = beside
        .as_ref()
        .map_or(0, |note| note.width(&sheet.letters).min(3_200) + 220);
    let bounds = Bounds::between(
        (gutter(&sheet, house, &scale), TOP_BAND + 120),
        (WIDTH - right, HEIGHT - BOTTOM_BAND),
    );
    let plane = Plane::new(bounds, 160, years, &scale);

    let mut marks = entries(&story.drawn, Sample::Ring, Sample::Dashes);
    if scale.truncated {
        marks.push(remark("l’axe ne part pas de zéro"));
    }
    draw_band(&mut sheet, house, &scale.unit(&drawing.unit), &marks, colour);
    draw_values(&mut sheet, house, &plane, &scale);
    draw_years(&mut sheet, house, &plane, &story.telling_years(), years);

    let mut obstacles = segments(&story.drawn, &plane);
    obstacles.extend(story.rings().flat_map(|(year, value)| cross(plane.spot(year, value))));
    let limit = draw_limit(&mut sheet, house, &plane, aims.limit, &mut obstacles);
    let breaks = breaks(&plane, &story.drawn);
    obstacles.extend(breaks.iter().map(|x| break_ends(&plane, *x)));
    draw_path(&mut sheet, house, &plane, &aims.path, &mut obstacles);
    // A text on the data is three times worse than a text on a hairline.
    obstacles = obstacles.repeat(3);
    let hairlines = scale.ticks.iter().map(|tick| plane.y_of_tick(*tick));
    obstacles.extend(hairlines.map(|y| ((bounds.left, y), (bounds.right, y))));
    draw_trace(&mut sheet, &plane, &story.drawn, colour, DATA);
    draw_dots(&mut sheet, &plane, &story.drawn, colour);
    draw_ends(&mut sheet, house, &plane, (&story.drawn, aims), colour);

    let room = Bounds::between((bounds.left, TOP_BAND), (WIDTH, bounds.bottom - 20));
    if let (Some(last), Some(note)) = (last, &last_note) {
        let spot = plane.spot(last.at, last.value);
        let sides = if ahead.is_some() { Sides::Above } else { Sides::Right };
        sheet.place(note, &note.corners(&sheet.letters, spot, sides), &room, &obstacles);
    }
    if let (Some((year, value)), Some(note)) = (aims.target, &target_note) {
        let spot = plane.spot(year, value);
        let sides = if ahead.is_some() { Sides::Right } else { Sides::Above };
        sheet.place(note, &note.corners(&sheet.letters, spot, sides), &room, &obstacles);
    }
    if let Some((year, value)) = aims.baseline.filter(|start| last.is_none_or(|last| last.at != start.0)) {
        let note = Note::dated("référence", year, scale.text(value), house);
        let spot = plane.spot(year, value);
        sheet.place(
            &note,
            &note.corners(&sheet.letters, spot, Sides::Above),
            &room,
            &obstacles,
        );
    }
    if let (Some(y), Some(value)) = (limit, aims.limit) {
        let text = format!("limite {}", scale.round_text(value));
        let note = Note::single(text, house.axis, house.tokens.text);
        let (width, height) = (note.width(&sheet.letters), note.height());
        let rows = [y - height - 40, y + 40];
        let columns = [
            bounds.right - width,
            bounds.left + 60,
            (bounds.left + bounds.right - width) / 2,
        ];
        let corners: Vec<Spot> = columns.into_iter().flat_map(|x| rows.map(|y| (x, y))).collect();
        sheet.place(&note, &corners, &room, &obstacles);
    }
    for x in breaks {
        draw_break(&mut sheet, house, &plane, x, &room, &obstacles);
    }
    for (year, value) in &aims.milestones {
        let note = Note::single(scale.round_text(*value), house.axis, house.tokens.text);
        let spot = plane.spot(*year, *value);
        sheet.place(
            &note,
            &note.corners(&sheet.letters, spot, Sides::Above),
            &room,
            &obstacles,
        );
    }
    sheet
}

impl Story<'_> {
    /// What is drawn with a ring of its own: reference, milestones, target.
    fn rings(&self) -> impl Iterator<Item = (i32, f64)> + '_ {
        let ends = self.aims.baseline.into_iter().chain(self.aims.target);
        ends.chain(self.aims.milestones.iter().copied())
    }

    fn points(&self) -> impl Iterator<Item = (i32, f64)> + '_ {
        let drawn = self.drawn.iter().map(|point| (point.at, point.value));
        drawn.chain(self.rings()).chain(self.aims.path.iter().copied())
    }

    fn years(&self) -> (i32, i32) {
        let first = self.points().map(|point| point.0).min().unwrap_or(0);
        (first, self.points().map(|point| point.0).max().unwrap_or(first))
    }

    fn values(&self) -> Vec<f64> {
        self.points().map(|point| point.1).chain(self.aims.limit).collect()
    }

    /// The years to be written before any other: last value, target, reference, first value.
    fn telling_years(&self) -> Vec<i32> {
        let last = self.drawn.last().map(|point| point.at);
        let first = self.drawn.first().map(|point| point.at);
        let ends = [
            last,
            self.aims.target.map(|target| target.0),
            self.aims.baseline.map(|baseline| baseline.0),
            first,
        ];
        ends.into_iter().flatten().collect()
    }
}
