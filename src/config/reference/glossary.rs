//! `glossaire.yaml`: the terms of the document and what they mean.

use super::{Around, ReferenceFile};
use crate::diagnostic::Diagnostics;
use crate::form::entry::entry;
use crate::form::scalars::Sentence;
use std::collections::BTreeMap;

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

impl ReferenceFile for GlossaryFile {
    const TEXT: &str = include_str!("../referentiels/glossaire.yaml");
    type Noun = BTreeMap<String, String>;

    fn noun(self, _: &Around<'_>, _: &mut Diagnostics) -> Self::Noun {
        self.terms
            .into_iter()
            .map(|entry| (entry.term, entry.definition))
            .collect()
    }
}
