//! The map of the communes: a tint a class of value, the name where it fits, the classes in a legend that reads in grey.
//!
//! A commune without a value is hatched and said « non disponible »: never the palest class.

mod shape;
mod ground;
mod borders;
mod classes;
mod hatching;
mod inside;
mod legend;
#[cfg(test)]
mod tests;

use super::groups::Groups;
use super::house::{House, THIN, TOP_BAND};
use super::key::{Sample, draw_band, entries_once, remark};
use super::kind::{Kind, Picture, Shown};
use super::scale::{Ground as AxisGround, Scale};
use super::shades::ramp;
use super::sheet::{Align, Mark, Note, Sheet};
use super::trace::{Drawn, trace};
use super::words;
use crate::french;
use crate::model::{ChartKind, Colour, Drawing, Territory};
use classes::classes;
use ground::lay_out;
use hatching::hatches;
use legend::{LEGEND, draw_legend, legend_height};
use shape::Shape;
use std::collections::BTreeMap;

/// The whole width of the page, with the legend at the right of the ground.
const WIDTH: i32 = 17_000;
const TALLEST: i32 = 12_500;
const GAP: i32 = 500;
/// Between two strokes of a hatching.
const HATCH: i32 = 110;
/// White around a name inside its commune.
const INSET: i32 = 45;

pub(super) const MAP: Kind = Kind {
    suits: |drawing, house| {
        MapStory::of(drawing, house.territory.as_deref()?)?;
        Some((ChartKind::Map, Shown::Parts))
    },
    draw: |drawing, house| {
        let territory = house.territory.as_deref()?;
        let story = MapStory::of(drawing, territory)?;
        Some(Picture {
            sheet: paint(drawing, &story, territory, house),
            told: words::of_parts(drawing, "Carte", &story.groups(), |_| String::new()),
        })
    },
};

/// What a map shows: the values of one year, by the rank of their commune.
struct MapStory {
    pub year: i32,
    pub values: BTreeMap<usize, (String, Drawn)>,
    /// Communes without a value for that year.
    pub absent: usize,
    /// What the column of disaggregation is called: `commune`.
    unit: String,
}

impl MapStory {
    /// The last year; none where no value has a commune.
    fn of(drawing: &Drawing, territory: &Territory) -> Option<Self> {
        if !drawing.axis.is_years() {
            return None;
        }
        let mut last: BTreeMap<i32, BTreeMap<usize, (String, Drawn)>> = BTreeMap::new();
        for part in &drawing.series {
            let Some(rank) = territory.find(&part.name) else {
                continue;
            };
            for point in trace(part, &drawing.axis) {
                let printed = territory.areas[rank].name.clone();
                last.entry(point.at).or_default().insert(rank, (printed, point));
            }
        }
        let (year, values) = last.pop_last()?;
        Some(MapStory {
            year,
            absent: territory.areas.len() - values.len(),
            values,
            unit: drawing.parts.split(", ").next().unwrap_or_default().to_owned(),
        })
    }

    /// The values as a drawing by parts tells them.
    fn groups(&self) -> Groups {
        let parts = self.values.values();
        Groups {
            parts: parts.map(|(name, point)| (name.clone(), vec![*point])).collect(),
            omitted: match self.absent {
                0 => String::new(),
                count => format!("valeur non disponible pour {}", self.counted(count)),
            },
        }
    }

    /// `3 communes`, `1 quartier`.
    fn counted(&self, count: usize) -> String {
        french::plural(count, &self.unit, &self.many())
    }

    /// `communes`.
    fn many(&self) -> String {
        match self.unit.ends_with(['s', 'x']) {
            true => self.unit.clone(),
            false => format!("{}s", self.unit),
        }
    }
}

