//! Binary files with one thing wrong, made on the spot.

use polars::prelude::{DataFrame, IntoColumn, NamedFrom, ParquetWriter, Series};
use rust_xlsxwriter::Workbook;
use std::io::{Cursor, Write};

/// A workbook with a sheet and nothing in it.
pub fn empty_workbook() -> Vec<u8> {
    let mut workbook = Workbook::new();
    workbook.add_worksheet();
    workbook.save_to_buffer().unwrap()
}

/// A project in one workbook, of the sheets that it takes to be read, and one more.
pub fn project_in_a_workbook(name: &str, rows: &[&[&str]]) -> Vec<u8> {
    let report: &[&[&str]] = &[
        &["cle", "valeur"],
        &["collectivite.nom", "Exempleville"],
        &["collectivite.type", "metropole"],
        &["collectivite.siren", "200040715"],
        &["collectivite.population", "60000"],
        &["titre", "Rapport"],
        &["edition", "2026"],
        &["exercice_budget", "2027"],
        &["annee_donnees", "2025"],
        &["date_document", "2026-11-20"],
    ];
    let indicators: &[&[&str]] = &[
        &["id", "titre", "unite", "finalite", "volet", "nature", "sens"],
        &["eau", "Eau", "m³", "1", "interne", "contribution", "baisse"],
    ];
    let objectives: &[&[&str]] = &[
        &["id", "titre", "theme", "perimetre"],
        &["sobriete", "Sobriété", "1", "collectivite"],
    ];
    let mut workbook = Workbook::new();
    for (name, rows) in [
        ("Rapport", report),
        ("Indicateurs", indicators),
        ("Objectifs", objectives),
        (name, rows),
    ] {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name).unwrap();
        for (row, cells) in (0..).zip(rows) {
            sheet.write_row(row, 0, cells.iter().copied()).unwrap();
        }
    }
    workbook.save_to_buffer().unwrap()
}

/// A sheet of observations with a remark to the right of its last column.
pub fn remark_beside_the_table() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_row(0, 0, ["indicateur", "annee", "valeur"]).unwrap();
    sheet.write(1, 0, "population").unwrap();
    sheet.write_row(1, 1, [2019, 58_000]).unwrap();
    sheet.write(1, 3, "à vérifier").unwrap();
    workbook.save_to_buffer().unwrap()
}

/// A workbook whose sheet is not the XML that it should be.
pub fn broken_workbook() -> Vec<u8> {
    let content = "<workbook><sheets><sheet";
    archive(&[("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", content)])
}

/// A sheet of OpenDocument with a formula that no spreadsheet has computed.
pub fn formula_without_result() -> Vec<u8> {
    let cell = |text: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let header: String = ["indicateur", "annee", "valeur"].map(cell).concat();
    let row = format!(
        "{}{}<table:table-cell table:formula=\"of:=1+1\"/>",
        cell("population"),
        cell("2019")
    );
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content \
         xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" office:version=\"1.3\">\
         <office:body><office:spreadsheet><table:table table:name=\"Saisie\">\
         <table:table-row>{header}</table:table-row><table:table-row>{row}</table:table-row>\
         </table:table></office:spreadsheet></office:body></office:document-content>"
    );
    archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest/>"),
        ("content.xml", &content),
    ])
}

/// A table of observations with a column of lists.
pub fn nested_parquet() -> Vec<u8> {
    let lists = Series::new("listes".into(), [Series::new("".into(), [1_i64, 2])]);
    let columns = vec![
        Series::new("indicateur".into(), ["population"]).into_column(),
        Series::new("annee".into(), [2019_i64]).into_column(),
        Series::new("valeur".into(), [58_000_i64]).into_column(),
        lists.into_column(),
    ];
    let mut frame = DataFrame::new(1, columns).unwrap();
    let mut bytes = Cursor::new(Vec::new());
    ParquetWriter::new(&mut bytes).finish(&mut frame).unwrap();
    bytes.into_inner()
}

/// A font whose tables of characters are all said to be those of another system.
pub fn without_letters(font: &[u8]) -> Vec<u8> {
    let mut font = font.to_vec();
    let entry = font.windows(4).position(|name| name == b"cmap").unwrap();
    let table = usize::try_from(u32::from_be_bytes(font[entry + 8..entry + 12].try_into().unwrap())).unwrap();
    let count = usize::from(u16::from_be_bytes(font[table + 2..table + 4].try_into().unwrap()));
    for record in 0..count {
        let platform = table + 4 + 8 * record;
        font[platform..platform + 2].copy_from_slice(&1_u16.to_be_bytes());
    }
    font
}

/// A text in Word of these paragraphs.
pub fn text_of_word(paragraphs: &str) -> Vec<u8> {
    let document = format!("<w:document><w:body>{paragraphs}</w:body></w:document>");
    let comments = "<w:comments><w:comment w:id=\"0\" w:author=\"Claude Martin\"><w:p><w:r><w:t>Vrai ?</w:t></w:r></w:p></w:comment></w:comments>";
    let relations =
        "<Relationships><Relationship Id=\"rId1\" Type=\"x/comments\" Target=\"comments.xml\"/></Relationships>";
    archive(&[
        ("word/document.xml", &document),
        ("word/_rels/document.xml.rels", relations),
        ("word/comments.xml", comments),
    ])
}

fn archive(files: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        archive.start_file(*name, stored).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}
