//! A run that a command watches: the progress shown while it lasts, cleared before anything is printed.

use super::progress::Progress;
use super::{Failure, messages};
use crate::config::Options;
use crate::{LastRoom, Outcome, Request, Writer};

/// Runs the house up to the assessment: for the commands that print what is known and publish nothing.
pub fn assessed(project: Options) -> Result<Outcome, Failure> {
    watched(&Request {
        output: project.root.join("output"),
        project,
        deliverables: Vec::new(),
        last_room: LastRoom::Assess,
        official: false,
        replaces_official: false,
        writer: Writer::default(),
    })
}

/// Runs the house as asked.
pub fn watched(request: &Request) -> Result<Outcome, Failure> {
    let mut progress = Progress::new();
    let outcome = crate::build(request, &mut progress)?;
    progress.finish();
    messages::note(&outcome.notices);
    Ok(outcome)
}
