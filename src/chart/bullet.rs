//! The bullet: the last value as one bar, the reference, the path and the target as flags over it.

use super::bars::draw_bar;
use super::bounds::Bounds;
use super::groups::whole;
use super::house::{HAIRLINE, House, THIN, TOP_BAND};
use super::key::{Sample, draw_band, entries, remark};
use super::kind::{Kind, Picture, Shown};
use super::phrase::{finish, quantity, remarks};
use super::scale::{Ground, Scale};
use super::sheet::{Align, Note, Sheet, ascent};
use super::trace::Drawn;
use super::words::{aims_and_marks, opening};
use crate::model::{ChartKind, Drawing};

/// Width on the page; the height follows the flags.
const WIDTH: i32 = 12_000;
/// Height of a level of flags, of the track, of the bar, of the numbers under it.
const LEVEL: i32 = 640;
const TRACK: i32 = 520;
const BAR: i32 = 260;
const FOOT: i32 = 420;
const WIDEST: i32 = 3_000;

pub(super) const BULLET: Kind = Kind {
    suits: |drawing, _| bullet(drawing).map(|_| (ChartKind::Bullet, Shown::Whole)),
    draw: |drawing, house| {
        let bullet = bullet(drawing)?;
        let told = tell(drawing, &bullet);
        let sheet = paint(drawing, &bullet, house);
        Some(Picture { sheet, told })
    },
};

/// What a bullet shows: a value and at least one thing to compare it with.
struct Bullet {
    last: Drawn,
    /// What it is, year and value: the target first.
    flags: Vec<(Flag, i32, f64)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Flag {
    Target,
    Baseline,
    /// The value of the path in the year of the last value.
    Expected,
}

impl Flag {
    fn word(self) -> &'static str {
        match self {
            Flag::Target => "cible",
            Flag::Baseline => "référence",
            Flag::Expected => "trajectoire",
        }
    }
}

/// None without a last value and a target.
fn bullet(drawing: &Drawing) -> Option<Bullet> {
    let aims = &drawing.aims;
    let last = *whole(drawing).last()?;
    let (year, value) = aims.target?;
    let mut flags = vec![(Flag::Target, year, value)];
    let other = aims.baseline.filter(|start| start.0 != last.at);
    flags.extend(other.map(|(year, value)| (Flag::Baseline, year, value)));
    let begun = aims.baseline.is_some_and(|start| start.0 < last.at) && last.at < year;
    let expected = along(&aims.path, last.at).filter(|_| begun);
    flags.extend(expected.map(|value| (Flag::Expected, last.at, value)));
    Some(Bullet { last, flags })
}

/// The value of a path in a year: a straight path has its ends only.
fn along(path: &[(i32, f64)], year: i32) -> Option<f64> {
    let pair = path.windows(2).find(|pair| pair[0].0 <= year && year <= pair[1].0)?;
    let ((from, start), (to, end)) = (pair[0], pair[1]);
    let share = f64::from(year - from) / f64::from((to - from).max(1));
    Some(start + (end - start) * share).filter(|value| value.is_finite())
}

/// The last value, its target, the reference and what the path expected.
fn tell(drawing: &Drawing, bullet: &Bullet) -> String {
    let mut told = vec![format!("la valeur est de {}", quantity(drawing, bullet.last.value))];
    for (flag, year, value) in &bullet.flags {
        let value = quantity(drawing, *value);
        match flag {
            Flag::Baseline => told.push(format!("référence de {value} en {year}")),
            Flag::Expected => told.push(format!("la trajectoire passe alors par {value}")),
            Flag::Target => {}
        }
    }
    let drawn = [bullet.last];
    let opening = opening(drawing, "Barre et cible", "", &drawn);
    finish(drawing, [opening, remarks(told), aims_and_marks(drawing, &drawn)])
}

