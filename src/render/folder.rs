//! The virtual folder that every document of a run shares, except for its main file.
//!
//! Pure assembly: it fills no template and reads no disk.

use super::context::{Prepared, Word, Words};
use super::dialect::{Dialect, PrintedText};
use super::narrative::Narrative;
use super::origins::Traced;
use super::templates::{EXTENSION, Templates, place_of};
use super::text;
use super::{DocumentSources, Origin};
use crate::assess::Report;
use crate::chart::{Figure, Figures};
use crate::diagnostic::Diagnostics;
use crate::error::Error;
use crate::french;
use crate::load::Inputs;
use crate::model::{DataFile, Prose};
use crate::printed;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Colours, shapes and fonts, read by the pages and by the charts.
const TOKENS: &str = "tokens.json";

/// Path in the virtual folder → content.
type Files = BTreeMap<String, Arc<[u8]>>;

/// What every document may read, and the paths that its template is told.
pub struct Folder {
    pub prepared: Prepared,
    files: Files,
    origins: BTreeMap<String, Origin>,
    fonts: Vec<Arc<[u8]>>,
    /// That of a main file.
    extension: &'static str,
}

impl Folder {
    pub fn new(
        report: &Report,
        figures: &Figures,
        inputs: &Inputs,
        templates: &Templates,
        texts: &Narrative,
        dialect: &Dialect,
    ) -> Result<Self, Error> {
        let mut folder = Folder {
            prepared: Prepared {
                titles: texts.titles.clone(),
                definitions: texts.definitions.clone(),
                descriptions: texts.descriptions.clone(),
                ..Prepared::default()
            },
            files: Files::new(),
            origins: BTreeMap::new(),
            extension: dialect.extension,
            fonts: report.shown.fonts.faces().cloned().collect(),
        };
        for (path, text) in templates.files.iter().filter(|(path, _)| !path.ends_with(EXTENSION)) {
            folder.add(path.clone(), text.as_bytes());
            folder.origins.insert(path.clone(), Origin::Same(place_of(path)));
        }
        // The pages have the tokens of the drawings, theme included, unless the project has its own file.
        if !inputs.templates.contains_key(TOKENS) {
            let tokens = serde_json::to_vec_pretty(&figures.tokens).map_err(|error| Error::Defect {
                room: "render",
                detail: error.to_string(),
            })?;
            folder.add(TOKENS.to_owned(), &tokens);
        }
        folder.prepared.words = Words::new(&mut |name, word| match word {
            Word::Line(words) => PrintedText(french::punctuate(words).into()),
            Word::Of(written) => PrintedText(french::punctuate(&written(report)).into()),
            Word::With(written) => PrintedText(french::punctuate(&written(&report.settings)).into()),
            Word::Prose(markdown) => {
                let mut unheard = Diagnostics::default();
                folder.add_text(&text::own(name, markdown, &mut unheard), dialect)
            }
        });
        let prose = texts
            .slots
            .values()
            .chain(texts.comments.values())
            .chain(texts.strategy.values());
        folder.prepared.said = prose.flat_map(Prose::lines).collect();
        folder.prepared.texts = folder.add_texts(&texts.slots, dialect);
        folder.prepared.comments = folder.add_texts(&texts.comments, dialect);
        folder.prepared.strategy = folder.add_texts(&texts.strategy, dialect);
        for figure in figures.indicators.values().chain(figures.named.values()) {
            folder.add(figure.path(), figure.svg.as_bytes());
        }
        for (id, svg) in &figures.sparklines {
            folder.add(Figures::sparkline_path(id), svg.as_bytes());
        }
        for file in DataFile::ALL {
            if let Some(table) = report.data_table(*file, &texts.titles) {
                let path = file.key().to_owned();
                folder.files.insert(path, table.csv(printed::Dialect::French)?);
                folder.prepared.data.push(*file);
            }
        }
        for (name, picture) in &inputs.pictures {
            folder
                .files
                .insert(text::picture_path(name), Arc::clone(&picture.bytes));
        }
        if let Some((name, bytes)) = &inputs.logo {
            let extension = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
            let path = format!("logo.{extension}");
            folder.files.insert(path.clone(), Arc::clone(bytes));
            folder.prepared.logo = Some(path);
        }
        Ok(folder)
    }

    /// What is published beside the documents: the tables and the drawings that have an alternative text.
    pub fn published(&self, figures: &Figures) -> Files {
        let drawings = figures
            .indicators
            .values()
            .chain(figures.named.values())
            .map(Figure::path);
        let tables = self.prepared.data.iter().map(|file| file.key().to_owned());
        let published = drawings.chain(tables);
        published
            .filter_map(|path| Some((path.clone(), Arc::clone(self.files.get(&path)?))))
            .collect()
    }

    /// The folder of one document, with its main file.
    pub fn document(&self, name: &str, filled: Traced, date: Date) -> DocumentSources {
        let main = format!("{name}.{}", self.extension);
        let mut files = self.files.clone();
        let mut origins = self.origins.clone();
        files.insert(main.clone(), Arc::from(filled.text.into_bytes()));
        origins.insert(main.clone(), Origin::Lines(filled.lines));
        DocumentSources {
            name: name.to_owned(),
            main,
            files,
            fonts: self.fonts.clone(),
            origins,
            date,
        }
    }

    fn add(&mut self, path: String, bytes: &[u8]) {
        self.files.insert(path, Arc::from(bytes));
    }

    fn add_texts<K: Clone + Ord>(&mut self, texts: &BTreeMap<K, Prose>, dialect: &Dialect) -> BTreeMap<K, PrintedText> {
        texts
            .iter()
            .map(|(key, prose)| (key.clone(), self.add_text(prose, dialect)))
            .collect()
    }

    /// What templates print for a text; the file it needs is written.
    fn add_text(&mut self, prose: &Prose, dialect: &Dialect) -> PrintedText {
        let (text, file) = (dialect.text)(prose);
        if let Some((path, code)) = file {
            self.add(path.clone(), code.text.as_bytes());
            self.origins.insert(path, Origin::Lines(code.lines));
        }
        text
    }
}
