//! Reference data: the texts of the law and the lists of the field, as `config` read them.
//!
//! They are data, not code, so that the law can change without a release.

use super::{
    AccountChart, CalendarReference, CommunityType, DigitalReference, Finality, ReferenceEquipment, TransitionReference,
};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Everything the embedded `referentiels/*.yaml` (or the project’s overrides) say.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    pub finalities: BTreeMap<Finality, FinalityText>,
    /// The 17 ODD, by number.
    pub goals: BTreeMap<u8, SustainableGoal>,
    /// The six themes of art. D. 2311-15-1, by number.
    pub themes: BTreeMap<u8, Theme>,
    pub legal: BTreeMap<CommunityType, LegalBasis>,
    /// The checklist C1-C8 of what the texts require.
    pub checklist: Vec<ChecklistItem>,
    /// Term → definition, for the glossary.
    pub glossary: BTreeMap<String, String>,
    /// The emission factors of digital equipment.
    pub equipment: Vec<ReferenceEquipment>,
    /// The words and the deadlines of the digital strategy.
    pub digital: DigitalReference,
    /// The chart of accounts of budgets.
    pub accounts: AccountChart,
    /// The rules of the budget calendar, and the habits that fill its gaps.
    pub calendar: CalendarReference,
    /// What the synthesis of the transition effect of investment looks at.
    pub transition: TransitionReference,
    /// What the délibération says by kind of collectivité.
    pub deliberation: BTreeMap<CommunityType, ActWording>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FinalityText {
    /// The wording of the law.
    pub title: String,
    /// A short title for running headers and tables.
    pub short: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SustainableGoal {
    pub number: u8,
    pub name: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    pub number: u8,
    /// The wording of the decree.
    pub title: String,
    pub short: String,
}

/// Which articles bind a kind of collectivité, and from how many inhabitants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegalBasis {
    pub articles: Vec<LegalArticle>,
    /// The report is owed by bodies of *more than* this population; none where there is no threshold.
    pub threshold: Option<u64>,
    /// Whether the annual bilan of the digital strategy is inside the report.
    pub digital_bilan: bool,
    /// The day the texts were read.
    pub read_on: Option<Date>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegalArticle {
    /// `art. L. 2311-1-1 du CGCT`.
    pub citation: String,
    /// What it says, in one sentence of our own.
    pub summary: String,
}

/// The words of the délibération of a kind of collectivité.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActWording {
    /// `Conseil métropolitain`.
    pub assembly: String,
    /// `Le Président`.
    pub signatory: String,
    /// What follows « Vu », in order.
    pub visas: Vec<String>,
}

/// One line of the checklist of legal content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChecklistItem {
    /// `C1` to `C8`.
    pub code: String,
    pub element: String,
    pub basis: String,
    /// The stated criterion by which the program says covered, partial or absent.
    pub criterion: String,
}
