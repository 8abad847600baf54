//! The sheet of values: one line an indicator or a part of it, five years given, one to fill, and what the line is worth.

use super::lists::{ABSENCES, List};
use crate::collect::campaign::Campaign;
use crate::collect::noun::{AskedLine, ServiceRequest};
use crate::model::{Observation, ObservationStatus, Value};
use crate::workbook::{Head, Look, Naming, height, numbers, page, table, titled};
use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{
    Color, ConditionalFormatText, ConditionalFormatTextRule, DataValidation, Format, Formula, ProtectionOptions,
    Worksheet, XlsxError,
};

/// The row of the heads, from 0: under a title, a sentence, and what the whole is worth.
const HEADS: u32 = 3;
/// The part of the last value from which a new one is to be looked at again.
const LEAP: f64 = 0.4;

const MISSING: &str = "manquant";
const GOOD: &str = "bon";
const TO_CHECK: &str = "à vérifier";
const NO_NUMBER: &str = "à vérifier : ni un nombre, ni n.d., secret ou sans objet";

/// Where the columns stand.
struct Columns {
    heads: Vec<Head>,
    first_breakdown: u16,
    unit: u16,
    first_year: u16,
    asked: u16,
}

pub(super) fn sheet(
    sheet: &mut Worksheet,
    request: &ServiceRequest,
    campaign: &Campaign,
    look: &Look,
) -> Result<(), XlsxError> {
    sheet.set_name(format!("Valeurs {}", campaign.year))?;
    page(sheet);
    let columns = columns(request, campaign);
    let state = columns.asked + 3;
    let last = HEADS + u32::try_from(request.lines.len()).unwrap_or(u32::MAX - HEADS);
    let title = format!("Valeurs {} – {}", campaign.year, request.label());
    let told = format!(
        "Remplissez les cases jaunes : la valeur de {}, son statut, un commentaire. Le reste est donné.",
        campaign.year
    );
    titled(sheet, &title, &told, look)?;
    // A3: sixteen columns are read on no smaller sheet.
    sheet.set_paper_size(8);
    let naming = Naming {
        name: "Valeurs",
        told: "Une ligne par valeur demandée au service",
    };
    table(sheet, &naming, HEADS, &columns.heads, request.lines.len(), look)?;
    let mut states = Vec::new();
    for (row, line) in (HEADS + 1..).zip(&request.lines) {
        states.push(one(sheet, row, line, request, campaign, &columns, look)?);
    }
    overall(sheet, state, last, &states, look)?;
    validate(sheet, columns.asked, last, campaign)?;
    for (words, colour) in [(MISSING, Color::RGB(0xFB_D5_D5)), (TO_CHECK, Color::RGB(0xFD_E3_B8))] {
        let begins = ConditionalFormatText::new()
            .set_rule(ConditionalFormatTextRule::BeginsWith(words.to_owned()))
            .set_format(Format::new().set_background_color(colour));
        sheet.add_conditional_format(HEADS + 1, state, last, state, &begins)?;
    }
    sheet.set_selection(HEADS + 1, columns.asked, HEADS + 1, columns.asked)?;
    sheet.protect_with_options(&ProtectionOptions {
        format_columns: true,
        format_rows: true,
        sort: true,
        use_autofilter: true,
        ..ProtectionOptions::default()
    });
    Ok(())
}

fn columns(request: &ServiceRequest, campaign: &Campaign) -> Columns {
    let mut heads = vec![Head::given("indicateur", 22.0), Head::given("titre", 32.0)];
    let place = |heads: &Vec<Head>| u16::try_from(heads.len()).unwrap_or(u16::MAX);
    let first_breakdown = place(&heads);
    heads.extend(request.breakdowns().into_iter().map(|name| Head::given(name, 17.0)));
    let unit = place(&heads);
    heads.extend([Head::given("unité", 13.0), Head::given("définition", 40.0)]);
    let first_year = place(&heads);
    heads.extend(campaign.past().map(|year| Head::given(year.to_string(), 11.0)));
    let asked = place(&heads);
    heads.extend([
        Head::open(campaign.year.to_string(), 14.0),
        Head::open("statut", 13.0),
        Head::open("commentaire", 36.0),
        Head::given("état", 24.0),
    ]);
    Columns {
        heads,
        first_breakdown,
        unit,
        first_year,
        asked,
    }
}

