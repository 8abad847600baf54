//! The slope: the reference, the last value and the target, one line from each to the next.
//!
//! Where the indicator has several parts, a line each from the reference year to the last, named at its end.

use super::around::{Sides, corners};
use super::bounds::Bounds;
use super::dash::{Rhythm, dashes};
use super::groups::{Groups, Others, groups};
use super::house::{BOTTOM_BAND, DATA, HAIRLINE, House, RING, THIN, TOP_BAND};
use super::key::{Sample, draw_band, entries, remark};
use super::margin::spread;
use super::plane::{Plane, draw_years};
use super::scale::{Ground, Scale, Wanted};
use super::sheet::{Align, Mark, Note, Sheet};
use super::trace::{Drawn, cross, draw_dots, draw_trace, segments, trace};
use crate::assess::Finding;

/// Size on the page.
const WIDTH: i32 = 12_000;
const HEIGHT: i32 = 5_200;
/// Lines beyond are left to the table.
const LINES: usize = 10;
/// The widest text beside the lines.
const WIDEST: i32 = 3_800;

/// What a slope shows.
#[derive(Clone, Debug)]
pub(super) struct Slopes {
    /// `(name, first and last value)`; the name of a headline is empty.
    pub lines: Vec<(String, [Drawn; 2])>,
    pub target: Option<(i32, f64)>,
    pub omitted: String,
}

/// The slopes of a finding: of its parts where two at least have both years, else of its headline.
pub(super) fn slopes(finding: &Finding) -> Option<Slopes> {
    let Groups { parts, omitted } = groups(finding, LINES, Others::InTable);
    let years = parts.iter().flat_map(|(_, drawn)| drawn).map(|point| point.year);
    let start = finding.assessment.inputs.baseline.map(|baseline| baseline.0);
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
    let drawn = trace(&finding.headline, finding.indicator.frequency);
    let (first, to) = (drawn.first()?.year, drawn.last()?.year);
    let from = start
        .filter(|start| drawn.iter().any(|point| point.year == *start))
        .unwrap_or(first);
    let inputs = &finding.assessment.inputs;
    Some(Slopes {
        lines: vec![(String::new(), pair(&drawn, from, to)?)],
        target: inputs.target.filter(|target| target.1.is_finite() && target.0 > to),
        omitted: String::new(),
    })
}

/// The values of two years, joined unless a break parts them.
fn pair(drawn: &[Drawn], from: i32, to: i32) -> Option<[Drawn; 2]> {
    let find = |year: i32| drawn.iter().find(|point| point.year == year).copied();
    let (first, mut last) = (find(from)?, find(to)?);
    last.after_break = drawn
        .iter()
        .any(|point| point.year > from && point.year <= to && point.after_break);
    last.joined = !last.after_break;
    (from < to).then_some([first, last])
}

/// Draws the slopes between vertical hairlines, one a year that counts.
pub(super) fn draw_slope(finding: &Finding, slopes: &Slopes, house: &House) -> Sheet {
    let indicator = &finding.indicator;
    let colour = house.tokens.finality(indicator.finality);
    let points: Vec<Drawn> = slopes.lines.iter().flat_map(|(_, pair)| *pair).collect();
    let mut values: Vec<f64> = points.iter().map(|point| point.value).collect();
    values.extend(slopes.target.map(|target| target.1));
    let (ground, precision) = (Ground::UnlessFlat, indicator.precision);
    let scale = Scale::new(&Wanted {
        values: &values,
        ground,
        divisions: 4,
        precision,
    });
    let first = points.first().map_or(0, |point| point.year);
    let last = points.last().map_or(first, |point| point.year);
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
    let goal = slopes.target.map(|(year, value)| {
        let head = (format!("cible\u{a0}{year}"), house.axis, house.tokens.muted);
        let lines = vec![head, (scale.round_text(value), house.name, house.tokens.text)];
        let align = Align::Left;
        Note { lines, align }
    });
    let widest = |notes: &[Note]| notes.iter().map(|note| note.width(&sheet.letters)).max().unwrap_or(0);
    let right = goal.as_ref().map_or(widest(&ends), |goal| goal.width(&sheet.letters));
    let bounds = Bounds {
        left: widest(&starts).min(WIDEST) + 200,
        top: TOP_BAND + 200,
        right: WIDTH - right.min(WIDEST + 400) - 220,
        bottom: HEIGHT - BOTTOM_BAND,
    };
    let plane = Plane::new(bounds, 60, years, &scale);
    let mut marks = entries(&points, Sample::Ring, Sample::Dashes);
    if !slopes.omitted.is_empty() {
        marks.insert(0, remark(&slopes.omitted));
    }
    draw_band(&mut sheet, house, &scale.unit(&indicator.unit), &marks, colour);
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
        sheet.marks.push(Mark::Ring {
            centre: way[1],
            radius: RING + 40,
            width: 36,
            colour: text,
        });
        let room = Bounds {
            left: bounds.left,
            top: TOP_BAND,
            right: WIDTH,
            bottom: bounds.bottom - 20,
        };
        let around = corners(&sheet, goal, way[1], Sides::Right);
        sheet.place(goal, &around, &room, &obstacles);
        let around = corners(&sheet, &ends[0], way[0], Sides::Above);
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
            let (x, y) = plane.spot(point(pair).year, point(pair).value);
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
