//! The measure of a text in the document’s own sans face.
//!
//! Plotters estimates a width without the font; here the advances of Noto Sans are added, so that what is
//! measured is what is printed. Signs that the face lacks (`₂`, `⁻`) become smaller plain signs, shifted.

use ttf_parser::Face;

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

/// The two weights that a drawing may use.
pub(super) struct Letters {
    regular: Face<'static>,
    bold: Face<'static>,
}

impl Letters {
    pub fn new() -> Self {
        let face = |bytes| Face::parse(bytes, 0).expect("the faces of the crate are whole");
        Letters {
            regular: face(notosans::REGULAR_TTF),
            bold: face(notosans::BOLD_TTF),
        }
    }

    /// Width in hundredths of a millimetre, rounded up; kerning, which narrows, is left out.
    pub fn width(&self, text: &str, hand: Hand) -> i32 {
        let parts = runs(text);
        parts.iter().map(|run| self.run_width(run, hand)).sum()
    }

    pub fn run_width(&self, run: &Run, hand: Hand) -> i32 {
        let face = if hand.bold { &self.bold } else { &self.regular };
        let em = f64::from(face.units_per_em());
        let advance = |sign: char| {
            let glyph = face.glyph_index(sign);
            glyph
                .and_then(|glyph| face.glyph_hor_advance(glyph))
                .map_or(1.0, |units| f64::from(units) / em)
        };
        let ems: f64 = run.text.chars().map(advance).sum();
        (ems * f64::from(run.level.size(hand.size))).ceil() as i32
    }

    /// The text, or as much of its beginning as the width allows, then an ellipsis.
    pub fn shorten(&self, text: &str, hand: Hand, limit: i32) -> String {
        if self.width(text, hand) <= limit {
            return text.to_owned();
        }
        let signs: Vec<char> = text.chars().collect();
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

/// Cuts a text where signs missing from the face begin and end.
pub(super) fn runs(text: &str) -> Vec<Run> {
    let mut parts: Vec<Run> = Vec::new();
    for sign in text.chars() {
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
        let letters = Letters::new();
        let text = "Consommation d’électricité ".repeat(12);
        let short = letters.shorten(&text, HAND, 3000);
        assert!(short.ends_with('…') && letters.width(&short, HAND) <= 3000, "{short}");
        assert!(letters.width(&short, HAND) > 2600, "{short}");
        assert_eq!(letters.shorten("2030", HAND, 3000), "2030");
    }
}
