//! Borders: rings are cut where three communes meet, and each piece is simplified once for both its sides.
//!
//! So two neighbours keep one border, without a gap or an overlap, however much is left out.

use super::shape::Shape;
use crate::chart::bounds::Spot;
use std::collections::{BTreeMap, BTreeSet};

/// A point nearer than this to the simplified line is left out, in hundredths of a millimetre.
const TOLERANCE: f64 = 9.0;

/// The rings with fewer spots.
pub(super) fn simplified(rings: &[Vec<Spot>]) -> Vec<Vec<Spot>> {
    let junctions = junctions(rings);
    let mut known: BTreeMap<Vec<Spot>, Vec<Spot>> = BTreeMap::new();
    rings
        .iter()
        .map(|ring| {
            let mut kept = Vec::new();
            for piece in pieces(ring, &junctions) {
                let simple = simplify_once(piece, &mut known);
                kept.extend(simple[..simple.len() - 1].iter().copied());
            }
            // A ring too small to be simplified stays as it is rather than vanish.
            if kept.len() < 3 { ring.clone() } else { kept }
        })
        .collect()
}

/// Every border of the shapes once, whichever side it is read from.
pub(super) fn borders(shapes: &[Shape]) -> Vec<Vec<Spot>> {
    let rings: Vec<Vec<Spot>> = shapes
        .iter()
        .flat_map(|shape| std::iter::once(&shape.outline).chain(&shape.holes))
        .cloned()
        .collect();
    let junctions = junctions(&rings);
    let pieces = rings.iter().flat_map(|ring| pieces(ring, &junctions));
    let all: BTreeSet<Vec<Spot>> = pieces.map(|piece| canonical(piece).0).collect();
    all.into_iter().collect()
}

/// Spots where the borders of more than two communes, or the coast and a border, meet.
fn junctions(rings: &[Vec<Spot>]) -> BTreeSet<Spot> {
    let mut beside: BTreeMap<Spot, BTreeSet<Spot>> = BTreeMap::new();
    for ring in rings {
        for (one, other) in ring.iter().zip(ring.iter().cycle().skip(1)) {
            beside.entry(*one).or_default().insert(*other);
            beside.entry(*other).or_default().insert(*one);
        }
    }
    let several = beside.into_iter().filter(|(_, near)| near.len() != 2);
    several.map(|(spot, _)| spot).collect()
}

/// The ring as pieces from junction to junction; one without two of them is cut at spots that both its sides find.
fn pieces(ring: &[Spot], junctions: &BTreeSet<Spot>) -> Vec<Vec<Spot>> {
    if ring.len() < 2 {
        return Vec::new();
    }
    let mut cuts: BTreeSet<usize> = (0..ring.len())
        .filter(|rank| junctions.contains(&ring[*rank]))
        .collect();
    if cuts.is_empty() {
        cuts.extend((0..ring.len()).min_by_key(|rank| ring[*rank]));
    }
    if let (1, Some(only)) = (cuts.len(), cuts.first().copied()) {
        cuts.extend((0..ring.len()).max_by_key(|rank| (square(ring[only], ring[*rank]), ring[*rank])));
    }
    let cuts: Vec<usize> = cuts.into_iter().collect();
    let next = cuts.iter().skip(1).chain(cuts.first());
    let piece = |(from, to): (&usize, &usize)| {
        let length = (to + ring.len() - from - 1) % ring.len() + 1;
        (0..=length).map(|step| ring[(from + step) % ring.len()]).collect()
    };
    cuts.iter().zip(next).map(piece).collect()
}

/// The piece simplified in the direction in which both its sides read it.
fn simplify_once(piece: Vec<Spot>, known: &mut BTreeMap<Vec<Spot>, Vec<Spot>>) -> Vec<Spot> {
    let (piece, turned) = canonical(piece);
    let simple = known
        .entry(piece.clone())
        .or_insert_with(|| douglas_peucker(&piece))
        .clone();
    if turned {
        simple.into_iter().rev().collect()
    } else {
        simple
    }
}

/// The piece in the first of its two directions, and whether it was turned.
fn canonical(piece: Vec<Spot>) -> (Vec<Spot>, bool) {
    let turned: Vec<Spot> = piece.iter().rev().copied().collect();
    if turned < piece { (turned, true) } else { (piece, false) }
}

/// The fewest spots, ends included, from which no other is farther than the tolerance.
fn douglas_peucker(piece: &[Spot]) -> Vec<Spot> {
    let mut keep = vec![false; piece.len()];
    let last = piece.len() - 1;
    (keep[0], keep[last]) = (true, true);
    let mut left = vec![(0, last)];
    while let Some((from, to)) = left.pop() {
        let far = (from + 1..to).map(|rank| (distance(piece[rank], piece[from], piece[to]), rank));
        if let Some((_, rank)) = far
            .max_by(|one, other| one.0.total_cmp(&other.0))
            .filter(|far| far.0 > TOLERANCE)
        {
            keep[rank] = true;
            left.extend([(from, rank), (rank, to)]);
        }
    }
    piece
        .iter()
        .zip(keep)
        .filter_map(|(spot, keep)| keep.then_some(*spot))
        .collect()
}

/// From a spot to a segment.
fn distance(spot: Spot, from: Spot, to: Spot) -> f64 {
    let length = square(from, to) as f64;
    let (x, y) = (f64::from(spot.0 - from.0), f64::from(spot.1 - from.1));
    if length == 0.0 {
        return x.hypot(y);
    }
    let (dx, dy) = (f64::from(to.0 - from.0), f64::from(to.1 - from.1));
    let share = ((x * dx + y * dy) / length).clamp(0.0, 1.0);
    (x - share * dx).hypot(y - share * dy)
}

fn square(one: Spot, other: Spot) -> i64 {
    let (x, y) = (i64::from(one.0 - other.0), i64::from(one.1 - other.1));
    x * x + y * y
}
