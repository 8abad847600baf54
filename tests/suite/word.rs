//! Texts in Word, from the file to the page and to the next year.

use crate::codes::text_of_word;
use crate::fixture::Project;
use lopdf::Document;

/// The minimal project, its éditorial in Word.
fn project(paragraphs: &str) -> Project {
    let project = Project::minimal();
    std::fs::remove_file(project.path().join("data/textes/edito.md")).unwrap();
    project.with("data/textes/edito.docx", text_of_word(paragraphs))
}

fn paragraph(properties: &str, words: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>")
}

#[test]
fn a_text_in_word_is_published_with_its_title_its_values_and_its_name() {
    let title = paragraph("<w:outlineLvl w:val=\"0\"/>", "Une année en Word");
    let words = paragraph("", "Nous sommes {{ valeur(« population », 2020) }}.");
    let project = project(&(title + &words));
    let run = project.run(&["generer"]).done();
    assert!(!run.stderr.contains("edito"), "{}", run.stderr);
    let pdf = Document::load_mem(&project.published("2026/rapport.pdf")).unwrap();
    let pages: Vec<u32> = pdf.get_pages().into_keys().collect();
    let text: String = pdf.extract_text(&pages).unwrap().split_whitespace().collect();
    for words in ["UneannéeenWord", "Noussommes58"] {
        assert!(text.contains(words), "{words}");
    }
    let manifest = String::from_utf8(project.published("2026/manifeste.json")).unwrap();
    assert!(manifest.contains("data/textes/edito.docx"));
}

#[test]
fn a_text_in_word_is_to_be_read_again_until_it_changes() {
    let project = project(&paragraph("", "Cette année."));
    project.run(&["generer"]).done();
    project.run(&["reconduire", "2027"]).done();
    let told = |project: &Project| project.told().contains(&"M405 data/textes/edito.docx".to_owned());
    assert!(told(&project), "{:?}", project.told());
    let project = project.with(
        "data/textes/edito.docx",
        text_of_word(&paragraph("", "L’année suivante.")),
    );
    assert!(!told(&project));
}
