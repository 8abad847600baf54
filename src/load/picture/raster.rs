//! An image made of points: its size is read before its points are, then all of them are.

use super::{Drawn, Refusal, proportioned, refuse};
use image::{ImageDecoder, ImageFormat, ImageReader, Limits};
use std::io::Cursor;

/// Points of an image: a full A4 page at 300 dpi has nine million.
const MAXIMUM_POINTS: u64 = 25_000_000;
/// Points an inch at which an image is shown where it is not reduced: sharp on paper and on a screen.
const POINTS_AN_INCH: f64 = 150.0;
/// Bytes that decoding may take beside the points: eight for each of them, twice.
const MEMORY: u64 = MAXIMUM_POINTS * 16;

/// Bytes of a colour profile, unpacked: those of printers have two million. It goes into the document as it is.
const LARGEST_PROFILE: usize = 4_000_000;

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
    proportioned(f64::from(width), f64::from(height))?;
    if format == ImageFormat::Jpeg && !matches!(components(bytes), Some(1 | 3)) {
        return refuse(
            "est en couleurs d’imprimerie (CMJN), qu’un PDF archivable n’admet pas sans profil",
            "Dans un logiciel d’image, convertissez-la en RVB et enregistrez-la de nouveau.",
        );
    }
    let profile = decoder.icc_profile().ok().flatten();
    if profile.is_some_and(|profile| profile.len() > LARGEST_PROFILE) {
        return refuse("a un profil de couleurs de plus de 4 Mo", AGAIN);
    }
    // A turn that the camera noted is read with the points.
    let _ = decoder.orientation();
    match image::DynamicImage::from_decoder(decoder) {
        Ok(_) => Ok(Drawn {
            has_texts: false,
            width_mm: f64::from(width) * 25.4 / POINTS_AN_INCH,
            height_mm: f64::from(height) * 25.4 / POINTS_AN_INCH,
        }),
        Err(_) => refuse("est abîmée : tous ses points ne se lisent pas", AGAIN),
    }
}

/// The colours of each point of a JPEG, by the header of its frame, which the decoder keeps to itself: it gives RGB of any.
pub(super) fn components(bytes: &[u8]) -> Option<u8> {
    let mut at = 2;
    while let [0xFF, marker, high, low, rest @ ..] = bytes.get(at..)? {
        // SOF0 to SOF15, but for the three markers among them that begin no frame (ISO 10918-1, table B.1).
        if matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC) {
            return rest.get(5).copied();
        }
        at += 2 + usize::from(u16::from_be_bytes([*high, *low]));
    }
    None
}
