//! The walk over what a paragraph holds: runs, links, notes, fields, and what is neither.

use super::fields::{Meaning, anchor, meaning};
use super::lacks::Lack;
use super::letters::Letters;
use super::look::Look;
use super::noun::{Run, Voice, What};
use super::reader::{NoteKind, Reader};
use super::styles::{Role, Styles};
use super::tree::{MARKS, Node, chosen};
use std::sync::Arc;

/// The voice that a paragraph gives to its runs.
#[derive(Clone, Debug, Default)]
pub(super) struct Format {
    letters: Letters,
    link: Option<Arc<str>>,
    /// A title has a weight of its own.
    is_title: bool,
}

impl Format {
    pub fn of(styles: &Styles, style: Option<&str>, role: Role) -> Self {
        let mut letters = styles.letters(style);
        // What is not an ordinary paragraph has the voice that the report gives it.
        if role != Role::Plain {
            (letters.strong, letters.emphasis) = (None, None);
        }
        Format {
            letters,
            link: None,
            is_title: matches!(role, Role::Heading(_)),
        }
    }
}

impl Reader<'_, '_> {
    /// The runs just inside an element.
    pub fn inline(&mut self, parent: &Node, format: &Format, runs: &mut Vec<Run>) {
        for node in parent.nodes() {
            match node.name.as_str() {
                "r" => self.run(node, format, runs),
                "hyperlink" => {
                    let link = self.link(node);
                    let link = link.or_else(|| format.link.clone());
                    self.inline(node, &Format { link, ..format.clone() }, runs);
                }
                "fldSimple" => {
                    let (meaning, lack) = meaning(node.attribute("instr").unwrap_or_default());
                    if let Some(lack) = lack {
                        self.lack(lack, node.words());
                    }
                    match meaning {
                        Meaning::Left => {}
                        Meaning::Link(link) => self.inline(
                            node,
                            &Format {
                                link: Some(link),
                                ..format.clone()
                            },
                            runs,
                        ),
                        Meaning::Words => self.inline(node, format, runs),
                    }
                }
                "ins" | "moveTo" => {
                    self.revisions.take(node);
                    self.inline(node, format, runs);
                }
                "del" | "moveFrom" => self.revisions.take(node),
                "sdt" => self.control(node, |reader, inside| reader.inline(inside, format, runs)),
                "smartTag" | "customXml" | "dir" | "bdo" => self.inline(node, format, runs),
                "AlternateContent" => {
                    if let Some(choice) = chosen(node) {
                        self.inline(choice, format, runs);
                    }
                }
                "oMath" | "oMathPara" => self.lack(Lack::Equation, node.words()),
                "pPr" | "sdtPr" | "smartTagPr" | "customXmlPr" => {}
                name if MARKS.contains(&name) => {}
                name => self.unknown(node, name),
            }
        }
    }

    /// Follows the fields of a paragraph that is left out, where one may end, and hears what was said of it.
    pub fn fields_only(&mut self, node: &Node) {
        let mut marks = Vec::new();
        node.each(&["fldChar", "instrText", "commentReference"], &mut marks);
        for mark in marks {
            match mark.name.as_str() {
                "fldChar" => drop(self.fields.mark(mark.attribute("fldCharType").unwrap_or_default())),
                "commentReference" => self.comment(mark.attribute("id").unwrap_or_default()),
                _ => self.fields.instruct(&mark.text()),
            }
        }
    }

    /// Where a link leads; none, and told, where it is to a place that only Word knows.
    fn link(&mut self, node: &Node) -> Option<Arc<str>> {
        let relation = node.attribute("id").and_then(|id| self.relations.get(id));
        if let Some(relation) = relation {
            let part = node.attribute("anchor").map(|name| format!("#{name}"));
            return Some(Arc::from(relation.target.clone() + &part.unwrap_or_default()));
        }
        let found = node.attribute("anchor").and_then(anchor);
        if found.is_none() && self.fields.shows() {
            self.lack(Lack::Reference, node.words());
        }
        found.map(Arc::from)
    }

