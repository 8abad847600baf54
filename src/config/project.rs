//! What a project says of itself: who, which edition, its calendar, its catalogue, its actions.

use super::{Deliberation, FleetSettings, ProjectFile, Reference};
use crate::diagnostic::{Place, Placed};
use crate::form::words::Vocabulary;
use crate::model::{
    Action, BudgetDirection, BudgetStep, CalendarStep, ClassRule, Colour, CommunityType, Identifier, Indicator,
    Strategy,
};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// What the command line decides before anything is read.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The folder that holds `data/`.
    pub root: PathBuf,
    /// Replaces `edition` of `rapport.yaml` (`--edition`); the data year and the budget year follow by the same shift.
    pub edition: Option<i32>,
}

/// A project as its author keeps it, complete: every default has been decided.
#[derive(Clone, Debug)]
pub struct Project {
    /// The folder that holds `data/`, as given on the command line.
    pub root: PathBuf,
    pub settings: Settings,
    /// In the order of the files (sorted by name), then of the entries.
    pub catalogue: Vec<Indicator>,
    /// Identifiers written in the catalogue whose entry was refused: a table that names one is not at fault.
    pub refused: BTreeSet<Identifier>,
    pub actions: Vec<Action>,
    /// What `strategie.yaml` says; none without that file.
    pub strategy: Option<Strategy>,
    pub reference: Reference,
    /// Every file read so far, for the manifest and the traceability annex.
    pub files: Vec<ProjectFile>,
}

/// `rapport.yaml`.
#[derive(Clone, Debug)]
pub struct Settings {
    pub community: Community,
    pub title: String,
    pub subtitle: String,
    /// The name of the report, for instance 2026.
    pub edition: i32,
    /// The budget whose debate the report precedes.
    pub budget_year: i32,
    /// The last year read; later values are ignored.
    pub data_year: i32,
    /// The date of the document, in its metadata and on its cover: never the clock’s.
    pub document_date: Date,
    /// The document is a demonstration and no publication of the collectivité; the cover says so.
    pub sample: bool,
    /// The sentence of the cover about the demonstration, when `sample`.
    pub sample_notice: String,
    pub calendar: Calendar,
    /// What is known of the délibération.
    pub deliberation: Deliberation,
    pub deliverables: Vec<Deliverable>,
    /// Files of `valeurs/` about which the author said more than their existence.
    pub values: Vec<ValuesFile>,
    /// What the author says of the inventory of digital equipment.
    pub fleet: FleetSettings,
    /// What the author says of the files of `data/budget/`.
    pub budget: BudgetSettings,
    pub appearance: Appearance,
    /// The ground on which indicators disaggregated by commune are drawn.
    pub map: Option<MapSettings>,
    /// Who to write to; may be empty.
    pub contact: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Community {
    pub name: String,
    pub kind: CommunityType,
    /// Nine digits.
    pub siren: String,
    pub population: u64,
    /// Year or source of the population, printed beside it; may be empty.
    pub population_source: String,
    /// To which the footprint of digital technology is related.
    pub agents: Option<u64>,
    /// Year or source of the number of agents; may be empty.
    pub agents_source: String,
}

/// The dates of the budget cycle that concern the report; all optional until they are known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// The day of each step that is planned or done, where it is written.
    pub dates: BTreeMap<CalendarStep, Placed<Date>>,
    /// The nomenclature of the main budget, where the author says it.
    pub nomenclature: Option<String>,
}

/// A document that `generer` can make.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Deliverable {
    Report,
    /// The bilan of the stratégie numérique responsable as a document of its own.
    DigitalReview,
    /// The act by which the assembly takes note of the report, for its PDF and for a word processor.
    Deliberation,
}

/// A table of `valeurs/` with what the author says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValuesFile {
    /// Relative to `data/valeurs/`.
    pub file: Placed<String>,
    /// The sheet to read; the first one when none is named.
    pub sheet: Option<String>,
}

