//! The axis of values: from where to where, and its round French numbers.

use crate::french;

/// The part of its height under which a line that moves looks like one that does not: seven millimetres of a chart of the sheets.
const FLAT: f64 = 0.15;

/// Where an axis starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ground {
    /// Zero is always on it.
    Zero,
    /// Zero is on it unless the values would then stand in less than [`FLAT`] of its height.
    UnlessFlat,
    /// Zero is on it only between values: for tints, which are all needed to tell the values apart.
    Free,
}

/// An axis; `low`, `high` and `ticks` are divided by `factor`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Scale {
    pub factor: f64,
    /// Said after the unit when `factor` is not 1: `en millions`.
    pub factor_words: String,
    pub low: f64,
    pub high: f64,
    pub ticks: Vec<f64>,
    /// Whether zero was left out.
    pub truncated: bool,
    precision: usize,
}

impl Scale {
    /// For finite values, none giving an axis from 0 to 1; `divisions` is about how many intervals there are between
    /// ticks, `precision` the digits after the comma of a printed value.
    pub fn new(values: &[f64], ground: Ground, divisions: usize, precision: usize) -> Self {
        let largest = values.iter().fold(0.0_f64, |largest, value| largest.max(value.abs()));
        let (factor, factor_words) = factor(largest, precision);
        let bounds = values.iter().map(|value| value / factor);
        let (low, high) = bounds.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
            (low.min(value), high.max(value))
        });
        let (low, high) = if low.is_finite() { (low, high) } else { (0.0, 1.0) };
        let reach = low.abs().max(high.abs());
        let apart = high - low > 1e-6 * reach && low * high > 0.0;
        let truncated = match ground {
            Ground::Zero => false,
            Ground::UnlessFlat => apart && high - low < FLAT * reach,
            Ground::Free => apart,
        };
        let (low, high) = match truncated {
            true => (low, high),
            false if reach == 0.0 => (0.0, 1.0),
            false => (low.min(0.0), high.max(0.0)),
        };
        let ticks = ticks(low, high, divisions);
        Scale {
            factor,
            factor_words,
            low: ticks.first().map_or(low, |tick| low.min(*tick)),
            high: ticks.last().map_or(high, |tick| high.max(*tick)),
            ticks,
            truncated,
            precision,
        }
    }

    /// The numbers printed at the ticks.
    pub fn tick_texts(&self) -> Vec<String> {
        let decimals = french::decimals_for_ticks(&self.ticks);
        self.ticks.iter().map(|tick| french::number(*tick, decimals)).collect()
    }

    /// A value of the data as printed on the drawing.
    pub fn text(&self, value: f64) -> String {
        let decimals = if self.factor == 1.0 { self.precision } else { 2 };
        french::number(value / self.factor, decimals)
    }

    /// A change of a value, with its sign.
    pub fn signed_text(&self, change: f64) -> String {
        let decimals = if self.factor == 1.0 { self.precision } else { 2 };
        french::signed(change / self.factor, decimals)
    }

    /// A decided value (a target, a limit): a whole number is printed without a comma.
    pub fn round_text(&self, value: f64) -> String {
        let scaled = value / self.factor;
        if scaled.fract() == 0.0 {
            french::number(scaled, 0)
        } else {
            self.text(value)
        }
    }

    /// The unit as printed above the axis.
    pub fn unit(&self, unit: &str) -> String {
        match (unit.is_empty(), self.factor_words.is_empty()) {
            (_, true) => unit.to_owned(),
            (true, false) => self.factor_words.clone(),
            (false, false) => format!("{unit}, {}", self.factor_words),
        }
    }
}

/// By what values are divided so that a tick stays short, and how it is said.
fn factor(largest: f64, precision: usize) -> (f64, String) {
    if largest == 0.0 {
        return (1.0, String::new());
    }
    let smallest_shown = 0.5 * 10f64.powi(-(precision.min(12) as i32));
    match largest {
        _ if largest >= 1e13 || largest < smallest_shown.min(0.01) => {
            let power = (largest.log10() / 3.0).floor() as i32 * 3;
            let factor = format!("1e{power}").parse().unwrap_or(1.0);
            (factor, format!("×\u{a0}10{}", superscript(power)))
        }
        _ if largest >= 1e10 => (1e9, "en milliards".to_owned()),
        _ if largest >= 1e7 => (1e6, "en millions".to_owned()),
        _ => (1.0, String::new()),
    }
}

