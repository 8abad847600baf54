//! `textes.yaml`: each text of the law that the report, its calendar or the délibération cites, in one place.
//!
//! Unlike the other reference files, that of the project takes the place of nothing: it adds texts, and confirms or
//! corrects those of the program, one line each; in a workbook, a row each of its sheet.

use super::FOLDER;
use super::INCOMPLETE;
use super::read_when::{after_number, read_by};
use super::text_entries::{TextEntry, TextsFile};
use crate::config::disk::{Absence, Disk};
use crate::config::names::{Known, claim};
use crate::config::reading;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Placed};
use crate::error::Error;
use crate::form::entry::Entry;
use crate::form::reading::text;
use crate::french::{self, quoted};
use crate::model::{Certainty, Collection, Confirmation, LegalText, LegalTexts, Numbering, TextWording};
use jiff::civil::Date;

/// A reference file cites a text that `textes.yaml` does not have.
const UNKNOWN_TEXT: Code = Code("M084");

pub const NAME: &str = TextsFile::WHAT;
const TEXT: &str = include_str!("../referentiels/textes.yaml");

/// The texts of the program, corrected by those of the project, in its file or in its workbook, as they are cited on a day.
pub fn read(
    disk: &mut Disk<'_>,
    in_workbook: Vec<TextEntry>,
    on: Option<Date>,
    diagnostics: &mut Diagnostics,
) -> Result<LegalTexts, Error> {
    let (mut collections, mut texts) = own(on, diagnostics);
    let path = format!("{FOLDER}/{NAME}");
    let file = match disk.exists(&path) {
        true => reading::file::<TextsFile>(disk, &path, Absence::Allowed, diagnostics)?.content,
        false => None,
    };
    let mut written = in_workbook;
    if let Some(file) = file {
        collections.extend(file.collections);
        written.splice(0..0, file.texts);
    }
    let mut claimed = Known::new();
    for mut entry in written {
        let Some(id) = claim(&entry.id, "un texte", &mut claimed, diagnostics) else {
            continue;
        };
        entry.id.value = id.to_string();
        add(entry, &collections, &mut texts, on, diagnostics);
    }
    Ok(LegalTexts::new(texts, on))
}

/// The texts of the program alone, as they are cited on a day.
pub fn embedded(on: Option<Date>, diagnostics: &mut Diagnostics) -> LegalTexts {
    LegalTexts::new(own(on, diagnostics).1, on)
}

fn own(on: Option<Date>, diagnostics: &mut Diagnostics) -> (Vec<Collection>, Vec<LegalText>) {
    let file = text::<TextsFile>(&format!("(programme)/{NAME}"), &TEXT.into(), diagnostics).content;
    let Some(file) = file else { return Default::default() };
    let mut texts = Vec::new();
    for entry in file.texts {
        add(entry, &file.collections, &mut texts, on, diagnostics);
    }
    (file.collections, texts)
}

/// A text more, or what is said of one that is known.
fn add(
    entry: TextEntry,
    collections: &[Collection],
    texts: &mut Vec<LegalText>,
    on: Option<Date>,
    diagnostics: &mut Diagnostics,
) {
    match texts.iter_mut().find(|text| text.id == entry.id.value) {
        Some(known) => correct(known, entry, on, diagnostics),
        None => {
            let known: Vec<&str> = texts.iter().map(|text| text.id.as_str()).collect();
            let added = whole(entry, collections, &known, on, diagnostics);
            texts.extend(added);
        }
    }
}

/// A text that the program does not have.
fn whole(
    entry: TextEntry,
    collections: &[Collection],
    known: &[&str],
    on: Option<Date>,
    diagnostics: &mut Diagnostics,
) -> Option<LegalText> {
    let confirmation = confirmation(&entry, on, None, diagnostics);
    let collection = entry.collection.as_ref();
    let collection = collection.and_then(|id| collections.iter().find(|collection| collection.id == *id));
    let mut numberings = entry.numberings;
    let article = entry.article.as_deref().zip(collection);
    numberings.extend(article.map(|(article, collection)| read_by_the_project(article, collection)));
    let wording = match (collection, entry.visa, entry.citation) {
        (Some(collection), None, None) if !numberings.is_empty() => Some(TextWording::Article {
            collection: collection.clone(),
            numberings,
        }),
        (None, Some(visa), Some(citation)) if entry.collection.is_none() => Some(TextWording::Whole {
            visa,
            citation,
            certainty: entry.certainty.unwrap_or(Certainty::ToConfirm),
        }),
        _ => None,
    };
    let Some((wording, summary)) = wording.zip(entry.summary) else {
        let message = format!("Le texte {} n’est pas complet.", quoted(&entry.id.value));
        let near =
            french::meant(&entry.id.value, known.iter().copied()).map_or_else(String::new, |question| question + " ");
        let help = format!(
            "{near}Pour un texte que le programme ne connaît pas, donnez « resume », et « recueil » avec « article » ou « visa » avec « citation »."
        );
        diagnostics.push(Diagnostic::error(INCOMPLETE, entry.id.place, message).help(help));
        return None;
    };
    Some(LegalText {
        id: entry.id.value,
        wording,
        summary,
        confirmation,
    })
}

