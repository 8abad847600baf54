//! The reference data: embedded in the program, overridden file by file by `data/referentiels/`.
//!
//! The law changes without a release: an override takes the place of the whole embedded file, and must be complete. A
//! file is declared once, in a module of its own: its keys, its text, what the rooms read of it.

mod finalities;
mod goals;
mod themes;
mod texts;
mod text_entries;
mod read_when;
mod legal;
mod checklist;
mod glossary;
mod factors;
mod digital_words;
mod accounts;
mod calendar;
mod transition;
mod deliberation;
mod foreign;
mod format_titles;
mod formats;
mod communes;

pub use foreign::{ProjectColumns, Proposal, ValueColumns};
pub use formats::{ForeignFormat, Formats, Recognition};
pub(super) use text_entries::TextEntry;
pub(super) use themes::ThemeNumber;

use super::disk::{Absence, Disk};
use super::reading;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::error::Error;
use crate::form::entry::Entry;
use crate::form::reading::{schema, text};
use crate::model::{AccountLabels, CommunityType, LegalTexts};
use jiff::civil::Date;
use serde_json::Value;

/// Reference data that lack an entry the report needs.
const INCOMPLETE: Code = Code("M080");
/// A file of `data/referentiels/` that overrides nothing.
const UNUSED_OVERRIDE: Code = Code("M081");

const FOLDER: &str = "data/referentiels";

/// A reference file: the declaration of its keys under its name, the text that the program carries, what becomes of it.
pub trait ReferenceFile: Entry<Value = Self> + Sized {
    /// The text that the program carries.
    const TEXT: &str;
    /// What the rooms read of it; its default stands for a file that could not be read.
    type Noun: Default;

    /// What the file says, of the collectivité it is read for; what lacks is pushed.
    fn noun(self, around: &Around<'_>, diagnostics: &mut Diagnostics) -> Self::Noun;
}

/// What a reference file may depend on.
pub struct Around<'a> {
    /// The kind of collectivité, where it is known.
    pub kind: Option<CommunityType>,
    /// The day for which the document is made, where it is known.
    pub on: Option<Date>,
    /// The texts that it may cite.
    pub texts: &'a LegalTexts,
}

/// The formats that the program itself knows.
pub(super) fn formats() -> Vec<ForeignFormat> {
    let mut diagnostics = Diagnostics::default();
    let file = text::<formats::FormatsFile>("(programme)", &formats::FormatsFile::TEXT.into(), &mut diagnostics);
    file.content.map(|file| file.formats).unwrap_or_default()
}

