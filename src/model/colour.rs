//! A colour as an author and the tokens write it (`#rrggbb`), and how far two colours stand apart for a reader.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::fmt;

/// The contrast under which a text is hard to read (WCAG 2.2, success criterion 1.4.3).
pub const TEXT_CONTRAST: f64 = 4.5;

/// An opaque colour in sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    pub red: u8,
    pub green: u8,
    pub blue: u8,
}

impl Colour {
    /// The colour written `#rrggbb`, or none where the text is anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text
            .strip_prefix('#')
            .filter(|digits| digits.len() == 6 && digits.is_ascii())?;
        let channel = |from: usize| u8::from_str_radix(&digits[from..from + 2], 16).ok();
        Some(Colour {
            red: channel(0)?,
            green: channel(2)?,
            blue: channel(4)?,
        })
    }

    /// Relative luminance, 0 to 1 (WCAG 2.2, “relative luminance”).
    pub fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.04045 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }

    /// Contrast ratio, 1 to 21 (WCAG 2.2, “contrast ratio”).
    pub fn contrast(self, other: Colour) -> f64 {
        let (light, dark) = (
            self.luminance().max(other.luminance()),
            self.luminance().min(other.luminance()),
        );
        (light + 0.05) / (dark + 0.05)
    }

    /// This colour laid over another with a share from 0 (the other alone) to 1 (this one alone).
    pub fn over(self, under: Colour, share: f64) -> Colour {
        let mix = |top: u8, bottom: u8| {
            (f64::from(top) * share + f64::from(bottom) * (1.0 - share))
                .round()
                .clamp(0.0, 255.0) as u8
        };
        Colour {
            red: mix(self.red, under.red),
            green: mix(self.green, under.green),
            blue: mix(self.blue, under.blue),
        }
    }

    /// The first darker shade of this colour that a text may have on a ground; black where none is dark enough.
    pub fn darkened_for(self, ground: Colour, contrast: f64) -> Colour {
        let shades = (0..=255).map(|step| self.over(BLACK, 1.0 - f64::from(step) / 255.0));
        shades
            .into_iter()
            .find(|shade| shade.contrast(ground) >= contrast)
            .unwrap_or(BLACK)
    }
}

const BLACK: Colour = Colour {
    red: 0,
    green: 0,
    blue: 0,
};

impl fmt::Display for Colour {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

impl Serialize for Colour {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Colour {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Colour::parse(&text).ok_or_else(|| D::Error::custom(format!("{text} is not a colour written #rrggbb")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_runs_from_one_to_twenty_one() {
        let (black, white) = (Colour::parse("#000000").unwrap(), Colour::parse("#ffffff").unwrap());
        assert!((black.contrast(white) - 21.0).abs() < 1e-9);
        assert!((white.contrast(white) - 1.0).abs() < 1e-9);
        assert_eq!(Colour::parse("#fff"), None);
        assert_eq!(Colour::parse("#12345é"), None);
    }

    #[test]
    fn a_pale_colour_is_darkened_as_little_as_needed() {
        let (white, yellow) = (Colour::parse("#ffffff").unwrap(), Colour::parse("#ffcc00").unwrap());
        let darker = yellow.darkened_for(white, TEXT_CONTRAST);
        assert!(
            darker.contrast(white) >= TEXT_CONTRAST && darker.contrast(white) < 4.65,
            "{darker}"
        );
        assert_eq!(darker.blue, 0, "the hue stays");
        let dark = Colour::parse("#0b5a7a").unwrap();
        assert_eq!(dark.darkened_for(white, TEXT_CONTRAST), dark);
        assert_eq!(dark.to_string(), "#0b5a7a");
    }
}
