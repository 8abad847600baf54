//! `expliquer`: the page of a code, as the documents of the program have it, without the documents.
//!
//! Whoever has the program and nothing else reads it.

use super::arguments::Explanation;
use super::{Failure, screen};
use crate::diagnostic::Page;
use crate::french;
use crate::printed::wrapped;

/// The words that begin a paragraph of a section, whatever stands above them.
const LEADS: [&str; 4] = ["Exemple", "Que faire", "Quand", "À faire"];

/// Prints the section of each code that is asked for, or the list of all of them.
pub fn expliquer(arguments: &Explanation) -> Result<(), Failure> {
    let width = screen::width();
    if arguments.codes.is_empty() {
        let list: String = Page::all()
            .iter()
            .map(|page| format!("{}  {}\n", page.code, heading(page)))
            .collect();
        return screen::print(&wrapped(&list, width));
    }
    let mut pages = Vec::new();
    let mut unknown = Vec::new();
    for asked in &arguments.codes {
        match Page::of(asked) {
            Some(page) => pages.push(text(&page, width)),
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

/// « Il manque un composant au total (avertissement) ».
fn heading(page: &Page) -> String {
    format!("{} ({})", page.title, page.gravity)
}

/// A page in paragraphs of a width.
fn text(page: &Page, width: usize) -> String {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut begins = true;
    for line in page.text.lines() {
        let leads = LEADS.iter().any(|lead| line.starts_with(lead));
        match paragraphs.last_mut().filter(|_| !begins && !leads && !line.is_empty()) {
            Some(paragraph) => *paragraph += &format!(" {line}"),
            None if line.is_empty() => {}
            None => paragraphs.push(line.to_owned()),
        }
        begins = line.is_empty();
    }
    let mut text = wrapped(&format!("{} — {}", page.code, heading(page)), width);
    for paragraph in paragraphs {
        text += &format!("\n{}", wrapped(&paragraph, width));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_its_title_its_example_and_its_gesture_in_paragraphs_of_the_width() {
        let page = text(&Page::of("M300").unwrap(), 60);
        assert!(
            page.starts_with("M300 — La formule ne se lit pas (erreur)\n\n"),
            "{page}"
        );
        assert!(page.contains("\n\nExemple") && page.contains("\n\nQue faire"), "{page}");
        assert!(page.lines().all(|line| line.chars().count() <= 60), "{page}");
        assert!(!page.contains("##"), "{page}");
    }
}
