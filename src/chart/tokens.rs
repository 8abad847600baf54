//! The look in one file: `report-templates/tokens.json`, read here for the drawings and by the templates for the pages.

use crate::config::Appearance;
use crate::model::Colour;
use crate::model::{Finality, FontFamily, ProjectFonts};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Colours, fonts and sizes of the report; every colour is opaque.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Tokens {
    pub text: Colour,
    pub muted: Colour,
    pub rule: Colour,
    pub wash: Colour,
    pub paper: Colour,
    pub brand: Colour,
    /// One a finalité, in the order of the law.
    pub finalities: [Colour; 5],
    /// By the key of the status.
    pub statuses: BTreeMap<String, StatusLook>,
    pub fonts: Fonts,
    /// Points.
    pub sizes: BTreeMap<String, f64>,
}

/// How a status is drawn; its word is always printed beside it.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct StatusLook {
    pub color: Colour,
    /// The name of a shape that the templates draw.
    pub shape: String,
}

/// Families by their real names, as the fonts in the program declare them.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Fonts {
    pub sans: String,
    pub serif: String,
}

impl Tokens {
    /// The tokens that the program carries.
    pub fn embedded() -> Self {
        serde_json::from_str(include_str!("../../report-templates/tokens.json"))
            .expect("tokens.json is part of the program and a test reads it")
    }

    /// The same with the theme of the project in its place; the pages are given these very tokens.
    pub fn themed(appearance: &Appearance, fonts: &ProjectFonts) -> Self {
        let own = Tokens::embedded();
        let named = |family: &Option<FontFamily>| family.as_ref().map(|family| family.name.clone());
        Tokens {
            fonts: Fonts {
                sans: named(&fonts.titles).unwrap_or(own.fonts.sans),
                serif: named(&fonts.texts).unwrap_or(own.fonts.serif),
            },
            brand: appearance.brand,
            finalities: appearance.finalities.unwrap_or(own.finalities),
            ..own
        }
    }

    pub fn finality(&self, finality: Finality) -> Colour {
        self.finalities[usize::from(finality.number()) - 1]
    }

    /// A size in points; the size of a chart’s labels where the name is unknown.
    pub fn size(&self, name: &str) -> f64 {
        self.sizes.get(name).copied().unwrap_or(7.0)
    }
}

impl Default for Tokens {
    fn default() -> Self {
        Tokens::embedded()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Settings;
    use crate::model::Status;

    #[test]
    fn every_status_has_a_colour_and_a_shape() {
        let tokens = Tokens::embedded();
        for look in Status::looks() {
            assert!(tokens.statuses.contains_key(look.key), "{}", look.key);
        }
        assert_eq!(tokens.statuses.len(), Status::looks().count());
    }

    #[test]
    fn a_theme_changes_what_it_names_and_is_read_back() {
        let mut appearance = Appearance {
            brand: Colour::parse("#123456").unwrap(),
            ..Settings::fixture().appearance
        };
        let own = Tokens::embedded();
        let themed = Tokens::themed(&appearance, &ProjectFonts::default());
        assert_eq!(themed.brand.to_string(), "#123456");
        assert_eq!((themed.finalities, themed.text), (own.finalities, own.text));
        appearance.finalities = Some([own.text; 5]);
        let themed = Tokens::themed(&appearance, &ProjectFonts::default());
        assert_eq!(themed.finality(Finality::ALL[4]), own.text);
        let written = serde_json::to_string(&themed).unwrap();
        assert_eq!(serde_json::from_str::<Tokens>(&written).unwrap(), themed);
    }

    #[test]
    fn colours_used_for_text_are_read_on_paper_and_on_the_wash() {
        let tokens = Tokens::embedded();
        let statuses = tokens.statuses.values().map(|look| look.color);
        let texts = [tokens.text, tokens.muted, tokens.brand].into_iter();
        for colour in texts.chain(tokens.finalities).chain(statuses) {
            for ground in [tokens.paper, tokens.wash] {
                assert!(colour.contrast(ground) >= 4.5, "{colour:?} on {ground:?}");
            }
        }
    }

    #[test]
    fn the_five_finalities_stay_apart_in_grey() {
        let mut colours = Tokens::embedded().finalities;
        colours.sort_by(|left, right| left.luminance().total_cmp(&right.luminance()));
        for pair in colours.windows(2) {
            assert!(pair[0].contrast(pair[1]) >= 1.2, "{pair:?}");
        }
    }

    /// Dichromat simulation: Machado, Oliveira and Fernandes (2009), severity 1, linear RGB; distance in OKLab.
    #[test]
    fn the_five_finalities_stay_apart_for_colour_blind_readers() {
        let finalities = Tokens::embedded().finalities;
        for matrix in [PROTANOPIA, DEUTERANOPIA, TRITANOPIA] {
            for (index, one) in finalities.iter().enumerate() {
                for other in &finalities[index + 1..] {
                    let distance = oklab_distance(seen(*one, matrix), seen(*other, matrix));
                    assert!(distance >= 0.06, "{one:?} and {other:?}: {distance}");
                }
            }
        }
    }

    type Matrix = [[f64; 3]; 3];
    const PROTANOPIA: Matrix = [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ];
    const DEUTERANOPIA: Matrix = [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ];
    const TRITANOPIA: Matrix = [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ];

    /// The linear channels a dichromat sees.
    fn seen(colour: Colour, matrix: Matrix) -> [f64; 3] {
        let linear = [colour.red, colour.green, colour.blue].map(|channel| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.04045 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        });
        matrix.map(|row| {
            row.iter()
                .zip(linear)
                .map(|(factor, value)| factor * value)
                .sum::<f64>()
                .clamp(0.0, 1.0)
        })
    }

    /// Euclidean distance in OKLab (Ottosson 2020).
    fn oklab_distance(one: [f64; 3], other: [f64; 3]) -> f64 {
        let lab = |[red, green, blue]: [f64; 3]| {
            let long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue).cbrt();
            let medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue).cbrt();
            let short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue).cbrt();
            [
                0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
                1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
                0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
            ]
        };
        let squares = lab(one)
            .into_iter()
            .zip(lab(other))
            .map(|(left, right)| (left - right).powi(2));
        squares.sum::<f64>().sqrt()
    }
}
