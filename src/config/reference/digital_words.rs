//! `strategie-numerique.yaml`: the words, the deadlines and the neighbouring texts of the digital strategy.

use super::texts::cited;
use super::{Around, ReferenceFile, require};
use crate::diagnostic::{Diagnostics, Placed};
use crate::form::entry::entry;
use crate::form::scalars::{Day, Number, Sentence, Whole, Year};
use crate::form::words::Word;
use crate::model::{
    DigitalQuestion, DigitalReference, DigitalWording, LegalDeadline, Milestone, NeighbouringText, Perimeter, StepKind,
};

entry! {
    /// Les périmètres, les questions, les priorités et les échéances de la stratégie numérique responsable.
    DigitalWordsFile, "strategie-numerique.yaml" {
        /// Les trois périmètres.
        perimeters("perimetres"): Vec<PerimeterWordEntry>,
        /// Les trois questions posées à côté de l’empreinte.
        questions("questions"): Vec<QuestionWordEntry>,
        /// Les cinq priorités du Manifeste.
        priorities("priorites"): Vec<PriorityWordEntry>,
        /// Ce que la loi demandait, et pour quand.
        deadlines("echeances"): Vec<DeadlineEntry>,
        /// Les textes voisins, imprimés à côté du bilan comme des faits.
        neighbours("textes_voisins"): Vec<NeighbourEntry> = Vec::new(),
    }
}

entry! {
    /// Un périmètre.
    PerimeterWordEntry, "le périmètre" {
        /// collectivite, bloc-communal ou territoire.
        key("cle"): Word<Perimeter>,
        /// L’intitulé.
        title("titre"): Sentence,
        /// L’intitulé court, pour les tableaux.
        short("court"): Sentence,
    }
}

entry! {
    /// Une question.
    QuestionWordEntry, "la question" {
        /// inclusion, confiance ou transition.
        key("cle"): Word<DigitalQuestion>,
        /// L’intitulé.
        title("titre"): Sentence,
        /// L’intitulé court.
        short("court"): Sentence,
    }
}

entry! {
    /// Une priorité du Manifeste.
    PriorityWordEntry, "la priorité" {
        /// Le numéro, de 1 à 5.
        number("numero"): Whole<1, 5, u8>,
        /// L’intitulé.
        title("titre"): Sentence,
        /// L’intitulé court.
        short("court"): Sentence,
    }
}

entry! {
    /// Une échéance de la loi.
    DeadlineEntry, "l’échéance" {
        /// L’étape attendue.
        kind("etape"): Word<StepKind>,
        /// Le dernier jour.
        day("au_plus_tard"): Day,
        /// Les textes qui le disent.
        basis("fondement"): Vec<Placed<Sentence>>,
    }
}

entry! {
    /// Un texte voisin du bilan.
    NeighbourEntry => NeighbouringText, "le texte voisin" {
        /// Ce qu’il vise.
        title("titre"): Sentence,
        /// Le texte qui le dit.
        basis("fondement"): Sentence,
        /// Ce qu’il faut savoir de la lecture qui en a été faite.
        caution("precaution"): Sentence = String::new(),
        /// Ce qui est mesuré, avec son unité.
        measure("mesure"): Sentence = String::new(),
        /// Les paliers, par année.
        milestones("paliers"): Vec<MilestoneEntry> = Vec::new(),
    }
}

entry! {
    /// Un palier.
    MilestoneEntry => Milestone, "le palier" {
        /// L’année.
        year("annee"): Year,
        /// La valeur.
        value("valeur"): Number,
    }
}

impl ReferenceFile for DigitalWordsFile {
    const TEXT: &str = include_str!("../referentiels/strategie-numerique.yaml");
    type Noun = DigitalReference;

    fn noun(self, around: &Around<'_>, diagnostics: &mut Diagnostics) -> Self::Noun {
        let wording = |title: String, short: String| DigitalWording { title, short };
        let perimeters = self.perimeters.into_iter();
        let questions = self.questions.into_iter();
        let priorities = self.priorities.into_iter();
        let mut digital = DigitalReference {
            perimeters: perimeters
                .map(|entry| (entry.key, wording(entry.title, entry.short)))
                .collect(),
            questions: questions
                .map(|entry| (entry.key, wording(entry.title, entry.short)))
                .collect(),
            priorities: priorities
                .map(|entry| (entry.number, wording(entry.title, entry.short)))
                .collect(),
            deadlines: self
                .deadlines
                .into_iter()
                .map(|entry| LegalDeadline {
                    kind: entry.kind,
                    day: entry.day,
                    basis: cited(entry.basis, around.texts, diagnostics),
                })
                .collect(),
            neighbours: self.neighbours,
        };
        for text in &mut digital.neighbours {
            text.milestones.sort_by_key(|milestone| milestone.year);
        }
        let complete = digital.perimeters.len() == Perimeter::ALL.len()
            && digital.questions.len() == DigitalQuestion::ALL.len()
            && digital.priorities.len() == 5;
        let what = "les trois périmètres, les trois questions et les cinq priorités";
        require(complete, &self.place, what, diagnostics);
        digital
    }
}
