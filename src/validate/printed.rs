//! Every text of the author’s files that the document may print, with its place: what the rules of texts read.
//!
//! The texts under a key or in the column of a declared table come from whoever read them, all of them
//! ([`Diagnostics::take_written`](crate::diagnostic::Diagnostics::take_written)); here are the others.

use super::layout::Layout;
use super::line::Line;
use crate::config::Project;
use crate::diagnostic::{Place, Placed};
use crate::load::{Content, Inputs};

/// A text that may reach a page, and where it was written.
#[derive(Clone, Debug)]
pub struct Printed<'a> {
    pub text: &'a str,
    pub place: Place,
    pub kind: Kind,
}

/// How far into the text a place can point, and what stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The place is that of the first character: a character of the text has its own column.
    Line,
    /// The place of a cell stands for the whole.
    Cell,
    /// A text under a key, or in the catalogue kept as a table; `form` has already read its characters one by one.
    Entry,
    /// The name of a file, which holds the place.
    FileName,
    /// The name of a sheet of the file.
    SheetName,
}

/// Where the files of an author are; the program reads its own too.
const PROJECT: [&str; 2] = ["data/", "output/"];
/// Where tables are read cell by cell.
const TABLES: [&str; 4] = ["data/valeurs/", "data/parc/", "data/budget/", "output/"];

/// The texts of the rows: notes, and the values of the disaggregations.
pub fn cells<'a>(lines: &[Line<'a>], layout: &Layout) -> Vec<Printed<'a>> {
    let columns = layout.breakdowns.iter().map(|(column, _)| *column).chain(layout.note);
    let columns: Vec<usize> = columns.collect();
    let cells = lines
        .iter()
        .flat_map(|line| columns.iter().filter_map(|column| line.cell(*column)));
    cells
        .filter_map(|cell| match &cell.content {
            Content::Text(text) => Some(printed(text, &cell.place, Kind::Cell)),
            Content::Empty | Content::Number { .. } => None,
        })
        .collect()
}

/// The texts that were read under a key or in a declared table.
pub fn written(texts: &[Placed<String>]) -> impl Iterator<Item = Printed<'_>> {
    let within = |place: &Place, folders: &[&str]| folders.iter().any(|folder| place.file.starts_with(folder));
    let ours = texts.iter().filter(move |text| within(&text.place, &PROJECT));
    ours.map(move |text| {
        let kind = match within(&text.place, &TABLES) {
            true => Kind::Cell,
            false => Kind::Entry,
        };
        printed(&text.value, &text.place, kind)
    })
}

/// The lines of the narrative, what a map and the files of budgets call things, the names of files and of their sheets.
pub fn texts<'a>(project: &'a Project, inputs: &'a Inputs) -> Vec<Printed<'a>> {
    let mut texts = Vec::new();
    for text in inputs.texts.values() {
        texts.extend(text.lines().map(|(line, place)| printed(line, &place, Kind::Line)));
    }
    if let (Some(map), Some(territory)) = (&project.settings.map, &inputs.territory) {
        let place = Place::file(format!("data/cartes/{}", map.file));
        let areas = territory.areas.iter();
        texts.extend(areas.map(|area| printed(&area.name, &place, Kind::Cell)));
    }
    for budget in &inputs.budgets {
        let place = Place::file(budget.file.clone());
        let names = [Some(&budget.community), budget.budget.as_ref()];
        texts.extend(
            names
                .into_iter()
                .flatten()
                .map(|name| printed(name, &place, Kind::Cell)),
        );
    }
    let files = project.files.iter().chain(&inputs.files);
    texts.extend(files.map(|file| printed(&file.path, &Place::file(file.path.clone()), Kind::FileName)));
    let fleet = &inputs.fleet;
    let tables = [&inputs.tables, &inputs.authorisations, &inputs.taggings]
        .into_iter()
        .chain([&fleet.inventories, &fleet.factors, &fleet.services])
        .chain([&fleet.centres, &fleet.results, &fleet.waste]);
    let sheets = tables.flatten().map(|table| (&table.file, &table.sheet));
    let sheets = sheets.chain(inputs.budgets.iter().map(|budget| (&budget.file, &budget.sheet)));
    texts.extend(sheets.filter_map(|(file, sheet)| {
        let sheet = sheet.as_ref()?;
        Some(printed(
            sheet,
            &Place::cell(file.clone(), sheet.clone(), 1, 1),
            Kind::SheetName,
        ))
    }));
    texts
}

fn printed<'a>(text: &'a str, place: &Place, kind: Kind) -> Printed<'a> {
    Printed {
        text,
        place: place.clone(),
        kind,
    }
}
