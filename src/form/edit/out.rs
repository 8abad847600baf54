//! A tree written as YAML: block style, one key a line, and quotes where a plain scalar would be read as another thing.
//!
//! What was written is read again and compared with the tree: it gives no text that would be read otherwise.

use super::{leaves, parsed};
use crate::form::document::{Node, Shape};
use std::sync::Arc;

/// The text of a tree of keys; none where its reading would give another one.
pub fn yaml(file: &Arc<str>, root: &Node) -> Option<String> {
    let mut text = String::new();
    block(root, 0, &mut text);
    let again = parsed(file, &text)?;
    (leaves(&again) == leaves(root)).then_some(text)
}

/// A value below a key or a dash, from its own line on.
fn block(node: &Node, depth: usize, text: &mut String) {
    let indent = "  ".repeat(depth);
    match &node.shape {
        Shape::Map(entries) | Shape::Line(entries) => {
            for (key, value) in entries.iter().filter(|(_, value)| says(value)) {
                text.push_str(&format!("{indent}{}:", scalar(&key.value)));
                after(value, depth, text);
            }
        }
        Shape::List(nodes) => {
            for node in nodes {
                let mut item = String::new();
                match &node.shape {
                    Shape::Map(_) | Shape::Line(_) => block(node, depth + 1, &mut item),
                    _ => {
                        item.push_str(&indent);
                        item.push_str("  ");
                        after(node, depth, &mut item);
                    }
                }
                // The first line of the item takes the dash in the place of its indent.
                let bare = item.trim_start_matches(' ');
                text.push_str(&format!("{indent}- {bare}"));
            }
        }
        Shape::Scalar { .. } | Shape::Empty => {}
    }
}

/// What follows a key or a dash.
fn after(node: &Node, depth: usize, text: &mut String) {
    match &node.shape {
        // A text of several lines, as its author wrote it.
        Shape::Scalar { text: value, .. } if value.contains('\n') && value.trim() == value => {
            text.push_str(" |-\n");
            let indent = "  ".repeat(depth + 1);
            for line in value.lines() {
                text.push_str(&format!("{}{line}\n", if line.is_empty() { "" } else { &indent }));
            }
        }
        Shape::Scalar { text: value, .. } => text.push_str(&format!(" {}\n", scalar(value))),
        Shape::List(nodes) if nodes.is_empty() => text.push_str(" []\n"),
        Shape::Empty => text.push('\n'),
        Shape::Map(_) | Shape::Line(_) | Shape::List(_) => {
            text.push('\n');
            block(node, depth + 1, text);
        }
    }
}

/// Whether a value is one: an empty cell is no key of YAML.
fn says(node: &Node) -> bool {
    node.shape != Shape::Empty
}

/// A scalar, plain where nothing in it means anything to YAML.
fn scalar(text: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || " -_./’'(),%€+".contains(letter);
    let begins = text.chars().next().is_some_and(char::is_alphanumeric);
    let is_null = text.eq_ignore_ascii_case("null");
    if begins && !is_null && text.trim() == text && text.chars().all(is_plain) {
        return text.to_owned();
    }
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_is_written_as_it_was_read() {
        let file: Arc<str> = Arc::from("a.yaml");
        let text = "nom: Exempleville\nn: 012\nvide: null\nsans: \"null\"\ntexte: |\n  Un.\n\n  # Deux : trois.\ndit: 'L''eau : \"bleue\" # 3'\n\
                    liste:\n  - {a: 1, b: [2, 3]}\n  - - x\n    - y\n  - seul\nautre: {\"72\": Déchets, b: {c: -3}}\nrien: []\n";
        let root = parsed(&file, text).unwrap();
        let written = yaml(&file, &root).unwrap();
        assert_eq!(leaves(&parsed(&file, &written).unwrap()), leaves(&root));
        assert!(
            written.contains("nom: Exempleville\nn: 012\n") && !written.contains("vide"),
            "{written}"
        );
        assert!(written.contains("  - a: 1\n    b:\n      - 2\n"), "{written}");
    }
}
