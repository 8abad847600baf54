//! The texts of the law that the program cites: each once, with the numbers it has had and how surely it was read.
//!
//! A text keeps its identifier when its article is numbered anew. Nothing here says what a text asks.

use super::calendar::Certainty;
use crate::french;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// The texts, by identifier.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LegalTexts {
    texts: BTreeMap<String, LegalText>,
    /// The day on which they are cited.
    on: Option<Date>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegalText {
    pub id: String,
    pub wording: TextWording,
    /// What it says, in one sentence of our own.
    pub summary: String,
    /// The project read the text as it stands.
    pub confirmation: Option<Confirmation>,
}

/// How a text is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextWording {
    /// An article, under the numbers it has had, the oldest first.
    Article {
        collection: Collection,
        numberings: Vec<Numbering>,
    },
    /// A text cited as a whole.
    Whole {
        /// After « Vu »: `le décret n° 2011-687 du 17 juin 2011`.
        visa: String,
        citation: String,
        certainty: Certainty,
    },
}

/// A code or a law, whose articles are cited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Collection {
    pub id: String,
    /// After « Vu »: `le Code général des collectivités territoriales`.
    pub visa: String,
    /// After an article: `du CGCT`.
    pub citation: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbering {
    /// `L. 2311-1-1`.
    pub article: String,
    /// The last day on which it was the number; none where no other is known.
    pub until: Option<Date>,
    /// The year of the copy that was read, where one was.
    pub state: Option<i32>,
    pub certainty: Certainty,
}

/// Who read a text for the project, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirmation {
    pub on: Date,
    /// The service that read it.
    pub by: String,
}

impl LegalTexts {
    pub fn new(texts: impl IntoIterator<Item = LegalText>, on: Option<Date>) -> Self {
        let texts = texts.into_iter().map(|text| (text.id.clone(), text));
        LegalTexts {
            texts: texts.collect(),
            on,
        }
    }

    pub fn get(&self, id: &str) -> Option<&LegalText> {
        self.texts.get(id)
    }

    pub fn ids(&self) -> Vec<&str> {
        self.texts.keys().map(String::as_str).collect()
    }

    /// The number an article has on the day; where nobody knows one, the last that was known. None for no article.
    pub fn numbering(&self, id: &str) -> Option<&Numbering> {
        let TextWording::Article { numberings, .. } = &self.get(id)?.wording else {
            return None;
        };
        let stands = |numbering: &&Numbering| numbering.until.is_none_or(|last| self.on.is_none_or(|on| on <= last));
        numberings.iter().find(stands).or(numberings.last())
    }

    /// Whether a text is cited under a number that was its own before the day, and that nobody confirmed since.
    pub fn is_former(&self, id: &str) -> bool {
        let last = self.numbering(id).and_then(|numbering| numbering.until);
        last.zip(self.on).is_some_and(|(last, on)| on > last)
    }

    /// Which of the texts are cited under a former number, in one sentence.
    pub fn numbering_note(&self, ids: &[String]) -> Option<String> {
        let former: Vec<&String> = ids.iter().filter(|id| self.is_former(id)).collect();
        let last = former.iter().filter_map(|id| self.numbering(id)?.until).max()?;
        let next = last.tomorrow().unwrap_or(last);
        Some(format!(
            "Numérotation antérieure au {} : {}.",
            french::date(next),
            self.citation(&former)
        ))
    }

    /// Whether the project, or the program for a text whose number stands, has read the text itself.
    pub fn is_confirmed(&self, id: &str) -> bool {
        let Some(text) = self.get(id) else { return false };
        let certainty = match &text.wording {
            TextWording::Article { .. } => self.numbering(id).map(|numbering| numbering.certainty),
            TextWording::Whole { certainty, .. } => Some(*certainty),
        };
        text.confirmation.is_some() || (certainty == Some(Certainty::Read) && !self.is_former(id))
    }

