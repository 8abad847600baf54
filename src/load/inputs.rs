//! What was read, raw: cells as they stand in their files, each with its place.

use super::text::Text;
use crate::config::ProjectFile;
use crate::diagnostic::Place;
use crate::model::{AccountLabels, BudgetDocument, Identifier, Method, ProjectFonts, Status, Territory};
use crate::table::Table;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Everything the disk gave, before any meaning.
#[derive(Clone, Debug, Default)]
pub struct Inputs {
    /// Tables of observations, in the order of their paths.
    pub tables: Vec<Table>,
    /// The result of each `requete`: a table whose header is `annee`, `valeur` and the disaggregations.
    /// Its cells are placed at the `requete` of the indicator.
    pub queries: BTreeMap<Identifier, Table>,
    /// The budgets of `data/budget/`, in the order of the paths of their files; one with a fault is not there.
    pub budgets: Vec<BudgetDocument>,
    /// The tables of multi-year authorisations, in the order of their paths.
    pub authorisations: Vec<Table>,
    /// The tagging tables of the transition effect of investment, in the order of their paths.
    pub taggings: Vec<Table>,
    /// The labels of a `planDeCompte.xml` of the project.
    pub account_labels: Option<AccountLabels>,
    /// The tables of `data/parc/`.
    pub fleet: FleetInputs,
    /// Texts by slot: the stem of the file in `textes/` (`edito`, `finalite-1`…).
    pub texts: BTreeMap<String, Text>,
    /// The project’s overrides of templates: path in `report-templates/` → content.
    pub templates: BTreeMap<String, Arc<str>>,
    /// The images of `data/images/` and those that a text in Word holds, by the name of their file, folded.
    pub pictures: BTreeMap<String, ProjectPicture>,
    /// The logo named in `rapport.yaml`: file name and bytes.
    pub logo: Option<(String, Arc<[u8]>)>,
    /// The fonts that `rapport.yaml` names.
    pub fonts: ProjectFonts,
    /// The map that `rapport.yaml` names.
    pub territory: Option<Arc<Territory>>,
    /// What the edition before this one published, when its folder is there.
    pub previous: Option<PreviousEdition>,
    /// Every file read in this room, for the manifest and the traceability annex.
    pub files: Vec<ProjectFile>,
}

/// What `data/parc/` gave, before any meaning.
#[derive(Clone, Debug, Default)]
pub struct FleetInputs {
    /// Inventories of equipment, in the order of their paths.
    pub inventories: Vec<Table>,
    /// Tables of emission factors, in the order of their paths.
    pub factors: Vec<Table>,
    /// Declared results of services and clouds.
    pub services: Vec<Table>,
    /// Consumption of data centres.
    pub centres: Vec<Table>,
    /// Results of other tools.
    pub results: Vec<Table>,
    /// Weights of waste equipment.
    pub waste: Vec<Table>,
}

/// An image that a text may show; its points, or its shapes, can be drawn.
#[derive(Clone, Debug)]
pub struct ProjectPicture {
    pub place: Place,
    pub bytes: Arc<[u8]>,
    /// Its size on paper: what a drawing declares, or 150 points an inch.
    pub width_mm: f64,
    pub height_mm: f64,
}

/// What the edition before said, to print what changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PreviousEdition {
    pub assessments: BTreeMap<Identifier, PreviousAssessment>,
    /// Every number it published, by indicator and by disaggregation (empty for the whole); none where it has no such file.
    pub values: Option<BTreeMap<(Identifier, String), BTreeMap<i32, f64>>>,
    /// Every line of credits; none where it has no such file, or nobody asked for it.
    pub credits: Option<PublishedCredits>,
}

pub type PublishedCredits = BTreeMap<CreditKey, PublishedCredit>;

/// Whose credits a line tells, in which section and direction, and of which year: as data files say it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CreditKey {
    /// `action`, `finalite`, `budget`, `budget-explique`…
    pub kind: String,
    pub id: String,
    pub section: String,
    pub direction: String,
    pub year: i32,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PublishedCredit {
    pub title: String,
    /// In euros, by column: `propose`, `vote`, `ouvert`, `realise`.
    pub amounts: BTreeMap<&'static str, f64>,
}

/// What it said of an indicator; what its evaluation has no column for is none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PreviousAssessment {
    pub status: Option<Status>,
    pub title: Option<String>,
    pub unit: Option<String>,
    pub definition: Option<String>,
    /// By which it was judged.
    pub method: Option<Method>,
    /// From which it measured.
    pub baseline: Option<(i32, f64)>,
    pub last: Option<(i32, f64)>,
    /// The target it looked at.
    pub target: Option<(i32, f64)>,
    /// Every target, by year.
    pub targets: Option<BTreeMap<i32, f64>>,
}
