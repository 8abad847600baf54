//! `completion`: what a shell needs to complete the command line.

use super::Failure;
use super::arguments::{Arguments, Completion};
use clap::CommandFactory;

/// Writes the completion script on standard output.
pub fn completion(arguments: &Completion) -> Result<(), Failure> {
    clap_complete::generate(
        arguments.shell,
        &mut Arguments::command(),
        "millesime",
        &mut std::io::stdout(),
    );
    Ok(())
}
