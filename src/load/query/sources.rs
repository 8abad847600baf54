//! The tables of `data/sources/`: named after their files, read only when a query names them.

use super::columns::{self, Fault, Mixed};
use super::rows_apart::RowsApart;
use super::sums::{adds, adds_up, counts, kept};
use crate::config::ProjectFile;
use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics, Place};
use crate::french::plural;
use crate::load::folder::{self, Found};
use crate::load::frame::guarded;
use crate::load::{parquet, values};
use crate::stack::deep;
use crate::table::{self, Kind, decoding, delimited};
use polars::prelude::{Expr, IntoLazy, LazyFrame, PolarsResult, Schema, col};
use polars::sql::SQLContext;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// A source cannot be read as a table.
const BROKEN: Code = Code("M140");
/// Two sources would have the same name in a query.
const SAME_NAME: Code = Code("M141");
/// No query reads a source.
const UNUSED: Code = Code("M142");
/// A word stands for missing values in a column of numbers.
const ABSENCES: Code = Code("M143");

/// The folder of raw data.
const FOLDER: &str = "data/sources";
/// Bytes of a source: its content is held in memory, since its hash goes to the manifest.
const LIMIT: u64 = 4_000_000_000;

/// The sources of a project and what has been read of them.
#[derive(Default)]
pub(super) struct Sources {
    root: PathBuf,
    files: BTreeMap<String, Found>,
    /// None where a source was tried and refused: its fault is told once.
    frames: BTreeMap<String, Option<LazyFrame>>,
    read: Vec<ProjectFile>,
    spared: BTreeSet<String>,
    /// Where the first value of a column is missing, and a word that says so, where one does.
    missing: BTreeMap<(String, String), (Place, Option<String>)>,
    /// The columns of each source whose missing values have been told.
    told: BTreeSet<(String, String)>,
    apart: BTreeMap<String, Vec<RowsApart>>,
    mixed: BTreeMap<String, Vec<Mixed>>,
}

impl Sources {
    /// Lists the sources without reading any.
    pub fn list(root: &Path, diagnostics: &mut Diagnostics) -> Self {
        let mut sources = Sources {
            root: root.to_owned(),
            ..Sources::default()
        };
        for found in folder::list(root, FOLDER, diagnostics) {
            if !matches!(found.extension().as_str(), "csv" | "tsv" | "txt" | "parquet") {
                diagnostics.push(values::ignored(&found, "un CSV ou un fichier .parquet"));
                continue;
            }
            let name = found.stem().to_owned();
            if let Some(first) = sources.files.get(&name) {
                let message = format!(
                    "« {} » et « {} » donnent deux tables du même nom « {name} ».",
                    first.path, found.path
                );
                diagnostics.push(
                    Diagnostic::error(SAME_NAME, found.place(), message)
                        .help("Renommez l’un des deux fichiers : la requête l’appelle par son nom sans extension."),
                );
                continue;
            }
            sources.files.insert(name, found);
        }
        sources
    }

    pub fn names(&self) -> Vec<&str> {
        self.files.keys().map(String::as_str).collect()
    }

    /// Keeps the tables that a refused query seems to name from being told unused.
    pub fn spare(&mut self, sql: &str) {
        let named = self.files.keys().filter(|name| sql.contains(name.as_str())).cloned();
        self.spared.extend(named);
    }

    /// The table of a source, read at its first use.
    pub fn frame(&mut self, name: &str, diagnostics: &mut Diagnostics) -> Option<LazyFrame> {
        if let Some(frame) = self.frames.get(name) {
            return frame.clone();
        }
        let found = self.files.get(name)?.clone();
        let frame = self.open(&found, diagnostics);
        self.frames.insert(name.to_owned(), frame.clone());
        frame
    }

    /// The columns of the tables that a query names, as far as they were read.
    pub fn columns(&self, names: &[String]) -> Vec<(String, Schema)> {
        let schema = |name: &String| {
            let mut frame = self.frames.get(name)?.clone()?;
            let schema = guarded(|| frame.collect_schema()).ok()?;
            Some((name.clone(), (*schema).clone()))
        };
        names.iter().filter_map(schema).collect()
    }

