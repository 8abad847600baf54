//! Which characters the fonts of the document hold, and those of the project.
//!
//! It reads no text: `rules::character` asks.

use crate::model::{NOTO_SANS, ProjectFonts, TYPST_FONTS};
use std::collections::BTreeMap;
use ttf_parser::Face;

/// The fonts of the document, asked only whether they hold a character.
///
/// A character counts where every face of one family holds it, since the text around it may be bold or italic. The
/// mathematical fonts are left out: Typst refuses to export some of the characters that only they hold.
pub struct Fonts<'a> {
    /// The faces of Noto Sans first, then those of each family that Typst embeds.
    families: Vec<Vec<Face<'static>>>,
    /// The families of the project, with their names: every one of them must hold what is printed.
    own: Vec<(&'a str, Vec<Face<'a>>)>,
}

impl<'a> Fonts<'a> {
    pub fn of(own: &'a ProjectFonts) -> Self {
        let mut families: BTreeMap<String, Vec<Face>> = BTreeMap::new();
        for face in TYPST_FONTS.iter().filter_map(|file| Face::parse(file, 0).ok()) {
            if face.tables().math.is_none() {
                families.entry(family(&face)).or_default().push(face);
            }
        }
        let sans = NOTO_SANS.iter().filter_map(|file| Face::parse(file, 0).ok()).collect();
        Fonts {
            families: [sans].into_iter().chain(families.into_values()).collect(),
            own: own
                .families()
                .map(|family| {
                    let faces = [&family.regular, &family.bold].into_iter().chain(&family.others);
                    (
                        family.name.as_str(),
                        faces.filter_map(|face| Face::parse(face, 0).ok()).collect(),
                    )
                })
                .collect(),
        }
    }

    /// The family of the project without a glyph for a character that is not drawn otherwise; none where all hold it.
    pub fn project_lacks(&self, character: char) -> Option<String> {
        // Spaces are given by the ordinary one; indices and exponents are small figures.
        let otherwise =
            matches!(character, '\u{a0}' | '\u{2009}' | '\u{202f}' | '\u{2011}' | '⁰'..='⁹' | '₀'..='₉' | '⁻');
        let lacks = |faces: &[Face]| !faces.iter().all(|face| holds(face, character));
        let lacking = self.own.iter().find(|(_, faces)| !otherwise && lacks(faces));
        lacking.map(|(name, _)| (*name).to_owned())
    }

    pub fn hold(&self, character: char) -> bool {
        let all_hold = |faces: &Vec<Face>| faces.iter().all(|face| holds(face, character));
        // Every font has these; most characters of a report stop here.
        (' '..='~').contains(&character) || self.families.iter().any(all_hold)
    }
}

/// Glyph 0 is the empty box that some fonts give to what they lack.
fn holds(face: &Face, character: char) -> bool {
    face.glyph_index(character).is_some_and(|glyph| glyph.0 != 0)
}

/// The name of the family of a face; empty where it has none.
fn family(face: &Face) -> String {
    let names = face.names().into_iter();
    let mut family = names.filter(|name| name.name_id == ttf_parser::name_id::FAMILY);
    family.find_map(|name| name.to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_family_is_known_by_the_name_of_its_faces() {
        let face = Face::parse(crate::model::NOTO_SANS[0], 0).unwrap();
        assert_eq!(family(&face), "Noto Sans");
    }
}
