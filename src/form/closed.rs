//! A word of a closed list, or a number, as people type it beside its key: « à la baisse », « Terminé », « 2 - Cycle de vie », « Finalité 1 ».
//!
//! One folding for every list: case, accents, a leading article or number, gender. It knows no list but two of abbreviations.

use crate::french::{name, read_number};
use crate::model::{BudgetDirection, BudgetSection};

/// The abbreviations of the direction of a line of a budget, and of its section.
pub const DIRECTIONS: &[(&str, BudgetDirection)] = &[
    ("depense", BudgetDirection::Expense),
    ("dep", BudgetDirection::Expense),
    ("d", BudgetDirection::Expense),
    ("recette", BudgetDirection::Revenue),
    ("rec", BudgetDirection::Revenue),
    ("r", BudgetDirection::Revenue),
];
pub const SECTIONS: &[(&str, BudgetSection)] = &[
    ("investissement", BudgetSection::Investment),
    ("invest", BudgetSection::Investment),
    ("inv", BudgetSection::Investment),
    ("i", BudgetSection::Investment),
    ("fonctionnement", BudgetSection::Operating),
    ("exploitation", BudgetSection::Operating),
    ("fonct", BudgetSection::Operating),
    ("fct", BudgetSection::Operating),
    ("f", BudgetSection::Operating),
];

/// Words that only lead to another: articles, and the name of the list.
const LEADING: [&str; 14] = [
    "a", "au", "aux", "d", "de", "des", "du", "en", "l", "la", "le", "les", "section", "volet",
];
/// Nouns that a number may have before it, or its rank of one.
const RANKED: [&str; 9] = [
    "finalite", "theme", "odd", "objectif", "axe", "axes", "n", "no", "numero",
];
/// Nouns of what is counted, after a number.
const COUNTED: [&str; 12] = [
    "habitants",
    "habitant",
    "hab",
    "agents",
    "agent",
    "ans",
    "an",
    "annees",
    "membres",
    "membre",
    "voix",
    "elus",
];

/// A word without what leads to it nor what agrees with a noun; empty where nothing else stands.
pub(super) fn bare(text: &str) -> String {
    let folded = name(text);
    let words = folded
        .split('-')
        .skip_while(|word| LEADING.contains(word) || word.bytes().all(|byte| byte.is_ascii_digit()));
    words.map(stem).collect::<Vec<_>>().join("-")
}

/// A word without the marks of the plural and of the feminine: `prévus` and `prévue`, `réalisé` and `réalisées`.
fn stem(word: &str) -> &str {
    if word.len() <= 3 {
        return word;
    }
    let one = word.trim_end_matches('s');
    // The e of a participle; that of a noun is its own, and a word without it a slip.
    match one.strip_suffix('e') {
        Some(participle) if participle.ends_with(['e', 'i', 'u']) => participle,
        _ => one,
    }
}

/// The rank that a text begins by, and the words that follow it: `Finalité 1`, `2 - Cycle de vie`, `Thème n° 2`.
pub fn ranked(text: &str) -> Option<(i64, String)> {
    let folded = name(text);
    let mut words = folded.split('-').skip_while(|word| RANKED.contains(word));
    let rank = words.next()?.parse().ok()?;
    let rest: Vec<&str> = words.collect();
    Some((rank, rest.join("-")))
}

/// The number of a text that only names beside it what is counted or ranked: `60 000 habitants`, `3 ans`, `ODD 7`.
pub(super) fn counted(text: &str) -> Option<&str> {
    let (digits, rest) = crate::french::apart(text);
    if COUNTED.contains(&name(rest).as_str()) && read_number(digits).is_ok() {
        return Some(digits);
    }
    let start = text.find(|letter: char| letter.is_ascii_digit())?;
    let number = text[start..].trim();
    (start > 0 && RANKED.contains(&name(&text[..start]).as_str()) && read_number(number).is_ok()).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_leads_to_a_word_and_what_agrees_is_not_of_it() {
        for (text, key) in [
            ("à la baisse", "baisse"),
            ("2 - Hausse", "hausse"),
            ("Réalisé", "realisee"),
            ("prévus", "prevue"),
            ("Volet interne", "interne"),
            ("de la collectivité", "collectivite"),
        ] {
            assert_eq!(bare(text), bare(key), "{text}");
        }
        for (text, key) in [("hausse", "baisse"), ("somme", "aucun"), ("en", "cours")] {
            assert_ne!(bare(text), bare(key), "{text}");
        }
    }

    #[test]
    fn a_number_has_its_rank_or_what_it_counts_beside_it() {
        assert_eq!(ranked("Finalité 1"), Some((1, String::new())));
        assert_eq!(ranked("2 - Cycle de vie"), Some((2, "cycle-de-vie".to_owned())));
        assert_eq!(ranked("Thème n° 3"), Some((3, String::new())));
        assert_eq!(ranked("Cycle de vie"), None);
        for (text, number) in [
            ("60 000 habitants", Some("60 000")),
            ("3 ans", Some("3")),
            ("ODD 7", Some("7")),
            ("n° 4", Some("4")),
            ("3 mois", None),
            ("60 milliers d’habitants", None),
            ("7", None),
            ("axe", None),
        ] {
            assert_eq!(counted(text), number, "{text}");
        }
    }
}
