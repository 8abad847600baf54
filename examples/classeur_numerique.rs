//! Writes `data/valeurs/saisie-numerique.xlsx`, the workbook of the sample that a service would have filled.
//!
//! `cargo run --example classeur_numerique`. A binary file cannot be reviewed: this program is its
//! readable form. Every value is invented for the demonstration and marked `exemple`. It is no part
//! of the main job, and the same program always writes the same bytes.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use std::path::Path;

/// The values of one indicator (or of one of its disaggregations) from a first year on.
struct Series {
    indicator: &'static str,
    unit: &'static str,
    destination: &'static str,
    public: &'static str,
    first_year: u16,
    values: &'static [f64],
}

const HEADER: [&str; 8] = [
    "indicateur",
    "annee",
    "valeur",
    "unite",
    "destination",
    "public",
    "statut",
    "note",
];

/// Shares are given in percent here, and written as Excel keeps them: 0.31 shown as 31 %.
const SERIES: &[Series] = &[
    plain("num-pue", "", 2019, &[1.85, 1.82, 1.78, 1.72, 1.65, 1.60, 1.55]),
    plain("num-rgesn", "%", 2023, &[41.0, 49.0, 58.0]),
    plain("num-rgaa", "%", 2021, &[48.0, 55.0, 61.0, 68.0, 74.0]),
    plain("num-agents-sensibilises", "%", 2021, &[12.0, 25.0, 41.0, 58.0, 66.0]),
    split(
        "num-participants-ateliers",
        "participants",
        "",
        "agents",
        2022,
        &[210.0, 340.0, 390.0, 360.0],
    ),
    split(
        "num-participants-ateliers",
        "participants",
        "",
        "élus",
        2022,
        &[18.0, 26.0, 31.0, 22.0],
    ),
    plain(
        "num-personnes-accompagnees",
        "personnes",
        2021,
        &[2100.0, 3400.0, 4300.0, 5200.0, 5900.0],
    ),
    plain("num-lieux-mediation", "lieux", 2021, &[38.0, 45.0, 52.0, 57.0, 61.0]),
    plain(
        "num-objets-connectes",
        "objets",
        2021,
        &[3200.0, 4100.0, 5600.0, 7300.0, 9100.0],
    ),
    plain(
        "num-jeux-donnees",
        "jeux",
        2019,
        &[120.0, 138.0, 155.0, 171.0, 190.0, 204.0, 216.0],
    ),
    plain("num-jeux-schema", "%", 2021, &[14.0, 19.0, 24.0, 27.0, 28.0]),
    plain(
        "num-depenses-equipement",
        "k€",
        2021,
        &[1850.0, 2100.0, 1950.0, 2200.0, 2050.0],
    ),
    plain(
        "num-depenses-reemploi",
        "k€",
        2021,
        &[150.0, 260.0, 310.0, 430.0, 455.0],
    ),
    plain("num-marches-clauses", "%", 2021, &[20.0, 28.0, 36.0, 45.0, 52.0]),
    plain("num-duree-portables", "ans", 2020, &[4.2, 4.3, 4.5, 4.8, 5.1, 5.3]),
    split(
        "num-equipements-reemployes",
        "équipements",
        "dons",
        "",
        2021,
        &[60.0, 110.0, 150.0, 190.0, 230.0],
    ),
    split(
        "num-equipements-reemployes",
        "équipements",
        "usage interne",
        "",
        2021,
        &[180.0, 210.0, 260.0, 280.0, 300.0],
    ),
    split(
        "num-equipements-reemployes",
        "équipements",
        "réparation",
        "",
        2021,
        &[90.0, 140.0, 170.0, 220.0, 260.0],
    ),
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/valeurs/saisie-numerique.xlsx");
    workbook()?.save(&path)?;
    println!("{}", path.display());
    Ok(())
}

/// The workbook of the sample; a test holds it equal to the file.
pub fn workbook() -> Result<Workbook, XlsxError> {
    let mut workbook = Workbook::new();
    let written_on = ExcelDateTime::from_ymd(2026, 9, 15)?;
    workbook.set_properties(
        &DocProperties::new()
            .set_title("Saisie des indicateurs numériques (exemple)")
            .set_creation_datetime(&written_on),
    );
    write_instructions(workbook.add_worksheet())?;
    write_values(workbook.add_worksheet())?;
    Ok(workbook)
}

/// The first sheet, for the person who fills the workbook; `rapport.yaml` names the second one.
fn write_instructions(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    const LINES: [&str; 4] = [
        "Classeur d’exemple : toutes les valeurs sont inventées pour la démonstration.",
        "La feuille « Valeurs » se remplit à raison d’une ligne par indicateur et par année.",
        "Une valeur inconnue se note n.d. ; une case vide ne vaut jamais zéro.",
        "Les parts se saisissent en pourcentage (31 %), au format de cellule « % ».",
    ];
    sheet.set_name("Mode d’emploi")?.set_column_width(0, 90)?;
    for (row, line) in (0..).zip(LINES) {
        sheet.write(row, 0, line)?;
    }
    Ok(())
}

fn write_values(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let heading = Format::new().set_bold();
    let percent = Format::new().set_num_format("0%");
    sheet.set_name("Valeurs")?.set_freeze_panes(1, 0)?;
    for (column, (name, width)) in (0..).zip(HEADER.into_iter().zip([30, 8, 10, 14, 16, 10, 10, 30])) {
        sheet.write_with_format(0, column, name, &heading)?;
        sheet.set_column_width(column, width)?;
    }
    let mut row = 1;
    for series in SERIES {
        for (year, value) in (series.first_year..).zip(series.values) {
            sheet.write(row, 0, series.indicator)?;
            sheet.write(row, 1, year)?;
            if series.unit == "%" {
                sheet.write_with_format(row, 2, value / 100.0, &percent)?;
            } else {
                sheet.write(row, 2, *value)?;
            }
            for (column, text) in [
                (3, series.unit),
                (4, series.destination),
                (5, series.public),
                (6, "exemple"),
            ] {
                if !text.is_empty() {
                    sheet.write(row, column, text)?;
                }
            }
            row += 1;
        }
    }
    Ok(())
}

const fn plain(indicator: &'static str, unit: &'static str, first_year: u16, values: &'static [f64]) -> Series {
    split(indicator, unit, "", "", first_year, values)
}

const fn split(
    indicator: &'static str,
    unit: &'static str,
    destination: &'static str,
    public: &'static str,
    first_year: u16,
    values: &'static [f64],
) -> Series {
    Series {
        indicator,
        unit,
        destination,
        public,
        first_year,
        values,
    }
}
