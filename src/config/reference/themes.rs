//! `themes-numeriques.yaml`: the six themes of the decree on the digital strategy.

use super::{Around, ReferenceFile, require};
use crate::diagnostic::Diagnostics;
use crate::form::entry::entry;
use crate::form::scalars::{Sentence, Whole};
use crate::model::Theme;
use std::collections::BTreeMap;

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

impl ReferenceFile for ThemesFile {
    const TEXT: &str = include_str!("../referentiels/themes-numeriques.yaml");
    type Noun = BTreeMap<u8, Theme>;

    fn noun(self, _: &Around<'_>, diagnostics: &mut Diagnostics) -> Self::Noun {
        let themes: BTreeMap<_, _> = self.themes.into_iter().map(|theme| (theme.number, theme)).collect();
        require(themes.len() == 6, &self.place, "les six thèmes du décret", diagnostics);
        themes
    }
}
