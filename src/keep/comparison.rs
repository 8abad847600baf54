//! An edition made again, against the one that was published: the same bytes, or what differs in texts and data.

use super::content::bytes;
use super::verification::{NO_SOURCE, told};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::error::Error;
use crate::french;
use crate::model::Fingerprint;
use crate::publish::{Manifest, Publication};
use std::path::Path;

/// The same version made something else of the same inputs.
const REBUILT_OTHERWISE: Code = Code("M705");
/// Another version made other texts or other data of the same inputs.
const OTHER_CONTENT: Code = Code("M706");

/// What the making again of an edition showed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Files that are the same to the byte.
    pub same: usize,
    /// Files whose bytes differ and that say the same, made by another version.
    pub same_content: usize,
    /// Files of an earlier run, made from other inputs: they were not made again.
    pub older: usize,
}

/// Whether the version that made the edition is the one that makes it again.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Versions {
    Same,
    Other,
}

/// How the words of a PDF are read, page by page.
pub type Words = fn(&[u8]) -> Vec<Vec<String>>;

/// Compares every file of an edition with the same one made again; each that differs is a fault.
///
/// # Errors
/// A file that the disk refuses to give.
pub fn compare(
    edition: &Path,
    manifest: &Manifest,
    again: &Publication,
    words: Words,
    diagnostics: &mut Diagnostics,
) -> Result<Comparison, Error> {
    let mut comparison = Comparison {
        older: manifest.older().len(),
        ..Comparison::default()
    };
    let versions = match manifest.version() == env!("CARGO_PKG_VERSION") {
        true => Versions::Same,
        false => Versions::Other,
    };
    if added(manifest, again, diagnostics) {
        return Ok(comparison);
    }
    for (path, published) in manifest.outputs() {
        if manifest.older().contains(path) {
            continue;
        }
        let place = || Place::file(told(edition, path));
        let Some(fresh) = again.files.get(path) else {
            let message = format!("« {path} » n’est pas refait : le programme ne le produit plus de ces entrées.");
            diagnostics.push(differing(versions, place(), message));
            continue;
        };
        if Fingerprint::of(fresh) == *published {
            comparison.same += 1;
            continue;
        }
        if versions == Versions::Same {
            let message = format!("« {path} », refait des mêmes entrées par la même version, n’est pas le même.");
            diagnostics.push(differing(Versions::Same, place(), message));
            continue;
        }
        // What was altered since is told by the verification; what is compared is what stands.
        let standing = bytes(&edition.join(path))?.unwrap_or_default();
        match difference(path, &standing, fresh, words) {
            None => comparison.same_content += 1,
            Some(difference) => {
                let message = format!(
                    "« {path} », publié par la version {} et refait par la version {}, diffère : {difference}",
                    manifest.version(),
                    env!("CARGO_PKG_VERSION")
                );
                diagnostics.push(differing(Versions::Other, place(), message));
            }
        }
    }
    for path in again
        .files
        .keys()
        .filter(|path| *path != Manifest::NAME && !manifest.lists(path))
    {
        let place = Place::file(told(edition, ""));
        let message = format!("« {path} » est produit en plus de ce qui a été publié.");
        diagnostics.push(differing(versions, place, message));
    }
    Ok(comparison)
}

/// Whether the making again read a file that the edition was not made from; each is told.
fn added(manifest: &Manifest, again: &Publication, diagnostics: &mut Diagnostics) -> bool {
    let fresh = again.files.get(Manifest::NAME).map(|bytes| Manifest::read(bytes));
    let inputs = fresh.iter().flat_map(|fresh| fresh.inputs().keys());
    let added: Vec<&String> = inputs.filter(|path| !manifest.inputs().contains_key(*path)).collect();
    for path in &added {
        let message =
            format!("L’édition ne peut être refaite : « {path} » a été ajouté depuis, et elle n’en a pas été faite.");
        diagnostics.push(
            Diagnostic::error(NO_SOURCE, Place::file((*path).clone()), message)
                .help("Déplacez ce fichier hors du projet le temps de refaire l’édition, puis remettez-le."),
        );
    }
    !added.is_empty()
}

fn differing(versions: Versions, place: Place, message: String) -> Diagnostic {
    match versions {
        Versions::Same => Diagnostic::error(REBUILT_OTHERWISE, place, message).help(
            "La même version doit refaire les mêmes octets : vérifiez que le programme n’a pas été modifié, puis signalez-le avec ce message.",
        ),
        Versions::Other => Diagnostic::error(OTHER_CONTENT, place, message)
            .help("Ce qui a été publié reste valable. Pour le refaire à l’identique, installez la version que nomme le manifeste."),
    }
}

/// What a reader would find different; none where the same is said.
fn difference(path: &str, published: &[u8], fresh: &[u8], words: Words) -> Option<String> {
    let extension = path.rsplit('.').next().unwrap_or_default();
    match extension {
        "pdf" => of_pages(&words(published), &words(fresh)),
        "csv" | "svg" => of_lines(&String::from_utf8_lossy(published), &String::from_utf8_lossy(fresh)),
        _ => Some("ses octets ne sont pas les mêmes.".to_owned()),
    }
}

