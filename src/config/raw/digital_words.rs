//! The keys of the reference data of the digital strategy, `strategie-numerique.yaml`.

use crate::form::entry::entry;
use crate::form::scalars::{Day, Number, Sentence, Whole, Year};
use crate::form::words::Word;
use crate::model::{DigitalQuestion, LegalDeadline, Milestone, NeighbouringText, Perimeter, StepKind};

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
    DeadlineEntry => LegalDeadline, "l’échéance" {
        /// L’étape attendue.
        kind("etape"): Word<StepKind>,
        /// Le dernier jour.
        day("au_plus_tard"): Day,
        /// Le texte qui le dit.
        basis("fondement"): Sentence,
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
