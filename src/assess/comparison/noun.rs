//! Two editions and all that differs between them.

use crate::assess::EditionChanges;
use crate::load::CreditKey;
use crate::model::{ActionState, Identifier};

/// Where an edition is known from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SnapshotSource {
    /// What an official edition was made from.
    Archive,
    /// The project as it stands: its edition is not archived.
    Project,
    /// The data files of what was published.
    Published,
}

/// What differs between two editions.
#[derive(Clone, Debug)]
pub struct Comparison {
    pub before: Side,
    pub after: Side,
    pub indicators: EditionChanges,
    pub actions: Vec<ActionChange>,
    pub texts: Vec<TextChange>,
    pub credits: Vec<CreditChange>,
    pub laws: Vec<LawChange>,
    /// What one of the two does not let be compared, as a sentence lists it.
    pub not_compared: Vec<String>,
}

/// One of the editions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Side {
    pub edition: i32,
    pub source: SnapshotSource,
    pub is_official: bool,
}

/// An action that is new, gone, closed, late, or elsewhere than it was.
#[derive(Clone, Debug, PartialEq)]
pub struct ActionChange {
    pub id: Identifier,
    pub title: String,
    pub service: String,
    pub before: Option<ActionStanding>,
    pub after: Option<ActionStanding>,
}

/// Where an action stands in an edition.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ActionStanding {
    pub state: ActionState,
    pub progress: Option<f64>,
    pub end: Option<i32>,
    /// It should have ended.
    pub is_late: bool,
}

/// A text whose words differ.
#[derive(Clone, Debug, PartialEq)]
pub struct TextChange {
    /// `edito`, `commentaire-elec-batiments`.
    pub name: String,
    /// The words that went and those that came, by place in the text; one of the two may be empty.
    pub runs: Vec<(String, String)>,
    pub words_gone: usize,
    pub words_new: usize,
    /// None of it was there, or nothing of it is left.
    pub is_whole: bool,
}

/// A line of credits whose amount differs.
#[derive(Clone, Debug, PartialEq)]
pub struct CreditChange {
    pub key: CreditKey,
    pub title: String,
    /// `ouvert`, `realise`…
    pub column: &'static str,
    pub before: Option<f64>,
    pub after: Option<f64>,
}

/// A text of the law that is cited otherwise, or not by both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LawChange {
    pub id: String,
    pub before: Option<String>,
    pub after: Option<String>,
}

impl Side {
    /// `officielle, d’après archives/2026/`: whether it is official, and from where it is known.
    pub fn known(self) -> String {
        let edition = self.edition;
        let standing = match self.is_official {
            true => "officielle",
            false => "non officielle",
        };
        match self.source {
            SnapshotSource::Archive => format!("{standing}, d’après archives/{edition}/"),
            SnapshotSource::Project => format!("{standing}, d’après data/ tel qu’il est aujourd’hui"),
            SnapshotSource::Published => {
                format!("{standing}, d’après output/{edition}/donnees/ (elle n’est pas archivée)")
            }
        }
    }
}
