//! The theme of `rapport.yaml`: colours that a reader can tell from the paper, the logo, the names of the fonts.
//!
//! It decides no other token: the rest of the look is in `report-templates/`.

use super::disk::Disk;
use super::named_file::{inside, there};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Placed};
use crate::form::document::Node;
use crate::form::entry::{FromYaml, entry};
use crate::form::reading::unwritten;
use crate::form::scalars::{Sentence, same_schema};
use crate::model::{Colour, TEXT_CONTRAST};

/// A logo that is neither SVG, PNG nor JPEG.
pub(super) const LOGO: Code = Code("M046");
/// A colour that is not `#rrggbb`.
pub(super) const COLOUR: Code = Code("M045");
/// A colour in which a text could not be read on the paper.
pub(super) const CONTRAST: Code = Code("M048");
/// The colours of the finalités are not five.
pub(super) const FINALITIES: Code = Code("M049");

/// The paper of every document; titles and figures have the colours of the theme on it.
const PAPER: Colour = Colour {
    red: 255,
    green: 255,
    blue: 255,
};

/// The colour of the program.
const BRAND: Colour = Colour {
    red: 0x0b,
    green: 0x5a,
    blue: 0x7a,
};

entry! {
    /// L’identité de la collectivité sur la page.
    noun Appearance, "l’apparence" {
        /// La couleur principale, "#rrggbb" entre guillemets.
        brand("couleur"): Ink = BRAND,
        /// Les cinq couleurs des finalités, dans l’ordre de la loi, chacune "#rrggbb" entre guillemets.
        finalities("couleurs_finalites"): Option<FiveInks>,
        /// Le logo (SVG, PNG ou JPEG), dans data/.
        logo("logo"): Option<Placed<String>>,
        /// Les polices de la charte, quand leurs fichiers sont dans data/polices/.
        fonts("polices"): FontSettings = unwritten(),
    }
}

entry! {
    /// Les polices de la charte : leurs noms, tels que leurs fichiers (.ttf ou .otf) les déclarent.
    noun FontSettings, "les polices" {
        /// La police des titres, des chiffres et des graphiques.
        titles("titres"): Option<Placed<Sentence>>,
        /// La police des phrases.
        texts("textes"): Option<Placed<Sentence>>,
    }
}

/// A colour in which a text reads on the paper; none once the fault was pushed.
pub enum Ink {}

/// The colours of the five finalités.
pub enum FiveInks {}

impl FromYaml for Ink {
    type Value = Colour;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<Colour> {
        let written = String::from_yaml(node, diagnostics)?;
        colour(&Placed::new(written, node.place.clone()), diagnostics)
    }
}

impl FromYaml for FiveInks {
    type Value = [Colour; 5];

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<[Colour; 5]> {
        five_colours(
            &Placed::<Vec<Placed<String>>>::from_yaml(node, diagnostics)?,
            diagnostics,
        )
    }
}

/// The path of a logo; none where it can be none.
pub(super) fn image(logo: Placed<String>, disk: &Disk<'_>, diagnostics: &mut Diagnostics) -> Option<Placed<String>> {
    let logo = inside(logo, "data/", diagnostics)?;
    let name = &logo.value;
    let lower = name.to_lowercase();
    if [".svg", ".png", ".jpg", ".jpeg"]
        .iter()
        .any(|known| lower.ends_with(known))
    {
        return there(logo, "data/", disk, diagnostics);
    }
    let message = format!("Le logo « {name} » n’est ni un SVG, ni un PNG, ni un JPEG.");
    diagnostics.push(
        logo.error(LOGO, message)
            .help("Convertissez-le en SVG (préférable), en PNG ou en JPEG."),
    );
    None
}

fn five_colours(given: &Placed<Vec<Placed<String>>>, diagnostics: &mut Diagnostics) -> Option<[Colour; 5]> {
    let colours: Vec<Option<Colour>> = given.value.iter().map(|text| colour(text, diagnostics)).collect();
    if colours.len() != 5 {
        let message = format!(
            "Les couleurs des finalités sont cinq, dans l’ordre de la loi ; il y en a {} ici.",
            colours.len()
        );
        diagnostics.push(
            Diagnostic::error(FINALITIES, given.place.clone(), message)
                .help("Donnez-en cinq, ou retirez « couleurs_finalites » pour garder celles du programme."),
        );
    }
    let sound: Vec<Colour> = colours.into_iter().collect::<Option<_>>()?;
    sound.try_into().ok()
}

same_schema!(Ink, String);
same_schema!(FiveInks, Vec<String>);

/// The colour of a text on the paper.
fn colour(text: &Placed<String>, diagnostics: &mut Diagnostics) -> Option<Colour> {
    let written = &text.value;
    let Some(colour) = Colour::parse(written) else {
        let message = format!("« {written} » n’est pas une couleur.");
        let help = "Écrivez un croisillon et six chiffres hexadécimaux, entre guillemets droits : \"#0b5a7a\".";
        diagnostics.push(text.error(COLOUR, message).help(help));
        return None;
    };
    let contrast = colour.contrast(PAPER);
    if contrast < TEXT_CONTRAST {
        // Rounded down: 4.49 must not be printed as 4,5.
        let told = crate::french::number((contrast * 10.0).floor() / 10.0, 1);
        let message = format!(
            "La couleur {written} ne se lit pas sur le papier : son contraste est de {told} pour 1, et il en faut 4,5."
        );
        let nearest = colour.darkened_for(PAPER, TEXT_CONTRAST);
        diagnostics.push(
            text.error(CONTRAST, message)
                .help(format!("Écrivez \"{nearest}\", la nuance la plus proche qui se lit.")),
        );
        return None;
    }
    Some(colour)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Place;

    fn placed(text: &str) -> Placed<String> {
        Placed::new(text.to_owned(), Place::file("data/rapport.yaml"))
    }

    #[test]
    fn a_colour_that_cannot_be_read_is_refused_with_the_nearest_that_can() {
        let mut diagnostics = Diagnostics::default();
        assert_eq!(colour(&placed("#ffcc00"), &mut diagnostics), None);
        let told = diagnostics.sorted();
        assert_eq!(told[0].code, CONTRAST);
        let help = told[0].help.clone();
        let nearest = help.split('"').nth(1).unwrap();
        assert!(
            colour(&placed(nearest), &mut Diagnostics::default()).is_some(),
            "{nearest}"
        );
        assert!(told[0].message.contains("1,5 pour 1"), "{}", told[0].message);
    }

    #[test]
    fn the_colours_of_the_finalites_are_five_and_all_faults_are_told() {
        let list = |texts: &[&str]| {
            Placed::new(
                texts.iter().map(|text| placed(text)).collect(),
                Place::file("data/rapport.yaml"),
            )
        };
        let mut diagnostics = Diagnostics::default();
        let five = ["#ad583f", "#1d4a26", "#481a6b", "#7d5310", "#1f5185"];
        let read = five_colours(&list(&five), &mut diagnostics).unwrap();
        assert_eq!(read.map(|colour| colour.to_string()), five);
        assert!(!diagnostics.has_errors());
        assert_eq!(five_colours(&list(&["bleu", "#ffffff"]), &mut diagnostics), None);
        let codes: Vec<Code> = diagnostics.sorted().iter().map(|told| told.code).collect();
        assert_eq!(codes.len(), 3);
        for code in [COLOUR, CONTRAST, FINALITIES] {
            assert!(codes.contains(&code), "{code:?}");
        }
    }
}
