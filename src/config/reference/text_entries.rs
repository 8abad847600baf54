//! The declaration of `textes.yaml`: what an author may say of a text of the law; what becomes of it is `texts`.

use crate::diagnostic::Placed;
use crate::form::entry::entry;
use crate::form::scalars::{Day, Sentence, Year};
use crate::form::words::Word;
use crate::model::{Certainty, Collection, Numbering};

entry! {
    /// Les textes cités, avec la numérotation de leurs articles et qui les a lus.
    TextsFile, "textes.yaml" {
        /// Les codes et les lois dont des articles sont cités.
        collections("recueils"): Vec<CollectionEntry> = Vec::new(),
        /// Les textes ; ceux d’un projet complètent ou corrigent ceux du programme.
        texts("textes"): Vec<TextEntry>,
    }
}

entry! {
    /// Un code ou une loi.
    CollectionEntry => Collection, "le recueil" {
        /// Par lequel un texte le désigne.
        id("id"): Sentence,
        /// Son nom après « Vu », avec son article.
        visa("visa"): Sentence,
        /// Ce qui suit le numéro d’un article, par exemple « du CGCT ».
        citation("citation"): Sentence,
    }
}

entry! {
    /// Un texte.
    TextEntry, "le texte" {
        /// L’identifiant, par lequel les autres référentiels le désignent.
        id("id"): Placed<Sentence>,
        /// Le code ou la loi dont c’est un article.
        collection("recueil"): Option<Sentence>,
        /// Les numéros qu’a eus l’article, du plus ancien au dernier.
        numberings("numerotations"): Vec<NumberingEntry> = Vec::new(),
        /// Le numéro de l’article tel que le projet l’a lu ; absent : celui du programme.
        article("article"): Option<Sentence>,
        /// Pour un texte qui n’est pas un article : son nom après « Vu ».
        visa("visa"): Option<Sentence>,
        /// Pour un texte qui n’est pas un article : sa référence, telle qu’imprimée.
        citation("citation"): Option<Sentence>,
        /// Pour un texte qui n’est pas un article : à quel point il est sûr.
        certainty("certitude"): Option<Word<Certainty>>,
        /// Ce qu’il dit, en une phrase.
        summary("resume"): Option<Sentence>,
        /// Le jour où le projet l’a lu, tel qu’il est en vigueur.
        read_on("lu_le"): Option<Placed<Day>>,
        /// Le service qui l’a lu.
        read_by("lu_par"): Option<Sentence>,
    }
}

entry! {
    /// Un numéro de l’article.
    NumberingEntry => Numbering, "la numérotation" {
        /// Le numéro.
        article("article"): Sentence,
        /// Le dernier jour où c’est le numéro.
        until("jusqu_au"): Option<Day>,
        /// L’année de la copie qui a été lue.
        state("etat"): Option<Year>,
        /// À quel point il est sûr.
        certainty("certitude"): Word<Certainty>,
    }
}
