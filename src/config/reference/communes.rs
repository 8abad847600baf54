//! `communes.yaml`: the member communes of an intercommunalité, by which a value of a commune that is none of them is told.
//!
//! The program carries none: `nouveau` writes those of the collectivité that it begins a project for.

use super::{Around, ReferenceFile};
use crate::diagnostic::Diagnostics;
use crate::form::entry::entry;
use crate::form::scalars::{Sentence, Whole};
use crate::model::MemberCommune;

entry! {
    /// Les communes membres.
    CommunesFile, "communes.yaml" {
        /// Les communes ; une liste vide : rien n’est vérifié.
        communes("communes"): Vec<CommuneEntry> = Vec::new(),
    }
}

entry! {
    /// Une commune membre.
    CommuneEntry => MemberCommune, "la commune" {
        /// Le code officiel géographique, cinq caractères : 38185.
        code("code_insee"): Sentence,
        /// Le nom.
        name("nom"): Sentence,
        /// La population totale.
        population("population"): Option<Whole<0, 10_000_000, u64>>,
    }
}

impl ReferenceFile for CommunesFile {
    const TEXT: &str = include_str!("../referentiels/communes.yaml");
    type Noun = Vec<MemberCommune>;

    fn noun(self, _: &Around<'_>, _: &mut Diagnostics) -> Self::Noun {
        self.communes
    }
}
