//! The waterfall: the total of the reference, what each part added or took away, the total of the last year.

use super::bars::draw_bar;
use super::bounds::Bounds;
use super::cascade::{Cascade, Step, cascade};
use super::house::{HAIRLINE, House, THIN, TOP_BAND};
use super::key::{Entry, Sample, draw_band, entries_once, remark};
use super::kind::{Kind, Picture, Shown};
use super::letters::Hand;
use super::phrase::{TOLD, finish, list, quantity, remarks, signed};
use super::rows::{PITCH, THICKNESS, remark_height, write_name, write_remark};
use super::scale::{Ground, Scale};
use super::shades::shades;
use super::sheet::{Note, Sheet};
use super::trace::Drawn;
use super::words::{self, opening};
use crate::model::{ChartKind, Drawing};

/// Width on the page; the height follows the number of steps.
const WIDTH: i32 = 12_000;
/// A total whose bar would not start at zero is a stroke so wide.
const STROKE: i32 = 70;

/// One row: a bar between two heights of the total.
struct Row {
    name: String,
    text: String,
    hand: Hand,
    span: (f64, f64),
    point: Drawn,
    total: bool,
}

pub(super) const WATERFALL: Kind = Kind {
    suits: |drawing, _| cascade(drawing).map(|_| (ChartKind::Waterfall, Shown::Parts)),
    draw: |drawing, house| {
        let cascade = cascade(drawing)?;
        let told = tell(drawing, &cascade);
        let sheet = paint(drawing, &cascade, house);
        Some(Picture { sheet, told })
    },
};

/// Both totals and what each part added or took away.
fn tell(drawing: &Drawing, cascade: &Cascade) -> String {
    let Cascade { from, to, steps, .. } = cascade;
    let say = |point: &Drawn| {
        let value = quantity(drawing, point.value);
        match drawing.axis.is_years() {
            true => format!("{value} en {}", point.at),
            false => format!("{value} ({})", drawing.axis.name(point.at)),
        }
    };
    let change = signed(drawing, to.value - from.value);
    let total = format!("Le total passe de {} à {}, soit {change}", say(from), say(to));
    let step = |step: &Step| format!("{} ({})", step.name, signed(drawing, step.change.value));
    let told = list(&steps[..steps.len().min(TOLD)], step);
    let total = match steps.len() {
        0 => format!("{total}."),
        1..=TOLD => format!("{total} : {told}."),
        _ => format!("{total} ; les plus fortes évolutions sont {told}."),
    };
    let points: Vec<Drawn> = steps.iter().map(|step| step.change).chain([*from, *to]).collect();
    let omitted = Some(cascade.omitted.clone()).filter(|_| drawing.axis.is_years());
    let remarked = omitted.into_iter().chain(words::marks(drawing, &points));
    finish(
        drawing,
        [opening(drawing, "Cascade", "", &[*from, *to]), total, remarks(remarked)],
    )
}

