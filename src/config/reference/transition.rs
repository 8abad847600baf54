//! `transition-budgetaire.yaml`: what the texts ask of the transition effect of investment, by exercice.

use super::read_when::read_by;
use super::texts::cited;
use super::{Around, ReferenceFile, require};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Placed};
use crate::form::entry::entry;
use crate::form::kinds::Ascending;
use crate::form::scalars::{Day, Flag, Sentence, Whole, Year};
use crate::model::{TransitionAxis, TransitionReference, TransitionScope};

/// Two scopes hold the same exercice, or one ends before it begins.
const IMPOSSIBLE_SCOPE: Code = Code("M083");

entry! {
    /// L’effet de l’investissement sur la transition écologique : les axes, et ce que chaque exercice regarde.
    TransitionFile, "transition-budgetaire.yaml" {
        /// Les textes.
        basis("fondement"): Vec<Placed<Sentence>>,
        /// Le jour où les textes ont été lus ; absent : ils ne l’ont pas été.
        read_on("lu_le"): Option<Placed<Day>>,
        /// Les six axes.
        axes("axes"): Vec<TransitionAxisEntry>,
        /// Ce qui est regardé, exercice par exercice.
        scopes("perimetres"): Vec<TransitionScopeEntry>,
    }
}

entry! {
    /// Un axe.
    TransitionAxisEntry, "l’axe" {
        /// Le numéro, de 1 à 6.
        number("numero"): Whole<1, 6, u8>,
        /// L’intitulé.
        title("titre"): Sentence,
        /// L’intitulé court.
        short("court"): Sentence,
    }
}

entry! {
    /// Ce qui est regardé d’un exercice à un autre.
    TransitionScopeEntry, "le périmètre" {
        /// Le premier exercice.
        from("de"): Year,
        /// Le dernier exercice ; absent : jusqu’à nouvel ordre.
        to("a"): Option<Year>,
        /// Les numéros des axes.
        axes("axes"): Ascending<Vec<Whole<1, 6, u8>>>,
        /// Les nomenclatures, par préfixe : M4 vaut pour M41, M43, M49, etc.
        norms("nomenclatures"): Vec<Sentence>,
        /// Les comptes, par préfixe ; absent : toutes les dépenses réelles d’investissement.
        accounts("comptes"): Vec<Sentence> = Vec::new(),
        /// Ceux de ces comptes qui n’ont pas été relus dans le texte.
        unread("comptes_non_relus"): Vec<Sentence> = Vec::new(),
        /// true si les textes soumettent ce périmètre à une condition que le référentiel ne connaît pas.
        conditional("sous_condition"): Flag = false,
    }
}

impl ReferenceFile for TransitionFile {
    const TEXT: &str = include_str!("../referentiels/transition-budgetaire.yaml");
    type Noun = TransitionReference;

    fn noun(self, around: &Around<'_>, diagnostics: &mut Diagnostics) -> Self::Noun {
        let axes = self.axes.into_iter().map(|entry| {
            let (title, short) = (entry.title, entry.short);
            (entry.number, TransitionAxis { title, short })
        });
        let mut reference = TransitionReference {
            basis: cited(self.basis, around.texts, diagnostics),
            read_on: self.read_on.and_then(|day| read_by(day, around.on, diagnostics)),
            axes: axes.collect(),
            scopes: Vec::new(),
        };
        require(reference.axes.len() == 6, &self.place, "les six axes", diagnostics);
        for entry in self.scopes {
            let scope = TransitionScope {
                from: entry.from,
                to: entry.to,
                axes: entry.axes,
                norms: entry.norms,
                accounts: entry.accounts,
                unread: entry.unread,
                conditional: entry.conditional,
            };
            let overlap = reference.scopes.iter().find(|other| overlaps(other, &scope));
            let message = match overlap {
                _ if scope.to.is_some_and(|last| last < scope.from) => {
                    format!("Ce périmètre finit avant d’avoir commencé, en {}.", scope.from)
                }
                Some(other) => format!(
                    "Deux périmètres valent pour le même exercice : celui qui commence en {} et celui-ci.",
                    other.from
                ),
                None => {
                    reference.scopes.push(scope);
                    continue;
                }
            };
            diagnostics.push(
                Diagnostic::error(IMPOSSIBLE_SCOPE, entry.place, message)
                    .help("Corrigez « de » et « a » : un exercice n’a qu’un périmètre."),
            );
        }
        reference.scopes.sort_by_key(|scope| scope.from);
        reference
    }
}

fn overlaps(one: &TransitionScope, other: &TransitionScope) -> bool {
    let ends = |scope: &TransitionScope| scope.to.unwrap_or(i32::MAX);
    one.from <= ends(other) && other.from <= ends(one)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Reference;
    use crate::form::entry::Entry;
    use std::sync::Arc;

    fn read(text: &str) -> (TransitionReference, Vec<String>) {
        let mut diagnostics = Diagnostics::default();
        let file =
            crate::form::reading::text::<TransitionFile>(TransitionFile::WHAT, &Arc::from(text), &mut diagnostics);
        let reference = file
            .content
            .unwrap()
            .noun(&Around::nobody(&Reference::embedded().texts), &mut diagnostics);
        let told = diagnostics.sorted().into_iter().map(|entry| entry.code.0.to_owned());
        (reference, told.collect())
    }

    #[test]
    fn each_exercice_has_the_scope_of_the_facts() {
        let (reference, told) = read(TransitionFile::TEXT);
        assert_eq!(told, Vec::<String>::new());
        assert_eq!(reference.scope_of(2023), None);
        let first = reference.scope_of(2024).unwrap();
        assert_eq!((first.accounts.len(), first.axes.as_slice()), (17, &[1][..]));
        assert!(first.takes_norm("M57") && !first.takes_norm("M49") && !first.takes_norm("M14"));
        assert!(first.takes_account("21312") && !first.takes_account("2188"));
        assert_eq!(first.unread_account("2315"), Some("2315"));
        assert_eq!(first.unread_account("2313"), None);
        for year in [2025, 2026] {
            let scope = reference.scope_of(year).unwrap();
            assert_eq!(scope.axes, [1, 6]);
            assert!(scope.takes_norm("M49") && scope.takes_account("2188") && !scope.conditional);
        }
        let later = reference.scope_of(2031).unwrap();
        assert!(later.axes == [1, 2, 3, 4, 5, 6] && later.conditional);
    }

    #[test]
    fn an_exercice_has_one_scope() {
        let axes: String = (1..=6)
            .map(|number| format!("  - {{numero: {number}, titre: a, court: b}}\n"))
            .collect();
        let scopes = "  - {de: 2024, a: 2025, axes: [1], nomenclatures: [M57]}\n  \
             - {de: 2025, axes: [1], nomenclatures: [M57]}\n  - {de: 2023, a: 2022, axes: [1], nomenclatures: [M57]}\n";
        let text = format!("fondement: [loi-2023-1322-191]\nlu_le: 2026-11-24\naxes:\n{axes}perimetres:\n{scopes}");
        let (reference, told) = read(&text);
        assert_eq!(told, ["M083", "M083"]);
        assert_eq!(reference.scopes.len(), 1);
    }
}
