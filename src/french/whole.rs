//! The words by which a line of a table says that it sums others: « Total », « Sous-total », « S/T », « Ensemble ».
//!
//! It reads one text. Whether the line is one of them is for the room that knows the table.

use super::folded;

/// How a text names a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whole {
    /// A total and nothing else: « TOTAL GÉNÉRAL », « S/T », « 21 Total », « Total 2025 ».
    Total,
    /// Everything and nothing else: « Ensemble », « Tous ». Beside other words it may name a place or a service.
    Everything,
    /// The total of some of the others: « Sous-total Nord », « S/T bâtiments ». No name begins so.
    Subtotal,
    /// It says of what: « Total des bâtiments », « Ensemble des sites ». A name may begin so.
    Of,
}

/// What may follow « total » without naming anything.
const GENERAL: [&str; 9] = [
    "general",
    "generale",
    "generaux",
    "global",
    "globaux",
    "partiel",
    "partiels",
    "confondus",
    "confondues",
];

/// How the text names a whole; none where it names a part. Codes and years beside the word say nothing.
pub fn whole(text: &str) -> Option<Whole> {
    let folded = folded(text);
    let words = folded.split(|letter: char| !letter.is_alphanumeric());
    let is_code = |word: &&str| word.bytes().any(|byte| byte.is_ascii_digit());
    let words: Vec<&str> = words.filter(|word| !word.is_empty() && !is_code(word)).collect();
    let (alone, rest): (Whole, &[&str]) = match &words[..] {
        ["total" | "totaux" | "soustotal" | "soustotaux" | "stotal", rest @ ..]
        | ["sous" | "ss" | "s", "total" | "totaux", rest @ ..] => (Whole::Total, rest),
        // Without its bar, it is the name of a service.
        ["s", "t", rest @ ..] if folded.contains("s/t") => (Whole::Total, rest),
        ["ensemble" | "cumul", rest @ ..] if rest.first().is_none_or(|word| is_of(word)) => (Whole::Everything, rest),
        ["tout" | "tous" | "toutes"] | ["tous" | "toutes", .., "confondus" | "confondues"] => (Whole::Everything, &[]),
        [.., "sous" | "ss", "total" | "totaux"] | [.., "soustotal" | "soustotaux"] => return Some(Whole::Subtotal),
        [.., "total" | "totaux"] => return Some(Whole::Of),
        _ => return None,
    };
    let says_nothing = rest.iter().all(|word| GENERAL.contains(word));
    let part = matches!(
        words[..],
        ["soustotal" | "soustotaux" | "stotal" | "sous" | "ss" | "s", ..]
    );
    Some(match (says_nothing, part) {
        (true, _) => alone,
        (false, true) => Whole::Subtotal,
        (false, false) => Whole::Of,
    })
}

/// Names of a territory, and words that are a whole in one table and a part in another: the numbers tell which.
const PERHAPS: [&str; 23] = [
    "somme",
    "tot",
    "ens",
    "t",
    "all",
    "global",
    "globale",
    "general",
    "generale",
    "tout",
    "σ",
    "territoire",
    "metropole",
    "agglomeration",
    "communaute",
    "commune",
    "ville",
    "departement",
    "region",
    "collectivite",
    "intercommunalite",
    "epci",
    "france",
];

/// Whether a text may name a whole, where the others add up to it: « Toutes filières », « Tot. », « _T », « Territoire ».
pub fn may_be_the_whole_of_others(text: &str) -> bool {
    let folded = folded(text);
    let words: Vec<&str> = folded
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    match &words[..] {
        [word] => PERHAPS.contains(word),
        ["toutes" | "tous", _, ..] => true,
        _ => false,
    }
}

/// Whether a text says that it is a part of another: « dont verre ».
pub fn names_what_is_included(text: &str) -> bool {
    folded(text).starts_with("dont ")
}

/// Whether [`whole`] may find one, by a look at the first letter and at the end: of each cell of a large file, it must be short.
pub fn may_be_whole(text: &str) -> bool {
    let text = text.trim();
    let first = text.chars().find(|letter| letter.is_alphabetic());
    let begins = first.is_some_and(|letter| matches!(letter.to_ascii_lowercase(), 't' | 's' | 'e' | 'c'));
    let is_total = |word: &[u8]| word.eq_ignore_ascii_case(b"total") || word.eq_ignore_ascii_case(b"otaux");
    begins
        || text
            .trim_end_matches([')', ':', ' '])
            .as_bytes()
            .rchunks(5)
            .next()
            .is_some_and(is_total)
}

fn is_of(word: &str) -> bool {
    matches!(word, "de" | "du" | "des" | "d") || GENERAL.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_only_names_a_whole_is_told_from_one_that_says_of_what() {
        for text in [
            "Total",
            "TOTAL GÉNÉRAL",
            "Sous-total",
            "S/T",
            "s/total",
            "21 Total",
            "Total 21",
            "011 - Total",
            "Total 2025 :",
            "Ss-total",
        ] {
            assert_eq!((whole(text), may_be_whole(text)), (Some(Whole::Total), true), "{text}");
        }
        for text in ["Ensemble", "Tous", "Toutes énergies confondues"] {
            assert_eq!(
                (whole(text), may_be_whole(text)),
                (Some(Whole::Everything), true),
                "{text}"
            );
        }
        for text in [
            "Total chapitre 011",
            "011 - Total chapitre 011",
            "Ensemble des sites",
            "Total Énergies",
            "Bâtiments (total)",
        ] {
            assert_eq!((whole(text), may_be_whole(text)), (Some(Whole::Of), true), "{text}");
        }
        for text in [
            "Sous-total investissement",
            "S/T bâtiments",
            "Piscines (sous-total)",
            "Ss total Nord",
        ] {
            assert_eq!(
                (whole(text), may_be_whole(text)),
                (Some(Whole::Subtotal), true),
                "{text}"
            );
        }
    }

    #[test]
    fn a_part_is_no_whole() {
        for text in [
            "",
            "2151",
            "Chapitre 21",
            "Ensemble scolaire Jean-Moulin",
            "Ensembles sportifs",
            "Tous publics",
            "TotalEnergies",
            "Station",
            "ST",
            "S.T.",
            "Totalité",
            "Saint-Denis",
        ] {
            assert_eq!(whole(text), None, "{text}");
        }
    }

    #[test]
    fn a_word_that_may_be_a_whole_is_not_taken_for_one_by_itself() {
        for text in ["Toutes filières", "Tot.", "_T", "Σ", "Territoire", "Somme", "ENS."] {
            assert!(may_be_the_whole_of_others(text), "{text}");
            assert_eq!(whole(text), None, "{text}");
        }
        for text in ["Territoire nord", "Tout-venant", "Verre", "Tri", "Ensisheim", ""] {
            assert!(!may_be_the_whole_of_others(text), "{text}");
        }
        assert!(names_what_is_included("dont verre") && !names_what_is_included("Dontreix"));
    }
}