/// Draws a row a step between the rows of both totals.
fn paint(drawing: &Drawing, cascade: &Cascade, house: &House) -> Sheet {
    let colour = house.colour(drawing);
    // Dark falls and pale rises stay apart in grey; the sign says it too.
    let tints = shades(colour, house.tokens.paper, 3);
    let mut levels = vec![cascade.from.value];
    for step in &cascade.steps {
        levels.push(levels[levels.len() - 1] + step.change.value);
    }
    levels.push(cascade.to.value);
    let scale = Scale::new(&levels, Ground::UnlessFlat, 4, drawing.precision);
    let mut rows = rows(drawing, cascade, &levels, &scale, house);
    let points: Vec<Drawn> = rows.iter().map(|row| row.point).collect();
    if points.iter().all(|point| point.example) {
        rows.iter_mut().for_each(|row| row.point.example = false);
    }

    let count = i32::try_from(rows.len()).unwrap_or(0);
    let foot = remark_height(&cascade.omitted);
    let mut sheet = Sheet::new(WIDTH, TOP_BAND + 60 + count * PITCH + foot, house);
    let mut marks = entries_once(&points, Sample::Hollow, Sample::Dashes);
    for (words, tint, found) in [
        ("baisse", tints[0], points.iter().skip(1).any(|point| point.value < 0.0)),
        ("hausse", tints[2], true),
    ] {
        let sample = Sample::Square(tint);
        let words = words.to_owned();
        marks.extend(found.then_some(Entry { sample, words }));
    }
    if scale.truncated {
        marks.push(remark("l’axe ne part pas de zéro"));
    }
    draw_band(&mut sheet, house, &scale.unit(&drawing.unit), &marks, colour);

    let widest = |texts: &mut dyn Iterator<Item = i32>| texts.max().unwrap_or(0);
    let names = widest(&mut rows.iter().map(|row| sheet.letters.width(&row.name, row.hand))).min(WIDTH * 2 / 5);
    let texts = widest(&mut rows.iter().map(|row| sheet.letters.width(&row.text, house.name))) + 170;
    let (low, high) = extent(&levels, &scale);
    let left = names + 160;
    let right = (WIDTH - texts).max(left + 200);
    let reach = if high > low { high - low } else { 1.0 };
    let x = |value: f64| left + (f64::from(right - left) * (value / scale.factor - low) / reach).round() as i32;
    let top = TOP_BAND + 60;
    if !scale.truncated {
        let foot_of_axis = vec![(x(0.0), top - 40), (x(0.0), sheet.height - foot)];
        sheet.line(foot_of_axis, THIN, house.tokens.muted);
    }
    for (index, row) in (0_i32..).zip(&rows) {
        let middle = top + index * PITCH + PITCH / 2;
        let text_top = write_name(&mut sheet, house, (&row.name, row.hand), names, middle);
        let (one, other) = (x(row.span.0), x(row.span.1));
        let (mut from, mut to) = (one.min(other), one.max(other));
        let tint = match row.total {
            true if scale.truncated => {
                (from, to) = (other - STROKE / 2, other + STROKE / 2);
                colour
            }
            true => colour,
            false if row.point.value < 0.0 => tints[0],
            false => tints[2],
        };
        let bounds = Bounds::between(
            (from, middle - THICKNESS / 2),
            (to.max(from + 20), middle + THICKNESS / 2),
        );
        match row.total && scale.truncated {
            true => sheet.block(bounds, tint),
            false => draw_bar(&mut sheet, bounds, &row.point, tint, house),
        }
        if index + 1 < count {
            let (start, end) = (middle + THICKNESS / 2, middle + PITCH - THICKNESS / 2);
            sheet.line(vec![(other, start), (other, end)], HAIRLINE, house.tokens.muted);
        }
        let note = Note::single(row.text.clone(), house.name, house.tokens.text);
        sheet.write(&note, (bounds.right + 90, text_top));
    }
    let bottom = sheet.height - foot;
    write_remark(&mut sheet, house, &cascade.omitted, bottom);
    sheet
}

fn rows(drawing: &Drawing, cascade: &Cascade, levels: &[f64], scale: &Scale, house: &House) -> Vec<Row> {
    let total = |point: &Drawn| Row {
        name: drawing.axis.name(point.at),
        text: scale.text(point.value),
        hand: house.name,
        span: (0.0, point.value),
        point: *point,
        total: true,
    };
    let mut rows = vec![total(&cascade.from)];
    rows.extend(cascade.steps.iter().zip(levels.windows(2)).map(|(step, pair)| Row {
        name: step.name.clone(),
        text: scale.signed_text(step.change.value),
        hand: house.axis,
        span: (pair[0], pair[1]),
        point: step.change,
        total: false,
    }));
    rows.push(total(&cascade.to));
    rows
}

/// The ends of the axis: the levels themselves, with zero unless it is left out.
fn extent(levels: &[f64], scale: &Scale) -> (f64, f64) {
    let scaled = levels.iter().map(|level| level / scale.factor);
    let start = if scale.truncated {
        (f64::INFINITY, f64::NEG_INFINITY)
    } else {
        (0.0, 0.0)
    };
    let (low, high) = scaled.fold(start, |(low, high), level| (low.min(level), high.max(level)));
    // White before the first level, so that no bar seems to start at the edge.
    match scale.truncated {
        true => (low - 0.08 * (high - low), high),
        false => (low, high),
    }
}
