//! Wrong arguments, refused in French: what was read, what was expected, where the help is.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::process::ExitCode;

/// Prints why the arguments are refused (or the help that was asked for); exit code 1 (or 0).
pub fn refuse_arguments(error: &clap::Error) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            print!("{error}");
            ExitCode::SUCCESS
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            eprint!("{error}");
            ExitCode::from(1)
        }
        _ => {
            eprintln!("{}", sentence(error));
            eprintln!("Aide : millesime --aide, ou millesime COMMANDE --aide.");
            ExitCode::from(1)
        }
    }
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
        ErrorKind::UnknownArgument => format!("erreur : l’argument « {argument} » n’existe pas ici."),
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
        ErrorKind::ArgumentConflict => {
            format!("erreur : « {argument} » est donné deux fois ou ne va pas avec un autre argument.")
        }
        _ => "erreur : ces arguments ne sont pas compris.".to_owned(),
    };
    let nearest = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ]
    .into_iter()
    .map(|kind| text(error, kind))
    .find(|suggestion| !suggestion.is_empty());
    let expected = text(error, ContextKind::ValidValue);
    match (nearest, expected.as_str()) {
        (Some(nearest), _) => format!("{message} {}", crate::french::question(&nearest)),
        (None, "") => message,
        (None, expected) => format!("{message} Valeurs possibles : {expected}."),
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