/// What the project says of a text of the program.
fn correct(text: &mut LegalText, entry: TextEntry, on: Option<Date>, diagnostics: &mut Diagnostics) {
    let last = match &text.wording {
        TextWording::Article { numberings, .. } => numberings.last().and_then(|numbering| numbering.until),
        TextWording::Whole { .. } => None,
    };
    let confirmation = confirmation(&entry, on, last, diagnostics);
    if let (TextWording::Article { numberings, collection }, Some(article)) = (&mut text.wording, &entry.article) {
        *numberings = vec![read_by_the_project(article, collection)];
    } else if let (TextWording::Article { numberings, .. }, Some(_)) = (&mut text.wording, &confirmation)
        && let Some(last) = numberings.last_mut()
    {
        last.until = None;
    }
    if let TextWording::Whole { visa, citation, .. } = &mut text.wording {
        *visa = entry.visa.unwrap_or_else(|| visa.clone());
        *citation = entry.citation.unwrap_or_else(|| citation.clone());
    }
    text.summary = entry.summary.unwrap_or_else(|| text.summary.clone());
    text.confirmation = confirmation.or(text.confirmation.take());
}

/// A correction is signed: the day and the service, or neither for a text that is only described.
///
/// A number that was that of the text until `last` is confirmed by a later reading only.
fn confirmation(
    entry: &TextEntry,
    on: Option<Date>,
    last: Option<Date>,
    diagnostics: &mut Diagnostics,
) -> Option<Confirmation> {
    let signed = entry.read_on.clone().zip(entry.read_by.clone());
    let half = entry.read_on.is_some() != entry.read_by.is_some() || entry.article.is_some() && signed.is_none();
    if half {
        let message = format!(
            "Le texte {} ne dit pas quand il a été lu, et par quel service.",
            quoted(&entry.id.value)
        );
        let help = "Donnez « lu_le » (AAAA-MM-JJ) et « lu_par » (le service) ensemble.";
        diagnostics.push(Diagnostic::error(INCOMPLETE, entry.id.place.clone(), message).help(help));
    }
    let (day, by) = signed?;
    let day = after_number(&entry.id.value, day, last, diagnostics)?;
    Some(Confirmation {
        on: read_by(day, on, diagnostics)?,
        by,
    })
}

/// The number alone, of an article that is written as it is cited: « article L. 2311-1-1 du CGCT ».
fn bare<'a>(article: &'a str, collection: &Collection) -> &'a str {
    let article = article.trim();
    let words = ["articles ", "article ", "art. ", "Articles ", "Article ", "Art. "];
    let number = words
        .iter()
        .find_map(|word| article.strip_prefix(word))
        .unwrap_or(article);
    number.strip_suffix(&*collection.citation).unwrap_or(number).trim()
}

fn read_by_the_project(article: &str, collection: &Collection) -> Numbering {
    Numbering {
        article: bare(article, collection).to_owned(),
        until: None,
        state: None,
        certainty: Certainty::Read,
    }
}

/// The identifiers of texts that are known; the others are pushed.
pub fn known(ids: Vec<Placed<String>>, texts: &LegalTexts, diagnostics: &mut Diagnostics) -> Vec<String> {
    let (known, unknown): (Vec<_>, Vec<_>) = ids.into_iter().partition(|id| texts.get(&id.value).is_some());
    for id in unknown {
        let message = format!("Aucun texte de {NAME} n’a l’identifiant {}.", quoted(&id.value));
        let help = format!(
            "{} Un texte s’ajoute dans {FOLDER}/{NAME}.",
            french::suggestion(&id.value, &texts.ids())
        );
        diagnostics.push(Diagnostic::error(UNKNOWN_TEXT, id.place, message).help(help));
    }
    known.into_iter().map(|id| id.value).collect()
}

