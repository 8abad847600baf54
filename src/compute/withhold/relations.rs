//! The sums that a reader knows of one indicator and one year: a whole, and each way of dividing it.
//!
//! A whole that is not printed is a relation too: its parts by site and its parts by use have the same sum.

use super::super::Breakdown;
use super::noun::{Known, Relation};
use super::system;
use crate::french::is_percentage;
use crate::model::{Aggregation, BreakdownKey, Divisions, Indicator, Series, Value, adds_up, divisions, wholes_of};
use std::collections::{BTreeMap, BTreeSet};

/// A key, and the columns that divide it.
pub type Division = (BreakdownKey, BTreeSet<String>);

/// The values of a year and what relates them.
pub struct Cells {
    pub keys: Vec<BreakdownKey>,
    pub known: Vec<Known>,
    relations: Vec<Relation>,
}

impl Cells {
    /// The values of a year, those of the wholes that nothing prints among them.
    pub fn of(
        indicator: &Indicator,
        headline: &Series,
        breakdowns: &[Breakdown],
        year: i32,
        contradicted: &BTreeSet<Division>,
    ) -> Self {
        let mut cells: BTreeMap<BreakdownKey, Known> = BTreeMap::new();
        let parts = breakdowns.iter().map(|part| (part.key.clone(), &part.series));
        for (key, series) in std::iter::once((BTreeMap::new(), headline)).chain(parts) {
            if let Some(point) = series.at(year) {
                cells.insert(key, known(point.value));
            }
        }
        for key in cells.keys().cloned().collect::<Vec<_>>() {
            for whole in wholes_of(&key) {
                cells.entry(whole).or_insert(Known::Absent);
            }
        }
        let (keys, known): (Vec<_>, Vec<_>) = cells.into_iter().unzip();
        let relations = relations(&keys, &known)
            .into_iter()
            .filter(|((whole, columns), _)| !contradicted.contains(&(keys[*whole].clone(), columns.clone())))
            .map(|((whole, _), parts)| Relation {
                whole,
                times: match indicator.aggregation {
                    Aggregation::Mean => parts.len() as f64,
                    Aggregation::Sum | Aggregation::None => 1.0,
                },
                parts,
            });
        Cells {
            relations: relations.collect(),
            keys,
            known,
        }
    }

    /// A hidden value that the printed ones determine.
    pub fn given_away(&self) -> Option<usize> {
        let hidden = |rank: &usize| self.known[*rank] == Known::Hidden;
        system::determined(&self.relations, &self.known)
            .into_iter()
            .find(hidden)
    }

    /// What is withheld so that a hidden value is no longer determined; none where nothing printed is left.
    pub fn choice(&self, given_away: usize) -> Option<usize> {
        let has = |relation: &&Relation| relation.whole == given_away || relation.parts.contains(&given_away);
        let number = |rank: usize| match self.known[rank] {
            Known::Number(number) => Some((number, rank)),
            Known::Hidden | Known::Absent => None,
        };
        let smallest = |relations: &[&Relation]| {
            let parts = relations.iter().flat_map(|relation| &relation.parts);
            let numbers = parts
                .filter_map(|rank| number(*rank))
                .filter(|(number, _)| *number != 0.0);
            let least = numbers.min_by(|left, right| left.0.abs().total_cmp(&right.0.abs()));
            least.map(|(_, rank)| rank)
        };
        let whole = |relations: &[&Relation]| {
            let wholes = relations.iter().filter_map(|relation| number(relation.whole));
            wholes.map(|(_, rank)| rank).next()
        };
        // A zero hides badly, and better than nothing.
        let zero = |relations: &[&Relation]| {
            let mut parts = relations.iter().flat_map(|relation| &relation.parts);
            parts.find(|rank| number(**rank).is_some()).copied()
        };
        let near: Vec<&Relation> = self.relations.iter().filter(has).collect();
        // Those in which nothing else is unknown give it away by themselves.
        let is_alone = |relation: &&&Relation| {
            let mut ranks = relation.parts.iter().chain([&relation.whole]);
            ranks.all(|rank| *rank == given_away || number(*rank).is_some())
        };
        let alone: Vec<&Relation> = near.iter().filter(is_alone).copied().collect();
        let all: Vec<&Relation> = self.relations.iter().collect();
        [alone, near, all].iter().find_map(|relations| {
            smallest(relations)
                .or_else(|| whole(relations))
                .or_else(|| zero(relations))
        })
    }
}

fn known(value: Value) -> Known {
    match value {
        Value::Number(number) => Known::Number(number),
        Value::Secret => Known::Hidden,
        Value::Missing => Known::Absent,
        // What does not exist adds nothing, and everyone knows it.
        Value::Void => Known::Number(0.0),
    }
}

/// The divisions that are no sums: the numbers of a year of which all is known say so.
///
/// Where the catalogue says how a total is made, it is believed; a rate that nothing says to add up is no sum.
pub fn contradicted(indicator: &Indicator, headline: &Series, breakdowns: &[Breakdown]) -> BTreeSet<Division> {
    if indicator.aggregation != Aggregation::None {
        return BTreeSet::new();
    }
    let years = breakdowns
        .iter()
        .flat_map(|part| part.series.points.iter().map(|point| point.year));
    let years: BTreeSet<i32> = years.collect();
    let mut sums: BTreeMap<Division, Option<bool>> = BTreeMap::new();
    for year in years {
        let cells = Cells::of(indicator, headline, breakdowns, year, &BTreeSet::new());
        for ((whole, columns), parts) in relations(&cells.keys, &cells.known) {
            let number = |rank: usize| match cells.known[rank] {
                Known::Number(number) => Some(number),
                Known::Hidden | Known::Absent => None,
            };
            let numbers: Option<Vec<f64>> = parts.iter().map(|rank| number(*rank)).collect();
            let compared = number(whole).zip(numbers);
            let found = sums.entry((cells.keys[whole].clone(), columns)).or_default();
            if let Some((whole, parts)) = compared {
                *found = Some(found.unwrap_or(true) && adds_up(whole, &parts));
            }
        }
    }
    let is_rate = is_percentage(&indicator.unit);
    sums.retain(|_, sums| sums.map_or(is_rate, |sums| !sums));
    sums.into_keys().collect()
}

/// Each whole with each set of columns by which values that are there divide it.
fn relations(keys: &[BreakdownKey], known: &[Known]) -> Divisions {
    let mut relations = divisions(&keys.iter().collect::<Vec<_>>());
    // A division of which nothing is printed or hidden relates nothing.
    relations.retain(|_, parts| parts.iter().any(|rank| known[*rank] != Known::Absent));
    relations
}
