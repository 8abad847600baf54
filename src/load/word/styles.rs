//! What the styles of a Word file and its lists mean: a level of title, a quotation, a bullet or a number.
//!
//! A style is known by its name, which Word writes in English in every language (`heading 1` under the identifier `Titre1`), and by
//! what it is based on.

use super::letters::Letters;
use super::tree::Node;
use std::collections::BTreeMap;

/// Styles that one is based on, and no further.
const DEEPEST: usize = 30;

/// The styles by identifier.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: BTreeMap<String, Style>,
    numbering: Numbering,
}

#[derive(Debug, Default)]
struct Style {
    /// In small letters.
    name: String,
    based_on: Option<String>,
    outline: Option<u8>,
    list: Option<ListPlace>,
    indented: Option<bool>,
    letters: Letters,
}

/// A list by its number, and the level in it, from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ListPlace {
    pub number: Option<String>,
    pub level: Option<usize>,
}

/// How the items of a level are marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Marker {
    Bullet,
    Number {
        start: u64,
        /// 1, 2, 3: what the report prints; letters, Roman numerals, « 1.1 » or « Article 1 » otherwise.
        is_decimal: bool,
    },
}

#[derive(Debug, Default)]
struct Numbering {
    /// The abstract list of each list, and the levels that begin elsewhere.
    lists: BTreeMap<String, (String, BTreeMap<usize, u64>)>,
    abstracts: BTreeMap<String, BTreeMap<usize, Option<Marker>>>,
    /// The style that says the levels of an abstract list.
    links: BTreeMap<String, String>,
}

/// What a style makes of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Heading(u8),
    Quote,
    Caption,
    /// A line of a table of contents.
    Contents,
    Plain,
}

impl Styles {
    pub fn new(styles: Option<&Node>, numbering: Option<&Node>) -> Self {
        let each = styles
            .into_iter()
            .flat_map(Node::nodes)
            .filter(|node| node.name == "style");
        let read = each.filter_map(|node| Some((node.attribute("styleId")?.to_owned(), style(node))));
        Styles {
            styles: read.collect(),
            numbering: numbering.map(Numbering::new).unwrap_or_default(),
        }
    }

    /// The style of an identifier, then those it is based on.
    fn chain(&self, id: Option<&str>) -> impl Iterator<Item = &Style> {
        let first = id.and_then(|id| self.styles.get(id));
        let next = |style: &&Style| self.styles.get(style.based_on.as_deref()?);
        std::iter::successors(first, next).take(DEEPEST)
    }

    pub fn role(&self, id: Option<&str>) -> Role {
        let found = self.chain(id).find_map(|style| match style.name.as_str() {
            "quote" | "intense quote" | "citation" | "citation intense" | "quotations" => Some(Role::Quote),
            "caption" | "légende" => Some(Role::Caption),
            "title" | "titre" => Some(Role::Heading(1)),
            name if name.starts_with("toc ") || name.starts_with("tm ") => Some(Role::Contents),
            name => {
                let level = name.strip_prefix("heading ").or_else(|| name.strip_prefix("titre "));
                let level = level.and_then(|level| level.parse().ok());
                level
                    .filter(|level| (1..=9).contains(level))
                    .or(style.outline)
                    .map(Role::Heading)
            }
        });
        found.unwrap_or(Role::Plain)
    }

    /// The list that a style puts a paragraph in.
    pub fn list(&self, id: Option<&str>) -> Option<&ListPlace> {
        self.chain(id).find_map(|style| style.list.as_ref())
    }

    /// The level, from 0, that a style of Word says by its name alone: `List Bullet 2`.
    pub fn list_level(&self, id: Option<&str>) -> Option<usize> {
        self.chain(id).find_map(|style| {
            let starts = ["list bullet ", "list number "];
            let level = starts.iter().find_map(|start| style.name.strip_prefix(start))?;
            level.parse::<usize>().ok()?.checked_sub(1)
        })
    }

    /// Whether a style sets its paragraphs apart from the margin.
    pub fn is_indented(&self, id: Option<&str>) -> bool {
        self.chain(id).find_map(|style| style.indented).unwrap_or(false)
    }

    pub fn letters(&self, id: Option<&str>) -> Letters {
        self.chain(id)
            .fold(Letters::default(), |letters, style| letters.or(style.letters))
    }

