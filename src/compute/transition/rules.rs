//! Which line of a tagging table speaks of an expense: the most precise one, axis by axis.
//!
//! A line refines another where its prefixes begin with the other’s. Where two lines speak of the same expense, neither
//! refines the other and they disagree, nothing is decided: the author must.

use super::noun::{Rated, Tagging};
use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics};
use crate::french;
use crate::model::{Money, TransitionRule};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Two lines of a tagging table disagree and neither is more precise.
const UNDECIDED: Code = Code("M320");
/// Lines of a tagging table that speak of no expense.
const UNUSED: Code = Code("M321");

/// Lines named in a message before « … ».
const NAMED: usize = 8;

/// An expense, as rules see it.
#[derive(Clone, Copy)]
pub(super) struct Expense<'a> {
    pub norm: &'a str,
    pub nature: &'a str,
    pub function: &'a str,
    pub year: i32,
    pub amount: Money,
}

/// The tagging tables while they are applied: what served, and what could not be decided.
pub(super) struct Rules<'a> {
    rules: &'a [TransitionRule],
    served: BTreeSet<usize>,
    undecided: BTreeMap<(usize, usize), Undecided>,
}

struct Undecided {
    example: String,
    expenses: BTreeSet<(i32, String, String)>,
    amount: Money,
}

impl<'a> Rules<'a> {
    pub fn new(rules: &'a [TransitionRule]) -> Self {
        Rules {
            rules,
            served: BTreeSet::new(),
            undecided: BTreeMap::new(),
        }
    }

    /// The class of an expense on each of these axes that a line speaks of.
    pub fn rate(&mut self, expense: Expense, axes: &[u8]) -> BTreeMap<u8, Rated> {
        let matching = self.rules.iter().enumerate();
        let matching = matching.filter(|(_, rule)| rule.matches(expense.norm, expense.nature, expense.function));
        let matching: Vec<(usize, &TransitionRule)> = matching.collect();
        let mut ratings = BTreeMap::new();
        for axis in axes {
            let speaking = matching.iter().filter(|(_, rule)| rule.ratings.contains_key(axis));
            let speaking: Vec<(usize, &TransitionRule)> = speaking.copied().collect();
            let refined = |rule: &TransitionRule| speaking.iter().any(|(_, other)| other.refines(rule));
            let best: Vec<(usize, &TransitionRule)> =
                speaking.iter().filter(|(_, rule)| !refined(rule)).copied().collect();
            let Some(((first, rule), others)) = best.split_first() else {
                continue;
            };
            self.served.extend(best.iter().map(|(rank, _)| *rank));
            let rating = rule.ratings[axis];
            match others.iter().find(|(_, other)| other.ratings[axis] != rating) {
                Some((other, _)) => self.wait(*first, *other, expense),
                None => {
                    ratings.insert(*axis, rated(rule, *axis));
                }
            }
        }
        ratings
    }

    fn wait(&mut self, first: usize, other: usize, expense: Expense) {
        let key = (expense.year, expense.nature.to_owned(), expense.function.to_owned());
        let undecided = self.undecided.entry((first, other)).or_insert_with(|| Undecided {
            example: named(expense.nature, expense.function),
            expenses: BTreeSet::new(),
            amount: Money::ZERO,
        });
        // The same expense may wait on several axes.
        if undecided.expenses.insert(key) {
            undecided.amount += expense.amount;
        }
    }

    /// Who tagged the lines that served, in the order of the dates.
    pub fn taggings(&self) -> Vec<Tagging> {
        let mut taggings: BTreeMap<(Date, Arc<str>), Tagging> = BTreeMap::new();
        for rule in self.served.iter().map(|rank| &self.rules[*rank]) {
            let key = (rule.date, rule.author.clone());
            let tagging = taggings.entry(key).or_insert_with(|| Tagging {
                author: rule.author.clone(),
                date: rule.date,
                lines: 0,
                example: rule.example,
                place: rule.place.clone(),
            });
            tagging.lines += 1;
            tagging.example |= rule.example;
        }
        taggings.into_values().collect()
    }

    /// Tells what could not be decided.
    pub fn tell_undecided(&self, diagnostics: &mut Diagnostics) {
        for ((first, other), undecided) in &self.undecided {
            let (first, other) = (&self.rules[*first], &self.rules[*other]);
            let words = |rule: &TransitionRule| named(&rule.nature, &rule.function);
            let stake = format!(
                "{}, {} € en tout",
                french::plural(undecided.expenses.len(), "dépense", "dépenses"),
                french::cents(undecided.amount.cents())
            );
            let (message, help) = match codes(first) == codes(other) {
                true => (
                    format!(
                        "Cette ligne et celle de {} ont les mêmes codes ({}) et cotent autrement {stake}.",
                        first.place,
                        words(first)
                    ),
                    "Gardez une seule des deux lignes.".to_owned(),
                ),
                false => (
                    format!(
                        "Cette ligne ({}) et celle de {} ({}) cotent autrement {stake}, et aucune n’est plus précise que l’autre.",
                        words(other),
                        first.place,
                        words(first)
                    ),
                    format!(
                        "Ajoutez une ligne plus précise que les deux, par exemple pour {}, ou accordez leurs classes.",
                        undecided.example
                    ),
                ),
            };
            diagnostics.push(Diagnostic::error(UNDECIDED, other.place.clone(), message).help(help));
        }
    }

    /// Tells the lines that speak of no expense, once a file.
    pub fn tell_unused(&self, diagnostics: &mut Diagnostics) {
        let mut unused: BTreeMap<&Arc<str>, Vec<&TransitionRule>> = BTreeMap::new();
        for (rank, rule) in self.rules.iter().enumerate() {
            if !self.served.contains(&rank) {
                unused.entry(&rule.place.file).or_default().push(rule);
            }
        }
        for rules in unused.into_values() {
            let named: Vec<String> = rules
                .iter()
                .take(NAMED)
                .map(|rule| named(&rule.nature, &rule.function))
                .collect();
            let more = if rules.len() > NAMED { "…" } else { "" };
            let message = format!(
                "{} à aucune dépense exécutée du périmètre : {}{more}.",
                match rules.len() {
                    1 => "1 ligne de cotation ne sert".to_owned(),
                    count => format!("{count} lignes de cotation ne servent"),
                },
                named.join(" ; ")
            );
            let help = "Vérifiez les codes et la nomenclature ; une ligne peut aussi être couverte par d’autres plus précises, ou attendre un autre exercice.";
            // Accounts that were refused would make every line look useless.
            diagnostics.push(
                Diagnostic::warning(UNUSED, rules[0].place.clone(), message)
                    .help(help)
                    .because(Cause::path("data/budget")),
            );
        }
    }
}

fn codes(rule: &TransitionRule) -> (&str, &str, &str) {
    (&rule.norm, &rule.nature, &rule.function)
}

fn rated(rule: &TransitionRule, axis: u8) -> Rated {
    Rated {
        rating: rule.ratings[&axis],
        author: rule.author.clone(),
        date: rule.date,
        example: rule.example,
        place: rule.place.clone(),
    }
}

/// `nature 2151, fonction 87`.
fn named(nature: &str, function: &str) -> String {
    match (nature, function) {
        ("", "") => "toute dépense".to_owned(),
        (nature, "") => format!("nature {nature}"),
        ("", function) => format!("fonction {function}"),
        (nature, function) => format!("nature {nature}, fonction {function}"),
    }
}
