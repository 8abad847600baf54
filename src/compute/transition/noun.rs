//! The transition effect of the investment executed, budget by budget and year by year, exact to the cent.
//!
//! In every [`TransitionYear`], `executed = scoped + what is outside`, and on every axis the five classes add up to
//! `scoped`. Budgets are never summed with one another, nor axes.

use crate::diagnostic::Place;
use crate::french;
use crate::model::{AccountLabels, BudgetPart, Money, TransitionClass, TransitionRating};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What was executed, by budget and exercice, with the classes of the tagging tables.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Transition {
    /// The main budget first, then the annex ones by name; years ascending.
    pub years: Vec<TransitionYear>,
    /// Accounts that the texts do not look at, in the same order.
    pub left_out: Vec<LeftOutYear>,
    /// Who tagged, and when, in the order of the dates; empty where nothing was tagged.
    pub taggings: Vec<Tagging>,
}

/// One budget, one exercice.
#[derive(Clone, Debug, PartialEq)]
pub struct TransitionYear {
    pub part: BudgetPart,
    pub budget: Arc<str>,
    pub year: i32,
    pub norm: String,
    /// The amounts are invented for a demonstration.
    pub example: bool,
    /// The first of the files it was read from.
    pub file: Arc<str>,
    /// Every real expense of investment.
    pub executed: Money,
    /// What the texts look at.
    pub scoped: Money,
    /// What they do not, by reason.
    pub outside: BTreeMap<Outside, Money>,
    pub axes: Vec<AxisTotals>,
    /// One for each nature and function, sorted by them.
    pub lines: Vec<TransitionLine>,
    /// Listed accounts not found again in the text under which something was executed.
    pub unread: Vec<String>,
    pub conditional: bool,
}

/// Why an executed expense is outside of what is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outside {
    /// Loans: their repayment is no investment.
    Debt,
    /// From the main budget to an annex one, or back: in both.
    InternalFlow,
    /// The result of the year before, carried.
    CarriedResult,
    /// The account is not in the list of the exercice.
    NotListed,
}

/// The amounts of an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct AxisTotals {
    pub axis: u8,
    /// The five classes, always.
    pub amounts: BTreeMap<TransitionClass, Money>,
    /// The part of the class « non cotée » of which no line of a table says anything.
    pub untold: Money,
    /// Of the class « mixte », what the authors say favourable; none where none of them says it.
    pub favourable_of_mixed: Option<FavourablePart>,
}

/// What the authors of mixed lines say favourable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FavourablePart {
    pub favourable: Money,
    /// The mixed amount of which they say it.
    pub of: Money,
}

/// What was executed under a nature and a function.
#[derive(Clone, Debug, PartialEq)]
pub struct TransitionLine {
    pub nature: Arc<str>,
    /// Empty in a budget without functions.
    pub function: Arc<str>,
    /// Empty where the labels are those of another norm, or say nothing.
    pub nature_label: String,
    pub function_label: String,
    pub amount: Money,
    /// None where it is looked at.
    pub outside: Option<Outside>,
    /// The class by axis; an axis of which no table says anything is absent.
    pub ratings: BTreeMap<u8, Rated>,
}

/// A class, with who gave it.
#[derive(Clone, Debug, PartialEq)]
pub struct Rated {
    pub rating: TransitionRating,
    pub author: Arc<str>,
    pub date: Date,
    pub example: bool,
    pub place: Place,
}

/// The lines that an author tagged on one day and that served.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tagging {
    pub author: Arc<str>,
    pub date: Date,
    pub lines: usize,
    pub example: bool,
    /// The first of them.
    pub place: Place,
}

/// A year of accounts that the texts do not look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOutYear {
    pub budget: Arc<str>,
    pub year: i32,
    pub reason: LeftOut,
    pub file: Arc<str>,
}

/// Why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// The texts ask nothing of that exercice; the first of which they ask something.
    Exercice(Option<i32>),
    /// They look at budgets of other norms.
    Norm { norm: String, asked: Vec<String> },
    /// Nothing tells its nomenclature.
    UnknownNorm,
}

impl Transition {
    /// Whether any line of a tagging table served.
    pub fn is_tagged(&self) -> bool {
        !self.taggings.is_empty()
    }

