//! The XML of a part of a Word file as a tree: local names, attributes, texts.
//!
//! It knows nothing of what an element means. What is deeper or larger than any text of a report is refused.

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

/// Elements one in another: a table in a text box in a content control takes some forty.
const DEEPEST: usize = 200;
/// Elements of a part: a text of six hundred pages, each word in a run of its own.
const MOST: usize = 2_000_000;
/// Attributes of an element: the root names some fifty spaces.
const MOST_ATTRIBUTES: usize = 500;

/// What marks a place and holds nothing.
pub(super) const MARKS: [&str; 15] = [
    "bookmarkStart",
    "bookmarkEnd",
    "proofErr",
    "permStart",
    "permEnd",
    "commentRangeStart",
    "commentRangeEnd",
    "moveFromRangeStart",
    "moveFromRangeEnd",
    "moveToRangeStart",
    "moveToRangeEnd",
    "tblPr",
    "tblGrid",
    "tblPrEx",
    "trPr",
];

/// An element; the root of a part, or below.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Node {
    /// Without its prefix.
    pub name: String,
    attributes: Vec<(String, String)>,
    pub children: Vec<Child>,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Child {
    Node(Node),
    Text(String),
}

/// The root of a part; why it is none, for who made the file, otherwise.
pub(super) fn parse(bytes: &[u8]) -> Result<Node, &'static str> {
    const BROKEN: &str = "une de ses parties est mal formée";
    const TOO_MANY: &str = "ses éléments sont trop nombreux, ou trop imbriqués";
    let mut reader = Reader::from_reader(bytes);
    let mut buffer = Vec::new();
    let mut open = vec![Node::default()];
    let mut count = 0;
    loop {
        buffer.clear();
        let event = reader.read_event_into(&mut buffer).map_err(|_| BROKEN)?;
        match &event {
            Event::Start(element) | Event::Empty(element) => {
                count += 1;
                if open.len() > DEEPEST || count > MOST {
                    return Err(TOO_MANY);
                }
                let node = node(element).ok_or(TOO_MANY)?;
                match event {
                    Event::Start(_) => open.push(node),
                    _ => add(&mut open, Child::Node(node)),
                }
            }
            Event::End(_) => {
                let closed = open.pop().filter(|_| !open.is_empty()).ok_or(BROKEN)?;
                add(&mut open, Child::Node(closed));
            }
            Event::Text(text) => add(&mut open, Child::Text(text.to_string())),
            Event::CData(text) => add(&mut open, Child::Text(text.to_string())),
            Event::GeneralRef(entity) => add(&mut open, Child::Text(entity_text(entity))),
            Event::Eof => break,
            _ => {}
        }
    }
    match (open.pop(), open.is_empty()) {
        (Some(root), true) => root.into_nodes().next().ok_or(BROKEN),
        _ => Err(BROKEN),
    }
}

/// Adds what stands in the element that is open; texts that follow each other are one.
fn add(open: &mut [Node], child: Child) {
    let Some(parent) = open.last_mut() else { return };
    match (parent.children.last_mut(), child) {
        (Some(Child::Text(before)), Child::Text(text)) => before.push_str(&text),
        (_, child) => parent.children.push(child),
    }
}

/// None where it has more attributes than any; that two have one name is not looked for, which would take the square of their count.
fn node(element: &BytesStart<'_>) -> Option<Node> {
    let mut read = Vec::new();
    for (rank, attribute) in element.attributes().with_checks(false).enumerate() {
        if rank == MOST_ATTRIBUTES {
            return None;
        }
        let Ok(attribute) = attribute else { continue };
        if let Ok(value) = attribute.normalized_value(XmlVersion::Implicit1_0) {
            read.push((local(attribute.key.as_ref()), value.into_owned()));
        }
    }
    Some(Node {
        name: local(element.name().as_ref()),
        attributes: read,
        children: Vec::new(),
    })
}

