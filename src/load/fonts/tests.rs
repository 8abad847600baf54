//! Facts about the fonts of a project that could be false, on faces of the program and on those faces altered.

use super::face::{PRINTED, Style, read};
use crate::config::FontSettings;
use crate::diagnostic::{Place, Placed};
use crate::load::fixture::Fixture;

/// The bytes of a face with its `fsType` changed; tables keep their checksums, which no reader looks at.
fn with_rights(face: &[u8], rights: u16) -> Vec<u8> {
    let mut bytes = face.to_vec();
    let tables = usize::from(u16::from_be_bytes([bytes[4], bytes[5]]));
    let record = (0..tables)
        .map(|rank| 12 + rank * 16)
        .find(|at| &bytes[*at..*at + 4] == b"OS/2")
        .unwrap();
    let offset = u32::from_be_bytes(bytes[record + 8..record + 12].try_into().unwrap()) as usize;
    bytes[offset + 8..offset + 10].copy_from_slice(&rights.to_be_bytes());
    bytes
}

fn load(titles: &str, files: &[(&str, &[u8])]) -> (Option<String>, Vec<String>) {
    let mut fixture = Fixture::new().file("data/valeurs/a.csv", "indicateur;annee;valeur\nx;2024;1\n");
    for (name, bytes) in files {
        fixture = fixture.file(&format!("data/polices/{name}"), bytes);
    }
    fixture.project.settings.appearance.fonts = FontSettings {
        titles: Some(Placed::new(titles.to_owned(), Place::line("data/rapport.yaml", 12, 7))),
        texts: None,
    };
    let (inputs, told) = fixture.load();
    (inputs.fonts.titles.map(|family| family.name), told)
}

#[test]
fn a_family_is_found_by_the_name_its_files_declare() {
    let files = [
        ("a.ttf", notosans::REGULAR_TTF),
        ("b.ttf", notosans::BOLD_TTF),
        ("c.ttf", notosans::ITALIC_TTF),
    ];
    let (family, told) = load("noto sans", &files);
    assert_eq!((family.as_deref(), told), (Some("Noto Sans"), Vec::new()));
}

#[test]
fn a_family_that_is_not_there_or_lacks_its_bold_is_told_where_it_is_named() {
    let (family, told) = load("Noto Sens", &[("a.ttf", notosans::REGULAR_TTF)]);
    assert_eq!(family, None);
    assert!(told[0].starts_with("M148 data/rapport.yaml:12:7"), "{told:?}");
    let (family, told) = load("Noto Sans", &[("a.ttf", notosans::REGULAR_TTF)]);
    assert_eq!(family, None);
    assert!(told[0].contains("graisse grasse"), "{told:?}");
}

#[test]
fn what_may_not_be_embedded_is_refused() {
    let allowed = |rights| read(&with_rights(notosans::REGULAR_TTF, rights)).is_ok();
    // Installable, print and preview, editable; then restricted, no subsetting, bitmaps only.
    assert_eq!([0, 4, 8].map(allowed), [true; 3]);
    assert_eq!([2, 0x0100, 0x0200].map(allowed), [false; 3]);
    let locked = with_rights(notosans::REGULAR_TTF, 2);
    let (family, told) = load("Noto Sans", &[("a.ttf", &locked), ("b.ttf", notosans::BOLD_TTF)]);
    assert_eq!(family, None);
    assert!(
        told[0].starts_with("M147 data/polices/a.ttf") && told[0].contains("fsType"),
        "{told:?}"
    );
}

#[test]
fn what_is_no_font_is_refused() {
    let (_, told) = load(
        "Noto Sans",
        &[("a.otf", b"MZ un programme"), ("lisezmoi.txt", b"texte")],
    );
    assert!(
        told.iter().any(|line| line.starts_with("M147 data/polices/a.otf")),
        "{told:?}"
    );
    assert!(
        told.iter()
            .any(|line| line.starts_with("M109 data/polices/lisezmoi.txt")),
        "{told:?}"
    );
}

#[test]
fn the_fonts_of_the_program_hold_what_it_prints() {
    for (bytes, style) in [
        (notosans::REGULAR_TTF, Style::Regular),
        (notosans::BOLD_TTF, Style::Bold),
        (notosans::ITALIC_TTF, Style::Other),
        (notosans::BOLD_ITALIC_TTF, Style::Other),
    ] {
        let face = read(bytes).unwrap();
        assert_eq!((face.style, face.family.as_str()), (style, "Noto Sans"));
        assert_eq!(face.lacking, Vec::<char>::new());
    }
}

#[test]
fn every_sign_of_the_templates_is_among_those_asked_of_a_font() {
    let templates = crate::load::fixture::templates();
    assert!(templates.len() > 20);
    for (path, text) in templates {
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        let signs = code
            .flat_map(str::chars)
            .filter(|sign| !sign.is_ascii() && !sign.is_whitespace());
        // Signs that a template only replaces by a drawing or a subscript.
        for sign in signs.filter(|sign| !"₂₄\u{a0}\u{202f}".contains(*sign)) {
            assert!(PRINTED.contains(sign), "« {sign} » of {path}");
        }
    }
}

#[test]
fn a_font_whose_tables_lie_is_a_fault_of_its_file() {
    let sound = notosans::REGULAR_TTF;
    let collection = [b"ttcf\0\x01\0\0\xff\xff\xff\xff".as_slice(), &[0; 100]].concat();
    assert!(super::of_bytes(&collection).unwrap_err().contains("collection"));
    let number = |at: usize| u32::from_be_bytes(sound[at..at + 4].try_into().unwrap()) as usize;
    for rank in 0..usize::from(u16::from_be_bytes([sound[4], sound[5]])) {
        let entry = 12 + 16 * rank;
        let (start, length) = (number(entry + 8), number(entry + 12));
        for byte in [0, 0xFF] {
            let mut spoilt = sound.to_vec();
            spoilt[start..start + length].fill(byte);
            // Read or refused: neither a panic nor an end of the program.
            _ = super::of_bytes(&spoilt);
            spoilt.truncate(start + length / 2);
            _ = super::of_bytes(&spoilt);
        }
    }
}
