//! Wrong arguments, refused in French: what was read, what was expected, where the help is.

use super::{Failure, screen};
use crate::french;
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// Prints why the arguments are refused (or the help that was asked for); an author’s to act (or not).
pub fn refuse_arguments(error: &clap::Error) -> Result<(), Failure> {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => return screen::print(&error.to_string()),
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => screen::say(error.to_string().trim_end()),
        _ => {
            screen::say(&sentence(error));
            screen::say("Aide : millesime --aide, ou millesime COMMANDE --aide.");
        }
    }
    Err(Failure::Author)
}

/// The refusal in one French sentence, with the nearest name when there is one.
fn sentence(error: &clap::Error) -> String {
    let argument = text(error, ContextKind::InvalidArg);
    let value = text(error, ContextKind::InvalidValue);
    let message = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let name = text(error, ContextKind::InvalidSubcommand);
            format!("erreur : la commande « {name} » n’existe pas.")
        }
        ErrorKind::UnknownArgument if is_folder(&argument) => format!(
            "erreur : le dossier « {argument} » n’est pas attendu ici. Un projet se désigne par --projet {argument}"
        ),
        ErrorKind::UnknownArgument => format!("erreur : l’argument « {argument} » n’existe pas ici."),
        ErrorKind::TooManyValues => {
            format!("erreur : « {argument} » ne prend pas de valeur, et « {value} » en est une.")
        }
        ErrorKind::InvalidUtf8 => "erreur : un argument n’est pas écrit en UTF-8.".to_owned(),
        ErrorKind::InvalidValue if value.is_empty() => format!("erreur : il manque une valeur à « {argument} »."),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            // The readers of values say in French what they take.
            let reason = std::error::Error::source(error).map(|reason| format!(" {reason}"));
            format!(
                "erreur : la valeur « {value} » ne convient pas à « {argument} ».{}",
                reason.unwrap_or_default()
            )
        }
        ErrorKind::MissingRequiredArgument => format!("erreur : il manque « {argument} »."),
        ErrorKind::ArgumentConflict => match text(error, ContextKind::PriorArg) {
            other if other.is_empty() || other == argument => {
                format!("erreur : « {argument} » est donné deux fois.")
            }
            other => format!("erreur : « {argument} » ne va pas avec « {other} » : gardez l’un des deux."),
        },
        _ => "erreur : ces arguments ne sont pas compris.".to_owned(),
    };
    let nearest = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ]
    .into_iter()
    .map(|kind| suggestions(error, kind))
    .find(|suggestions| !suggestions.is_empty());
    let question = nearest.map(|near| question(&wrong(error), near));
    let expected = Some(text(error, ContextKind::ValidValue)).filter(|expected| !expected.is_empty());
    let expected = expected.map(|expected| format!("Valeurs possibles : {expected}."));
    [Some(message), question, expected]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether what was written after a command is a folder: that of a project, most often.
fn is_folder(argument: &str) -> bool {
    !argument.starts_with('-') && std::path::Path::new(argument).is_dir()
}

/// What was written and is not known.
fn wrong(error: &clap::Error) -> String {
    let kinds = [
        ContextKind::InvalidSubcommand,
        ContextKind::InvalidValue,
        ContextKind::InvalidArg,
    ];
    let mut written = kinds.into_iter().map(|kind| text(error, kind));
    written.find(|text| !text.is_empty()).unwrap_or_default()
}

/// Whether the nearest of these names was meant, then the others, each between its guillemets.
fn question(written: &str, mut names: Vec<String>) -> String {
    // The library puts the nearest last.
    names.reverse();
    if let Some(nearest) = french::nearest(written, names.iter().map(String::as_str)).map(str::to_owned) {
        names.sort_by_key(|name| *name != nearest);
    }
    french::question(&names.join("\u{a0}» ou «\u{a0}"))
}

fn suggestions(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(name)) => vec![name.clone()],
        Some(ContextValue::Strings(names)) => names.clone(),
        _ => Vec::new(),
    }
}

/// A piece of context of the error as text; empty where there is none.
fn text(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_comes_first_and_each_has_its_guillemets() {
        let names = ["calendrier", "generer", "annuler"].map(str::to_owned).to_vec();
        assert_eq!(
            question("anuler", names),
            "Vouliez-vous dire «\u{a0}annuler\u{a0}» ou «\u{a0}generer\u{a0}» ou «\u{a0}calendrier\u{a0}»\u{202f}?"
        );
    }
}
