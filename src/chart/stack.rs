//! Values of one place laid on one another: gains above zero, losses under it.

use super::trace::Drawn;
use std::collections::BTreeMap;

/// A column.
pub(super) struct Stack {
    pub at: i32,
    pub segments: Vec<Segment>,
    /// The sum of the parts.
    pub total: f64,
    /// The foot of the losses and the top of the gains; zero lies between.
    pub low: f64,
    pub high: f64,
    /// What the whole has above the gains, and no part shows.
    pub rest: f64,
}

/// One part of a column, from a height to another.
pub(super) struct Segment {
    pub part: usize,
    pub point: Drawn,
    pub from: f64,
    pub to: f64,
}

/// One stack a place that has a number, from the beginning of the axis; parts keep their order.
///
/// Where all the values of several parts are examples the key says it of all, and none is marked.
pub(super) fn stacks(parts: &[&[Drawn]]) -> Vec<Stack> {
    let said_of_all = parts.len() > 1 && parts.iter().copied().flatten().all(|point| point.example);
    let mut places: BTreeMap<i32, Stack> = BTreeMap::new();
    for (part, drawn) in parts.iter().enumerate() {
        for point in *drawn {
            let empty = || Stack {
                at: point.at,
                segments: Vec::new(),
                total: 0.0,
                low: 0.0,
                high: 0.0,
                rest: 0.0,
            };
            let stack = places.entry(point.at).or_insert_with(empty);
            let end = if point.value < 0.0 {
                &mut stack.low
            } else {
                &mut stack.high
            };
            let from = *end;
            *end += point.value;
            stack.segments.push(Segment {
                part,
                point: Drawn {
                    example: point.example && !said_of_all,
                    ..*point
                },
                from,
                to: *end,
            });
            stack.total += point.value;
        }
    }
    places
        .into_values()
        .filter(|stack| stack.low.is_finite() && stack.high.is_finite())
        .collect()
}

impl Stack {
    pub fn example(&self) -> bool {
        self.segments.iter().any(|segment| segment.point.example)
    }

    pub fn tentative(&self) -> bool {
        self.segments.iter().any(|segment| segment.point.tentative())
    }

    /// Where the column ends, the rest of its whole included.
    pub fn top(&self) -> f64 {
        self.high + self.rest
    }

    /// The height of the middle of a part; that of the rest where it has no value.
    pub fn middle(&self, part: usize) -> f64 {
        let segment = self.segments.iter().find(|segment| segment.part == part);
        segment.map_or_else(
            || self.middle_of_rest(),
            |segment| f64::midpoint(segment.from, segment.to),
        )
    }

    pub fn middle_of_rest(&self) -> f64 {
        f64::midpoint(self.high, self.top())
    }

    /// The room that the marks over the stack take.
    pub fn lift(&self) -> i32 {
        (if self.example() { 170 } else { 0 }) + (if self.tentative() { 110 } else { 0 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn losses_go_under_zero_and_the_total_counts_both() {
        let drawn = |value| {
            [Drawn {
                at: 2025,
                value,
                example: false,
                provisional: false,
                estimated: false,
                after_break: false,
                joined: false,
            }]
        };
        let stacks = stacks(&[&drawn(5.0), &drawn(-2.0), &drawn(3.0)]);
        assert_eq!((stacks[0].low, stacks[0].high, stacks[0].total), (-2.0, 8.0, 6.0));
        assert_eq!((stacks[0].segments[2].from, stacks[0].segments[2].to), (5.0, 8.0));
    }
}
