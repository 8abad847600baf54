//! What the numbers of a whole table tell of its points and commas: `1.004.310` proves that those of `987.654` group thousands.
//!
//! What no number proves stays in doubt, and is told once with both readings; the author ends the doubt by `nombres`.

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::french::{self, Separation, plural, quoted, read_number, separation, without_thousands};
use crate::model::DecimalSign;
use std::borrow::Cow;

/// A point or a comma that may group thousands or stand before decimals.
pub const DOUBTFUL_SEPARATOR: Code = Code("M242");

const SIGNS: [char; 2] = ['.', ','];

/// What depends on the numbers of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    doubtful: usize,
    first: Option<(String, Place)>,
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
        for (sign, learnt) in SIGNS.into_iter().zip(&mut self.learnt) {
            match separation(text, sign) {
                None => {}
                Some(Separation::Decimals) => learnt.decimals += 1,
                Some(Separation::Thousands) => learnt.thousands += 1,
                Some(Separation::Either) => {
                    // Nothing stands below the cent, nor below one thing.
                    let digits = text.trim_end_matches(|letter: char| !letter.is_ascii_digit());
                    if stake == Stake::Money && sign == ',' && !digits.ends_with('0') {
                        // No amount of a French hand: its own fault says so.
                        continue;
                    }
                    let thousands = match stake {
                        Stake::Money => !digits.ends_with('0'),
                        Stake::Units => !digits.ends_with("000"),
                        Stake::Measure | Stake::Whole => false,
                    };
                    if thousands {
                        learnt.thousands += 1;
                    } else {
                        learnt.doubtful += 1;
                        let place = place.cloned().unwrap_or_else(|| Place::file(""));
                        learnt.first.get_or_insert_with(|| (text.to_owned(), place));
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
            if plain.contains(sign) && self.does(sign, stake) == Separation::Thousands {
                // A sign that cannot group thousands where they are declared makes the text no number.
                let ungrouped = without_thousands(&plain, sign);
                let misplaced = || self.declared.map(|_| plain.replace(sign, ";"));
                if let Some(other) = ungrouped.or_else(misplaced) {
                    plain = Cow::Owned(other);
                }
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

    /// The doubt that these numbers leave, told once; `what` names them.
    pub fn doubt(&self, what: &str, stake: Stake, declarable: Declarable) -> Option<Diagnostic> {
        let doubtful = SIGNS.into_iter().zip(&self.learnt);
        let mut doubtful = doubtful.filter(|(sign, _)| self.does(*sign, stake) == Separation::Either);
        let (sign, text, place, count) = doubtful.find_map(|(sign, learnt)| {
            let (text, place) = learnt.first.clone()?;
            Some((sign, text, place, learnt.doubtful))
        })?;
        let name = if sign == '.' { "le point" } else { "la virgule" };
        let thousands = without_thousands(&text, sign)?;
        let number = |text: &str, decimals| read_number(text).ok().map(|number| french::number(number, decimals));
        let (small, large) = (number(&text, 3)?, number(&thousands, 0)?);
        let others = match count {
            1 => String::new(),
            count => format!(" ({} aussi)", plural(count - 1, "autre nombre", "autres nombres")),
        };
        let message = format!(
            "{} dans {what}{others} : rien ne dit si {name} sépare les milliers ({large}) ou précède les décimales ({small}).",
            quoted(&text)
        );
        let declared = match declarable {
            Declarable::Yes => {
                " ; ou dites-le pour tout le fichier dans rapport.yaml : nombres: virgule (le point sépare les milliers) ou nombres: point (la virgule les sépare)."
            }
            Declarable::No => ".",
        };
        let decimal = text.replace(sign, ",");
        let decimal = match decimal.trim_end_matches('0').trim_end_matches(',') {
            // A fourth decimal says that the three others are.
            short if short.len() == decimal.len() => format!("{decimal}0"),
            short => short.to_owned(),
        };
        let help = format!(
            "Écrivez {} ou {}, selon ce qui est vrai{declared}",
            quoted(&thousands),
            quoted(&decimal)
        );
        let diagnostic = match stake {
            Stake::Measure => Diagnostic::warning(DOUBTFUL_SEPARATOR, place, message),
            Stake::Whole | Stake::Units | Stake::Money => Diagnostic::error(DOUBTFUL_SEPARATOR, place, message),
        };
        Some(diagnostic.help(help).raw(text))
    }
}

/// The doubt of a number that stands alone in a YAML file, where no other one tells how it is written.
pub fn alone_in_yaml(text: &str, stake: Stake, place: &Place) -> Option<Diagnostic> {
    let yaml = place.file.ends_with(".yaml") || place.file.ends_with(".yml");
    let mut separators = Separators::default();
    separators.learn(text, stake, Some(place));
    separators.doubt("cette clé", stake, Declarable::No).filter(|_| yaml)
}

/// Whether `rapport.yaml` has a place to say `nombres` of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Declarable {
    Yes,
    No,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn learnt(texts: &[&str], stake: Stake) -> Separators {
        let mut separators = Separators::default();
        texts.iter().for_each(|text| separators.learn(text, stake, None));
        separators
    }

    #[test]
    fn one_number_proves_what_the_points_of_all_are() {
        let population = learnt(&["987.654", "998.123", "1.004.310"], Stake::Whole);
        assert_eq!(population.plain("987.654", Stake::Whole), "987654");
        assert!(population.doubt("x", Stake::Whole, Declarable::No).is_none());
        let ratios = learnt(&["58.900", "12.5"], Stake::Measure);
        assert_eq!(ratios.plain("58.900", Stake::Measure), "58.900");
        assert!(ratios.doubt("x", Stake::Measure, Declarable::No).is_none());
        let english = learnt(&["58,900", "1,250.5"], Stake::Measure);
        assert_eq!(english.plain("58,900", Stake::Measure), "58900");
    }

    #[test]
    fn what_nothing_proves_is_told_with_both_readings() {
        for text in ["58.900", "58,900"] {
            let doubt = learnt(&[text, text], Stake::Measure).doubt("la colonne", Stake::Measure, Declarable::Yes);
            let doubt = doubt.unwrap();
            assert!(
                doubt.message.contains("58\u{202F}900") && doubt.message.contains("58,900"),
                "{}",
                doubt.message
            );
            assert!(
                doubt.help.contains("58900") && doubt.help.contains("58,9\u{A0}"),
                "{}",
                doubt.help
            );
        }
        let contradiction = learnt(&["58.900", "12.5", "1.004.310"], Stake::Whole);
        assert!(contradiction.doubt("x", Stake::Whole, Declarable::No).is_some());
    }

    #[test]
    fn nothing_stands_below_the_cent() {
        assert_eq!(
            learnt(&["325.000", "1.234"], Stake::Money).plain("325.000", Stake::Money),
            "325000"
        );
        assert_eq!(
            learnt(&["325.000", "12,50"], Stake::Money).plain("325.000", Stake::Money),
            "325000"
        );
        assert_eq!(
            learnt(&["325.000", "12.50"], Stake::Money).plain("325.000", Stake::Money),
            "325.000"
        );
        assert!(
            learnt(&["325.000"], Stake::Money)
                .doubt("x", Stake::Money, Declarable::No)
                .is_some()
        );
    }

    #[test]
    fn the_author_ends_the_doubt() {
        let comma = Separators::declared(Some(DecimalSign::Comma));
        assert_eq!(comma.plain("58.900", Stake::Measure), "58900");
        assert_eq!(comma.plain("58,900", Stake::Measure), "58,900");
        assert!(read_number(&comma.plain("12.5", Stake::Measure)).is_err());
        let point = Separators::declared(Some(DecimalSign::Point));
        assert_eq!(point.plain("58,900.5", Stake::Measure), "58900.5");
    }

    #[test]
    fn what_a_help_proposes_leaves_no_doubt_and_is_one_of_the_two_readings() {
        for (text, readings) in [
            ("58.900", [58_900.0, 58.9]),
            ("58,900", [58_900.0, 58.9]),
            ("5.913", [5_913.0, 5.913]),
            ("-1.250", [-1_250.0, -1.25]),
        ] {
            let help = learnt(&[text], Stake::Measure)
                .doubt("la colonne", Stake::Measure, Declarable::No)
                .unwrap()
                .help;
            let proposed: Vec<&str> = help.split(['«', '»']).skip(1).step_by(2).map(str::trim).collect();
            let read: Vec<f64> = proposed.iter().map(|text| read_number(text).unwrap()).collect();
            assert_eq!(read, readings, "{help}");
            for text in proposed {
                assert!(
                    learnt(&[text], Stake::Money)
                        .doubt("x", Stake::Money, Declarable::No)
                        .is_none(),
                    "{text}"
                );
            }
        }
    }
}
