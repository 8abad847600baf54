//! What minijinja refuses in a template, said in French at the line of the template.

use super::templates::place_of;
use crate::diagnostic::{Code, Diagnostic, Place};
use minijinja::{Error, ErrorKind};
use std::error::Error as _;

/// A template does not follow the grammar of minijinja.
pub const GRAMMAR: Code = Code("M502");
/// A template names a value that does not exist.
const UNDEFINED: Code = Code("M503");
/// A template names a filter, a function, a test or a file that does not exist.
const UNKNOWN: Code = Code("M504");
/// A template cannot be filled for any other reason: a type, a number that is not finite.
const IMPOSSIBLE: Code = Code("M505");

/// The fault at its deepest place: in the included template rather than in the one that includes it.
pub fn diagnostic(error: &Error, main: &str) -> Diagnostic {
    let error = deepest(error);
    let file = place_of(error.name().unwrap_or(main));
    let place = match error.line().and_then(|line| u32::try_from(line).ok()) {
        Some(line) => Place::line(file, line, 0),
        None => Place::file(file),
    };
    let (code, sentence, help) = words(error.kind());
    let reason = error
        .detail()
        .map_or_else(|| error.kind().to_string(), ToOwned::to_owned);
    let raw = error.range().and_then(|range| error.template_source()?.get(range));
    Diagnostic::error(
        code,
        place,
        format!("{sentence} (raison du moteur de modèles, en anglais : « {reason} »)."),
    )
    .help(help)
    .raw(
        raw.filter(|text| !text.contains(['\n', '\u{E000}']))
            .unwrap_or_default(),
    )
}

fn deepest(error: &Error) -> &Error {
    let mut deepest = error;
    while let Some(source) = deepest.source().and_then(|source| source.downcast_ref::<Error>()) {
        if source.line().is_none() {
            break;
        }
        deepest = source;
    }
    deepest
}

fn words(kind: ErrorKind) -> (Code, &'static str, &'static str) {
    match kind {
        ErrorKind::SyntaxError | ErrorKind::BadEscape => (
            GRAMMAR,
            "Le modèle est mal écrit",
            "Vérifiez que chaque {{ … }} et chaque {% … %} est fermé, et chaque if, for ou macro terminé.",
        ),
        ErrorKind::UndefinedError => (
            UNDEFINED,
            "Le modèle nomme une valeur qui n’existe pas",
            "Corrigez le nom, ou retirez votre fichier pour revenir à celui du programme.",
        ),
        ErrorKind::UnknownFilter
        | ErrorKind::UnknownFunction
        | ErrorKind::UnknownTest
        | ErrorKind::UnknownMethod
        | ErrorKind::UnknownBlock
        | ErrorKind::TemplateNotFound => (
            UNKNOWN,
            "Le modèle emploie un filtre, une fonction ou un fichier qui n’existe pas",
            "Corrigez le nom, ou retirez votre modèle pour revenir à celui du programme.",
        ),
        ErrorKind::OutOfFuel => (
            IMPOSSIBLE,
            "Le modèle ne finit pas : une boucle ou une macro s’y répète des millions de fois",
            "Cherchez la boucle ou la macro qui se rappelle elle-même, ou retirez votre modèle pour revenir à celui du programme.",
        ),
        ErrorKind::WriteFailure => (
            IMPOSSIBLE,
            "Le modèle écrit plus qu’un document ne peut contenir",
            "Cherchez la boucle qui se répète trop, ou retirez votre modèle pour revenir à celui du programme.",
        ),
        _ => (
            IMPOSSIBLE,
            "Le modèle ne peut être rempli",
            "Corrigez cette ligne, ou retirez votre modèle pour revenir à celui du programme.",
        ),
    }
}
