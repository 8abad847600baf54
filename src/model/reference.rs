//! What reference files hold: the texts of the law and the lists of the field. `config::Reference` gathers them.
//!
//! They are data, not code, so that the law can change without a release.

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FinalityText {
    /// The wording of the law.
    pub title: String,
    /// A short title for running headers and tables.
    pub short: String,
    /// Other wordings, those of the past among them.
    pub former: Vec<String>,
}

impl FinalityText {
    /// The wordings that the law uses.
    pub fn current(&self) -> impl Iterator<Item = &str> {
        [self.title.as_str(), self.short.as_str()].into_iter()
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SustainableGoal {
    pub number: u8,
    pub name: String,
}

/// A commune of an intercommunalité.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberCommune {
    /// Its official geographic code, five characters.
    pub code: String,
    pub name: String,
    /// Its whole population, where it is known.
    pub population: Option<u64>,
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
    /// The identifiers of the texts, in the order in which they are cited.
    pub texts: Vec<String>,
    /// The report is owed by bodies of *more than* this population; none where there is no threshold.
    pub threshold: Option<u64>,
    /// Whether the annual bilan of the digital strategy is inside the report.
    pub digital_bilan: bool,
}

/// The words of the délibération of a kind of collectivité.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActWording {
    /// `Conseil métropolitain`.
    pub assembly: String,
    /// `Le Président`.
    pub signatory: String,
    /// The identifiers of the texts that follow « Vu », in order.
    pub visas: Vec<String>,
}

/// One line of the checklist of legal content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChecklistItem {
    /// `C1`, `C2`…
    pub code: String,
    pub element: String,
    pub basis: String,
    /// The stated criterion by which the program says covered, partial or absent.
    pub criterion: String,
}