/// What `rapport.yaml` says of the budgets; the files that it does not name are read too.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BudgetSettings {
    pub files: Vec<BudgetFile>,
    /// How the codes of an older nomenclature become those of the latest.
    pub bridges: Vec<NomenclatureBridge>,
    /// Every amount is invented for a demonstration; said wherever one is printed.
    pub example: bool,
}

/// A file of `data/budget/` with what the author says of it.
#[derive(Clone, Debug, PartialEq)]
pub struct BudgetFile {
    /// Relative to `data/budget/`.
    pub file: Placed<String>,
    /// Always there for a plain table, which does not tell it.
    pub role: Option<Placed<BudgetStep>>,
    /// Always there for a plain table.
    pub year: Option<Placed<i32>>,
    /// The name of the budget; `principal` for the main one.
    pub budget: Option<Placed<String>>,
    pub nomenclature: Option<Placed<String>>,
    /// The direction of every line of a plain table that has no such column.
    pub direction: Option<BudgetDirection>,
    /// The sheet to read in a workbook; the first one when none is named.
    pub sheet: Option<String>,
    /// Name of a column → its header in the file.
    pub columns: BTreeMap<&'static str, String>,
    pub example: bool,
}

/// How the codes of a norm become those of another, by prefix: the longest prefix wins, the rest of the code is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct NomenclatureBridge {
    /// `M14`.
    pub from: Placed<String>,
    /// `M57`.
    pub to: Placed<String>,
    /// Functions without an entry lose their code: the same digits mean something else.
    pub functions: BTreeMap<String, String>,
    /// Natures without an entry keep their code.
    pub natures: BTreeMap<String, String>,
}

/// The GeoJSON of the communes and how data name them.
#[derive(Clone, Debug, PartialEq)]
pub struct MapSettings {
    /// Relative to `data/cartes/`.
    pub file: String,
    /// The property that holds what tables write.
    pub key: String,
    /// Where `key` is written.
    pub key_place: Place,
    /// The property that holds the name to be printed.
    pub name: String,
    pub classes: ClassRule,
}

/// The colour of the program.
pub(super) const BRAND: Colour = Colour {
    red: 0x0b,
    green: 0x5a,
    blue: 0x7a,
};

/// The identity of the collectivité on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Appearance {
    pub brand: Colour,
    /// In the order of the law; none for those of the program.
    pub finalities: Option<[Colour; 5]>,
    /// Relative to `data/`; SVG or PNG.
    pub logo: Option<Placed<String>>,
    pub fonts: FontSettings,
}

/// The families of `data/polices/` that the document is set in; none for those of the program.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FontSettings {
    pub titles: Option<Placed<String>>,
    pub texts: Option<Placed<String>>,
}

impl Default for Appearance {
    fn default() -> Self {
        Appearance {
            brand: BRAND,
            finalities: None,
            logo: None,
            fonts: FontSettings::default(),
        }
    }
}

impl Calendar {
    /// The day of a step, as the author wrote it.
    pub fn date(&self, step: CalendarStep) -> Option<Date> {
        self.dates.get(&step).map(|placed| placed.value)
    }
}

impl BudgetFile {
    /// From the root of the project.
    pub fn path(&self) -> String {
        format!("data/budget/{}", self.file.value)
    }
}

impl Deliverable {
    pub const ALL: &'static [Deliverable] = &[
        Deliverable::Report,
        Deliverable::DigitalReview,
        Deliverable::Deliberation,
    ];

    /// The name given to `--livrable` and to the file.
    pub fn key(self) -> &'static str {
        match self {
            Deliverable::Report => "rapport",
            Deliverable::DigitalReview => "bilan-numerique",
            Deliverable::Deliberation => "deliberation",
        }
    }
}

impl Vocabulary for Deliverable {
    const WHAT: &str = "un livrable";
    fn words() -> Vec<(Self, Vec<&'static str>)> {
        Deliverable::ALL
            .iter()
            .map(|value| (*value, vec![value.key()]))
            .collect()
    }
}
