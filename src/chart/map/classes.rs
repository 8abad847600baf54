//! The classes of a map: five at most, cut at round numbers.

use crate::chart::scale::Scale;
use crate::french;
use crate::model::ClassRule;

/// Where classes are cut, ascending; a value on a cut is in the class above it.
pub(super) struct Classes {
    cuts: Vec<f64>,
    /// By what values are divided before they are compared with the cuts.
    factor: f64,
    /// Digits after the comma of the cuts as printed.
    decimals: usize,
}

/// No more classes than a reader tells apart by their tint.
const MOST: usize = 5;

/// Cuts so that no class is empty; one class where all the values are equal.
pub(super) fn classes(values: &[f64], rule: ClassRule, scale: &Scale) -> Classes {
    let mut sorted: Vec<f64> = values.iter().map(|value| value / scale.factor).collect();
    sorted.sort_by(f64::total_cmp);
    let (Some(low), Some(high)) = (sorted.first().copied(), sorted.last().copied()) else {
        return Classes::of(Vec::new(), scale);
    };
    let wanted = match rule {
        ClassRule::Quantiles => quantiles(&sorted),
        ClassRule::Equal => equal(low, high),
    };
    let mut cuts: Vec<f64> = Vec::new();
    for cut in wanted {
        let from = cuts.last().copied().unwrap_or(f64::NEG_INFINITY);
        let held = sorted.iter().any(|value| *value >= from && *value < cut);
        if held && cut <= high {
            cuts.push(cut);
        }
    }
    Classes::of(cuts, scale)
}

/// The values that part the sorted list in equal shares, each rounded as finely as needed to tell them apart.
fn quantiles(sorted: &[f64]) -> Vec<f64> {
    let (low, high) = (sorted[0], sorted[sorted.len() - 1]);
    let shares = (1..MOST).map(|share| sorted[share * sorted.len() / MOST]);
    let unit = Unit::under((high - low) / (4 * MOST) as f64);
    shares.map(|value| unit.nearest(value)).collect()
}

/// Multiples of a round width.
fn equal(low: f64, high: f64) -> Vec<f64> {
    let widths = (0..3).map(|more| Unit::over((high - low) / MOST as f64, more));
    let cuts = widths.map(|unit| unit.between(low, high));
    cuts.into_iter().find(|cuts| cuts.len() < MOST).unwrap_or_default()
}

/// 1, 2 or 5 times a power of ten.
#[derive(Clone, Copy)]
struct Unit {
    mantissa: f64,
    power: i32,
}

impl Unit {
    const MANTISSAS: [f64; 3] = [1.0, 2.0, 5.0];

    /// The largest that is no longer than a length.
    fn under(length: f64) -> Self {
        let mut unit = Unit {
            mantissa: 1.0,
            power: if length > 0.0 {
                length.log10().floor().clamp(-12.0, 300.0) as i32
            } else {
                0
            },
        };
        for mantissa in Unit::MANTISSAS {
            if (Unit { mantissa, ..unit }).length() <= length {
                unit.mantissa = mantissa;
            }
        }
        unit
    }

    /// The smallest that is no shorter, then the ones after it.
    fn over(length: f64, more: usize) -> Self {
        let mut unit = Unit::under(length);
        let steps = usize::from(unit.length() < length) + more;
        for _ in 0..steps {
            unit = match unit.mantissa {
                5.0 => Unit {
                    mantissa: 1.0,
                    power: unit.power + 1,
                },
                2.0 => Unit { mantissa: 5.0, ..unit },
                _ => Unit { mantissa: 2.0, ..unit },
            };
        }
        unit
    }

    fn length(self) -> f64 {
        self.times(1.0)
    }

    /// Divided rather than multiplied under one: 0.3 is then written 0.3.
    fn times(self, count: f64) -> f64 {
        if self.power < 0 {
            count * self.mantissa / 10f64.powi(-self.power)
        } else {
            count * self.mantissa * 10f64.powi(self.power)
        }
    }

    fn nearest(self, value: f64) -> f64 {
        self.times((value / self.length()).round())
    }

    /// The multiples strictly over `low` and not over `high`; a list too long where there are too many.
    fn between(self, low: f64, high: f64) -> Vec<f64> {
        let first = (low / self.length()).floor() + 1.0;
        let multiples = (0..=MOST).map(|rank| self.times(first + rank as f64));
        multiples.take_while(|cut| *cut <= high).collect()
    }
}

impl Classes {
    fn of(cuts: Vec<f64>, scale: &Scale) -> Self {
        Classes {
            decimals: french::decimals_for_ticks(&cuts),
            factor: scale.factor,
            cuts,
        }
    }

    pub fn count(&self) -> usize {
        self.cuts.len() + 1
    }

    /// The class of a value, from 0 for the lowest.
    pub fn rank(&self, value: f64) -> usize {
        self.cuts.iter().filter(|cut| **cut <= value / self.factor).count()
    }

    /// « moins de 10 », « de 10 à moins de 20 », « 20 et plus ».
    pub fn words(&self, rank: usize) -> String {
        let text = |rank: usize| french::number(self.cuts[rank], self.decimals);
        match (rank.checked_sub(1), rank < self.cuts.len()) {
            (None, false) => "toutes les valeurs".to_owned(),
            (None, true) => format!("moins de {}", text(0)),
            (Some(under), true) => format!("de {} à moins de {}", text(under), text(rank)),
            (Some(under), false) => format!("{} et plus", text(under)),
        }
    }
}
