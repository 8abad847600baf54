//! The keys of the reference data, `referentiels/*.yaml`.

use crate::form::entry::entry;
use crate::form::scalars::{Day, Flag, Sentence, Whole};
use crate::form::words::Word;
use crate::model::{CommunityType, LegalArticle, SustainableGoal, Theme};

entry! {
    /// Les cinq finalités de l’art. L. 110-1 III du code de l’environnement.
    FinalitiesFile, "finalites.yaml" {
        /// Les finalités, dans l’ordre de la loi.
        finalities("finalites"): Vec<FinalityEntry>,
    }
}

entry! {
    /// Une finalité.
    FinalityEntry, "la finalité" {
        /// Le rang dans la loi.
        number("numero"): Whole<1, 5>,
        /// L’intitulé de la loi.
        title("titre"): Sentence,
        /// L’intitulé court, pour les tableaux et les en-têtes.
        short("court"): Sentence,
        /// D’autres intitulés sous lesquels la reconnaître, dont les anciens.
        former("anciens"): Vec<Sentence> = Vec::new(),
    }
}

entry! {
    /// Les 17 objectifs de développement durable.
    GoalsFile, "odd.yaml" {
        /// Les objectifs, par numéro.
        goals("odd"): Vec<GoalEntry>,
    }
}

entry! {
    /// Un objectif de développement durable.
    GoalEntry => SustainableGoal, "l’objectif" {
        /// Le numéro, de 1 à 17.
        number("numero"): Whole<1, 17, u8>,
        /// Le nom court.
        name("nom"): Sentence,
    }
}

entry! {
    /// Les six thèmes du décret sur la stratégie numérique responsable.
    ThemesFile, "themes-numeriques.yaml" {
        /// Les thèmes, dans l’ordre du décret.
        themes("themes"): Vec<ThemeEntry>,
    }
}

entry! {
    /// Un thème du décret.
    ThemeEntry => Theme, "le thème" {
        /// Le numéro, de 1 à 6.
        number("numero"): Whole<1, 6, u8>,
        /// L’intitulé du décret.
        title("titre"): Sentence,
        /// L’intitulé court.
        short("court"): Sentence,
    }
}

entry! {
    /// Les textes applicables à chaque type de collectivité.
    LegalFile, "textes-legaux.yaml" {
        /// Un bloc par groupe de types que les mêmes textes régissent.
        regimes("regimes"): Vec<LegalEntry>,
    }
}

entry! {
    /// Les textes d’un groupe de types de collectivité.
    LegalEntry, "le régime" {
        /// Les types de collectivité concernés.
        kinds("types"): Vec<Word<CommunityType>>,
        /// Le rapport est dû au-delà de ce nombre d’habitants (strictement) ; absent : sans seuil.
        threshold("seuil"): Option<Whole<0, 100_000_000, u64>>,
        /// Si le bilan annuel de la stratégie numérique responsable est dans le rapport.
        digital_bilan("bilan_numerique"): Flag,
        /// Le jour où les textes ont été lus.
        read_on("lu_le"): Day,
        /// Les articles, dans l’ordre où le rapport les cite.
        articles("articles"): Vec<ArticleEntry>,
    }
}

entry! {
    /// Un article.
    ArticleEntry => LegalArticle, "l’article" {
        /// La référence, telle qu’imprimée.
        citation("citation"): Sentence,
        /// Ce qu’il dit, en une phrase.
        summary("resume"): Sentence,
    }
}

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
        /// Le texte qui l’attend.
        basis("fondement"): Sentence,
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
        /// Le texte qui l’attend d’eux.
        basis("fondement"): Sentence,
    }
}

entry! {
    /// Les termes du glossaire.
    GlossaryFile, "glossaire.yaml" {
        /// Les termes et leurs définitions.
        terms("glossaire"): Vec<GlossaryEntry>,
    }
}

entry! {
    /// Un terme.
    GlossaryEntry, "le terme" {
        /// Le terme ou le sigle.
        term("terme"): Sentence,
        /// Sa définition, en une ou deux phrases.
        definition("definition"): Sentence,
    }
}