macro_rules! references {
    ($( $(#[$doc:meta])* $field:ident: $file:ty, )+) => {
        /// Everything the reference data say: the texts of the law and the lists of the field.
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct Reference {
            /// The texts that the others cite.
            pub texts: LegalTexts,
            $( $(#[$doc])* pub $field: <$file as ReferenceFile>::Noun, )+
        }

        const NAMES: &[&str] = &[texts::NAME, $( <$file as Entry>::WHAT ),+];

        /// The reference data of a project whose document has a date, with what its workbook says of texts; what lacks is pushed.
        pub(super) fn read(
            disk: &mut Disk<'_>,
            read_texts: Vec<TextEntry>,
            kind: Option<CommunityType>,
            on: Option<Date>,
            diagnostics: &mut Diagnostics,
        ) -> Result<Reference, Error> {
            warn_of_unused(disk, diagnostics)?;
            let texts = texts::read(disk, read_texts, on, diagnostics)?;
            let around = Around {
                kind,
                on,
                texts: &texts,
            };
            Ok(Reference {
                $( $field: one::<$file>(disk, &around, diagnostics)?, )+
                texts,
            })
        }

        /// The name of each file with the schema of its keys.
        pub(super) fn schemas() -> Vec<(&'static str, Value)> {
            vec![
                (texts::NAME, schema::<text_entries::TextsFile>()),
                $( (<$file as Entry>::WHAT, schema::<$file>()) ),+
            ]
        }
    };
}

/// The texts that a report of this kind of collectivité and its délibération cite and that nobody has read as they are in force,
/// on that day, each by its identifier and its reference.
pub(super) fn to_read(kind: CommunityType, on: Option<Date>) -> Vec<(String, String)> {
    let mut diagnostics = Diagnostics::default();
    let texts = texts::embedded(on, &mut diagnostics);
    let around = Around {
        kind: Some(kind),
        on,
        texts: &texts,
    };
    let legal = embedded::<legal::LegalFile>(&around, &mut diagnostics);
    let acts = embedded::<deliberation::DeliberationFile>(&around, &mut diagnostics);
    let of_report = legal.get(&kind).into_iter().flat_map(|basis| &basis.texts);
    let of_act = acts.get(&kind).into_iter().flat_map(|act| &act.visas);
    let unread = texts.unread(of_report.chain(of_act)).into_iter();
    unread.map(|id| (id.clone(), texts.citation(&[id]))).collect()
}

/// What the program itself calls natures and functions.
pub fn account_labels() -> AccountLabels {
    let mut diagnostics = Diagnostics::default();
    let around = Around {
        kind: None,
        on: None,
        texts: &LegalTexts::default(),
    };
    embedded::<accounts::AccountsFile>(&around, &mut diagnostics).labels
}

references! {
    finalities: finalities::FinalitiesFile,
    /// The 17 ODD, by number.
    goals: goals::GoalsFile,
    /// The six themes of art. D. 2311-15-1, by number.
    themes: themes::ThemesFile,
    legal: legal::LegalFile,
    /// The checklist of what the texts require.
    checklist: checklist::ChecklistFile,
    /// Term → definition, for the glossary.
    glossary: glossary::GlossaryFile,
    /// The emission factors of digital equipment.
    equipment: factors::FactorsFile,
    /// The words and the deadlines of the digital strategy.
    digital: digital_words::DigitalWordsFile,
    /// The chart of accounts of budgets.
    accounts: accounts::AccountsFile,
    /// The rules of the budget calendar, and the habits that fill its gaps.
    calendar: calendar::CalendarFile,
    /// What the synthesis of the transition effect of investment looks at.
    transition: transition::TransitionFile,
    /// What the délibération says by kind of collectivité.
    deliberation: deliberation::DeliberationFile,
    /// The formats of others that are known by their header.
    formats: formats::FormatsFile,
    /// The member communes; none where nobody said them.
    communes: communes::CommunesFile,
}

/// What a file says: that of the project, else the one of the program.
fn one<T: ReferenceFile>(
    disk: &mut Disk<'_>,
    around: &Around<'_>,
    diagnostics: &mut Diagnostics,
) -> Result<T::Noun, Error> {
    let path = format!("{FOLDER}/{}", T::WHAT);
    let file: Option<T> = match disk.exists(&path) {
        true => reading::file(disk, &path, Absence::Allowed, diagnostics)?.content,
        false => return Ok(embedded::<T>(around, diagnostics)),
    };
    Ok(file.map(|file| file.noun(around, diagnostics)).unwrap_or_default())
}

/// What the file of the program says.
fn embedded<T: ReferenceFile>(around: &Around<'_>, diagnostics: &mut Diagnostics) -> T::Noun {
    let file: Option<T> = text(&format!("(programme)/{}", T::WHAT), &T::TEXT.into(), diagnostics).content;
    file.map(|file| file.noun(around, diagnostics)).unwrap_or_default()
}

fn warn_of_unused(disk: &Disk<'_>, diagnostics: &mut Diagnostics) -> Result<(), Error> {
    for name in disk.files_of(FOLDER, &reading::YAML, diagnostics)? {
        if !NAMES.contains(&name.as_str()) {
            let message = format!("Le fichier « {name} » ne remplace aucun référentiel du programme.");
            let help = format!("Les référentiels sont : {}.", NAMES.join(", "));
            let place = Place::file(format!("{FOLDER}/{name}"));
            diagnostics.push(Diagnostic::warning(UNUSED_OVERRIDE, place, message).help(help));
        }
    }
    Ok(())
}

/// Pushes the fault of a file that lacks something (`what` it must give).
fn require(complete: bool, place: &Place, what: &str, diagnostics: &mut Diagnostics) {
    if !complete {
        let message = format!("Ce référentiel doit donner {what}, chacun une fois.");
        let help = "Complétez le fichier, ou supprimez-le : celui du programme sera lu.";
        diagnostics.push(Diagnostic::error(INCOMPLETE, Place::file(place.file.clone()), message).help(help));
    }
}

#[cfg(test)]
impl Around<'_> {
    /// Of no collectivité, with the texts of the program.
    fn nobody(texts: &LegalTexts) -> Around<'_> {
        Around {
            kind: None,
            on: None,
            texts,
        }
    }
}

#[cfg(test)]
impl Reference {
    /// What the program carries.
    pub(crate) fn embedded() -> Self {
        let mut diagnostics = Diagnostics::default();
        let read = read(
            &mut Disk::new("absent".as_ref()),
            Vec::new(),
            None,
            None,
            &mut diagnostics,
        )
        .unwrap();
        assert!(diagnostics.sorted().is_empty(), "{diagnostics:?}");
        read
    }
}