/// Draws the ground, its classes and its legend.
fn paint(drawing: &Drawing, story: &MapStory, territory: &Territory, house: &House) -> Sheet {
    let tokens = &house.tokens;
    let points: Vec<Drawn> = story.values.values().map(|(_, point)| *point).collect();
    let values: Vec<f64> = points.iter().map(|point| point.value).collect();
    let scale = Scale::new(&values, AxisGround::UnlessFlat, 5, drawing.precision);
    let classes = classes(&values, territory.classes, &scale);
    let tints = ramp(house.colour(drawing), tokens.paper, classes.count());
    let room = (WIDTH - LEGEND - GAP, TALLEST - TOP_BAND - 60);
    let (shapes, size) = lay_out(territory, room);
    let legend = legend_height(&classes, story, house);
    let mut sheet = Sheet::new(WIDTH, TOP_BAND + 60 + size.1.max(legend), house);
    let mut marks = entries_once(&points, Sample::None, Sample::None);
    if marks.iter().any(|entry| entry.sample == Sample::None) && !points.iter().all(|point| point.example) {
        marks = vec![remark("provisoire, estimé ou exemple : voir le tableau")];
    }
    marks.insert(0, remark(&story.year.to_string()));
    draw_band(&mut sheet, house, &scale.unit(&drawing.unit), &marks, tokens.text);

    // The ground stands in the middle of its room, so that a narrow territory is not pushed to a side.
    let origin = ((room.0 - size.0) / 2, TOP_BAND + 60);
    let shapes: Vec<Shape> = shapes.iter().map(|shape| shape.moved(origin)).collect();
    let tint = |area: usize| {
        let value = story.values.get(&area).map(|(_, point)| point.value);
        value.map(|value| tints[classes.rank(value)])
    };
    // A commune inside another is drawn after it.
    let mut order: Vec<&Shape> = shapes.iter().collect();
    order.sort_by_key(|shape| std::cmp::Reverse(shape.extent()));
    for shape in &order {
        let fill = tint(shape.area).unwrap_or(tokens.paper);
        sheet.area(shape.outline.clone(), fill);
        for hole in &shape.holes {
            sheet.area(hole.clone(), tokens.paper);
        }
        if tint(shape.area).is_none() {
            for (from, to) in hatches(shape, HATCH) {
                sheet.line(vec![from, to], THIN - 10, tokens.muted);
            }
        }
    }
    draw_borders(&mut sheet, &shapes, house);
    draw_names(&mut sheet, &order, territory, story, &scale, house, tint);
    draw_legend(&mut sheet, &classes, &tints, story, house);
    sheet
}

/// Each border once: a line of ink on a wider one of paper is seen on any tint.
fn draw_borders(sheet: &mut Sheet, shapes: &[Shape], house: &House) {
    let borders = borders::borders(shapes);
    for (width, colour) in [(38, house.tokens.paper), (14, house.tokens.text)] {
        for border in &borders {
            sheet.line(border.clone(), width, colour);
        }
    }
}

/// The name in each commune that can hold it, with its value under it where there is room for both.
fn draw_names(
    sheet: &mut Sheet,
    order: &[&Shape],
    territory: &Territory,
    story: &MapStory,
    scale: &Scale,
    house: &House,
    tint: impl Fn(usize) -> Option<Colour>,
) {
    let tokens = &house.tokens;
    let mut named = vec![false; territory.areas.len()];
    for shape in order {
        let Some(fill) = tint(shape.area).filter(|_| !named[shape.area]) else {
            continue;
        };
        let ink = if tokens.text.contrast(fill) >= tokens.paper.contrast(fill) {
            tokens.text
        } else {
            tokens.paper
        };
        let name = (territory.areas[shape.area].name.clone(), house.axis, ink);
        let value = story.values.get(&shape.area).map(|(_, point)| scale.text(point.value));
        let both = value.map(|value| Note {
            lines: vec![name.clone(), (value, house.name, ink)],
            align: Align::Centre,
        });
        let alone = Note {
            lines: vec![name],
            align: Align::Centre,
        };
        for note in both.into_iter().chain([alone]) {
            let size = (note.width(&sheet.letters) + 2 * INSET, note.height() + 2 * INSET);
            let Some(corner) = inside::corner(shape, &shapes_over(order, shape), size) else {
                continue;
            };
            sheet.write(&note, (corner.0 + INSET, corner.1 + INSET));
            named[shape.area] = true;
            break;
        }
    }
}

/// The shapes drawn over one, which a name in it must not meet.
fn shapes_over<'a>(order: &[&'a Shape], shape: &Shape) -> Vec<&'a Shape> {
    let after = order.iter().skip_while(|other| !std::ptr::eq(**other, shape)).skip(1);
    after
        .copied()
        .filter(|other| other.bounds().overlaps(&shape.bounds()))
        .collect()
}

impl Sheet {
    /// A filled outline.
    fn area(&mut self, outline: Vec<super::bounds::Spot>, colour: Colour) {
        if outline.len() > 2 {
            self.marks.push(Mark::Area { outline, colour });
        }
    }
}
