//! A character that the fonts of the document cannot show, or that PDF/A forbids.

use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics, Place, Placed, Spot};
use crate::french::{plural, quoted, without_capital};
use crate::model::ProjectFonts;
use crate::validate::glyphs::Fonts;
use crate::validate::printed::{Kind, Printed};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A character that would stop the document at its very end.
const IMPOSSIBLE_CHARACTER: Code = Code("M220");

/// How many characters of context an excerpt shows on each side.
const EXCERPT: usize = 20;

/// Why a character cannot be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// NUL and the other control characters, except tabulation and ends of line.
    Control,
    /// U+0080 to U+009F, which no text holds: its encoding is not the one that was read.
    Encoding,
    /// U+FEFF, which some software leaves at the beginning of a text.
    ByteOrderMark,
    /// A private character of the Symbol or Wingdings fonts: a bullet pasted from a word processor.
    PastedBullet,
    /// Any other private character.
    Private,
    /// U+FFFD, left where a conversion lost a letter.
    LostLetter,
    /// An embedding, an override or an isolate of direction: the text would be printed in another order.
    Direction,
    Emoji,
    NoFont,
    /// A font of the project lacks it: its name.
    ProjectFont(String),
}

/// Where a character was first met in a file, and how many times in all.
struct Met<'a> {
    place: Place,
    kind: Kind,
    excerpt: &'a str,
    reason: Reason,
    count: usize,
}

/// Reports each impossible character once a file, at its first place.
pub fn check(printed: &[Printed], own: &ProjectFonts, diagnostics: &mut Diagnostics) {
    let fonts = Fonts::of(own);
    let mut met: BTreeMap<(Arc<str>, char), Met> = BTreeMap::new();
    for text in printed {
        for (index, (offset, character)) in text.text.char_indices().enumerate() {
            let ours = |reason: &Reason| is_ours(reason, text.kind) && !is_item(reason, text, offset);
            let Some(reason) = reason_in(text.kind, character, &fonts).filter(ours) else {
                continue;
            };
            let key = (text.place.file.clone(), character);
            let first = met.entry(key).or_insert_with(|| Met {
                place: place_of(text, index, diagnostics),
                kind: text.kind,
                excerpt: match text.kind {
                    Kind::Line | Kind::FileName | Kind::SheetName => &text.text[offset..offset + character.len_utf8()],
                    Kind::Cell | Kind::Entry => excerpt(text.text, offset, character),
                },
                reason,
                count: 0,
            });
            first.count += 1;
        }
    }
    for ((_, character), met) in met {
        let times = match met.count {
            1 => String::new(),
            count => format!(" ({} dans ce fichier)", plural(count, "fois", "fois")),
        };
        let (whose, help) = match met.kind {
            Kind::FileName => (
                "Nom du fichier\u{a0}: ",
                "Renommez le fichier (ou le dossier) sans ce caractère.",
            ),
            Kind::SheetName => (
                "Nom de la feuille\u{a0}: ",
                "Renommez la feuille sans ce caractère, ici et dans data/rapport.yaml si elle y est nommée.",
            ),
            Kind::Line | Kind::Cell | Kind::Entry => ("", help(&met.reason)),
        };
        let told = message(character, &met.reason);
        let told = match whose {
            "" => told,
            _ => without_capital(&told),
        };
        let file = met.place.file.clone();
        let fault = Diagnostic::error(IMPOSSIBLE_CHARACTER, met.place, format!("{whose}{told}{times}."));
        let fault = fault.help(help).raw(met.excerpt);
        diagnostics.push(match met.reason {
            Reason::Encoding => fault.because(Cause::Letters(file)),
            _ => fault,
        });
    }
}

/// The same in a text of this kind: a name of file has no lines.
fn reason_in(kind: Kind, character: char, fonts: &Fonts) -> Option<Reason> {
    let named = matches!(kind, Kind::FileName | Kind::SheetName);
    match character {
        '\t' | '\n' | '\r' if named => Some(Reason::Control),
        _ => reason(character, fonts),
    }
}

/// Under a key, `form` reports what no font at all could show; the fonts are asked here.
fn is_ours(reason: &Reason, kind: Kind) -> bool {
    kind != Kind::Entry || matches!(reason, Reason::Emoji | Reason::NoFont | Reason::ProjectFont(_))
}

