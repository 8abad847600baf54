//! `deliberation.yaml`: what the délibération says by kind of collectivité.

use super::texts::known;
use super::{Around, ReferenceFile};
use crate::diagnostic::{Diagnostics, Placed};
use crate::form::entry::entry;
use crate::form::scalars::Sentence;
use crate::form::words::Word;
use crate::model::{ActWording, CommunityType};
use std::collections::BTreeMap;

entry! {
    /// Ce que la délibération dit selon le type de collectivité.
    DeliberationFile, "deliberation.yaml" {
        /// Un bloc par groupe de types.
        regimes("regimes"): Vec<RegimeEntry>,
    }
}

entry! {
    /// L’assemblée et les visas d’un groupe de types de collectivité.
    RegimeEntry, "le régime" {
        /// Les types de collectivité concernés.
        kinds("types"): Vec<Word<CommunityType>>,
        /// Le nom de l’assemblée.
        assembly("organe"): Sentence,
        /// Le titre de qui signe.
        signatory("signataire"): Sentence,
        /// Les textes visés, dans l’ordre, chacun après « Vu ».
        visas("visas"): Vec<Placed<Sentence>>,
    }
}

impl ReferenceFile for DeliberationFile {
    const TEXT: &str = include_str!("../referentiels/deliberation.yaml");
    type Noun = BTreeMap<CommunityType, ActWording>;

    fn noun(self, around: &Around<'_>, diagnostics: &mut Diagnostics) -> Self::Noun {
        let mut wordings = BTreeMap::new();
        for regime in self.regimes {
            let wording = ActWording {
                assembly: regime.assembly,
                signatory: regime.signatory,
                visas: known(regime.visas, around.texts, diagnostics),
            };
            wordings.extend(regime.kinds.into_iter().map(|kind| (kind, wording.clone())));
        }
        wordings
    }
}
