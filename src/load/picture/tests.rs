//! Facts about images that could be false: each drawing here once stopped the program, or a page.

use super::*;
use crate::diagnostic::{Place, Placed};
use crate::load::fixture::Fixture;
use image::{DynamicImage, ImageFormat, RgbImage};
use std::io::Cursor;

const OPEN: &str =
    r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="100" height="40">"#;
const SHAPE: &str = r##"<rect width="10" height="10" fill="#0b5a7a"/>"##;

fn found(name: &str) -> Found {
    Found {
        path: format!("data/{name}").into(),
        absolute: name.into(),
    }
}

/// What is said of an image: nothing, or `code message`.
fn told(name: &str, bytes: impl AsRef<[u8]> + Sync) -> String {
    let mut diagnostics = Diagnostics::default();
    let drawn = crate::stack::deep(|| check(&found(name), bytes.as_ref(), &mut diagnostics));
    assert_eq!(drawn.is_some(), !diagnostics.has_errors());
    let told = diagnostics.sorted();
    told.first()
        .map(|told| format!("{} {}", told.code, told.message))
        .unwrap_or_default()
}

fn svg(inside: &str) -> String {
    told("logo.svg", format!("{OPEN}{inside}</svg>"))
}

fn points(format: ImageFormat, width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let image = DynamicImage::ImageRgb8(RgbImage::new(width, height));
    image.write_to(&mut Cursor::new(&mut bytes), format).unwrap();
    bytes
}

#[test]
fn an_image_is_what_its_extension_says() {
    let png = points(ImageFormat::Png, 20, 10);
    let jpeg = points(ImageFormat::Jpeg, 20, 10);
    for (name, bytes) in [("logo.PNG", &png), ("logo.jpg", &jpeg), ("logo.jpeg", &jpeg)] {
        assert_eq!(told(name, bytes), "", "{name}");
    }
    assert_eq!(svg(SHAPE), "");
    // Three components declared as four: the colours of the press.
    let frame = jpeg.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
    let mut press = jpeg.clone();
    press[frame + 9] = 4;
    assert_eq!((jpeg[frame + 9], super::raster::components(&press)), (3, Some(4)));
    for (name, bytes, said) in [
        ("logo.png", &jpeg[..], "est un JPG sous un autre nom"),
        ("logo.svg", &png[..], "est un PNG sous un autre nom"),
        ("logo.jpg", OPEN.as_bytes(), "est un SVG sous un autre nom"),
        ("logo.svg", b"<html></html>", "n’est ni un SVG"),
        ("logo.svg", b"\x1F\x8B\x08", "est compressée (SVGZ)"),
        ("logo.svg", b"<svg>\xE9</svg>", "n’est pas en UTF-8"),
    ] {
        let told = told(name, bytes);
        assert!(told.starts_with("M150") && told.contains(said), "{told}");
    }
}

#[test]
fn a_colour_profile_has_so_many_bytes_unpacked() {
    let with_profile = |size: usize| {
        let mut bytes = Vec::new();
        let mut encoder = image::codecs::png::PngEncoder::new(&mut bytes);
        image::ImageEncoder::set_icc_profile(&mut encoder, vec![0; size]).unwrap();
        let points = RgbImage::new(8, 8);
        points.write_with_encoder(encoder).unwrap();
        told("logo.png", bytes)
    };
    assert_eq!(with_profile(4_000_000), "");
    assert!(with_profile(4_000_001).contains("un profil de couleurs de plus de 4 Mo"));
}

