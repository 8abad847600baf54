//! Every text of the author made ready for the pages: slots, comments, the strategy, and the titles that call values.
//!
//! It reads the report and gives one in which no `{{ … }}` is left; it decides nothing of the look.

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
    /// The exposé of the délibération once more, for the file that Typst does not make.
    pub statement: Vec<Block>,
}

/// The report with its titles and definitions written, and its texts as Typst files.
pub fn write(report: &Report, diagnostics: &mut Diagnostics) -> (Report, Narrative) {
    let calls = Calls {
        values_are_whole: !diagnostics.has_errors(),
        ..Calls::new(report)
    };
    let mut narrative = Narrative::default();
    for (slot, text) in &report.texts {
        let anchor = Anchor::File {
            file: Arc::clone(&text.place.file),
            text: Arc::clone(&text.markdown),
        };
        if let Some(written) = markdown(slot, &text.markdown, Headings::Allowed, &calls, &anchor, diagnostics) {
            narrative.slots.insert(slot.clone(), written);
        }
        if slot == deliberation::SLOT {
            // Its faults have just been told.
            let expanded = expand(&text.markdown, &calls, &anchor, &mut Diagnostics::default());
            narrative.statement = blocks(&expanded);
        }
    }
    let mut report = report.clone();
    for indicator in report
        .sections
        .iter_mut()
        .flat_map(|section| &mut section.findings)
        .map(|finding| &mut finding.indicator)
    {
        let anchor = Anchor::Field {
            place: indicator.place.clone(),
        };
        indicator.title = plain(&indicator.title, &calls, &anchor, diagnostics);
        indicator.definition = plain(&indicator.definition, &calls, &anchor, diagnostics);
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
    if let Some(review) = &mut report.digital {
        narrative.strategy = strategy::write(review, &calls, diagnostics);
    }
    (report, narrative)
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
