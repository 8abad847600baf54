//! What templates are written in: how a value is printed there, and what becomes of a text of the author.
//!
//! The engine, the folder and the context know a [`Dialect`] and no markup: another kind of page is another constant.

use super::literal;
use super::origins::Traced;
use super::text::typst;
use crate::model::Prose;
use minijinja::{Error, Value};
use serde::Serialize;

pub struct Dialect {
    /// `typ`: a deliverable is `rapport.typ`, filled from `rapport.typ.jinja`.
    pub extension: &'static str,
    /// A value as it is printed, so that no data becomes markup and no private-use character stands as itself; what a
    /// template has already written (a macro, a captured block) is « safe » and printed as it is.
    pub value: fn(&Value) -> Result<String, Error>,
    /// What templates print for a text, and the file that it needs beside them.
    pub text: fn(&Prose) -> (PrintedText, Option<TextFile>),
}

/// A path of the virtual folder, and what stands there.
pub type TextFile = (String, Traced);

/// A text of the author as a template prints it: the path of a file to be included, or markup; words of the program.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(transparent)]
pub struct PrintedText(pub Value);

/// Values are literals, texts are files that a template includes.
pub const TYPST: Dialect = Dialect {
    extension: "typ",
    value: literal::value,
    text: |prose| {
        let path = format!("textes/{}.typ", prose.name);
        (PrintedText(path.as_str().into()), Some((path, typst(prose))))
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Figures;
    use crate::diagnostic::{Diagnostics, Place};
    use crate::load::{Inputs, Text};
    use crate::model::{BlockKind, Span};
    use crate::render::{context, engine::Engine, fixture, folder::Folder, narrative, templates::Templates};
    use std::sync::Arc;

    /// Enough of another kind of page to fill a template: values are escaped, paragraphs are written where they stand.
    const HTML: Dialect = Dialect {
        extension: "html",
        value: |value| {
            let text = value.to_string();
            Ok(if value.is_safe() { text } else { escaped(&text) })
        },
        text: |prose| {
            let words = prose.blocks.iter().filter_map(|block| match &block.kind {
                BlockKind::Paragraph(spans) => Some(format!("<p>{}</p>", escaped(&Span::words(spans)))),
                _ => None,
            });
            (PrintedText(Value::from_safe_string(words.collect())), None)
        },
    };

    fn escaped(text: &str) -> String {
        text.replace('&', "&amp;").replace('<', "&lt;")
    }

    /// A template of a dialect on the small report of this room, whose editorial and comment hold markup of every kind.
    fn filled(dialect: &Dialect, template: &str) -> String {
        let mut report = fixture::report();
        let edito = Text::markdown(Place::file("data/textes/edito.md"), "Un **mot** & \\<b\\> #x.");
        report.texts.insert("edito".to_owned(), edito);
        let indicator = &mut report.sections[0].findings[0].indicator;
        indicator.title = "<i> & #y".to_owned();
        indicator.comment.value = "Moins \\< avant.".to_owned();
        let (mut inputs, mut diagnostics) = (Inputs::default(), Diagnostics::default());
        let path = format!("essai.{}.jinja", dialect.extension);
        inputs.templates.insert(path.clone(), Arc::from(template));
        let templates = Templates::new(&inputs, &mut Diagnostics::default());
        let engine = Engine::new(&templates, dialect, &mut diagnostics).unwrap();
        let figures = Figures::default();
        let texts = narrative::write(&report, &figures, &inputs, &mut diagnostics);
        let folder = Folder::new(&report, &figures, &inputs, &templates, &texts, dialect).unwrap();
        let context = context::context(&report, &figures, &folder.prepared);
        let filled = engine.fill(&path, &context, &mut diagnostics);
        assert!(!diagnostics.has_errors(), "{:?}", diagnostics.sorted());
        let document = folder.document("essai", filled.unwrap(), report.settings.document_date);
        let main = format!("essai.{}", dialect.extension);
        assert_eq!(document.main, main);
        String::from_utf8(document.files[&main].to_vec()).unwrap()
    }

    const TEMPLATE: &str = "{% macro m(x) %}[{{ x }}]{% endmacro %}\
        {% set indicator = finalities[0].indicators[0] %}\
        {{ m(indicator.title) }} {{ texts.edito }} {{ indicator.comment }}";

    #[test]
    fn another_dialect_fills_a_template_and_writes_its_texts_without_another_engine() {
        let page = "[&lt;i> &amp; #y] <p>Un mot &amp; &lt;b> #x.</p> <p>Moins &lt; avant.</p>";
        assert_eq!(filled(&HTML, TEMPLATE), page);
        let code = "[\"<i> & #y\"] \"textes/edito.typ\" \"textes/commentaire-elec.typ\"";
        assert_eq!(filled(&TYPST, TEMPLATE), code);
    }
}
