//! An image made of points: its size is read before its points are, then all of them are.

use super::{Drawn, Refusal, refuse};
use image::{ExtendedColorType, ImageDecoder, ImageFormat, ImageReader, Limits};
use std::io::Cursor;

/// Points of an image: a full A4 page at 300 dpi has nine million.
const MAXIMUM_POINTS: u64 = 25_000_000;
/// Bytes that decoding may take beside the points: eight for each of them, twice.
const MEMORY: u64 = MAXIMUM_POINTS * 16;

const AGAIN: &str = "Ouvrez-la dans un logiciel d’image et enregistrez-la de nouveau, en PNG ou en JPEG.";

/// Whether every point can be read.
pub(super) fn check(bytes: &[u8], format: ImageFormat) -> Result<Drawn, Refusal> {
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let Ok(mut decoder) = reader.into_decoder() else {
        return refuse("est abîmée dès ses premiers octets", AGAIN);
    };
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MAXIMUM_POINTS {
        return refuse(
            format!("a {width} points sur {height}, plus que les 25 millions qu’une page peut montrer"),
            "Réduisez-la dans un logiciel d’image : 2 000 points de large suffisent à une page.",
        );
    }
    if super::vector::is_too_long(f64::from(width), f64::from(height)) {
        return refuse(super::vector::TOO_LONG, super::vector::SHORTEN);
    }
    if matches!(
        decoder.original_color_type(),
        ExtendedColorType::Cmyk8 | ExtendedColorType::Cmyk16
    ) {
        return refuse(
            "est en couleurs d’imprimerie (CMJN), qu’un PDF archivable n’admet pas sans profil",
            "Dans un logiciel d’image, convertissez-la en RVB et enregistrez-la de nouveau.",
        );
    }
    // A turn that the camera noted is read with the points.
    let _ = decoder.orientation();
    match image::DynamicImage::from_decoder(decoder) {
        Ok(_) => Ok(Drawn::default()),
        Err(_) => refuse("est abîmée : tous ses points ne se lisent pas", AGAIN),
    }
}
