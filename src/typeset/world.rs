//! What Typst may see: the files of one document, our fonts and the date of the project.
//!
//! A file that is not in the virtual folder does not exist, and there are no packages.

use super::fonts::Fonts;
use crate::error::Error;
use crate::render::DocumentSources;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook, Lang, TextElem};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

/// The world of one document.
pub struct VirtualWorld {
    library: LazyHash<Library>,
    fonts: Fonts,
    main: FileId,
    files: BTreeMap<String, Arc<[u8]>>,
    sources: BTreeMap<String, Source>,
    today: Option<Datetime>,
}

impl VirtualWorld {
    /// A world over the files of a document; a path that Typst cannot hold is a defect of `render`.
    pub fn new(document: &DocumentSources) -> Result<Self, Error> {
        let mut sources = BTreeMap::new();
        for (path, bytes) in &document.files {
            if let Some(text) = typst_text(path, bytes) {
                sources.insert(path.clone(), Source::new(file_id(path)?, text));
            }
        }
        let mut library = Library::builder()
            .with_features([Feature::A11yExtras].into_iter().collect())
            .build();
        library.styles.set(TextElem::lang, Lang::FRENCH);
        let date = document.date;
        Ok(VirtualWorld {
            library: LazyHash::new(library),
            fonts: Fonts::new(&document.fonts),
            main: file_id(&document.main)?,
            files: document.files.clone(),
            sources,
            today: Datetime::from_ymd(
                date.year().into(),
                date.month().unsigned_abs(),
                date.day().unsigned_abs(),
            ),
        })
    }
}

impl VirtualWorld {
    /// The files of Typst that the document has.
    pub fn sources(&self) -> impl Iterator<Item = &Source> {
        self.sources.values()
    }
}

impl World for VirtualWorld {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fonts.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.sources.get(virtual_path(id)?).cloned().ok_or_else(|| absent(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let bytes = self.files.get(virtual_path(id)?).ok_or_else(|| absent(id))?;
        Ok(Bytes::new(Arc::clone(bytes)))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.face(index)
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        self.today
    }
}

/// The path of a file in the virtual folder, as `render` wrote it; packages do not exist here.
pub fn virtual_path(id: FileId) -> FileResult<&'static str> {
    match id.get().root() {
        VirtualRoot::Project => Ok(id.get().vpath().get_without_slash()),
        VirtualRoot::Package(_) => Err(absent(id)),
    }
}

fn absent(id: FileId) -> FileError {
    FileError::NotFound(PathBuf::from(id.get().vpath().get_without_slash()))
}

fn file_id(path: &str) -> Result<FileId, Error> {
    let inside = VirtualPath::new(path).map_err(|error| Error::Defect {
        room: "typeset",
        detail: format!("chemin virtuel « {path} » impossible : {error}"),
    })?;
    Ok(RootedPath::new(VirtualRoot::Project, inside).intern())
}

/// The text of a Typst file; other files are only bytes.
fn typst_text(path: &str, bytes: &[u8]) -> Option<String> {
    let text = path.ends_with(".typ").then(|| std::str::from_utf8(bytes).ok())??;
    Some(text.to_owned())
}
