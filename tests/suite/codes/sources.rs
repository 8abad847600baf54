//! What the sources say of codes: where each is declared, and which ones a test names.

use crate::fixture::{files, repository};
use proc_macro2::{TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::time::SystemTime;

/// Code → the files of `src` that declare it.
pub fn declared() -> BTreeMap<String, Vec<String>> {
    let mut declared: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (file, text) in texts("src", "rs") {
        for rest in text.split("= Code(\"").skip(1) {
            let name = rest.split('"').next().unwrap_or_default();
            declared.entry(name.to_owned()).or_default().push(file.clone());
        }
    }
    declared
}

/// The codes that the tests of `src` name in a text, or that one of their snapshots holds; a comment names nothing.
pub fn named_by_unit_tests() -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    for (_, text) in texts("src", "snap") {
        named.extend(codes_of(&text));
    }
    for (file, text) in texts("src", "rs") {
        let tokens = text.parse().unwrap_or_else(|error| panic!("{file}: {error}"));
        read_texts(tokens, &mut named);
    }
    named
}

/// Where gravity and code stand together: `erreur[M012]`.
pub fn told(text: &str) -> BTreeSet<String> {
    let lines = text.lines().filter_map(|line| line.split_once("]: "));
    let heads = lines.filter_map(|(head, _)| head.split_once('['));
    let kinds = ["erreur", "avertissement"];
    heads
        .filter(|(gravity, _)| kinds.contains(gravity))
        .map(|(gravity, code)| format!("{gravity} {code}"))
        .collect()
}

/// What the unit tests have met since the last change of the sources: `erreur M012`.
pub fn noted() -> BTreeSet<String> {
    let changed = texts("src", "rs")
        .map(|(file, _)| moment(&repository().join(file)))
        .max();
    let folder = std::env::current_exe().unwrap().with_file_name("codes-met");
    let entries = std::fs::read_dir(folder).into_iter().flatten();
    entries
        .map(|entry| entry.unwrap())
        .filter(|entry| Some(moment(&entry.path())) >= changed)
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect()
}

fn moment(path: &Path) -> SystemTime {
    std::fs::metadata(path).unwrap().modified().unwrap()
}

/// The texts of a tree of tokens: neither what documents an item, nor the declaration of a code.
fn read_texts(tokens: TokenStream, named: &mut BTreeSet<String>) {
    let mut before = String::new();
    for token in tokens {
        match &token {
            TokenTree::Group(group) if before == "Code" || is_documentation(group.stream()) => {}
            TokenTree::Group(group) => read_texts(group.stream(), named),
            TokenTree::Literal(literal) => named.extend(codes_of(&literal.to_string())),
            TokenTree::Ident(_) | TokenTree::Punct(_) => {}
        }
        before = match token {
            TokenTree::Ident(name) => name.to_string(),
            _ => String::new(),
        };
    }
}

fn is_documentation(tokens: TokenStream) -> bool {
    matches!(tokens.into_iter().next(), Some(TokenTree::Ident(name)) if name == "doc")
}

fn codes_of(text: &str) -> impl Iterator<Item = String> + '_ {
    let starts = text.match_indices('M').map(|(at, _)| &text[at..]);
    starts.filter_map(|rest| {
        let code = rest.get(..4)?;
        let digits = code[1..].bytes().all(|byte| byte.is_ascii_digit());
        let ends = !rest[4..].starts_with(char::is_alphanumeric);
        (digits && ends).then(|| code.to_owned())
    })
}

/// The files of a folder with an extension, by their path.
pub fn texts(folder: &str, extension: &str) -> impl Iterator<Item = (String, String)> {
    let found = files(&repository().join(folder)).into_iter();
    let wanted = found.filter(move |file| file.extension().is_some_and(|found| found == extension));
    wanted.map(move |file| {
        let path = Path::new(folder).join(file);
        let text = std::fs::read_to_string(repository().join(&path)).unwrap();
        (path.display().to_string(), text)
    })
}
