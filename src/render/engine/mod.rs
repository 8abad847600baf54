//! minijinja as this house uses it: strict, its values printed by a [`Dialect`].
//!
//! It fills one template at a time and knows nothing of reports, nor of the markup that they are written in.

use super::dialect::Dialect;
use super::origins::{Traced, mark, unmark};
use super::template_faults;
use super::templates::{EXTENSION, Templates, place_of};
use crate::diagnostic::Diagnostics;
use minijinja::syntax::SyntaxConfig;
use minijinja::{AutoEscape, Environment, Error, ErrorKind, Template, UndefinedBehavior, Value};
use std::io;
use std::sync::Arc;

/// What would make markup of data, or has no use without HTML and JSON.
const REMOVED_FILTERS: [&str; 6] = ["safe", "escape", "e", "format", "split", "lines"];

/// Steps of the filling of one document: two hundred times those of a report of three hundred indicators.
const STEPS: u64 = 50_000_000;

/// Bytes of one filled template: four times what a document can be made of.
const LONGEST: usize = 64_000_000;

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
    pub fn new(templates: &Templates, dialect: &Dialect, diagnostics: &mut Diagnostics) -> Option<Self> {
        let mut environment = environment(dialect);
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
    pub fn fill(&self, path: &str, context: &Value, diagnostics: &mut Diagnostics) -> Option<Traced> {
        let filled = self
            .environment
            .get_template(path)
            .and_then(|template| written(&template, context));
        match filled {
            Ok(text) => Some(unmark(&text, &self.files)),
            Err(error) => {
                diagnostics.push(template_faults::diagnostic(&error, path));
                None
            }
        }
    }
}

/// The text of a filled template; it stops where no document could hold it, since the fuel counts steps and not letters.
fn written(template: &Template<'_, '_>, context: &Value) -> Result<String, Error> {
    let mut bounded = Bounded(Vec::new());
    template.render_captured_to(context.clone(), &mut bounded)?;
    String::from_utf8(bounded.0).map_err(|_| Error::new(ErrorKind::WriteFailure, "not a text"))
}

/// What is written of a template.
struct Bounded(Vec<u8>);

impl io::Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > LONGEST {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Undefined is refused everywhere, every printed value goes through the dialect, no filter takes its escape off.
fn environment(dialect: &Dialect) -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| AutoEscape::Custom("dialect".into()));
    let printed = dialect.value;
    environment.set_formatter(move |output, _, value| output.write_str(&printed(value)?).map_err(Error::from));
    environment.set_debug(true);
    environment.set_fuel(Some(STEPS));
    let syntax = SyntaxConfig::builder()
        .trim_blocks(true)
        .lstrip_blocks(true)
        .keep_trailing_newline(true)
        .build();
    environment.set_syntax(syntax.expect("the delimiters are the default ones"));
    for filter in REMOVED_FILTERS {
        environment.remove_filter(filter);
    }
    // The built-in ones keep a text « safe » while they change it, and could take the escape off a printed value.
    environment.add_filter("replace", |text: String, from: String, to: String| {
        text.replace(&from, &to)
    });
    environment.add_filter("reverse", |value: Value| value.reverse().map(unsafe_again));
    environment
}

/// The same text as data: it will be escaped when it is printed.
fn unsafe_again(value: Value) -> Value {
    match value.as_str() {
        Some(text) if value.is_safe() => Value::from(text),
        _ => value,
    }
}

#[cfg(test)]
mod tests;
