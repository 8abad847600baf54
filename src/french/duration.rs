//! How long, in months and days.

use super::plural;

/// A duration in words: `2 jours`, `1 mois et 2 jours`, `22 mois`; of nothing, `0 jour`.
pub fn duration(months: u32, days: u32) -> String {
    let (months, days) = (to_count(months), to_count(days));
    let spelt = (plural(months, "mois", "mois"), plural(days, "jour", "jours"));
    match (months, days) {
        (0, _) => spelt.1,
        (_, 0) => spelt.0,
        _ => format!("{} et {}", spelt.0, spelt.1),
    }
}

fn to_count(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_nothing_is_left_out() {
        assert_eq!(duration(0, 0), "0\u{A0}jour");
        assert_eq!(duration(0, 1), "1\u{A0}jour");
        assert_eq!(duration(22, 0), "22\u{A0}mois");
        assert_eq!(duration(1, 2), "1\u{A0}mois et 2\u{A0}jours");
    }
}
