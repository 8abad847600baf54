//! The measure of a text in the document’s own face of titles: Noto Sans, or that of the project.
//!
//! Plotters estimates a width without the font; here the advances of the face are added, so that what is
//! measured is what is printed. Signs that the face lacks (`₂`, `⁻`) become smaller plain signs, shifted.

use crate::model::{FontFamily, NOTO_SANS};
use std::collections::BTreeMap;
use std::sync::Arc;
use ttf_parser::Face;

/// Letters of a text that is shortened: no drawing has room for more, and each cut is measured whole.
const LONGEST: usize = 500;

/// How a text is written: size in hundredths of a millimetre, and weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hand {
    pub size: i32,
    pub bold: bool,
}

/// A part of a text that is written in one go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub text: String,
    pub level: Level,
}

/// Where a run stands against the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    Line,
    Below,
    Above,
}

/// The two weights that a drawing may use, shared by every sheet.
#[derive(Clone)]
pub(super) struct Letters {
    regular: Arc<Advances>,
    bold: Arc<Advances>,
}

/// The width of each character of a face, in ems.
type Advances = BTreeMap<char, f64>;

impl Letters {
    /// The faces of the program, or those of the family that a project sets its titles in.
    pub fn of(family: Option<&FontFamily>) -> Self {
        let [own_regular, own_bold, ..] = NOTO_SANS;
        let (regular, bold) = family.map_or((own_regular, own_bold), |family| (&family.regular, &family.bold));
        Letters {
            regular: Arc::new(advances(regular)),
            bold: Arc::new(advances(bold)),
        }
    }

    /// Width in hundredths of a millimetre, rounded up; kerning, which narrows, is left out.
    pub fn width(&self, text: &str, hand: Hand) -> i32 {
        let parts = runs(text);
        parts.iter().map(|run| self.run_width(run, hand)).sum()
    }

    pub fn run_width(&self, run: &Run, hand: Hand) -> i32 {
        let advances = if hand.bold { &self.bold } else { &self.regular };
        // A font without the narrow space gives its ordinary one; what it lacks otherwise is measured wide.
        let known = |sign: char| advances.get(&sign).copied();
        let advance = |sign: char| {
            let space = matches!(sign, '\u{a0}' | '\u{202f}').then(|| known(' ')).flatten();
            known(sign).or(space).unwrap_or(1.0)
        };
        let ems: f64 = run.text.chars().map(advance).sum();
        (ems * f64::from(run.level.size(hand.size))).ceil() as i32
    }

    /// The text, or as much of its beginning as the width allows, then an ellipsis.
    pub fn shorten(&self, text: &str, hand: Hand, limit: i32) -> String {
        if self.width(text, hand) <= limit {
            return text.to_owned();
        }
        let signs: Vec<char> = text.chars().take(LONGEST).collect();
        let cut = |kept: usize| {
            let begun: String = signs[..kept].iter().collect();
            format!(
                "{}…",
                begun.trim_end_matches([' ', ',', ';', ':', '\u{a0}', '\u{202f}'])
            )
        };
        let fits = |kept: &usize| self.width(&cut(*kept), hand) <= limit;
        (1..signs.len()).rev().find(fits).map_or_else(|| "…".to_owned(), cut)
    }

    /// The text on one line where it fits, else cut at its last space that does, the second line shortened if need be.
    pub fn two_lines(&self, text: &str, hand: Hand, limit: i32) -> Vec<String> {
        let fits = |text: &str| self.width(text, hand) <= limit;
        let mut cuts = text.match_indices(' ').map(|(at, _)| (&text[..at], &text[at + 1..]));
        match cuts.rfind(|(first, _)| fits(first)) {
            Some((first, second)) if !fits(text) => vec![first.to_owned(), self.shorten(second, hand, limit)],
            _ => vec![self.shorten(text, hand, limit)],
        }
    }
}

