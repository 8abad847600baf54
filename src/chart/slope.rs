//! The slope: the reference, the last value and the target, one line from each to the next.
//!
//! Where the indicator has several parts, a line each from the reference year to the last, named at its end.

use super::bounds::Bounds;
use super::dash::{Rhythm, dashes};
use super::groups::{Groups, Others, groups, whole};
use super::house::{BOTTOM_BAND, DATA, HAIRLINE, House, RING, THIN, TOP_BAND};
use super::key::{Sample, draw_band, entries, remark};
use super::kind::{Kind, Picture, Shown};
use super::margin::spread;
use super::phrase::{TOLD, finish, list, remarks, signed};
use super::plane::{Plane, draw_years};
use super::scale::{Ground, Scale};
use super::sheet::{Note, Sheet, Sides};
use super::trace::{Drawn, cross, draw_dots, draw_trace, segments};
use super::words::{self, opening};
use crate::french;
use crate::model::{ChartKind, Drawing};

/// Size on the page.
const WIDTH: i32 = 12_000;
const HEIGHT: i32 = 5_200;
/// Lines beyond are left to the table.
const LINES: usize = 10;
/// The widest text beside the lines.
const WIDEST: i32 = 3_800;

pub(super) const SLOPE: Kind = Kind {
    suits: |drawing, _| {
        let shown = match slopes(drawing)?.lines.len() {
            1 => Shown::Whole,
            _ => Shown::Parts,
        };
        Some((ChartKind::Slope, shown))
    },
    draw: |drawing, house| {
        let slopes = slopes(drawing)?;
        let told = tell(drawing, &slopes);
        let sheet = paint(drawing, &slopes, house);
        Some(Picture { sheet, told })
    },
};

/// What a slope shows.
#[derive(Clone, Debug)]
struct Slopes {
    /// `(name, first and last value)`; the name of a headline is empty.
    lines: Vec<(String, [Drawn; 2])>,
    target: Option<(i32, f64)>,
    omitted: String,
}

/// The slopes of the parts where two at least have both years, else of the whole.
fn slopes(drawing: &Drawing) -> Option<Slopes> {
    let Groups { parts, omitted } = groups(drawing, LINES, Others::InTable);
    let years = parts.iter().flat_map(|(_, drawn)| drawn).map(|point| point.at);
    let start = drawing.aims.baseline.map(|baseline| baseline.0);
    let from = start
        .filter(|start| years.clone().any(|year| year == *start))
        .or(years.clone().min());
    if let (Some(from), Some(to)) = (from, years.max()) {
        let pairs = parts
            .iter()
            .filter_map(|(name, drawn)| Some((name.clone(), pair(drawn, from, to)?)));
        let lines: Vec<_> = pairs.collect();
        if lines.len() > 1 {
            let mut omitted = omitted;
            let absent = parts.len() - lines.len();
            if absent > 0 && omitted.is_empty() {
                omitted = format!("séries sans valeur en {from} ou en {to} : {absent}");
            }
            return Some(Slopes {
                lines,
                target: None,
                omitted,
            });
        }
    }
    let drawn = whole(drawing);
    let (first, to) = (drawn.first()?.at, drawn.last()?.at);
    let from = start
        .filter(|start| drawn.iter().any(|point| point.at == *start))
        .unwrap_or(first);
    Some(Slopes {
        lines: vec![(String::new(), pair(&drawn, from, to)?)],
        target: drawing.aims.judged_target().filter(|target| target.0 > to),
        omitted: String::new(),
    })
}

/// The values of two years, joined unless a break parts them.
fn pair(drawn: &[Drawn], from: i32, to: i32) -> Option<[Drawn; 2]> {
    let find = |year: i32| drawn.iter().find(|point| point.at == year).copied();
    let (first, mut last) = (find(from)?, find(to)?);
    last.after_break = drawn
        .iter()
        .any(|point| point.at > from && point.at <= to && point.after_break);
    last.joined = !last.after_break;
    (from < to).then_some([first, last])
}

/// Reference, last value and target; or the change of each part.
fn tell(drawing: &Drawing, slopes: &Slopes) -> String {
    let points: Vec<Drawn> = slopes.lines.iter().flat_map(|(_, pair)| *pair).collect();
    if slopes.lines.len() == 1 {
        return words::of_whole(drawing, "Pente", &points);
    }
    let by = format!(", {}", french::plural(slopes.lines.len(), "série", "séries"));
    let mut changes: Vec<(f64, &str)> = slopes
        .lines
        .iter()
        .map(|(name, pair)| (pair[1].value - pair[0].value, name.as_str()))
        .collect();
    changes.sort_by(|left, right| right.0.abs().total_cmp(&left.0.abs()));
    let say = |(change, name): &(f64, &str)| format!("{name} ({})", signed(drawing, *change));
    let told = list(&changes[..changes.len().min(TOLD)], say);
    let changes = match changes.len() {
        0..=TOLD => format!("Évolution : {told}."),
        _ => format!("Les plus fortes évolutions : {told}."),
    };
    let remarked = std::iter::once(slopes.omitted.clone()).chain(words::marks(drawing, &points));
    finish(
        drawing,
        [opening(drawing, "Pente", &by, &points), changes, remarks(remarked)],
    )
}

