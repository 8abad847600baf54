//! A run that a command watches: the progress shown while it lasts, cleared before anything is printed.

use super::progress::Progress;
use super::{Failure, messages};
use crate::config::Options;
use crate::error::Error;
use crate::{Outcome, Request};
use std::sync::Mutex;
use std::thread;

/// Runs the house up to the assessment: for the commands that print what is known and publish nothing.
pub fn assessed(project: Options) -> Result<Outcome, Failure> {
    watched(&Request::assessed(project))
}

/// Runs the house as asked.
pub fn watched(request: &Request) -> Result<Outcome, Failure> {
    ready()?;
    let mut progress = Progress::new();
    let outcome = crate::build(request, &mut progress)?;
    progress.finish();
    messages::note(&outcome.notices);
    Ok(outcome)
}

/// Whether the system gives the threads that a run takes: the libraries that share work between them panic without.
///
/// # Errors
/// It does not.
pub fn ready() -> Result<(), Error> {
    // Those of the drawings and those of the queries, all there at once.
    let wanted = 2 * thread::available_parallelism().map_or(1, usize::from);
    let gate = Mutex::new(());
    thread::scope(|scope| {
        let waiting = gate.lock();
        let spawn = || thread::Builder::new().spawn_scoped(scope, || drop(gate.lock()));
        let refused = (0..wanted).find_map(|_| spawn().err());
        drop(waiting);
        refused.map_or(Ok(()), |error| Err(Error::Threads(error)))
    })
}
