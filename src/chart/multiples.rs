//! Small multiples: one small line a part, all on one scale, so that they can be compared.

use super::bounds::Bounds;
use super::groups::{Groups, Others, PANELS, groups};
use super::house::{DATA, HAIRLINE, House, THIN};
use super::key::{Sample, draw_band, entries, remark};
use super::kind::{self, Kind, Picture};
use super::plane::{Plane, gutter};
use super::scale::{Ground, Scale};
use super::sheet::{Note, Sheet, Sides, centred};
use super::trace::{Drawn, draw_trace, segments, span};
use super::words;
use crate::model::{ChartKind, Colour, Drawing};

/// Beside a column of figures for a few panels, the whole width of the page for more; the height follows the rows.
const NARROW: i32 = 12_000;
const WIDE: i32 = 17_000;
const BAND: i32 = 480;
/// White between two panels.
const BETWEEN: i32 = 360;
const YEARS: i32 = 180;

pub(super) const MULTIPLES: Kind = Kind {
    suits: |drawing, _| {
        let years = drawing.axis.is_years();
        kind::parts_along(drawing, ChartKind::SmallMultiples).filter(|_| years)
    },
    draw: |drawing, house| {
        let groups = groups(drawing, PANELS, Others::InTable);
        Some(Picture {
            sheet: paint(drawing, &groups, house),
            told: words::of_parts(drawing, "Petites courbes à la même échelle", &groups, |_| {
                String::new()
            }),
        })
    },
};

/// Draws one panel a part, in the order of the groups.
fn paint(drawing: &Drawing, groups: &Groups, house: &House) -> Sheet {
    let colour = house.colour(drawing);
    let points: Vec<Drawn> = groups
        .parts
        .iter()
        .flat_map(|(_, drawn)| drawn.iter().copied())
        .collect();
    let values: Vec<f64> = points.iter().map(|point| point.value).collect();
    let scale = Scale::new(&values, Ground::UnlessFlat, 2, drawing.precision);
    let years = span(&drawing.axis, points.iter().map(|point| point.at));

    let count = i32::try_from(groups.parts.len()).unwrap_or(1).max(1);
    let (page, columns, panel_height) = grid(count);
    let rows = (count + columns - 1) / columns;
    let mut sheet = Sheet::new(page, BAND + rows * panel_height + YEARS, house);
    let mut marks = entries(&points, Sample::Ring, Sample::Dashes);
    if scale.truncated {
        marks.push(remark("l’axe ne part pas de zéro"));
    }
    draw_band(&mut sheet, house, &scale.unit(&drawing.unit), &marks, colour);

    let axis = gutter(&sheet, house, &scale);
    let width = (page - axis - (columns - 1) * BETWEEN) / columns;
    let common = Common {
        house,
        scale: &scale,
        years,
        colour,
    };
    for (index, (name, drawn)) in (0_i32..).zip(&groups.parts) {
        let left = axis + index % columns * (width + BETWEEN);
        let top = BAND + index / columns * panel_height;
        // The last 2.8 mm part it from the name of the panel under it.
        let panel = Bounds::between((left, top), (left + width, top + panel_height - 280));
        let plane = draw_panel(&mut sheet, &common, panel, name, drawn);
        if index % columns == 0 {
            draw_ticks(&mut sheet, &common, &plane);
        }
        if index + columns >= count {
            draw_ends(&mut sheet, &common, &plane, panel);
        }
    }
    sheet
}

/// Width of the drawing, columns and height of a row for a number of panels.
fn grid(count: i32) -> (i32, i32, i32) {
    match count {
        1..=3 => (NARROW, count, 3_600),
        4 => (NARROW, 2, 2_900),
        5..=6 => (NARROW, 3, 2_900),
        7..=12 => (WIDE, 4, 2_900),
        13..=24 => (WIDE, 6, 2_500),
        _ => (WIDE, 6, 2_150),
    }
}

/// What all panels share.
struct Common<'a> {
    house: &'a House,
    scale: &'a Scale,
    years: (i32, i32),
    colour: Colour,
}

/// The name of the part, its hairlines, its line and its last value.
fn draw_panel(sheet: &mut Sheet, common: &Common<'_>, panel: Bounds, name: &str, drawn: &[Drawn]) -> Plane {
    let Common {
        house, scale, colour, ..
    } = common;
    let room = (panel.width() + BETWEEN / 2).min(sheet.width - panel.left);
    let name = sheet.letters.shorten(name, house.axis, room);
    sheet.write(
        &Note::single(name, house.axis, house.tokens.text),
        (panel.left, panel.top),
    );
    let last = drawn.last();
    let note = last.map(|last| Note::single(scale.text(last.value), house.name, *colour));
    let beside = note.as_ref().map_or(0, |note| note.width(&sheet.letters) + 130);
    let inset = if 3 * beside < 2 * panel.width() { beside } else { 0 };
    let data = Bounds {
        top: panel.top + 400,
        right: panel.right - inset,
        ..panel
    };
    let plane = Plane::new(data, 90, common.years, scale);
    for tick in &scale.ticks {
        let y = plane.y_of_tick(*tick);
        let (colour, width) = if *tick == 0.0 {
            (house.tokens.muted, THIN)
        } else {
            (house.tokens.rule, HAIRLINE)
        };
        sheet.line(vec![(data.left, y), (data.right, y)], width, colour);
    }
    draw_trace(sheet, &plane, drawn, *colour, DATA - 8);
    for point in drawn
        .iter()
        .filter(|point| point.example || Some(*point) == last || alone(drawn, point))
    {
        let centre = plane.spot(point.at, point.value);
        match point.example {
            true => sheet.ring(centre, 58, THIN, *colour),
            false => sheet.disc(centre, 66, *colour),
        }
    }
    if let (Some(last), Some(note)) = (last, note) {
        let spot = plane.spot(last.at, last.value);
        let room = Bounds {
            top: panel.top + 310,
            bottom: panel.bottom + 60,
            ..panel
        };
        let spots = note.corners(&sheet.letters, (spot.0 - 60, spot.1), Sides::Right);
        sheet.place(&note, &spots, &room, &segments(drawn, &plane));
    }
    plane
}

/// Whether no line touches the point.
fn alone(drawn: &[Drawn], point: &Drawn) -> bool {
    let next = drawn.iter().find(|next| next.at > point.at);
    !point.joined && next.is_none_or(|next| !next.joined)
}

/// The numbers of the axis, beside the first panel of a row.
fn draw_ticks(sheet: &mut Sheet, common: &Common<'_>, plane: &Plane) {
    let hand = common.house.axis;
    for (tick, text) in common.scale.ticks.iter().zip(common.scale.tick_texts()) {
        let left = plane.bounds.left - 130 - sheet.letters.width(&text, hand);
        let top = centred(hand, plane.y_of_tick(*tick));
        sheet.write(&Note::single(text, hand, common.house.tokens.muted), (left, top));
    }
}

/// The first and the last year under the last panel of a column; the last alone where both would touch.
fn draw_ends(sheet: &mut Sheet, common: &Common<'_>, plane: &Plane, panel: Bounds) {
    let hand = common.house.axis;
    let (first, last) = common.years;
    let width = sheet.letters.width(&last.to_string(), hand);
    let at = |year: i32| (plane.x(year) - width / 2).clamp(panel.left, panel.right - width);
    let both = first < last && at(last) - at(first) > width + 150;
    for year in [first, last].into_iter().filter(|year| *year == last || both) {
        let note = Note::single(year.to_string(), hand, common.house.tokens.muted);
        sheet.write(&note, (at(year), panel.bottom + 145));
    }
}