    /// The files read; those that no query names are told.
    pub fn close(self, diagnostics: &mut Diagnostics) -> Vec<ProjectFile> {
        for (name, found) in &self.files {
            if !self.frames.contains_key(name) && !self.spared.contains(name) {
                let message = format!("Aucune requête ne lit « {} ».", found.path);
                diagnostics.push(
                    Diagnostic::warning(UNUSED, found.place(), message)
                        .help("Retirez-le du dossier, ou interrogez-le par la clé « requete » d’un indicateur.")
                        .because(Cause::Catalogue),
                );
            }
        }
        self.read
    }

    /// Tells the missing values of the columns of numbers that a query adds up without counting them: a sum passes them by.
    pub fn tell_blanks(&mut self, name: &str, sql: &str, diagnostics: &mut Diagnostics) {
        let upper = sql.to_uppercase();
        let (Some(Some(frame)), Some(found)) = (self.frames.get(name), self.files.get(name)) else {
            return;
        };
        if !adds(&upper) {
            return;
        }
        let all = blanks(frame, &upper).unwrap_or_default();
        let rows = kept(sql).and_then(|kept| rows(name, frame, kept));
        let counted = rows
            .and_then(|rows| blanks(&rows, &upper))
            .unwrap_or_else(|| all.clone());
        for (column, count) in counted {
            if counts(&upper, &column) || !self.told.insert((name.to_owned(), column.clone())) {
                continue;
            }
            let known = self.missing.get(&(name.to_owned(), column.clone()));
            // Where the query sets some of them aside, the first may be one of those.
            let known = known.filter(|_| all.contains(&(column.clone(), count)));
            let place = known.map_or_else(|| found.place(), |(place, _)| place.clone());
            let missing = match known.and_then(|(_, word)| word.as_ref()) {
                Some(word) => format!(
                    "{}, par exemple « {word} »",
                    plural(count, "valeur manquante", "valeurs manquantes")
                ),
                None => plural(count, "case vide", "cases vides"),
            };
            let message = format!(
                "La colonne « {column} » de « {} » a {missing} : une somme ignore les absences.",
                found.path
            );
            let help = format!(
                "Ajoutez à la requête, après GROUP BY : HAVING COUNT(\"{column}\") = COUNT(*) ; une année incomplète n’aura alors pas de valeur. Ou acceptez cet avertissement dans rapport.yaml (« avertissements_acceptes »), avec le motif."
            );
            diagnostics.push(Diagnostic::warning(ABSENCES, place, message).help(help));
        }
    }

    /// Tells the rows of totals and of notes that a query adds to the others, once a source.
    pub fn tell_totals(&mut self, name: &str, sql: &str, diagnostics: &mut Diagnostics) {
        let rows = self.apart.get(name).into_iter().flatten();
        for rows in rows.filter(|_| adds(&sql.to_uppercase())) {
            let fault = rows.told(sql);
            let key = (name.to_owned(), format!("{} (total)", rows.column));
            if fault.is_some() && self.told.insert(key) {
                diagnostics.extend(fault);
            }
        }
    }

