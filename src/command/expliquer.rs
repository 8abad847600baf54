//! `expliquer`: the page of a code, as the documents of the program have it, without the documents.
//!
//! The pages are compiled in: whoever has the program and nothing else reads them, and they are those of its version.

use super::arguments::Explanation;
use super::{Failure, screen};
use crate::french;
use crate::printed::wrapped;

/// The pages of the codes, in the order of the rooms that give them.
const PAGES: [&str; 9] = [
    include_str!("../../docs/diagnostics/config.md"),
    include_str!("../../docs/diagnostics/load.md"),
    include_str!("../../docs/diagnostics/validate.md"),
    include_str!("../../docs/diagnostics/compute.md"),
    include_str!("../../docs/diagnostics/assess.md"),
    include_str!("../../docs/diagnostics/render.md"),
    include_str!("../../docs/diagnostics/typeset.md"),
    include_str!("../../docs/diagnostics/inspect.md"),
    include_str!("../../docs/diagnostics/keep.md"),
];

/// The words that begin a paragraph of a section, whatever stands above them.
const LEADS: [&str; 4] = ["Exemple", "Que faire", "Quand", "À faire"];

/// What the documents say of one code.
struct Section {
    code: &'static str,
    /// « Il manque un composant au total (avertissement) ».
    title: &'static str,
    /// Markdown, without its heading.
    text: &'static str,
}

/// Prints the section of each code that is asked for, or the list of all of them.
pub fn expliquer(arguments: &Explanation) -> Result<(), Failure> {
    let sections = sections();
    if arguments.codes.is_empty() {
        let list: String = sections
            .iter()
            .map(|it| format!("{}  {}\n", it.code, it.title))
            .collect();
        return screen::print(&wrapped(&list, screen::width()));
    }
    let mut pages = Vec::new();
    let mut unknown = Vec::new();
    for asked in &arguments.codes {
        let code = code(asked);
        match sections.iter().find(|section| section.code == code) {
            Some(section) => pages.push(section.page(screen::width())),
            None => unknown.push(asked),
        }
    }
    screen::print(&pages.join("\n"))?;
    for asked in &unknown {
        let asked = french::quoted(asked);
        screen::say(&format!(
            "erreur : aucun message n’a le code {asked}. Un code est un M suivi de trois chiffres, entre crochets devant chaque message ; « millesime expliquer » sans code les énumère."
        ));
    }
    match unknown.is_empty() {
        true => Ok(()),
        false => Err(Failure::Author),
    }
}

/// The code as the pages write it, however it was copied: `m306`, `306`, `[M306]:`.
fn code(asked: &str) -> String {
    let digits: String = asked.chars().filter(char::is_ascii_digit).collect();
    format!("M{digits}")
}

/// Every section, by code.
fn sections() -> Vec<Section> {
    let sections = PAGES.iter().flat_map(|page| page.split("\n## ").skip(1));
    let mut sections: Vec<Section> = sections
        .filter_map(|section| {
            let (heading, text) = section.split_once('\n')?;
            let (code, title) = heading.split_once(" — ")?;
            Some(Section { code, title, text })
        })
        .collect();
    sections.sort_by_key(|section| section.code);
    sections
}

impl Section {
    fn page(&self, width: usize) -> String {
        let mut paragraphs: Vec<String> = Vec::new();
        let mut begins = true;
        for line in self.text.lines() {
            let leads = LEADS.iter().any(|lead| line.starts_with(lead));
            match paragraphs.last_mut().filter(|_| !begins && !leads && !line.is_empty()) {
                Some(paragraph) => *paragraph += &format!(" {line}"),
                None if line.is_empty() => {}
                None => paragraphs.push(line.to_owned()),
            }
            begins = line.is_empty();
        }
        let mut page = wrapped(&format!("{} — {}", self.code, self.title), width);
        for paragraph in paragraphs {
            page += &format!("\n{}", wrapped(&paragraph, width));
        }
        page
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_known_however_it_was_copied() {
        for asked in ["M306", "m306", "306", "[M306]", "erreur[M306]:"] {
            assert_eq!(code(asked), "M306", "{asked}");
        }
    }

    #[test]
    fn a_page_has_its_title_its_example_and_its_gesture_in_paragraphs_of_the_width() {
        let sections = sections();
        let section = sections.iter().find(|section| section.code == "M300").unwrap();
        let page = section.page(60);
        assert!(
            page.starts_with("M300 — La formule ne se lit pas (erreur)\n\n"),
            "{page}"
        );
        assert!(page.contains("\n\nExemple") && page.contains("\n\nQue faire"), "{page}");
        assert!(page.lines().all(|line| line.chars().count() <= 60), "{page}");
        assert!(!page.contains("##"), "{page}");
    }

    #[test]
    fn every_page_of_the_documents_is_there() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/diagnostics");
        assert_eq!(std::fs::read_dir(folder).unwrap().count(), PAGES.len());
        assert!(PAGES.iter().map(|page| page.matches("\n## ").count()).sum::<usize>() == sections().len());
    }
}
