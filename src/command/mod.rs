//! The command line: one file a command, and what they share (arguments, messages, progress, run).
//!
//! Everything here speaks French to the finance officer. No command calls a room: they call
//! [`millesime::build`], [`millesime::budget`] or [`millesime::calendar`] and print the outcome.

mod arguments;
mod budget;
mod budget_json;
mod calendrier;
mod completion;
mod cotation;
mod defect;
mod empreinte;
mod generer;
mod indicateurs;
mod messages;
mod nouveau;
mod progress;
mod refusal;
mod run;
mod schema;
mod verifier;

pub use arguments::{Arguments, Command};
pub use budget::budget;
pub use calendrier::calendrier;
pub use completion::completion;
pub use cotation::cotation;
pub use defect::told;
pub use empreinte::empreinte;
pub use generer::generer;
pub use indicateurs::indicateurs;
pub use nouveau::nouveau;
pub use refusal::refuse_arguments;
pub use schema::schema;
pub use verifier::verifier;

use millesime::error::Error;

/// Why a command did not do what was asked.
pub enum Failure {
    /// The author must act; what to do has been printed.
    Author,
    /// The machine failed.
    Machine(Error),
}

impl<E: Into<Error>> From<E> for Failure {
    fn from(error: E) -> Self {
        Failure::Machine(error.into())
    }
}