    /// The column of texts, some of them numbers, that a query would take for numbers: one that it adds up or compares.
    ///
    /// The largest of « 9,5 t » and « 20 t » is the first, in the order of texts, and nothing fails.
    pub fn mixed<'s>(&'s self, names: &[String], sql: &str) -> Option<&'s Mixed> {
        let tight: String = sql.split_whitespace().collect::<String>().to_uppercase();
        let mut columns = names.iter().filter_map(|name| self.mixed.get(name)).flatten();
        columns.find(|mixed| mixed.is_taken_for_numbers(&tight))
    }

    fn open(&mut self, found: &Found, diagnostics: &mut Diagnostics) -> Option<LazyFrame> {
        let expected = match found.extension().as_str() {
            "parquet" => Kind::Parquet,
            _ => Kind::Text,
        };
        let file = folder::read(&self.root, found, LIMIT, diagnostics)?;
        self.read.push(file.clone());
        if !table::is_kind(&found.path, &file.bytes, expected, diagnostics) {
            return None;
        }
        if expected == Kind::Parquet {
            return match guarded(|| parquet::frame(&file.bytes)) {
                Ok(Some(frame)) => Some(frame.lazy()),
                Ok(None) => {
                    let message = format!("« {} » pèse plus de 4 Go une fois décompressé.", found.path);
                    diagnostics.push(table::limits::too_large(found.place(), message));
                    None
                }
                Err(reason) => {
                    let why = format!("raison de Polars, en anglais : « {reason} »");
                    let fault = broken(found, found.place(), why);
                    diagnostics.push(
                        fault.help("Refaites l’export en CSV, ou sans la colonne dont parle cette raison : tout le fichier est lu d’un coup."),
                    );
                    None
                }
            };
        }
        let text = decoding::decode(&found.path, &file.bytes, diagnostics)?;
        // A table of one column has no delimiter to be found by.
        let delimiter = delimited::delimiter(&text).unwrap_or(b';');
        if let Some(fault) = delimited::misquoted(&found.path, &text, delimiter) {
            diagnostics.push(fault);
            return None;
        }
        match columns::read(&found.path, &text, delimiter) {
            Ok(columns) => {
                diagnostics.extend(columns.doubts);
                self.apart.insert(found.stem().to_owned(), columns.apart);
                self.mixed.insert(found.stem().to_owned(), columns.mixed);
                let missing = columns.missing.into_iter();
                self.missing
                    .extend(missing.map(|(column, missing)| ((found.stem().to_owned(), column), missing)));
                Some(columns.frame.lazy())
            }
            Err(fault) => {
                diagnostics.push(told(found, fault));
                None
            }
        }
    }
}

/// The rows of a table that a query keeps; none where it reads more than that table.
fn rows(name: &str, frame: &LazyFrame, kept: &str) -> Option<LazyFrame> {
    let rows = || {
        let mut context = SQLContext::new();
        context.register(name, frame.clone());
        context.execute(&format!("SELECT * {kept}"))
    };
    guarded(|| deep(rows)).ok()
}

/// The columns of numbers that a query adds up and that have blank cells, each with their count.
fn blanks(frame: &LazyFrame, sql: &str) -> Option<Vec<(String, usize)>> {
    let count = || {
        let schema = frame.clone().collect_schema()?;
        let numbers = schema.iter().filter(|(_, kind)| kind.is_primitive_numeric());
        let named: Vec<String> = numbers
            .map(|(name, _)| name.to_string())
            .filter(|name| adds_up(sql, name))
            .collect();
        let counts: Vec<Expr> = named.iter().map(|name| col(name.as_str()).null_count()).collect();
        let counted = frame.clone().select(counts).collect()?;
        let counts = named.iter().map(|name| {
            let count = counted.column(name)?.get(0)?.extract::<usize>().unwrap_or_default();
            Ok((name.clone(), count))
        });
        counts.collect::<PolarsResult<Vec<_>>>()
    };
    let mut counts = guarded(|| deep(count)).ok()?;
    counts.retain(|(_, count)| *count > 0);
    Some(counts)
}

fn told(found: &Found, fault: Fault) -> Diagnostic {
    match fault {
        Fault::Duplicate(name) => broken(
            found,
            Place::line(found.path.clone(), 1, 0),
            format!("deux colonnes portent le nom « {name} »"),
        ),
        Fault::TooLong(line) => broken(
            found,
            Place::line(found.path.clone(), u32::try_from(line).unwrap_or(u32::MAX), 0),
            format!("la ligne {line} a plus de cellules que l’en-tête"),
        ),
        Fault::Reason(reason) => broken(
            found,
            found.place(),
            format!("raison du lecteur, en anglais : « {reason} »"),
        ),
    }
}

fn broken(found: &Found, place: Place, why: String) -> Diagnostic {
    Diagnostic::error(
        BROKEN,
        place,
        format!("« {} » ne peut être lu comme une table : {why}.", found.path),
    )
    .help("Corrigez le fichier, ou refaites l’export.")
}
