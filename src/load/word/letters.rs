//! What properties say of letters that bears a meaning: weight, slant, a trait, what is hidden, raised, drawn by a font of signs.
//!
//! Those of a run go before those of its style, and these before those of its paragraph.

use super::tree::Node;

/// Fonts in which a letter is shown as a drawing: « ü » of Wingdings is a tick.
const DRAWN: [&str; 6] = ["wingdings", "webdings", "symbol", "zapfdingbats", "marlett", "mt extra"];
/// What word processors write where one types a letter of such a font.
const PRIVATE: std::ops::RangeInclusive<char> = '\u{F000}'..='\u{F0FF}';

/// None where nothing is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Letters {
    pub strong: Option<bool>,
    pub emphasis: Option<bool>,
    pub hidden: Option<bool>,
    pub struck: Option<bool>,
    pub height: Option<Height>,
    drawn: Option<bool>,
}

/// Where letters stand against the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Height {
    Above,
    Below,
    Line,
}

impl Letters {
    /// What `<w:rPr>` says.
    pub fn of(properties: &Node) -> Self {
        let either = |one: Option<bool>, other: Option<bool>| match (one, other) {
            (None, None) => None,
            _ => Some(one == Some(true) || other == Some(true)),
        };
        let fonts = properties.child("rFonts");
        let font = fonts.and_then(|fonts| fonts.attribute("ascii").or_else(|| fonts.attribute("hAnsi")));
        Letters {
            strong: properties.is_on("b"),
            emphasis: properties.is_on("i"),
            hidden: properties.is_on("vanish"),
            struck: either(properties.is_on("strike"), properties.is_on("dstrike")),
            height: height(properties),
            drawn: font.map(|font| DRAWN.iter().any(|drawn| font.to_lowercase().starts_with(drawn))),
        }
    }

    /// The same, and what these say not is said by others.
    pub fn or(self, others: Self) -> Self {
        Letters {
            strong: self.strong.or(others.strong),
            emphasis: self.emphasis.or(others.emphasis),
            hidden: self.hidden.or(others.hidden),
            struck: self.struck.or(others.struck),
            height: self.height.or(others.height),
            drawn: self.drawn.or(others.drawn),
        }
    }

    /// Whether a font of signs shows these words as others.
    pub fn draws(&self, words: &str) -> bool {
        let is_drawn = |letter: char| ('!'..='\u{FF}').contains(&letter) || PRIVATE.contains(&letter);
        self.drawn == Some(true) && words.contains(is_drawn)
    }
}

fn height(properties: &Node) -> Option<Height> {
    match properties.value("vertAlign") {
        Some("superscript") => Some(Height::Above),
        Some("subscript") => Some(Height::Below),
        Some(_) => Some(Height::Line),
        // LibreOffice moves the letters instead.
        None => {
            let height: i32 = properties.value("position")?.parse().ok()?;
            Some(match height.signum() {
                1 => Height::Above,
                -1 => Height::Below,
                _ => Height::Line,
            })
        }
    }
}
