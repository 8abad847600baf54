//! Which factor serves where several sources give one: a stated rule, printed in the annex of method.
//!
//! The factors of the project come before those of the program; among them the best class of quality, then the latest
//! year, then the first line. The others give the range.

use super::noun::{Factor, FactorChoice};
use crate::model::FactorItem;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Every factor that was read, in the order of the files.
#[derive(Debug, Default)]
pub struct Candidates {
    by_item: BTreeMap<(String, FactorItem), Vec<Factor>>,
    pub electricity: Vec<Factor>,
}

impl Candidates {
    pub fn of(&mut self, key: (String, FactorItem)) -> &mut Vec<Factor> {
        self.by_item.entry(key).or_default()
    }

    /// The choice for each equipment and item, then that for electricity.
    pub fn chosen(self) -> (BTreeMap<(String, FactorItem), FactorChoice>, Option<FactorChoice>) {
        let by_item = self.by_item.into_iter();
        let chosen = by_item.filter_map(|(key, factors)| Some((key, choose(factors)?)));
        (chosen.collect(), choose(self.electricity))
    }
}

fn choose(mut factors: Vec<Factor>) -> Option<FactorChoice> {
    factors.sort_by_key(|factor| {
        let origin = &factor.origin;
        (factor.place.is_none(), origin.quality, Reverse(year(&origin.date)))
    });
    let mut factors = factors.into_iter();
    Some(FactorChoice {
        used: factors.next()?,
        others: factors.collect(),
    })
}

/// The latest year that a date names; 0 where it names none.
fn year(date: &str) -> u32 {
    let groups = date.split(|character: char| !character.is_ascii_digit());
    let years = groups.filter(|digits| digits.len() == 4);
    years.filter_map(|digits| digits.parse().ok()).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Place;
    use crate::model::{FactorSource, Quality};

    fn factor(value: f64, quality: Quality, date: &str, own: bool) -> Factor {
        Factor {
            value,
            origin: FactorSource {
                source: "essai".to_owned(),
                version: String::new(),
                date: date.to_owned(),
                quality,
            },
            example: false,
            place: own.then(|| Place::line("data/parc/facteurs.csv", 2, 1)),
        }
    }

    #[test]
    fn the_project_then_the_quality_then_the_date_then_the_first_line() {
        let used = |factors: &[Factor]| choose(factors.to_vec()).unwrap().used.value;
        let program = factor(1.0, Quality::High, "2026", false);
        let low = factor(2.0, Quality::Low, "2026", true);
        let medium = factor(3.0, Quality::Medium, "15/03/2021", true);
        let later = factor(4.0, Quality::Medium, "2022-05-01", true);
        let same = factor(5.0, Quality::Medium, "2022", true);
        assert_eq!(used(&[program.clone(), low.clone()]), 2.0);
        assert_eq!(used(&[low.clone(), medium.clone()]), 3.0);
        assert_eq!(used(&[medium.clone(), later.clone(), same.clone()]), 4.0);
        let choice = choose(vec![program, low, medium, later, same]).unwrap();
        assert_eq!((choice.lowest().value, choice.highest().value), (1.0, 5.0));
    }
}
