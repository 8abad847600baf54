//! `textes-legaux.yaml`: the articles that bind each kind of collectivité.

use super::texts::known;
use super::{Around, ReferenceFile, require};
use crate::diagnostic::{Diagnostics, Placed};
use crate::form::entry::entry;
use crate::form::scalars::{Flag, Sentence, Whole};
use crate::form::words::Word;
use crate::model::{CommunityType, LegalBasis};
use std::collections::BTreeMap;

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
        /// Les textes, dans l’ordre où le rapport les cite.
        texts("textes"): Vec<Placed<Sentence>>,
    }
}

impl ReferenceFile for LegalFile {
    const TEXT: &str = include_str!("../referentiels/textes-legaux.yaml");
    type Noun = BTreeMap<CommunityType, LegalBasis>;

    fn noun(self, around: &Around<'_>, diagnostics: &mut Diagnostics) -> Self::Noun {
        let mut legal = BTreeMap::new();
        for regime in self.regimes {
            let basis = LegalBasis {
                texts: known(regime.texts, around.texts, diagnostics),
                threshold: regime.threshold,
                digital_bilan: regime.digital_bilan,
            };
            legal.extend(regime.kinds.into_iter().map(|kind| (kind, basis.clone())));
        }
        let complete = legal.len() == CommunityType::ALL.len();
        require(complete, &self.place, "tous les types de collectivité", diagnostics);
        legal
    }
}
