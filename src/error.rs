//! What the machine failed at, as opposed to what the author must correct.
//!
//! An [`Error`] ends the run with exit code 2; a fault of the author is a
//! [`crate::diagnostic::Diagnostic`] and never comes here.

use std::io::{self, ErrorKind};
use std::path::PathBuf;

/// A failure that no change to the project would cure.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Reading or writing failed; the path is in the message of `fs_err`.
    #[error("{}", system(.0))]
    Io(#[from] io::Error),
    /// The folder to write into holds something the program did not make.
    #[error("« {} » existe déjà et n’est pas vide", .0.display())]
    NotEmpty(PathBuf),
    /// A folder that somebody put in an edition, and that may not be moved into the new one.
    #[error(
        "le dossier « {} », que quelqu’un a mis dans cette édition, ne peut passer dans la nouvelle : vous n’avez pas le droit d’y écrire. Rien n’a été modifié ; donnez-vous ce droit, ou sortez ce dossier de l’édition",
        .0.display()
    )]
    Fixed(PathBuf),
    /// A link stands where something is to be written.
    #[error("« {} » est un lien : écrivez dans ce vers quoi il mène, ou retirez-le", .0.display())]
    Link(PathBuf),
    /// A folder, a pipe or a device stands where a file is to be written.
    #[error("« {} » n’est pas un fichier ordinaire : donnez un autre nom", .0.display())]
    NotAFile(PathBuf),
    /// Another process writes below the same folder.
    #[error(
        "« {} » est en cours d’écriture par la commande {writer}. Attendez qu’elle finisse. Si elle ne tourne plus (machine éteinte, par exemple), supprimez « {} », puis recommencez",
        .folder.display(), .lock.display()
    )]
    Busy {
        folder: PathBuf,
        writer: String,
        lock: PathBuf,
    },
    /// Files are not what the change was decided upon.
    #[error("rien n’a été modifié, car ceci a changé entre-temps : {}", quoted(.0))]
    Changed(Vec<PathBuf>),
    /// No edition can go there.
    #[error("aucune édition ne peut aller dans « {} » : {reason}", .folder.display())]
    Destination { folder: PathBuf, reason: String },
    /// An edition was sealed while another run was deciding to replace it.
    #[error(
        "« {} » vient d’être publiée officiellement : elle est scellée. Rien n’a été modifié ; relancez la commande, qui écrira à côté",
        .0.display()
    )]
    Sealed(PathBuf),
    /// A part of an edition would be sealed together with drafts made from other inputs.
    #[error(
        "« {} » garde d’un brouillon des fichiers faits d’autres entrées, qui seraient scellés avec ceux-ci : {}. Rien n’a été modifié ; lancez « millesime generer --officiel » sans « --livrable »",
        .folder.display(), quoted(.drafts)
    )]
    Drafts { folder: PathBuf, drafts: Vec<PathBuf> },
    /// Files that somebody put in folders that are to go.
    #[error("rien n’a été modifié, car ceci a été ajouté entre-temps : {}", quoted(.0))]
    Added(Vec<PathBuf>),
    /// A journal of changes that this version cannot follow.
    #[error(
        "le journal « {} » est illisible pour cette version du programme ({}) : il vient d’une version plus récente, ou d’un disque abîmé",
        .0.display(), env!("CARGO_PKG_VERSION")
    )]
    Journal(PathBuf),
    /// The system refuses the threads that the work is shared between.
    #[error(
        "le système refuse à ce programme les fils d’exécution qu’il lui faut (limite du compte, « ulimit -u », ou machine chargée) ; relancez-le quand d’autres programmes ont fini, ou faites relever cette limite (le système dit, en anglais : « {0} »)"
    )]
    Threads(io::Error),
    /// A part of the program broke its own contract: a defect to report.
    #[error("défaut interne du programme ({room}) : {detail}")]
    Defect { room: &'static str, detail: String },
}

