//! A walk of the templates: each path that they name, told where the context has nothing there.
//!
//! Every branch is read, taken or not. It knows the tags that templates use, and says which one it does not know.

use super::types::{Shape, Types};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// What a walk has found.
pub struct Walk<'a> {
    pub types: &'a Types,
    /// Where templates are looked for, the first that has one wins.
    pub folders: Vec<PathBuf>,
    pub faults: BTreeSet<String>,
    pub read: BTreeSet<PathBuf>,
}

/// The names of a template, innermost last.
type Scope = Vec<BTreeMap<String, Shape>>;

const WORDS: &[&str] = &["and", "or", "not", "in", "if", "else", "is", "true", "false", "none"];

impl Walk<'_> {
    pub fn document(&mut self, name: &str) {
        self.template(name, &mut vec![BTreeMap::new()]);
    }

    fn template(&mut self, name: &str, scope: &mut Scope) {
        let Some(file) = self
            .folders
            .iter()
            .map(|folder| folder.join(name))
            .find(|file| file.exists())
        else {
            self.faults.insert(format!("« {name} » is included, and is nowhere"));
            return;
        };
        let text = std::fs::read_to_string(&file).unwrap();
        self.read.insert(file.clone());
        scope.push(BTreeMap::new());
        for (line, tag) in tags(&text) {
            let place = format!("{}:{line}", shown(&file));
            match tag {
                Tag::Printed(expression) => {
                    self.expression(&expression, scope, &place);
                }
                Tag::Statement(statement) => self.statement(&statement, scope, &place),
            }
        }
        scope.pop();
    }

    fn statement(&mut self, statement: &str, scope: &mut Scope, place: &str) {
        let (word, rest) = statement.split_once(char::is_whitespace).unwrap_or((statement, ""));
        match word {
            "if" | "elif" => {
                self.expression(&tokens(rest), scope, place);
            }
            "else" | "endif" => {}
            "for" => {
                let (names, rest) = rest.split_once(" in ").unwrap_or((rest, ""));
                let (list, condition) = rest.split_once(" if ").unwrap_or((rest, ""));
                let inside = match plain(self.expression(&tokens(list), scope, place)) {
                    Shape::List(inner) => *inner,
                    Shape::Unknown => Shape::Unknown,
                    other => {
                        self.faults
                            .insert(format!("{place}: « {list} » is no list but {other:?}"));
                        Shape::Unknown
                    }
                };
                let names: Vec<&str> = names.split(',').map(str::trim).collect();
                let mut frame = BTreeMap::from([("loop".to_owned(), Shape::Unknown)]);
                for name in &names {
                    frame.insert(
                        (*name).to_owned(),
                        if names.len() == 1 {
                            inside.clone()
                        } else {
                            Shape::Unknown
                        },
                    );
                }
                scope.push(frame);
                self.expression(&tokens(condition), scope, place);
            }
            "endfor" => drop(scope.pop()),
            "set" => {
                let (name, value) = rest.split_once('=').unwrap_or((rest, ""));
                let shape = self.expression(&tokens(value), scope, place);
                if let Some(frame) = scope.last_mut() {
                    frame.insert(name.trim().to_owned(), shape);
                }
            }
            "include" => self.template(rest.trim().trim_matches('"'), scope),
            other => {
                self.faults
                    .insert(format!("{place}: the contract does not know « {other} »: teach it"));
            }
        }
    }

    /// Reads every path of an expression; what it is, where it is one path and nothing else.
    fn expression(&mut self, tokens: &[String], scope: &Scope, place: &str) -> Shape {
        let (mut rank, mut whole) = (0, Shape::Unknown);
        while rank < tokens.len() {
            let before = rank.checked_sub(1).map_or("", |before| tokens[before].as_str());
            let after = tokens.get(rank + 1).map_or("", String::as_str);
            let first = is_name(&tokens[rank]) && !WORDS.contains(&tokens[rank].as_str());
            let tested = before == "is" || (before == "not" && rank > 1 && tokens[rank - 2] == "is");
            if first && !tested && !["|", "."].contains(&before) && !["(", "="].contains(&after) {
                let (end, shape) = self.path(tokens, rank, scope, place);
                if rank == 0 && end == tokens.len() {
                    whole = shape;
                }
                rank = end;
            } else {
                rank += 1;
            }
        }
        whole
    }

    /// A path from its first name: where it ends, and what stands there.
    fn path(&mut self, tokens: &[String], start: usize, scope: &Scope, place: &str) -> (usize, Shape) {
        let name = &tokens[start];
        let found = scope.iter().rev().find_map(|frame| frame.get(name).cloned());
        let mut current = found.or_else(|| self.types.below(&self.types.root(), name));
        let (mut rank, mut words) = (start + 1, name.clone());
        if current.is_none() {
            self.faults.insert(format!(
                "{place}: « {words} » is used, and the context has no such name"
            ));
        }
        while let Some(token) = tokens.get(rank) {
            if token == "." {
                let field = tokens.get(rank + 1).cloned().unwrap_or_default();
                words = format!("{words}.{field}");
                let next = current.as_ref().and_then(|shape| self.types.below(shape, &field));
                if current.is_some() && next.is_none() {
                    self.faults.insert(format!(
                        "{place}: « {words} » is used, and the context has nothing there"
                    ));
                }
                current = next;
                rank += 2;
            } else if token == "[" {
                let end = closing(tokens, rank);
                let inside = &tokens[rank + 1..end];
                self.expression(inside, scope, place);
                current = match current.map(plain) {
                    Some(Shape::Mapping(inner)) => Some(*inner),
                    Some(Shape::List(inner)) if !inside.contains(&":".to_owned()) => Some(*inner),
                    other => other,
                };
                rank = end + 1;
            } else {
                break;
            }
        }
        (rank, current.unwrap_or(Shape::Unknown))
    }
}

