//! The same text in Word and in Markdown is the same page, and what is refused is told by gestures of Word.

use super::tests::{pictures, written};
use super::*;
use crate::load::doors;
use crate::render::fixture;

/// The parts of the Word file that the doors keep, with another body.
fn parts(body: &str) -> Vec<u8> {
    let path = format!("{}/tests/doors/docx/parts.txt", env!("CARGO_MANIFEST_DIR"));
    let kept = std::fs::read_to_string(path).unwrap();
    let (before, rest) = kept.split_once("<w:body>").unwrap();
    let (_, after) = rest.rsplit_once("</w:body>").unwrap();
    format!("{before}<w:body>{body}</w:body>{after}").into_bytes()
}

/// What Typst reads of a Word file, and what is told.
fn of_word(body: &str) -> (String, Vec<String>) {
    let mut diagnostics = Diagnostics::default();
    let text = doors::docx(&parts(body), &mut diagnostics).unwrap();
    let calls = Calls::new(&fixture::report(), pictures());
    let origin = TextOrigin::of(&text);
    let expanded = expand(&text.words, &calls, &origin, &mut diagnostics);
    let prose = prose(
        "edito",
        &expanded,
        TextKind::Part,
        &calls.pictures,
        &origin,
        &mut diagnostics,
    );
    let told = diagnostics.sorted().into_iter();
    let told = told.map(|entry| {
        format!(
            "{} {} {} {}",
            entry.code,
            entry.place.clone().unwrap(),
            entry.message,
            entry.help
        )
    });
    (typst(&prose).text, told.collect())
}

fn styled(style: &str, runs: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{runs}</w:p>")
}

fn run(properties: &str, words: &str) -> String {
    format!("<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
}

#[test]
fn a_text_in_word_is_the_page_that_the_same_text_in_markdown_is() {
    let item = |list: u32, level: u32, words: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>{}</w:p>",
            run("", words)
        )
    };
    let cell = |properties: &str, words: &str| {
        format!("<w:tc><w:p><w:pPr>{properties}</w:pPr>{}</w:p></w:tc>", run("", words))
    };
    let table = format!(
        "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl>",
        cell("", "Nom"),
        cell("", "Part"),
        cell("", "Écoles"),
        cell("<w:jc w:val=\"right\"/>", "12 %")
    );
    let sentence = [
        run("", "De {{ val"),
        run("<w:b/>", "eur(« elec », 2019) }"),
        run("", "} à "),
        run("<w:b/>", "{{ valeur(“elec”) }}"),
        run("", ", "),
        run("<w:i/>", "vite"),
        run("", " : "),
        format!(
            "<w:hyperlink r:id=\"rId5\" w:anchor=\"c\">{}</w:hyperlink>",
            run("", "le site")
        ),
        run("", "."),
        "<w:r><w:footnoteReference w:id=\"2\"/></w:r>".to_owned(),
    ];
    let body = [
        styled("Titre1", &run("", "Climat")),
        styled("", &sentence.concat()),
        item(1, 0, "un"),
        item(1, 1, "dessous"),
        item(1, 0, "deux"),
        styled("Titre2", &run("", "Détail")),
        item(2, 0, "premier"),
        item(2, 0, "second"),
        styled("Citation", &run("", "Dit ainsi")),
        table,
        styled("", &run("<w:b/>", "{{ graphique(\"elec\") }}")),
        styled("", &run("", "Fin.")),
    ];
    let markdown = "# Climat\n\nDe {{ valeur(\"elec\", 2019) }} à **{{ valeur(\"elec\") }}**, *vite* : [le site](https://www.grenoblealpesmetropole.fr/?a=1&b=2#c).[^1]\n\n- un\n  - dessous\n- deux\n\n## Détail\n\n1. premier\n2. second\n\n> Dit ainsi\n\n| Nom | Part |\n|---|--:|\n| Écoles | 12 % |\n\n{{ graphique(\"elec\") }}\n\nFin.\n\n[^1]: Source : Agence ORE.\n";
    let (word, told) = of_word(&body.concat());
    let (expected, faults) = written(markdown);
    assert_eq!((told, faults), (Vec::new(), Vec::new()));
    assert_eq!(word, expected.text);
}

#[test]
fn a_paragraph_apart_from_the_margin_goes_on_with_its_item() {
    let item = |words: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr></w:pPr>{}</w:p>",
            run("", words)
        )
    };
    let more = format!("<w:p><w:pPr><w:ind w:left=\"720\"/></w:pPr>{}</w:p>", run("", "plus"));
    let (word, told) = of_word(&[item("un"), "<w:p/>".to_owned(), more, item("deux")].concat());
    let (expected, _) = written("1. un\n\n   plus\n2. deux\n");
    assert_eq!(told, Vec::<String>::new());
    assert_eq!(word, expected.text);
}

#[test]
fn what_is_refused_in_word_is_told_by_its_paragraph_and_a_gesture_of_word() {
    let deep = format!(
        "<w:p><w:pPr><w:outlineLvl w:val=\"4\"/></w:pPr>{}</w:p>",
        run("", "Trop bas")
    );
    let file = format!(
        "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK \"C:\\a.docx\" </w:instrText></w:r>\
         <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>",
        run("", "ici")
    );
    let call = styled("", &run("", "{{ valeur(\"inconnu\") }}"));
    let (_, told) = of_word(&[styled("Titre1", &run("", "A")), deep, file, call].concat());
    let expected = [
        ("M511", "data/textes/a.docx, paragraphe 4 ("),
        ("M522", "data/textes/a.docx, paragraphe 2 ("),
        ("M523", "data/textes/a.docx, paragraphe 3 ("),
    ];
    assert_eq!(told.len(), expected.len(), "{told:#?}");
    for (code, place) in expected {
        let line = told.iter().find(|line| line.starts_with(code)).unwrap();
        assert!(line.contains(place), "{line}");
    }
    assert!(
        told.iter()
            .any(|line| line.contains("style de ce paragraphe dans Word")),
        "{told:#?}"
    );
}

#[test]
fn a_text_that_only_shows_an_image_is_a_text() {
    let picture = "<w:p><w:r><w:drawing><wp:inline><wp:docPr name=\"Image 1\"/><a:graphic><a:graphicData><pic:pic>\
                   <a:blip r:embed=\"rId6\"/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>";
    let mut diagnostics = Diagnostics::default();
    let text = doors::docx(&parts(picture), &mut diagnostics).unwrap();
    assert!(!text.words.trim().is_empty());
    let (_, told) = of_word(picture);
    assert!(
        told.len() == 1 && told[0].starts_with("M521 data/textes/a.docx, paragraphe 1"),
        "{told:?}"
    );
}
