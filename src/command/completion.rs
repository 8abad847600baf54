//! `completion`: what a shell needs to complete the command line.

use super::arguments::{Arguments, Completion};
use super::{Failure, screen};
use clap::CommandFactory;

/// Writes the completion script on standard output.
pub fn completion(arguments: &Completion) -> Result<(), Failure> {
    // The generator panics when its output is closed before its end: it writes in memory.
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Arguments::command(), "millesime", &mut script);
    screen::print(&String::from_utf8_lossy(&script))
}
