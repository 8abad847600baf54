//! How people call what has an identifier: by it, whatever its case and accents, or by a title that it alone has.
//!
//! It finds, and tells nothing: who reads a title in the place of an identifier says so.

use super::Identifier;
use crate::french::name;
use std::collections::{BTreeMap, BTreeSet};

/// What a name calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Called {
    /// Its identifier, perhaps with capitals or accents.
    Identifier(Identifier),
    /// Its title.
    Title(Identifier),
    /// One that is kept for its history: nothing of it is printed.
    Archived(Identifier),
}

/// The names of some entries; what two of them share names neither.
#[derive(Clone, Debug, Default)]
pub struct Names {
    known: BTreeSet<Identifier>,
    archived: BTreeSet<Identifier>,
    /// None for what several share.
    identifiers: BTreeMap<String, Option<Identifier>>,
    titles: BTreeMap<String, Option<Identifier>>,
}

impl Names {
    /// The names of these entries; one whose title is not known has an empty one.
    pub fn of<'a>(entries: impl IntoIterator<Item = (&'a Identifier, &'a str)>) -> Self {
        let mut names = Names::default();
        for (id, title) in entries {
            names.known.insert(id.clone());
            share(&mut names.identifiers, name(id.as_str()), id);
            if !title.trim().is_empty() {
                share(&mut names.titles, name(title), id);
            }
        }
        names
    }

    /// The same names, and identifiers of which nothing else is known.
    pub fn and<'a>(mut self, identifiers: impl IntoIterator<Item = &'a Identifier>) -> Self {
        for id in identifiers {
            self.known.insert(id.clone());
            share(&mut self.identifiers, name(id.as_str()), id);
        }
        self
    }

    /// The same names, and those of what is archived.
    pub fn with_archived<'a>(mut self, entries: impl IntoIterator<Item = (&'a Identifier, &'a str)>) -> Self {
        let archived = Names::of(entries);
        self.known.extend(archived.known.iter().cloned());
        // What is followed keeps its own title.
        archived.titles.into_iter().for_each(|(title, id)| {
            self.titles.entry(title).or_insert(id);
        });
        archived.identifiers.into_iter().for_each(|(name, id)| {
            self.identifiers.entry(name).or_insert(id);
        });
        self.archived = archived.known;
        self
    }

    /// What a text calls; none where it calls nothing, or several.
    pub fn find(&self, text: &str) -> Option<Called> {
        let called = self.among_all(text)?;
        Some(match self.archived.contains(called.id()) {
            true => Called::Archived(called.into_id()),
            false => called,
        })
    }

    fn among_all(&self, text: &str) -> Option<Called> {
        let exact = Identifier::parse(text).filter(|id| self.known.contains(id));
        if let Some(id) = exact {
            return Some(Called::Identifier(id));
        }
        let text = name(text);
        let identifier = self.identifiers.get(&text).cloned().flatten();
        let title = || self.titles.get(&text).cloned().flatten();
        identifier
            .map(Called::Identifier)
            .or_else(|| title().map(Called::Title))
    }

    /// What a text calls by an identifier: what a title is read for must be told.
    pub fn identifier(&self, text: &str) -> Option<Identifier> {
        match self.find(text)? {
            Called::Identifier(id) => Some(id),
            Called::Title(_) | Called::Archived(_) => None,
        }
    }

    pub fn identifiers(&self) -> impl Iterator<Item = &str> {
        let followed = self.known.difference(&self.archived);
        followed.map(Identifier::as_str)
    }
}

impl Called {
    pub fn id(&self) -> &Identifier {
        match self {
            Called::Identifier(id) | Called::Title(id) | Called::Archived(id) => id,
        }
    }

    pub fn into_id(self) -> Identifier {
        self.id().clone()
    }
}

fn share(names: &mut BTreeMap<String, Option<Identifier>>, name: String, id: &Identifier) {
    let owner = names.entry(name).or_insert_with(|| Some(id.clone()));
    if owner.as_ref() != Some(id) {
        *owner = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_called_by_its_identifier_however_written_or_by_its_own_title() {
        let id = |text: &str| Identifier::parse(text).unwrap();
        let (eau, air, gaz) = (id("eau-potable"), id("air"), id("gaz"));
        let names = Names::of([(&eau, "Eau distribuée"), (&air, "Mesure"), (&gaz, "Mesure")]);
        for text in ["eau-potable", "Eau-Potable", "EAU POTABLE", " eau_potable\u{200B}"] {
            assert_eq!(names.find(text), Some(Called::Identifier(eau.clone())), "{text}");
        }
        assert_eq!(names.find("Eau  distribuee"), Some(Called::Title(eau)));
        for text in ["mesure", "eau", ""] {
            assert_eq!(names.find(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_archived_is_known_as_such() {
        let id = |text: &str| Identifier::parse(text).unwrap();
        let (eau, old) = (id("eau"), id("eau-2015"));
        let names = Names::of([(&eau, "Eau")]).with_archived([(&old, "Eau")]);
        assert_eq!(names.find("EAU 2015"), Some(Called::Archived(old)));
        assert_eq!(names.find("Eau"), Some(Called::Identifier(eau)));
        assert_eq!(names.identifiers().collect::<Vec<_>>(), ["eau"]);
    }

    #[test]
    fn what_two_identifiers_share_names_neither_but_each_by_itself() {
        let id = |text: &str| Identifier::parse(text).unwrap();
        let names = Names::of([(&id("a-b"), ""), (&id("a--b"), "")]);
        assert_eq!(names.identifier("a--b"), Some(id("a--b")));
        assert_eq!(names.find("A-B"), None);
    }
}