    /// The years left out, those of one budget and one reason together: the budget, the years, the reason.
    pub fn left_out_together(&self) -> Vec<(&str, String, &LeftOut)> {
        let mut together: Vec<(&Arc<str>, Vec<String>, &LeftOut)> = Vec::new();
        for left in &self.left_out {
            match together
                .iter_mut()
                .find(|(budget, _, reason)| **budget == left.budget && **reason == left.reason)
            {
                Some((_, years, _)) => years.push(left.year.to_string()),
                None => together.push((&left.budget, vec![left.year.to_string()], &left.reason)),
            }
        }
        let told = together.into_iter();
        told.map(|(budget, years, reason)| (&**budget, french::list(&years), reason))
            .collect()
    }

    /// The years of each budget, the main one first.
    pub fn budgets(&self) -> Vec<Vec<&TransitionYear>> {
        let mut budgets: BTreeMap<(BudgetPart, &Arc<str>), Vec<&TransitionYear>> = BTreeMap::new();
        for year in &self.years {
            budgets.entry((year.part, &year.budget)).or_default().push(year);
        }
        budgets.into_values().collect()
    }

    /// The name of the drawing of the budget of this rank, from 1.
    pub fn drawing_name(rank: usize) -> String {
        format!("effet_transition_{rank}")
    }
}

impl TransitionYear {
    /// The lines of which an axis at least is told nothing, the largest first.
    pub fn untold(&self) -> Vec<&TransitionLine> {
        let axes = || self.axes.iter().map(|totals| &totals.axis);
        let waits = |line: &&TransitionLine| {
            line.outside.is_none() && line.amount != Money::ZERO && axes().any(|axis| !line.ratings.contains_key(axis))
        };
        let mut lines: Vec<&TransitionLine> = self.lines.iter().filter(waits).collect();
        let size = |line: &TransitionLine| line.amount.cents().abs();
        lines.sort_by_key(|line| (std::cmp::Reverse(size(line)), &line.nature, &line.function));
        lines
    }

    /// What was executed on accounts that the texts do not look at that year.
    pub fn outside_list(&self) -> Money {
        self.outside.get(&Outside::NotListed).copied().unwrap_or_default()
    }

    /// Whether an amount or a class that is counted is invented.
    pub fn has_example(&self) -> bool {
        self.example
            || self
                .lines
                .iter()
                .any(|line| line.ratings.values().any(|rated| rated.example))
    }
}

impl TransitionLine {
    pub(super) fn name(&mut self, labels: &AccountLabels) {
        self.nature_label = labels.nature(&self.nature).unwrap_or_default().to_owned();
        self.function_label = labels.function(&self.function).unwrap_or_default().to_owned();
    }

    /// The axes of these that no table speaks of.
    pub fn missing(&self, axes: &[AxisTotals]) -> Vec<u8> {
        let numbers = axes.iter().map(|totals| totals.axis);
        numbers.filter(|axis| !self.ratings.contains_key(axis)).collect()
    }
}

impl AxisTotals {
    /// Whether a line of a table speaks of any part of what is looked at.
    pub fn is_told(&self, scoped: Money) -> bool {
        self.untold != scoped
    }

    pub fn amount(&self, class: TransitionClass) -> Money {
        self.amounts.get(&class).copied().unwrap_or_default()
    }
}

impl Outside {
    /// The words of a reader, after an amount.
    pub fn label(self) -> &'static str {
        match self {
            Outside::Debt => "remboursements d’emprunts et dettes assimilées",
            Outside::InternalFlow => "flux entre le budget principal et les budgets annexes",
            Outside::CarriedResult => "résultat reporté",
            Outside::NotListed => "comptes que le texte ne vise pas pour cet exercice",
        }
    }

    /// The word of the published table.
    pub fn key(self) -> &'static str {
        match self {
            Outside::Debt => "dette",
            Outside::InternalFlow => "flux entre budgets",
            Outside::CarriedResult => "résultat reporté",
            Outside::NotListed => "compte hors liste",
        }
    }
}

impl LeftOut {
    /// Why, in one clause without a full stop.
    pub fn reason(&self) -> String {
        match self {
            LeftOut::Exercice(Some(first)) => {
                format!("les textes lus ne demandent rien avant l’exercice {first}")
            }
            LeftOut::Exercice(None) => "les textes lus ne demandent rien pour cet exercice".to_owned(),
            LeftOut::Norm { norm, asked } => format!(
                "il est en {norm}, et les textes lus ne visent pour cet exercice que {}",
                french::list(asked)
            ),
            LeftOut::UnknownNorm => "rien ne dit sa nomenclature".to_owned(),
        }
    }
}
