//! What a font file says of itself: its family, its style, whether it may be embedded, what it lacks.

use std::panic::catch_unwind;
use ttf_parser::{Permissions, name_id};

/// The characters that the program prints by itself, whatever the project says: letters of French, figures, signs.
///
/// Spaces are left out: a font without the narrow one gives its ordinary one.
pub const PRINTED: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789\
    ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆàâäçéèêëîïôöùûüÿœæ.,;:!?…’‘«»\"'()[]/\\&@#%‰*+−=<>–—-_·•÷×±°²³€§→";

/// A face, once it may be used.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Face {
    pub family: String,
    pub style: Style,
    /// The characters of [`PRINTED`] without a glyph.
    pub lacking: Vec<char>,
}

/// What the document asks for by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Regular,
    Bold,
    /// Italics, and weights between the two.
    Other,
}

/// The face of a file; else a French half-sentence that says why it cannot be used.
pub(super) fn read(bytes: &[u8]) -> Result<Face, String> {
    if bytes.starts_with(b"ttcf") {
        return Err("est une collection de polices, et non une police".to_owned());
    }
    // A malformed file can make its reader panic: that is a fault of the file.
    catch_unwind(|| of(bytes)).unwrap_or_else(|_| Err("n’est pas une police que l’on sache lire".to_owned()))
}

fn of(bytes: &[u8]) -> Result<Face, String> {
    let face = ttf_parser::Face::parse(bytes, 0).map_err(|_| "n’est pas une police que l’on sache lire".to_owned())?;
    if face.is_variable() {
        return Err("est une police variable, dont les largeurs ne sont pas fixées".to_owned());
    }
    // Without its OS/2 table a font says nothing of its rights.
    let embeddable = match face.permissions() {
        Some(Permissions::Restricted) | None => false,
        Some(Permissions::Installable | Permissions::PreviewAndPrint | Permissions::Editable) => true,
    };
    if !embeddable || !face.is_subsetting_allowed() || !face.is_outline_embedding_allowed() {
        return Err("interdit d’être incorporée à un document (champ fsType de sa table OS/2)".to_owned());
    }
    let names = face.names().into_iter().filter(|name| name.name_id == name_id::FAMILY);
    let family = names
        .filter_map(|name| name.to_string())
        .find(|name| !name.trim().is_empty());
    let family = family.ok_or_else(|| "ne dit pas le nom de sa famille".to_owned())?;
    let lacks = |sign: &char| face.glyph_index(*sign).is_none_or(|glyph| glyph.0 == 0);
    Ok(Face {
        family,
        style: match (face.is_italic() || face.is_oblique(), face.weight().to_number()) {
            (false, 350..=450) => Style::Regular,
            (false, 600..=750) => Style::Bold,
            _ => Style::Other,
        },
        lacking: PRINTED.chars().filter(lacks).collect(),
    })
}
