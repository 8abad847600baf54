//! The words of the document that no author writes: titles, leads, paragraphs of method, a struct a part.
//!
//! They stand once, whatever the kind of page that prints them. Sentences that tell what was found stand with it, in the
//! context of their part; the head of a column stands with the table that has it.

mod annex;
mod budget;
mod comparison;
mod digital;
mod document;
mod finality;
mod footprint;
mod method;
mod opening;
mod reading;

use crate::assess::Report;
use crate::config::Settings;
use crate::render::dialect::PrintedText;
use serde::Serialize;

/// What the program says at one place.
pub enum Word {
    /// Words as they are printed.
    Line(&'static str),
    /// Words that say the edition, a year, the collectivité.
    With(fn(&Settings) -> String),
    /// Words that say what was found in the report as a whole.
    Of(fn(&Report) -> String),
    /// Markdown, for what holds emphasis.
    Prose(&'static str),
}

/// What a word is for templates; its name is unlike any other.
pub type Print<'a> = dyn FnMut(&str, Word) -> PrintedText + 'a;

/// The words of a part: the struct that templates read, and what makes it.
macro_rules! words {
    ($part:ident { $($name:ident: $word:expr),+ $(,)? }) => {
        #[derive(Clone, Debug, Default, serde::Serialize)]
        pub struct $part {
            $(pub $name: crate::render::dialect::PrintedText),+
        }

        impl $part {
            pub fn new(print: &mut super::Print) -> Self {
                $part {
                    $($name: print(concat!("programme-", stringify!($part), "-", stringify!($name)), $word)),+
                }
            }
        }
    };
}
use words;

/// Every word of the program, by part.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Words {
    pub document: document::DocumentWords,
    pub opening: opening::OpeningWords,
    pub reading: reading::Reading,
    pub finality: finality::FinalityWords,
    pub digital: digital::DigitalWords,
    pub footprint: footprint::FootprintWords,
    pub matrix: budget::MatrixWords,
    pub credits: budget::CreditWords,
    pub transition: budget::TransitionWords,
    pub action_method: finality::ActionMethod,
    pub orientations: finality::OrientationWords,
    pub method: method::MethodWords,
    pub footprint_method: footprint::FootprintMethod,
    pub annex: annex::AnnexWords,
    pub comparison: comparison::ComparisonWords,
    /// What each status means, with a target and without.
    pub legends: Vec<reading::Legend>,
}

impl Words {
    pub fn new(print: &mut Print) -> Self {
        Words {
            document: document::DocumentWords::new(print),
            opening: opening::OpeningWords::new(print),
            reading: reading::Reading::new(print),
            finality: finality::FinalityWords::new(print),
            digital: digital::DigitalWords::new(print),
            footprint: footprint::FootprintWords::new(print),
            matrix: budget::MatrixWords::new(print),
            credits: budget::CreditWords::new(print),
            transition: budget::TransitionWords::new(print),
            action_method: finality::ActionMethod::new(print),
            orientations: finality::OrientationWords::new(print),
            method: method::MethodWords::new(print),
            footprint_method: footprint::FootprintMethod::new(print),
            annex: annex::AnnexWords::new(print),
            comparison: comparison::ComparisonWords::new(print),
            legends: reading::legends(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Diagnostics;
    use crate::render::text;
    use std::collections::BTreeSet;

    #[test]
    fn the_prose_of_the_program_has_no_fault_and_no_two_words_one_name() {
        let mut faults = Diagnostics::default();
        let mut names = BTreeSet::new();
        Words::new(&mut |name, word| {
            assert!(names.insert(name.to_owned()), "{name} twice");
            if let Word::Prose(markdown) = word {
                assert!(!text::own(name, markdown, &mut faults).blocks.is_empty(), "{name}");
            }
            PrintedText::default()
        });
        assert!(faults.sorted().is_empty(), "{:?}", faults.sorted());
    }
}
