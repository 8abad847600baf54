//! An SVG read back as a stranger would: its texts, each with the box that the font itself gives it.

use crate::chart::Figure;
use crate::chart::bounds::Bounds;
use crate::chart::letters::{Hand, Letters, Level, Run};
use crate::chart::paint::{Element, elements};
use crate::model::{Colour, NOTO_SANS};
use crate::printed::Cell;
use sha2::{Digest, Sha256};
use std::sync::LazyLock;
use ttf_parser::Face;

/// A drawing as read from its SVG.
pub struct Seen {
    pub frame: Bounds,
    pub texts: Vec<SeenText>,
}

pub struct SeenText {
    pub text: String,
    pub fill: String,
    pub family: String,
    /// Advance width and the height of a line without leading.
    pub line: Bounds,
    /// From the top of its tallest sign to the foot of its deepest.
    pub ink: Bounds,
}

/// Read once: a face has three thousand characters.
static LETTERS: LazyLock<Letters> = LazyLock::new(|| Letters::of(None));

/// Reads a drawing; panics where a number is missing.
pub fn read(svg: &str) -> Seen {
    let all = elements(svg);
    let view: Vec<i32> = attribute(&all[0], "viewBox")
        .split(' ')
        .map(|side| side.parse().unwrap())
        .collect();
    let frame = Bounds::between((view[0], view[1]), (view[2], view[3]));
    let texts = all.iter().filter(|element| element.name == "text").map(|element| {
        let number = |name: &str| attribute(element, name).parse::<f64>().unwrap();
        assert_eq!(
            (attribute(element, "text-anchor"), attribute(element, "dy")),
            ("start", "0.76em")
        );
        let bold = element.attributes.contains_key("font-weight");
        let hand = Hand {
            size: attribute(element, "font-size").parse().unwrap(),
            bold,
        };
        let baseline = (number("y") + 0.76 * number("font-size")).round() as i32;
        let family = attribute(element, "font-family").to_owned();
        let fill = attribute(element, "fill").to_owned();
        let text = seen(
            number("x") as i32,
            baseline,
            hand,
            family,
            element.text.trim_matches('\n'),
        );
        SeenText { fill, ..text }
    });
    Seen {
        frame,
        texts: texts.collect(),
    }
}

fn attribute<'a>(element: &'a Element, name: &str) -> &'a str {
    element
        .attributes
        .get(name)
        .unwrap_or_else(|| panic!("no {name} in {element:?}"))
}

fn seen(left: i32, baseline: i32, hand: Hand, family: String, text: &str) -> SeenText {
    let run = Run {
        text: text.to_owned(),
        level: Level::Line,
    };
    let right = left + LETTERS.run_width(&run, hand);
    let bytes = NOTO_SANS[usize::from(hand.bold)];
    let face = Face::parse(bytes, 0).unwrap();
    let boxes = text
        .chars()
        .filter_map(|sign| face.glyph_bounding_box(face.glyph_index(sign)?));
    let (low, high) = boxes.fold((0, 0), |(low, high), glyph| {
        (low.min(glyph.y_min), high.max(glyph.y_max))
    });
    let scaled = |units: i16| (f64::from(units) * f64::from(hand.size) / f64::from(face.units_per_em())).ceil() as i32;
    let line = Bounds::between(
        (left, baseline - hand.size * 78 / 100),
        (right, baseline + hand.size * 24 / 100),
    );
    let ink = Bounds::between((left, baseline - scaled(high)), (right, baseline + scaled(-low)));
    SeenText {
        text: text.to_owned(),
        fill: String::new(),
        family,
        line,
        ink,
    }
}

/// Whether a text is read on a ground (WCAG 2.2: 4.5 at least).
fn read_on(text: &str, ground: &str) -> bool {
    let colour = |text: &str| Colour::parse(&text.to_lowercase()).unwrap();
    colour(text).contrast(colour(ground)) >= 4.5
}

