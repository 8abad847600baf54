//! What this room did beside what it was asked, in French: what a dead run had begun, files of the author put aside.

use super::writer::Writer;
use crate::french;
use std::fmt;
use std::path::PathBuf;

/// One thing to be told.
#[derive(Clone, Debug)]
pub enum Notice {
    /// A dead run had begun to put things in place, and the rest was done.
    Finished { writer: Writer, paths: Vec<PathBuf> },
    /// A dead run had begun, and everything was put back but what somebody changed since.
    Undone { writer: Writer, left: Vec<PathBuf> },
    /// A dead run had put nothing in place yet, or everything.
    Cleaned { writer: Option<Writer> },
    /// A dead run waits for the next command that writes.
    Waiting { writer: Writer, paths: Vec<PathBuf> },
    /// An edition that a version before left without its place.
    Recovered { edition: PathBuf },
    /// A file of the author had the name of one that the program makes now, or was one that the author changed.
    Beside { theirs: PathBuf, kept: PathBuf },
    /// A sealed edition, or its archive, was replaced on demand.
    KeptBeside { edition: PathBuf, kept: PathBuf },
    /// An edition is sealed: what was asked of it was written elsewhere.
    Reconstructed { edition: PathBuf, written: PathBuf },
    /// An edition before that of the project was made again: what stands there was written elsewhere.
    Past { edition: PathBuf, written: PathBuf },
    /// The edition before stands where this one went, and is not the one that it was compared with.
    Uncompared { edition: PathBuf, compared: PathBuf },
    /// A part of an edition was made from other inputs than what stays of it.
    Older { edition: PathBuf, files: Vec<String> },
    /// Everything is in place, and something of the author, or of the history, could not follow yet.
    Unfinished { reason: String },
    /// What is no longer of use could not be removed.
    NotRemoved { folder: PathBuf },
}

impl fmt::Display for Notice {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Notice::Finished { writer, paths } => write!(
                formatter,
                "la commande {writer} s’était arrêtée en route ; ce qu’elle avait commencé est achevé : {}.",
                told(paths)
            ),
            Notice::Undone { writer, left } if left.is_empty() => write!(
                formatter,
                "la commande {writer} s’était arrêtée en route ; ce qu’elle avait commencé est défait, tout est comme avant elle."
            ),
            Notice::Undone { writer, left } => write!(
                formatter,
                "la commande {writer} s’était arrêtée en route ; ce qu’elle avait commencé est défait, sauf ce qui a été modifié depuis, laissé tel quel : {}.",
                told(left)
            ),
            Notice::Cleaned { writer: Some(writer) } => write!(
                formatter,
                "la commande {writer} s’était arrêtée avant sa fin ; ses restes sont effacés."
            ),
            Notice::Cleaned { writer: None } => {
                write!(formatter, "les restes d’une commande interrompue sont effacés.")
            }
            Notice::Waiting { writer, paths } => write!(
                formatter,
                "la commande {writer} s’est arrêtée en route ; la prochaine commande qui écrit achèvera ce qu’elle avait commencé, ou le défera : {}.",
                told(paths)
            ),
            Notice::Recovered { edition } => write!(
                formatter,
                "« {} », qu’une commande interrompue avait écartée, a repris sa place.",
                edition.display()
            ),
            Notice::Beside { theirs, kept } => write!(
                formatter,
                "« {} », que le programme n’avait pas écrit ainsi, est gardé sous le nom « {} ».",
                theirs.display(),
                kept.display()
            ),
            Notice::KeptBeside { edition, kept } => write!(
                formatter,
                "« {} » est remplacée ; ce qui s’y trouvait est gardé tel quel dans « {} ».",
                edition.display(),
                kept.display()
            ),
            Notice::Reconstructed { edition, written } => write!(
                formatter,
                "« {} » a été publiée officiellement : elle est scellée et n’est pas touchée. Cette reconstruction est dans « {} ». Pour remplacer l’édition officielle (elle sera gardée à côté, datée), lancez « millesime generer --officiel --remplacer-officiel ».",
                edition.display(),
                written.display()
            ),
            Notice::Past { edition, written } => write!(
                formatter,
                "« {} » est une édition passée : elle n’est pas touchée. Ce que les données d’aujourd’hui en font est dans « {} ». Pour la remplacer, écartez d’abord son dossier.",
                edition.display(),
                written.display()
            ),
            Notice::Uncompared { edition, compared } => write!(
                formatter,
                "« {} » n’a pas été comparée avec cette édition : l’édition précédente se lit dans le projet, « {} ». Si c’est bien elle, copiez-la là, puis recommencez.",
                edition.display(),
                compared.display()
            ),
            Notice::Older { edition, files } => write!(
                formatter,
                "dans « {} », ceci reste d’un passage précédent, fait d’autres entrées (le manifeste dit lesquelles) : {}. Pour que tout s’accorde, lancez « millesime generer » sans « --livrable ».",
                edition.display(),
                some_of(files)
            ),
            Notice::Unfinished { reason } => write!(
                formatter,
                "tout est écrit, mais le rangement n’a pu s’achever ; la prochaine commande le reprendra : {reason}."
            ),
            Notice::NotRemoved { folder } => write!(
                formatter,
                "« {} », qui ne sert plus, n’a pu être effacé ; la prochaine commande essaiera de nouveau.",
                folder.display()
            ),
        }
    }
}

fn told(paths: &[PathBuf]) -> String {
    let quoted: Vec<String> = paths.iter().map(|path| format!("« {} »", path.display())).collect();
    french::list(&quoted)
}

/// A few names, and how many there are beside: an edition holds a drawing an indicator.
fn some_of(files: &[String]) -> String {
    const SAID: usize = 5;
    let mut told: Vec<String> = files.iter().take(SAID).map(|file| format!("« {file} »")).collect();
    if let Some(others) = files.len().checked_sub(SAID).filter(|others| *others > 0) {
        told.push(french::plural(others, "autre fichier", "autres fichiers"));
    }
    french::list(&told)
}
