//! What an action takes of the budget: which lines, and which share of each.

use super::{BudgetDirection, BudgetKey, BudgetPart, BudgetSection};
use crate::diagnostic::Place;
use crate::french::folded;
use std::sync::Arc;

/// A selector of lines: every criterion that says something must be met, by any one of its codes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CreditSelector {
    /// Where the author wrote it.
    pub place: Place,
    /// The name of an annex budget; none for the main one.
    pub budget: Option<String>,
    /// None for both, which stay apart.
    pub section: Option<BudgetSection>,
    pub direction: BudgetDirection,
    /// Prefixes of accounts.
    pub natures: Vec<String>,
    /// Prefixes of functions.
    pub functions: Vec<String>,
    pub chapters: Vec<String>,
    pub operations: Vec<String>,
    pub services: Vec<String>,
    pub programmes: Vec<String>,
    /// Autorisations de programme ou d’engagement.
    pub authorisations: Vec<String>,
    /// Codes analytiques.
    pub analytics: Vec<String>,
    pub share: CreditShare,
}

/// The share of a line that an action takes, in hundredths of a percent: never nothing, never more than the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CreditShare(u16);

impl CreditShare {
    pub const WHOLE: CreditShare = CreditShare(10_000);

    /// A share of a percentage with two decimals at most; none outside 0 (excluded) to 100.
    pub fn of_percent(percent: f64) -> Option<Self> {
        let hundredths = percent * 100.0;
        let rounded = hundredths.round();
        let right = (1.0..=10_000.0).contains(&rounded) && (hundredths - rounded).abs() < 1e-6;
        right.then_some(CreditShare(rounded as u16))
    }

    /// From 1 to 10 000.
    pub fn hundredths(self) -> i128 {
        i128::from(self.0)
    }
}

impl CreditSelector {
    /// Whether it looks at this budget: the main one, or the annex one that it names.
    pub fn reads(&self, part: BudgetPart, name: &str) -> bool {
        match &self.budget {
            None => part == BudgetPart::Main,
            Some(wanted) => part == BudgetPart::Annex && folded(wanted) == folded(name),
        }
    }

    /// Whether any code names its lines; without one it would take a whole section.
    pub fn has_code(&self) -> bool {
        let codes = [
            &self.natures,
            &self.functions,
            &self.chapters,
            &self.operations,
            &self.services,
            &self.programmes,
            &self.authorisations,
            &self.analytics,
        ];
        codes.into_iter().any(|codes| !codes.is_empty())
    }

    /// Whether a line is among those that the codes name; the movement and the mark of the line are not looked at.
    pub fn names(&self, key: &BudgetKey) -> bool {
        let begins = |prefixes: &[String], code: Option<&Arc<str>>| {
            prefixes.is_empty() || code.is_some_and(|code| prefixes.iter().any(|prefix| code.starts_with(prefix)))
        };
        let is = |codes: &[String], code: &Option<Arc<str>>| {
            codes.is_empty()
                || code
                    .as_deref()
                    .is_some_and(|code| codes.iter().any(|known| known == code))
        };
        let management = &key.management;
        self.direction == key.direction
            && key.section.is_some()
            && (self.section.is_none() || self.section == key.section)
            && begins(&self.natures, Some(&key.nature))
            && begins(&self.functions, key.function.as_ref())
            && is(&self.chapters, &key.chapter)
            && is(&self.operations, &key.operation)
            && is(&self.services, &management.service)
            && is(&self.programmes, &management.programme)
            && is(&self.authorisations, &management.authorisation)
            && is(&self.analytics, &management.analytic)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{BudgetMovement, ManagementCodes};
    use super::*;
    use crate::model::fixture::selector;

    fn key(nature: &str, function: Option<&str>) -> BudgetKey {
        BudgetKey {
            section: Some(BudgetSection::Investment),
            direction: BudgetDirection::Expense,
            movement: BudgetMovement::Real,
            chapter: Some("21".into()),
            nature: nature.into(),
            function: function.map(Arc::from),
            operation: None,
            management: ManagementCodes::default(),
        }
    }

    #[test]
    fn accounts_and_functions_are_matched_by_prefix_the_other_codes_by_equality() {
        let codes = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect::<Vec<_>>();
        let by_account = CreditSelector {
            natures: codes(&["20", "21"]),
            functions: codes(&["84"]),
            ..selector()
        };
        assert!(by_account.names(&key("2151", Some("844"))));
        assert!(!by_account.names(&key("2151", Some("74"))));
        assert!(!by_account.names(&key("2151", None)));
        assert!(!by_account.names(&key("2313", Some("844"))));
        let by_chapter = CreditSelector {
            chapters: codes(&["2"]),
            ..selector()
        };
        assert!(!by_chapter.names(&key("2151", None)), "a chapter is no prefix");
    }

    #[test]
    fn a_share_has_two_decimals_and_stays_between_nothing_and_the_whole() {
        let hundredths = |percent| CreditShare::of_percent(percent).map(CreditShare::hundredths);
        assert_eq!(hundredths(100.0), Some(10_000));
        assert_eq!(hundredths(33.33), Some(3_333));
        assert_eq!(hundredths(0.01), Some(1));
        for wrong in [0.0, -5.0, 100.01, 33.333, f64::NAN] {
            assert_eq!(hundredths(wrong), None, "{wrong}");
        }
    }
}
