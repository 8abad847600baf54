//! The page of every command, in Markdown, made from the arguments as declared. It is not the guide, which says when to use each.
//!
//! `docs/reference/commandes.md` is that page; a test of the suite holds them equal.

use clap::{Arg, Command};

const OPENING: &str = "\
# Les commandes

Cette page est écrite par `millesime manuel --page`, d’après ce que le programme lit. [Le guide](../guide.md) dit quand s’en servir.

Une commande rend 0 quand tout va bien, 1 quand quelque chose est à corriger par vous, 2 quand c’est la machine qui a
échoué. `--aide` décrit chacune dans le terminal.
";

/// The commands that a reader is told of.
pub fn shown(command: &Command) -> impl Iterator<Item = &Command> {
    command.get_subcommands().filter(|command| !command.is_hide_set())
}

/// One section a command, its subcommands after it.
pub fn page(program: &Command) -> String {
    let mut page = OPENING.to_owned();
    for command in shown(program) {
        section(&mut page, program.get_name(), command);
    }
    page
}

fn section(page: &mut String, before: &str, command: &Command) {
    let name = format!("{before} {}", command.get_name());
    page.push_str(&format!("\n## `{name}`\n\n{}\n", told(command)));
    let (named, placed): (Vec<&Arg>, Vec<&Arg>) = arguments(command).partition(|argument| !argument.is_positional());
    if !named.is_empty() || !placed.is_empty() {
        page.push_str("\n| Argument | Ce qu’il dit |\n|---|---|\n");
    }
    for argument in placed.into_iter().chain(named) {
        page.push_str(&format!("| `{}` | {} |\n", written(argument), said(argument)));
    }
    for command in shown(command) {
        section(page, &name, command);
    }
}

fn arguments(command: &Command) -> impl Iterator<Item = &Arg> {
    let known = ["help", "aide", "version"];
    command
        .get_arguments()
        .filter(move |argument| !argument.is_hide_set() && !known.contains(&argument.get_id().as_str()))
}

fn told(command: &Command) -> String {
    let about = command.get_long_about().or_else(|| command.get_about());
    about.map(ToString::to_string).unwrap_or_default()
}

/// How it is typed: `--edition ANNÉE`, `FICHIER…`.
fn written(argument: &Arg) -> String {
    let takes = argument.get_action().takes_values();
    let names = argument.get_value_names().unwrap_or_default().join(" ");
    let several = match argument.get_num_args() {
        Some(range) if range.max_values() > 1 => "…",
        _ => "",
    };
    match argument.get_long() {
        Some(long) if takes => format!("--{long} {names}{several}"),
        Some(long) => format!("--{long}"),
        None if argument.is_required_set() => format!("{names}{several}"),
        None => format!("[{names}{several}]"),
    }
}

/// What it means, and the words that it takes.
fn said(argument: &Arg) -> String {
    let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
    let mut said = help.replace('|', "\\|").replace('\n', " ");
    let words: Vec<String> = argument
        .get_possible_values()
        .iter()
        .filter(|word| !word.is_hide_set())
        .map(|word| format!("`{}`", word.get_name()))
        .collect();
    if argument.get_action().takes_values() && !words.is_empty() {
        said.push_str(&format!(" : {}", words.join(", ")));
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::arguments::Arguments;
    use clap::CommandFactory;

    #[test]
    fn every_command_and_every_argument_stands_on_the_page() {
        let mut program = Arguments::command();
        program.build();
        let page = page(&program);
        assert!(shown(&program).count() > 15);
        for command in shown(&program) {
            assert!(page.contains(&format!("## `millesime {}`\n", command.get_name())));
            for argument in arguments(command) {
                assert!(page.contains(&written(argument)), "{}", argument.get_id());
                assert!(!said(argument).is_empty(), "{}", argument.get_id());
            }
        }
        assert!(!page.contains("Print help"));
    }
}
