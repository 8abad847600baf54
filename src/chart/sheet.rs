//! A drawing before it is painted: marks in order, and texts whose boxes never meet.
//!
//! Everything is placed here, by measured boxes; `paint` only carries it to Plotters.

use super::bounds::{Bounds, Spot};
use super::house::House;
use super::letters::{Hand, Letters};
use crate::model::Colour;

/// A shape, in hundredths of a millimetre.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Mark {
    /// A broken line through two spots or more.
    Line {
        spots: Vec<Spot>,
        width: i32,
        colour: Colour,
    },
    /// A filled rectangle.
    Block { bounds: Bounds, colour: Colour },
    /// A filled outline, closed by itself.
    Area { outline: Vec<Spot>, colour: Colour },
    /// A filled circle.
    Disc { centre: Spot, radius: i32, colour: Colour },
    /// A circle filled with paper.
    Ring {
        centre: Spot,
        radius: i32,
        width: i32,
        colour: Colour,
    },
}

/// A text written from `left` on the line at `baseline`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Label {
    pub text: String,
    pub hand: Hand,
    pub colour: Colour,
    pub left: i32,
    pub baseline: i32,
}

/// Lines of text that move together, before they have a place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Note {
    pub lines: Vec<(String, Hand, Colour)>,
    pub align: Align,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Centre,
}

/// The side a note prefers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sides {
    Above,
    Right,
}

/// The drawing itself.
pub(super) struct Sheet {
    pub width: i32,
    pub height: i32,
    pub marks: Vec<Mark>,
    pub labels: Vec<Label>,
    pub boxes: Vec<Bounds>,
    pub letters: Letters,
    /// What plates are made of.
    paper: Colour,
}

/// How far a note may slide into its room.
const SLIDE: u32 = 300;

impl Sheet {
    pub fn new(width: i32, height: i32, house: &House) -> Self {
        Sheet {
            width,
            height,
            marks: Vec::new(),
            labels: Vec::new(),
            boxes: Vec::new(),
            letters: house.letters.clone(),
            paper: house.tokens.paper,
        }
    }

    pub fn line(&mut self, spots: Vec<Spot>, width: i32, colour: Colour) {
        if spots.len() > 1 {
            self.marks.push(Mark::Line { spots, width, colour });
        }
    }

    pub fn block(&mut self, bounds: Bounds, colour: Colour) {
        self.marks.push(Mark::Block { bounds, colour });
    }

    pub fn ring(&mut self, centre: Spot, radius: i32, width: i32, colour: Colour) {
        self.marks.push(Mark::Ring {
            centre,
            radius,
            width,
            colour,
        });
    }

    pub fn disc(&mut self, centre: Spot, radius: i32, colour: Colour) {
        self.marks.push(Mark::Disc { centre, radius, colour });
    }

    /// Writes a note with its top left corner at a spot where its author knows there is room.
    pub fn write(&mut self, note: &Note, corner: Spot) {
        let width = note.width(&self.letters);
        let mut top = corner.1;
        for (text, hand, colour) in &note.lines {
            let own = self.letters.width(text, *hand);
            let left = corner.0
                + match note.align {
                    Align::Left => 0,
                    Align::Centre => (width - own) / 2,
                };
            let label = Label {
                text: text.clone(),
                hand: *hand,
                colour: *colour,
                left,
                baseline: top + ascent(*hand),
            };
            self.boxes.push(label.bounds(&self.letters));
            self.labels.push(label);
            top += leading(*hand);
        }
    }

