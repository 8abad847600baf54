//! What is read as text and not as a table: the narrative and its images, the templates of the project, the logo.
//!
//! It parses no Markdown and no template; a text in Word is read beside. Ends of line are made one, so that a project copied from
//! Windows gives the same report.

use super::folder::{self, Found};
use super::values::ignored;
use super::{Inputs, ProjectPicture, Text, picture, word};
use crate::config::Project;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::french;
use crate::table::decoding;
use std::sync::Arc;

/// Two texts stand for the same part.
const SAME_PART: Code = Code("M151");

/// The folder of the narrative.
const TEXTS: &str = "data/textes";
/// The folder of the images that texts show.
const PICTURES: &str = "data/images";
/// The folder of the templates that replace those of the program.
pub const TEMPLATES: &str = "report-templates";
/// Bytes of a template or of a picture.
const LIMIT: u64 = 20_000_000;
/// Bytes of a text: six hundred pages.
const LONGEST_TEXT: u64 = 2_000_000;

/// Extensions of what word processors write and this room does not read.
const OTHER_WRITINGS: [&str; 7] = ["doc", "docm", "dot", "dotx", "odt", "rtf", "pages"];

/// Reads every `.md` and `.docx` of `data/textes/`, by the name of its part.
pub(super) fn texts(project: &Project, inputs: &mut Inputs, diagnostics: &mut Diagnostics) {
    for found in folder::list(&project.root, TEXTS, diagnostics) {
        // What is put away in a folder of its own, as the texts of another year, would be printed in the place of a missing one.
        if found.path[TEXTS.len() + 1..].contains('/') {
            let help =
                format!("S’il doit être imprimé, mettez-le dans {TEXTS}/ même ; sinon, ailleurs que dans data/.");
            diagnostics.push(ignored(&found, "un texte à la racine du dossier").help(help));
            continue;
        }
        let text = match found.extension().as_str() {
            "md" => text(project, &found, inputs, diagnostics).map(|words| Text::markdown(found.place(), words)),
            "docx" => written(project, &found, inputs, diagnostics),
            extension => {
                let told = ignored(&found, "un texte de Word (.docx) ou en Markdown (.md)");
                diagnostics.push(match OTHER_WRITINGS.contains(&extension) {
                    true => told.help(
                        "Ouvrez-le dans Word ou LibreOffice, et enregistrez-le au format « Document Word (.docx) ».",
                    ),
                    false => told,
                });
                None
            }
        };
        let Some(text) = text else { continue };
        let previous = inputs.texts.insert(french::name(found.stem()), text);
        if let Some(previous) = previous {
            let message = format!(
                "« {} » et « {} » sont deux textes pour la même partie « {} ».",
                previous.place.file,
                found.path,
                found.stem()
            );
            diagnostics.push(
                Diagnostic::error(SAME_PART, found.place(), message).help("Ne gardez que l’un des deux fichiers."),
            );
        }
    }
}

/// Reads every template of the project; a file that is no text is told and left.
pub(super) fn templates(project: &Project, inputs: &mut Inputs, diagnostics: &mut Diagnostics) {
    for found in folder::list(&project.root, TEMPLATES, diagnostics) {
        // An empty template is a choice: it takes a part out of the document.
        let file = folder::read_even_empty(&project.root, &found, LIMIT, diagnostics);
        let template = file
            .as_ref()
            .and_then(|file| decoding::decode_even_blank(&found.path, &file.bytes, diagnostics));
        if let (Some(file), Some(template)) = (file, template) {
            inputs.files.push(file);
            let prefix = format!("{TEMPLATES}/");
            let path = found.path.strip_prefix(&prefix).unwrap_or(&found.path);
            inputs.templates.insert(path.to_owned(), one_end_of_line(&template));
        }
    }
}

/// Reads the logo that `rapport.yaml` names.
pub(super) fn logo(project: &Project, inputs: &mut Inputs, diagnostics: &mut Diagnostics) {
    let Some(name) = &project.settings.appearance.logo else {
        return;
    };
    let found = Found::named(&project.root, "data", &name.value);
    let Some(file) = folder::read(&project.root, &found, LIMIT, diagnostics) else {
        return;
    };
    let bytes = file.bytes.clone();
    inputs.files.push(file);
    if picture::check(&found, &bytes, diagnostics).is_some() {
        inputs.logo = Some((found.name().to_owned(), bytes));
    }
}

