//! The fields of Word (a link, a date, a table of contents): what Word computed is read, its instruction is not.

use super::lacks::Lack;
use std::sync::Arc;

/// Places of the report that a text may lead to, by how their names begin.
const ANCHORS: [&str; 4] = ["ind-", "act-", "obj-", "src-"];
/// Fields one in another that are followed.
const DEEPEST: usize = 50;

/// The fields that are open, the outer first; one may go on over several paragraphs.
#[derive(Debug, Default)]
pub(super) struct Fields(Vec<Field>);

#[derive(Debug, Default)]
struct Field {
    instruction: String,
    /// What follows is what Word computed.
    is_result: bool,
    meaning: Meaning,
}

/// What an instruction asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Meaning {
    /// The words that Word computed are the author’s.
    #[default]
    Words,
    Link(Arc<str>),
    /// Words that are left out.
    Left,
}

impl Fields {
    /// Reads a mark of a field: where it begins, where its result begins, where it ends.
    pub fn mark(&mut self, kind: &str) -> Option<Lack> {
        match kind {
            "begin" if self.0.len() < DEEPEST => self.0.push(Field::default()),
            "separate" => {
                let field = self.0.last_mut()?;
                let (meaning, lack) = meaning(&field.instruction);
                (field.is_result, field.meaning) = (true, meaning);
                return lack;
            }
            // Some fields have no result: what they show is their instruction.
            "end" => {
                let field = self.0.pop().filter(|field| !field.is_result)?;
                return unwritten(&field.instruction);
            }
            _ => {}
        }
        None
    }

    pub fn instruct(&mut self, text: &str) {
        if let Some(field) = self.0.last_mut().filter(|field| !field.is_result) {
            field.instruction.push_str(text);
        }
    }

    /// Whether what is read now is to be printed.
    pub fn shows(&self) -> bool {
        self.0
            .iter()
            .all(|field| field.is_result && field.meaning != Meaning::Left)
    }

    /// Where what is read now leads.
    pub fn link(&self) -> Option<Arc<str>> {
        self.0.iter().rev().find_map(|field| match &field.meaning {
            Meaning::Link(address) => Some(Arc::clone(address)),
            _ => None,
        })
    }

    /// Forgets the fields of a part that ends before them.
    pub fn close(&mut self) {
        self.0.clear();
    }
}

/// What is lost of a field whose result is not written in the file.
fn unwritten(instruction: &str) -> Option<Lack> {
    match name(instruction).as_str() {
        "EQ" | "=" => Some(Lack::Equation),
        "SYMBOL" => Some(Lack::Symbol),
        "MACROBUTTON" | "GOTOBUTTON" | "FORMTEXT" | "FORMCHECKBOX" | "FORMDROPDOWN" => Some(Lack::Form),
        "LISTNUM" | "AUTONUM" | "AUTONUMLGL" | "AUTONUMOUT" => Some(Lack::Letters),
        "INCLUDETEXT" | "LINK" | "DATE" | "TIME" | "REF" | "DOCPROPERTY" | "TITLE" => Some(Lack::Unwritten),
        _ => None,
    }
}

fn name(instruction: &str) -> String {
    instruction.split_whitespace().next().unwrap_or_default().to_uppercase()
}

/// What an instruction asks for, and what the report does not keep of it.
pub(super) fn meaning(instruction: &str) -> (Meaning, Option<Lack>) {
    match name(instruction).as_str() {
        "HYPERLINK" => match address(instruction) {
            Some(address) => (Meaning::Link(address.into()), None),
            None => (Meaning::Words, Some(Lack::Reference)),
        },
        "TOC" | "INDEX" | "TOA" => (Meaning::Left, Some(Lack::Contents)),
        "REF" | "PAGEREF" | "NOTEREF" => (Meaning::Words, Some(Lack::Reference)),
        // The rank of a figure in its caption; what was asked when the text was typed; a picture or a quotation.
        "SEQ" | "QUOTE" | "FILLIN" | "ASK" | "INCLUDEPICTURE" | "ADDIN" | "MERGEFIELD" | "" => (Meaning::Words, None),
        "EQ" => (Meaning::Words, Some(Lack::Equation)),
        "SYMBOL" => (Meaning::Left, Some(Lack::Symbol)),
        _ => (Meaning::Words, Some(Lack::Field)),
    }
}

/// The address of a link: what stands between its quotes; a place of the document after `\l`.
fn address(instruction: &str) -> Option<String> {
    let mut parts = instruction.split('"');
    let before = parts.next()?;
    let first = parts.next()?.trim();
    let is_place = |before: &str| before.trim_end().ends_with("\\l");
    if is_place(before) {
        return anchor(first);
    }
    // A place of the page that the address is.
    let place = parts
        .next()
        .filter(|before| is_place(before))
        .and_then(|_| parts.next());
    let place = place.map(|place| format!("#{place}")).unwrap_or_default();
    (!first.is_empty()).then(|| first.to_owned() + &place)
}

/// The place of the report that a place of the document is; none where only Word knows it.
pub(super) fn anchor(name: &str) -> Option<String> {
    ANCHORS
        .iter()
        .any(|start| name.starts_with(start))
        .then(|| format!("#{name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_what_word_computed() {
        let mut fields = Fields::default();
        assert!(fields.shows());
        fields.mark("begin");
        fields.instruct(" HYPERLINK \"https://a.fr\" ");
        assert!(!fields.shows());
        assert_eq!(fields.mark("separate"), None);
        assert_eq!((fields.shows(), fields.link().as_deref()), (true, Some("https://a.fr")));
        fields.mark("end");
        assert_eq!((fields.shows(), fields.link()), (true, None));
        assert_eq!(
            meaning(" HYPERLINK \\l \"_Toc1\" "),
            (Meaning::Words, Some(Lack::Reference))
        );
        assert_eq!(
            meaning("HYPERLINK \\l \"ind-elec\"").0,
            Meaning::Link("#ind-elec".into())
        );
        assert_eq!(meaning(" TOC \\o ").1, Some(Lack::Contents));
        let address = |instruction| meaning(instruction).0;
        assert_eq!(
            address("HYPERLINK \"https://a.fr/b\" \\l \"c\""),
            Meaning::Link("https://a.fr/b#c".into())
        );
    }
}
