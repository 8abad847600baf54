//! What is asked of a run and what it leaves, seen from outside the house.
//!
//! The command line fills a [`Request`] and prints an [`Outcome`]; it never calls a room.

use crate::assess::{BackPlan, Report};
use crate::config::{Deliverable, Options, Project, Settings, Upgrade};
use crate::diagnostic::Diagnostics;
use crate::inspect::Verdict;
use crate::keep::{Notice, Writer};
use crate::model::Extent;
use crate::publish::Publication;
use crate::typeset::Document;
use std::path::PathBuf;

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
    /// Who writes, for the lock and the journal; nothing of it enters a publication.
    pub writer: Writer,
}

/// The last room a run goes through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LastRoom {
    /// Every fault of the data, nothing drawn: fast.
    Assess,
    /// The document too, in memory.
    Inspect,
    /// The whole house.
    Publish,
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

impl Request {
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

    pub(crate) fn stops_after(&self, room: LastRoom) -> bool {
        self.last_room <= room
    }
}
