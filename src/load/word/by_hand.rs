//! What people make by hand where Word has a style: a title in bold, a list of typed dashes, a paragraph more of an item.
//!
//! The first two look like what they are to who sees them only: they are told. The third is read for what it is.

use super::lacks::Lack;
use super::noun::{Block, Paragraph, ParagraphKind, Run, What};
use super::reader::Reader;

/// Letters of a title: what is longer is a paragraph that insists.
const LONGEST_TITLE: usize = 100;
/// What one types before the items of a list.
const SIGNS: [char; 12] = ['-', '–', '—', '*', '•', '·', '‣', '▪', '◦', '●', '■', '→'];

/// Tells the titles and the lists of a text that are none to who hears it.
pub(super) fn tell(blocks: &[Block], reader: &mut Reader<'_, '_>) {
    let said: Vec<&Block> = blocks.iter().filter(|block| !is_empty(block)).collect();
    for (rank, block) in said.iter().enumerate() {
        let Some(paragraph) = plain(block) else { continue };
        let is_item = |other: Option<&&Block>| {
            let other = other.and_then(|block| plain(block));
            other.is_some_and(|paragraph| is_typed_item(&paragraph.words()))
        };
        let before = rank.checked_sub(1).and_then(|rank| said.get(rank));
        if is_typed_item(&paragraph.words()) && (is_item(before) || is_item(said.get(rank + 1))) {
            reader.met(Lack::TypedList, &paragraph.place, paragraph.words());
        } else if is_title(paragraph) && rank + 1 < said.len() {
            reader.met(Lack::BoldTitle, &paragraph.place, paragraph.words());
        }
    }
}

/// Makes a paragraph that stands under an item, apart from the margin as it is, a part of this item; empty lines part nothing.
pub(super) fn gather_items(blocks: &mut Vec<Block>) {
    blocks.retain(|block| !is_empty(block));
    let mut last = None;
    for block in blocks {
        let Block::Paragraph(paragraph) = block else {
            last = None;
            continue;
        };
        match (&paragraph.kind, &last) {
            (ParagraphKind::Item(item), _) => last = Some(item.clone()),
            (ParagraphKind::Plain, Some(item)) if paragraph.is_apart && !paragraph.words().trim().is_empty() => {
                let mut item = item.clone();
                item.goes_on = true;
                paragraph.kind = ParagraphKind::Item(item);
            }
            _ => last = None,
        }
    }
}

/// A paragraph without a style.
fn plain(block: &Block) -> Option<&Paragraph> {
    match block {
        Block::Paragraph(paragraph) if paragraph.kind == ParagraphKind::Plain => Some(paragraph),
        _ => None,
    }
}

fn is_empty(block: &Block) -> bool {
    let is_text = |run: &Run| matches!(run.what, What::Text(_) | What::Break);
    plain(block).is_some_and(|paragraph| paragraph.runs.iter().all(is_text) && paragraph.words().trim().is_empty())
}

/// Whether a paragraph is a short line in bold that ends no sentence, and calls nothing.
fn is_title(paragraph: &Paragraph) -> bool {
    let words = paragraph.words();
    let words = words.trim();
    let is_bold = paragraph.runs.iter().all(|run| match &run.what {
        What::Text(text) => run.voice.strong || text.trim().is_empty(),
        What::Break | What::Note(_) => true,
        What::Picture { .. } => false,
    });
    let ends = words.ends_with(['.', ';', ',', '!', '…', '»']);
    is_bold
        && !ends
        && !words.contains("{{")
        && words.contains(char::is_alphabetic)
        && words.chars().count() <= LONGEST_TITLE
}

/// Whether words begin as an item of a list that is typed: « - vélo », « 1) vélo », « a. vélo ».
fn is_typed_item(words: &str) -> bool {
    let Some((mark, rest)) = words.trim().split_once(char::is_whitespace) else {
        return false;
    };
    let mut letters = mark.chars();
    let is_sign = matches!((letters.next(), letters.next()), (Some(sign), None) if SIGNS.contains(&sign));
    let number = mark.strip_suffix(['.', ')', '°']);
    let is_number = number.is_some_and(|number| {
        let is_digits = (1..=2).contains(&number.len()) && number.bytes().all(|letter| letter.is_ascii_digit());
        is_digits || number.len() == 1 && number.bytes().all(|letter| letter.is_ascii_lowercase())
    });
    (is_sign || is_number) && !rest.trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_that_is_typed_is_known_by_its_signs() {
        for words in ["- vélo", "•\u{A0}vélo", "1. vélo", "12) vélo", "a) vélo", "– vélo"] {
            assert!(is_typed_item(words), "{words}");
        }
        for words in ["-vélo", "2026 fut", "A. Martin", "-", "- ", "12,5 % de", "le 3. mai"] {
            assert!(!is_typed_item(words), "{words}");
        }
    }
}
