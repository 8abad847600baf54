//! Where the workbook of a project stands, for whoever has to know that there is one; what it says is read by `workbook`.

use super::disk::Disk;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::french::quoted;
use crate::table::Kind;

/// Where the workbook stands, by its format.
pub(super) const PATHS: [(&str, Kind); 2] = [("data/projet.xlsx", Kind::Xlsx), ("data/projet.ods", Kind::Ods)];
/// The path of the workbook of a project, where it has one.
pub(super) fn path(disk: &Disk<'_>) -> Option<&'static str> {
    PATHS.map(|(path, _)| path).into_iter().find(|path| disk.exists(path))
}

/// What a command that changes YAML says of a project kept in a workbook; none of another.
pub(super) fn refusal(disk: &Disk<'_>, code: Code, help: &str) -> Option<Diagnostic> {
    let path = path(disk)?;
    let message = format!(
        "Le projet est tenu dans {}, que cette commande ne sait pas modifier.",
        quoted(path)
    );
    Some(Diagnostic::error(code, Place::file(path), message).help(help))
}
