//! The parts of a Word file: opened by their names, each no larger than a text needs, all together too.
//!
//! What a file *declares* as its size is never believed: only what is unpacked counts.

use super::tree::{Node, parse};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Bytes of all the parts that are opened, once unpacked.
const MAXIMUM: u64 = 200_000_000;
/// Bytes of a part of XML: six hundred pages, each word in a run of its own.
const MAXIMUM_XML: u64 = 50_000_000;

/// A Word file whose parts can be asked for.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    left: u64,
    /// The part of the text.
    pub main: String,
}

/// What a part names: an image, a page of the web, another part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Relation {
    /// The last word of its type: `image`, `hyperlink`, `styles`.
    pub kind: String,
    /// A part of the file, or an address.
    pub target: String,
    pub is_external: bool,
}

/// What a part names, by identifier.
pub(super) type Relations = BTreeMap<String, Relation>;

/// Why a file is not read, after « ne peut être lu : ».
pub(super) type Refusal = &'static str;

pub(super) const TOO_LARGE: Refusal = "il est trop gros une fois déplié";

impl<'a> Package<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| "son archive est abîmée")?;
        let mut package = Package {
            archive,
            left: MAXIMUM,
            main: String::new(),
        };
        let named = package.relations("")?;
        let main = named.into_values().find(|relation| relation.kind == "officeDocument");
        package.main = main.map_or_else(|| "word/document.xml".to_owned(), |relation| relation.target);
        Ok(package)
    }

    /// The bytes of a part, no more than `most`; none where there is no such part.
    pub fn bytes(&mut self, path: &str, most: u64) -> Result<Option<Vec<u8>>, Refusal> {
        let Some(index) = self.index(path) else {
            return Ok(None);
        };
        let part = self
            .archive
            .by_index(index)
            .map_err(|_| "une de ses parties ne s’ouvre pas")?;
        let most = most.min(self.left);
        let mut bytes = Vec::new();
        let read = part
            .take(most + 1)
            .read_to_end(&mut bytes)
            .map_err(|_| "une de ses parties est abîmée")?;
        if read as u64 > most {
            return Err(TOO_LARGE);
        }
        self.left -= read as u64;
        Ok(Some(bytes))
    }

    /// The root of a part of XML.
    pub fn part(&mut self, path: &str) -> Result<Option<Node>, Refusal> {
        self.bytes(path, MAXIMUM_XML)?.map(|bytes| parse(&bytes)).transpose()
    }

    /// What a part names; the file itself, where the path is empty.
    pub fn relations(&mut self, path: &str) -> Result<Relations, Refusal> {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let slash = if folder.is_empty() { "" } else { "/" };
        let Some(root) = self.part(&format!("{folder}{slash}_rels/{name}.rels"))? else {
            return Ok(Relations::new());
        };
        let relations = root.nodes().filter_map(|node| {
            let target = node.attribute("Target")?;
            let is_external = node.attribute("TargetMode") == Some("External");
            let relation = Relation {
                kind: node.attribute("Type")?.rsplit('/').next()?.to_owned(),
                target: match is_external {
                    true => target.to_owned(),
                    false => absolute(folder, target),
                },
                is_external,
            };
            Some((node.attribute("Id")?.to_owned(), relation))
        });
        Ok(relations.collect())
    }

    /// The rank of a part, whatever its case and the sign between folders: some tools of Windows write `word\document.xml`.
    fn index(&self, path: &str) -> Option<usize> {
        let wanted = path.to_lowercase();
        (0..self.archive.len()).find(|index| {
            let name = self.archive.name_for_index(*index).and_then(Result::ok);
            name.is_some_and(|name| name.replace('\\', "/").to_lowercase() == wanted)
        })
    }
}

/// The path of a part that is named from a folder: `media/image1.png`, `../media/image1.png`, `/word/styles.xml`.
fn absolute(folder: &str, target: &str) -> String {
    let start = if target.starts_with('/') { "" } else { folder };
    let mut steps: Vec<&str> = start.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_named_from_where_one_stands() {
        assert_eq!(absolute("word", "media/a.png"), "word/media/a.png");
        assert_eq!(absolute("word", "../media/a.png"), "media/a.png");
        assert_eq!(absolute("word", "/word/styles.xml"), "word/styles.xml");
        assert_eq!(absolute("", "../../a"), "a");
    }
}
