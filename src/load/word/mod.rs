//! A Word file (`.docx`) as a text of the report: its words, what each of them is, and the images that it holds.
//!
//! It decides nothing of what a text may say: the tree of texts is made from it as it is from Markdown. It refuses what the
//! report cannot show, by the paragraph that holds it, and tells what it does not keep: nothing is lost without a word.

mod body;
mod by_hand;
mod calls;
mod comments;
mod drawings;
mod fields;
mod lack_words;
mod lacks;
mod layout;
mod layout_lists;
mod layout_tables;
mod letters;
mod look;
mod noun;
mod package;
mod reader;
mod revisions;
mod runs;
mod styles;
mod tables;
mod tree;
#[cfg(test)]
mod tests;

use super::ProjectPicture;
use super::folder::Found;
use super::picture;
use super::text::{PieceKind, Text};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::stack;
use crate::table::{Kind, is_kind};
use layout::Layout;
use noun::Block;
use package::{Package, Refusal, Relations};
use reader::{NoteKind, Reader};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use styles::Styles;
use tree::Node;

/// A Word file that cannot be read.
const UNREADABLE: Code = Code("M161");

/// Letters of a text: six hundred pages, as in Markdown.
const LONGEST: usize = 2_000_000;

/// A text, and the images that it shows by their names.
pub(super) struct Word {
    pub text: Text,
    pub pictures: BTreeMap<String, ProjectPicture>,
}

/// The text of a Word file; none where it is none, which is told.
pub(super) fn read(found: &Found, bytes: &[u8], diagnostics: &mut Diagnostics) -> Option<Word> {
    if !is_kind(&found.path, bytes, Kind::Writing, diagnostics) {
        return None;
    }
    // Elements one in another are walked as they stand.
    match stack::deep(|| word(found, bytes, diagnostics)) {
        Ok(word) => Some(word),
        Err(reason) => {
            let message = format!("« {} » ne peut être lu : {reason}.", found.path);
            let help = "Ouvrez-le dans Word et enregistrez-le de nouveau au format « Document Word (.docx) ».";
            diagnostics.push(Diagnostic::error(UNREADABLE, found.place(), message).help(help));
            None
        }
    }
}

fn word(found: &Found, bytes: &[u8], diagnostics: &mut Diagnostics) -> Result<Word, Refusal> {
    let mut package = Package::open(bytes)?;
    let main = package.main.clone();
    let relations = package.relations(&main)?;
    let path = |kind: &str| {
        relations
            .values()
            .find(|relation| relation.kind == kind)
            .map(|relation| relation.target.clone())
    };
    let mut part = |kind: &str| -> Result<Option<(String, Node)>, Refusal> {
        let Some(path) = path(kind) else { return Ok(None) };
        Ok(package.part(&path)?.map(|root| (path, root)))
    };
    let (styles, numbering, comments) = (part("styles")?, part("numbering")?, part("comments")?);
    let notes = [(NoteKind::Foot, part("footnotes")?), (NoteKind::End, part("endnotes")?)];
    let document = package.part(&main)?.ok_or("il n’a pas de texte")?;
    let body = document.child("body").ok_or("il n’a pas de texte")?;
    let [styles, numbering] = [&styles, &numbering].map(|part| part.as_ref().map(|(_, root)| root));
    let styles = Styles::new(styles, numbering);
    let comments = comments.map(|(_, root)| comments::comments(&root)).unwrap_or_default();
    let mut reader = Reader::new(Arc::clone(&found.path), &mut package, styles, comments);
    reader.relations = relations;
    let mut blocks = Vec::new();
    reader.blocks(body, &mut blocks);
    reader.end_part();
    by_hand::tell(&blocks, &mut reader);
    by_hand::gather_items(&mut blocks);
    let mut layout = Layout::default();
    layout.blocks(&blocks);
    write_notes(&mut reader, &notes, &mut layout)?;
    if layout.words.len() > LONGEST {
        return Err("il a plus de deux millions de lettres ; partagez-le en plusieurs textes");
    }
    reader.tell(diagnostics);
    let pictures = std::mem::take(&mut reader.pictures);
    let pictures = checked(pictures, &layout, diagnostics);
    // An image that cannot be drawn is told once, by what it is.
    layout.written.pieces.retain(|piece| match &piece.kind {
        PieceKind::Picture { name, .. } => pictures.contains_key(name),
        _ => true,
    });
    let text = Text {
        place: found.place(),
        words: layout.words.into(),
        written: Some(Arc::new(layout.written)),
    };
    Ok(Word { text, pictures })
}

/// What the notes say that the text calls, in the order of their calls.
fn write_notes(
    reader: &mut Reader<'_, '_>,
    parts: &[(NoteKind, Option<(String, Node)>)],
    layout: &mut Layout,
) -> Result<(), Refusal> {
    let mut opened = Vec::new();
    for (kind, part) in parts {
        let Some((path, root)) = part else { continue };
        let notes = root.nodes().filter_map(|note| Some((note.attribute("id")?, note)));
        opened.push((
            *kind,
            reader.package.relations(path)?,
            notes.collect::<BTreeMap<_, _>>(),
        ));
    }
    let mut rank = 0;
    while let Some((kind, id)) = reader.notes.get(rank).cloned() {
        rank += 1;
        let mut blocks: Vec<Block> = Vec::new();
        if let Some((_, relations, notes)) = opened.iter().find(|(of, ..)| *of == kind)
            && let Some(note) = notes.get(id.as_str())
        {
            reader.relations.clone_from(relations);
            reader.blocks(note, &mut blocks);
            reader.end_part();
        }
        layout.note(&rank.to_string(), &blocks);
    }
    reader.relations = Relations::new();
    Ok(())
}

/// The images that can be drawn, each at the place of its paragraph.
fn checked(
    pictures: BTreeMap<String, ProjectPicture>,
    layout: &Layout,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<String, ProjectPicture> {
    let mut places: BTreeMap<&str, Place> = BTreeMap::new();
    for piece in &layout.written.pieces {
        if let (PieceKind::Picture { name, .. }, Some(place)) = (&piece.kind, layout.written.place(piece.at)) {
            places.insert(name, place);
        }
    }
    let mut refused: BTreeSet<Arc<[u8]>> = BTreeSet::new();
    let sound = pictures.into_iter().filter_map(|(name, picture)| {
        let place = places.get(name.as_str())?.clone();
        if refused.contains(&picture.bytes) {
            return None;
        }
        let Some((width_mm, height_mm)) = picture::check_at(&name, &place, &picture.bytes, diagnostics) else {
            refused.insert(Arc::clone(&picture.bytes));
            return None;
        };
        let own = picture.width_mm > 0.0 && picture.height_mm > 0.0;
        let (width_mm, height_mm) = match own {
            true => (picture.width_mm, picture.height_mm),
            false => (width_mm, height_mm),
        };
        Some((
            name,
            ProjectPicture {
                place,
                width_mm,
                height_mm,
                ..picture
            },
        ))
    });
    sound.collect()
}
