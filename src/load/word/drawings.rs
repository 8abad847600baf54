//! What a run shows that is no word: an image that the file holds, or a drawing that only Word makes.

use super::lacks::Lack;
use super::noun::What;
use super::reader::Reader;
use super::tree::Node;
use crate::diagnostic::Place;
use crate::french;
use crate::load::ProjectPicture;
use std::sync::Arc;

/// Bytes of an image.
const LARGEST: u64 = 20_000_000;
/// Units of Word in a millimetre.
const UNITS: f64 = 36_000.0;
/// Images of a text.
const MOST: usize = 500;

impl Reader<'_, '_> {
    /// The image that a drawing is; none, and told, where it is none.
    pub fn drawing(&mut self, node: &Node) -> Option<What> {
        let first = |names: &[&str]| {
            let mut found = Vec::new();
            node.each(names, &mut found);
            found.first().copied()
        };
        if !self.fields.shows() {
            return None;
        }
        if node.holds(&["txbxContent"]) {
            self.lack(Lack::TextBox, node.words());
            return None;
        }
        let described = first(&["docPr"]);
        let name = described
            .and_then(|node| node.attribute("name"))
            .unwrap_or_default()
            .to_owned();
        let data = first(&["graphicData"])
            .and_then(|data| data.nodes().next())
            .map(|node| node.name.as_str());
        let lack = match (node.name.as_str(), data) {
            ("object", _) => Some(Lack::Object),
            (_, Some("chart")) => Some(Lack::Chart),
            (_, Some("relIds")) => Some(Lack::Diagram),
            ("drawing", Some("pic")) => None,
            // Of images that were grouped, only the first would be shown.
            ("pict", _) if first(&["imagedata"]).is_some() && !node.holds(&["group"]) => None,
            // A line across the page, which is a look.
            ("pict", _) if first(&["rect"]).is_some_and(|rect| rect.attribute("hr").is_some()) => return None,
            _ => Some(Lack::Shape),
        };
        if let Some(lack) = lack {
            self.lack(lack, name);
            return None;
        }
        let said = |node: Option<&Node>, key: &str| {
            let words = node.and_then(|node| node.attribute(key)).unwrap_or_default();
            words.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let shape = first(&["shape"]);
        let alternatives = [said(described, "descr"), said(described, "title"), said(shape, "alt")];
        let alternative = alternatives
            .into_iter()
            .find(|words| !words.is_empty())
            .unwrap_or_default();
        // Word wrote it in the place of the author: it is none.
        let alternative = if is_file_name(&alternative) {
            String::new()
        } else {
            alternative
        };
        if is_automatic(&alternative) {
            self.lack(Lack::Automatic, alternative.clone());
        }
        if first(&["hlinkClick"]).is_some() {
            self.lack(Lack::PictureLink, name.clone());
        }
        let shown = first(&["blip"]).and_then(|blip| blip.attribute("embed"));
        let shown = shown.or_else(|| first(&["imagedata"])?.attribute("id"));
        let relation = shown
            .and_then(|id| self.relations.get(id))
            .filter(|relation| !relation.is_external);
        let Some(target) = relation.map(|relation| relation.target.clone()) else {
            self.lack(Lack::LinkedPicture, name);
            return None;
        };
        let is_turned = first(&["xfrm"]).is_some_and(|frame| {
            let turned = |key: &str| {
                frame
                    .attribute(key)
                    .is_some_and(|value| !["0", "false"].contains(&value))
            };
            turned("rot") || turned("flipH") || turned("flipV")
        });
        let is_cropped = first(&["srcRect"]).is_some_and(|kept| {
            let cut = |side: &&str| {
                kept.attribute(side)
                    .is_some_and(|value| value.trim_end_matches('%') != "0")
            };
            ["l", "t", "r", "b"].iter().any(cut)
        });
        if is_turned || is_cropped {
            self.lack(Lack::Cropped, name.clone());
        }
        let bytes = self.package.bytes(&target, LARGEST).ok().flatten();
        let Some(bytes) = bytes.filter(|_| self.pictures.len() < MOST) else {
            self.lack(Lack::LinkedPicture, name);
            return None;
        };
        let extension = target
            .rsplit_once('.')
            .map_or("", |(_, extension)| extension)
            .to_lowercase();
        let stem = self.file.rsplit('/').next().unwrap_or_default();
        let name = french::folded(&format!("{stem}-{}.{extension}", self.pictures.len() + 1));
        let size = |key: &str| {
            let size: f64 = first(&["extent"])?.attribute(key)?.parse().ok()?;
            Some(size / UNITS).filter(|size| (0.1..10_000.0).contains(size))
        };
        let picture = ProjectPicture {
            // That of its paragraph, once it has one.
            place: Place::file(Arc::clone(&self.file)),
            bytes: Arc::from(bytes),
            width_mm: size("cx").unwrap_or_default(),
            height_mm: size("cy").unwrap_or_default(),
        };
        self.pictures.insert(name.clone(), picture);
        Some(What::Picture {
            name,
            alternative,
            floats: node.child("anchor").is_some(),
        })
    }
}

/// Whether an alternative text is the name of a file, which older versions of Word wrote there.
fn is_file_name(words: &str) -> bool {
    let lower = words.to_lowercase();
    let kinds = [
        ".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".svg",
    ];
    kinds.iter().any(|kind| lower.ends_with(kind))
}

/// Whether Word made an alternative text from what it believes that it sees.
fn is_automatic(words: &str) -> bool {
    let lower = words.to_lowercase();
    let marks = [
        "générée automatiquement",
        "généré automatiquement",
        "généré par l’ia",
        "généré par l'ia",
        "automatically generated",
        "ai-generated",
    ];
    marks.iter().any(|mark| lower.contains(mark))
}