/// The reference of a list of texts, as it is printed.
pub fn cited(ids: Vec<Placed<String>>, texts: &LegalTexts, diagnostics: &mut Diagnostics) -> String {
    let ids = known(ids, texts, diagnostics);
    texts.citation(&ids)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    /// What is read of a project whose `textes.yaml` has these lines, and the codes told.
    fn read_with(lines: &str) -> (LegalTexts, Vec<String>) {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(folder.path().join(FOLDER)).unwrap();
        std::fs::write(folder.path().join(FOLDER).join(NAME), format!("textes:\n{lines}")).unwrap();
        let mut diagnostics = Diagnostics::default();
        let texts = read(
            &mut Disk::new(folder.path()),
            Vec::new(),
            Some(date(2026, 12, 1)),
            &mut diagnostics,
        );
        let told = diagnostics.sorted().into_iter().map(|entry| entry.code.0.to_owned());
        (texts.unwrap(), told.collect())
    }

    #[test]
    fn a_text_is_said_once() {
        let line = "  - {id: cgct-d-2311-15, lu_le: 2026-11-03, lu_par: Affaires juridiques}\n";
        assert_eq!(read_with(&line.repeat(2)).1, ["M061"]);
    }

    fn report() -> [String; 1] {
        ["cgct-l-2311-1-1".to_owned()]
    }

    #[test]
    fn one_line_of_the_project_confirms_or_corrects_a_text() {
        let (texts, told) = read_with("  - {id: cgct-d-2311-15, lu_le: 2026-11-03, lu_par: Affaires juridiques}\n");
        assert!(told.is_empty(), "{told:?}");
        assert!(texts.is_confirmed("cgct-d-2311-15") && !texts.is_former("cgct-d-2311-15"));
        assert!(!texts.is_confirmed("cgct-l-2311-1-1") && texts.is_former("cgct-l-2311-1-1"));
        assert_eq!(texts.citation(&report()), "art. L. 2311-1-1 du CGCT");
        let line = "  - {id: cgct-l-2311-1-1, article: L. 9999-1, lu_le: 2026-11-03, lu_par: Affaires juridiques}\n";
        let (texts, told) = read_with(line);
        assert!(told.is_empty(), "{told:?}");
        assert_eq!(texts.citation(&report()), "art. L. 9999-1 du CGCT");
        assert!(texts.is_confirmed("cgct-l-2311-1-1") && texts.numbering_note(&report()).is_none());
        let line = line.replace("L. 9999-1", "article L. 9999-1 du CGCT");
        assert_eq!(read_with(&line).0.citation(&report()), "art. L. 9999-1 du CGCT");
    }

    #[test]
    fn a_reading_is_neither_to_come_nor_older_than_the_number_it_confirms() {
        for (day, codes) in [
            ("2026-12-01", vec![]),
            ("2026-12-02", vec!["M089"]),
            ("2025-12-31", vec!["M089"]),
            ("2026-02-30", vec!["M027"]),
            ("0000-01-01", vec!["M027"]),
            ("9999-12-31", vec!["M027"]),
        ] {
            let line = format!("  - {{id: cgct-l-2311-1-1, lu_le: {day}, lu_par: Affaires juridiques}}\n");
            let (texts, told) = read_with(&line);
            let told: Vec<&str> = told.iter().map(String::as_str).filter(|code| *code != "M080").collect();
            assert_eq!(told, codes, "{day}");
            assert_eq!(texts.is_confirmed("cgct-l-2311-1-1"), codes.is_empty(), "{day}");
        }
    }

    #[test]
    fn a_correction_is_signed_and_a_new_text_is_whole() {
        assert_eq!(read_with("  - {id: cgct-l-2311-1-1, article: L. 9999-1}\n").1, ["M080"]);
        assert_eq!(read_with("  - {id: cgct-l-2311-1-1, lu_le: 2026-11-03}\n").1, ["M080"]);
        assert_eq!(
            read_with("  - {id: arrete-local, citation: arrêté du maire}\n").1,
            ["M080"]
        );
        let whole = "  - {id: arrete-local, visa: l’arrêté du maire, citation: arrêté du maire, resume: Il dit.}\n";
        assert!(read_with(whole).1.is_empty());
    }
}
