//! The pages of the codes, as the documents of the program have them: compiled in, they are those of its version.
//!
//! They are read where a code is explained, or named by what it means; no rule reads them.

/// The pages, in the order of the rooms that give the codes.
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

/// What the documents say of one code.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    pub code: &'static str,
    /// « Il manque un composant au total ».
    pub title: &'static str,
    /// « erreur », « avertissement », « erreur ou avertissement ».
    pub gravity: &'static str,
    /// Markdown, without its heading.
    pub text: &'static str,
}

impl Page {
    /// Every page, by code.
    pub fn all() -> Vec<Page> {
        let sections = PAGES.iter().flat_map(|page| page.split("\n## ").skip(1));
        let mut pages: Vec<Page> = sections.filter_map(Page::read).collect();
        pages.sort_by_key(|page| page.code);
        pages
    }

    /// That of a code, however it was copied: `m306`, `306`, `erreur[M306]:`.
    pub fn of(asked: &str) -> Option<Page> {
        let digits: String = asked.chars().filter(char::is_ascii_digit).collect();
        let code = format!("M{digits}");
        Page::all().into_iter().find(|page| page.code == code)
    }

    /// Whether the code may be that of a warning.
    pub fn may_warn(&self) -> bool {
        self.gravity.contains("avertissement")
    }

    fn read(section: &'static str) -> Option<Page> {
        let (heading, text) = section.split_once('\n')?;
        let (code, title) = heading.split_once(" — ")?;
        let (title, gravity) = title.rsplit_once(" (")?;
        Some(Page {
            code,
            title,
            gravity: gravity.trim_end_matches(')'),
            text,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_known_however_it_was_copied() {
        for asked in ["M306", "m306", "306", "[M306]", "erreur[M306]:"] {
            let page = Page::of(asked).unwrap();
            assert_eq!((page.code, page.title), ("M306", "Il manque un composant au total"));
            assert!(page.may_warn());
        }
        assert!(Page::of("M999").is_none() && !Page::of("M212").unwrap().may_warn());
    }

    #[test]
    fn every_page_of_the_documents_is_there() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/diagnostics");
        assert_eq!(std::fs::read_dir(folder).unwrap().count(), PAGES.len());
        let headings = PAGES.iter().map(|page| page.matches("\n## ").count()).sum::<usize>();
        assert_eq!(headings, Page::all().len());
    }
}