/// Draws the bar on its track, and its flags on as many levels as their words need.
fn paint(drawing: &Drawing, bullet: &Bullet, house: &House) -> Sheet {
    let tokens = &house.tokens;
    let colour = house.colour(drawing);
    let mut values: Vec<f64> = bullet.flags.iter().map(|flag| flag.2).collect();
    values.push(bullet.last.value);
    let scale = Scale::new(&values, Ground::Zero, 5, drawing.precision);

    let mut sheet = Sheet::new(WIDTH, 0, house);
    let short = |sheet: &Sheet, text: &str, hand| sheet.letters.shorten(text, hand, WIDEST);
    let head = (bullet.last.at.to_string(), house.axis, tokens.muted);
    let value = (
        short(&sheet, &scale.text(bullet.last.value), house.strong),
        house.strong,
        colour,
    );
    let (lines, align) = (vec![head, value], Align::Left);
    let own = Note { lines, align };
    let mut flags: Vec<(Flag, f64, Note)> = Vec::new();
    for (flag, year, value) in &bullet.flags {
        let head = (format!("{}\u{a0}{year}", flag.word()), house.axis, tokens.muted);
        let text = match flag {
            Flag::Target => scale.round_text(*value),
            _ => scale.text(*value),
        };
        let hand = if *flag == Flag::Target { house.name } else { house.axis };
        let lines = vec![head, (short(&sheet, &text, hand), hand, tokens.text)];
        flags.push((*flag, *value, Note { lines, align }));
    }
    let widest = flags.iter().map(|flag| flag.2.width(&sheet.letters)).max().unwrap_or(0);
    let ticks = scale.tick_texts();
    let tick_widths: Vec<i32> = ticks.iter().map(|text| sheet.letters.width(text, house.axis)).collect();
    let half = tick_widths.iter().max().map_or(0, |width| width / 2 + 20);
    let left = (own.width(&sheet.letters) + 260).max(half);
    let right = WIDTH - (widest + 120).max(half);
    let span = scale.high - scale.low;
    let x = |scaled: f64| left + (f64::from(right - left) * ((scaled - scale.low) / span)).round() as i32;
    let at = |value: f64| x(value / scale.factor);
    flags.sort_by_key(|flag| at(flag.1));
    let places: Vec<(i32, i32)> = flags
        .iter()
        .map(|(_, value, note)| (at(*value), note.width(&sheet.letters)))
        .collect();
    let levels = levels(&places);
    let high = levels.iter().max().map_or(0, |level| level + 1);
    let track = Bounds::between(
        (left, TOP_BAND + 60 + high * LEVEL),
        (right, TOP_BAND + 60 + high * LEVEL + TRACK),
    );
    sheet.height = track.bottom + FOOT;

    let mut marks = entries(&[bullet.last], Sample::Hollow, Sample::Dashes);
    if bullet.last.after_break {
        marks.push(remark("rupture de série"));
    }
    draw_band(&mut sheet, house, &scale.unit(&drawing.unit), &marks, colour);
    sheet.block(track, tokens.wash);
    for (tick, (text, width)) in scale.ticks.iter().zip(ticks.into_iter().zip(tick_widths)) {
        sheet.line(
            vec![(x(*tick), track.top), (x(*tick), track.bottom + 60)],
            HAIRLINE,
            tokens.rule,
        );
        let corner = (x(*tick) - width / 2, track.bottom + 120);
        sheet.write(&Note::single(text, house.axis, tokens.muted), corner);
    }
    let (zero, end) = (x(0.0_f64.clamp(scale.low, scale.high)), at(bullet.last.value));
    let middle = i32::midpoint(track.top, track.bottom);
    let bar = Bounds::between((zero.min(end), middle - BAR / 2), (zero.max(end), middle + BAR / 2));
    draw_bar(&mut sheet, bar, &bullet.last, colour, house);
    sheet.line(vec![(zero, track.top), (zero, track.bottom)], THIN, tokens.muted);
    let own_top = middle - own.height() / 2;
    sheet.write(&own, (0, own_top));
    for (((flag, value, note), level), _) in flags.iter().zip(levels).zip(0..) {
        let x = at(*value);
        let top = track.top - (level + 1) * LEVEL + 20;
        let (width, colour) = match flag {
            Flag::Target => (64, tokens.text),
            Flag::Baseline => (THIN, tokens.text),
            Flag::Expected => (THIN, tokens.muted),
        };
        sheet.line(vec![(x, top), (x, track.top)], HAIRLINE, tokens.muted);
        sheet.line(vec![(x, track.top), (x, track.bottom)], width, colour);
        sheet.write(
            note,
            (x + 80, top + 20 - (ascent(house.axis) - house.axis.size * 3 / 4)),
        );
    }
    sheet
}

/// The level of each flag, from the left to the right: above all those at its right that its words would touch.
fn levels(places: &[(i32, i32)]) -> Vec<i32> {
    let mut levels = vec![0; places.len()];
    for index in (0..places.len()).rev() {
        let (x, width) = places[index];
        let touched = (index + 1..places.len()).filter(|other| places[*other].0 < x + width + 180);
        levels[index] = touched.map(|other| levels[other] + 1).max().unwrap_or(0);
    }
    levels
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_straight_path_is_read_between_its_ends() {
        let path = [(2020, 10.0), (2030, 30.0)];
        assert_eq!(along(&path, 2025), Some(20.0));
        assert_eq!((along(&path, 2030), along(&path, 2031)), (Some(30.0), None));
    }

    #[test]
    fn a_flag_rises_only_over_those_it_would_touch() {
        assert_eq!(levels(&[(0, 900), (2000, 900), (4000, 900)]), [0, 0, 0]);
        assert_eq!(levels(&[(0, 900), (500, 900), (900, 900)]), [2, 1, 0]);
        assert_eq!(levels(&[(0, 900), (500, 300), (2000, 900)]), [1, 0, 0]);
    }
}
