//! The command line: one file a command, and what they share (arguments, messages, progress, run).
//!
//! Everything here speaks French to the finance officer. No command calls a room: each calls a function of
//! `lib.rs` and prints the outcome.
//!
//! Exit codes: 0 done, 1 the author must act (a wrong argument too), 2 the machine failed.

// What a terminal receives goes through `screen`.
#![cfg_attr(not(test), deny(clippy::print_stdout, clippy::print_stderr))]

mod annuler;
mod apart;
mod arguments;
mod budget;
mod budget_codes;
mod budget_head;
mod budget_json;
mod calendrier;
mod collecter;
mod comparer;
mod convertir;
mod commands;
mod completion;
mod cotation;
mod defect;
mod diagnostic;
mod empreinte;
mod environment;
mod expliquer;
mod files;
mod generer;
mod importer;
mod indicateurs;
mod manuel;
mod messages;
mod messages_json;
mod mettre_a_jour;
mod named;
mod nouveau;
mod progress;
mod reconduire;
mod refusal;
mod repeats;
mod run;
mod screen;
mod schema;
mod typed;
mod values;
mod verifier;
mod verifier_edition;
mod writer;

use crate::error::Error;
use crate::stack::deep;
use arguments::{Arguments, Command};
use clap::Parser;
use std::process::ExitCode;

/// Runs the command line of this process: reads its arguments, does what they ask, prints what happened.
pub fn main() -> ExitCode {
    defect::told(|| environment::started_again().unwrap_or_else(|| deep(run)))
}

fn run() -> ExitCode {
    let done = match Arguments::try_parse() {
        Ok(arguments) => match apart::ran(&arguments.command) {
            Some(code) => return code,
            None => done(arguments.command),
        },
        Err(error) => refusal::refuse_arguments(&error),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Author) => ExitCode::from(1),
        Err(Failure::Machine(error)) if error.is_for_the_author() => {
            screen::say(&format!("erreur : {error}."));
            ExitCode::from(1)
        }
        Err(Failure::Machine(error)) => {
            screen::say(&format!("échec : {error}"));
            ExitCode::from(2)
        }
        Err(Failure::Unsaid { error, done }) => {
            let refused = Error::from(error);
            screen::say(&format!("échec : la réponse n’a pu être écrite, car {refused}"));
            screen::say(match done {
                true => "Ce qui était demandé est fait : seul ce compte rendu manque.",
                false => "Cette commande ne change rien aux fichiers : relancez-la quand sa réponse peut être écrite.",
            });
            ExitCode::from(2)
        }
    }
}

/// Does what a command asks.
fn done(command: Command) -> Result<(), Failure> {
    match command {
        Command::Nouveau(options) => nouveau::nouveau(&options),
        Command::Verifier(options) => verifier::verifier(&options),
        Command::VerifierEdition(options) => verifier_edition::verifier_edition(&options),
        Command::Generer(options) => generer::generer(&options),
        Command::Comparer(options) => comparer::comparer(&options),
        Command::Indicateurs(options) => indicateurs::indicateurs(&options),
        Command::Budget(options) => budget::budget(&options),
        Command::Cotation(options) => cotation::cotation(&options),
        Command::Empreinte(options) => empreinte::empreinte(&options),
        Command::Calendrier(options) => calendrier::calendrier(&options),
        Command::Collecter(options) => collecter::collecter(&options.command),
        Command::Importer(options) => importer::importer(&options),
        Command::Reconduire(options) => reconduire::reconduire(&options),
        Command::MettreAJour(options) => mettre_a_jour::mettre_a_jour(&options),
        Command::Convertir(options) => convertir::convertir(&options),
        Command::Annuler(options) => annuler::annuler(&options),
        Command::Manuel(options) => manuel::manuel(&options),
        Command::Diagnostic(options) => diagnostic::diagnostic(&options),
        Command::Expliquer(options) => expliquer::expliquer(&options),
        Command::Schema(options) => schema::schema(&options),
        Command::Completion(options) => completion::completion(&options),
    }
}

/// Why a command did not do what was asked.
pub enum Failure {
    /// The author must act; what to do has been printed.
    Author,
    /// The machine failed.
    Machine(Error),
    /// The answer could not be written where it goes.
    Unsaid {
        error: std::io::Error,
        /// Whether the command has changed what was asked.
        done: bool,
    },
}

impl<E: Into<Error>> From<E> for Failure {
    fn from(error: E) -> Self {
        Failure::Machine(error.into())
    }
}
