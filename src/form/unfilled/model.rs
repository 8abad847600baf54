//! What every version of `nouveau` wrote to be replaced: texts, targets, measures, credits, values, each by its hash.
//!
//! Nothing is ever taken out of the list: a project may have been begun with any version. Titles, definitions and rules
//! of indicators are not there: whoever keeps them makes them theirs.

use crate::french::name;
use crate::model::Fingerprint;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// As much of a SHA-256 as tells these texts from any other.
const LENGTH: usize = 16;

/// The last year of the values of the model.
const DATA_YEAR: i32 = 2025;
/// How many years after that of the model an edition is looked for.
const MOST_YEARS_ON: i32 = 10;

/// A hash, then what it is the hash of, for who maintains the list.
static MODEL: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    let lines = include_str!("model.txt").lines();
    lines.filter_map(|line| line.split_whitespace().next()).collect()
});

/// Whether a sentence is one of the model, whatever its accents, capitals, signs and spaces.
pub fn is_text(sentence: &str) -> bool {
    let name = name(sentence);
    !name.is_empty() && is_known(&name)
}

/// Whether a line of a table, or the keys of an entry, are of the model: its cells in their order.
pub fn is_line<T: AsRef<str>>(cells: &[T]) -> bool {
    let names: Vec<String> = cells.iter().map(|cell| name(cell.as_ref())).collect();
    is_known(&names.join("|"))
}

/// Whether the value of an indicator in a year is of the model.
///
/// A project begun for a later edition has the years of the model moved on together, by no more than its own last year.
pub fn is_value(indicator: &str, year: i32, number: f64, data_year: i32) -> bool {
    let most = (data_year - DATA_YEAR).clamp(0, MOST_YEARS_ON);
    (0..=most).any(|back| is_line(&[indicator, &(year - back).to_string(), &number.to_string()]))
}

fn is_known(text: &str) -> bool {
    let hash = Fingerprint::of(text.as_bytes()).to_string();
    MODEL.contains(&hash[..LENGTH])
}