/// Where a line of Markdown begins by it, a pasted bullet makes an item of a list, and is not printed.
fn is_item(reason: &Reason, text: &Printed, offset: usize) -> bool {
    let line = text.text[..offset].rsplit('\n').next().unwrap_or_default();
    let is_markdown = text.place.file.starts_with("data/textes/") && !matches!(text.place.spot, Spot::Paragraph { .. });
    *reason == Reason::PastedBullet && is_markdown && line.trim().is_empty()
}

/// Why this character cannot be printed; none for one that can.
pub fn reason(character: char, fonts: &Fonts) -> Option<Reason> {
    match character {
        '\t' | '\n' | '\r' => None,
        '\u{FEFF}' => Some(Reason::ByteOrderMark),
        '\u{FFFD}' => Some(Reason::LostLetter),
        '\u{F000}'..='\u{F0FF}' => Some(Reason::PastedBullet),
        '\u{E000}'..='\u{F8FF}' | '\u{F0000}'.. => Some(Reason::Private),
        // Hyphenation and joining: they are obeyed, not shown.
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2064}' | '\u{FE00}'..='\u{FE0F}' => None,
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => Some(Reason::Direction),
        '\u{80}'..='\u{9F}' => Some(Reason::Encoding),
        _ if character.is_control() => Some(Reason::Control),
        _ if fonts.hold(character) => fonts.project_lacks(character).map(Reason::ProjectFont),
        '\u{2600}'..='\u{27BF}' | '\u{2B00}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}' => Some(Reason::Emoji),
        _ => Some(Reason::NoFont),
    }
}

/// Where a character of a text stands, as near as its kind tells.
pub(super) fn place_of(text: &Printed, index: usize, diagnostics: &Diagnostics) -> Place {
    let mut place = text.place.clone();
    match (text.kind, &mut place.spot) {
        (Kind::Line, Spot::Line { column, .. }) => *column += u32::try_from(index).unwrap_or(0),
        (Kind::Entry, _) => return diagnostics.inside(&Placed::new(text.text.to_owned(), place), index),
        _ => {}
    }
    place
}

/// The text around a character, without the line that precedes or follows it.
fn excerpt(text: &str, offset: usize, character: char) -> &str {
    let (before, after) = (&text[..offset], &text[offset + character.len_utf8()..]);
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    let near = before[line_start..].char_indices().rev().nth(EXCERPT - 1);
    let start = line_start + near.map_or(0, |(index, _)| index);
    let length = after
        .char_indices()
        .take_while(|(_, c)| *c != '\n')
        .nth(EXCERPT)
        .map(|(index, _)| index);
    let line_end = after.find('\n').unwrap_or(after.len());
    &text[start..offset + character.len_utf8() + length.unwrap_or(line_end)]
}

fn message(character: char, reason: &Reason) -> String {
    let code = format!("U+{:04X}", u32::from(character));
    let shown = quoted(&character.to_string());
    match reason {
        Reason::Control => format!("Le caractère de commande {code} est interdit dans un document archivable"),
        Reason::Encoding => {
            format!("Le caractère {code} n’est dans aucun texte : le fichier n’est pas dans l’encodage où il est lu")
        }
        Reason::ByteOrderMark => format!("Le caractère invisible {code} est interdit dans un document archivable"),
        Reason::PastedBullet => {
            format!("Le caractère privé {code} ne s’imprime pas : c’est une puce collée depuis Word")
        }
        Reason::Private => format!("Le caractère privé {code} n’a de sens que dans la police d’où il vient"),
        Reason::LostLetter => format!("Le caractère {shown} ({code}) tient la place d’une lettre perdue"),
        Reason::Direction => format!(
            "Le caractère invisible {code} change l’ordre des lettres : le texte imprimé ne serait pas celui qui est écrit"
        ),
        Reason::Emoji => format!("L’émoji {shown} ({code}) n’existe dans aucune police du document"),
        Reason::NoFont => format!("Le caractère {shown} ({code}) n’existe dans aucune police du document"),
        Reason::ProjectFont(name) => format!(
            "Le caractère {shown} ({code}) n’existe pas dans toutes les graisses de la police du projet, {}",
            quoted(name)
        ),
    }
}

