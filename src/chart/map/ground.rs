//! From coordinates to spots: a plain projection, then outlines simplified once for both sides of a border.

use super::borders::simplified;
use super::shape::Shape;
use crate::chart::bounds::Spot;
use crate::model::{Coordinates, Territory};

/// Spots are rounded to this, in hundredths of a millimetre, so that two records of one point stay one.
const GRID: f64 = 4.0;

/// The shapes at their largest in a room, from the origin, and the size they take.
pub(super) fn lay_out(territory: &Territory, room: (i32, i32)) -> (Vec<Shape>, (i32, i32)) {
    let flat = Projection::of(territory, room);
    let mut rings: Vec<Vec<Spot>> = Vec::new();
    let polygons = || {
        let numbered = territory.areas.iter().enumerate();
        numbered.flat_map(|(area, found)| found.polygons.iter().map(move |polygon| (area, polygon)))
    };
    for (_, polygon) in polygons() {
        rings.push(flat.ring(&polygon.outline));
        rings.extend(polygon.holes.iter().map(|hole| flat.ring(hole)));
    }
    let mut simple = simplified(&rings).into_iter();
    let mut shapes = Vec::new();
    for (area, polygon) in polygons() {
        let outline = simple.next().unwrap_or_default();
        let holes: Vec<Vec<Spot>> = simple.by_ref().take(polygon.holes.len()).collect();
        if outline.len() > 2 {
            shapes.push(Shape {
                area,
                outline,
                holes: holes.into_iter().filter(|hole| hole.len() > 2).collect(),
            });
        }
    }
    (shapes, flat.size)
}

/// Longitudes shrunk by the cosine of the middle latitude (equirectangular), or a plane as it is.
struct Projection {
    west: f64,
    north: f64,
    /// Hundredths of a millimetre for a unit of each axis.
    across: f64,
    down: f64,
    size: (i32, i32),
}

impl Projection {
    fn of(territory: &Territory, room: (i32, i32)) -> Self {
        let points = territory
            .areas
            .iter()
            .flat_map(|area| &area.polygons)
            .flat_map(|shape| &shape.outline);
        let (mut west, mut east) = (f64::INFINITY, f64::NEG_INFINITY);
        let (mut south, mut north) = (f64::INFINITY, f64::NEG_INFINITY);
        for [x, y] in points {
            (west, east) = (west.min(*x), east.max(*x));
            (south, north) = (south.min(*y), north.max(*y));
        }
        let shrink = match territory.coordinates {
            Coordinates::Degrees => f64::midpoint(south, north).to_radians().cos().max(0.01),
            Coordinates::Metres => 1.0,
        };
        let (wide, high) = (((east - west) * shrink).max(1e-9), (north - south).max(1e-9));
        let scale = (f64::from(room.0) / wide).min(f64::from(room.1) / high);
        Projection {
            west,
            north,
            across: scale * shrink,
            down: scale,
            size: ((wide * scale).round() as i32, (high * scale).round() as i32),
        }
    }

    /// The spots of a ring, each once where several points fall on it in a row.
    fn ring(&self, points: &[[f64; 2]]) -> Vec<Spot> {
        let grid = |length: f64| ((length / GRID).round() * GRID) as i32;
        let spot = |[x, y]: &[f64; 2]| (grid((x - self.west) * self.across), grid((self.north - y) * self.down));
        let mut spots: Vec<Spot> = points.iter().map(spot).collect();
        spots.dedup();
        while spots.len() > 1 && spots.first() == spots.last() {
            spots.pop();
        }
        spots
    }
}
