//! Bytes of a text file become Unicode: UTF-8 or UTF-16 by their mark, UTF-16 by its zeros, UTF-8, else Windows-1252.
//!
//! It knows nothing of what the text says, and removes nothing but the byte order mark.

use super::kind::kind;
use super::{container, mojibake};
use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics, Place};
use crate::french::quoted;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::sync::Arc;

/// A file holds no byte, or nothing but white space.
pub const EMPTY: Code = Code("M103");
/// A file that should be a text holds bytes that no text holds.
const NOT_A_TEXT: Code = Code("M110");
/// A text reads as if its encoding were older than Windows (`r‚gion` for `région`).
const OLDER_ENCODING: Code = Code("M152");

/// Bytes that tell whether a text without a mark is UTF-16.
const SAMPLE: usize = 1024;

/// What the accents of the old Macintosh look like once read as Windows-1252.
const OLD_ACCENTS: [char; 3] = ['Ž', '\u{8D}', '\u{8F}'];

/// The text of a file, remembered for the excerpts of later faults; a fault where it is no text.
pub fn decode(path: &Arc<str>, bytes: &[u8], diagnostics: &mut Diagnostics) -> Option<Arc<str>> {
    let text = decode_even_blank(path, bytes, diagnostics)?;
    if text.trim().is_empty() {
        let message = format!("« {} » ne contient que des blancs.", path);
        diagnostics.push(
            Diagnostic::error(EMPTY, Place::file(path.clone()), message).help("Remplissez le fichier, ou retirez-le."),
        );
        return None;
    }
    Some(text)
}

/// The text of a file that may well be blank, remembered too.
pub fn decode_even_blank(path: &Arc<str>, bytes: &[u8], diagnostics: &mut Diagnostics) -> Option<Arc<str>> {
    if let Some(fault) = container(path, kind(bytes)) {
        diagnostics.push(fault);
        return None;
    }
    let (encoding, text) = text_of(bytes);
    if let Some(offset) = text.find('\0') {
        let (line, column) = line_and_column(&text, offset);
        let message = format!("« {} » n’est pas un fichier de texte : il contient un octet nul.", path);
        diagnostics.push(
            Diagnostic::error(NOT_A_TEXT, Place::line(path.clone(), line, column), message).help(
                "Effacez à cet endroit le caractère invisible ; s’il y en a partout, l’extension du fichier n’est pas la bonne, ou il est à enregistrer de nouveau en UTF-8.",
            ),
        );
        return None;
    }
    let text: Arc<str> = Arc::from(text);
    diagnostics.remember(path.clone(), text.clone());
    if let Some(found) = mojibake::twice_encoded(&text) {
        let (line, column) = line_and_column(&text, found.offset);
        diagnostics.push(mojibake::mixed(path, Place::line(path.clone(), line, column), &found));
    } else if encoding == WINDOWS_1252 {
        diagnostics.extend(older(path, &text));
    }
    Some(text)
}

/// What is said of a text whose letters are those of DOS or of the old Macintosh.
fn older(path: &Arc<str>, text: &str) -> Option<Diagnostic> {
    let ((line, column), sample, meant) = match mojibake::of_dos(text) {
        Some(found) => {
            let meant = format!(" pour {}", quoted(&found.meant));
            (line_and_column(text, found.offset), found.read, meant)
        }
        None => {
            let (line, column, sample) = old_accent(text).or_else(|| unreadable(text))?;
            ((line, column), sample, String::new())
        }
    };
    let message = format!("« {path} » n’est sans doute ni en UTF-8 ni en Windows-1252 : on y lit « {sample} »{meant}.");
    let help = "Le fichier vient sans doute d’un logiciel ancien (DOS ou Macintosh) : rouvrez-le dans le tableur en choisissant son encodage, puis enregistrez-le en UTF-8.";
    let place = Place::line(path.clone(), line, column);
    let told = match text.contains(is_unreadable) {
        // No text of Windows has such a letter, and no page shows it: each of them would be told apart.
        true => Diagnostic::error(OLDER_ENCODING, place, message).spoils(Cause::Letters(path.clone())),
        false => Diagnostic::warning(OLDER_ENCODING, place, message),
    };
    Some(told.help(help).raw(sample))
}