    /// How a level of a list is marked; none where it is not.
    pub fn marker(&self, number: &str, level: usize) -> Option<Marker> {
        let (base, starts) = self.numbering.lists.get(number)?;
        let linked = self.numbering.links.get(base).and_then(|style| {
            let number = self.list(Some(style))?.number.as_ref()?;
            Some(&self.numbering.lists.get(number)?.0)
        });
        let levels = self.numbering.abstracts.get(linked.unwrap_or(base))?;
        let marker = levels.get(&level).or_else(|| levels.values().next())?.clone()?;
        Some(match (marker, starts.get(&level)) {
            (Marker::Number { is_decimal, .. }, Some(start)) => Marker::Number {
                start: *start,
                is_decimal,
            },
            (marker, _) => marker,
        })
    }
}

fn style(node: &Node) -> Style {
    let paragraph = node.child("pPr");
    Style {
        name: node.value("name").unwrap_or_default().to_lowercase(),
        based_on: node.value("basedOn").map(ToOwned::to_owned),
        outline: paragraph.and_then(outline),
        list: paragraph.and_then(list_place),
        indented: paragraph.and_then(indented),
        letters: node.child("rPr").map(Letters::of).unwrap_or_default(),
    }
}

/// The level of title that a paragraph, or its style, says by itself.
pub(super) fn outline(paragraph: &Node) -> Option<u8> {
    let level: u8 = paragraph.value("outlineLvl")?.parse().ok()?;
    (level < 9).then_some(level + 1)
}

/// Whether a paragraph, or its style, says by itself that it stands apart from the margin.
pub(super) fn indented(paragraph: &Node) -> Option<bool> {
    let indent = paragraph.child("ind")?;
    let left = indent.attribute("left").or_else(|| indent.attribute("start"))?;
    Some(left.parse::<i32>().is_ok_and(|left| left > 0))
}

/// The list that a paragraph, or its style, says by itself.
pub(super) fn list_place(paragraph: &Node) -> Option<ListPlace> {
    let numbering = paragraph.child("numPr")?;
    Some(ListPlace {
        number: numbering.value("numId").map(ToOwned::to_owned),
        level: numbering.value("ilvl").and_then(|level| level.parse().ok()),
    })
}

impl Numbering {
    fn new(root: &Node) -> Self {
        let mut numbering = Numbering::default();
        for node in root.nodes() {
            match node.name.as_str() {
                "abstractNum" => {
                    let id = node.attribute("abstractNumId").unwrap_or_default().to_owned();
                    let levels = node.nodes().filter(|level| level.name == "lvl");
                    if let Some(style) = node.value("numStyleLink") {
                        numbering.links.insert(id.clone(), style.to_owned());
                    }
                    numbering.abstracts.insert(id, levels.filter_map(level).collect());
                }
                "num" => {
                    let id = node.attribute("numId").unwrap_or_default().to_owned();
                    let base = node.value("abstractNumId").unwrap_or_default().to_owned();
                    let overrides = node.nodes().filter(|other| other.name == "lvlOverride");
                    let starts = overrides.filter_map(|other| {
                        let start = other.value("startOverride")?.parse().ok()?;
                        Some((other.attribute("ilvl")?.parse().ok()?, start))
                    });
                    numbering.lists.insert(id, (base, starts.collect()));
                }
                _ => {}
            }
        }
        numbering
    }
}

fn level(node: &Node) -> Option<(usize, Option<Marker>)> {
    let rank = node.attribute("ilvl")?.parse().ok()?;
    let start = node.value("start").and_then(|start| start.parse().ok());
    let marker = match node.value("numFmt").unwrap_or("decimal") {
        "none" => None,
        "bullet" => Some(Marker::Bullet),
        format => Some(Marker::Number {
            start: start.unwrap_or(1),
            is_decimal: format.starts_with("decimal") && is_number_alone(node.value("lvlText").unwrap_or("%1.")),
        }),
    };
    Some((rank, marker))
}

/// Whether what stands before an item is its number and a sign: « %1. », « %2) ».
fn is_number_alone(text: &str) -> bool {
    let is_word = |letter: char| letter.is_alphabetic();
    text.matches('%').count() == 1 && !text.contains(is_word)
}
