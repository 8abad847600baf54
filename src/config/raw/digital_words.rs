//! The keys of the reference data of the digital strategy, `strategie-numerique.yaml`.

use crate::config::entry::entry;
use crate::config::scalars::{Day, Sentence, Whole};
use crate::config::words::Word;
use crate::model::{DigitalQuestion, Perimeter, StepKind};

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
        number("numero"): Whole<1, 5>,
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
        /// Le texte qui le dit.
        basis("fondement"): Sentence,
    }
}
