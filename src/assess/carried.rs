//! The texts that tell of one year, and those that an edition took from the one before and nobody has read again.
//!
//! A text that was changed since was read: it is known by the fingerprint of its words, spaces and line breaks apart.

use super::Report;
use crate::config::CarriedText;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::french::quoted;
use crate::model::Fingerprint;

/// A text of the edition before that was not read again.
const NOT_READ_AGAIN: Code = Code("M405");

/// As much of a SHA-256 as tells two texts of one name apart.
const LENGTH: usize = 16;

/// A text of the author that tells of one year.
#[derive(Clone, Copy, Debug)]
pub struct Passage<'a> {
    pub kind: PassageKind,
    /// Of its part, of its indicator or of its objective.
    pub of: &'a str,
    pub place: &'a Place,
    pub words: &'a str,
}

/// What a passage is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassageKind {
    Part,
    /// The comment of an indicator.
    Comment,
    /// The results of an objective.
    Results,
    /// What comes next of an objective.
    NextSteps,
}

impl Passage<'_> {
    /// Unlike that of any other text: `edito`, `commentaire-elec-batiments`.
    pub fn name(&self) -> String {
        match self.kind {
            PassageKind::Part => self.of.to_owned(),
            PassageKind::Comment => format!("commentaire-{}", self.of),
            PassageKind::Results => format!("resultats-{}", self.of),
            PassageKind::NextSteps => format!("suites-{}", self.of),
        }
    }

    pub fn fingerprint(&self) -> String {
        let words: Vec<&str> = self.words.split_whitespace().collect();
        let mut fingerprint = Fingerprint::of(words.join(" ").as_bytes()).to_string();
        fingerprint.truncate(LENGTH);
        fingerprint
    }

    /// As an edition lists it that takes it from the one before.
    pub fn carried(&self) -> CarriedText {
        CarriedText {
            name: self.name(),
            fingerprint: self.fingerprint(),
        }
    }

    /// What it is, in a sentence.
    fn named(&self) -> String {
        let of = quoted(self.of);
        match self.kind {
            PassageKind::Part => format!("Le texte {of}"),
            PassageKind::Comment => format!("Le commentaire de {of}"),
            PassageKind::Results => format!("Le texte « resultats » de {of}"),
            PassageKind::NextSteps => format!("Le texte « suites » de {of}"),
        }
    }
}

impl Report {
    /// Every text that tells of one year, in the order of the parts, of the catalogue and of the strategy.
    pub fn passages(&self) -> Vec<Passage<'_>> {
        let parts = self.texts.iter().map(|(slot, text)| Passage {
            kind: PassageKind::Part,
            of: slot,
            place: &text.place,
            words: &text.words,
        });
        let comments = self.findings().map(|finding| Passage {
            kind: PassageKind::Comment,
            of: finding.indicator.id.as_str(),
            place: &finding.indicator.comment.place,
            words: &finding.indicator.comment.value,
        });
        let reviewed = self.digital.iter().flat_map(|review| &review.objectives);
        let objectives = reviewed.flat_map(|reviewed| {
            let objective = &reviewed.objective;
            let kinds = [
                (PassageKind::Results, &objective.results),
                (PassageKind::NextSteps, &objective.next_steps),
            ];
            kinds.map(|(kind, words)| Passage {
                kind,
                of: objective.id.as_str(),
                place: &words.place,
                words: &words.value,
            })
        });
        let all = parts.chain(comments).chain(objectives);
        all.filter(|passage| !passage.words.trim().is_empty()).collect()
    }

    /// The texts of the edition before that nobody has changed nor said to have read.
    pub fn carried(&self) -> Vec<Passage<'_>> {
        let listed = &self.settings.carried;
        let mut passages = self.passages();
        passages.retain(|passage| {
            let name = passage.name();
            let mut named = listed.iter().filter(|text| text.name == name);
            named.any(|text| text.fingerprint == passage.fingerprint())
        });
        passages
    }
}

/// Tells each text that is to be read again, and refuses it officially.
pub fn push(report: &Report, diagnostics: &mut Diagnostics) {
    for passage in report.carried() {
        let message = format!(
            "{} est celui de l’édition précédente, et n’a pas été relu pour l’édition {}.",
            passage.named(),
            report.settings.edition
        );
        let help = format!(
            "Modifiez-le ; s’il convient tel quel, retirez son entrée ({}, nom et empreinte) de « textes_a_relire », dans data/rapport.yaml.",
            quoted(&passage.name())
        );
        let place = passage.place.clone();
        let warning = Diagnostic::warning(NOT_READ_AGAIN, place.clone(), message.clone());
        diagnostics.push(warning.help(help.clone()));
        diagnostics.reserve(Diagnostic::error(NOT_READ_AGAIN, place, message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::fixture::{project, report, with_texts};

    #[test]
    fn a_text_is_to_be_read_again_until_it_is_changed_or_its_line_goes() {
        let inputs = with_texts(&["edito", "glossaire"]);
        let of = |carried: Vec<CarriedText>| {
            let mut project = project();
            project.settings.carried = carried;
            report(&project, &inputs, Vec::new())
        };
        let listed: Vec<CarriedText> = of(Vec::new()).passages().iter().map(Passage::carried).collect();
        let told = |carried: Vec<CarriedText>| {
            let mut diagnostics = Diagnostics::default();
            push(&of(carried), &mut diagnostics);
            let told = diagnostics.sorted().len();
            assert_eq!(diagnostics.reserved().count(), told);
            told
        };
        assert_eq!(told(listed.clone()), 2);
        assert_eq!(told(listed[1..].to_vec()), 1);
        let mut changed = listed;
        changed[0].fingerprint = "0".repeat(16);
        assert_eq!(told(changed), 1);
    }
}
