//! What the numbers of a whole table tell of its points and commas: `1.004.310` proves that those of `987.654` group thousands.
//!
//! What no number proves stays in doubt, and is told once with both readings; the author ends the doubt by `nombres`.

mod notation;
mod told;
#[cfg(test)]
mod tests;

pub use notation::Notation;
pub(super) use told::DOUBTFUL_SEPARATOR;
pub use told::alone_in_yaml;

use crate::diagnostic::Place;
use crate::french::{Separation, apart, is_count, is_same_unit, quoted, separation, without_thousands};
use crate::model::DecimalSign;
use std::borrow::Cow;

const SIGNS: [char; 2] = ['.', ','];

/// What depends on the numbers of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stake {
    /// A measure: a doubt is a warning.
    Measure,
    /// What looks like a count of whole things: a doubt is a fault.
    Whole,
    /// Units counted one by one: decimals cannot be.
    Units,
    /// Euros and cents: the same.
    Money,
}

impl Stake {
    /// That of the values of a unit; `whole` where they are printed without decimals.
    pub fn of(unit: &str, whole: bool) -> Self {
        if is_same_unit(unit, "€") {
            return Stake::Money;
        }
        match is_count(unit) || is_same_unit(unit, "") && whole {
            true => Stake::Whole,
            false => Stake::Measure,
        }
    }
}

/// What was learnt of the points and commas of some numbers.
#[derive(Clone, Debug, Default)]
pub struct Separators {
    learnt: [Learnt; 2],
    declared: Option<DecimalSign>,
}

/// What was learnt of one sign.
#[derive(Clone, Debug, Default)]
struct Learnt {
    decimals: usize,
    thousands: usize,
    /// The numbers in which it may be either.
    doubtful: Seen,
    /// Those in which it stands before decimals, whatever the others tell.
    before_decimals: Seen,
    /// Those in which it stands between thousands, whatever the others tell.
    between_thousands: Seen,
}

/// Some numbers: how many, and the first of them.
#[derive(Clone, Debug, Default)]
struct Seen {
    count: usize,
    first: Option<(String, Place)>,
}

/// One way in which a number may be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The number so written that it has no other.
    pub text: String,
    /// What the sign is taken for; empty where it is known.
    pub condition: &'static str,
}

impl Separators {
    /// What the author says, before any number is seen.
    pub fn declared(declared: Option<DecimalSign>) -> Self {
        Separators {
            declared,
            ..Separators::default()
        }
    }

    /// Takes one more number into account.
    pub fn learn(&mut self, text: &str, stake: Stake, place: Option<&Place>) {
        let (number, unit) = apart(text);
        for (sign, learnt) in SIGNS.into_iter().zip(&mut self.learnt) {
            match separation(text, sign) {
                None => {}
                Some(Separation::Decimals) => {
                    learnt.decimals += 1;
                    learnt.before_decimals.one_more(text, place);
                }
                Some(Separation::Thousands) => {
                    learnt.thousands += 1;
                    learnt.between_thousands.one_more(text, place);
                }
                Some(Separation::Either) => {
                    // Nothing stands below the cent, nor below one thing.
                    if stake == Stake::Money && (sign == ',' && !number.ends_with('0') || !is_euros(unit)) {
                        // No amount of a French hand, or of euros: its own fault says so.
                        continue;
                    }
                    let thousands = match stake {
                        Stake::Money => !number.ends_with('0'),
                        Stake::Units => !number.ends_with("000"),
                        Stake::Measure | Stake::Whole => false,
                    };
                    if thousands {
                        learnt.thousands += 1;
                    } else {
                        learnt.doubtful.one_more(text, place);
                    }
                }
            }
        }
    }

    /// What a sign does in these numbers.
    fn does(&self, sign: char, stake: Stake) -> Separation {
        if let Some(declared) = self.declared {
            return match declared.sign() == sign {
                true => Separation::Decimals,
                false => Separation::Thousands,
            };
        }
        let (own, other) = match sign {
            '.' => (&self.learnt[0], &self.learnt[1]),
            _ => (&self.learnt[1], &self.learnt[0]),
        };
        match (own.decimals, own.thousands) {
            (0, 0) if stake == Stake::Money && other.decimals > 0 => Separation::Thousands,
            (0, thousands) if thousands > 0 => Separation::Thousands,
            (decimals, 0) if decimals > 0 => Separation::Decimals,
            _ => Separation::Either,
        }
    }

    /// The same numbers, seen among those of a whole file: what they do not tell themselves, the others tell.
    pub fn among(mut self, others: &Separators) -> Self {
        for (own, all) in self.learnt.iter_mut().zip(&others.learnt) {
            if own.decimals + own.thousands == 0 {
                (own.decimals, own.thousands) = (all.decimals, all.thousands);
            }
        }
        self.declared = self.declared.or(others.declared);
        self
    }

    /// The text of a number without the signs that group its thousands.
    pub fn plain<'t>(&self, text: &'t str, stake: Stake) -> Cow<'t, str> {
        let mut plain = Cow::Borrowed(text);
        for sign in SIGNS {
            if plain.contains(sign)
                && self.does(sign, stake) == Separation::Thousands
                && let Some(other) = without_thousands(&plain, sign)
            {
                plain = Cow::Owned(other);
            }
        }
        plain
    }

    /// Whether a sign groups thousands in these numbers.
    pub fn group(&self, stake: Stake) -> bool {
        SIGNS
            .into_iter()
            .any(|sign| self.does(sign, stake) == Separation::Thousands)
    }

    /// The ways in which a number may be read: one, or two where nothing tells what its sign is.
    pub fn readings(&self, text: &str, stake: Stake) -> Vec<Reading> {
        let plain = self.plain(text, stake).into_owned();
        let unknown = |sign: &char| plain.contains(*sign) && self.does(*sign, stake) == Separation::Either;
        let thousands = SIGNS
            .into_iter()
            .filter(unknown)
            .find_map(|sign| Some((sign, without_thousands(&plain, sign)?)));
        let Some((sign, thousands)) = thousands else {
            return vec![Reading {
                text: plain,
                condition: "",
            }];
        };
        let [between, before] = match sign {
            '.' => ["si le point sépare les milliers", "s’il précède les décimales"],
            _ => ["si la virgule sépare les milliers", "si elle précède les décimales"],
        };
        vec![
            Reading {
                text: thousands,
                condition: between,
            },
            Reading {
                text: plain,
                condition: before,
            },
        ]
    }
}

impl Reading {
    /// Something quoted, under the condition of this reading.
    pub fn quoting(&self, text: &str) -> String {
        format!("{} {}", quoted(text), self.condition).trim_end().to_owned()
    }
}

impl Seen {
    fn one_more(&mut self, text: &str, place: Option<&Place>) {
        self.count += 1;
        self.first
            .get_or_insert_with(|| (text.to_owned(), place.cloned().unwrap_or_else(|| Place::file(""))));
    }
}

fn is_euros(unit: &str) -> bool {
    unit.is_empty() || is_same_unit(unit, "€")
}
