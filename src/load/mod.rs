//! `load`: tables, workbooks, texts, templates and queries become [`Inputs`], raw cells with their places.
//!
//! It reads the disk, and holds the one use of Polars. It gives no meaning to a cell: that is `validate`.

mod inputs;
mod values;
mod query;
mod fleet;
mod narrative;
mod text;
mod word;
mod fonts;
mod map;
mod previous;
mod budget;
mod tagging;
mod collected;
mod received;
mod unread;
mod folder;
mod people;
mod parquet;
mod parquet_footer;
mod picture;
mod frame;
#[cfg(any(test, fuzzing))]
pub mod doors;
#[cfg(test)]
mod counted;
#[cfg(test)]
mod fixture;

pub use crate::table::{Cell, Content, Table};
pub use inputs::{
    CreditKey, FleetInputs, Inputs, PreviousAssessment, PreviousEdition, ProjectPicture, PublishedCredit,
    PublishedCredits,
};
pub use narrative::TEMPLATES;
pub use people::people;
pub use previous::{published, published_files};
pub use received::{Received, ReceivedSheet};
pub use text::{Element, PieceKind, Text, Written};

use crate::config::Project;
use crate::diagnostic::Diagnostics;
use crate::error::Error;
use crate::model::{AccountLabels, BudgetDocument};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Reads everything the project names or holds; what cannot be read is a fault at its place.
pub fn load(project: &Project, diagnostics: &mut Diagnostics) -> Result<Inputs, Error> {
    let mut inputs = Inputs::default();
    values::read(project, &mut inputs, diagnostics);
    query::read(project, &mut inputs, diagnostics);
    narrative::texts(project, &mut inputs, diagnostics);
    narrative::templates(project, &mut inputs, diagnostics);
    narrative::logo(project, &mut inputs, diagnostics);
    narrative::pictures(project, &mut inputs, diagnostics);
    fonts::read(project, &mut inputs, diagnostics);
    map::read(project, &mut inputs, diagnostics);
    budget::read_project(project, &mut inputs, diagnostics);
    fleet::read(project, &mut inputs, diagnostics);
    tagging::read(project, &mut inputs, diagnostics);
    previous::read(project, &mut inputs, diagnostics);
    unread::tell(project, &inputs, diagnostics);
    Ok(inputs)
}

/// The tables of `data/valeurs/` alone.
pub fn load_values(project: &Project, diagnostics: &mut Diagnostics) -> Inputs {
    let mut inputs = Inputs::default();
    values::read(project, &mut inputs, diagnostics);
    inputs
}

/// The files that came back from a collection, wherever they are; of a folder, the workbooks in it.
pub fn load_received(paths: &[PathBuf], diagnostics: &mut Diagnostics) -> Vec<Received> {
    received::read(paths, diagnostics)
}

/// The bytes of those of these files, below a project, that are there.
///
/// # Errors
/// The disk refuses one that is there.
pub fn load_standing(root: &Path, paths: &[String]) -> Result<BTreeMap<String, Arc<[u8]>>, Error> {
    collected::standing(root, paths)
}

/// The budgets of a project alone.
pub fn load_budgets(project: &Project, diagnostics: &mut Diagnostics) -> Vec<BudgetDocument> {
    let mut inputs = Inputs::default();
    budget::read_project(project, &mut inputs, diagnostics);
    inputs.budgets
}

/// The budgets of one file, wherever it is; none, and the faults told, where it cannot be believed.
///
/// `plan` says which accounts are divided into others.
pub fn load_budget(file: &Path, plan: &AccountLabels, diagnostics: &mut Diagnostics) -> Vec<BudgetDocument> {
    budget::read(file, plan, diagnostics)
}

/// What the `planDeCompte.xml` beside a budget file calls its codes; none where there is none.
pub fn load_labels(file: &Path, diagnostics: &mut Diagnostics) -> Option<AccountLabels> {
    budget::labels_beside(file, diagnostics)
}
