//! The tagging tables of `data/budget/`, whose names begin with `cotation`, as raw tables.
//!
//! They stand beside the budgets that they speak of; what they mean is decided by `validate`.

use super::{Inputs, folder, values};
use crate::config::Project;
use crate::diagnostic::Diagnostics;

/// The folder of the budgets.
const FOLDER: &str = "data/budget";
/// How the name of a tagging table begins.
const NAME: &str = "cotation";

/// Reads every tagging table, in the order of the paths.
pub(super) fn read(project: &Project, inputs: &mut Inputs, diagnostics: &mut Diagnostics) {
    // The folder was listed for the budgets: what it refuses has been told.
    let files = folder::list(&project.root, FOLDER, &mut Diagnostics::default());
    for found in files {
        if found.stem().to_lowercase().starts_with(NAME) {
            let table = values::table(&project.root, &found, None, &mut inputs.files, diagnostics);
            inputs.taggings.extend(table);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::load::fixture::Fixture;

    #[test]
    fn tagging_tables_stand_beside_the_budgets_and_are_none_of_them() {
        let fixture = Fixture::new()
            .file("data/valeurs/a.csv", "indicateur;annee;valeur\nx;2024;1\n")
            .file(
                "data/budget/Cotation-2025.csv",
                "nature;axe_1;auteur;date\n21;neutre;DF;2026-01-01\n",
            )
            .file("data/budget/cotation.docx", "x");
        let (inputs, told) = fixture.load();
        assert_eq!(inputs.taggings.len(), 1);
        assert!(inputs.budgets.is_empty());
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].starts_with("M109 data/budget/cotation.docx"), "{told:?}");
    }
}
