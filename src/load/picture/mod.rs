//! An image of the project: what its bytes say it is, whether it can be drawn, and what drawing it costs.
//!
//! It draws nothing. What it refuses would stop the composition far from its cause, or take a memory that no page deserves.

mod expanded;
mod raster;
#[cfg(test)]
mod tests;
mod vector;

use super::folder::Found;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, Spot};

/// The image cannot be drawn.
const NOT_A_PICTURE: Code = Code("M150");
/// The texts of an image are drawn with the fonts of the report.
const TEXTS: Code = Code("M157");

/// Extensions of the images that can be drawn; the first of a kind is the one to write.
const KINDS: [(&str, Kind); 4] = [
    ("svg", Kind::Svg),
    ("png", Kind::Png),
    ("jpg", Kind::Jpeg),
    ("jpeg", Kind::Jpeg),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Svg,
    Png,
    Jpeg,
}

/// Why an image is not drawn, in two French sentences: what it is, said after its name, and the next gesture.
#[derive(Debug, PartialEq)]
struct Refusal {
    reason: String,
    gesture: &'static str,
}

/// What is known of an image, once it can be drawn.
#[derive(Debug, Default, PartialEq)]
struct Drawn {
    /// Whether letters of it are texts, not outlines.
    has_texts: bool,
    width_mm: f64,
    height_mm: f64,
}

fn refuse<T>(reason: impl Into<String>, gesture: &'static str) -> Result<T, Refusal> {
    let reason = reason.into();
    Err(Refusal { reason, gesture })
}

/// Refuses what would not hold on a page.
fn proportioned(width: f64, height: f64) -> Result<(), Refusal> {
    if width > 10.0 * height || height > 10.0 * width {
        return refuse(
            "est plus de dix fois plus longue que large, et dépasserait de la page",
            "Recadrez-la, ou prenez la version compacte du logo.",
        );
    }
    Ok(())
}

/// The width and the height of an image on paper, in millimetres, when it can be drawn; pushes why not.
pub(super) fn check(found: &Found, bytes: &[u8], diagnostics: &mut Diagnostics) -> Option<(f64, f64)> {
    check_at(&found.path, &found.place(), bytes, diagnostics)
}

/// The same of an image that another file holds.
pub(super) fn check_at(name: &str, place: &Place, bytes: &[u8], diagnostics: &mut Diagnostics) -> Option<(f64, f64)> {
    let drawn = kind(name, bytes).and_then(|kind| match kind {
        Kind::Svg => vector::check(bytes),
        Kind::Png => raster::check(bytes, image::ImageFormat::Png),
        Kind::Jpeg => raster::check(bytes, image::ImageFormat::Jpeg),
    });
    match drawn {
        Ok(drawn) => {
            if drawn.has_texts {
                diagnostics.push(lettered(name, place));
            }
            Some((drawn.width_mm, drawn.height_mm))
        }
        Err(Refusal { reason, gesture }) => {
            let message = format!("L’image « {name} » {reason}.");
            let gesture = match place.spot {
                Spot::Paragraph { .. } => format!(
                    "{gesture} Pour la sortir de Word : clic droit, « Enregistrer en tant qu’image » (PNG) ; insérez ensuite à sa place le fichier obtenu."
                ),
                _ => gesture.to_owned(),
            };
            diagnostics.push(Diagnostic::error(NOT_A_PICTURE, place.clone(), message).help(gesture));
            None
        }
    }
}

fn lettered(name: &str, place: &Place) -> Diagnostic {
    let message = format!(
        "L’image « {name} » contient des lettres, qui seront dessinées avec les polices du rapport, non avec les siennes."
    );
    let help = "Dans le logiciel de dessin, convertissez ses textes en tracés et enregistrez-la de nouveau.";
    Diagnostic::warning(TEXTS, place.clone(), message).help(help)
}

/// What the first bytes say, when the extension says the same.
fn kind(name: &str, bytes: &[u8]) -> Result<Kind, Refusal> {
    const AGAIN: &str =
        "Enregistrez-la de nouveau dans un logiciel de dessin ou d’image, en SVG (préférable), en PNG ou en JPEG.";
    let extension = name
        .rsplit_once('.')
        .map_or("", |(_, extension)| extension)
        .to_lowercase();
    let announced = KINDS
        .iter()
        .find(|(known, _)| *known == extension)
        .map(|(_, kind)| *kind);
    let written = match bytes {
        [0x1F, 0x8B, ..] => {
            return refuse(
                "est compressée (SVGZ)",
                "Dans le logiciel de dessin, enregistrez-la en SVG ordinaire.",
            );
        }
        _ if bytes.starts_with(b"\x89PNG\r\n\x1a\n") => Some(Kind::Png),
        [0xFF, 0xD8, 0xFF, ..] => Some(Kind::Jpeg),
        _ if crate::table::decoding::text_of(bytes).1.contains("<svg") => Some(Kind::Svg),
        _ => None,
    };
    match (written, announced) {
        (Some(written), Some(announced)) if written == announced => Ok(written),
        (Some(written), _) => {
            let names = KINDS.iter().find(|(_, kind)| *kind == written);
            let name = names.map_or("", |(extension, _)| *extension);
            refuse(
                format!("est un {} sous un autre nom", name.to_uppercase()),
                "Donnez à son nom l’extension de ce qu’elle est : .svg, .png ou .jpg.",
            )
        }
        (None, _) => refuse("n’est ni un SVG, ni un PNG, ni un JPEG", AGAIN),
    }
}