fn superscript(power: i32) -> String {
    let sign = |digit: char| match digit {
        '-' => '⁻',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        other => char::from_u32('⁰' as u32 + other.to_digit(10).unwrap_or(0)).unwrap_or('⁰'),
    };
    power.to_string().chars().map(sign).collect()
}

/// Multiples of 1, 2 or 5 × 10ⁿ over the two bounds: of the steps tried, the one nearest to the intervals asked for
/// that leaves little white. The last tick may stand a little inside the bounds, never far.
fn ticks(low: f64, high: f64, divisions: usize) -> Vec<f64> {
    let span = high - low;
    let asked = divisions.max(1) as f64;
    let power = (span / asked).log10().floor();
    let steps = [
        (1.0, power - 1.0),
        (2.0, power - 1.0),
        (5.0, power - 1.0),
        (1.0, power),
        (2.0, power),
        (5.0, power),
    ];
    let steps = steps.into_iter().chain([(1.0, power + 1.0)]);
    let tried = steps.map(|(mantissa, power)| {
        let step = multiple(1.0, mantissa, power);
        let first = if low < 0.0 {
            -reach(-low / step)
        } else {
            (low / step + 1e-9).floor()
        };
        let last = if high > 0.0 {
            reach(high / step)
        } else {
            (high / step - 1e-9).ceil()
        };
        let intervals = (last - first).max(1.0);
        let white = (last * step - high).max(0.0) + (low - first * step).max(0.0);
        let crowded = if intervals > asked + 1.0 { 10.0 } else { 0.0 };
        (
            white / span + 0.08 * (intervals - asked).abs() + crowded,
            first,
            intervals,
            mantissa,
            power,
        )
    });
    let best = tried.min_by(|left, right| left.0.total_cmp(&right.0));
    let Some((_, first, intervals, mantissa, power)) = best else {
        return vec![low, high];
    };
    let count = intervals.min(64.0) as usize;
    (0..=count)
        .map(|rank| multiple(first + rank as f64, mantissa, power))
        .collect()
}

/// The rank of the last tick for a bound at so many steps: just under it when it is near, else over it.
fn reach(steps: f64) -> f64 {
    let under = (steps + 1e-9).floor();
    if steps - under <= 0.45 && under >= 1.0 {
        under
    } else {
        (steps - 1e-9).ceil()
    }
}

/// `rank × mantissa × 10ⁿ`; dividing by a whole power keeps 0.3 from becoming 0.30000000000000004.
fn multiple(rank: f64, mantissa: f64, power: f64) -> f64 {
    match power {
        _ if power < 0.0 => rank * mantissa / 10f64.powf(-power),
        _ => rank * mantissa * 10f64.powf(power),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale(values: &[f64], ground: Ground) -> Scale {
        Scale::new(values, ground, 4, 1)
    }

    #[test]
    fn ticks_are_round_and_written_in_french() {
        let axis = scale(&[620.0, 1040.0], Ground::UnlessFlat);
        assert_eq!(axis.tick_texts(), ["0", "200", "400", "600", "800", "1\u{202f}000"]);
        assert_eq!(
            scale(&[0.12, 0.31], Ground::Zero).tick_texts(),
            ["0,0", "0,1", "0,2", "0,3"]
        );
        assert_eq!(
            scale(&[-30.0, 40.0], Ground::UnlessFlat).tick_texts(),
            ["−40", "−20", "0", "20", "40"]
        );
    }

    #[test]
    fn zero_is_left_out_only_of_a_line_it_would_flatten() {
        assert!(scale(&[95.0, 97.0], Ground::UnlessFlat).truncated);
        assert!(!scale(&[95.0, 97.0], Ground::Zero).truncated);
        assert!(!scale(&[80.0, 97.0], Ground::UnlessFlat).truncated);
        assert!(!scale(&[7.0, 7.0], Ground::UnlessFlat).truncated);
    }

    #[test]
    fn very_large_and_very_small_values_keep_short_ticks() {
        let axis = scale(&[2.4e12, 1e11], Ground::Zero);
        assert_eq!(axis.unit("€"), "€, en milliards");
        assert_eq!(scale(&[3e-9], Ground::Zero).unit("g"), "g, ×\u{a0}10⁻⁹");
        for values in [
            [1e300, -1e300],
            [1e-300, 0.0],
            [f64::MAX, f64::MIN],
            [f64::MIN_POSITIVE, 0.0],
        ] {
            let axis = scale(&values, Ground::UnlessFlat);
            assert!(axis.low.is_finite() && axis.high > axis.low, "{axis:?}");
            assert!(
                axis.tick_texts().iter().all(|text| text.chars().count() < 12),
                "{axis:?}"
            );
        }
    }
}
