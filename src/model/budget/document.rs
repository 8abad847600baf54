//! One budget document and its lines, whatever file it came from.

use super::amounts::add;
use super::{AccountLabels, BudgetDirection, BudgetMovement, BudgetSection, BudgetStep, ManagementCodes, Money};
use crate::diagnostic::Place;
use std::sync::Arc;

/// One budget (main or annex), one year, one step.
///
/// `lines` never hold a computed total: to add one is to count twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetDocument {
    /// The file it was read from, as the author named it.
    pub file: Arc<str>,
    /// The sheet it was read from, where the file is a workbook.
    pub sheet: Option<Arc<str>>,
    /// The name of the collectivité; empty where the file has none.
    pub community: String,
    /// Fourteen digits: those of the establishment that holds this budget; empty in a plain table, which is declared.
    pub siret: String,
    /// The line of the SIRET, from 1; 0 where the file does not say whose budget it is.
    pub siret_line: u32,
    /// The name of the budget (`BUDGET PRINCIPAL`, `LOTISSEMENT …`); none in SCDL.
    pub budget: Option<String>,
    /// Main or annex budget, where the file says it.
    pub part: Option<BudgetPart>,
    /// `M57-M57_A`; none in SCDL.
    pub nomenclature: Option<String>,
    pub year: i32,
    pub step: BudgetStep,
    pub lines: Vec<BudgetLine>,
    pub count: LineCount,
    /// What the file itself calls its codes, where it does.
    pub labels: AccountLabels,
}

/// Whether a budget is the main one or one beside it; flows between the two are never summed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BudgetPart {
    Main,
    Annex,
}

/// Lines of the file: `read = kept + calculated + without_operation`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LineCount {
    pub read: usize,
    pub kept: usize,
    /// Totals that the file adds to its lines (`calculated="true"`), left out.
    pub calculated: usize,
    /// Accounts of a balance that no budget operation touched, left out.
    pub without_operation: usize,
    /// Kept lines whose section the file does not give and the nature or chapter tells.
    pub deduced_sections: usize,
    /// Kept lines whose movement the file does not give and the chapter tells.
    pub deduced_movements: usize,
}

/// One line: an account, a direction, amounts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetLine {
    /// The account; accounts are matched by prefix.
    pub nature: Arc<str>,
    pub chapter: Option<Arc<str>>,
    pub function: Option<Arc<str>>,
    pub operation: Option<Arc<str>>,
    /// The codes of the finance software; none outside a plain table.
    pub management: Option<Arc<ManagementCodes>>,
    /// None where neither the file, nor the nature, nor the chapter tells it.
    pub section: Option<BudgetSection>,
    pub direction: BudgetDirection,
    pub movement: BudgetMovement,
    /// Whether the credits are voted for this very article.
    pub specialised: Option<bool>,
    pub amounts: BudgetAmounts,
    /// The line of the file, or the row of the sheet, from 1.
    pub line: u32,
}

/// The amounts of a line, every one optional: nothing written is not zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BudgetAmounts {
    /// Budget of the year before, or credits before this decision (`MtBudgPrec`).
    pub previous: Option<Money>,
    /// Restes à réaliser carried from the year before (`MtRARPrec`).
    pub carried: Option<Money>,
    /// Proposed (`MtPropNouv`).
    pub proposed: Option<Money>,
    /// Voted (`MtPrev`).
    pub voted: Option<Money>,
    /// Open credits (`CredOuv`); those of accounts hold the BP and every later decision.
    pub open: Option<Money>,
    /// Realised (`MtReal`).
    pub realised: Option<Money>,
    /// Restes à réaliser on 31 December (`MtRAR3112`).
    pub remaining: Option<Money>,
}

impl BudgetAmounts {
    /// Every amount, in the order of the year.
    pub fn each(&self) -> [Option<Money>; 7] {
        [
            self.previous,
            self.carried,
            self.proposed,
            self.voted,
            self.open,
            self.realised,
            self.remaining,
        ]
    }

    /// Adds the amounts of another line, field by field; an absence adds nothing.
    pub fn add(&mut self, other: &BudgetAmounts) {
        for (sum, amount) in [
            (&mut self.previous, other.previous),
            (&mut self.carried, other.carried),
            (&mut self.proposed, other.proposed),
            (&mut self.voted, other.voted),
            (&mut self.open, other.open),
            (&mut self.realised, other.realised),
            (&mut self.remaining, other.remaining),
        ] {
            add(sum, amount);
        }
    }
}

impl BudgetDocument {
    /// Where a line stands: the line of a text, the row of a sheet.
    pub fn place(&self, line: &BudgetLine) -> Place {
        self.place_of(line.line)
    }

    /// Where the file says whose budget it is, which stands for the budget as a whole.
    pub fn head(&self) -> Place {
        self.place_of(self.siret_line)
    }

    fn place_of(&self, line: u32) -> Place {
        match &self.sheet {
            _ if line == 0 => Place::file(self.file.clone()),
            Some(sheet) => Place::cell(self.file.clone(), sheet.clone(), line, 1),
            None => Place::line(self.file.clone(), line, 0),
        }
    }
}

impl BudgetPart {
    pub fn label(self) -> &'static str {
        match self {
            BudgetPart::Main => "principal",
            BudgetPart::Annex => "annexe",
        }
    }
}
