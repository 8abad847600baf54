//! Words put together: enumerations and counted nouns.

use super::{NO_BREAK_SPACE, number};

/// An enumeration: `a`, `a et b`, `a, b et c`; empty for nothing.
pub fn list<T: AsRef<str>>(items: &[T]) -> String {
    let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
    match items.split_last() {
        None => String::new(),
        Some((last, [])) => (*last).to_owned(),
        Some((last, others)) => format!("{} et {last}", others.join(", ")),
    }
}

/// A count and its noun, plural from two: `0 indicateur`, `1 indicateur`, `2 indicateurs`.
pub fn plural(count: usize, singular: &str, plural: &str) -> String {
    let noun = if count < 2 { singular } else { plural };
    format!("{}{NO_BREAK_SPACE}{noun}", number(count as f64, 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_of_a_list_is_joined_by_et() {
        assert_eq!(list::<&str>(&[]), "");
        assert_eq!(list(&["a"]), "a");
        assert_eq!(list(&["a", "b"]), "a et b");
        assert_eq!(list(&["a".to_owned(), "b".to_owned(), "c".to_owned()]), "a, b et c");
    }

    #[test]
    fn the_plural_begins_at_two() {
        assert_eq!(plural(0, "indicateur", "indicateurs"), "0\u{A0}indicateur");
        assert_eq!(plural(1, "indicateur", "indicateurs"), "1\u{A0}indicateur");
        assert_eq!(
            plural(1200, "indicateur", "indicateurs"),
            "1\u{202F}200\u{A0}indicateurs"
        );
    }
}