/// Writes a line, and gives what it is worth now.
fn one(
    sheet: &mut Worksheet,
    row: u32,
    line: &AskedLine,
    request: &ServiceRequest,
    campaign: &Campaign,
    columns: &Columns,
    look: &Look,
) -> Result<String, XlsxError> {
    let indicator = &line.indicator;
    sheet.write_with_format(row, 0, indicator.id.as_str(), &look.key)?;
    sheet.write_with_format(row, 1, &indicator.title, &look.given)?;
    for (column, name) in (columns.first_breakdown..).zip(request.breakdowns()) {
        let part = line.breakdown.get(name).map_or("", String::as_str);
        sheet.write_with_format(row, column, part, &look.given)?;
    }
    sheet.write_with_format(row, columns.unit, &indicator.unit, &look.given)?;
    sheet.write_with_format(row, columns.unit + 1, &indicator.definition, &look.given)?;
    for (column, year) in (columns.first_year..).zip(campaign.past()) {
        let given = numbers(&look.given, indicator.precision);
        value(sheet, row, column, line.known.get(&year), &given)?;
    }
    let known = line
        .known
        .get(&campaign.year)
        .filter(|known| known.value != Value::Missing);
    value(
        sheet,
        row,
        columns.asked,
        known,
        &numbers(&look.open, indicator.precision),
    )?;
    let status = known
        .map(|known| known.status)
        .filter(|status| *status != ObservationStatus::Final);
    sheet.write_with_format(
        row,
        columns.asked + 1,
        status.map_or("", |status| status.key()),
        &look.open,
    )?;
    sheet.write_with_format(
        row,
        columns.asked + 2,
        known.map_or("", |known| &known.note),
        &look.open,
    )?;
    let before = line
        .last_number(campaign.year)
        .filter(|(year, _)| campaign.past().contains(year));
    let state = worth(known.map(|known| known.value), before);
    let formula = Formula::new(formula(row, columns, before.map(|(year, _)| year), campaign)).set_result(&state);
    sheet.write_formula_with_format(row, columns.asked + 3, formula, &look.state)?;
    let note = known.map_or("", |known| &known.note);
    let unit = columns.heads[usize::from(columns.unit)].width;
    let texts = [
        (indicator.id.as_str(), columns.heads[0].width),
        (&indicator.title, columns.heads[1].width),
        (&indicator.unit, unit),
        (
            &indicator.definition,
            columns.heads[usize::from(columns.unit) + 1].width,
        ),
        (note, columns.heads[usize::from(columns.asked) + 2].width),
        (&state, columns.heads[usize::from(columns.asked) + 3].width),
    ];
    height(
        sheet,
        row,
        texts
            .into_iter()
            .chain(line.breakdown.values().map(|part| (part.as_str(), 17.0))),
    )?;
    Ok(state)
}

/// A value as a service reads it; nothing where it is not known.
fn value(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    known: Option<&Observation>,
    format: &Format,
) -> Result<(), XlsxError> {
    match known.map(|known| known.value) {
        Some(Value::Number(number)) => sheet.write_with_format(row, column, number, format)?,
        Some(Value::Secret) => sheet.write_with_format(row, column, ABSENCES[1].0, format)?,
        Some(Value::Void) => sheet.write_with_format(row, column, ABSENCES[2].0, format)?,
        Some(Value::Missing) | None => sheet.write_blank(row, column, format)?,
    };
    Ok(())
}

/// What the formula of a line gives, for readers that compute nothing.
fn worth(value: Option<Value>, before: Option<(i32, f64)>) -> String {
    match (value, before) {
        (None | Some(Value::Missing), _) => MISSING.to_owned(),
        (Some(Value::Number(now)), Some((year, then))) if then != 0.0 && (now - then).abs() > LEAP * then.abs() => {
            format!(
                "{TO_CHECK} : {:+.0} % depuis {year}",
                ((now - then) / then.abs() * 100.0).round()
            )
        }
        _ => GOOD.to_owned(),
    }
}

