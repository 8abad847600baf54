//! The keys of the délibération in `rapport.yaml`, all optional.

use crate::diagnostic::Placed;
use crate::form::entry::entry;
use crate::form::scalars::{Day, Flag, Sentence, Whole, Year};

/// A number of members of the assembly, or of votes.
pub type Members = Whole<0, 10_000, u32>;

entry! {
    /// La délibération qui prend acte du rapport ; ce qui n’est pas écrit est imprimé « à compléter ».
    DeliberationEntry, "la délibération" {
        /// Le numéro de la délibération.
        number("numero"): Option<Sentence>,
        /// Le jour de la séance (AAAA-MM-JJ) ; par défaut « presentation » du calendrier.
        session("seance"): Option<Placed<Day>>,
        /// L’heure d’ouverture, telle qu’imprimée, par exemple « dix heures ».
        hour("heure"): Option<Sentence>,
        /// Le lieu de la séance.
        venue("lieu"): Option<Sentence>,
        /// Le jour de la convocation ; par défaut « envoi_convocation » du calendrier.
        convocation("convocation"): Option<Placed<Day>>,
        /// Qui préside la séance, avec son titre.
        presidency("presidence"): Option<Sentence>,
        /// Qui donne lecture du rapport, avec son titre.
        rapporteur("rapporteur"): Option<Sentence>,
        /// Le secrétaire de séance.
        secretary("secretaire"): Option<Sentence>,
        /// L’assemblée, par exemple « Conseil métropolitain » ; par défaut selon le type de collectivité.
        assembly("organe"): Option<Sentence>,
        /// Le titre de qui signe, par exemple « La Présidente » ; par défaut selon le type de collectivité.
        signatory("signataire"): Option<Sentence>,
        /// L’objet ; par défaut le titre et l’édition du rapport.
        object("objet"): Option<Sentence>,
        /// La commission qui a examiné le rapport.
        commission("commission"): Option<CommissionEntry>,
        /// La délibération qui a adopté la stratégie numérique responsable, par exemple « n° 12 du 20 décembre 2024 ».
        strategy_adoption("adoption_strategie"): Option<Sentence>,
        /// Le nombre de membres en exercice.
        seats("effectif"): Option<Placed<Members>>,
        /// Le nombre de présents.
        present("presents"): Option<Placed<Members>>,
        /// Le nombre d’absents qui ont donné pouvoir.
        proxies("pouvoirs"): Option<Placed<Members>>,
        /// Le nombre d’absents qui n’ont pas donné pouvoir.
        absent("absents"): Option<Placed<Members>>,
        /// Les noms des présents, tels qu’imprimés.
        present_names("noms_presents"): Option<Sentence>,
        /// Les pouvoirs, qui donne à qui, tels qu’imprimés.
        proxy_names("noms_pouvoirs"): Option<Sentence>,
        /// Les noms des absents, tels qu’imprimés.
        absent_names("noms_absents"): Option<Sentence>,
        /// Le nombre de votants, s’il n’est pas celui des présents et des pouvoirs.
        voting("votants"): Option<Placed<Members>>,
        /// Le vote, groupe par groupe, quand il y en a un ; « prend acte » n’en demande pas.
        votes("votes"): Vec<VoteEntry> = Vec::new(),
        /// Le numéro SIRET de la collectivité, quatorze chiffres entre guillemets.
        siret("siret"): Option<Placed<String>>,
        /// La matière de l’acte, pour la publication en données ouvertes.
        subject("matiere"): Option<SubjectEntry>,
        /// Le budget, pour la publication en données ouvertes.
        budget("budget"): Option<ActBudgetEntry>,
        /// La transmission à la préfecture.
        prefecture("prefecture"): Option<PrefectureEntry>,
        /// L’adresse où la délibération est en ligne.
        url("url"): Option<Placed<String>>,
        /// true si ces mentions sont inventées pour une démonstration.
        example("exemple"): Flag = false,
    }
}

entry! {
    /// La commission.
    CommissionEntry, "la commission" {
        /// Son nom, après « la commission ».
        name("nom"): Sentence,
        /// Le jour où elle s’est réunie.
        date("date"): Option<Placed<Day>>,
    }
}

entry! {
    /// Le vote d’un groupe.
    VoteEntry, "le vote" {
        /// Le nom du groupe.
        group("groupe"): Sentence,
        /// Le nombre de votants du groupe ; vérifié quand il est donné.
        voting("votants"): Option<Placed<Members>>,
        /// Les voix pour.
        favour("pour"): Placed<Members>,
        /// Les voix contre.
        against("contre"): Placed<Members>,
        /// Les abstentions, qui ne sont pas des suffrages exprimés.
        abstentions("abstentions"): Placed<Members>,
    }
}

entry! {
    /// La matière de l’acte.
    SubjectEntry, "la matière" {
        /// Le code de la nomenclature des actes, par exemple "7.1" entre guillemets.
        code("code"): Placed<String>,
        /// L’intitulé de la matière.
        name("nom"): Sentence,
    }
}

entry! {
    /// Le budget auquel l’acte se rapporte.
    ActBudgetEntry, "le budget de l’acte" {
        /// L’année.
        year("annee"): Year,
        /// Le nom du budget.
        name("nom"): Option<Sentence>,
    }
}

entry! {
    /// La transmission à la préfecture.
    PrefectureEntry, "la transmission" {
        /// L’identifiant de l’accusé de réception.
        id("id"): Sentence,
        /// Le jour de la réception.
        date("date"): Option<Placed<Day>>,
    }
}
