//! The names of values that a template of the project uses, held against the list of the README of templates.

use super::spot;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::french;
use crate::render::templates::{EXTENSION, Templates};
use minijinja::Environment;
use std::collections::{BTreeMap, BTreeSet};

/// A template of the project names a value that the program does not give.
const NO_SUCH_NAME: Code = Code("M506");
/// What the program gives; a test holds the list equal to the types of the context.
const README: &str = include_str!("../../../report-templates/README.md");
/// What minijinja itself gives in places.
const ITS_OWN: [&str; 4] = ["loop", "self", "super", "caller"];

/// Tells each name of an overriding template that nothing gives; whether there is none.
///
/// A template that cannot be parsed is told by the engine.
pub fn check(templates: &Templates, diagnostics: &mut Diagnostics) -> bool {
    let given = Given::listed();
    let environment = Environment::new();
    let mut local: BTreeSet<&str> = ITS_OWN.into_iter().collect();
    local.extend(environment.globals().map(|(name, _)| name));
    local.extend(templates.files.values().flat_map(|text| declared(text)));
    let mut sound = true;
    for path in templates.overriding.iter().filter(|path| path.ends_with(EXTENSION)) {
        let text = &templates.files[path];
        let Ok(template) = environment.template_from_named_str(path, text) else {
            continue;
        };
        let used: BTreeSet<String> = template.undeclared_variables(true).into_iter().collect();
        for name in used {
            let root = name.split('.').next().unwrap_or_default();
            if local.contains(root) || is_asked_for(text, &name) {
                continue;
            }
            if let Some(missing) = given.missing(&name) {
                let offset = spot::standing(text, &missing.name).unwrap_or_default();
                diagnostics.push(missing.diagnostic(spot::place(path, text, offset)));
                sound = false;
            }
        }
    }
    sound
}

/// The names that a template gives itself: `set`, `for`, `macro`, `with` and the arguments of a macro.
fn declared(text: &str) -> BTreeSet<&str> {
    let mut names = BTreeSet::new();
    for statement in text.split("{%").skip(1).filter_map(|rest| rest.split("%}").next()) {
        let statement = statement.trim_matches(['-', '+', ' ', '\n']);
        let Some((word, rest)) = statement.split_once(char::is_whitespace) else {
            continue;
        };
        let given = match word {
            "set" | "with" => rest.split('=').next().unwrap_or_default(),
            "for" => rest.split(" in ").next().unwrap_or_default(),
            "macro" => rest,
            _ => continue,
        };
        names.extend(
            given
                .split(|letter: char| !letter.is_alphanumeric() && letter != '_')
                .filter(|name| !name.is_empty()),
        );
    }
    names
}

/// Whether the template asks if the name is there before it uses it.
fn is_asked_for(text: &str, name: &str) -> bool {
    let parts: Vec<&str> = name.split('.').collect();
    (1..=parts.len()).any(|length| {
        let asked = parts[..length].join(".");
        text.contains(&format!("{asked} is defined")) || text.contains(&format!("{asked} is not defined"))
    })
}

/// The paths of the context: `finalities[].title`, `texts.*`.
struct Given {
    paths: BTreeSet<String>,
    /// What is described elsewhere under another path.
    same: BTreeMap<String, String>,
}

/// A name that stops where the context has nothing.
struct Missing {
    name: String,
    near: Option<String>,
}

impl Given {
    fn listed() -> Self {
        let list = README.split("<!-- paths:").nth(1).unwrap_or_default();
        let list = list.split("```").nth(1).unwrap_or_default();
        let mut given = Given {
            paths: BTreeSet::new(),
            same: BTreeMap::new(),
        };
        for (path, kind) in list.lines().filter_map(|line| line.split_once(": ")) {
            let path = path.replace('?', "");
            if let Some(other) = kind.strip_prefix("as ") {
                given.same.insert(path.clone(), other.replace('?', ""));
            }
            given.paths.insert(path);
        }
        given
    }

    /// Where a dotted name leaves what is given; below a list, only filling knows.
    fn missing(&self, dotted: &str) -> Option<Missing> {
        let mut at = String::new();
        let mut name = String::new();
        for word in dotted.split('.') {
            let (parent, separator) = (at.clone(), if at.is_empty() { "" } else { "." });
            name = format!("{name}{separator}{word}");
            at = format!("{parent}{separator}{word}");
            at = self.same.get(&at).cloned().unwrap_or(at);
            if self.below(&format!("{at}[")).next().is_some() || self.paths.contains(&format!("{parent}.*")) {
                return None;
            }
            if !self.paths.contains(&at) && self.below(&format!("{at}.")).next().is_none() {
                let siblings: BTreeSet<&str> = self.below(&format!("{parent}{separator}")).collect();
                return Some(Missing {
                    near: french::nearest(word, siblings.iter().copied())
                        .map(|near| format!("{}{near}", name.strip_suffix(word).unwrap_or_default())),
                    name,
                });
            }
        }
        None
    }

    /// The names that follow a beginning of path.
    fn below<'a>(&'a self, start: &str) -> impl Iterator<Item = &'a str> {
        let length = start.len();
        let start = start.to_owned();
        self.paths
            .range(start.clone()..)
            .take_while(move |path| path.starts_with(&start))
            .map(move |path| path[length..].split(['.', '[']).next().unwrap_or_default())
    }
}

impl Missing {
    fn diagnostic(&self, place: Place) -> Diagnostic {
        let message = format!(
            "Ce modèle nomme « {} », que cette version du programme ne donne pas.",
            self.name
        );
        let near = self
            .near
            .as_ref()
            .map(|near| format!("Vouliez-vous dire « {near} » ? "));
        let help = format!(
            "{}Corrigez le nom, ou retirez votre fichier pour revenir à celui du programme.",
            near.unwrap_or_default()
        );
        Diagnostic::error(NO_SUCH_NAME, place, message)
            .help(help)
            .raw(&self.name)
    }
}
