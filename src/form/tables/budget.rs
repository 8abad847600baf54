//! The columns of budgets in tables: SCDL, the balance of the DGFiP, and what a finance software exports.
//!
//! Their names only: a budget is read whole or not at all, by `load`.

use crate::form::entry::entry;
use crate::form::scalars::Sentence;

entry! {
    /// Les montants d’un compte, exportés du logiciel financier.
    PlainColumns => headers, "la correspondance des colonnes" {
        /// Le compte par nature.
        nature("nature"): Option<Sentence>,
        /// Le chapitre.
        chapter("chapitre"): Option<Sentence>,
        /// La fonction.
        function("fonction"): Option<Sentence>,
        /// L’opération.
        operation("operation"): Option<Sentence>,
        /// La section : investissement (ou i), fonctionnement (ou exploitation, f).
        section("section"): Option<Sentence>,
        /// Le sens : dépense (ou d), recette (ou r).
        direction("sens"): Option<Sentence>,
        /// Le mouvement : réel (ou r, 0), ordre (ou o, 1).
        movement("mouvement"): Option<Sentence>,
        /// Le service gestionnaire.
        service("service"): Option<Sentence>,
        /// Le programme.
        programme("programme"): Option<Sentence>,
        /// L’autorisation de programme ou d’engagement.
        authorisation("autorisation"): Option<Sentence>,
        /// Le code analytique.
        analytic("code_analytique"): Option<Sentence>,
        /// Les dépenses, en euros, quand recettes et dépenses ont chacune leur colonne : votées, proposées (projet) ou réalisées (ca, cfu, balance), selon le rôle.
        expenses("depenses"): Option<Sentence>,
        /// Les recettes, de même.
        revenues("recettes"): Option<Sentence>,
        /// Le montant proposé, en euros.
        proposed("propose"): Option<Sentence>,
        /// Le montant voté, en euros.
        voted("vote"): Option<Sentence>,
        /// Les restes à réaliser reportés de l’année précédente, en euros.
        carried("report"): Option<Sentence>,
        /// Les crédits ouverts, en euros.
        open("ouvert"): Option<Sentence>,
        /// Le montant réalisé, en euros.
        realised("realise"): Option<Sentence>,
        /// Les restes à réaliser au 31 décembre, en euros.
        remaining("reste"): Option<Sentence>,
    }
}

entry! {
    /// Les montants d’un compte à une étape du budget, au format de SCDL.
    ScdlColumns => headers, "la ligne" {
        /// L’étape : budget primitif, supplémentaire, décision modificative, compte administratif, CFU (nécessaire).
        step("BGT_NATDEC"): Option<Sentence>,
        /// L’exercice (nécessaire).
        year("BGT_ANNEE"): Option<Sentence>,
        /// Le SIRET de l’établissement (nécessaire).
        siret("BGT_SIRET"): Option<Sentence>,
        /// Le nom de l’établissement.
        name("BGT_NOM"): Option<Sentence>,
        /// Le chapitre.
        chapter("BGT_CONTNAT"): Option<Sentence>,
        /// L’intitulé du chapitre, qui passe avant celui du plan de comptes.
        chapter_label("BGT_CONTNAT_LABEL"): Option<Sentence>,
        /// Le compte par nature (nécessaire).
        nature("BGT_NATURE"): Option<Sentence>,
        /// L’intitulé du compte, de même.
        nature_label("BGT_NATURE_LABEL"): Option<Sentence>,
        /// La fonction.
        function("BGT_FONCTION"): Option<Sentence>,
        /// L’intitulé de la fonction, de même.
        function_label("BGT_FONCTION_LABEL"): Option<Sentence>,
        /// L’opération.
        operation("BGT_OPERATION"): Option<Sentence>,
        /// La section : investissement (ou i), fonctionnement (ou exploitation, f).
        section("BGT_SECTION"): Option<Sentence>,
        /// Le mouvement : réel (ou r, 0), ordre (ou o, 1).
        movement("BGT_OPBUDG"): Option<Sentence>,
        /// Le sens : dépense (ou d), recette (ou r) (nécessaire).
        direction("BGT_CODRD"): Option<Sentence>,
        /// Si l’article est spécialisé.
        specialised("BGT_ARTSPE"): Option<Sentence>,
        /// Le budget précédent, en euros.
        previous("BGT_MTBUDGPREC"): Option<Sentence>,
        /// Les restes à réaliser reportés, en euros.
        carried("BGT_MTRARPREC"): Option<Sentence>,
        /// Les propositions nouvelles, en euros.
        proposed("BGT_MTPROPNOUV"): Option<Sentence>,
        /// Le montant voté, en euros.
        voted("BGT_MTPREV"): Option<Sentence>,
        /// Les crédits ouverts, en euros.
        open("BGT_CREDOUV"): Option<Sentence>,
        /// Le montant réalisé, en euros.
        realised("BGT_MTREAL"): Option<Sentence>,
        /// Les restes à réaliser au 31 décembre, en euros.
        remaining("BGT_MTRAR3112"): Option<Sentence>,
    }
}

entry! {
    /// Les opérations d’un compte, dans une balance de la DGFiP.
    BalanceColumns => headers, "la ligne" {
        /// L’exercice (nécessaire).
        year("EXER"): Option<Sentence>,
        /// Le SIRET de l’établissement (nécessaire).
        siret("IDENT"): Option<Sentence>,
        /// Le nom du budget.
        name("LBUDG"): Option<Sentence>,
        /// Le type de budget : 1 pour le budget principal, 2 ou 3 pour un budget annexe.
        part("CBUDG"): Option<Sentence>,
        /// La nomenclature.
        nomenclature("NOMEN"): Option<Sentence>,
        /// Le compte par nature (nécessaire).
        nature("COMPTE"): Option<Sentence>,
        /// La fonction.
        function("FONCTION"): Option<Sentence>,
        /// Les opérations budgétaires nettes au débit, en euros (nécessaire).
        spent("OBNETDEB"): Option<Sentence>,
        /// Les opérations budgétaires nettes au crédit, en euros (nécessaire).
        received("OBNETCRE"): Option<Sentence>,
        /// Les opérations d’ordre au débit, en euros (nécessaire).
        spent_order("OOBDEB"): Option<Sentence>,
        /// Les opérations d’ordre au crédit, en euros (nécessaire).
        received_order("OOBCRE"): Option<Sentence>,
    }
}
