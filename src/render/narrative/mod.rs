//! Every text of the author made ready for the pages: slots, comments, the strategy, and the titles that call values.
//!
//! No `{{ … }}` is left in what it gives; it changes nothing of the report and decides nothing of the look.

mod strategy;

use super::deliberation;
use super::text::{Anchor, Block, Calls, Headings, Prose, blocks, expand, plain, typst};
use crate::assess::Report;
use crate::diagnostic::Diagnostics;
use crate::model::Identifier;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A text as a file of the virtual folder, and where its lines came from.
pub struct Written {
    pub path: String,
    pub code: String,
    pub lines: Vec<(Arc<str>, u32)>,
}

/// The texts of the author, by what they speak of.
#[derive(Default)]
pub struct Narrative {
    pub slots: BTreeMap<String, Written>,
    pub comments: BTreeMap<Identifier, Written>,
    /// Texts of the digital strategy, by name.
    pub strategy: BTreeMap<String, Written>,
    /// Titles and definitions of indicators, and descriptions of the objectives of the strategy.
    pub titles: BTreeMap<Identifier, String>,
    pub definitions: BTreeMap<Identifier, String>,
    pub descriptions: BTreeMap<Identifier, String>,
    /// The exposé of the délibération once more, for the file that Typst does not make.
    pub statement: Vec<Block>,
}

/// Every text, title and definition of the report, its `{{ … }}` replaced.
pub fn write(report: &Report, diagnostics: &mut Diagnostics) -> Narrative {
    let calls = Calls::new(report);
    let mut narrative = Narrative::default();
    let proposed = deliberation::proposed(report);
    let written = report.texts.iter().map(|(slot, text)| (slot.as_str(), text));
    let written = written.filter(|(slot, _)| proposed.is_none() || *slot != deliberation::SLOT);
    for (slot, text) in written.chain(proposed.iter().map(|text| (deliberation::SLOT, text))) {
        let anchor = Anchor::File {
            file: Arc::clone(&text.place.file),
            text: Arc::clone(&text.markdown),
        };
        if let Some(written) = markdown(slot, &text.markdown, Headings::Allowed, &calls, &anchor, diagnostics) {
            narrative.slots.insert(slot.to_owned(), written);
        }
        if slot == deliberation::SLOT {
            // Its faults have just been told.
            let expanded = expand(&text.markdown, &calls, &anchor, &mut Diagnostics::default());
            narrative.statement = blocks(&expanded);
        }
    }
    for indicator in report.findings().map(|finding| &finding.indicator) {
        let anchor = Anchor::Field {
            place: indicator.place.clone(),
        };
        let mut written = |text: &str| plain(text, &calls, &anchor, diagnostics);
        let (title, definition) = (written(&indicator.title), written(&indicator.definition));
        narrative.titles.insert(indicator.id.clone(), title);
        narrative.definitions.insert(indicator.id.clone(), definition);
        let name = format!("commentaire-{}", indicator.id);
        let anchor = Anchor::Scalar {
            source: indicator.comment.clone(),
            file: diagnostics.text_of(&indicator.comment.place.file).cloned(),
        };
        if let Some(written) = markdown(
            &name,
            &indicator.comment.value,
            Headings::Refused,
            &calls,
            &anchor,
            diagnostics,
        ) {
            narrative.comments.insert(indicator.id.clone(), written);
        }
    }
    if let Some(review) = &report.digital {
        narrative.strategy = strategy::write(review, &calls, diagnostics);
        narrative.descriptions = strategy::descriptions(review, &calls, diagnostics);
    }
    narrative
}

/// A Markdown text as a file; none where it is blank.
fn markdown(
    name: &str,
    text: &str,
    headings: Headings,
    calls: &Calls,
    anchor: &Anchor,
    diagnostics: &mut Diagnostics,
) -> Option<Written> {
    if text.trim().is_empty() {
        return None;
    }
    let expanded = expand(text, calls, anchor, diagnostics);
    let Prose { code, lines } = typst(name, &expanded, headings, anchor, diagnostics);
    let file = anchor.file();
    Some(Written {
        path: format!("textes/{name}.typ"),
        code,
        lines: lines.into_iter().map(|line| (Arc::clone(&file), line)).collect(),
    })
}
