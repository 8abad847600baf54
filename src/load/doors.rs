//! The formats that this room reads, as functions of bytes alone, for who throws bytes at them; none is in the program.

use super::folder::Found;
use super::{Text, budget, fonts, map, parquet, picture, query, word};
use crate::diagnostic::Diagnostics;
use crate::table::doors::packed;
use std::path::PathBuf;
use std::sync::Arc;

fn found(name: &str) -> Found {
    Found {
        path: Arc::from(name),
        absolute: PathBuf::from(name),
    }
}

/// A table of observations in Parquet.
pub fn parquet(bytes: &[u8], diagnostics: &mut Diagnostics) {
    parquet::table(&found("data/valeurs/a.parquet"), bytes, diagnostics);
}

/// A budget as it is sent (TOTEM), a text in XML.
pub fn totem(bytes: &[u8], diagnostics: &mut Diagnostics) {
    budget::of_xml(&found("data/budget/a.xml"), bytes, diagnostics);
}

/// A budget as a table (SCDL, balance of the DGFiP, plain).
pub fn budget_table(bytes: &[u8], diagnostics: &mut Diagnostics) {
    budget::of_table(&found("data/budget/a.csv"), bytes, diagnostics);
}

/// A text in Word, its parts thrown as those of a workbook are.
pub fn docx(bytes: &[u8], diagnostics: &mut Diagnostics) -> Option<Text> {
    word::read(&found("data/textes/a.docx"), &packed(bytes), diagnostics).map(|word| word.text)
}

/// A map of the communes.
pub fn geojson(bytes: &[u8], diagnostics: &mut Diagnostics) {
    map::of_bytes("data/cartes/a.geojson", bytes, diagnostics);
}

/// A font of the project.
pub fn font(bytes: &[u8], _: &mut Diagnostics) {
    let _ = fonts::of_bytes(bytes);
}

/// A drawing.
pub fn svg(bytes: &[u8], diagnostics: &mut Diagnostics) {
    picture::check(&found("data/logo.svg"), bytes, diagnostics);
}

/// An image of points.
pub fn png(bytes: &[u8], diagnostics: &mut Diagnostics) {
    picture::check(&found("data/logo.png"), bytes, diagnostics);
}

/// A query, up to where it would run.
pub fn sql(bytes: &[u8], _: &mut Diagnostics) {
    let _ = query::guarded_tables(&String::from_utf8_lossy(bytes), &["energie", "communes"]);
}