/// Whether a letter is what Windows-1252 makes of a byte that it has no letter for.
fn is_unreadable(letter: char) -> bool {
    matches!(letter, '\u{80}'..='\u{9F}')
}

/// The first word that holds such a letter, and its place.
fn unreadable(text: &str) -> Option<(u32, u32, String)> {
    text.lines().zip(1..).find_map(|(content, line)| {
        let letters: Vec<char> = content.chars().collect();
        let at = letters.iter().position(|letter| is_unreadable(*letter))?;
        let inside = |letter: &&char| letter.is_alphabetic() || is_unreadable(**letter);
        let start = at - letters[..at].iter().rev().take_while(inside).count();
        let sample = letters[start..].iter().take_while(inside).collect();
        Some((line, u32::try_from(start + 1).ok()?, sample))
    })
}

/// The encoding of a text and the text itself, its ends of line kept save the lone CR of old Macintosh files.
pub fn text_of(bytes: &[u8]) -> (&'static Encoding, String) {
    let (encoding, mark) = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => (encoding, mark),
        None if let Some(encoding) = without_mark(bytes) => (encoding, 0),
        None if std::str::from_utf8(bytes).is_ok() => (UTF_8, 0),
        None => (WINDOWS_1252, 0),
    };
    let (text, _) = encoding.decode_without_bom_handling(&bytes[mark..]);
    // An export of the old Macintosh whose last line, or whose header, another tool wrote is one of its files all the same.
    let alone = lone_returns(&text).count();
    let text = match alone > text.matches('\n').count() {
        true => {
            let mut lines = text.into_owned().into_bytes();
            let at: Vec<usize> = lone_returns(std::str::from_utf8(&lines).unwrap_or_default()).collect();
            at.into_iter().for_each(|at| lines[at] = b'\n');
            String::from_utf8(lines).unwrap_or_default()
        }
        false => text.into_owned(),
    };
    (encoding, text)
}

/// UTF-16 that says nothing of itself: one byte of two is a zero, always on the same side, since nearly every sign of a French table
/// is a Latin letter or a digit.
fn without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let pairs = bytes[..bytes.len().min(SAMPLE)].as_chunks::<2>().0;
    let zeros = |side: usize| pairs.iter().filter(|pair| pair[side] == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    match (first, second) {
        _ if !bytes.len().is_multiple_of(2) => None,
        (0, second) if second > pairs.len() / 2 => Some(UTF_16LE),
        (first, 0) if first > pairs.len() / 2 => Some(UTF_16BE),
        _ => None,
    }
}

/// The offsets of the returns that no end of line follows.
fn lone_returns(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    let found = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\r');
    found.map(|(at, _)| at).filter(|at| bytes.get(at + 1) != Some(&b'\n'))
}

/// The line and the column, from 1, of a byte of a text.
fn line_and_column(text: &str, offset: usize) -> (u32, u32) {
    let before = &text[..offset];
    let column = before.chars().rev().take_while(|character| *character != '\n').count() + 1;
    let held = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    (held(before.matches('\n').count() + 1), held(column))
}

