//! The pages as they are inked: how far down each goes, and what stands at its foot.

use crate::fixture::sample;
use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::BTreeSet;

/// Points: the foot of the area where a page may be inked, under which the footer stands, and the height of that area.
const FOOT: f64 = 51.0;
const HEIGHT: f64 = 723.0;
/// Points: in bold, only a heading that opens a block of text is as large.
const HEADING: f64 = 11.4;

/// What a page shows above its footer.
struct Inked {
    /// The lowest mark, in points from the foot of the page.
    lowest: f64,
    /// The lowest text and its size; a text that is not bold counts for nothing.
    last_text: (f64, f64),
}

#[test]
fn no_page_is_half_empty_but_where_a_part_ends() {
    let document = Document::load_mem(sample()).unwrap();
    let starts = part_starts(&document);
    let pages = document.get_pages();
    for (number, id) in &pages {
        let inked = inked(&document, *id);
        let ends_a_part = starts.contains(&(number + 1)) || *number as usize == pages.len();
        let filled = (FOOT + HEIGHT - inked.lowest) / HEIGHT;
        assert!(
            ends_a_part || filled > 0.6,
            "page {number} is filled at {:.0} %",
            filled * 100.0
        );
    }
}

#[test]
fn no_heading_stands_at_the_foot_of_a_page() {
    let document = Document::load_mem(sample()).unwrap();
    for (number, id) in document.get_pages().into_iter().skip(1) {
        let (_, size) = inked(&document, id).last_text;
        assert!(size < HEADING, "page {number} ends on a heading of {size:.1} points");
    }
}

/// The pages on which a heading of level 1 stands.
fn part_starts(document: &Document) -> BTreeSet<u32> {
    let entries = document.get_toc().unwrap().toc;
    let parts = entries.into_iter().filter(|entry| entry.level == 1);
    parts.map(|entry| u32::try_from(entry.page).unwrap()).collect()
}

fn inked(document: &Document, page: ObjectId) -> Inked {
    let mut inked = Inked {
        lowest: f64::INFINITY,
        last_text: (f64::INFINITY, 0.0),
    };
    let content = document.get_page_content(page);
    let (own, inherited) = document.get_page_resources(page).unwrap();
    let resources: Vec<&Dictionary> = own
        .into_iter()
        .chain(inherited.iter().filter_map(|id| document.get_dictionary(*id).ok()))
        .collect();
    walk(document, &content, &resources, IDENTITY, &mut inked);
    inked
}

type Matrix = [f64; 6];
const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// Reads the marks of a content stream, and of the drawings that it places.
fn walk(document: &Document, content: &[u8], resources: &[&Dictionary], start: Matrix, inked: &mut Inked) {
    let (mut current, mut kept) = (start, Vec::new());
    let (mut text, mut size) = (IDENTITY, 0.0);
    let mut bold = false;
    for operation in Content::decode(content).unwrap().operations {
        let numbers: Vec<f64> = operation
            .operands
            .iter()
            .filter_map(|operand| operand.as_float().ok().map(f64::from))
            .collect();
        match (operation.operator.as_str(), numbers.as_slice()) {
            ("q", _) => kept.push(current),
            ("Q", _) => current = kept.pop().unwrap_or(start),
            ("cm", [a, b, c, d, e, f]) => current = product([*a, *b, *c, *d, *e, *f], current),
            ("BT", _) => text = IDENTITY,
            ("Tf", [points]) => {
                size = *points;
                bold = is_bold(document, &operation.operands[0], resources);
            }
            ("Tm", [a, b, c, d, e, f]) => text = [*a, *b, *c, *d, *e, *f],
            ("Td", [x, y]) => text = product([1.0, 0.0, 0.0, 1.0, *x, *y], text),
            ("Tj" | "TJ", _) => {
                let whole = product(text, current);
                let (y, points) = (whole[5], if bold { size * whole[3].abs() } else { 0.0 });
                inked.mark(y);
                if y > FOOT && y < inked.last_text.0 - 0.5 {
                    inked.last_text = (y, points);
                }
            }
            ("re", [x, y, _, height]) => {
                inked.mark(at(current, *x, *y));
                inked.mark(at(current, *x, y + height));
            }
            ("m" | "l", [x, y]) => inked.mark(at(current, *x, *y)),
            ("c", [.., x, y]) => inked.mark(at(current, *x, *y)),
            ("Do", _) => place(document, &operation.operands, resources, current, inked),
            _ => {}
        }
    }
}

/// Whether a name of the resources is that of a bold face.
fn is_bold(document: &Document, name: &Object, resources: &[&Dictionary]) -> bool {
    let found = resources.iter().find_map(|dictionary| {
        let fonts = document
            .dereference(dictionary.get(b"Font").ok()?)
            .ok()?
            .1
            .as_dict()
            .ok()?;
        let font = document
            .dereference(fonts.get(name.as_name().ok()?).ok()?)
            .ok()?
            .1
            .as_dict()
            .ok()?;
        Some(String::from_utf8_lossy(font.get(b"BaseFont").ok()?.as_name().ok()?).into_owned())
    });
    found.is_some_and(|name| name.ends_with("Bold"))
}

/// A drawing placed by its name: its own marks where it is a form, its lower side where it is a picture.
fn place(document: &Document, operands: &[Object], resources: &[&Dictionary], current: Matrix, inked: &mut Inked) {
    let Some(name) = operands.first().and_then(|name| name.as_name().ok()) else {
        return;
    };
    let found = resources.iter().find_map(|dictionary| {
        let objects = document
            .dereference(dictionary.get(b"XObject").ok()?)
            .ok()?
            .1
            .as_dict()
            .ok()?;
        document.dereference(objects.get(name).ok()?).ok()?.1.as_stream().ok()
    });
    let Some(stream) = found else { return };
    if stream
        .dict
        .get(b"Subtype")
        .and_then(Object::as_name)
        .is_ok_and(|kind| kind == b"Image")
    {
        inked.mark(current[5].min(at(current, 0.0, 1.0)));
        return;
    }
    let matrix = stream
        .dict
        .get(b"Matrix")
        .and_then(Object::as_array)
        .map_or(IDENTITY, |numbers| {
            let numbers: Vec<f64> = numbers
                .iter()
                .map(|number| f64::from(number.as_float().unwrap()))
                .collect();
            numbers.try_into().unwrap()
        });
    let own = stream.dict.get(b"Resources").ok();
    let own = own.and_then(|object| document.dereference(object).ok()?.1.as_dict().ok());
    let content = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
    let resources: Vec<&Dictionary> = own.into_iter().chain(resources.iter().copied()).collect();
    walk(document, &content, &resources, product(matrix, current), inked);
}

impl Inked {
    fn mark(&mut self, y: f64) {
        if y > FOOT && y < self.lowest {
            self.lowest = y;
        }
    }
}

/// What `inner` does, then `outer`.
fn product(inner: Matrix, outer: Matrix) -> Matrix {
    let [a, b, c, d, e, f] = inner;
    let [p, q, r, s, t, u] = outer;
    [
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    ]
}

/// The height of a point.
fn at(matrix: Matrix, x: f64, y: f64) -> f64 {
    matrix[1] * x + matrix[3] * y + matrix[5]
}