/// Draws the slopes between vertical hairlines, one a year that counts.
fn paint(drawing: &Drawing, slopes: &Slopes, house: &House) -> Sheet {
    let colour = house.colour(drawing);
    let points: Vec<Drawn> = slopes.lines.iter().flat_map(|(_, pair)| *pair).collect();
    let mut values: Vec<f64> = points.iter().map(|point| point.value).collect();
    values.extend(slopes.target.map(|target| target.1));
    let scale = Scale::new(&values, Ground::UnlessFlat, 4, drawing.precision);
    let first = points.first().map_or(0, |point| point.at);
    let last = points.last().map_or(first, |point| point.at);
    let years = (first, slopes.target.map_or(last, |target| target.0));

    let mut sheet = Sheet::new(WIDTH, HEIGHT, house);
    let starts: Vec<Note> = slopes
        .lines
        .iter()
        .map(|(_, pair)| Note::single(scale.text(pair[0].value), house.axis, house.tokens.text))
        .collect();
    let ends: Vec<Note> = slopes
        .lines
        .iter()
        .map(|(name, pair)| end_note(&sheet, house, name, scale.text(pair[1].value)))
        .collect();
    let goal = slopes.target;
    let goal = goal.map(|(year, value)| Note::dated("cible", year, scale.round_text(value), house));
    let widest = |notes: &[Note]| notes.iter().map(|note| note.width(&sheet.letters)).max().unwrap_or(0);
    let right = goal.as_ref().map_or(widest(&ends), |goal| goal.width(&sheet.letters));
    let bounds = Bounds::between(
        (widest(&starts).min(WIDEST) + 200, TOP_BAND + 200),
        (WIDTH - right.min(WIDEST + 400) - 220, HEIGHT - BOTTOM_BAND),
    );
    let plane = Plane::new(bounds, 60, years, &scale);
    let mut marks = entries(&points, Sample::Ring, Sample::Dashes);
    if !slopes.omitted.is_empty() {
        marks.insert(0, remark(&slopes.omitted));
    }
    draw_band(&mut sheet, house, &scale.unit(&drawing.unit), &marks, colour);
    let counted = [last, years.1, first];
    for year in counted {
        let x = plane.x(year);
        sheet.line(
            vec![(x, bounds.top - 100), (x, bounds.bottom)],
            HAIRLINE,
            house.tokens.rule,
        );
    }
    // Only those years are written: the others have no value here.
    draw_years(&mut sheet, house, &plane, &counted, (last, last));

    let mut obstacles = Vec::new();
    for (_, pair) in &slopes.lines {
        draw_trace(&mut sheet, &plane, pair, colour, DATA);
        draw_dots(&mut sheet, &plane, pair, colour);
        obstacles.extend(segments(pair, &plane));
    }
    if let (Some((year, value)), Some((_, pair)), Some(goal)) = (slopes.target, slopes.lines.first(), &goal) {
        let way = [plane.spot(last, pair[1].value), plane.spot(year, value)];
        for piece in dashes(&way, Rhythm { dash: 75.0, gap: 65.0 }) {
            sheet.line(piece, THIN, house.tokens.muted);
        }
        obstacles.push((way[0], way[1]));
        obstacles.extend(cross(way[1]));
        let text = house.tokens.text;
        sheet.ring(way[1], RING + 40, 36, text);
        let room = Bounds::between((bounds.left, TOP_BAND), (WIDTH, bounds.bottom - 20));
        let around = goal.corners(&sheet.letters, way[1], Sides::Right);
        sheet.place(goal, &around, &room, &obstacles);
        let around = ends[0].corners(&sheet.letters, way[0], Sides::Above);
        sheet.place(&ends[0], &around, &room, &obstacles);
    } else {
        write_column(&mut sheet, &plane, slopes, &ends, Column::Ends);
    }
    write_column(&mut sheet, &plane, slopes, &starts, Column::Starts);
    sheet
}

/// The name of a line, then its value.
fn end_note(sheet: &Sheet, house: &House, name: &str, value: String) -> Note {
    if name.is_empty() {
        return Note::single(value, house.strong, house.tokens.text);
    }
    let left = WIDEST - sheet.letters.width(&value, house.axis) - 100;
    let text = format!("{} {value}", sheet.letters.shorten(name, house.axis, left));
    Note::single(text, house.axis, house.tokens.text)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Starts,
    Ends,
}

/// Writes the texts of one side, moved apart where their values are near.
fn write_column(sheet: &mut Sheet, plane: &Plane, slopes: &Slopes, notes: &[Note], column: Column) {
    let point = |pair: &[Drawn; 2]| if column == Column::Starts { pair[0] } else { pair[1] };
    let mut rows: Vec<(i32, &Note, i32)> = slopes
        .lines
        .iter()
        .zip(notes)
        .map(|((_, pair), note)| {
            let (x, y) = plane.spot(point(pair).at, point(pair).value);
            (y, note, x)
        })
        .collect();
    rows.sort_by_key(|row| row.0);
    let wanted: Vec<(i32, i32)> = rows.iter().map(|(y, note, _)| (*y, note.height())).collect();
    let middles = spread(&wanted, plane.bounds.top - 200, plane.bounds.bottom + 90);
    for ((_, note, x), middle) in rows.into_iter().zip(middles) {
        let left = match column {
            Column::Starts => x - 180 - note.width(&sheet.letters),
            Column::Ends => x + 180,
        };
        sheet.write(note, (left, middle - note.height() / 2 + 12));
    }
}