    /// Writes a note at the first-rate free corner among candidates, and says whether there was one.
    ///
    /// A corner is free when the note stays inside `room`, into which it may slide a little up or down, and meets no
    /// text; among free corners, the fewest `obstacles` and blocks crossed wins, then the earliest. A note that still crosses some stands on a plate of paper.
    pub fn place(&mut self, note: &Note, corners: &[Spot], room: &Bounds, obstacles: &[(Spot, Spot)]) -> bool {
        let (width, height) = (note.width(&self.letters), note.height());
        let around = |corner: &Spot| Bounds::between((corner.0, corner.1), (corner.0 + width, corner.1 + height));
        let free =
            |bounds: &Bounds| bounds.inside(room) && !self.boxes.iter().any(|other| bounds.grown(40).overlaps(other));
        let crossings = |bounds: &Bounds| {
            let near = bounds.grown(25);
            let crossed = obstacles
                .iter()
                .filter(|(from, to)| near.crossed_by(*from, *to))
                .count();
            let blocks = self.marks.iter().filter(|mark| match mark {
                Mark::Block { bounds, .. } => bounds.overlaps(&near),
                _ => false,
            });
            crossed + 3 * blocks.count()
        };
        let slid = |(x, y): Spot| {
            let inside = y.min(room.bottom - height).max(room.top);
            (x, if inside.abs_diff(y) <= SLIDE { inside } else { y })
        };
        let best = corners
            .iter()
            .map(|corner| slid(*corner))
            .map(|corner| (corner, around(&corner)))
            .filter(|(_, bounds)| free(bounds))
            .map(|(corner, bounds)| (crossings(&bounds), corner, bounds))
            .min_by_key(|(crossings, ..)| *crossings);
        let Some((crossings, corner, bounds)) = best else {
            return false;
        };
        if crossings > 0 {
            self.block(bounds.grown(25), self.paper);
        }
        self.write(note, corner);
        true
    }
}

impl Note {
    pub fn single(text: impl Into<String>, hand: Hand, colour: Colour) -> Self {
        Note {
            lines: vec![(text.into(), hand, colour)],
            align: Align::Left,
        }
    }

    /// Two lines: what a value is and when, then the value.
    pub fn dated(what: &str, year: i32, value: String, house: &House) -> Self {
        let head = (format!("{what}\u{a0}{year}"), house.axis, house.tokens.muted);
        Note {
            lines: vec![head, (value, house.name, house.tokens.text)],
            align: Align::Left,
        }
    }

    pub fn width(&self, letters: &Letters) -> i32 {
        self.lines
            .iter()
            .map(|(text, hand, _)| letters.width(text, *hand))
            .max()
            .unwrap_or(0)
    }

    pub fn height(&self) -> i32 {
        let all: i32 = self.lines.iter().map(|(_, hand, _)| leading(*hand)).sum();
        let last = self
            .lines
            .last()
            .map_or(0, |(_, hand, _)| leading(*hand) - ascent(*hand) - descent(*hand));
        all - last
    }

    /// Top left corners to try about a spot: the near ones, then farther and farther.
    pub fn corners(&self, letters: &Letters, spot: Spot, sides: Sides) -> Vec<Spot> {
        let (width, height) = (self.width(letters), self.height());
        let mut corners = Vec::new();
        for away in [150, 260, 420, 640, 900, 1300, 1800] {
            let (x, y) = spot;
            let above = [(x - width / 2, y - away - height), (x - width / 2, y + away)];
            let beside = [(x + away + 30, y - height / 2), (x - away - 30 - width, y - height / 2)];
            let oblique = [
                (x + away / 2, y - away - height),
                (x - away / 2 - width, y - away - height),
                (x + away / 2, y + away),
                (x - away / 2 - width, y + away),
                (x, y - away - height),
                (x - width, y - away - height),
                (x, y + away),
                (x - width, y + away),
            ];
            match sides {
                Sides::Above => corners.extend(above.into_iter().chain(oblique).chain(beside)),
                Sides::Right => corners.extend(beside.into_iter().chain(above).chain(oblique)),
            }
        }
        corners
    }
}

impl Label {
    pub fn bounds(&self, letters: &Letters) -> Bounds {
        Bounds::between(
            (self.left, self.baseline - ascent(self.hand)),
            (
                self.left + letters.width(&self.text, self.hand),
                self.baseline + descent(self.hand),
            ),
        )
    }
}

/// Height of the tallest unaccented letter above the line.
pub(super) fn ascent(hand: Hand) -> i32 {
    hand.size * 78 / 100
}

/// Depth of a letter under the line.
pub(super) fn descent(hand: Hand) -> i32 {
    hand.size * 24 / 100
}

/// The top of a line of text whose middle stands at a height.
pub(super) fn centred(hand: Hand, middle: i32) -> i32 {
    middle - (ascent(hand) + descent(hand)) / 2 + 12
}

/// From a line to the next one.
pub(super) fn leading(hand: Hand) -> i32 {
    hand.size * 124 / 100
}
