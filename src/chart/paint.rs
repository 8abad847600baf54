//! From a [`Sheet`] to SVG: the only place where Plotters puts ink.
//!
//! Plotters knows whole units only, so a sheet counts hundredths of a millimetre and the view box scales them.

use super::bounds::{Bounds, Spot};
use super::letters::{Hand, Level, runs};
use super::sheet::{Label, Mark, Sheet};
use super::tokens::Tokens;
use crate::model::Colour;
use plotters::coord::Shift;
use plotters::drawing::DrawingAreaErrorKind;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use std::collections::BTreeSet;

#[cfg(test)]
pub(super) use tests::{Element, elements};

type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;
type Painted = Result<(), DrawingAreaErrorKind<std::io::Error>>;

impl Colour {
    /// The same colour for Plotters.
    fn plotters(self) -> RGBColor {
        RGBColor(self.red, self.green, self.blue)
    }
}

/// The drawing as an SVG document whose size is in millimetres.
pub(super) fn paint(sheet: &Sheet, tokens: &Tokens) -> String {
    let mut svg = String::new();
    {
        let size = (sheet.width.unsigned_abs(), sheet.height.unsigned_abs());
        let area = SVGBackend::with_string(&mut svg, size).into_drawing_area();
        let painted = sheet
            .marks
            .iter()
            .try_for_each(|mark| paint_mark(&area, mark, tokens))
            .and_then(|()| {
                sheet
                    .labels
                    .iter()
                    .try_for_each(|label| paint_label(&area, label, sheet, tokens))
            })
            .and_then(|()| area.present());
        painted.expect("writing to memory does not fail");
    }
    let body = svg.split_once('\n').map_or("", |(_, body)| body);
    let body = with_whole_sizes(body, sheet);
    format!(
        "<svg width=\"{}mm\" height=\"{}mm\" viewBox=\"0 0 {} {}\" xmlns=\"http://www.w3.org/2000/svg\" \
         stroke-linejoin=\"round\" stroke-linecap=\"butt\">\n{body}",
        f64::from(sheet.width) / 100.0,
        f64::from(sheet.height) / 100.0,
        sheet.width,
        sheet.height
    )
}

fn paint_mark(area: &Area<'_>, mark: &Mark, tokens: &Tokens) -> Painted {
    match mark {
        Mark::Line { spots, width, colour } => area.draw(&PathElement::new(
            spots.clone(),
            colour.plotters().stroke_width(width.unsigned_abs()),
        )),
        Mark::Block { bounds, colour } => area.draw(&Rectangle::new(corners(bounds), colour.plotters().filled())),
        Mark::Area { outline, colour } => area.draw(&Polygon::new(outline.clone(), colour.plotters().filled())),
        Mark::Disc { centre, radius, colour } => area.draw(&Circle::new(*centre, *radius, colour.plotters().filled())),
        Mark::Ring {
            centre,
            radius,
            width,
            colour,
        } => {
            area.draw(&Circle::new(*centre, *radius, tokens.paper.plotters().filled()))?;
            area.draw(&Circle::new(
                *centre,
                *radius,
                colour.plotters().stroke_width(width.unsigned_abs()),
            ))
        }
    }
}

fn paint_label(area: &Area<'_>, label: &Label, sheet: &Sheet, tokens: &Tokens) -> Painted {
    let mut left = label.left;
    for run in runs(&label.text) {
        let size = run.level.size(label.hand.size);
        let baseline = label.baseline + run.level.drop(label.hand.size);
        let colour = label.colour.plotters();
        let style = TextStyle::from(face(tokens, Hand { size, ..label.hand }))
            .color(&colour)
            .pos(TOP_LEFT);
        area.draw(&Text::new(run.text.clone(), (left, baseline - hang(size)), style))?;
        left += sheet.letters.run_width(&run, label.hand);
    }
    Ok(())
}

const TOP_LEFT: Pos = Pos {
    h_pos: HPos::Left,
    v_pos: VPos::Top,
};

/// The backend lets a text hang 0.76 em under its spot.
pub(super) fn hang(size: i32) -> i32 {
    (f64::from(size) * 0.76).round() as i32
}

/// The backend writes a size divided by this.
const OVERSIZE: f64 = 1.24;

fn face<'a>(tokens: &'a Tokens, hand: Hand) -> FontDesc<'a> {
    let style = if hand.bold { FontStyle::Bold } else { FontStyle::Normal };
    FontDesc::new(
        FontFamily::Name(&tokens.fonts.sans),
        f64::from(hand.size) * OVERSIZE,
        style,
    )
}

/// Multiplied and divided again, 247 is written 246.99999999999997: sizes are written whole.
fn with_whole_sizes(body: &str, sheet: &Sheet) -> String {
    let levels = [Level::Line, Level::Below];
    let sizes: BTreeSet<i32> = sheet
        .labels
        .iter()
        .flat_map(|label| levels.map(|level| level.size(label.hand.size)))
        .collect();
    sizes.into_iter().fold(body.to_owned(), |body, size| {
        let written = f64::from(size) * OVERSIZE / OVERSIZE;
        body.replace(&format!("font-size=\"{written}\""), &format!("font-size=\"{size}\""))
    })
}

fn corners(bounds: &Bounds) -> [Spot; 2] {
    [(bounds.left, bounds.top), (bounds.right, bounds.bottom)]
}

#[cfg(test)]
mod tests {
    use quick_xml::Reader;
    use quick_xml::events::{BytesStart, Event};
    use std::collections::BTreeMap;

    /// An element with its attributes and the text in it.
    #[derive(Clone, Debug, Default)]
    pub struct Element {
        pub name: String,
        pub attributes: BTreeMap<String, String>,
        pub text: String,
    }

    /// The elements of a drawing; panics where it is not well-formed XML.
    pub fn elements(svg: &str) -> Vec<Element> {
        let mut reader = Reader::from_str(svg);
        let (mut all, mut depth): (Vec<Element>, usize) = (Vec::new(), 0);
        loop {
            match reader.read_event().unwrap() {
                Event::Start(tag) => {
                    depth += 1;
                    all.push(element(&tag));
                }
                Event::Empty(tag) => all.push(element(&tag)),
                Event::End(_) => depth -= 1,
                Event::Text(content) => all.last_mut().unwrap().text.push_str(&content),
                Event::GeneralRef(entity) => {
                    let sign = quick_xml::escape::resolve_predefined_entity(&entity).unwrap();
                    all.last_mut().unwrap().text.push_str(sign);
                }
                Event::Eof => {
                    assert_eq!(depth, 0);
                    return all;
                }
                _ => {}
            }
        }
    }

    fn element(tag: &BytesStart<'_>) -> Element {
        let attributes = tag.attributes().map(|attribute| {
            let attribute = attribute.unwrap();
            (attribute.key.as_ref().to_owned(), attribute.value.into_owned())
        });
        Element {
            name: tag.name().as_ref().to_owned(),
            attributes: attributes.collect(),
            text: String::new(),
        }
    }
}
