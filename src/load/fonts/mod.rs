//! The fonts that `rapport.yaml` names: the files of `data/polices/` of these families, and what is wrong with them.
//!
//! A family is known by the name its files declare. It sets no text: a character that a family lacks is told by
//! `validate`, where it is written.

mod face;
#[cfg(test)]
mod tests;

use super::Inputs;
use super::folder::{self, Found};
use super::values::ignored;
use crate::config::Project;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Placed};
use crate::french;
use crate::model::{FontFamily, ProjectFonts};
use face::{Face, Style};
use std::sync::Arc;

/// A file that is no font, or one that may not be embedded in a document.
const FONT_FILE: Code = Code("M147");
/// A family that the folder does not hold, or not in regular and bold.
const FAMILY: Code = Code("M148");
/// A face that lacks a character which the program itself prints.
const CHARACTERS: Code = Code("M149");

const FOLDER: &str = "data/polices";
/// Bytes of a font.
const LIMIT: u64 = 20_000_000;

/// A font file of the folder, with its face.
struct File {
    found: Found,
    bytes: Arc<[u8]>,
    face: Face,
}

/// Reads the families that the project names; nothing where it names none.
pub(super) fn read(project: &Project, inputs: &mut Inputs, diagnostics: &mut Diagnostics) {
    let wanted = &project.settings.appearance.fonts;
    if wanted.titles.is_none() && wanted.texts.is_none() {
        return;
    }
    let mut files = Vec::new();
    let mut all_read = true;
    for found in folder::list(&project.root, FOLDER, diagnostics) {
        if !["ttf", "otf"].contains(&found.extension().as_str()) {
            diagnostics.push(ignored(&found, "une police, d’extension .ttf ou .otf"));
            continue;
        }
        let Some(file) = folder::read(&project.root, &found, LIMIT, diagnostics) else {
            continue;
        };
        match face::read(&file.bytes) {
            Ok(face) => files.push(File {
                found,
                bytes: file.bytes.clone(),
                face,
            }),
            Err(reason) => {
                all_read = false;
                diagnostics.push(refused(&found, &reason));
            }
        }
        inputs.files.push(file);
    }
    // A family may lack what a refused file would have given.
    if !all_read {
        return;
    }
    inputs.fonts = ProjectFonts {
        titles: wanted
            .titles
            .as_ref()
            .and_then(|name| family(name, &files, diagnostics)),
        texts: wanted.texts.as_ref().and_then(|name| family(name, &files, diagnostics)),
    };
}

#[cfg(any(test, fuzzing))]
pub(super) fn of_bytes(bytes: &[u8]) -> Result<(), String> {
    face::read(bytes).map(|_| ())
}

/// The family of a name; none once a fault says what it lacks.
fn family(name: &Placed<String>, files: &[File], diagnostics: &mut Diagnostics) -> Option<FontFamily> {
    let wanted = french::folded(&name.value);
    let own: Vec<&File> = files
        .iter()
        .filter(|file| french::folded(&file.face.family) == wanted)
        .collect();
    if own.is_empty() {
        let mut known: Vec<&str> = files.iter().map(|file| file.face.family.as_str()).collect();
        known.dedup();
        let message = format!("La police « {} » n’est pas dans {FOLDER}/.", name.value);
        diagnostics.push(name.error(FAMILY, message).help(format!(
            "Copiez-y ses fichiers .ttf ou .otf, et écrivez le nom que la police se donne. {}",
            french::suggestion(&name.value, &known)
        )));
        return None;
    }
    let styled = |style: Style| own.iter().find(|file| file.face.style == style);
    let (Some(regular), Some(bold)) = (styled(Style::Regular), styled(Style::Bold)) else {
        let lacking = if styled(Style::Regular).is_none() {
            "normale"
        } else {
            "grasse"
        };
        let message = format!("Il manque à la police « {} » sa graisse {lacking}.", name.value);
        diagnostics.push(name.error(FAMILY, message).help(format!(
            "Copiez le fichier de cette graisse dans {FOLDER}/ : les titres et les chiffres en dépendent."
        )));
        return None;
    };
    let mut sound = true;
    for file in &own {
        if !file.face.lacking.is_empty() {
            diagnostics.push(incomplete(file));
            sound = false;
        }
    }
    let others = own
        .iter()
        .filter(|file| !std::ptr::eq(**file, *regular) && !std::ptr::eq(**file, *bold));
    sound.then(|| FontFamily {
        name: regular.face.family.clone(),
        regular: regular.bytes.clone(),
        bold: bold.bytes.clone(),
        others: others.map(|file| file.bytes.clone()).collect(),
    })
}

fn refused(found: &Found, reason: &str) -> Diagnostic {
    Diagnostic::error(FONT_FILE, found.place(), format!("« {} » {reason}.", found.path))
        .help("Prenez les fichiers statiques d’une police dont la licence admet l’incorporation (SIL OFL, par exemple), ou retirez « polices » pour garder celles du programme.")
}

fn incomplete(file: &File) -> Diagnostic {
    let shown: Vec<String> = file
        .face
        .lacking
        .iter()
        .take(12)
        .map(|sign| format!("« {sign} »"))
        .collect();
    let message = format!(
        "À la police « {} » manquent des caractères que le rapport imprime : {}.",
        file.found.path,
        french::list(&shown)
    );
    Diagnostic::error(CHARACTERS, file.found.place(), message)
        .help("Prenez la version complète de la police, avec les accents du français et ses signes.")
}