    /// Those of the cited texts that nobody has read as they are in force, each once.
    pub fn unread<'a>(&self, cited: impl IntoIterator<Item = &'a String>) -> Vec<&'a String> {
        let mut unread: Vec<&String> = Vec::new();
        for id in cited {
            if !self.is_confirmed(id) && !unread.contains(&id) {
                unread.push(id);
            }
        }
        unread
    }

    /// The line by which a project says that it has read a text.
    pub fn line_to_write(id: &str) -> String {
        format!("  - {{id: {id}, lu_le: AAAA-MM-JJ, lu_par: Service}}")
    }

    /// The texts in one reference, the articles of one code together: `art. L. 2311-1-1 et D. 2311-15-1 du CGCT`.
    pub fn citation(&self, ids: &[impl AsRef<str>]) -> String {
        let groups: Vec<String> = self.groups(ids).into_iter().map(Group::citation).collect();
        groups.join(" ; ")
    }

    /// What follows each « Vu », the articles of one code together.
    pub fn visas(&self, ids: &[impl AsRef<str>]) -> Vec<String> {
        self.groups(ids).into_iter().map(Group::visa).collect()
    }

    fn groups(&self, ids: &[impl AsRef<str>]) -> Vec<Group<'_>> {
        let mut groups: Vec<Group<'_>> = Vec::new();
        for text in ids.iter().filter_map(|id| self.get(id.as_ref())) {
            match &text.wording {
                TextWording::Whole { visa, citation, .. } => groups.push(Group::Whole { visa, citation }),
                TextWording::Article { collection, .. } => {
                    let article = self.numbering(&text.id).map(|numbering| numbering.article.as_str());
                    match groups.last_mut() {
                        Some(Group::Articles(last, articles)) if *last == collection => articles.extend(article),
                        _ => groups.push(Group::Articles(collection, article.into_iter().collect())),
                    }
                }
            }
        }
        groups
    }
}

/// What one reference names.
enum Group<'a> {
    Articles(&'a Collection, Vec<&'a str>),
    Whole { visa: &'a str, citation: &'a str },
}

impl Group<'_> {
    fn citation(self) -> String {
        match self {
            Group::Articles(collection, articles) => {
                format!("art. {} {}", french::list(&articles), collection.citation)
            }
            Group::Whole { citation, .. } => citation.to_owned(),
        }
    }

    fn visa(self) -> String {
        match self {
            Group::Articles(collection, articles) => {
                let which = if articles.len() == 1 {
                    "son article"
                } else {
                    "ses articles"
                };
                format!("{}, notamment {which} {}", collection.visa, french::list(&articles))
            }
            Group::Whole { visa, .. } => visa.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn article(number: &str, until: Option<Date>) -> Numbering {
        Numbering {
            article: number.to_owned(),
            until,
            state: None,
            certainty: Certainty::Read,
        }
    }

    fn texts(on: Date, confirmation: Option<Confirmation>) -> LegalTexts {
        let collection = Collection {
            id: "cgct".to_owned(),
            visa: "le Code".to_owned(),
            citation: "du CGCT".to_owned(),
        };
        let text = |id: &str, numberings: Vec<Numbering>| LegalText {
            id: id.to_owned(),
            wording: TextWording::Article {
                collection: collection.clone(),
                numberings,
            },
            summary: String::new(),
            confirmation: confirmation.clone(),
        };
        let last_day = Some(date(2025, 12, 31));
        LegalTexts::new(
            [
                text("report", vec![article("L. 1", last_day)]),
                text("debate", vec![article("L. 2", last_day), article("L. 9", None)]),
            ],
            Some(on),
        )
    }

    fn both() -> Vec<String> {
        vec!["report".to_owned(), "debate".to_owned()]
    }

    #[test]
    fn an_article_has_the_number_of_the_day_or_the_last_that_was_known() {
        let before = texts(date(2025, 12, 31), None);
        assert_eq!(before.citation(&both()), "art. L. 1 et L. 2 du CGCT");
        assert!(!before.is_former("report") && before.is_confirmed("report"));
        let after = texts(date(2026, 1, 1), None);
        assert_eq!(after.citation(&both()), "art. L. 1 et L. 9 du CGCT");
        assert!(after.is_former("report") && !after.is_former("debate"));
        assert!(!after.is_confirmed("report") && after.is_confirmed("debate"));
        let read = Confirmation {
            on: date(2026, 3, 1),
            by: "Affaires juridiques".to_owned(),
        };
        assert!(texts(date(2026, 1, 1), Some(read)).is_confirmed("report"));
    }

    #[test]
    fn articles_of_one_code_share_a_visa() {
        let texts = texts(date(2025, 1, 1), None);
        assert_eq!(texts.visas(&both()), ["le Code, notamment ses articles L. 1 et L. 2"]);
        assert_eq!(texts.visas(&both()[..1]), ["le Code, notamment son article L. 1"]);
    }
}
