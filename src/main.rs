//! The command `millesime`: the door of the house, and the allocator it runs with.
//!
//! What the command line does is in `src/command/`; a program that automates a report calls the library instead.

use std::process::ExitCode;

/// The inspection of a PDF makes and drops millions of small objects: it takes half the time with this allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    millesime::command_line()
}