fn of_pages(published: &[Vec<String>], fresh: &[Vec<String>]) -> Option<String> {
    let (old, new): (Vec<&String>, Vec<&String>) =
        (published.iter().flatten().collect(), fresh.iter().flatten().collect());
    if old == new && !old.is_empty() {
        return None;
    }
    let rank = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let mut before = 0;
    let page = published.iter().position(|page| {
        before += page.len();
        rank < before
    });
    let some = |words: &[&String]| {
        let words: Vec<&str> = words.iter().skip(rank).take(8).map(|word| word.as_str()).collect();
        words.join(" ")
    };
    Some(format!(
        "{} contre {} ; à partir de la page {}, « {} » est devenu « {} ».",
        french::plural(old.len(), "mot", "mots"),
        new.len(),
        page.map_or(published.len(), |page| page + 1),
        some(&old),
        some(&new)
    ))
}

fn of_lines(published: &str, fresh: &str) -> Option<String> {
    let (old, new): (Vec<&str>, Vec<&str>) = (published.lines().collect(), fresh.lines().collect());
    if old == new {
        return None;
    }
    let rank = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let line = |lines: &[&str]| lines.get(rank).copied().unwrap_or("(rien)").to_owned();
    Some(format!(
        "{} contre {} ; la ligne {}, « {} », est devenue « {} ».",
        french::plural(old.len(), "ligne", "lignes"),
        new.len(),
        rank + 1,
        line(&old),
        line(&new)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_texts_differ_at_their_first_other_word_and_not_by_their_pages() {
        let pages = |text: &str| -> Vec<Vec<String>> {
            let page = |page: &str| page.split_whitespace().map(ToOwned::to_owned).collect();
            text.split('|').map(page).collect()
        };
        assert_eq!(of_pages(&pages("un deux | trois"), &pages("un | deux trois")), None);
        let told = of_pages(&pages("un deux | trois"), &pages("un deux | quatre cinq")).unwrap();
        assert_eq!(
            told,
            "3 mots contre 4 ; à partir de la page 2, « trois » est devenu « quatre cinq »."
                .replace("3 mots", "3\u{a0}mots")
        );
        assert!(
            of_pages(&[], &[]).is_some(),
            "what cannot be read is not said to be the same"
        );
    }

    #[test]
    fn two_tables_differ_at_their_first_other_line() {
        assert_eq!(of_lines("a\r\nb\n", "a\nb\n"), None);
        let told = of_lines("a\nb\n", "a\n").unwrap();
        assert!(told.contains("la ligne 2, « b », est devenue « (rien) »"), "{told}");
    }

    /// What is told of an edition of one file, published by a version and made again otherwise.
    fn compared(version: &str, path: &str, published: &str, again: &str) -> (Comparison, Vec<String>) {
        let folder = tempfile::tempdir().unwrap();
        fs_err::write(folder.path().join(path), published).unwrap();
        let sha256 = Fingerprint::of(published.as_bytes()).to_string();
        let manifest = serde_json::json!({
            "edition": 2026,
            "programme": { "version": version },
            "sorties": [{ "chemin": path, "sha256": sha256 }],
        });
        let again = Publication {
            folder: "2026".to_owned(),
            files: [(path.to_owned(), again.as_bytes().into())].into(),
            extent: crate::model::Extent::Whole,
            former: crate::model::FormerFolder::Replaced,
            archive: None,
        };
        let words = |pdf: &[u8]| vec![vec![String::from_utf8_lossy(pdf).trim().to_owned()]];
        let mut diagnostics = Diagnostics::default();
        let manifest = Manifest::read(manifest.to_string().as_bytes());
        let comparison = compare(folder.path(), &manifest, &again, words, &mut diagnostics).unwrap();
        let told = diagnostics
            .sorted()
            .iter()
            .map(|found| found.code.0.to_owned())
            .collect();
        (comparison, told)
    }

    #[test]
    fn the_same_version_makes_the_same_bytes_and_another_one_the_same_words_and_lines() {
        let this = env!("CARGO_PKG_VERSION");
        assert_eq!(compared(this, "a.pdf", "un", "un").0.same, 1);
        assert_eq!(compared(this, "a.pdf", "un", "un ").1, ["M705"]);
        let (comparison, told) = compared("0.0.1", "a.pdf", "un", "un ");
        assert_eq!((comparison.same_content, told.len()), (1, 0));
        assert_eq!(compared("0.0.1", "a.pdf", "un", "deux").1, ["M706"]);
        assert_eq!(compared("0.0.1", "a.csv", "1;2\n", "1;3\n").1, ["M706"]);
        assert_eq!(compared("0.0.1", "a.csv", "1;2\r\n", "1;2\n").0.same_content, 1);
    }
}
