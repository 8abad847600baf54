//! What is asked of a run and what it leaves, seen from outside the house.
//!
//! The command line fills a [`Request`] and prints an [`Outcome`]; it never calls a room.

mod conversion;
mod import;
mod years;

pub use conversion::{ConversionOutcome, Layout};
pub use import::ImportOutcome;
pub use years::{ComparisonOutcome, RenewalOutcome, Renewed};

use crate::assess::{BackPlan, Report};
use crate::collect::{Creation, ReadFile, Standing as Followed};
use crate::config::{Deliverable, Found, Options, Project, Settings, Upgrade};
use crate::diagnostic::Diagnostics;
use crate::inspect::Verdict;
use crate::keep::{Comparison, Notice, Rights, Standing as Hold, Writer};
use crate::model::{Extent, FormerFolder};
use crate::publish::{Manifest, Publication, Standing, Withheld};
use crate::typeset::Document;
use std::path::{Path, PathBuf};

/// One run: which project, which edition, how far, and where to publish.
#[derive(Clone, Debug)]
pub struct Request {
    pub project: Options,
    /// The folder that receives `<edition>/`.
    pub output: PathBuf,
    /// Empty: those of `rapport.yaml`.
    pub deliverables: Vec<Deliverable>,
    pub last_room: LastRoom,
    /// Refuse what may not be presented to a council: `exemple` values, missing mandatory parts.
    pub official: bool,
    /// Replace an edition that was published officially; it is kept beside.
    pub replaces_official: bool,
    /// Who writes, for the lock and the journal; nothing of it enters a publication.
    pub writer: Writer,
}

/// The last room a run goes through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LastRoom {
    /// Every fault of the data, nothing drawn: fast.
    Assess,
    /// Every fault of the texts and of the templates too: still nothing composed.
    Render,
    /// The document too, in memory.
    Inspect,
    /// Everything that an edition holds, in memory.
    Publish,
    /// The whole house.
    Keep,
}

/// A room of the house, in the order of the enfilade.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Room {
    Config,
    Load,
    Validate,
    Compute,
    Assess,
    Chart,
    Render,
    Typeset,
    Inspect,
    Publish,
    Keep,
}

/// Whoever wants to know where the run is: a progress bar, a stopwatch, nobody.
pub trait Watch {
    fn enter(&mut self, room: Room);
}

/// Nobody watches.
impl Watch for () {
    fn enter(&mut self, _room: Room) {}
}

/// What a run leaves; each part is there as far as the run went.
#[derive(Default)]
pub struct Outcome {
    pub diagnostics: Diagnostics,
    pub(crate) report: Option<Report>,
    pub documents: Vec<Document>,
    pub(crate) verdicts: Vec<Verdict>,
    pub(crate) publication: Option<Publication>,
    pub(crate) notices: Vec<Notice>,
    /// What an official publication would be refused for, where none is asked for.
    pub refusals: usize,
    /// The manifest of the edition that the changes are told from.
    pub(crate) compared: Option<Manifest>,
    /// What the archive of an official publication does not hold.
    pub(crate) withheld: Vec<Withheld>,
}

/// The check of an edition that was published.
#[derive(Clone, Debug)]
pub struct EditionRequest {
    /// `output/2026`.
    pub edition: PathBuf,
    /// The project that made it, where its archives are.
    pub project: PathBuf,
    /// Make it again from what was archived, and compare.
    pub rebuilds: bool,
}

/// What the check of an edition leaves.
#[derive(Default)]
pub struct EditionOutcome {
    pub diagnostics: Diagnostics,
    /// None where the folder is no edition.
    pub manifest: Option<Manifest>,
    /// What it was made again from.
    pub source: Option<PathBuf>,
    /// None where it was not made again.
    pub comparison: Option<Comparison>,
}

impl EditionRequest {
    /// The run that makes an edition again, in memory.
    pub(crate) fn again(&self, manifest: &Manifest, source: &Path) -> Request {
        Request {
            project: Options {
                root: source.to_owned(),
                edition: manifest.edition().and_then(|edition| i32::try_from(edition).ok()),
            },
            output: source.join("output"),
            deliverables: manifest.documents(),
            last_room: LastRoom::Publish,
            official: false,
            replaces_official: false,
            writer: Writer::default(),
        }
    }
}

/// What the making of the workbooks of a collection leaves.
#[derive(Default)]
pub struct CollectOutcome {
    pub diagnostics: Diagnostics,
    /// None where a fault of the project forbids it.
    pub creation: Option<Creation>,
    pub notices: Vec<Notice>,
}

