//! `controle-legal.yaml`: what the texts require of the report, element by element.

use super::texts::cited;
use super::{Around, ReferenceFile, require};
use crate::diagnostic::{Diagnostics, Placed};
use crate::form::entry::{Entry, entry};
use crate::form::reading::text;
use crate::form::scalars::Sentence;
use crate::form::words::Word;
use crate::model::{ChecklistItem, CommunityType};

entry! {
    /// La grille de contrôle du contenu attendu.
    ChecklistFile, "controle-legal.yaml" {
        /// Les éléments C1 à C8.
        checklist("controle"): Vec<ChecklistEntry>,
    }
}

entry! {
    /// Un élément attendu.
    ChecklistEntry, "l’élément" {
        /// Le code, C1 à C8.
        code("code"): Sentence,
        /// L’élément attendu.
        element("element"): Sentence,
        /// Les textes qui l’attendent.
        basis("fondement"): Vec<Placed<Sentence>>,
        /// Le texte qui l’attend de certains types de collectivité, quand c’en est un autre.
        other_bases("autres_fondements"): Vec<BasisEntry> = Vec::new(),
        /// Ce que le programme regarde pour dire couvert, partiel ou absent.
        criterion("critere"): Sentence,
    }
}

entry! {
    /// Le texte qui attend un élément de certains types de collectivité.
    BasisEntry, "le fondement" {
        /// Les types de collectivité concernés.
        kinds("types"): Vec<Word<CommunityType>>,
        /// Les textes qui l’attendent d’eux.
        basis("fondement"): Vec<Placed<Sentence>>,
    }
}

impl ReferenceFile for ChecklistFile {
    const TEXT: &str = include_str!("../referentiels/controle-legal.yaml");
    type Noun = Vec<ChecklistItem>;

    fn noun(self, around: &Around<'_>, diagnostics: &mut Diagnostics) -> Self::Noun {
        let items = self.checklist.into_iter().map(|entry| ChecklistItem {
            code: entry.code,
            element: entry.element,
            basis: cited(
                basis(entry.basis, entry.other_bases, around.kind),
                around.texts,
                diagnostics,
            ),
            criterion: entry.criterion,
        });
        let items: Vec<_> = items.collect();
        let known = known();
        let complete = items.iter().map(|item| &item.code).eq(&known);
        let ends = known.first().zip(known.last());
        let (first, last) = ends.map_or(("", ""), |(first, last)| (first, last));
        let what = format!("les éléments {first} à {last}, dans l’ordre");
        require(complete, &self.place, &what, diagnostics);
        items
    }
}

/// The codes of the elements that the program checks, in the order of its own file.
fn known() -> Vec<String> {
    let own = text::<ChecklistFile>(
        ChecklistFile::WHAT,
        &ChecklistFile::TEXT.into(),
        &mut Diagnostics::default(),
    );
    let elements = own.content.into_iter().flat_map(|file| file.checklist);
    elements.map(|entry| entry.code).collect()
}

/// The basis of an element for a kind of collectivité: its own, or the general one.
fn basis(general: Vec<Placed<String>>, others: Vec<BasisEntry>, kind: Option<CommunityType>) -> Vec<Placed<String>> {
    let binds = |entry: &BasisEntry| entry.kinds.iter().any(|word| Some(*word) == kind);
    others.into_iter().find(binds).map_or(general, |entry| entry.basis)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Reference;

    fn faults(yaml: &str) -> Vec<String> {
        let mut diagnostics = Diagnostics::default();
        let file = text::<ChecklistFile>(ChecklistFile::WHAT, &yaml.into(), &mut diagnostics);
        file.content
            .unwrap()
            .noun(&Around::nobody(&Reference::embedded().texts), &mut diagnostics);
        diagnostics.sorted().iter().map(|told| told.message.clone()).collect()
    }

    #[test]
    fn an_override_has_the_elements_of_the_program_in_their_order() {
        assert_eq!(faults(ChecklistFile::TEXT), Vec::<String>::new());
        let without_one = ChecklistFile::TEXT.replacen("code: C2", "code: C3", 1);
        let told = faults(&without_one);
        assert!(told.len() == 1 && told[0].contains("C1 à C8"), "{told:?}");
    }
}