fn local(name: &str) -> String {
    name.rsplit(':').next().unwrap_or_default().to_owned()
}

/// What `&…;` stands for; nothing where a part would define it, which Word never does.
fn entity_text(name: &str) -> String {
    let number = name.strip_prefix('#');
    let code = number.and_then(|number| match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok(),
        None => number.parse().ok(),
    });
    let letter = match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => code.and_then(char::from_u32),
    };
    letter.map(String::from).unwrap_or_default()
}

impl Node {
    /// An attribute by its name without prefix.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The elements just below.
    pub fn nodes(&self) -> impl Iterator<Item = &Node> {
        self.children.iter().filter_map(|child| match child {
            Child::Node(node) => Some(node),
            Child::Text(_) => None,
        })
    }

    fn into_nodes(self) -> impl Iterator<Item = Node> {
        self.children.into_iter().filter_map(|child| match child {
            Child::Node(node) => Some(node),
            Child::Text(_) => None,
        })
    }

    /// The first element of a name just below.
    pub fn child(&self, name: &str) -> Option<&Node> {
        self.nodes().find(|node| node.name == name)
    }

    /// The value that the first element of a name just below bears: `<w:jc w:val="center"/>`.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.child(name)?.attribute("val")
    }

    /// Whether an element of a name below says yes: there without a value, or with one that is no « no ».
    pub fn is_on(&self, name: &str) -> Option<bool> {
        let node = self.child(name)?;
        let no = ["0", "false", "off", "none"];
        Some(node.attribute("val").is_none_or(|value| !no.contains(&value)))
    }

    /// Every element below of one of these names, itself too, in order; not what stands in one that is found.
    pub fn each<'a>(&'a self, names: &[&str], found: &mut Vec<&'a Node>) {
        if names.contains(&self.name.as_str()) {
            return found.push(self);
        }
        self.nodes().for_each(|node| node.each(names, found));
    }

    /// Whether an element of one of these names stands below, or is this one.
    pub fn holds(&self, names: &[&str]) -> bool {
        names.contains(&self.name.as_str()) || self.nodes().any(|node| node.holds(names))
    }

    /// The text just inside.
    pub fn text(&self) -> String {
        let texts = self.children.iter().filter_map(|child| match child {
            Child::Text(text) => Some(text.as_str()),
            Child::Node(_) => None,
        });
        texts.collect()
    }

    /// The words below, deleted ones too: paragraphs and lines are parted by a space.
    pub fn words(&self) -> String {
        let mut words = String::new();
        self.put_words(&mut words);
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn put_words(&self, words: &mut String) {
        match self.name.as_str() {
            "t" | "delText" => words.push_str(&self.text()),
            "tab" | "br" | "cr" => words.push(' '),
            "Fallback" => {}
            _ => {
                self.nodes().for_each(|node| node.put_words(words));
                if self.name == "p" {
                    words.push(' ');
                }
            }
        }
    }
}

/// What Word shows of an element that several programs read each in its way.
pub(super) fn chosen(node: &Node) -> Option<&Node> {
    node.child("Choice").or_else(|| node.child("Fallback"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_read_whole_and_a_bomb_is_refused() {
        let root = parse(
            b"<?xml version='1.0'?><w:p a:x='1 &amp; 2'><w:r><w:t>a &lt; b&#233;</w:t></w:r><w:b w:val='0'/></w:p>",
        )
        .unwrap();
        assert_eq!((root.name.as_str(), root.attribute("x")), ("p", Some("1 & 2")));
        assert_eq!(root.words(), "a < bé");
        assert_eq!((root.is_on("b"), root.is_on("i")), (Some(false), None));
        for broken in [
            String::new(),
            "<a>".to_owned(),
            "</a>".to_owned(),
            "<a>".repeat(100_000),
            format!("<a {}/>", "b='' ".repeat(1_000_000)),
        ] {
            assert!(parse(broken.as_bytes()).is_err());
        }
    }
}