/// What the reading of what came back leaves.
#[derive(Default)]
pub struct ReadOutcome {
    pub diagnostics: Diagnostics,
    /// None where a fault of the project forbids it.
    pub files: Option<Vec<ReadFile>>,
    /// What changed in the project.
    pub written: Vec<String>,
    pub notices: Vec<Notice>,
}

/// What the following of a collection leaves.
#[derive(Default)]
pub struct FollowOutcome {
    pub diagnostics: Diagnostics,
    /// None where a fault of the project forbids it.
    pub standing: Option<Followed>,
    /// The reminders, where they are asked for.
    pub written: Vec<String>,
    pub notices: Vec<Notice>,
}

/// A project that was created.
pub struct Created {
    pub files: usize,
    pub notices: Vec<Notice>,
}

/// What bringing a project to the format of the program leaves.
#[derive(Default)]
pub struct UpgradeOutcome {
    pub diagnostics: Diagnostics,
    /// None where a fault forbids it.
    pub upgrade: Option<Upgrade>,
    pub notices: Vec<Notice>,
}

/// What the planning of a budget cycle leaves.
#[derive(Default)]
pub struct CalendarOutcome {
    pub diagnostics: Diagnostics,
    /// None where no date of the vote is known, or `rapport.yaml` cannot be understood.
    pub computed: Option<ComputedCalendar>,
}

/// A plan, and the settings that say whose it is.
pub struct ComputedCalendar {
    pub settings: Settings,
    pub plan: BackPlan,
}

impl Room {
    pub const ALL: [Room; 11] = [
        Room::Config,
        Room::Load,
        Room::Validate,
        Room::Compute,
        Room::Assess,
        Room::Chart,
        Room::Render,
        Room::Typeset,
        Room::Inspect,
        Room::Publish,
        Room::Keep,
    ];

    /// What the room is doing, as the progress bar says it.
    pub fn label(self) -> &'static str {
        match self {
            Room::Config => "lecture de la configuration",
            Room::Load => "lecture des tableaux et des textes",
            Room::Validate => "contrôle des valeurs",
            Room::Compute => "calcul des séries",
            Room::Assess => "évaluation",
            Room::Chart => "dessin des graphiques",
            Room::Render => "rédaction",
            Room::Typeset => "composition",
            Room::Inspect => "contrôle du PDF",
            Room::Publish => "publication",
            Room::Keep => "écriture",
        }
    }
}

/// What a help desk asks of a project, whatever its state.
pub(crate) struct Survey {
    pub found: Found,
    /// Who writes there, or stopped while writing.
    pub hold: Hold,
    /// Of the project, of its `output` and of the temporary folder of the system.
    pub rights: [Rights; 3],
    /// Bytes left on the disk of the project and on that of the temporary folder.
    pub left: [Option<u64>; 2],
}

impl Request {
    /// The run that stops at the assessment: nothing is drawn nor written.
    pub(crate) fn assessed(project: Options) -> Self {
        Request {
            output: project.root.join("output"),
            project,
            deliverables: Vec::new(),
            last_room: LastRoom::Assess,
            official: false,
            replaces_official: false,
            writer: Writer::default(),
        }
    }

    /// Keeps only the deliverables asked for on the command line.
    pub(crate) fn narrow(&self, project: &mut Project) {
        if !self.deliverables.is_empty() {
            project.settings.deliverables.clone_from(&self.deliverables);
        }
    }

    /// Documents named on the command line are a part of the edition; the others stay as they are.
    pub(crate) fn extent(&self) -> Extent {
        match self.deliverables.is_empty() {
            true => Extent::Whole,
            false => Extent::Part,
        }
    }

    /// What is published, and what becomes of the edition that stands there.
    ///
    /// An edition before that of the project is what its council had: today’s data make it beside, sealed or not.
    pub(crate) fn standing(&self, settings: &Settings, published: &Manifest) -> (Standing, FormerFolder) {
        let standing = match self.official {
            true => Standing::Official,
            false => Standing::Draft,
        };
        match (published.is_official(), self.replaces_official) {
            (false, _) if settings.edition < settings.own_edition && published.edition().is_some() => {
                (Standing::Reconstruction, FormerFolder::Replaced)
            }
            (false, _) => (standing, FormerFolder::Replaced),
            (true, true) => (standing, FormerFolder::KeptBeside),
            (true, false) => (Standing::Reconstruction, FormerFolder::Replaced),
        }
    }

    pub(crate) fn stops_after(&self, room: LastRoom) -> bool {
        self.last_room <= room
    }
}
