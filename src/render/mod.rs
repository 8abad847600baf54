//! `render`: the [`Report`], its [`Figures`] and the templates become [`Sources`], bytes by path.
//!
//! minijinja decides what appears; every value it prints goes through a `dialect` (Typst: a literal), so no data can
//! become markup.
//!
//! One virtual folder a document; its main file is `<livrable>.typ`, rendered from `<livrable>.typ.jinja`:
//!
//! | path | what |
//! |---|---|
//! | `rapport.typ` | rendered from `report-templates/rapport.typ.jinja` and the `*.typ.jinja` it includes by `{% include %}` |
//! | `system.typ`, `components/*.typ`, `tokens.json`… | every other file of `report-templates/`, as it is (the project’s override first) |
//! | `textes/<slot>.typ` | a narrative text, already Typst; `#include {{ texts.edito.path }}` |
//! | `textes/commentaire-<id>.typ` | the comment of an indicator; headings refused there |
//! | `textes/strategie-<name>.typ` | a text of the digital strategy; headings refused there |
//! | `graphiques/<name>.svg`, `graphiques/mini/<id>.svg` | figures and sparklines |
//! | `donnees/*.csv` | the published tables (`DataFile`), to be attached (`pdf.attach`) |
//! | `images/<name>` | the images of the project that texts show |
//! | `logo.<svg, png or jpg>` | the logo of the collectivité |
//!
//! A narrative file holds only built-in elements called in code (`par`, `heading(depth: …)`, `list`, `enum`, `table` with
//! `table.header`, `quote(block: true)`, `figure` of an `image`, `footnote`, `link`, `strong`, `emph`, `raw`, `linebreak`): a template gives them
//! their look by `set` and `show` rules around the `include`, and their level by `set heading(offset: 2)`.
//! Titles and definitions of indicators reach `context` with their `{{ … }}` already replaced and punctuated.

pub mod literal;
mod dialect;
mod origins;
mod templates;
mod template_faults;
mod contract;
mod engine;
mod text;
mod narrative;
mod deliberation;
pub mod context;
mod folder;
mod sources;
#[cfg(any(test, fuzzing))]
pub mod doors;

pub use sources::{DocumentSources, Origin, Sources};

use crate::assess::Report;
use crate::chart::Figures;
use crate::config::Deliverable;
use crate::diagnostic::Diagnostics;
use crate::error::Error;
use crate::load::Inputs;
use dialect::TYPST;
use engine::Engine;
use folder::Folder;
use templates::Templates;

/// Writes every file of every deliverable, in memory.
///
/// A deliverable whose template or texts have a fault is absent from the result, and the fault is in `diagnostics`.
///
/// # Errors
/// A deliverable for which the program has no template: a defect of the program.
pub fn render(
    report: &Report,
    figures: &Figures,
    inputs: &Inputs,
    diagnostics: &mut Diagnostics,
) -> Result<Sources, Error> {
    let dialect = &TYPST;
    let templates = Templates::new(inputs, diagnostics);
    let readable = contract::is_readable(&templates, diagnostics);
    let agreed = readable && contract::check(&templates, diagnostics);
    let engine = match readable {
        true => Engine::new(&templates, dialect, diagnostics).filter(|_| agreed),
        false => None,
    };
    let texts = narrative::write(report, figures, inputs, diagnostics);
    let folder = Folder::new(report, figures, inputs, &templates, &texts, dialect)?;
    let mut sources = Sources {
        documents: Vec::new(),
        data: folder.published(figures),
        beside: deliberation::files(report, texts.slots.get(deliberation::SLOT), diagnostics)?,
        titles: texts.titles,
    };
    let Some(engine) = engine else { return Ok(sources) };
    let context = context::context(report, figures, &folder.prepared);
    for deliverable in &report.settings.deliverables {
        // Without a strategy there is no bilan to write: `assess` told it.
        if *deliverable == Deliverable::DigitalReview && report.digital.is_none() {
            continue;
        }
        let name = deliverable.key();
        let template = format!("{name}.{}{}", dialect.extension, templates::EXTENSION);
        if !engine.holds(&template) {
            let detail = format!("le livrable « {name} » n’a pas de modèle {template}");
            return Err(Error::Defect { room: "render", detail });
        }
        if let Some(filled) = engine.fill(&template, &context, diagnostics) {
            sources
                .documents
                .push(folder.document(name, filled, report.settings.document_date));
        }
    }
    Ok(sources)
}

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod tests;