/// What the line is worth, by cells of the line alone: it may be sorted and its columns moved.
fn formula(row: u32, columns: &Columns, before: Option<i32>, campaign: &Campaign) -> String {
    let now = row_col_to_cell(row, columns.asked);
    let leap = match before {
        None => format!("\"{GOOD}\""),
        Some(year) => {
            let rank = u16::try_from(year - campaign.past().start).unwrap_or_default();
            let then = row_col_to_cell(row, columns.first_year + rank);
            format!(
                "IF(N({then})=0,\"{GOOD}\",IF(ABS({now}-{then})>{LEAP}*ABS({then}),\"{TO_CHECK} : \"&TEXT(ROUND(({now}-{then})/ABS({then})*100,0),\"+0;-0\")&\" % depuis {year}\",\"{GOOD}\"))"
            )
        }
    };
    let absences = List::Absences.range();
    format!(
        "=IF(LEN(TRIM({now}))=0,\"{MISSING}\",IF(ISNUMBER({now}),{leap},IF(COUNTIF({absences},{now})>0,\"{GOOD}\",\"{NO_NUMBER}\")))"
    )
}

/// What the whole is worth, in one line above the table.
fn overall(sheet: &mut Worksheet, state: u16, last: u32, states: &[String], look: &Look) -> Result<(), XlsxError> {
    let range = rust_xlsxwriter::utility::cell_range(HEADS + 1, state, last, state);
    let count = |word: &str| states.iter().filter(|state| *state == word).count();
    let (lines, good, missing) = (states.len(), count(GOOD), count(MISSING));
    let counted = |word: &str| format!("COUNTIF({range},\"{word}\")");
    let formula = format!(
        "=\"Lignes demandées : \"&ROWS({range})&\" ; bonnes : \"&{good}&\" ; à vérifier : \"&(ROWS({range})-{good}-{missing})&\" ; manquantes : \"&{missing}&IF({good}=ROWS({range}),\". Tout est rempli.\",\".\")",
        good = counted(GOOD),
        missing = counted(MISSING)
    );
    let end = if good == lines { ". Tout est rempli." } else { "." };
    let result = format!(
        "Lignes demandées : {lines} ; bonnes : {good} ; à vérifier : {} ; manquantes : {missing}{end}",
        lines - good - missing
    );
    let formula = Formula::new(formula).set_result(result);
    sheet.write_formula_with_format(2, 0, formula, &look.told.clone().set_bold())?;
    sheet.set_row_height(2, 26)?;
    Ok(())
}

/// What the cells to fill take, and what is said of it: one rule for all the values, one for all the statuses.
fn validate(sheet: &mut Worksheet, asked: u16, last: u32, campaign: &Campaign) -> Result<(), XlsxError> {
    let first = row_col_to_cell(HEADS + 1, asked);
    let absences = List::Absences.range();
    let values = DataValidation::new()
        .allow_custom(Formula::new(format!("=OR(ISNUMBER({first}),COUNTIF({absences},{first})>0)")))
        .set_input_title(format!("Valeur de {}", campaign.year))?
        .set_input_message(
            "Le nombre seul, dans l’unité de la ligne. Sinon : n.d. (inconnue), secret, ou sans objet. Une case vide ne vaut pas zéro.",
        )?
        .set_error_title("Un nombre seul")?
        .set_error_message(
            "Écrivez le nombre sans unité ni mot (12,5), ou bien n.d., secret, sans objet. Le reste va dans le commentaire.",
        )?;
    sheet.add_data_validation(HEADS + 1, asked, last, asked, &values)?;
    let statuses = DataValidation::new()
        .allow_list_formula(Formula::new(format!("={}", List::Statuses.range())))
        .set_input_title("Statut")?
        .set_input_message("Choisissez dans la liste (Alt et flèche vers le bas) ; vide, la valeur est définitive.")?
        .set_error_title("Un mot de la liste")?
        .set_error_message("Choisissez un statut de la liste, ou laissez la case vide.")?;
    sheet.add_data_validation(HEADS + 1, asked + 1, last, asked + 1, &statuses)?;
    Ok(())
}