impl Error {
    /// Whether the author can do otherwise: the machine did not fail.
    pub fn is_for_the_author(&self) -> bool {
        matches!(
            self,
            Error::Destination { .. } | Error::Changed(_) | Error::Added(_) | Error::Drafts { .. } | Error::Fixed(_)
        )
    }
}

/// What the system refused, in French where it is known, then its own words with the path.
fn system(error: &io::Error) -> String {
    let code = number(error).filter(|_| cfg!(windows));
    let reason = code.and_then(windows).unwrap_or_else(|| known(error.kind()));
    format!("{reason} (le système dit, en anglais : « {error} »)")
}

/// The number that the system gave, read in the words of the error: `fs_err`, which adds the path, keeps nothing else of it.
fn number(error: &io::Error) -> Option<i32> {
    let told = error.to_string();
    let (number, _) = told.rsplit_once("(os error ")?.1.split_once(')')?;
    number.parse().ok()
}

fn known(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::PermissionDenied => {
            "l’accès est refusé ; vérifiez vos droits, ou fermez le logiciel qui retient le fichier"
        }
        ErrorKind::AlreadyExists => "un fichier porte déjà le nom de ce qui doit être créé",
        ErrorKind::NotFound => "un dossier du chemin n’existe pas",
        ErrorKind::StorageFull => "le disque est plein",
        ErrorKind::QuotaExceeded => "la place que ce compte peut occuper sur le disque est pleine",
        ErrorKind::FileTooLarge => {
            "un fichier dépasse la taille que permet la limite de ce compte (« ulimit -f ») ; faites-la relever"
        }
        ErrorKind::ReadOnlyFilesystem => "le disque est en lecture seule",
        // Of a file that is read or written: the kernel lends no more memory or no more threads.
        ErrorKind::WouldBlock | ErrorKind::OutOfMemory => {
            "le système n’accorde plus de mémoire, ou plus de fils d’exécution, à ce programme ; fermez d’autres logiciels, puis recommencez"
        }
        ErrorKind::NotADirectory => "un fichier tient la place d’un dossier du chemin",
        _ => "le système a refusé de lire ou d’écrire",
    }
}

/// What Windows means by the number of a refusal, where its kind says less than the next gesture needs.
///
/// The numbers are those of `winerror.h`; 5 is also what it answers for a folder that another program has open.
fn windows(code: i32) -> Option<&'static str> {
    match code {
        5 => Some(
            "l’accès est refusé ; fermez l’Explorateur et les logiciels qui ont ouvert ce dossier ou un de ses fichiers, ou vérifiez vos droits",
        ),
        32 | 33 => Some(
            "un autre logiciel tient ce fichier ouvert ; fermez-le (Excel, Word, le lecteur de PDF), puis recommencez",
        ),
        53 | 64 | 67 => {
            Some("le dossier du réseau ne répond pas ; vérifiez la connexion, ou travaillez sur une copie locale")
        }
        206 => Some(
            "le chemin est trop long pour Windows ; placez le projet plus près de la racine (C:\\rapport, par exemple)",
        ),
        _ => None,
    }
}

fn quoted(paths: &[PathBuf]) -> String {
    let quoted: Vec<String> = paths.iter().map(|path| format!("« {} »", path.display())).collect();
    crate::french::list(&quoted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_of_the_system_is_told_in_french_with_its_own_words() {
        let refused = Error::from(io::Error::new(
            ErrorKind::PermissionDenied,
            "Permission denied at path \"/sortie\"",
        ));
        let told = refused.to_string();
        assert!(told.starts_with("l’accès est refusé"), "{told}");
        assert!(told.contains("/sortie"), "{told}");
    }

    #[test]
    fn a_file_held_open_on_windows_is_told_by_what_to_close() {
        let absent = fs_err::File::open("no/such/file").unwrap_err();
        assert_eq!(number(&absent), Some(2));
        assert!(windows(32).is_some_and(|told| told.contains("fermez-le")));
        assert!(windows(5).is_some_and(|told| told.contains("ce dossier")));
        assert!(windows(206).is_some_and(|told| told.contains("trop long")));
        assert_eq!(windows(2), None, "its kind says it already: there is no such file");
    }
}
