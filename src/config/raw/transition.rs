//! The keys of `transition-budgetaire.yaml`: what the texts ask of the transition effect of investment, by exercice.

use crate::form::entry::entry;
use crate::form::kinds::Ascending;
use crate::form::scalars::{Day, Flag, Sentence, Whole, Year};

entry! {
    /// L’effet de l’investissement sur la transition écologique : les axes, et ce que chaque exercice regarde.
    TransitionFile, "transition-budgetaire.yaml" {
        /// Le texte, tel qu’imprimé.
        basis("fondement"): Sentence,
        /// Le jour où les textes ont été lus.
        read_on("lu_le"): Day,
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
        /// Les nomenclatures, par préfixe : M4 vaut pour M41, M43, M49…
        norms("nomenclatures"): Vec<Sentence>,
        /// Les comptes, par préfixe ; absent : toutes les dépenses réelles d’investissement.
        accounts("comptes"): Vec<Sentence> = Vec::new(),
        /// Ceux de ces comptes qui n’ont pas été relus dans le texte.
        unread("comptes_non_relus"): Vec<Sentence> = Vec::new(),
        /// true si les textes soumettent ce périmètre à une condition que le référentiel ne connaît pas.
        conditional("sous_condition"): Flag = false,
    }
}
