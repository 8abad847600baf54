//! What a column of a catalogue holds, and the shape of its cells.

use super::Line;
use crate::french::name;

/// A column of a catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Column {
    /// One value: `titre`.
    One(&'static str),
    /// One value as the spreadsheet shows it, `20 %` and not `20`; an empty cell keeps its place.
    Shown(&'static str),
    /// One value, and an empty cell is an empty text: `unite`.
    Blank(&'static str),
    /// Values cut by semicolons, by commas or by line breaks: `odd`.
    List(&'static str),
    /// A year, and its value where it has one: `reference`, « 2018 » or « 2018 = 62 000 ».
    Baseline,
    /// Years and their values: `cibles`, « 2030 = 43 000 (Plan climat) ; 2050 = 0 ».
    Targets,
    /// The value of one year: `cible_2030`, `paye_2024`; of the year of the line where the title says none.
    Yearly(&'static str, Option<i32>),
    /// Years, and a sentence for each: `revisions`, « 2023 = Factures rectifiées ».
    Reasons,
    /// A sign for each finalité: `finalites`, « 1 = + ; 3 = 0 ».
    Effects,
    /// The sign of one finalité: `finalite_1`.
    Effect(u8),
    /// A key inside another: `source_producteur`.
    Part(&'static str, &'static str),
    /// The values of a key inside another: `moyens_actions`.
    Parts(&'static str, &'static str),
}

impl Column {
    /// The key of the entry that the column fills.
    pub fn key(&self) -> &'static str {
        match self {
            Column::One(key)
            | Column::Shown(key)
            | Column::Blank(key)
            | Column::List(key)
            | Column::Part(key, _)
            | Column::Parts(key, _) => key,
            Column::Baseline => "reference",
            Column::Yearly(key, _) => key,
            Column::Targets => "cibles",
            Column::Reasons => "revisions",
            Column::Effects | Column::Effect(_) => "finalites",
        }
    }

    /// Whether other columns fill the same key.
    pub fn is_part(&self) -> bool {
        matches!(
            self,
            Column::Targets
                | Column::Yearly(..)
                | Column::Effects
                | Column::Effect(_)
                | Column::Part(..)
                | Column::Parts(..)
        )
    }
}

/// A title as it is compared: `Axe 1`, `axe_1` and `AXE1` are one.
pub fn squeezed(title: &str) -> String {
    name(title).replace('-', "")
}

/// Whether two titles are the same.
pub fn same(left: &str, right: &str) -> bool {
    squeezed(left) == squeezed(right)
}

/// The key, among these, that a title names.
pub fn among(title: &str, keys: &[&'static str]) -> Option<&'static str> {
    keys.iter().copied().find(|key| same(key, title))
}

/// The key that a title names, by itself or by another of its titles.
pub fn known<T: Line>(title: &str) -> Option<&'static str> {
    let alias = T::ALIASES.iter().find(|(alias, _)| same(alias, title));
    among(title, T::KEYS).or(alias.map(|(_, key)| *key))
}

/// The key, among these, that follows a prefix in a header: `source-producteur` gives `producteur`.
pub fn part(folded: &str, prefix: &str, keys: &[&'static str]) -> Option<&'static str> {
    among(folded.strip_prefix(prefix)?.trim_start_matches('-'), keys)
}

/// The number that follows a prefix in a header: `cible-2030` gives 2030.
pub fn number(folded: &str, prefix: &str) -> Option<i32> {
    let digits = folded.strip_prefix(prefix)?.trim_start_matches('-');
    digits
        .bytes()
        .all(|byte| byte.is_ascii_digit())
        .then(|| digits.parse().ok())?
}
