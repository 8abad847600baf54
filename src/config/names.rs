//! Identifiers: well formed, and each given once.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, Placed};
use crate::french::{quoted, shortened};
use crate::model::Identifier;
use std::collections::BTreeMap;

/// An identifier that does not match `[a-z][a-z0-9-]*`.
pub(super) const BAD_ID: Code = Code("M060");
/// An identifier that is read otherwise than it is written.
const READ_OTHERWISE: Code = Code("M097");
/// An identifier given to two entries.
pub(super) const DUPLICATE_ID: Code = Code("M061");

/// Letters of an identifier, which is the name of files.
const LONGEST: usize = 100;

/// The identifiers met so far, each with its place.
pub(super) type Known = BTreeMap<Identifier, Place>;

/// The identifier of a new entry (`what` with its article: « un indicateur »); none once the fault was pushed.
pub(super) fn claim(
    id: &Placed<String>,
    what: &str,
    known: &mut Known,
    diagnostics: &mut Diagnostics,
) -> Option<Identifier> {
    let text = &id.value;
    if text.chars().nth(LONGEST).is_some() {
        let message = format!(
            "Cet identifiant a plus de {LONGEST} caractères : {}.",
            quoted(&shortened(text, 40))
        );
        let help = "Donnez un nom court, et mettez la phrase sous « titre ».";
        diagnostics.push(id.error(BAD_ID, message).help(help));
        return None;
    }
    let Some(identifier) = Identifier::written(text) else {
        let message = format!(
            "« {text} » n’est pas un identifiant : des minuscules sans accent, des chiffres et des tirets, une lettre en tête."
        );
        let help = match suggestion(text) {
            Some(near) => format!("Écrivez par exemple « {near} »."),
            None => "Écrivez par exemple « elec-batiments ».".to_owned(),
        };
        diagnostics.push(id.error(BAD_ID, message).help(help));
        return None;
    };
    if let Some(first) = known.get(&identifier) {
        let message =
            format!("L’identifiant « {text} » est donné à {what} pour la seconde fois (première fois : {first}).");
        let help = "Donnez un autre identifiant à l’une des deux entrées, ou supprimez-en une.";
        diagnostics.push(id.error(DUPLICATE_ID, message).help(help));
        return None;
    }
    known.insert(identifier.clone(), id.place.clone());
    // Capitals are those of a spreadsheet; accents and spaces are of the author, who must know what is published.
    if text.trim().to_lowercase() != identifier.as_str() {
        let message = format!("L’identifiant {} est lu {}.", quoted(text), quoted(identifier.as_str()));
        let help = "C’est sous ce nom que ses valeurs sont publiées ; les tableaux, les formules et les textes peuvent écrire l’un ou l’autre. Pour choisir vous-même, écrivez-le en minuscules sans accent.";
        diagnostics.push(
            Diagnostic::warning(READ_OTHERWISE, id.place.clone(), message)
                .help(help)
                .raw(text),
        );
    }
    Some(identifier)
}

/// The identifier nearest to a text: without case, accents and signs.
fn suggestion(text: &str) -> Option<String> {
    let folded = crate::french::name(text);
    let kept = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    let near: String = folded.chars().filter(|letter| kept(*letter)).collect();
    let near = near.trim_start_matches(|first: char| !first.is_ascii_lowercase());
    Identifier::parse(near.trim_end_matches('-')).map(|identifier| identifier.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_suggestion_is_always_an_identifier() {
        assert_eq!(suggestion("Élec Bâtiments").as_deref(), Some("elec-batiments"));
        assert_eq!(suggestion("1.2 énergie").as_deref(), Some("energie"));
        assert_eq!(suggestion("42"), None);
    }
}