enum Tag {
    Printed(Vec<String>),
    Statement(String),
}

/// The tags of a template with their lines; comments are left out.
fn tags(text: &str) -> Vec<(usize, Tag)> {
    let (mut found, mut rest, mut line) = (Vec::new(), text, 1);
    while let Some(at) = rest.find('{') {
        line += rest[..at].matches('\n').count();
        rest = &rest[at..];
        let Some(close) = [("{{", "}}"), ("{%", "%}"), ("{#", "#}")]
            .into_iter()
            .find(|(open, _)| rest.starts_with(open))
        else {
            rest = &rest[1..];
            continue;
        };
        let end = rest
            .find(close.1)
            .unwrap_or_else(|| panic!("line {line}: {} is not closed", close.0));
        let inside = rest[2..end].trim_matches('-').trim();
        match close.0 {
            "{{" => found.push((line, Tag::Printed(tokens(inside)))),
            "{%" => found.push((line, Tag::Statement(inside.to_owned()))),
            _ => {}
        }
        line += rest[..end].matches('\n').count();
        rest = &rest[end + 2..];
    }
    found
}

/// The words and signs of an expression; a text is one, with its quotes.
fn tokens(expression: &str) -> Vec<String> {
    let (mut found, mut letters) = (Vec::new(), expression.chars().peekable());
    while let Some(letter) = letters.next() {
        let mut token = letter.to_string();
        if letter == '"' {
            token.extend(letters.by_ref().take_while(|next| *next != '"'));
        } else if letter.is_alphanumeric() || letter == '_' {
            while let Some(next) = letters.next_if(|next| next.is_alphanumeric() || *next == '_') {
                token.push(next);
            }
        } else if letter.is_whitespace() {
            continue;
        }
        found.push(token);
    }
    found
}

fn is_name(token: &str) -> bool {
    token.starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == '_')
}

fn closing(tokens: &[String], open: usize) -> usize {
    let mut depth = 0;
    for (rank, token) in tokens.iter().enumerate().skip(open) {
        match token.as_str() {
            "[" => depth += 1,
            "]" if depth == 1 => return rank,
            "]" => depth -= 1,
            _ => {}
        }
    }
    panic!("a bracket is not closed: {tokens:?}")
}

fn plain(shape: Shape) -> Shape {
    match shape {
        Shape::Optional(inner) => *inner,
        other => other,
    }
}

fn shown(file: &Path) -> String {
    let below = file.strip_prefix(crate::fixture::repository()).unwrap_or(file);
    below.display().to_string()
}
