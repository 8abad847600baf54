//! `manuel`: the pages of `man`, one for the program and one for each command, made from the arguments as declared.

use super::arguments::{Arguments, Manual};
use super::{Failure, commands, files, screen};
use clap::CommandFactory;
use clap_mangen::Man;
use std::collections::BTreeMap;
use std::path::Path;

/// What the generator calls its sections, and the words of a French page for them.
const SECTIONS: [(&str, &str); 2] = [(".SH NAME\n", ".SH NOM\n"), (".SH EXTRA\n", ".SH EXEMPLE\n")];

/// Writes the pages into a folder, and prints their paths; or prints one page of every command.
pub fn manuel(arguments: &Manual) -> Result<(), Failure> {
    let mut command = Arguments::command();
    command.build();
    let Some(directory) = &arguments.directory else {
        return screen::print(&commands::page(&command));
    };
    if holds_something_else(directory) {
        screen::say(&format!(
            "erreur : « {} » contient autre chose que des pages de manuel, qui s’y mêleraient.",
            directory.display()
        ));
        screen::say("Donnez le nom d’un dossier nouveau : il sera créé.");
        return Err(Failure::Author);
    }
    let pages: BTreeMap<String, Vec<u8>> = std::iter::once(&command)
        .chain(commands::shown(&command))
        .map(page)
        .collect();
    files::write("manuel", directory, pages, arguments.writing.date)
}

/// Whether a folder has a file that is no page: the `data` of a project, a home.
fn holds_something_else(folder: &Path) -> bool {
    let entries = fs_err::read_dir(folder).into_iter().flatten().flatten();
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    names
        .into_iter()
        .any(|name| !name.ends_with(".1") && !name.starts_with('.'))
}

fn page(command: &clap::Command) -> (String, Vec<u8>) {
    let page = Man::new(command.clone());
    let mut text = Vec::new();
    page.render(&mut text).expect("memory takes every byte");
    let text = String::from_utf8(text).expect("the arguments are declared in UTF-8");
    let text = SECTIONS
        .iter()
        .fold(text, |text, (english, french)| text.replace(english, french));
    (page.get_filename(), text.into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_a_page_with_no_word_of_the_generator_left_in_english() {
        let mut command = Arguments::command();
        command.build();
        for command in std::iter::once(&command).chain(command.get_subcommands()) {
            let (name, text) = page(command);
            let text = String::from_utf8(text).unwrap();
            assert!(name.ends_with(".1"), "{name}");
            for english in [
                ".SH NAME",
                ".SH EXTRA",
                "SUBCOMMANDS",
                "Possible values",
                "[default:",
                "Print help",
            ] {
                assert!(!text.contains(english), "{name}: {english}");
            }
        }
    }
}
