//! The marks that never leave the number they announce: `art. L. 2311-1-1`, `n° 8`.

use super::NO_BREAK_SPACE;

/// What announces a number or the letter of an article.
const MARKS: [&str; 8] = ["art.", "L.", "D.", "R.", "n°", "article", "articles", "loi"];

/// The text with these marks bound to the number or the letter that follows them.
pub fn bound(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(space) = rest.find(' ') {
        let (word, after) = (&rest[..space], &rest[space + 1..]);
        let mark = word.rsplit([NO_BREAK_SPACE, '’', '(']).next().unwrap_or(word);
        let number = after.starts_with(|letter: char| letter.is_ascii_digit());
        let letter = ["L.", "D.", "R.", "n°"].iter().any(|letter| after.starts_with(letter));
        written.push_str(word);
        written.push(if MARKS.contains(&mark) && (number || letter) {
            NO_BREAK_SPACE
        } else {
            ' '
        });
        rest = after;
    }
    written + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_stays_with_its_number() {
        let bound = |text: &str| super::bound(text).replace(NO_BREAK_SPACE, "~");
        assert_eq!(
            bound(
                "les articles L. 2311-1-1, D. 2311-15 et l’art. L. 110-1 (art. 35 de la loi n° 2021-1485 du 15 novembre)"
            ),
            "les articles~L.~2311-1-1, D.~2311-15 et l’art.~L.~110-1 (art.~35 de la loi~n°~2021-1485 du 15 novembre)"
        );
        assert_eq!(
            bound("Vu le Code, L. ou D. seuls"),
            "Vu le Code, L. ou~D. seuls".replace('~', " ")
        );
    }
}
