//! A defect of the program, told in French and never as a stack trace.
//!
//! The libraries that read files panic on some malformed ones; the rooms catch that and make a fault of it, so nothing
//! may be printed at the time of a panic: only one that reaches the door is a defect.

use super::screen;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::sync::{Arc, Mutex};

/// Runs a command; a panic that nobody caught becomes a sentence and the exit code 2.
pub fn told(run: impl FnOnce() -> ExitCode) -> ExitCode {
    let last = Arc::new(Mutex::new(String::new()));
    let held = Arc::clone(&last);
    std::panic::set_hook(Box::new(move |panic| {
        if let Ok(mut last) = held.lock() {
            *last = panic.to_string();
        }
    }));
    catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|_| {
        let said = last.lock().map(|said| said.replace('\n', " ")).unwrap_or_default();
        screen::say("échec : le programme a un défaut, vos fichiers n’y sont pour rien : rien n’a été publié.");
        screen::say(&format!("Signalez-le avec cette ligne : {said}"));
        ExitCode::from(2)
    })
}

#[cfg(test)]
mod tests {
    use super::told;
    use std::process::ExitCode;

    #[test]
    fn a_panic_that_nobody_caught_is_the_exit_code_of_the_machine() {
        let printed = std::panic::take_hook();
        let code = told(|| panic!("essai"));
        std::panic::set_hook(printed);
        assert_eq!(format!("{code:?}"), format!("{:?}", ExitCode::from(2)));
    }
}
