//! A polygon of a commune on the sheet, and what is measured of it.
//!
//! It draws nothing, and knows no coordinates of the ground.

use crate::chart::bounds::{Bounds, Spot};

/// A polygon of a commune on the sheet; outlines do not repeat their first spot.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Shape {
    /// The rank of its commune.
    pub area: usize,
    pub outline: Vec<Spot>,
    pub holes: Vec<Vec<Spot>>,
}

impl Shape {
    /// A shape of no commune.
    pub fn of(outline: Vec<Spot>) -> Self {
        Shape {
            area: usize::MAX,
            outline,
            holes: Vec::new(),
        }
    }

    pub fn moved(&self, (x, y): Spot) -> Self {
        let shift = |ring: &Vec<Spot>| ring.iter().map(|spot| (spot.0 + x, spot.1 + y)).collect();
        Shape {
            area: self.area,
            outline: shift(&self.outline),
            holes: self.holes.iter().map(shift).collect(),
        }
    }

    /// The outline with its first spot again at the end.
    pub fn closed(&self) -> Vec<Spot> {
        self.outline.iter().chain(self.outline.first()).copied().collect()
    }

    /// Its surface, without what holes take.
    pub fn extent(&self) -> i64 {
        let pairs = self.outline.iter().zip(self.outline.iter().cycle().skip(1));
        let twice = |(one, other): (&Spot, &Spot)| {
            i64::from(one.0) * i64::from(other.1) - i64::from(other.0) * i64::from(one.1)
        };
        pairs.map(twice).sum::<i64>().abs() / 2
    }

    pub fn bounds(&self) -> Bounds {
        let start = Bounds::between((i32::MAX, i32::MAX), (i32::MIN, i32::MIN));
        self.outline.iter().fold(start, |around, (x, y)| {
            Bounds::between(
                (around.left.min(*x), around.top.min(*y)),
                (around.right.max(*x), around.bottom.max(*y)),
            )
        })
    }

    /// Where a horizontal line is inside: pairs of x, ascending (even-odd, holes left out).
    pub fn crossings(&self, y: f64) -> Vec<f64> {
        let mut found = Vec::new();
        for ring in std::iter::once(&self.outline).chain(&self.holes) {
            for (one, other) in ring.iter().zip(ring.iter().cycle().skip(1)) {
                let (from, to) = (f64::from(one.1), f64::from(other.1));
                if (from <= y) != (to <= y) {
                    let share = (y - from) / (to - from);
                    found.push(f64::from(one.0) + share * f64::from(other.0 - one.0));
                }
            }
        }
        found.sort_by(f64::total_cmp);
        found
    }
}
