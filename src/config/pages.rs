//! The pages that the author adds to the report, as `rapport.yaml` says them under `pages`.
//!
//! A page is a text of `data/textes/` with a title and a place among the parts; whether the text is there, `assess` says.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Placed};
use crate::form::entry::entry;
use crate::form::scalars::Sentence;
use crate::form::words::{Vocabulary, Word};

/// A page of the author that would be printed twice.
const TWICE: Code = Code("M078");

entry! {
    /// Une page à vous, entre deux parties du rapport.
    PageEntry, "la page" {
        /// Le nom de son texte dans data/textes/, sans .docx ni .md.
        text("texte"): Placed<Sentence>,
        /// Son titre, repris au sommaire.
        title("titre"): Sentence,
        /// La partie après laquelle elle vient.
        after("apres"): Word<PagePlace>,
    }
}

/// A page of the author.
#[derive(Clone, Debug)]
pub struct OwnPage {
    /// The name of its text.
    pub slot: Placed<String>,
    pub title: String,
    pub after: PagePlace,
}

/// The parts after which a page of the author may come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PagePlace {
    Editorial,
    Dashboard,
    Finalities,
    Digital,
    Budget,
    Orientations,
}

impl PagePlace {
    pub const ALL: [PagePlace; 6] = [
        PagePlace::Editorial,
        PagePlace::Dashboard,
        PagePlace::Finalities,
        PagePlace::Digital,
        PagePlace::Budget,
        PagePlace::Orientations,
    ];

    pub fn key(self) -> &'static str {
        match self {
            PagePlace::Editorial => "edito",
            PagePlace::Dashboard => "tableau-de-bord",
            PagePlace::Finalities => "finalites",
            PagePlace::Digital => "numerique",
            PagePlace::Budget => "budget",
            PagePlace::Orientations => "orientations",
        }
    }
}

impl Vocabulary for PagePlace {
    const WHAT: &str = "une partie du rapport";
    fn words() -> Vec<(Self, Vec<&'static str>)> {
        PagePlace::ALL.iter().map(|place| (*place, vec![place.key()])).collect()
    }
}

/// The pages, each of a text of its own.
pub(super) fn pages(raw: Vec<PageEntry>, diagnostics: &mut Diagnostics) -> Vec<OwnPage> {
    let mut pages: Vec<OwnPage> = Vec::new();
    for entry in raw {
        let name = entry
            .text
            .value
            .trim_end_matches(".md")
            .trim_end_matches(".docx")
            .to_owned();
        let slot = Placed::new(name, entry.text.place);
        if pages.iter().any(|page| page.slot.value == slot.value) {
            diagnostics.push(twice(&slot));
            continue;
        }
        pages.push(OwnPage {
            slot,
            title: entry.title,
            after: entry.after,
        });
    }
    pages
}

fn twice(slot: &Placed<String>) -> Diagnostic {
    let message = format!("Le texte « {} » est déjà celui d’une autre page.", slot.value);
    slot.error(TWICE, message)
        .help("Donnez à chaque page un texte à elle, dans data/textes/.")
}
