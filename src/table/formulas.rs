//! A text that a spreadsheet would compute: how a CSV holds it, and how it is read back.
//!
//! The apostrophe is the mark by which spreadsheets themselves say « this is a text ».

/// What makes a formula of a text, the wide forms of another keyboard too; white space that a spreadsheet may skip.
const SIGNS: [char; 12] = ['=', '+', '-', '@', '\t', '\r', '\n', '|', '＝', '＋', '－', '＠'];
const MARK: char = '\'';

/// The text as a CSV holds it: behind an apostrophe where a spreadsheet would compute it.
pub fn sheltered(text: &str) -> String {
    match is_computed(text) {
        true => format!("{MARK}{text}"),
        false => text.to_owned(),
    }
}

/// The text that was sheltered.
pub fn unsheltered(text: &str) -> &str {
    text.strip_prefix(MARK).filter(|rest| is_computed(rest)).unwrap_or(text)
}

/// Whether a spreadsheet would compute a text; behind the mark, one more is taken away by whoever reads it back.
fn is_computed(text: &str) -> bool {
    text.trim_start_matches(MARK).starts_with(SIGNS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_a_spreadsheet_would_compute_is_behind_the_mark_of_texts() {
        for (text, held) in [
            ("=1+1", "'=1+1"),
            ("-5 % de gaz", "'-5 % de gaz"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("＝A1", "'＝A1"),
            ("\t=1", "'\t=1"),
            ("'=1", "''=1"),
            ("l’an – 2025", "l’an – 2025"),
            ("'avant'", "'avant'"),
            ("", ""),
        ] {
            assert_eq!(sheltered(text), held);
        }
    }

    proptest! {
        #[test]
        fn the_true_text_comes_back(text in "['=+@a\\-\t ]{0,8}") {
            let held = sheltered(&text);
            prop_assert_eq!(unsheltered(&held), &text);
            prop_assert!(!held.starts_with(SIGNS));
        }
    }
}
