//! The command `millesime`: reads its arguments, runs the house, prints what happened.
//!
//! Exit codes: 0 done, 1 the author must act (a wrong argument too), 2 the machine failed.

mod command;

use clap::Parser;
use command::{Arguments, Command, Failure};
use std::process::ExitCode;

fn main() -> ExitCode {
    command::told(run)
}

fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return command::refuse_arguments(&error),
    };
    let done = match arguments.command {
        Command::Nouveau(options) => command::nouveau(&options),
        Command::Verifier(options) => command::verifier(&options),
        Command::Generer(options) => command::generer(&options),
        Command::Indicateurs(options) => command::indicateurs(&options),
        Command::Budget(options) => command::budget(&options),
        Command::Cotation(options) => command::cotation(&options),
        Command::Empreinte(options) => command::empreinte(&options),
        Command::Calendrier(options) => command::calendrier(&options),
        Command::Schema(options) => command::schema(&options),
        Command::Completion(options) => command::completion(&options),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Author) => ExitCode::from(1),
        Err(Failure::Machine(error)) => {
            eprintln!("échec : {error}");
            ExitCode::from(2)
        }
    }
}