fn help(reason: &Reason) -> &'static str {
    match reason {
        Reason::Control | Reason::ByteOrderMark | Reason::Direction => {
            "Effacez le mot qui le contient et tapez-le de nouveau."
        }
        Reason::Encoding => {
            "Rouvrez le fichier dans le tableur en choisissant son encodage (Macintosh ou DOS, le plus souvent), puis enregistrez-le en UTF-8."
        }
        Reason::PastedBullet => {
            "Remplacez la puce par un tiret (-) suivi d’un espace : c’est ainsi que commence une ligne de liste."
        }
        Reason::Private => "Remplacez-le par le caractère ordinaire qui lui correspond.",
        Reason::LostLetter => "Retapez le mot : une conversion a perdu un accent.",
        Reason::Emoji => "Remplacez l’émoji par un mot.",
        Reason::NoFont => "Remplacez-le par une écriture en lettres latines, ou retirez-le.",
        Reason::ProjectFont(_) => "Remplacez-le, ou prenez une version plus complète de la police.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{FontFamily, NOTO_SANS};

    #[test]
    fn french_typography_is_printable() {
        let none = ProjectFonts::default();
        let fonts = Fonts::of(&none);
        for character in "àéÉœŒçÇ’«»…–—€²³°ᵉʳ·•½≤≥≠±×µ−→\u{A0}\u{202F}\u{2009}\u{AD}₂".chars()
        {
            assert_eq!(reason(character, &fonts), None, "U+{:04X}", u32::from(character));
        }
    }

    #[test]
    fn what_cannot_be_printed_has_its_reason() {
        let none = ProjectFonts::default();
        let fonts = Fonts::of(&none);
        for (character, expected) in [
            ('\0', Reason::Control),
            ('\u{85}', Reason::Encoding),
            ('\u{8F}', Reason::Encoding),
            ('\u{FEFF}', Reason::ByteOrderMark),
            ('\u{F0B7}', Reason::PastedBullet),
            ('\u{E001}', Reason::Private),
            ('\u{10FFFD}', Reason::Private),
            ('\u{FFFD}', Reason::LostLetter),
            ('\u{202E}', Reason::Direction),
            ('\u{2067}', Reason::Direction),
            ('😀', Reason::Emoji),
            ('🇫', Reason::Emoji),
            ('漢', Reason::NoFont),
            // Held by a single face of a family: Typst 0.15 refuses to export them.
            ('✖', Reason::Emoji),
            ('\u{2043}', Reason::NoFont),
            ('\u{FFFF}', Reason::NoFont),
        ] {
            assert_eq!(
                reason(character, &fonts),
                Some(expected),
                "U+{:04X}",
                u32::from(character)
            );
            assert!(help(&reason(character, &fonts).unwrap()).ends_with('.'));
        }
    }

    #[test]
    fn a_font_of_the_project_must_hold_what_is_printed() {
        // A face of the program in the place of one of a project.
        let bytes = |face: &'static [u8]| std::sync::Arc::from(face);
        let family = FontFamily {
            name: "Noto Sans".to_owned(),
            regular: bytes(NOTO_SANS[0]),
            bold: bytes(NOTO_SANS[1]),
            others: Vec::new(),
        };
        let own = ProjectFonts {
            titles: Some(family),
            texts: None,
        };
        let fonts = Fonts::of(&own);
        for character in "éŒ€−₂²\u{202f}".chars() {
            assert_eq!(reason(character, &fonts), None, "{character}");
        }
        // Some sign that another font of the program would have shown: only the project’s family is accused.
        let none = ProjectFonts::default();
        let program = Fonts::of(&none);
        let accused = ('\u{2010}'..'\u{2BFF}')
            .filter(|sign| reason(*sign, &program).is_none())
            .find_map(|sign| reason(sign, &fonts));
        assert_eq!(accused, Some(Reason::ProjectFont("Noto Sans".to_owned())));
    }

    #[test]
    fn an_excerpt_stays_on_its_line() {
        let text = "avant\nune assez longue ligne avec \u{F0B7} une puce au milieu\naprès";
        let offset = text.find('\u{F0B7}').unwrap();
        assert_eq!(
            excerpt(text, offset, '\u{F0B7}'),
            "z longue ligne avec \u{F0B7} une puce au milieu"
        );
    }
}
