//! Rectangles on a sheet, in hundredths of a millimetre, y growing downwards.

/// A point of the sheet: `(x, y)` in hundredths of a millimetre.
pub(super) type Spot = (i32, i32);

/// An upright rectangle; `left ≤ right`, `top ≤ bottom`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bounds {
    pub left: i32,
    pub top: i32,
    pub right: i32,
    pub bottom: i32,
}

impl Bounds {
    /// From its top left corner to its bottom right one.
    pub fn between((left, top): Spot, (right, bottom): Spot) -> Self {
        Bounds {
            left,
            top,
            right,
            bottom,
        }
    }

    pub fn width(&self) -> i32 {
        self.right - self.left
    }

    /// Whether the two share more than an edge.
    pub fn overlaps(&self, other: &Bounds) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    pub fn inside(&self, outer: &Bounds) -> bool {
        self.left >= outer.left && self.right <= outer.right && self.top >= outer.top && self.bottom <= outer.bottom
    }

    /// The rectangle with a margin on every side.
    pub fn grown(&self, margin: i32) -> Bounds {
        Bounds::between(
            (self.left - margin, self.top - margin),
            (self.right + margin, self.bottom + margin),
        )
    }

    /// Whether a segment passes through (Liang and Barsky’s clipping).
    pub fn crossed_by(&self, from: Spot, to: Spot) -> bool {
        let (dx, dy) = (f64::from(to.0 - from.0), f64::from(to.1 - from.1));
        let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
        let sides = [
            (-dx, from.0 - self.left),
            (dx, self.right - from.0),
            (-dy, from.1 - self.top),
            (dy, self.bottom - from.1),
        ];
        for (direction, distance) in sides {
            if direction == 0.0 {
                if distance < 0 {
                    return false;
                }
            } else if direction < 0.0 {
                enter = enter.max(f64::from(distance) / direction);
            } else {
                leave = leave.min(f64::from(distance) / direction);
            }
        }
        enter <= leave
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_segment_crosses_only_what_it_passes_through() {
        let square = Bounds::between((0, 0), (10, 10));
        assert!(square.crossed_by((-5, 5), (15, 5)));
        assert!(square.crossed_by((2, 2), (3, 3)));
        assert!(!square.crossed_by((-5, 5), (-1, 5)));
        assert!(!square.crossed_by((-5, 0), (0, -5)));
        assert!(!square.crossed_by((11, -5), (11, 15)));
    }
}
