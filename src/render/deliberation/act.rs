//! The act as a plain noun, in the order of reading; templates name its fields.

use crate::printed::PageTable;
use serde::Serialize;

/// Everything the délibération says but its exposé, which is a text of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Act {
    /// `Délibération du Conseil métropolitain`.
    pub heading: String,
    pub community: String,
    /// That the document is a demonstration; none for an act.
    pub notice: Option<String>,
    /// The session, the object, the number, the rapporteur.
    pub mentions: Vec<Mention>,
    pub object: String,
    /// The day in full, the hour, the place, the convocation, the presidency.
    pub opening: Vec<Piece>,
    /// Seats, voting members, present, represented, absent, secretary.
    pub members: Vec<Mention>,
    /// Who reads the report.
    pub reading: Vec<Piece>,
    pub statement_title: &'static str,
    /// That the exposé is the program’s proposal; none once the author has written it.
    pub proposed: Option<String>,
    /// `En conséquence, il est proposé au Conseil métropolitain :`.
    pub proposal: String,
    /// Each with its semicolon.
    pub visas: Vec<String>,
    /// `Après examen de la commission … et après en avoir délibéré, le Conseil métropolitain :`.
    pub deliberated: Vec<Piece>,
    pub decisions: Vec<String>,
    pub vote_title: &'static str,
    /// Group by group, then the total; its note counts voting members and expressed votes. None where there was no vote.
    pub vote: Option<PageTable>,
    pub signatory: String,
}

/// A name and what is known of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mention {
    pub label: String,
    pub value: Vec<Piece>,
}

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Piece {
    pub text: String,
    /// Whether it stands for something to be filled in.
    pub blank: bool,
}