/// The first word in which a sign that no word holds stands between two letters, and its place.
fn old_accent(text: &str) -> Option<(u32, u32, String)> {
    text.lines().zip(1..).find_map(|(content, line)| {
        let letters: Vec<char> = content.chars().collect();
        let at = letters
            .windows(3)
            .position(|near| near[0].is_alphabetic() && OLD_ACCENTS.contains(&near[1]) && near[2].is_lowercase())?;
        let inside = |letter: &&char| letter.is_alphabetic() || OLD_ACCENTS.contains(letter);
        let start = at + 1 - letters[..=at].iter().rev().take_while(inside).count();
        let sample = letters[start..].iter().take_while(inside).collect();
        Some((line, u32::try_from(start + 1).ok()?, sample))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoding_of_a_spreadsheet_gives_the_same_text() {
        let expected = "année;é’œ\n";
        let utf16: Vec<u8> = [0xFF, 0xFE]
            .into_iter()
            .chain(expected.encode_utf16().flat_map(u16::to_le_bytes))
            .collect();
        let with_mark: Vec<u8> = [0xEF, 0xBB, 0xBF].into_iter().chain(expected.bytes()).collect();
        let windows = b"ann\xE9e;\xE9\x92\x9C\n".to_vec();
        for bytes in [utf16, with_mark, windows, expected.as_bytes().to_vec()] {
            assert_eq!(text_of(&bytes).1, expected);
        }
        assert_eq!(text_of(b"a;b\r1;2\r").1, "a;b\n1;2\n");
        assert_eq!(text_of(b"a;b\r1;2\r3;4\r\n").1, "a;b\n1;2\n3;4\r\n");
        assert_eq!(text_of(b"a;b\r\n1;\"x\ry\"\r\n").1, "a;b\r\n1;\"x\ry\"\r\n");
        assert_eq!(text_of(b"a;b\r\n1;2\r\n").1, "a;b\r\n1;2\r\n");
    }

    #[test]
    fn two_encodings_in_one_file_are_told_at_their_place() {
        for bytes in [
            &b"a;b\nd\xE9chets;\xC3\xA9nergie\n"[..],
            "a;b\ndéchets;Ã©nergie\n".as_bytes(),
        ] {
            let mut diagnostics = Diagnostics::default();
            decode(&"data/valeurs/a.csv".into(), bytes, &mut diagnostics);
            let told = diagnostics.sorted();
            assert_eq!((told.len(), told[0].code.0), (1, "M111"));
            assert_eq!(told[0].place.as_ref().unwrap().to_string(), "data/valeurs/a.csv:2:9");
            assert!(told[0].message.contains("énergie"), "{}", told[0].message);
        }
    }

    #[test]
    fn utf_16_is_known_by_its_zeros_where_it_has_no_mark() {
        let text = "indicateur;année;valeur\nélectricité;2024;1 250 €\n";
        let units = || text.encode_utf16();
        assert_eq!(text_of(&units().flat_map(u16::to_le_bytes).collect::<Vec<_>>()).1, text);
        assert_eq!(text_of(&units().flat_map(u16::to_be_bytes).collect::<Vec<_>>()).1, text);
        // A byte lost in a text is no encoding.
        assert_eq!(text_of(b"a;\0b;\0c;\0").1, "a;\0b;\0c;\0");
    }

    #[test]
    fn an_encoding_older_than_windows_is_told_by_its_words() {
        // « réévalués », « août » in the code page 850 of DOS, « réalisé » in Mac Roman.
        let found = |bytes: &[u8]| {
            older(&"a.csv".into(), &text_of(bytes).1)
                .map(|told| (told.place.unwrap().to_string(), told.raw.to_string()))
        };
        let expected = |place: &str, sample: &str| Some((place.to_owned(), sample.to_owned()));
        assert_eq!(found(b"a;b\n1;r\x82\x82valu\x82s"), expected("a.csv:2:3", "r‚‚valu‚s"));
        assert_eq!(found(b"a;b\n1;ao\x96t"), expected("a.csv:2:3", "ao–t"));
        assert_eq!(found(b"a;b\n1;r\x8Ealis\x8E"), expected("a.csv:2:3", "rŽalisŽ"));
        assert_eq!(old_accent("une « ruse… » de l’été ; 12‰ ; Šibenik"), None);
    }

    #[test]
    fn a_null_byte_is_told_where_it_stands() {
        assert_eq!(line_and_column("a;b\nété\0;1\n", 9), (2, 4));
        assert_eq!(line_and_column("\0", 0), (1, 1));
    }
}