/// Texts with data under them on which they are not read: a bar, a point or a thick stroke, and no plate of paper
/// between.
fn over_data(svg: &str, texts: &[SeenText]) -> Vec<String> {
    let mut covered = vec![false; texts.len()];
    for element in elements(svg) {
        let number = |name: &str| attribute(&element, name).parse::<f64>().unwrap() as i32;
        let (marks, plate) = match element.name.as_str() {
            "rect" => {
                let (left, top) = (number("x"), number("y"));
                let (right, bottom) = (left + number("width"), top + number("height"));
                let at = Bounds::between((left, top), (right, bottom));
                (vec![at], attribute(&element, "fill") == "#FFFFFF")
            }
            "circle" => {
                let (x, y) = (number("cx"), number("cy"));
                let at = Bounds::between((x, y), (x, y));
                (vec![at.grown(number("r") * 7 / 10)], false)
            }
            "polyline" if number("stroke-width") > 40 => (strokes(&element), false),
            _ => continue,
        };
        for (text, covered) in texts.iter().zip(&mut covered) {
            if !plate && element.name == "rect" && read_on(&text.fill, attribute(&element, "fill")) {
                continue;
            }
            for at in &marks {
                if plate && text.line.inside(&at.grown(30)) {
                    *covered = false;
                } else if !plate && text.line.grown(-20).overlaps(at) {
                    *covered = true;
                }
            }
        }
    }
    let found = texts.iter().zip(covered).filter(|(_, covered)| *covered);
    found.map(|(text, _)| text.text.clone()).collect()
}

/// A stroke cut into small boxes.
fn strokes(element: &Element) -> Vec<Bounds> {
    let spots: Vec<(i32, i32)> = attribute(element, "points")
        .split_whitespace()
        .map(|spot| {
            let (x, y) = spot.split_once(',').unwrap();
            (x.parse().unwrap(), y.parse().unwrap())
        })
        .collect();
    let cut = |from: (i32, i32), to: (i32, i32)| {
        (0..=40).map(move |rank| {
            let along = |start: i32, end: i32| start + (end - start) * rank / 40;
            let (x, y) = (along(from.0, to.0), along(from.1, to.1));
            let at = Bounds::between((x, y), (x, y));
            at.grown(10)
        })
    };
    spots.windows(2).flat_map(|pair| cut(pair[0], pair[1])).collect()
}

/// The facts that hold of any drawing whatever its data.
pub fn check(svg: &str) -> Seen {
    for element in elements(svg) {
        let attributes: String = element.attributes.into_values().collect();
        assert!(
            !attributes.contains("NaN") && !attributes.contains("inf"),
            "{attributes}"
        );
        assert!(!element.text.contains("NaN"), "{}", element.text);
    }
    let seen = read(svg);
    for (index, text) in seen.texts.iter().enumerate() {
        assert_eq!(text.family, "Noto Sans");
        assert!(
            text.ink.inside(&seen.frame),
            "« {} » leaves the frame: {:?} of {:?}",
            text.text,
            text.ink,
            seen.frame
        );
        for other in &seen.texts[index + 1..] {
            let apart = !text.line.overlaps(&other.line);
            assert!(
                apart,
                "« {} » meets « {} »: {:?} {:?}",
                text.text, other.text, text.line, other.line
            );
        }
    }
    assert_eq!(over_data(svg, &seen.texts), Vec::<String>::new(), "printed over data");
    seen
}

/// What is kept of a drawing: its words and its table in clear, its size, and a hash that says whether a stroke moved.
/// What can be said of the strokes themselves is checked.
pub fn kept(figure: &Figure) -> String {
    let seen = check(&figure.svg);
    let table = figure.table();
    let head: Vec<String> = table.columns.iter().map(|column| column.head.clone()).collect();
    let shown = |cell: &Cell| match &cell.mark {
        Some(mark) => format!("{} ({mark})", cell.words),
        None => cell.words.clone(),
    };
    let rows = table.rows.iter().map(|row| row.cells.iter().map(shown).collect());
    let table: String = std::iter::once(head)
        .chain(rows)
        .map(|row: Vec<String>| row.join(" | ") + "\n")
        .collect();
    let hash = Sha256::digest(figure.svg.as_bytes());
    let hash: String = hash.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    format!(
        "{}\n\n{table}\n{} × {} mm, {} texts, {hash}",
        figure.alternative,
        figure.width_mm,
        figure.height_mm,
        seen.texts.len()
    )
}
