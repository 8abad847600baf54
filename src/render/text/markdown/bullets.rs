//! The bullets that a word processor pastes (`•`, `·`, `‣`, the private ones of Wingdings) become the dashes of Markdown.
//!
//! A line keeps its length, so that what is told of it keeps its place.

use std::borrow::Cow;

/// Signs that are bullets at the beginning of a line, whatever follows.
const BULLETS: [char; 8] = ['•', '·', '‣', '▪', '◦', '●', '■', '\u{2043}'];
/// The private characters of the Symbol and Wingdings fonts.
const PRIVATE: std::ops::RangeInclusive<char> = '\u{F000}'..='\u{F0FF}';
/// Dashes, which are bullets where a tabulation follows them, or where a block begins.
const DASHES: [char; 2] = ['–', '—'];

/// The same text, its bullets written as Markdown writes them.
pub fn dashed(text: &str) -> Cow<'_, str> {
    if !text.contains(|letter| BULLETS.contains(&letter) || PRIVATE.contains(&letter) || DASHES.contains(&letter))
        && !text.contains("o\t")
    {
        return Cow::Borrowed(text);
    }
    let mut fenced = false;
    // Whether the next line begins a block, or goes on with a list.
    let mut open = true;
    let mut written = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let content = line.trim();
        fenced ^= content.starts_with("```") || content.starts_with("~~~");
        let item = content_of_item(line, open).filter(|_| !fenced);
        open = content.is_empty() || content.ends_with(':') || item.is_some();
        match item {
            None => written.push_str(line),
            Some((indent, item)) => {
                let (item, end) = match item.strip_suffix('\n') {
                    Some(item) => (item, "\n"),
                    None => (item, ""),
                };
                written.extend([indent, "- ", item]);
                let taken = indent.len() + 2 + item.len() + end.len();
                written.extend(std::iter::repeat_n('\t', line.len().saturating_sub(taken)));
                written.push_str(end);
            }
        }
    }
    Cow::Owned(written)
}

/// The indentation of a line that begins by a bullet, and what follows the bullet; none for any other line.
fn content_of_item(line: &str, open: bool) -> Option<(&str, &str)> {
    let bare = line.trim_start_matches([' ', '\t']);
    let indent = &line[..line.len() - bare.len()];
    let first = bare.chars().next()?;
    let after = &bare[first.len_utf8()..];
    let item = after.trim_start_matches([' ', '\t', '\u{A0}']);
    let apart = item.len() < after.len();
    let is_bullet = BULLETS.contains(&first)
        || PRIVATE.contains(&first)
        || DASHES.contains(&first) && (after.starts_with('\t') || open && apart)
        || first == 'o' && after.starts_with('\t');
    // A sign alone on its line, or two of them, are no item.
    (is_bullet && !item.trim().is_empty() && !item.starts_with(first)).then_some((indent, item))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bullets_of_a_word_processor_are_dashes_and_lines_keep_their_length() {
        for (text, expected) in [
            ("Priorités :\n•\tUne\n•\tDeux\n", "Priorités :\n- Une\n- Deux\n"),
            ("·Une\n‣ Deux", "- Une\n- Deux"),
            ("\u{F0B7}       Une\n  o\tSous", "- Une\n  - Sous"),
            ("Priorités :\n– Une\n– Deux", "Priorités :\n- Une\n- Deux"),
            ("–\tUne", "- Une"),
        ] {
            let dashed = dashed(text);
            assert_eq!(dashed.replace('\t', ""), expected, "{text}");
            let lengths = |text: &str| text.lines().map(str::len).collect::<Vec<_>>();
            assert_eq!(lengths(&dashed), lengths(text), "{text}");
        }
    }

    #[test]
    fn what_is_no_bullet_stays() {
        for text in [
            "le plan\n– adopté en 2024 – prévoit",
            "A • B",
            "```\n• code\n```",
            "oui\nor",
            "•\n",
            "–– fin",
        ] {
            assert_eq!(dashed(text), text);
        }
    }
}
