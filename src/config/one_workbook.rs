//! Where the workbook of a project stands, for whoever has to know that there is one; what it says is read by `workbook`, but for
//! its values, which are tables like those of `data/valeurs/`.

use super::ProjectFile;
use super::disk::Disk;
use super::lines::EXTENSIONS;
use super::reading::YAML;
use crate::diagnostic::Diagnostics;
use crate::error::Error;
use crate::french::folded;
use crate::table::{self, Kind, Table};

/// Where the workbook stands, by its format.
pub(super) const PATHS: [(&str, Kind); 2] = [("data/projet.xlsx", Kind::Xlsx), ("data/projet.ods", Kind::Ods)];

/// The sheet of the values.
pub const VALUES: &str = "Valeurs";

impl ProjectFile {
    /// Whether this is the workbook of the project.
    pub fn is_project_workbook(&self) -> bool {
        PATHS.iter().any(|(path, _)| *path == &*self.path)
    }

    /// The values that the workbook of a project holds; none of another file.
    pub fn project_values(&self, diagnostics: &mut Diagnostics) -> Option<Table> {
        self.project_sheet(VALUES, diagnostics)
    }

    /// A sheet of the workbook of a project, whatever the case of its name; none of another file.
    pub fn project_sheet(&self, wanted: &str, diagnostics: &mut Diagnostics) -> Option<Table> {
        let (_, kind) = PATHS.into_iter().find(|(path, _)| *path == &*self.path)?;
        let mut names = table::sheet_names(&self.bytes, kind).into_iter();
        let name = names.find(|name| folded(name) == folded(wanted))?;
        table::waiting(&self.path, &self.bytes, kind, &name, diagnostics)
    }
}

/// The path of the workbook of a project, where it has one.
pub(super) fn path(disk: &Disk<'_>) -> Option<&'static str> {
    PATHS.map(|(path, _)| path).into_iter().find(|path| disk.exists(path))
}

/// The other files that describe the project.
pub(super) fn others(disk: &Disk<'_>, path: &str) -> Result<Vec<String>, Error> {
    let tables = ["actions", "credits"].into_iter();
    let tables = tables.flat_map(|name| EXTENSIONS.map(|extension| format!("data/{name}.{extension}")));
    let files = ["data/rapport.yaml", "data/actions.yaml", "data/strategie.yaml"].map(str::to_owned);
    let workbooks = PATHS.map(|(other, _)| other.to_owned()).into_iter();
    let alone = workbooks.filter(|other| other != path).chain(files).chain(tables);
    let mut others: Vec<String> = alone.filter(|other| disk.exists(other)).collect();
    let extensions = [YAML.as_slice(), &EXTENSIONS].concat();
    let names = disk.files_of("data/indicateurs", &extensions, &mut Diagnostics::default())?;
    others.extend(names.into_iter().map(|name| format!("data/indicateurs/{name}")));
    Ok(others)
}
