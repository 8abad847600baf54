//! The arguments that templates give to components, held against those that components receive.
//!
//! Only calls that cross from the project to the program, or back, are of use here: each side alone agrees with itself.

use super::spot;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::french;
use crate::render::templates::{EXTENSION, Templates};
use std::collections::{BTreeMap, BTreeSet};

/// A component receives no argument of that name.
const NO_SUCH_ARGUMENT: Code = Code("M507");

/// What a component receives.
struct Component<'a> {
    path: &'a str,
    offset: usize,
    parameters: BTreeSet<&'a str>,
    /// `..rest`: any argument.
    takes_all: bool,
}

/// Tells each argument that a component does not receive, at the line of the project’s file; whether there is none.
pub fn check(templates: &Templates, diagnostics: &mut Diagnostics) -> bool {
    let mut components: BTreeMap<&str, Vec<Component<'_>>> = BTreeMap::new();
    for (path, text) in &templates.files {
        for (name, component) in defined(path, text) {
            components.entry(name).or_default().push(component);
        }
    }
    let mut sound = true;
    for (path, text) in &templates.files {
        for (offset, name) in calls(text) {
            // Two components of one name: which one is called is Typst’s to say.
            let Some([component]) = components.get(name).map(Vec::as_slice) else {
                continue;
            };
            let ours = templates.overriding.contains(path);
            let crosses = ours != templates.overriding.contains(component.path);
            // What minijinja reads may stand under the imports of the template that includes it.
            let reaches = path.ends_with(EXTENSION) || text.contains(component.path);
            if component.takes_all || !crosses || !reaches {
                continue;
            }
            for (at, argument) in named(text, offset + name.len()) {
                if component.parameters.contains(argument) {
                    continue;
                }
                sound = false;
                diagnostics.push(match ours {
                    true => unknown_argument(path, text, at, argument, name, component),
                    false => unready_component(component, &templates.files[component.path], argument, name),
                });
            }
        }
    }
    sound
}

fn unknown_argument(
    path: &str,
    text: &str,
    at: usize,
    argument: &str,
    name: &str,
    component: &Component<'_>,
) -> Diagnostic {
    let message = format!("Le composant « {name} » ne reçoit pas « {argument} ».");
    let help = match french::nearest(argument, component.parameters.iter().copied()) {
        Some(near) => format!("Vouliez-vous dire « {near} » ?"),
        None => format!("Retirez cet argument ; ceux qu’il reçoit sont dans {}.", component.path),
    };
    Diagnostic::error(NO_SUCH_ARGUMENT, spot::place(path, text, at), message)
        .help(help)
        .raw(argument)
}

/// The project’s own component, called by a template of the program.
fn unready_component(component: &Component<'_>, text: &str, argument: &str, name: &str) -> Diagnostic {
    let message =
        format!("Votre composant « {name} » ne reçoit pas « {argument} », que les modèles du programme lui donnent.");
    let help = "Ajoutez ce paramètre, ou retirez votre fichier pour revenir à celui du programme.";
    Diagnostic::error(
        NO_SUCH_ARGUMENT,
        spot::place(component.path, text, component.offset),
        message,
    )
    .help(help)
    .raw(name)
}

/// The components that a file defines: `#let name(…) =`.
fn defined<'a>(path: &'a str, text: &'a str) -> Vec<(&'a str, Component<'a>)> {
    let mut found = Vec::new();
    for (start, word) in text.match_indices("#let ") {
        let offset = start + word.len();
        let name = identifier(&text[offset..]);
        let open = offset + name.len();
        if name.is_empty() || !text[open..].starts_with('(') {
            continue;
        }
        let parts = arguments(text, open);
        let parameters = parts
            .iter()
            .map(|(_, part)| identifier(part))
            .filter(|name| !name.is_empty());
        found.push((
            name,
            Component {
                path,
                offset,
                parameters: parameters.collect(),
                takes_all: parts.iter().any(|(_, part)| part.starts_with("..")),
            },
        ));
    }
    found
}

/// Each name followed by its arguments, with its place; definitions and methods apart.
fn calls(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    for (open, _) in text.match_indices('(') {
        let name = text[..open]
            .rsplit(|letter: char| !is_part(letter))
            .next()
            .unwrap_or_default();
        let start = open - name.len();
        let before = &text[..start];
        if !name.is_empty() && !before.ends_with('.') && !before.ends_with("let ") {
            found.push((start, name));
        }
    }
    found
}

/// The named arguments of a call, each with its place.
fn named(text: &str, open: usize) -> Vec<(usize, &str)> {
    let parts = arguments(text, open).into_iter();
    let names = parts.filter_map(|(offset, part)| {
        let name = identifier(part);
        let follows = part[name.len()..].trim_start();
        (!name.is_empty() && follows.starts_with(':')).then_some((offset, name))
    });
    names.collect()
}

/// What stands between a parenthesis and the one that closes it, cut at its commas.
fn arguments(text: &str, open: usize) -> Vec<(usize, &str)> {
    let (mut parts, mut start, mut depth) = (Vec::new(), open + 1, 0_usize);
    let mut letters = text[open..]
        .char_indices()
        .map(|(offset, letter)| (open + offset, letter));
    while let Some((offset, letter)) = letters.next() {
        match letter {
            '"' => {
                while letters
                    .next()
                    .is_some_and(|(at, letter)| letter != '"' || text[..at].ends_with('\\'))
                {}
            }
            '/' if text[offset..].starts_with("//") => {
                while letters.next().is_some_and(|(_, letter)| letter != '\n') {}
            }
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth <= 1 => {
                parts.push((start, &text[start..offset]));
                break;
            }
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 1 => {
                parts.push((start, &text[start..offset]));
                start = offset + 1;
            }
            _ => {}
        }
    }
    parts.into_iter().map(|(start, part)| bare(start, part)).collect()
}

/// An argument without the blanks, comments and statements of the template before it.
fn bare(start: usize, part: &str) -> (usize, &str) {
    let mut rest = part;
    loop {
        let before = rest.len();
        rest = rest.trim_start();
        for (open, close) in [("{%", "%}"), ("//", "\n")] {
            if rest.starts_with(open) {
                rest = rest.split_once(close).map_or("", |(_, after)| after);
            }
        }
        if rest.len() == before {
            return (start + part.len() - rest.len(), rest);
        }
    }
}

fn identifier(text: &str) -> &str {
    &text[..text.find(|letter: char| !is_part(letter)).unwrap_or(text.len())]
}

fn is_part(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '-' || letter == '_'
}
