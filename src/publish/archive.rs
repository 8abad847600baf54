//! The archive of an official edition: what it was made from, byte for byte, at the top of the project.
//!
//! It is never inside the edition, which is what people put online. What is too large, or names people, is kept by its
//! name, its size and its fingerprint only, and said so: an edition is then rebuilt with that file put back.

use crate::assess::Report;
use crate::config::{ArchiveSettings, ProjectFile};
use crate::french;
use crate::model::Fingerprint;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// What the archive of an edition holds.
#[derive(Clone, Debug)]
pub struct Archive {
    /// `archives/2026`, in the project.
    pub folder: String,
    /// Relative to it.
    pub files: BTreeMap<String, Arc<[u8]>>,
    pub withheld: Vec<Withheld>,
}

/// A file that the archive does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withheld {
    pub path: String,
    pub bytes: usize,
    pub fingerprint: Fingerprint,
    pub reason: Reason,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    TooLarge,
    /// Titles of columns, or a value that looks like an address.
    People(Vec<String>),
}

/// The people that tables seem to name: path of the file → what looks so.
pub type People = BTreeMap<Arc<str>, Vec<String>>;

impl Archive {
    /// The folder of archives, in a project.
    pub const FOLDER: &'static str = "archives";

    /// The archive of the edition of this report, made from these files.
    pub fn of<'a>(report: &Report, files: impl IntoIterator<Item = &'a ProjectFile>, people: &People) -> Self {
        Self::new(report.settings.edition, files, people, &report.settings.archives)
    }

    fn new<'a>(
        edition: i32,
        files: impl IntoIterator<Item = &'a ProjectFile>,
        people: &People,
        settings: &ArchiveSettings,
    ) -> Self {
        let mut archive = Archive {
            folder: format!("{}/{edition}", Self::FOLDER),
            files: BTreeMap::new(),
            withheld: Vec::new(),
        };
        let by_path: BTreeMap<&str, &ProjectFile> = files.into_iter().map(|file| (&*file.path, file)).collect();
        for (path, file) in &by_path {
            let too_large = file.bytes.len() as u64 > settings.largest * 1_000_000;
            let named = people.get(*path).filter(|_| !settings.people);
            let reason = match (too_large, named) {
                (true, _) => Reason::TooLarge,
                (_, Some(columns)) => Reason::People(columns.clone()),
                (false, None) => {
                    archive.files.insert((*path).to_owned(), Arc::clone(&file.bytes));
                    continue;
                }
            };
            archive.withheld.push(Withheld {
                path: (*path).to_owned(),
                bytes: file.bytes.len(),
                fingerprint: Fingerprint::of(&file.bytes),
                reason,
            });
        }
        archive
    }

    /// Its manifest: what it holds, and what it holds only the fingerprint of.
    pub fn manifest(&self) -> Vec<u8> {
        let held = self
            .files
            .iter()
            .map(|(path, bytes)| entry(path, &Fingerprint::of(bytes), bytes.len()));
        let absent = self.withheld.iter().map(|withheld| {
            let mut entry = entry(&withheld.path, &withheld.fingerprint, withheld.bytes);
            entry["raison"] = withheld.reason.key().into();
            entry
        });
        let manifest = json!({
            "archive": self.folder,
            "programme": { "nom": env!("CARGO_PKG_NAME"), "version": env!("CARGO_PKG_VERSION") },
            "sorties": held.collect::<Vec<Value>>(),
            "absents": absent.collect::<Vec<Value>>(),
        });
        format!("{manifest:#}\n").into_bytes()
    }
}

/// `« data/sources/releves.csv » n’est gardé dans l’archive que par…`
impl fmt::Display for Withheld {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let size = french::plural(self.bytes, "octet", "octets");
        let path = &self.path;
        write!(
            formatter,
            "l’archive ne garde de « {path} » que le nom, la taille ({size}) et l’empreinte : "
        )?;
        match &self.reason {
            Reason::TooLarge => write!(
                formatter,
                "il dépasse la limite. Gardez-le vous-même, ou relevez-la dans rapport.yaml (« archives: {{taille_max: … }} », en mégaoctets)."
            ),
            Reason::People(signs) => {
                let signs: Vec<String> = signs.iter().map(|sign| format!("« {sign} »")).collect();
                write!(
                    formatter,
                    "des personnes semblent y être nommées ({}). Gardez-le vous-même s’il le faut, ou écrivez dans rapport.yaml « archives: {{personnes: true}} ».",
                    french::list(&signs)
                )
            }
        }
    }
}

impl Reason {
    fn key(&self) -> &'static str {
        match self {
            Reason::TooLarge => "taille",
            Reason::People(_) => "personnes",
        }
    }
}

fn entry(path: &str, fingerprint: &Fingerprint, bytes: usize) -> Value {
    json!({ "chemin": path, "sha256": fingerprint.to_string(), "octets": bytes })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, content: &[u8]) -> ProjectFile {
        ProjectFile {
            path: path.into(),
            bytes: content.into(),
        }
    }

    #[test]
    fn what_is_too_large_or_names_people_is_kept_by_its_fingerprint() {
        let files = [
            file("data/rapport.yaml", b"titre: x"),
            file("data/sources/gros.csv", &vec![b'1'; 1_000_001]),
            file("data/parc/inventaire.csv", b"utilisateur\nDupont"),
        ];
        let people = People::from([("data/parc/inventaire.csv".into(), vec!["utilisateur".to_owned()])]);
        let mut settings = ArchiveSettings {
            largest: 1,
            people: false,
        };
        let archive = Archive::new(2026, &files, &people, &settings);
        let held: Vec<&str> = archive.files.keys().map(String::as_str).collect();
        assert_eq!(held, ["data/rapport.yaml"]);
        let manifest = String::from_utf8(archive.manifest()).unwrap();
        assert!(
            manifest.contains("gros.csv") && manifest.contains("\"raison\": \"personnes\""),
            "{manifest}"
        );
        assert!(
            !manifest.contains("Dupont") && !manifest.contains("utilisateur"),
            "{manifest}"
        );
        assert_eq!(archive.withheld.len(), 2);
        settings.people = true;
        settings.largest = 2;
        assert_eq!(Archive::new(2026, &files, &people, &settings).files.len(), 3);
    }
}
