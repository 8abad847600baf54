//! A collectivité of the register: what is known of it, and what is not.
//!
//! Where it comes from and how it is found are in `register` and `sought`.

use super::siren::Siren;
use crate::form::entry::entry;
use crate::form::scalars::{Flag, Sentence, TextIfAny, Whole};
use crate::form::words::Word;
use crate::model::CommunityType;

entry! {
    /// Une collectivité du registre.
    noun Registered, "la collectivité du registre" {
        /// Le nom, les abréviations développées.
        name("nom"): Sentence,
        /// Le type, qui décide des textes cités.
        kind("type"): Word<CommunityType>,
        /// Le numéro SIREN, où la source le donne.
        siren("siren"): Option<Siren>,
        /// La population totale, où la source la donne.
        population("population"): Option<Whole<1, 100_000_000, u64>>,
        /// Le code officiel d’un département ou d’une région.
        code("code"): Option<TextIfAny>,
        /// Le département d’une commune dont une autre a le nom.
        department("departement"): Option<TextIfAny>,
        /// Une collectivité dont on n’a pas lu quels articles s’appliquent à elle.
        particular("statut_particulier"): Flag = false,
    }
}
