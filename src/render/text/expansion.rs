//! The `{{ … }}` of a text become marks that stand for their values until the text has been read.
//!
//! A mark is a number between two private-use characters: inert in Markdown, even in a table or in code.

use super::calls::{Calls, Chart, FUNCTIONS};
use super::fault::CallFault;
use super::keyboard;
use super::origin::TextOrigin;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::form::called::by_title;
use crate::form::characters;
use crate::french;
use crate::model::{Identifier, Picture};
use minijinja::Value;
use std::error::Error as _;

/// A call in a text is badly written, or is not a call.
const BAD_CALL: Code = Code("M510");

const OPENING: char = '\u{E000}';
const CLOSING: char = '\u{E001}';

/// Characters of a call: an identifier and a year are a tenth of it.
const LONGEST: usize = 500;

/// A text whose calls have been replaced by marks.
pub struct Expanded {
    pub text: String,
    values: Vec<Called>,
    /// From the first byte of the text on.
    runs: Vec<Run>,
}

/// What a call gives.
enum Called {
    Words(String),
    /// A picture, which stands between two paragraphs.
    Picture(Picture),
}

/// Where a piece of the expanded text comes from.
struct Run {
    start: usize,
    /// Where it begins in the author’s text.
    source: usize,
    /// Byte for byte; the mark of a call stands whole at the beginning of the call, otherwise.
    copied: bool,
}

impl Expanded {
    /// A text that calls nothing.
    pub fn uncalled(text: &str) -> Self {
        Expanded {
            text: text.to_owned(),
            values: Vec::new(),
            runs: vec![Run {
                start: 0,
                source: 0,
                copied: true,
            }],
        }
    }

    /// The offset in the author’s text of an offset in the expanded text.
    pub fn source(&self, offset: usize) -> usize {
        let after = self.runs.partition_point(|run| run.start <= offset);
        let run = &self.runs[after.saturating_sub(1)];
        if run.copied {
            run.source + (offset - run.start)
        } else {
            run.source
        }
    }

    /// The offset in the expanded text of an offset in the author’s text; inside a call, that of what follows it.
    pub fn position(&self, source: usize) -> usize {
        let after = self.runs.partition_point(|run| run.source <= source);
        let rank = after.saturating_sub(1);
        let run = &self.runs[rank];
        match (run.copied, self.runs.get(rank + 1)) {
            (false, Some(next)) if source > run.source => next.start,
            (false, _) => run.start,
            // A run that is copied ends where the next begins.
            (true, next) => {
                let end = next.map_or(self.text.len(), |next| next.start);
                (run.start + (source - run.source)).min(end)
            }
        }
    }

    /// The same words with each mark replaced by its value.
    pub fn restore(&self, text: &str) -> String {
        let mut pieces = text.split(OPENING);
        let mut restored = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let value = piece
                .split_once(CLOSING)
                .and_then(|(rank, rest)| Some((self.values.get(rank.parse::<usize>().ok()?)?, rest)));
            match value {
                Some((Called::Words(value), rest)) => restored.extend([value, rest]),
                Some((Called::Picture(_), rest)) => restored.push_str(rest),
                None => restored.extend([OPENING.to_string().as_str(), piece]),
            }
        }
        restored
    }

    /// The picture that a text is, and nothing else.
    pub fn picture(&self, text: &str) -> Option<&Picture> {
        let mark = text.trim().strip_prefix(OPENING)?.strip_suffix(CLOSING)?;
        match self.values.get(mark.parse::<usize>().ok()?)? {
            Called::Picture(picture) => Some(picture),
            Called::Words(_) => None,
        }
    }

    /// Whether a picture is called among these words.
    pub fn shows_picture(&self, text: &str) -> bool {
        let marks = text
            .split(OPENING)
            .skip(1)
            .filter_map(|piece| piece.split_once(CLOSING));
        let mut values = marks.filter_map(|(rank, _)| self.values.get(rank.parse::<usize>().ok()?));
        values.any(|value| matches!(value, Called::Picture(_)))
    }
}

