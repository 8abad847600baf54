//! Two texts, word by word: the words that went and those that came, run by run.

use super::TextChange;
use similar::{Algorithm, DiffTag, capture_diff_slices};

/// The change of a text; none where its words are the same.
pub fn change(name: &str, before: &str, after: &str) -> Option<TextChange> {
    let (then, now): (Vec<&str>, Vec<&str>) = (before.split_whitespace().collect(), after.split_whitespace().collect());
    if then == now {
        return None;
    }
    let mut change = TextChange {
        name: name.to_owned(),
        runs: Vec::new(),
        words_gone: 0,
        words_new: 0,
        is_whole: then.is_empty() || now.is_empty(),
    };
    for operation in capture_diff_slices(Algorithm::Myers, &then, &now) {
        if operation.tag() == DiffTag::Equal {
            continue;
        }
        let (gone, new) = (&then[operation.old_range()], &now[operation.new_range()]);
        change.words_gone += gone.len();
        change.words_new += new.len();
        change.runs.push((gone.join(" "), new.join(" ")));
    }
    Some(change)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_that_went_and_those_that_came_are_told_where_they_were() {
        let before = "L’eau a baissé de 3 % en 2025.\nLe plan vélo continue.";
        let after = "L’eau a baissé de 5 % en 2026. Le plan vélo est fini.";
        let change = change("edito", before, after).unwrap();
        let run = |gone: &str, new: &str| (gone.to_owned(), new.to_owned());
        assert_eq!(
            change.runs,
            [run("3", "5"), run("2025.", "2026."), run("continue.", "est fini.")]
        );
        assert_eq!((change.words_gone, change.words_new, change.is_whole), (3, 4, false));
    }

    #[test]
    fn spaces_make_no_change_and_a_new_text_is_whole() {
        assert_eq!(change("a", "un  mot\n", "un mot"), None);
        let new = change("a", "", "un mot").unwrap();
        assert!(new.is_whole && new.words_new == 2);
    }
}
