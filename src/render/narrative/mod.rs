//! Every text of the author made ready for the pages: slots, comments, the strategy, and the titles that call values.
//!
//! No `{{ … }}` is left in what it gives; it changes nothing of the report and decides nothing of the look.

mod own_title;
mod strategy;

use super::deliberation;
use super::text::{Calls, Pictures, TextKind, TextOrigin, expand, picture_path, plain, prose};
use crate::assess::Report;
use crate::chart::Figures;
use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics, Spot};
use crate::load::Inputs;
use crate::model::{BlockKind, Identifier, Prose};
use std::collections::{BTreeMap, BTreeSet};

/// An image that no text shows.
const UNSHOWN: Code = Code("M531");

/// The texts of the author, by what they speak of; a blank one is absent.
#[derive(Default)]
pub struct Narrative {
    pub slots: BTreeMap<String, Prose>,
    pub comments: BTreeMap<Identifier, Prose>,
    /// Texts of the digital strategy, by name.
    pub strategy: BTreeMap<String, Prose>,
    /// Titles and definitions of indicators, and descriptions of the objectives of the strategy.
    pub titles: BTreeMap<Identifier, String>,
    pub definitions: BTreeMap<Identifier, String>,
    pub descriptions: BTreeMap<Identifier, String>,
}

/// Every text, title and definition of the report, its `{{ … }}` replaced.
pub fn write(report: &Report, figures: &Figures, inputs: &Inputs, diagnostics: &mut Diagnostics) -> Narrative {
    let calls = Calls::new(report, Pictures::new(report, figures, &inputs.pictures));
    let mut narrative = Narrative::default();
    let proposed = deliberation::proposed(report);
    let written = report.texts.iter().map(|(slot, text)| (slot.as_str(), text));
    let written = written.filter(|(slot, _)| proposed.is_none() || *slot != deliberation::SLOT);
    for (slot, text) in written.chain(proposed.iter().map(|text| (deliberation::SLOT, text))) {
        let origin = TextOrigin::of(text);
        let kind = if slot == deliberation::SLOT {
            TextKind::Act
        } else {
            TextKind::Part
        };
        if let Some(mut read) = read(slot, &text.words, kind, &calls, &origin, diagnostics) {
            own_title::take(slot, report, &mut read);
            narrative.slots.insert(slot.to_owned(), read);
        }
    }
    for indicator in report.findings().map(|finding| &finding.indicator) {
        let origin = TextOrigin::Field {
            place: indicator.place.clone(),
        };
        let mut written = |text: &str| plain(text, &calls, &origin, diagnostics);
        let (title, definition) = (written(&indicator.title), written(&indicator.definition));
        narrative.titles.insert(indicator.id.clone(), title);
        narrative.definitions.insert(indicator.id.clone(), definition);
        let name = format!("commentaire-{}", indicator.id);
        let origin = TextOrigin::Scalar {
            source: indicator.comment.clone(),
            file: diagnostics.text_of(&indicator.comment.place.file).cloned(),
        };
        if let Some(read) = read(
            &name,
            &indicator.comment.value,
            TextKind::Remark,
            &calls,
            &origin,
            diagnostics,
        ) {
            narrative.comments.insert(indicator.id.clone(), read);
        }
    }
    if let Some(review) = &report.digital {
        narrative.strategy = strategy::write(review, &calls, diagnostics);
        narrative.descriptions = strategy::descriptions(review, &calls, diagnostics);
    }
    tell_unshown(&narrative, inputs, diagnostics);
    narrative
}

/// Tells the images that no text shows.
fn tell_unshown(narrative: &Narrative, inputs: &Inputs, diagnostics: &mut Diagnostics) {
    let blocks = narrative.slots.values().flat_map(|text| &text.blocks);
    let shown: BTreeSet<&str> = blocks
        .filter_map(|block| match &block.kind {
            BlockKind::Picture(picture) => Some(picture.path.as_str()),
            _ => None,
        })
        .collect();
    for (name, picture) in &inputs.pictures {
        // What a text in Word holds is shown there, or was refused there.
        let is_held = matches!(picture.place.spot, Spot::Paragraph { .. });
        if !is_held && !shown.contains(&*picture_path(name)) {
            let file = picture.place.file.rsplit('/').next().unwrap_or(name);
            let message = format!("Aucun texte ne montre l’image « {file} ».");
            let help = format!(
                "Appelez-la dans un texte, seule dans son paragraphe : ![Ce qu’elle montre]({file}) ; ou retirez-la de data/images/."
            );
            diagnostics.push(
                Diagnostic::warning(UNSHOWN, picture.place.clone(), message)
                    .help(help)
                    .because(Cause::path("data/textes")),
            );
        }
    }
}

/// A text as a tree; none where it is blank.
fn read(
    name: &str,
    text: &str,
    kind: TextKind,
    calls: &Calls,
    origin: &TextOrigin,
    diagnostics: &mut Diagnostics,
) -> Option<Prose> {
    if text.trim().is_empty() {
        return None;
    }
    let expanded = expand(text, calls, origin, diagnostics);
    Some(prose(name, &expanded, kind, &calls.pictures, origin, diagnostics))
}