/// Evaluates every call of a text; each one that has no answer is a fault at its place.
pub fn expand(text: &str, calls: &Calls, origin: &TextOrigin, diagnostics: &mut Diagnostics) -> Expanded {
    // An entity that makes a mark would print a value that nobody called; in Word it is as many letters.
    if !matches!(origin, TextOrigin::Word { .. }) {
        diagnostics.extend(characters::entities(text, |offset| origin.place(offset)));
    }
    let mut expanded = Expanded::uncalled("");
    let mut titles: Vec<(String, Identifier)> = Vec::new();
    let mut first = None;
    let mut position = 0;
    while let Some(opening) = next_opening(text, position) {
        expanded.text.push_str(&text[position..opening]);
        let Some(end) = closing(text, opening) else {
            diagnostics.push(unclosed(&text[opening..], origin, opening));
            position = text.len();
            break;
        };
        let call = &text[opening..end];
        let value = evaluate(call, calls).unwrap_or_else(|fault| {
            let told = Diagnostic::error(fault.code, origin.place(opening), fault.message)
                .help(fault.help)
                .raw(call);
            diagnostics.push(fault.causes.into_iter().fold(told, Diagnostic::because));
            Called::Words(String::new())
        });
        for read in calls.titles_read() {
            first.get_or_insert(opening);
            if !titles.contains(&read) {
                titles.push(read);
            }
        }
        expanded.runs.push(Run {
            start: expanded.text.len(),
            source: opening,
            copied: false,
        });
        expanded
            .text
            .push_str(&format!("{OPENING}{}{CLOSING}", expanded.values.len()));
        expanded.values.push(value);
        position = end;
        expanded.runs.push(Run {
            start: expanded.text.len(),
            source: position,
            copied: true,
        });
    }
    expanded.text.push_str(&text[position..]);
    diagnostics.extend(first.and_then(|opening| by_title(&origin.place(opening), "d’indicateurs", &titles)));
    expanded
}

/// The next `{{`, `{%` or `{#`.
fn next_opening(text: &str, from: usize) -> Option<usize> {
    ["{{", "{%", "{#"]
        .iter()
        .filter_map(|tag| text[from..].find(tag))
        .min()
        .map(|at| from + at)
}

/// The end of the call that begins at an offset; braces between quotation marks do not close it. A word processor may curl one
/// of the two.
fn closing(text: &str, opening: usize) -> Option<usize> {
    let mut quote = None;
    let body = &text[opening + 2..];
    let end = body.char_indices().find_map(|(at, character)| {
        let character = keyboard::quote(character);
        match (quote, character) {
            (Some(mark), _) if mark == character => quote = None,
            (None, '"' | '\'') => quote = Some(character),
            (None, '}' | '%' | '#') if body[at + 1..].starts_with('}') => return Some(at),
            _ => {}
        }
        None
    })?;
    Some(opening + 2 + end + 2)
}

fn evaluate(call: &str, calls: &Calls) -> Result<Called, CallFault> {
    let Some(expression) = call.strip_prefix("{{").and_then(|rest| rest.strip_suffix("}}")) else {
        return Err(bad(format!(
            "« {call} » n’a pas sa place dans un texte : seules les valeurs s’y appellent, entre {{{{ et }}}}."
        )));
    };
    // A product of texts would fill the memory, a long chain the stack.
    if expression.chars().nth(LONGEST).is_some() || expression.contains('*') {
        let shown: String = call.chars().take(40).collect();
        return Err(bad(format!("L’appel « {shown}… » n’est pas celui d’une valeur.")));
    }
    let expression = keyboard::call(expression);
    let answer = calls
        .environment
        .compile_expression(expression.trim())
        .and_then(|compiled| compiled.eval(()))
        .map_err(|error| reason(call, &error))?;
    if let Some(chart) = answer.downcast_object_ref::<Chart>() {
        return Ok(Called::Picture(chart.0.clone()));
    }
    // A filter would make words of it.
    if expression.contains("graphique(") {
        return Err(bad(format!(
            "« {call} » fait autre chose d’un graphique que le montrer."
        )));
    }
    let words = written(&answer).map(Called::Words);
    words.ok_or_else(|| bad(format!("« {call} » ne donne ni un texte ni un nombre.")))
}

/// An answer as it is read in a sentence.
fn written(answer: &Value) -> Option<String> {
    if answer.is_number() {
        let number = f64::try_from(answer.clone()).ok().filter(|number| number.is_finite())?;
        return Some(french::number(number, french::decimals_for_ticks(&[number])));
    }
    answer.as_str().map(ToOwned::to_owned)
}

fn reason(call: &str, error: &minijinja::Error) -> CallFault {
    match error.source().and_then(|source| source.downcast_ref::<CallFault>()) {
        Some(fault) => CallFault {
            code: fault.code,
            message: fault.message.clone(),
            help: fault.help.clone(),
            causes: fault.causes.clone(),
        },
        None => bad(format!(
            "L’appel « {call} » ne se comprend pas : {}.",
            super::spoken::why(call, error)
        )),
    }
}

fn bad(message: String) -> CallFault {
    let functions: Vec<String> = FUNCTIONS
        .iter()
        .map(|name| format!("{name}(\"identifiant\")"))
        .collect();
    CallFault {
        code: BAD_CALL,
        message,
        help: format!("Dans un texte, on peut appeler {}.", french::list(&functions)),
        causes: Vec::new(),
    }
}

fn unclosed(rest: &str, origin: &TextOrigin, offset: usize) -> Diagnostic {
    let shown = rest.lines().next().unwrap_or_default();
    let message = format!("L’appel « {shown} » n’est pas fermé.");
    Diagnostic::error(BAD_CALL, origin.place(offset), message)
        .help("Fermez l’appel par }}, après la parenthèse.")
        .raw(shown)
}