/// Reads every image of `data/images/`, by the name of its file.
pub(super) fn pictures(project: &Project, inputs: &mut Inputs, diagnostics: &mut Diagnostics) {
    for found in folder::list(&project.root, PICTURES, diagnostics) {
        let Some(file) = folder::read(&project.root, &found, LIMIT, diagnostics) else {
            continue;
        };
        let bytes = file.bytes.clone();
        inputs.files.push(file);
        let Some((width_mm, height_mm)) = picture::check(&found, &bytes, diagnostics) else {
            continue;
        };
        let picture = ProjectPicture {
            place: found.place(),
            bytes,
            width_mm,
            height_mm,
        };
        let name = french::folded(found.name());
        if let Some(previous) = inputs.pictures.insert(name, picture) {
            let message = format!(
                "« {} » et « {} » ont le même nom, et c’est par son nom qu’un texte appelle une image.",
                previous.place.file, found.path
            );
            diagnostics.push(Diagnostic::error(SAME_PART, found.place(), message).help("Renommez l’une des deux."));
        }
    }
}

/// A text in Word, and the images that it holds.
fn written(project: &Project, found: &Found, inputs: &mut Inputs, diagnostics: &mut Diagnostics) -> Option<Text> {
    let file = folder::read(&project.root, found, LIMIT, diagnostics)?;
    let word = word::read(found, &file.bytes, diagnostics)?;
    inputs.files.push(file);
    inputs.pictures.extend(word.pictures);
    Some(word.text)
}

fn text(project: &Project, found: &Found, inputs: &mut Inputs, diagnostics: &mut Diagnostics) -> Option<Arc<str>> {
    let file = folder::read(&project.root, found, LONGEST_TEXT, diagnostics)?;
    let text = decoding::decode(&found.path, &file.bytes, diagnostics)?;
    inputs.files.push(file);
    Some(one_end_of_line(&text))
}

fn one_end_of_line(text: &str) -> Arc<str> {
    Arc::from(text.replace("\r\n", "\n"))
}

#[cfg(test)]
mod tests {
    use crate::load::fixture::Fixture;

    fn fixture() -> Fixture {
        Fixture::new().file("data/valeurs/a.csv", "indicateur;annee;valeur\nx;2024;1\n")
    }

    #[test]
    fn texts_are_found_by_their_part_in_any_encoding_and_with_one_end_of_line() {
        let fixture = fixture()
            .file("data/textes/edito.md", b"# \xC9dito\r\n\r\nTexte\r\n")
            .file("data/textes/finalite-1.md", "Été\n")
            // A name as people write it is that of the part.
            .file("data/textes/Mise en œuvre.md", "Fait.\n")
            .file("data/textes/brouillon.doc", "PK")
            .file("data/textes/2024/orientations.md", "Celles d’une autre année.\n")
            .file("report-templates/components/cover.typ", "#let cover = 1\n")
            .file("report-templates/annexes.typ.jinja", "");
        let (inputs, told) = fixture.load();
        assert_eq!(&*inputs.texts["edito"].words, "# Édito\n\nTexte\n");
        assert_eq!(&*inputs.texts["finalite-1"].words, "Été\n");
        assert_eq!(&*inputs.texts["mise-en-oeuvre"].words, "Fait.\n");
        assert_eq!(&*inputs.templates["components/cover.typ"], "#let cover = 1\n");
        assert_eq!(&*inputs.templates["annexes.typ.jinja"], "");
        assert_eq!(inputs.files.len(), 6);
        assert!(!inputs.texts.contains_key("orientations"));
        assert_eq!(told.len(), 2);
        assert!(told[0].starts_with("M109 data/textes/2024/orientations.md"), "{told:?}");
        assert!(told[1].starts_with("M109 data/textes/brouillon.doc"), "{told:?}");
    }
}
