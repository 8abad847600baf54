//! The exposé in the file for a word processor: what the author wrote, with its lists, links and notes.

use super::super::*;
use super::{docx, part, report};
use crate::config::Deliverable;
use crate::render::fixture;

/// Each paragraph of the exposé: its style, its list and its words; what is in bold is between stars.
fn outline(document: &str) -> String {
    let after = document.split("Exposé des motifs").nth(1).unwrap();
    let (statement, _) = after.split_once("w:val=\"Annonce\"").unwrap();
    let (statement, _) = statement.rsplit_once("<w:p ").unwrap();
    let value = |text: &str, tag: &str| {
        let rest = text.split(&format!("<w:{tag} w:val=\"")).nth(1);
        rest.and_then(|rest| rest.split('"').next()).unwrap_or("-").to_owned()
    };
    let words = |run: &str| {
        let said: String = run
            .split("<w:t ")
            .skip(1)
            .map(|rest| &rest[rest.find('>').unwrap() + 1..rest.find('<').unwrap()])
            .collect();
        if run.contains("<w:b />") && !said.is_empty() {
            format!("*{said}*")
        } else {
            said
        }
    };
    let line = |paragraph: &str| {
        let said: String = paragraph.split("<w:r>").skip(1).map(words).collect();
        let list = format!("{}/{}", value(paragraph, "numId"), value(paragraph, "ilvl"));
        format!("{} {list} {said}\n", value(paragraph, "pStyle"))
    };
    statement.split("<w:p ").skip(1).map(line).collect()
}

/// The délibération with an exposé of the author.
fn with_own_text(markdown: &str) -> Report {
    let mut own = report();
    let text = crate::load::Text::markdown(crate::diagnostic::Place::file("data/textes/deliberation.md"), markdown);
    own.texts.insert(SLOT.to_owned(), text);
    own
}

#[test]
fn links_and_notes_of_the_statement_are_in_the_word_processor_too() {
    let links: Vec<String> = (0..9)
        .map(|rank| format!("[lien {rank}](https://a.fr/{rank}?x=1&y=2)"))
        .collect();
    let text = format!(
        "{}, [fiche](#ind-elec), un mot[^n], un autre[^m] et encore[^n].\n\n[^n]: Une **note**, [source](https://b.fr).\n[^m]: Voir[^n].\n",
        links.join(", ")
    );
    let own = with_own_text(&text);
    let docx = docx(&own);
    let document = part(&docx, "word/document.xml");
    assert_eq!(document.matches("<w:hyperlink ").count(), 9, "{document}");
    assert!(document.contains(">fiche</w:t>"), "{document}");
    assert_eq!(document.matches("<w:footnoteReference ").count(), 2, "{document}");
    let relations = part(&docx, "word/_rels/document.xml.rels");
    assert!(
        relations.contains("Target=\"https://a.fr/8?x=1&amp;y=2\""),
        "{relations}"
    );
    let notes = part(&docx, "word/footnotes.xml");
    assert_eq!(notes.matches("<w:footnoteRef />").count(), 2, "{notes}");
    assert!(
        notes.contains(">note</w:t>") && notes.contains("> (https://b.fr)</w:t>"),
        "{notes}"
    );
    assert!(notes.contains("[Une note, source.]"), "{notes}");
    assert_eq!(docx, super::docx(&own), "two runs give the same bytes");
}

#[test]
fn the_text_of_the_author_takes_the_place_of_the_proposed_one() {
    let mut own = fixture::report();
    assert!(describe(&own).proposed.is_some());
    let text = crate::load::Text::markdown(
        crate::diagnostic::Place::file("data/textes/deliberation.md"),
        "# Un titre\n\nUn **mot**, puis :\n\n1. un\n2. deux\n   - trois\n\n> cité\n\n| a | b |\n|---|---|\n| 1 | c |\n",
    );
    own.texts.insert(SLOT.to_owned(), text);
    assert_eq!(describe(&own).proposed, None);
    own.settings.deliverables = vec![Deliverable::Deliberation];
    let document = part(&docx(&own), "word/document.xml");
    insta::assert_snapshot!(outline(&document));
}
