//! A file that the author names in `rapport.yaml`: its path stays in its folder, and it is there.
//!
//! What it holds is read by `load`.

use super::disk::Disk;
use crate::diagnostic::{Code, Diagnostics, Placed};
use crate::french;

/// A file that is not in its folder.
pub(super) const NAMED_MISSING: Code = Code("M044");
/// A path that leaves its folder.
pub(super) const PATH: Code = Code("M047");

/// The file, `/` between its folders; none once the fault was pushed. `folder` ends with `/`.
pub(super) fn named_file(
    name: Placed<String>,
    folder: &str,
    disk: &Disk<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Placed<String>> {
    let name = inside(name, folder, diagnostics)?;
    there(name, folder, disk, diagnostics)
}

/// The path as it is written inside its folder: relative, and never climbing.
pub(super) fn inside(name: Placed<String>, folder: &str, diagnostics: &mut Diagnostics) -> Option<Placed<String>> {
    let path = name.value.replace('\\', "/");
    if !path.contains(':') && path.split('/').all(|part| !matches!(part, "" | "." | "..")) {
        return Some(Placed::new(path, name.place));
    }
    let message = format!("« {} » n’est pas un chemin dans {folder}.", name.value);
    let help = format!("Copiez le fichier dans {folder} et écrivez son nom seul (avec / entre les dossiers).");
    diagnostics.push(name.error(PATH, message).help(help));
    None
}

/// The same file, when it is there.
pub(super) fn there(
    name: Placed<String>,
    folder: &str,
    disk: &Disk<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Placed<String>> {
    if disk.is_file(&format!("{folder}{}", name.value)) {
        return Some(name);
    }
    let names = disk.names(folder);
    let help = match names.is_empty() {
        true => format!("Copiez-le dans {folder}, ou retirez cette ligne."),
        false => french::suggestion(&name.value, &names.iter().map(String::as_str).collect::<Vec<_>>()),
    };
    let message = format!("Le fichier « {} » n’est pas dans {folder}.", name.value);
    diagnostics.push(name.error(NAMED_MISSING, message).help(help));
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Place;

    #[test]
    fn a_file_is_named_inside_its_folder_and_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data/valeurs/2025");
        fs_err::create_dir_all(&data).unwrap();
        fs_err::write(data.join("eau.csv"), "a").unwrap();
        fs_err::write(data.join("~$eau.csv"), "a").unwrap();
        let disk = Disk::new(folder.path());
        let read = |name: &str| {
            let mut diagnostics = Diagnostics::default();
            let name = Placed::new(name.to_owned(), Place::line("data/rapport.yaml", 1, 1));
            let found = named_file(name, "data/valeurs/", &disk, &mut diagnostics);
            let told = diagnostics
                .sorted()
                .into_iter()
                .map(|told| (told.code, told.help.clone()))
                .next();
            (found.map(|found| found.value), told)
        };
        // Windows writes `\` between folders.
        assert_eq!(read("2025\\eau.csv"), (Some("2025/eau.csv".to_owned()), None));
        for outside in [
            "../eau.csv",
            "/eau.csv",
            "C:\\eau.csv",
            "..\\eau.csv",
            "\\\\serveur\\eau.csv",
            "",
        ] {
            assert_eq!(read(outside).1.map(|told| told.0), Some(PATH), "{outside}");
        }
        let (found, told) = read("2025/eaux.csv");
        let (code, help) = told.unwrap();
        assert_eq!((found, code), (None, NAMED_MISSING));
        assert!(help.contains("2025/eau.csv"), "{help}");
        for absent in ["2025/~$eau.csv", "2025", "eau/x.csv"] {
            assert_eq!(read(absent).1.map(|told| told.0), Some(NAMED_MISSING), "{absent}");
        }
    }
}
