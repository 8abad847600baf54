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

/// Ascending years with their runs: `2011 à 2018, 2020`.
pub fn years(years: &[i32]) -> String {
    let mut runs: Vec<(i32, i32)> = Vec::new();
    for &year in years {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == year => *last = year,
            _ => runs.push((year, year)),
        }
    }
    runs.iter()
        .map(|&(first, last)| match last - first {
            0 => first.to_string(),
            1 => format!("{first}, {last}"),
            _ => format!("{first} à {last}"),
        })
        .collect::<Vec<_>>()
        .join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_gathered_in_runs() {
        assert_eq!(
            years(&[2011, 2012, 2013, 2015, 2018, 2019]),
            "2011 à 2013, 2015, 2018, 2019"
        );
        assert_eq!(years(&[]), "");
    }

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
