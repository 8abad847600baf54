//! The line: an indicator over the years, with its reference, the path to its target, its limit and its breaks.

use super::around::{Sides, corners};
use super::bounds::{Bounds, Spot};
use super::house::{BOTTOM_BAND, DATA, House, TOP_BAND};
use super::key::{Sample, draw_band, entries, remark};
use super::line_marks::{break_ends, breaks, draw_break, draw_ends, draw_limit, draw_path};
use super::plane::{Plane, draw_values, draw_years, gutter};
use super::scale::{Ground, Scale, Wanted};
use super::sheet::{Align, Note, Sheet};
use super::trace::{Drawn, cross, draw_dots, draw_trace, segments, trace};
use crate::assess::Finding;

/// Size on the page: beside a column of figures.
const WIDTH: i32 = 12_000;
const HEIGHT: i32 = 6_400;

/// Everything the line shows.
pub(super) struct Story {
    pub drawn: Vec<Drawn>,
    pub baseline: Option<(i32, f64)>,
    pub target: Option<(i32, f64)>,
    /// The other targets of the catalogue, milestones on the way.
    pub milestones: Vec<(i32, f64)>,
    pub path: Vec<(i32, f64)>,
    pub limit: Option<f64>,
}

/// Draws the headline of a finding, which holds one number at least.
pub(super) fn draw_line(finding: &Finding, house: &House) -> Sheet {
    let indicator = &finding.indicator;
    let colour = house.tokens.finality(indicator.finality);
    let story = Story::of(finding);
    let years = story.years();
    let values = story.values();
    let ground = Ground::UnlessFlat;
    let scale = Scale::new(&Wanted {
        values: &values,
        ground,
        divisions: 4,
        precision: indicator.precision,
    });

    let mut sheet = Sheet::new(WIDTH, HEIGHT, house);
    let target_note = story
        .target
        .map(|(year, value)| note("cible", year, scale.round_text(value), house));
    let last = story.drawn.last().copied();
    let last_note = last.map(|last| Note::single(scale.text(last.value), house.strong, colour));
    let ahead = story
        .target
        .filter(|target| target.0 == years.1 && last.is_none_or(|last| last.year < target.0));
    let beside = if ahead.is_some() { &target_note } else { &last_note };
    let right = beside
        .as_ref()
        .map_or(0, |note| note.width(&sheet.letters).min(3_200) + 220);
    let bounds = Bounds {
        left: gutter(&sheet, house, &scale),
        top: TOP_BAND + 120,
        right: WIDTH - right,
        bottom: HEIGHT - BOTTOM_BAND,
    };
    let plane = Plane::new(bounds, 160, years, &scale);

    let mut marks = entries(&story.drawn, Sample::Ring, Sample::Dashes);
    if scale.truncated {
        marks.push(remark("l’axe ne part pas de zéro"));
    }
    draw_band(&mut sheet, house, &scale.unit(&indicator.unit), &marks, colour);
    draw_values(&mut sheet, house, &plane, &scale);
    draw_years(&mut sheet, house, &plane, &story.telling_years(), years);

    let mut obstacles = segments(&story.drawn, &plane);
    obstacles.extend(story.aims().flat_map(|(year, value)| cross(plane.spot(year, value))));
    let limit = draw_limit(&mut sheet, house, &plane, &story, &mut obstacles);
    let breaks = breaks(&plane, &story);
    obstacles.extend(breaks.iter().map(|x| break_ends(&plane, *x)));
    draw_path(&mut sheet, house, &plane, &story, &mut obstacles);
    // A text on the data is three times worse than a text on a hairline.
    obstacles = obstacles.repeat(3);
    let hairlines = scale.ticks.iter().map(|tick| plane.y_of_tick(*tick));
    obstacles.extend(hairlines.map(|y| ((bounds.left, y), (bounds.right, y))));
    draw_trace(&mut sheet, &plane, &story.drawn, colour, DATA);
    draw_dots(&mut sheet, &plane, &story.drawn, colour);
    draw_ends(&mut sheet, house, &plane, &story, colour);

    let room = Bounds {
        left: bounds.left,
        top: TOP_BAND,
        right: WIDTH,
        bottom: bounds.bottom - 20,
    };
    if let (Some(last), Some(note)) = (last, &last_note) {
        let spot = plane.spot(last.year, last.value);
        let sides = if ahead.is_some() { Sides::Above } else { Sides::Right };
        sheet.place(note, &corners(&sheet, note, spot, sides), &room, &obstacles);
    }
    if let (Some((year, value)), Some(note)) = (story.target, &target_note) {
        let spot = plane.spot(year, value);
        let sides = if ahead.is_some() { Sides::Right } else { Sides::Above };
        sheet.place(note, &corners(&sheet, note, spot, sides), &room, &obstacles);
    }
    if let Some((year, value)) = story
        .baseline
        .filter(|start| last.is_none_or(|last| last.year != start.0))
    {
        let note = note("référence", year, scale.text(value), house);
        let spot = plane.spot(year, value);
        sheet.place(&note, &corners(&sheet, &note, spot, Sides::Above), &room, &obstacles);
    }
    if let (Some(y), Some(value)) = (limit, story.limit) {
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
    for (year, value) in &story.milestones {
        let note = Note::single(scale.round_text(*value), house.axis, house.tokens.text);
        let spot = plane.spot(*year, *value);
        sheet.place(&note, &corners(&sheet, &note, spot, Sides::Above), &room, &obstacles);
    }
    sheet
}

impl Story {
    pub fn of(finding: &Finding) -> Self {
        let finite = |point: &(i32, f64)| point.1.is_finite();
        let inputs = &finding.assessment.inputs;
        let indicator = &finding.indicator;
        let targets = indicator
            .targets
            .iter()
            .map(|target| (target.year, target.value))
            .filter(finite);
        let target = inputs.target.filter(finite).or_else(|| targets.clone().next_back());
        let baseline = inputs.baseline.filter(finite);
        let start = baseline.map_or(i32::MIN, |baseline| baseline.0);
        Story {
            drawn: trace(&finding.headline, indicator.frequency),
            baseline,
            target,
            milestones: targets
                .filter(|point| Some(*point) != target && point.0 > start)
                .collect(),
            path: inputs.path.iter().copied().filter(finite).collect(),
            limit: indicator
                .limit
                .as_ref()
                .map(|limit| limit.value)
                .filter(|value| value.is_finite()),
        }
    }

    /// What is drawn with a ring of its own: reference, milestones, target.
    fn aims(&self) -> impl Iterator<Item = (i32, f64)> + '_ {
        let ends = self.baseline.into_iter().chain(self.target);
        ends.chain(self.milestones.iter().copied())
    }

    fn points(&self) -> impl Iterator<Item = (i32, f64)> + '_ {
        let drawn = self.drawn.iter().map(|point| (point.year, point.value));
        drawn.chain(self.aims()).chain(self.path.iter().copied())
    }

    pub fn years(&self) -> (i32, i32) {
        let first = self.points().map(|point| point.0).min().unwrap_or(0);
        (first, self.points().map(|point| point.0).max().unwrap_or(first))
    }

    fn values(&self) -> Vec<f64> {
        self.points().map(|point| point.1).chain(self.limit).collect()
    }

    /// The years to be written before any other: last value, target, reference, first value.
    fn telling_years(&self) -> Vec<i32> {
        let last = self.drawn.last().map(|point| point.year);
        let first = self.drawn.first().map(|point| point.year);
        let ends = [
            last,
            self.target.map(|target| target.0),
            self.baseline.map(|baseline| baseline.0),
            first,
        ];
        ends.into_iter().flatten().collect()
    }
}

/// Two lines: what the value is and when, then the value.
fn note(what: &str, year: i32, value: String, house: &House) -> Note {
    let head = (format!("{what}\u{a0}{year}"), house.axis, house.tokens.muted);
    Note {
        lines: vec![head, (value, house.name, house.tokens.text)],
        align: Align::Left,
    }
}
