//! What tells one line of a budget from another, and what selectors look at.

use super::{BudgetDirection, BudgetMovement, BudgetSection};
use std::sync::Arc;

/// The codes of a line. Accounts and functions are matched by prefix, the others by equality.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BudgetKey {
    /// None where neither the file, nor the nature, nor the chapter tells it (suspense accounts).
    pub section: Option<BudgetSection>,
    pub direction: BudgetDirection,
    pub movement: BudgetMovement,
    pub chapter: Option<Arc<str>>,
    /// The account; may be empty in a budget voted by chapter.
    pub nature: Arc<str>,
    pub function: Option<Arc<str>>,
    pub operation: Option<Arc<str>>,
    pub management: ManagementCodes,
}

/// The codes that only the finance software’s own export has: where a « plan vélo » really lives.
///
/// All none in TOTEM, SCDL and the balance of the DGFiP.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct ManagementCodes {
    pub service: Option<Arc<str>>,
    pub programme: Option<Arc<str>>,
    /// Autorisation de programme ou d’engagement.
    pub authorisation: Option<Arc<str>>,
    /// Code analytique.
    pub analytic: Option<Arc<str>>,
}

impl ManagementCodes {
    pub fn is_empty(&self) -> bool {
        *self == ManagementCodes::default()
    }
}
