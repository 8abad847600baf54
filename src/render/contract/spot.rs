//! Where a text stands in a file, in lines and columns.

use crate::diagnostic::Place;
use crate::render::templates::place_of;

/// The place of a byte of a template.
pub fn place(path: &str, text: &str, offset: usize) -> Place {
    let before = &text[..offset];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |start| start.chars().count()) + 1;
    let number = |count: usize| u32::try_from(count).unwrap_or_default();
    Place::line(place_of(path), number(line), number(column))
}

/// The first place where a name stands alone, and not as a part of a longer one.
pub fn standing(text: &str, name: &str) -> Option<usize> {
    let joins = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '.';
    let found = text.match_indices(name).find(|(start, _)| {
        let before = text[..*start].chars().next_back();
        let after = text[start + name.len()..].chars().next();
        !before.is_some_and(joins) && !after.is_some_and(|letter| letter.is_alphanumeric() || letter == '_')
    });
    found.map(|(start, _)| start)
}
