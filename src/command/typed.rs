//! The commands that a sentence names, as this reader would type them: by the name the program was called by, in the project
//! that was given.
//!
//! It is for a terminal. What is written in a file, and what a program reads (`--json`), keeps the plain name.

use super::arguments::Arguments;
use clap::CommandFactory;
use std::borrow::Cow;
use std::ffi::OsStr;
use std::sync::LazyLock;

/// The name that sentences give the program.
const NAME: &str = "millesime";
/// What names a project.
const PROJECT: &str = "--projet";

/// How this process was called.
static CALL: LazyLock<Call> = LazyLock::new(|| Call::of(std::env::args_os()));

/// How the program was called: the path that was typed, where a bare name would not find it again; the folder after `--projet`.
#[derive(Default)]
struct Call {
    program: Option<String>,
    project: Option<String>,
}

impl Call {
    fn of(arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Self {
        let words = arguments
            .into_iter()
            .map(|word| word.as_ref().to_str().map(str::to_owned));
        let mut words = words.map(Option::unwrap_or_default);
        let program = words.next().filter(|program| program.contains(['/', '\\']));
        let mut project = None;
        while let Some(word) = words.next() {
            match word.strip_prefix(PROJECT) {
                Some("") => project = words.next(),
                Some(rest) => project = rest.strip_prefix('=').map(str::to_owned).or(project),
                None if word == "--" => break,
                None => {}
            }
        }
        Call {
            program: program.map(|program| path(&program)),
            project: project
                .filter(|project| !project.is_empty())
                .map(|project| path(&project)),
        }
    }

    /// The text with its commands as they are typed.
    fn typed<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.program.is_none() && self.project.is_none() {
            return Cow::Borrowed(text);
        }
        let mut typed = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = rest.find(NAME) {
            let (before, after) = (&rest[..at], &rest[at + NAME.len()..]);
            typed.push_str(before);
            // Not the end of a path, nor the name of a folder or of a file.
            let begins = before
                .chars()
                .last()
                .is_none_or(|last| " «\u{a0}\u{202f}:\n".contains(last));
            let Some(word) = word(after).filter(|_| begins) else {
                typed.push_str(NAME);
                rest = after;
                continue;
            };
            typed.push_str(self.program.as_deref().unwrap_or(NAME));
            typed.push(' ');
            typed.push_str(word);
            rest = &after[1 + word.len()..];
            if let Some(project) = self
                .project
                .as_deref()
                .filter(|_| takes_project(word) && !names_project(rest))
            {
                typed.push_str(&format!(" {PROJECT} {project}"));
            }
        }
        typed.push_str(rest);
        Cow::Owned(typed)
    }
}

/// A text with the commands it names as the reader of this terminal types them.
pub fn commands(text: &str) -> Cow<'_, str> {
    CALL.typed(text)
}

/// The command, or the option, after the name of the program.
fn word(after: &str) -> Option<&str> {
    let after = after.strip_prefix(' ')?;
    let end = after.find(|letter: char| !letter.is_alphanumeric() && letter != '-');
    let word = &after[..end.unwrap_or(after.len())];
    (word.starts_with("--") || word == "COMMANDE" || Arguments::command().find_subcommand(word).is_some())
        .then_some(word)
}

fn takes_project(command: &str) -> bool {
    let arguments = Arguments::command();
    let command = arguments.find_subcommand(command);
    command.is_some_and(|command| {
        command
            .get_arguments()
            .any(|argument| argument.get_long() == Some("projet"))
    })
}

/// Whether the command already names its project, before the sentence goes on.
fn names_project(rest: &str) -> bool {
    let end = rest.find(['»', '\n', ';']).unwrap_or(rest.len());
    rest[..end].contains(PROJECT)
}

/// A path as it is typed on a command line: between quotation marks where a shell would cut it or read it otherwise.
pub fn path(path: &str) -> String {
    let plain = |letter: char| letter.is_alphanumeric() || "/\\.-_:~".contains(letter);
    if path.chars().all(plain) {
        return path.to_owned();
    }
    if cfg!(windows) {
        return format!("\"{path}\"");
    }
    format!("'{}'", path.replace('\'', "'\\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_named_as_its_reader_types_it() {
        let call = Call::of(["./millesime", "verifier", "--projet", "mon rapport"]);
        let typed = |text| call.typed(text).into_owned();
        assert_eq!(
            typed("« millesime generer » puis : millesime verifier --officiel"),
            "« ./millesime generer --projet 'mon rapport' » puis : ./millesime verifier --projet 'mon rapport' --officiel"
        );
        // A command that takes no project, one that names its own, an option.
        assert_eq!(
            typed("« millesime nouveau DOSSIER », « millesime generer --projet autre », millesime --version"),
            "« ./millesime nouveau DOSSIER », « ./millesime generer --projet autre », ./millesime --version"
        );
        for text in [
            "projets/millesime verifier",
            "le millesime 2026",
            "millesime.yaml",
            "lemillesime verifier",
        ] {
            assert_eq!(typed(text), text);
        }
    }

    #[test]
    fn a_program_found_by_its_name_in_its_own_folder_changes_no_sentence() {
        let text = "« millesime verifier »";
        for call in [
            vec!["millesime", "verifier"],
            vec!["millesime", "calendrier", "--", "--projet", "x"],
            vec![],
        ] {
            assert_eq!(Call::of(call).typed(text), text);
        }
        let equals = Call::of(["millesime", "verifier", "--projet=x"]);
        assert_eq!(equals.typed(text), "« millesime verifier --projet x »");
    }

    #[test]
    fn a_path_is_quoted_where_a_shell_would_cut_it() {
        assert_eq!(path("mon-rapport/2026"), "mon-rapport/2026");
        if cfg!(unix) {
            assert_eq!(path("Rapport DD 2026 (été)"), "'Rapport DD 2026 (été)'");
            assert_eq!(path("l'an"), "'l'\\''an'");
        }
    }
}