#[test]
fn the_size_of_an_image_is_read_before_its_points() {
    let mut huge = points(ImageFormat::Png, 8, 8);
    // The width and the height of the header, then its checksum.
    huge[16..24].copy_from_slice(&[0, 1, 0x86, 0xA0, 0, 1, 0x86, 0xA0]);
    let sum = crc32(&huge[12..29]);
    huge[29..33].copy_from_slice(&sum.to_be_bytes());
    let told_of = |bytes: &[u8]| told("logo.png", bytes);
    assert!(
        told_of(&huge).contains("100000 points sur 100000"),
        "{}",
        told_of(&huge)
    );
    let sound = points(ImageFormat::Png, 200, 100);
    assert!(told_of(&sound[..sound.len() / 2]).contains("abîmée"));
    assert!(told_of(&sound[..20]).contains("abîmée"));
    assert!(told_of(&points(ImageFormat::Png, 210, 20)).contains("dix fois"));
}

/// The checksum of a chunk of PNG (ISO 15948, 5.5).
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            (sum >> 1) ^ (0xEDB8_8320 & (sum & 1).wrapping_neg())
        })
    })
}

#[test]
fn what_a_short_drawing_would_become_is_counted_before_it_is_made() {
    let doubled = |levels: usize| {
        let copy = |rank: usize| format!(r##"<use xlink:href="#a{rank}"/>"##);
        let level = |rank: usize| format!(r#"<g id="a{rank}">{0}{0}</g>"#, copy(rank - 1));
        let levels_of: String = (1..=levels).map(level).collect();
        format!(r#"<defs><g id="a0">{SHAPE}</g>{levels_of}</defs>{}"#, copy(levels))
    };
    assert_eq!(svg(&doubled(4)), "");
    let points: String = (0..3_000).map(|at| format!("L{} {}", at % 100, at % 40)).collect();
    let patterns: String = (0..20)
        .map(|rank| {
            let fill = format!(
                r#"<rect width="1" height="1" fill="{}"/>"#,
                match rank {
                    0 => "red".to_owned(),
                    _ => format!("url(#p{})", rank - 1),
                }
            );
            format!(
                r#"<pattern id="p{rank}" width="1" height="1" patternUnits="userSpaceOnUse">{fill}{fill}</pattern>"#
            )
        })
        .collect();
    let chain = |name: &str| {
        let link = |rank: usize| {
            format!(
                r#"<{name} id="c{rank}" {}>{SHAPE}</{name}>"#,
                if rank == 0 {
                    String::new()
                } else {
                    format!(
                        r#"{}="url(#c{})""#,
                        if name == "mask" { "mask" } else { "clip-path" },
                        rank - 1
                    )
                }
            )
        };
        let links: String = (0..100).map(link).collect();
        format!(
            r#"{links}<rect width="10" height="10" {}="url(#c99)"/>"#,
            if name == "mask" { "mask" } else { "clip-path" }
        )
    };
    let styles: String = (0..3_000).map(|rank| format!(".a{rank} rect{{fill:red}}")).collect();
    for (kind, drawing, said) in [
        ("copies", doubled(40), "une fois faites les copies"),
        (
            "groups",
            format!("{}{SHAPE}{}", "<g>".repeat(900), "</g>".repeat(900)),
            "48 groupes",
        ),
        (
            "drawings",
            format!("{}{SHAPE}{}", "<svg>".repeat(900), "</svg>".repeat(900)),
            "48 groupes",
        ),
        (
            "layers",
            format!("{}{SHAPE}{}", r#"<g opacity="0.9">"#.repeat(30), "</g>".repeat(30)),
            "12 groupes, masques ou motifs",
        ),
        ("clips", chain("clipPath"), "12 groupes, masques ou motifs"),
        ("masks", chain("mask"), "12 groupes, masques ou motifs"),
        (
            "patterns",
            format!(r#"{patterns}<rect width="10" height="10" fill="url(#p19)"/>"#),
            "12 groupes, masques ou motifs",
        ),
        (
            "markers",
            format!(
                r#"<marker id="m">{}</marker><path marker-mid="url(#m)" d="M0 0{points}"/>"#,
                SHAPE.repeat(300)
            ),
            "une fois faites les copies",
        ),
        ("elements", SHAPE.repeat(90_000), "trop d’éléments"),
        (
            "points",
            format!(r#"<path d="M0 0{}"/>"#, "h1v1".repeat(200_000)),
            "trop de formes",
        ),
        (
            "letters",
            format!("<text>{}</text>", "a".repeat(300_000)),
            "trop de formes",
        ),
        (
            "styles",
            format!("<style>{styles}</style>{}", SHAPE.repeat(20_000)),
            "trop de règles",
        ),
        (
            "page",
            format!("<foreignObject><p>a</p></foreignObject>{SHAPE}"),
            "une page HTML",
        ),
        (
            "void",
            r#"<rect x="1000" width="10" height="10"/>"#.to_owned(),
            "ne montre rien",
        ),
        (
            "elsewhere",
            r#"<image width="9" height="9" href="http://example.org/a.png"/>"#.to_owned(),
            "un autre fichier",
        ),
    ] {
        let told = svg(&drawing);
        assert!(told.starts_with("M150") && told.contains(said), "{kind}: {told}");
    }
}

#[test]
fn a_shadow_is_drawn_and_what_costs_more_than_a_shadow_is_not() {
    let effect = |steps: &str| {
        svg(&format!(
            r#"<filter id="f">{steps}</filter><rect width="80" height="30" filter="url(#f)"/>"#
        ))
    };
    assert_eq!(effect(r#"<feDropShadow dx="1" dy="1" stdDeviation="1"/>"#), "");
    assert!(effect(r#"<feTurbulence numOctaves="1000000" baseFrequency="0.5"/>"#).contains("un effet"));
    assert!(effect(r#"<feMorphology radius="40" operator="dilate"/>"#).contains("un effet"));
    assert!(effect(&r#"<feGaussianBlur stdDeviation="50"/>"#.repeat(21)).contains("trop d’effets"));
}

#[test]
fn letters_of_a_logo_are_told_to_be_drawn_with_other_fonts() {
    let told = svg(r#"<text y="20" font-family="Arial">Métropole</text>"#);
    assert!(told.starts_with("M157"), "{told}");
}

#[test]
fn an_element_of_a_drawing_has_so_many_attributes() {
    let with = |count: usize| {
        let attributes: String = (0..count).map(|rank| format!("a{rank}='>' ")).collect();
        svg(&format!(r#"<rect {attributes} width="80" height="30"/>"#))
    };
    assert_eq!(with(500), "");
    assert!(with(50_000).contains("trop d’attributs"), "{}", with(50_000));
}

#[test]
fn a_drawing_without_proportion_is_refused() {
    let sized = |size: &str| {
        told(
            "logo.svg",
            format!(r#"<svg xmlns="http://www.w3.org/2000/svg" {size}>{SHAPE}</svg>"#),
        )
    };
    assert!(sized(r#"width="1e38" height="1""#).contains("dix fois"));
    assert!(sized(r#"width="1" height="100000""#).contains("dix fois"));
    assert!(sized(r#"width="0" height="0""#).contains("ni largeur ni hauteur"));
    assert_eq!(sized(r#"viewBox="0 0 100 40""#), "");
}

#[test]
fn the_logo_of_the_project_comes_through_this_door() {
    let with = |name: &str, bytes: &[u8]| {
        let values = "indicateur;annee;valeur\nx;2024;1\n";
        let mut fixture = Fixture::new().file("data/valeurs/a.csv", values);
        fixture = fixture.file(&format!("data/{name}"), bytes);
        fixture.project.settings.appearance.logo = Some(Placed::new(name.to_owned(), Place::file("data/rapport.yaml")));
        let (inputs, told) = fixture.load();
        (inputs.logo.map(|(name, _)| name), told)
    };
    let sound = format!("{OPEN}{SHAPE}</svg>");
    assert_eq!(
        with("logo.svg", sound.as_bytes()),
        (Some("logo.svg".to_owned()), Vec::new())
    );
    let (logo, told) = with("logo.svg", OPEN.as_bytes());
    assert_eq!(logo, None);
    assert!(told[0].starts_with("M150 data/logo.svg"), "{told:?}");
}
