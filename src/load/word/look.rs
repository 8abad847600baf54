//! The look of the runs of a Word file: what is left out for it, what is told of it, and digits above or below the line.

use super::lacks::Lack;
use super::letters::{Height, Letters};
use super::noun::Voice;
use super::reader::Reader;
use super::tree::Node;

/// What French puts above the line after a number, and reads as well on it: 1er, 2e, n°.
const ORDINALS: [&str; 14] = [
    "er", "re", "ère", "e", "ème", "nd", "nde", "ers", "ères", "es", "èmes", "o", "os", "d",
];

/// What the properties of a run say, but for its voice.
pub(super) struct Look {
    /// Its words are not those that a reader would see, or are none.
    pub is_left: bool,
    height: Height,
}

impl Reader<'_, '_> {
    /// What the properties of a run say that no text has.
    pub fn look(&mut self, node: &Node, properties: &Node, letters: &Letters, voice: &Voice) -> Look {
        let on = |name: &str| properties.is_on(name) == Some(true);
        let words = node.words();
        let (is_hidden, is_struck) = (letters.hidden == Some(true), letters.struck == Some(true));
        let is_drawn = letters.draws(&words);
        // What is not shown has no look.
        let has_look = !words.is_empty() && self.fields.shows();
        let look = Look {
            is_left: has_look && (is_hidden || is_struck || is_drawn),
            height: letters.height.unwrap_or(Height::Line),
        };
        if !has_look {
            return look;
        }
        let coloured = |name: &str| {
            let value = properties.value(name).unwrap_or("auto").to_lowercase();
            !["auto", "000000", "none", "clear", "nil"].contains(&value.as_str())
        };
        let shaded = properties.child("shd").and_then(|shading| shading.attribute("fill"));
        let shaded = shaded.is_some_and(|fill| !["auto", "ffffff"].contains(&fill.to_lowercase().as_str()));
        // A link is coloured and underlined by itself.
        let is_link = voice.link.is_some();
        for (lack, met) in [
            (Lack::Hidden, is_hidden),
            (Lack::Struck, is_struck),
            (Lack::Symbol, is_drawn),
            (
                Lack::Coloured,
                !is_link && (coloured("color") || coloured("highlight") || shaded),
            ),
            (Lack::Underlined, !is_link && on("u")),
            (Lack::Capitals, on("caps") || on("smallCaps")),
            (Lack::TrackedLook, properties.child("rPrChange").is_some()),
        ] {
            if met {
                self.lack(lack, words.clone());
            }
        }
        look
    }

    /// Words above or below the line: digits have signs of their own.
    pub fn raised(&mut self, text: &str, look: &Look) -> String {
        const ABOVE: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
        const BELOW: [char; 10] = ['₀', '₁', '₂', '₃', '₄', '₅', '₆', '₇', '₈', '₉'];
        let signs = match look.height {
            Height::Above if !text.trim().is_empty() => ABOVE,
            Height::Below if !text.trim().is_empty() => BELOW,
            _ => return text.to_owned(),
        };
        let digits: Option<String> = text
            .trim()
            .chars()
            .map(|letter| signs.get(letter.to_digit(10)? as usize).copied())
            .collect();
        if let Some(digits) = digits {
            return text.replace(text.trim(), &digits);
        }
        if !(look.height == Height::Above && ORDINALS.contains(&text.trim())) && self.fields.shows() {
            self.lack(Lack::Raised, text);
        }
        text.to_owned()
    }
}
