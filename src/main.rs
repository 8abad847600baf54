//! The command `millesime`: the door of the house, and the allocator it runs with.
//!
//! What the command line does is in `src/command/`; a program that automates a report calls the library instead.

use std::process::ExitCode;

/// The inspection of a PDF makes and drops millions of small objects: it takes half the time with this allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    small_pages();
    no_end_at_a_limit();
    millesime::command_line()
}

/// Asks for pages of 4 kB: huge ones, which the allocator would be given here, hold a third more memory for a small report, and
/// are long to clear where the machine gives its memory late. A system that refuses does without.
fn small_pages() {
    #[cfg(target_os = "linux")]
    let _refused = rustix::thread::disable_transparent_huge_pages(true);
}

/// A file past the limit of an account (`ulimit -f`) is a write that is refused, which commands tell: without this, the system
/// ends the program there and then.
fn no_end_at_a_limit() {
    #[cfg(unix)]
    let _refused = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, std::sync::Arc::default());
}
