//! What `rapport.yaml` says of the open data of the edition, under `donnees_ouvertes`: where they will be, under which licence.
//!
//! Nothing is sent: the address is written in the description that a portal reads, and never opened.

use crate::diagnostic::{Code, Diagnostics, Placed};
use crate::form::document::Node;
use crate::form::entry::{FromYaml, entry};
use crate::form::scalars::same_schema;
use crate::form::words::{Vocabulary, Word};

/// An address that no browser opens.
const ADDRESS: Code = Code("M099");

entry! {
    /// La publication des données en données ouvertes.
    noun OpenDataSettings, "les données ouvertes" {
        /// L’adresse du dossier en ligne qui recevra le contenu de donnees/ : https://…/2026/donnees/.
        address("adresse"): Option<WebAddress>,
        /// La licence de réutilisation : licence-ouverte ou odbl.
        licence("licence"): Option<Word<Licence>>,
    }
}

/// The licences of reuse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Licence {
    /// Licence Ouverte 2.0 (Etalab).
    Open,
    /// Open Database License 1.0.
    Database,
}

impl Licence {
    /// Its name in data packages (the identifiers of SPDX).
    pub fn name(self) -> &'static str {
        match self {
            Licence::Open => "etalab-2.0",
            Licence::Database => "ODbL-1.0",
        }
    }

    pub fn title(self) -> &'static str {
        match self {
            Licence::Open => "Licence Ouverte / Open Licence version 2.0",
            Licence::Database => "Open Data Commons Open Database License 1.0",
        }
    }

    pub fn address(self) -> &'static str {
        match self {
            Licence::Open => "https://www.etalab.gouv.fr/licence-ouverte-open-licence",
            Licence::Database => "https://opendatacommons.org/licenses/odbl/1-0/",
        }
    }
}

impl Vocabulary for Licence {
    const WHAT: &str = "une licence";
    fn words() -> Vec<(Self, Vec<&'static str>)> {
        vec![
            (Licence::Open, vec!["licence-ouverte"]),
            (Licence::Database, vec!["odbl"]),
        ]
    }
}

/// The address of a folder on the web; it ends with `/`.
pub enum WebAddress {}

impl FromYaml for WebAddress {
    type Value = String;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<String> {
        let address = Placed::<String>::from_yaml(node, diagnostics)?;
        let text = address.value.trim();
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let sound = rest.is_some_and(|rest| {
            let host = rest.split('/').next().unwrap_or_default();
            host.contains('.')
                && !rest.contains(|letter: char| letter.is_whitespace() || "<>\"{}|\\^`?#".contains(letter))
        });
        if !sound {
            let message = format!("« {text} » n’est pas l’adresse d’un dossier sur le web.");
            let help = "Écrivez-la comme dans un navigateur, sans « ? » ni « # » : https://data.exemple.fr/rsdd/2026/donnees/.";
            diagnostics.push(address.error(ADDRESS, message).help(help));
            return None;
        }
        Some(format!("{}/", text.trim_end_matches('/')))
    }
}

same_schema!(WebAddress, String);

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    #[test]
    fn an_address_is_one_of_a_folder_on_the_web() {
        let read = |text: &str| {
            let mut diagnostics = Diagnostics::default();
            let written = Arc::from(format!("adresse: \"{text}\"\n"));
            let reading = crate::form::reading::text::<OpenDataSettings>("rapport.yaml", &written, &mut diagnostics);
            (
                reading.content.and_then(|settings| settings.address),
                diagnostics.sorted().len(),
            )
        };
        assert_eq!(
            read("https://data.exemple.fr/2026"),
            (Some("https://data.exemple.fr/2026/".to_owned()), 0)
        );
        for wrong in [
            "data.exemple.fr/2026",
            "https://data exemple.fr",
            "https://a.fr/?x=1",
            "https://localhost",
        ] {
            assert_eq!(read(wrong), (None, 1), "{wrong}");
        }
    }
}
