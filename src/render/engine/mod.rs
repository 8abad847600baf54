//! minijinja as this house uses it: strict, with Typst literals in the place of HTML.
//!
//! It fills one template at a time and knows nothing of reports.

use super::literal;
use super::origins::{Unmarked, mark, unmark};
use super::template_faults;
use super::templates::{Templates, place_of};
use crate::diagnostic::Diagnostics;
use minijinja::syntax::SyntaxConfig;
use minijinja::{AutoEscape, Environment, Error, UndefinedBehavior, Value};
use std::sync::Arc;

/// The extension of what minijinja reads; every other file of `report-templates/` goes to Typst as it is.
pub const EXTENSION: &str = ".jinja";

/// What would make markup of data, or has no use without HTML and JSON.
const REMOVED_FILTERS: [&str; 6] = ["safe", "escape", "e", "format", "split", "lines"];

/// The templates ready to be filled.
pub struct Engine {
    environment: Environment<'static>,
    /// The name of each template as its author sees it, by rank.
    files: Vec<Arc<str>>,
}

impl Engine {
    /// Reads every template, so that one with a fault of grammar does not hide another.
    ///
    /// None where at least one has a fault.
    pub fn new(templates: &Templates, diagnostics: &mut Diagnostics) -> Option<Self> {
        let mut environment = environment();
        let mut files = Vec::new();
        let mut sound = true;
        for (path, text) in &templates.files {
            if !path.ends_with(EXTENSION) {
                continue;
            }
            let marked = mark(text, files.len());
            files.push(place_of(path));
            if let Err(error) = environment.add_template_owned(path.clone(), marked) {
                diagnostics.push(template_faults::diagnostic(&error, path));
                sound = false;
            }
        }
        sound.then_some(Engine { environment, files })
    }

    pub fn holds(&self, path: &str) -> bool {
        self.environment.get_template(path).is_ok()
    }

    /// Fills one template; none where it has a fault.
    pub fn fill(&self, path: &str, context: &Value, diagnostics: &mut Diagnostics) -> Option<Unmarked> {
        let filled = self
            .environment
            .get_template(path)
            .and_then(|template| template.render(context.clone()));
        match filled {
            Ok(text) => Some(unmark(&text, &self.files)),
            Err(error) => {
                diagnostics.push(template_faults::diagnostic(&error, path));
                None
            }
        }
    }
}

/// Undefined is refused everywhere, every printed value is a literal, no filter takes the quotes off.
pub fn environment() -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| AutoEscape::Custom("typst".into()));
    environment.set_formatter(|output, _, value| {
        let text = literal::value(value)?;
        output.write_str(&text).map_err(Error::from)
    });
    environment.set_debug(true);
    let syntax = SyntaxConfig::builder()
        .trim_blocks(true)
        .lstrip_blocks(true)
        .keep_trailing_newline(true)
        .build();
    environment.set_syntax(syntax.expect("the delimiters are the default ones"));
    for filter in REMOVED_FILTERS {
        environment.remove_filter(filter);
    }
    // The built-in ones keep a text « safe » while they change it, and could take the quotes off a literal.
    environment.add_filter("replace", |text: String, from: String, to: String| {
        text.replace(&from, &to)
    });
    environment.add_filter("reverse", |value: Value| value.reverse().map(unsafe_again));
    environment
}

/// The same text as data: it will be quoted when it is printed.
fn unsafe_again(value: Value) -> Value {
    match value.as_str() {
        Some(text) if value.is_safe() => Value::from(text),
        _ => value,
    }
}

#[cfg(test)]
mod tests;
