//! One `LigneBudget`: its raw values, then a [`BudgetLine`].

use super::faults::Faults;
use super::position::At;
use super::section::Account;
use crate::model::{BudgetAmounts, BudgetDirection, BudgetLine, BudgetMovement, BudgetSection, LineCount, Money};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The values of a line as they stand in the file, each with its own line.
#[derive(Debug, Default)]
pub(super) struct RawLine {
    line: At,
    nature: String,
    chapter: String,
    /// The chapter of a budget voted by function.
    functional_chapter: String,
    function: String,
    operation: String,
    section: String,
    direction: (String, At),
    movement: (String, At),
    specialised: String,
    amounts: [(String, At); 7],
}

/// The elements of the amounts, in the order of [`RawLine::amounts`].
const AMOUNTS: [&str; 7] = [
    "MtBudgPrec",
    "MtRARPrec",
    "MtPropNouv",
    "MtPrev",
    "CredOuv",
    "MtReal",
    "MtRAR3112",
];

impl RawLine {
    pub fn new(line: At) -> Self {
        RawLine {
            line,
            ..RawLine::default()
        }
    }

    /// One child of `LigneBudget`; those that the program has no use for are passed over.
    pub fn set(&mut self, name: &str, text: String, line: At) {
        match name {
            "Nature" => self.nature = text,
            "ContNat" => self.chapter = text,
            "ContFon" => self.functional_chapter = text,
            "Fonction" => self.function = text,
            "Operation" => self.operation = text,
            "CodRD" => self.direction = (text, line),
            "OpBudg" => self.movement = (text, line),
            "ArtSpe" => self.specialised = text,
            _ => {
                if let Some(index) = AMOUNTS.iter().position(|amount| *amount == name) {
                    self.amounts[index] = (text, line);
                }
            }
        }
    }

    /// The section, which is a supplementary characteristic among others (`CaracSup` of code `Section`).
    pub fn set_section(&mut self, text: String) {
        self.section = text;
    }

    /// The line with its meaning; none, and the faults told, where it has none.
    pub fn line(
        self,
        codes: &mut BTreeSet<Arc<str>>,
        count: &mut LineCount,
        faults: &mut Faults,
    ) -> Option<BudgetLine> {
        let chapters = [self.chapter.as_str(), self.functional_chapter.as_str()];
        let chapter = chapters.into_iter().find(|chapter| !chapter.is_empty());
        if self.nature.is_empty() && chapter.is_none() {
            faults.word(self.line, "La nature", "", "un compte");
        }
        let direction = match self.direction.0.as_str() {
            "D" => Some(BudgetDirection::Expense),
            "R" => Some(BudgetDirection::Revenue),
            other => {
                faults.word(
                    place(self.direction.1, self.line),
                    "Le sens (CodRD)",
                    other,
                    "« D » ou « R »",
                );
                None
            }
        };
        let account = Account {
            nature: &self.nature,
            chapter,
        };
        let movement = match self.movement.0.as_str() {
            "0" => Some(BudgetMovement::Real),
            "1" => Some(BudgetMovement::Order),
            "" => Some(account.deduced_movement(count)),
            other => {
                let what = "Le mouvement (OpBudg)";
                faults.word(
                    place(self.movement.1, self.line),
                    what,
                    other,
                    "« 0 » (réel) ou « 1 » (ordre)",
                );
                None
            }
        };
        let section = match self.section.as_str() {
            "I" => Some(BudgetSection::Investment),
            "F" => Some(BudgetSection::Operating),
            _ => account.deduced_section(count),
        };
        let mut read = |index: usize| amount(AMOUNTS[index], &self.amounts[index], faults);
        let amounts = BudgetAmounts {
            previous: read(0),
            carried: read(1),
            proposed: read(2),
            voted: read(3),
            open: read(4),
            realised: read(5),
            remaining: read(6),
        };
        Some(BudgetLine {
            nature: shared(codes, &self.nature),
            chapter: chapter.map(|code| shared(codes, code)),
            function: (!self.function.is_empty()).then(|| shared(codes, &self.function)),
            operation: (!self.operation.is_empty()).then(|| shared(codes, &self.operation)),
            management: None,
            section,
            direction: direction?,
            movement: movement?,
            specialised: match self.specialised.as_str() {
                "true" | "1" => Some(true),
                "false" | "0" => Some(false),
                _ => None,
            },
            amounts,
            line: self.line.line,
        })
    }
}

/// The line of a value, or that of the whole where the value is absent.
fn place(value: At, whole: At) -> At {
    if value == At::default() { whole } else { value }
}

fn amount(name: &str, (text, line): &(String, At), faults: &mut Faults) -> Option<Money> {
    if text.is_empty() {
        return None;
    }
    Money::parse(text)
        .inspect_err(|reason| faults.amount(*line, name, text, &reason.to_string()))
        .ok()
}

/// The one copy of a code.
pub(super) fn shared(codes: &mut BTreeSet<Arc<str>>, code: &str) -> Arc<str> {
    if let Some(known) = codes.get(code) {
        return known.clone();
    }
    let new: Arc<str> = Arc::from(code);
    codes.insert(new.clone());
    new
}
