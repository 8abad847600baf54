//! A run that may end abruptly, made by a process of its own: templates of a project compute what they want, and no count bounds it.
//!
//! The process that was started waits, and says in the words of the program how the other ended. It is for projects that have
//! templates of their own: nothing else compiles what somebody wrote. Systems that have no limits a process run the command as it is.

use super::arguments::Command;
use crate::Room;
use crate::load::TEMPLATES;
use std::path::Path;
use std::process::ExitCode;

/// The name under which the second process knows what it is.
const APART: &str = "MILLESIME_A_PART";

/// Runs the command of this process in another one and gives its exit code; none where this one is to run it.
pub fn ran(command: &Command) -> Option<ExitCode> {
    if std::env::var_os(APART).is_some() {
        system::bound();
        return None;
    }
    let (project, json) = composed(command)?;
    let has_templates = project.join(TEMPLATES).is_dir();
    has_templates.then(|| system::watched(json)).flatten()
}

/// The project whose templates this command composes, and whether it answers in JSON.
fn composed(command: &Command) -> Option<(&Path, bool)> {
    match command {
        Command::Generer(build) => Some((&build.project.project, false)),
        Command::Verifier(check) => check.complete.then_some((&*check.project.project, check.json)),
        _ => None,
    }
}

/// Tells the process that waits where this one is.
pub fn entered(room: Room) {
    if std::env::var_os(APART).is_some() {
        system::entered(room);
    }
}

/// The run is over, whatever it ended by: what is said is read again.
pub fn left() {
    system::left();
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
mod system {
    use super::APART;
    use crate::Room;
    use crate::command::{messages, messages_json, screen};
    use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
    use crate::load::TEMPLATES;
    use rustix::process::{Resource, Rlimit, Signal, setrlimit};
    use rustix::{fs, io, stdio};
    use std::io::{Read, pipe};
    use std::os::fd::OwnedFd;
    use std::process::{Command, ExitCode, Stdio};
    use std::sync::Mutex;

    /// The templates of the project ask for more than a machine gives.
    const WITHOUT_END: Code = Code("M555");

    /// Bytes and seconds of a processor: ten times what a report of fifteen hundred pages takes.
    const MEMORY: u64 = 20_000_000_000;
    const SECONDS: u64 = 900;

    /// Standard error, while nothing is to reach it.
    static ASIDE: Mutex<Option<OwnedFd>> = Mutex::new(None);

    /// Bounds this process, which ends with the one that waits for it.
    pub fn bound() {
        let most = |limit| Rlimit {
            current: Some(limit),
            maximum: Some(limit),
        };
        // A system that has a lower limit keeps it.
        let _kept = setrlimit(Resource::Data, most(MEMORY)).and_then(|()| setrlimit(Resource::Cpu, most(SECONDS)));
        #[cfg(target_os = "linux")]
        let _orphan = rustix::process::set_parent_process_death_signal(Some(Signal::KILL));
    }

    /// Says the room to who waits, and lets nothing reach standard error where a library may end the program with a line of its own.
    pub fn entered(room: Room) {
        let _nobody = io::write(stdio::stdin(), &[room as u8]);
        left();
        if composes(room)
            && let Ok(mut aside) = ASIDE.lock()
        {
            let kept = io::dup(stdio::stderr()).ok();
            let nowhere = fs::open("/dev/null", fs::OFlags::WRONLY, fs::Mode::empty());
            *aside = kept.filter(|_| nowhere.is_ok_and(|nowhere| stdio::dup2_stderr(nowhere).is_ok()));
        }
    }

    /// Lets what is said reach standard error again.
    pub fn left() {
        let kept = ASIDE.lock().ok().and_then(|mut aside| aside.take());
        if let Some(kept) = kept {
            let _said_nowhere = stdio::dup2_stderr(kept);
        }
    }

    fn composes(room: Room) -> bool {
        matches!(room, Room::Render | Room::Typeset)
    }

    /// Starts this command again and waits; none where the system starts nothing.
    pub fn watched(json: bool) -> Option<ExitCode> {
        let (mut rooms, told) = pipe().ok()?;
        let mut arguments = std::env::args_os();
        let typed = arguments.next();
        let mut command = Command::new(std::env::current_exe().ok()?);
        if let Some(typed) = typed {
            std::os::unix::process::CommandExt::arg0(&mut command, typed);
        }
        command.args(arguments).env(APART, "1").stdin(Stdio::from(told));
        let mut running = command.spawn().ok()?;
        // The writing end that this process holds goes with the command.
        drop(command);
        let mut entered = Vec::new();
        let _as_far_as_it_went = rooms.read_to_end(&mut entered);
        let ended = running.wait().ok()?;
        if let Some(code) = ended
            .code()
            .and_then(|code| u8::try_from(code).ok())
            .filter(|code| *code <= 2)
        {
            return Some(ExitCode::from(code));
        }
        let last = entered.last().map(|last| usize::from(*last));
        let room = Room::ALL.into_iter().find(|room| Some(*room as usize) == last);
        Some(told_of(room, json))
    }

    /// What is said of a run that ended abruptly in this room.
    fn told_of(room: Option<Room>, json: bool) -> ExitCode {
        if !room.is_some_and(composes) {
            let during = room.map_or_else(String::new, |room| format!(" ({})", room.label()));
            screen::say(&format!(
                "échec : le système a mis fin au programme{during}, faute de mémoire ou de temps : rien de nouveau n’a été publié."
            ));
            return ExitCode::from(2);
        }
        let mut diagnostics = Diagnostics::default();
        let message = "Les modèles du projet demandent plus de mémoire ou de temps qu’une machine n’en a : la composition a été arrêtée.";
        let help = "Revenez sur la dernière modification de ce dossier ; pour savoir si la cause est là, renommez-le : le programme compose alors avec ses propres modèles.";
        diagnostics.push(Diagnostic::error(WITHOUT_END, Place::file(TEMPLATES), message).help(help));
        match json {
            true => _ = screen::json(&messages_json::json(&diagnostics, &[])),
            false => messages::print(&diagnostics),
        }
        ExitCode::from(1)
    }
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
mod system {
    pub fn bound() {}

    pub fn entered(_room: crate::Room) {}

    pub fn left() {}

    pub fn watched(_json: bool) -> Option<std::process::ExitCode> {
        None
    }
}
