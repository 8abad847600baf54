//! `themes-numeriques.yaml`: the six themes of the decree on the digital strategy.

use super::{Around, ReferenceFile, require};
use crate::diagnostic::Diagnostics;
use crate::form::closed::ranked;
use crate::form::document::Node;
use crate::form::entry::{FromYaml, entry};
use crate::form::reading::text;
use crate::form::scalars::{Sentence, Whole, same_schema};
use crate::french::{list, name};
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

/// What stands under the theme of an entry: its number, or words that one title alone has.
pub enum ThemeNumber {}

impl FromYaml for ThemeNumber {
    type Value = u8;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<u8> {
        let mark = diagnostics.mark();
        let titles = titles();
        let text = node.text().unwrap_or_default();
        let (rank, sought) = match ranked(text) {
            Some((rank, words)) => (Some(rank), words),
            None => (None, name(text)),
        };
        let has = |(number, title, short): &&(u8, String, String)| {
            let is_its_own = rank.is_none_or(|rank| rank == i64::from(*number));
            is_its_own && [title, short].iter().any(|title| name(title).contains(&sought))
        };
        if sought.chars().any(char::is_alphabetic)
            && let [(number, ..)] = titles.iter().filter(has).collect::<Vec<_>>()[..]
        {
            return Some(*number);
        }
        let number = Whole::<1, 6, u8>::from_yaml(node, diagnostics);
        let named: Vec<String> = titles
            .iter()
            .map(|(number, _, short)| format!("{number} ({short})"))
            .collect();
        for fault in diagnostics.since(mark) {
            fault.help = format!("Écrivez le numéro d’un des six thèmes : {}.", list(&named));
        }
        number
    }
}

same_schema!(ThemeNumber, Whole<1, 6, u8>);

/// The number, the title and the short title of each, as the program knows them.
fn titles() -> Vec<(u8, String, String)> {
    let path = "(programme)/themes-numeriques.yaml";
    let file: Option<ThemesFile> = text(path, &ThemesFile::TEXT.into(), &mut Diagnostics::default()).content;
    let themes = file.map(|file| file.themes).unwrap_or_default();
    themes
        .into_iter()
        .map(|theme| (theme.number, theme.title, theme.short))
        .collect()
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
