//! What the environment tells the libraries of the program, which no command obeys.
//!
//! Polars, the threads and the allocator read variables of their own: a number of threads that is 0 fails a query that is
//! right, a hundred thousand of them load a machine whole, others print on the screen. A program started with some of them starts
//! itself again without. What is said to the program itself (`NO_COLOR`, `MILLESIME_ECHANGE`…) is not looked at here.

use std::ffi::{OsStr, OsString};
use std::process::{Command, ExitCode};

/// How the names of what only libraries read begin.
const OTHERS: [&str; 4] = ["POLARS_", "RAYON_", "MIMALLOC_", "RUST_MIN_STACK"];

/// Starts this command again without what only libraries read, and gives its exit code; none where there is nothing of it, or
/// where the system starts nothing.
pub fn started_again() -> Option<ExitCode> {
    let names = std::env::vars_os().map(|(name, _)| name);
    let others: Vec<OsString> = names.filter(|name| is_for_others(name)).collect();
    if others.is_empty() {
        return None;
    }
    let mut command = Command::new(std::env::current_exe().ok()?);
    for name in others {
        command.env_remove(name);
    }
    again(command, std::env::args_os())
}

fn is_for_others(name: &OsStr) -> bool {
    // Names are the same in both cases under Windows.
    let name = name.to_string_lossy().to_ascii_uppercase();
    OTHERS.iter().any(|other| name.starts_with(other))
}

/// The same process goes on, under the name that was typed; who comes back was refused.
#[cfg(unix)]
fn again(mut command: Command, mut arguments: impl Iterator<Item = OsString>) -> Option<ExitCode> {
    use std::os::unix::process::CommandExt;
    if let Some(typed) = arguments.next() {
        command.arg0(typed);
    }
    let _refused = command.args(arguments).exec();
    None
}

#[cfg(not(unix))]
fn again(mut command: Command, arguments: impl Iterator<Item = OsString>) -> Option<ExitCode> {
    let ended = command.args(arguments.skip(1)).status().ok()?;
    let code = ended.code().and_then(|code| u8::try_from(code).ok());
    Some(ExitCode::from(code.unwrap_or(2)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_to_the_program_itself_stays() {
        let others = |name: &str| is_for_others(OsStr::new(name));
        assert!(others("POLARS_MAX_THREADS") && others("RAYON_NUM_THREADS") && others("RUST_MIN_STACK"));
        assert!(others("mimalloc_verbose"));
        for own in [
            "PATH",
            "NO_COLOR",
            "TERM",
            "MILLESIME_ECHANGE",
            "RUST_BACKTRACE",
            "USER",
        ] {
            assert!(!others(own), "{own}");
        }
    }
}