/// Every character that a face maps to a glyph; nothing for bytes that are no face, which `load` refuses.
fn advances(bytes: &[u8]) -> Advances {
    let Ok(face) = Face::parse(bytes, 0) else {
        return Advances::new();
    };
    let em = f64::from(face.units_per_em());
    let mut all = Advances::new();
    let tables = face.tables().cmap.into_iter().flat_map(|table| table.subtables);
    for table in tables.filter(ttf_parser::cmap::Subtable::is_unicode) {
        table.codepoints(|code| {
            let Some(sign) = char::from_u32(code) else { return };
            let glyph = face.glyph_index(sign).filter(|glyph| glyph.0 != 0);
            if let Some(units) = glyph.and_then(|glyph| face.glyph_hor_advance(glyph)) {
                all.insert(sign, f64::from(units) / em);
            }
        });
    }
    all
}

impl Level {
    /// The size of a run at this level.
    pub fn size(self, size: i32) -> i32 {
        match self {
            Level::Line => size,
            Level::Below | Level::Above => size * 68 / 100,
        }
    }

    /// How far under the line its own line stands.
    pub fn drop(self, size: i32) -> i32 {
        match self {
            Level::Line => 0,
            Level::Below => size * 14 / 100,
            Level::Above => -(size * 33 / 100),
        }
    }
}

/// The gases whose figure is an index, as the pages write them.
const GASES: [(&str, &str); 5] = [
    ("CO2", "CO₂"),
    ("NO2", "NO₂"),
    ("SO2", "SO₂"),
    ("CH4", "CH₄"),
    ("N2O", "N₂O"),
];

/// Cuts a text where signs missing from the face begin and end.
pub(super) fn runs(text: &str) -> Vec<Run> {
    let mut parts: Vec<Run> = Vec::new();
    let named = |text: String, (plain, written): (&str, &str)| match text.contains(plain) {
        true => text.replace(plain, written),
        false => text,
    };
    for sign in GASES.into_iter().fold(text.to_owned(), named).chars() {
        let (level, plain) = match sign {
            '₀'..='₉' => (Level::Below, char::from(b'0' + (sign as u32 - '₀' as u32) as u8)),
            '⁻' => (Level::Above, '−'),
            '⁰' | '⁴'..='⁹' => (Level::Above, char::from(b'0' + (sign as u32 - '⁰' as u32) as u8)),
            '¹' => (Level::Above, '1'),
            '²' => (Level::Above, '2'),
            '³' => (Level::Above, '3'),
            '\u{2011}' => (Level::Line, '-'),
            other => (Level::Line, other),
        };
        match parts.last_mut() {
            Some(run) if run.level == level => run.text.push(plain),
            _ => parts.push(Run {
                text: plain.to_string(),
                level,
            }),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    const HAND: Hand = Hand { size: 247, bold: false };

    #[test]
    fn missing_signs_become_shifted_plain_ones() {
        assert_eq!(runs("kgCO2e"), runs("kgCO₂e"));
        let parts = runs("tCO₂e·m⁻³");
        let levels: Vec<_> = parts.iter().map(|run| (run.text.as_str(), run.level)).collect();
        let expected = [
            ("tCO", Level::Line),
            ("2", Level::Below),
            ("e·m", Level::Line),
            ("−3", Level::Above),
        ];
        assert_eq!(levels, expected);
    }

    #[test]
    fn a_long_text_is_cut_with_an_ellipsis_and_fits() {
        let letters = Letters::of(None);
        let text = "Consommation d’électricité ".repeat(12);
        let short = letters.shorten(&text, HAND, 3000);
        assert!(short.ends_with('…') && letters.width(&short, HAND) <= 3000, "{short}");
        assert!(letters.width(&short, HAND) > 2600, "{short}");
        assert_eq!(letters.shorten("2030", HAND, 3000), "2030");
    }

    #[test]
    fn a_name_takes_a_second_line_only_when_the_first_does_not_hold_it() {
        let letters = Letters::of(None);
        let lines = |text| letters.two_lines(text, HAND, 3000);
        assert_eq!(lines("Centre de données"), ["Centre de données"]);
        assert_eq!(
            lines("Messagerie et bureautique en ligne"),
            ["Messagerie et", "bureautique en ligne"]
        );
        let sentence = lines("Messagerie et bureautique en ligne, hébergées hors du territoire");
        assert!(sentence.len() == 2 && sentence.concat().ends_with('…'), "{sentence:?}");
    }
}