    fn run(&mut self, node: &Node, format: &Format, runs: &mut Vec<Run>) {
        let none = Node::default();
        let properties = node.child("rPr").unwrap_or(&none);
        let style = properties.value("rStyle");
        let letters = Letters::of(properties)
            .or(self.styles.letters(style))
            .or(format.letters);
        let voice = Voice {
            strong: !format.is_title && letters.strong == Some(true),
            emphasis: letters.emphasis == Some(true),
            link: format.link.clone().or_else(|| self.fields.link()),
        };
        let look = self.look(node, properties, &letters, &voice);
        self.contents(node, &voice, &look, runs);
    }

    fn contents(&mut self, node: &Node, voice: &Voice, look: &Look, runs: &mut Vec<Run>) {
        for child in node.nodes() {
            let shows = self.fields.shows() && !look.is_left;
            let what = match child.name.as_str() {
                "t" => Some(What::Text(self.raised(&typed(child), look))),
                "tab" | "ptab" => {
                    if !runs.is_empty() && self.fields.shows() {
                        self.lack(Lack::Tabulation, "");
                    }
                    Some(What::Text(" ".to_owned()))
                }
                "br" => match child.attribute("type") {
                    Some("page" | "column") => {
                        self.lack(Lack::PageBreak, "");
                        None
                    }
                    _ => Some(What::Break),
                },
                "cr" => Some(What::Break),
                "noBreakHyphen" => Some(What::Text("\u{2011}".to_owned())),
                "sym" => {
                    let font = child.attribute("font").unwrap_or_default().to_owned();
                    self.lack(Lack::Symbol, font);
                    None
                }
                // The words of a note are read where its call is.
                "footnoteReference" | "endnoteReference" if shows => self.called(child),
                "footnoteReference" | "endnoteReference" => None,
                "commentReference" => {
                    self.comment(child.attribute("id").unwrap_or_default());
                    None
                }
                "fldChar" => {
                    if let Some(lack) = self.fields.mark(child.attribute("fldCharType").unwrap_or_default()) {
                        self.lack(lack, "");
                    }
                    None
                }
                "instrText" => {
                    self.fields.instruct(&child.text());
                    None
                }
                "drawing" | "pict" | "object" => {
                    let shown = self.drawing(child);
                    if shown.is_some() && voice.link.is_some() {
                        self.lack(Lack::PictureLink, "");
                    }
                    shown
                }
                "contentPart" | "subDoc" => {
                    self.lack(Lack::Object, "");
                    None
                }
                "AlternateContent" => {
                    if let Some(choice) = chosen(child) {
                        self.contents(choice, voice, look, runs);
                    }
                    None
                }
                // A hyphen that shows only at the end of a line; the number of the note itself; what a former print left.
                "rPr"
                | "softHyphen"
                | "footnoteRef"
                | "endnoteRef"
                | "annotationRef"
                | "separator"
                | "continuationSeparator"
                | "lastRenderedPageBreak"
                | "delText"
                | "delInstrText" => None,
                name => {
                    self.unknown(child, name);
                    None
                }
            };
            let shown = what.filter(|_| self.fields.shows() && !look.is_left);
            let voice = Voice {
                link: voice.link.clone().or_else(|| self.fields.link()),
                ..voice.clone()
            };
            runs.extend(shown.map(|what| Run { what, voice }));
        }
    }

    fn called(&mut self, node: &Node) -> Option<What> {
        let kind = match node.name.as_str() {
            "endnoteReference" => NoteKind::End,
            _ => NoteKind::Foot,
        };
        if kind == NoteKind::End {
            self.lack(Lack::EndNote, "");
        }
        node.attribute("id").map(|id| What::Note(self.note(kind, id)))
    }
}

/// The text of an element as it is shown: spaces at its ends count only where it says so.
fn typed(node: &Node) -> String {
    let text = node.text().replace(['\n', '\r', '\t'], " ");
    match node.attribute("space") {
        Some("preserve") => text,
        _ => text.trim_matches(' ').to_owned(),
    }
}
