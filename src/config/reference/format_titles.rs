//! The titles of a file of others, held against the columns of its format: the same, in other words, or only near.
//!
//! It knows no format, and reads no line.

use crate::french::{is_same_unit, list, name, nearest, quoted, titled};

/// Words that join others in a title in clear, and that the name of a column leaves: « Type de produit acquis ».
const JOINING: [&str; 12] = ["a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "les"];

/// A title without the euros that it says: amounts are in euros. Another unit makes another column.
pub(super) fn bare(title: &str) -> &str {
    titled(title)
        .filter(|(_, unit)| is_same_unit(unit, "€"))
        .map_or(title, |(bare, _)| bare)
}

/// The words of a title that say something: a sign that no whole title has, then these.
pub(super) fn telling(title: &str) -> String {
    let words = name(title);
    let telling = words.split('-').filter(|word| !JOINING.contains(word));
    ["-"].into_iter().chain(telling).collect()
}

/// What lacks of a format, in a clause, and the gesture: its columns, each with the title that is near it.
pub(super) fn lack(missing: &[&str], unknown: &[String], read_in: &str) -> (String, String) {
    let unknown: Vec<&str> = unknown.iter().map(String::as_str).collect();
    let (mut lacking, mut gestures) = (Vec::new(), Vec::new());
    for column in missing.iter().copied() {
        let Some(title) = near(column, &unknown) else {
            lacking.push(quoted(column));
            continue;
        };
        lacking.push(format!("{} (le titre {} en est proche)", quoted(column), quoted(title)));
        let convert = titled(title)
            .map(|(_, unit)| format!("convertissez ses nombres, qui sont en {unit}, dans l’unité du format, puis "));
        gestures.push(format!(
            "Si {} est cette colonne, {}titrez-la {}.",
            quoted(title),
            convert.unwrap_or_default(),
            quoted(column)
        ));
    }
    let begins = if gestures.is_empty() { "R" } else { "Sinon, r" };
    gestures.push(format!(
        "{begins}efaites l’export, ou ajoutez à la première ligne ce qui manque et remplissez-le : c’est ce que demande {read_in}."
    ));
    (list(&lacking), gestures.join(" "))
}

/// The title, among these, that may be that of a column: the same but for its unit, a slip of the hand, or half of its words.
pub(super) fn near<'t>(column: &str, titles: &[&'t str]) -> Option<&'t str> {
    let unitless = |title: &&&str| titled(title).is_some_and(|(bare, _)| telling(bare) == telling(column));
    let asked = words(column);
    let shared = |title: &str| {
        let words = words(title);
        let common = words.iter().filter(|word| asked.contains(word)).count();
        let fewest = words.len().min(asked.len());
        (common > 0 && 2 * common >= fewest).then_some(common)
    };
    let sharing = || {
        let counted = titles.iter().filter_map(|title| Some((shared(title)?, *title)));
        counted.max_by_key(|(common, _)| *common).map(|(_, title)| title)
    };
    let slip = || nearest(column, titles.iter().copied());
    titles.iter().find(unitless).copied().or_else(slip).or_else(sharing)
}

/// The words of a title or of a column, whatever separates them: `nomEquipementPhysique`, `type_produit_acquis`.
fn words(title: &str) -> Vec<String> {
    let mut apart = String::new();
    let mut before = ' ';
    for letter in title.chars() {
        if letter.is_uppercase() && before.is_lowercase() {
            apart.push(' ');
        }
        apart.push(letter);
        before = letter;
    }
    let words = name(&apart);
    let words = words
        .split('-')
        .filter(|word| !JOINING.contains(word) && !word.is_empty());
    words.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_near_a_column_by_its_unit_its_letters_or_its_words() {
        let titles = [
            "Année",
            "Montant total (k€)",
            "Type de produit",
            "couleur",
            "paysUtilisation",
            "sirett",
        ];
        for (column, found) in [
            ("montant_total", Some("Montant total (k€)")),
            ("type_produit_acquis", Some("Type de produit")),
            ("siret", Some("sirett")),
            ("paysDUtilisation", Some("paysUtilisation")),
            ("commentaires", None),
        ] {
            assert_eq!(near(column, &titles), found, "{column}");
        }
    }
}
