//! A text cut into paragraphs and items, then into sentences: as much of Markdown as it takes to compare words.

/// A paragraph, a heading, an item of a list or a row of a table, on one line.
pub struct Block {
    /// The line where it begins, from 0.
    pub line: usize,
    pub text: String,
    pub is_heading: bool,
}

/// The blocks of a text; lines that follow each other make one.
pub fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut open = false;
    for (line, written) in text.lines().enumerate() {
        let written = written.trim();
        let bare = without_marker(written);
        let begins = bare.len() < written.len() || written.starts_with('|');
        match blocks.last_mut().filter(|_| open && !begins) {
            Some(block) if !written.is_empty() => {
                block.text.push(' ');
                block.text.push_str(written);
            }
            _ if written.is_empty() => {}
            _ => blocks.push(Block {
                line,
                text: bare.to_owned(),
                is_heading: written.starts_with('#'),
            }),
        }
        open = !written.is_empty() && !written.starts_with(['#', '|']);
    }
    blocks
}

/// A line without what makes it an item, a heading or a quotation.
fn without_marker(line: &str) -> &str {
    let bare = line.trim_start_matches(['#', '>', '•', '·', '‣', '–']);
    let bare = match bare.strip_prefix(['-', '*', '+']) {
        Some(rest) if rest.starts_with(char::is_whitespace) => rest,
        _ => bare,
    };
    let digits = bare.trim_start_matches(|letter: char| letter.is_ascii_digit());
    match digits.strip_prefix(['.', ')']) {
        Some(rest) if digits.len() < bare.len() && rest.starts_with(' ') => rest.trim_start(),
        _ => bare.trim_start(),
    }
}

/// The sentences of a block; one ends at a point that a space follows, past what closes it.
pub fn sentences(block: &str) -> impl Iterator<Item = &str> {
    let mut rest = block;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (sentence, after) = rest.split_at(end(rest));
        rest = after;
        Some(sentence)
    })
}

fn end(text: &str) -> usize {
    let mut closing = false;
    for (at, letter) in text.char_indices() {
        match letter {
            '.' | '!' | '?' => closing = true,
            '*' | '_' | '»' | '”' | '"' | ')' | '\u{A0}' if closing => {}
            space if closing && space.is_whitespace() => return at,
            _ => closing = false,
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_make_paragraphs_and_each_item_is_its_own() {
        let text = "# Titre\nUn texte\nqui suit.\n\n- un\n- deux\n  encore\n\n| a | b |\n| 1 | 2 |\n12. douze";
        let found: Vec<(usize, String)> = blocks(text).into_iter().map(|block| (block.line, block.text)).collect();
        let expected = [
            (0, "Titre"),
            (1, "Un texte qui suit."),
            (4, "un"),
            (5, "deux encore"),
            (8, "| a | b |"),
            (9, "| 1 | 2 |"),
            (10, "douze"),
        ];
        assert_eq!(found, expected.map(|(line, text)| (line, text.to_owned())));
    }

    #[test]
    fn a_sentence_ends_past_what_closes_it() {
        let found: Vec<&str> = sentences("*Une.* Deux « fois.\u{a0}» 3.5 et {{ valeur(\"a\") }}.").collect();
        assert_eq!(
            found,
            ["*Une.*", " Deux « fois.\u{a0}»", " 3.5 et {{ valeur(\"a\") }}."]
        );
    }
}
