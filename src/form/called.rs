//! What is told where a title stands in the place of an identifier: it is read, and the author knows as what.

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::french::{list, plural, quoted};
use crate::model::Identifier;

/// A title was read for the identifier that it names.
const READ_BY_TITLE: Code = Code("M247");

/// Readings that a message gives one by one.
const TOLD: usize = 3;

/// The titles that were read in a place, each with its identifier, as one warning; none where there was none.
///
/// `what` is what they name, in the plural: « d’indicateurs ».
pub fn by_title(place: &Place, what: &str, read: &[(String, Identifier)]) -> Option<Diagnostic> {
    let (first, _) = read.first()?;
    let told = read.iter().take(TOLD);
    let mut told: Vec<String> = told
        .map(|(title, id)| format!("{} est lu comme {}", quoted(title), quoted(id.as_str())))
        .collect();
    if read.len() > TOLD {
        told.push(plural(read.len() - TOLD, "autre", "autres"));
    }
    let message = format!("Des titres tiennent lieu d’identifiants {what} : {}.", list(&told));
    let help = "Vérifiez que c’est bien ce qu’ils nomment. Pour que la lecture ne change pas avec les titres, écrivez les identifiants.";
    Some(
        Diagnostic::warning(READ_BY_TITLE, place.clone(), message)
            .help(help)
            .raw(first),
    )
}
