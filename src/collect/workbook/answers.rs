//! The sheets of actions and of words: what a service says beside its numbers.

use super::lists::List;
use super::titles::{ACTION, ANSWER, DONE, KEY, PROGRESS, STATE};
use crate::collect::campaign::Campaign;
use crate::collect::noun::ServiceRequest;
use crate::workbook::{Head, Look, Naming, height, page, table, titled};
use rust_xlsxwriter::{DataValidation, DataValidationRule, Formula, Worksheet, XlsxError};

/// The row of the heads.
const HEADS: u32 = 2;

pub(super) fn actions(
    sheet: &mut Worksheet,
    request: &ServiceRequest,
    campaign: &Campaign,
    look: &Look,
) -> Result<(), XlsxError> {
    sheet.set_name("Actions")?;
    page(sheet);
    let told = format!(
        "Les cases jaunes disent où en est chaque action, et ce qui a été fait en {}.",
        campaign.year
    );
    titled(sheet, "Actions", &told, look)?;
    let heads = [
        Head::given(ACTION, 24.0),
        Head::given("titre", 40.0),
        Head::given("état connu", 14.0),
        Head::given("avancement connu (%)", 14.0),
        Head::open(STATE, 16.0),
        Head::open(PROGRESS, 16.0),
        Head::open(DONE, 50.0),
    ];
    let naming = Naming {
        name: "Actions",
        told: "Une ligne par action du service",
    };
    table(sheet, &naming, HEADS, &heads, request.actions.len(), look)?;
    for (row, asked) in (HEADS + 1..).zip(&request.actions) {
        let action = &asked.action;
        sheet.write_with_format(row, 0, action.id.as_str(), &look.key)?;
        sheet.write_with_format(row, 1, &action.title, &look.given)?;
        sheet.write_with_format(row, 2, action.state.label(), &look.given)?;
        match action.progress.as_ref().map(|progress| progress.value) {
            Some(progress) => sheet.write_with_format(row, 3, progress, &look.given)?,
            None => sheet.write_with_format(row, 3, "n.d.", &look.given)?,
        };
        for column in 4..7 {
            sheet.write_blank(row, column, &look.open)?;
        }
        height(sheet, row, [(action.id.as_str(), 24.0), (&action.title, 40.0)])?;
    }
    let last = HEADS + u32::try_from(request.actions.len()).unwrap_or(u32::MAX - HEADS);
    let states = DataValidation::new()
        .allow_list_formula(Formula::new(format!("={}", List::States.range())))
        .set_input_title("État aujourd’hui")?
        .set_input_message("Choisissez dans la liste (Alt et flèche vers le bas).")?
        .set_error_title("Un mot de la liste")?
        .set_error_message("Choisissez un état de la liste.")?;
    sheet.add_data_validation(HEADS + 1, 4, last, 4, &states)?;
    let progress = DataValidation::new()
        .allow_decimal_number(DataValidationRule::Between(0.0, 100.0))
        .set_input_title("Avancement")?
        .set_input_message("En pour cent, de 0 à 100.")?
        .set_error_title("De 0 à 100")?
        .set_error_message("Écrivez un nombre de 0 à 100, sans signe %.")?;
    sheet.add_data_validation(HEADS + 1, 5, last, 5, &progress)?;
    sheet.set_selection(HEADS + 1, 4, HEADS + 1, 4)?;
    Ok(())
}

pub(super) fn words(sheet: &mut Worksheet, request: &ServiceRequest, look: &Look) -> Result<(), XlsxError> {
    sheet.set_name("Récit")?;
    page(sheet);
    let told = "Ce que les nombres ne disent pas, en deux ou trois phrases par case jaune.";
    titled(sheet, "Récit", told, look)?;
    let heads = [
        Head::given(KEY, 20.0),
        Head::given("sujet", 30.0),
        Head::given("ce qui est demandé", 40.0),
        Head::open(ANSWER, 70.0),
    ];
    let naming = Naming {
        name: "Recit",
        told: "Une ligne par question posée au service",
    };
    table(sheet, &naming, HEADS, &heads, request.questions.len(), look)?;
    for (row, question) in (HEADS + 1..).zip(&request.questions) {
        sheet.write_with_format(row, 0, &question.key, &look.key)?;
        sheet.write_with_format(row, 1, &question.subject, &look.given)?;
        sheet.write_with_format(row, 2, &question.text, &look.given)?;
        sheet.write_blank(row, 3, &look.open)?;
        sheet.set_row_height(row, 64)?;
    }
    sheet.set_selection(HEADS + 1, 3, HEADS + 1, 3)?;
    Ok(())
}
