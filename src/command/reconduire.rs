//! `reconduire`: a project is carried to the next edition; what was changed, and what is to be done, by service.

use super::arguments::Renewal;
use super::{Failure, messages, run, screen, writer};
use crate::assess::{PassageKind, PlannedStep, Report, Task};
use crate::french;
use crate::model::CalendarStep;
use crate::printed::wrapped;
use crate::run::Renewed;

/// Changes what must be, says which files, what is left to do, and how to go back.
pub fn reconduire(arguments: &Renewal) -> Result<(), Failure> {
    run::ready()?;
    let change = &arguments.change;
    let writer = writer::writer("reconduire", change.writing.date);
    let outcome = crate::renew(&change.project, arguments.edition, &writer)?;
    messages::note(&outcome.notices);
    let Some(renewed) = &outcome.renewed else {
        messages::print(&outcome.diagnostics);
        screen::say("Rien n’a été changé.");
        return Err(Failure::Author);
    };
    let mut lines = changed(renewed);
    lines.extend(standing(renewed));
    lines.push(String::new());
    lines.push(format!("À faire pour l’édition {} :", arguments.edition));
    match &renewed.after {
        Some(report) => lines.extend(ahead(renewed, report)),
        None => messages::print(&outcome.diagnostics),
    }
    lines.push(String::new());
    screen::report(&wrapped(&lines.join("\n"), screen::width()))
}

/// What was changed, file by file.
fn changed(renewed: &Renewed) -> Vec<String> {
    let renewal = &renewed.renewal;
    let mut lines = vec!["Ce projet est passé à l’édition suivante :".to_owned()];
    for path in renewal.changes.files.keys() {
        lines.push(format!("  {path}"));
        if path.ends_with("actions.yaml") {
            lines.push(format!("    {}", closed(&renewal.closed)));
            continue;
        }
        for (key, from, to) in &renewal.keys {
            lines.push(format!("    {key} : {from} devient {to}"));
        }
        lines.push(calendar(renewed, path.ends_with(".yaml")));
        if !renewal.closed.is_empty() && !path.ends_with(".yaml") {
            lines.push(format!("    {}", closed(&renewal.closed)));
        }
        let carried = renewed.after.as_ref().map_or(0, |report| report.settings.carried.len());
        if carried > 0 {
            let texts = french::plural(carried, "texte repris, à relire", "textes repris, à relire");
            lines.push(format!("    textes_a_relire : {texts}"));
        }
    }
    lines.push("« millesime annuler » le remet comme il était.".to_owned());
    lines
}

/// What became of the dates: a YAML file has remarks for those that are proposed, a workbook has not.
fn calendar(renewed: &Renewed, has_remarks: bool) -> String {
    if has_remarks {
        return "    calendrier : les dates sont retirées, d’autres sont proposées en commentaire, à décider"
            .to_owned();
    }
    let proposed = renewed.plan.steps.iter();
    let proposed: Vec<String> = proposed
        .map(|planned| format!("{} {}", planned.step.key(), french::date(planned.day)))
        .collect();
    format!(
        "    calendrier : les dates sont vidées ; proposées, à décider : {}",
        proposed.join(", ")
    )
}

fn closed(titles: &[String]) -> String {
    let count = french::plural(titles.len(), "action close", "actions closes");
    let titles: Vec<String> = titles.iter().map(|title| french::quoted(title)).collect();
    format!("{count} : {}", french::list(&titles))
}

/// What the edition before is: what it left is no longer changed by anything.
fn standing(renewed: &Renewed) -> [String; 2] {
    let edition = renewed.before.settings.edition;
    let said = match (renewed.published.is_official(), renewed.published.edition()) {
        (true, _) => format!("L’édition {edition} est officielle : elle reste scellée dans output/{edition}/."),
        (false, Some(_)) => format!(
            "L’édition {edition} n’a pas été publiée officiellement : rien n’a été scellé, et ses données ne sont pas archivées. La prochaine se comparera au brouillon de output/{edition}/ ; si le conseil a reçu ce document, « millesime annuler », puis « millesime generer --officiel », avant de reconduire."
        ),
        (false, None) => format!(
            "L’édition {edition} n’est pas dans output/{edition}/ : rien n’a été scellé, et la prochaine ne pourra pas lui être comparée."
        ),
    };
    [String::new(), said]
}

/// What is to be done, by service; what is of the whole report comes first.
fn ahead(renewed: &Renewed, report: &Report) -> Vec<String> {
    let settings = &report.settings;
    let is_vote = |planned: &&PlannedStep| planned.step == CalendarStep::BudgetVote;
    let vote = renewed.plan.steps.iter().find(is_vote);
    let vote = vote.map(|planned| format!(" (vote du budget proposé le {})", french::date(planned.day)));
    let mut lines = vec!["  Pour le rapport".to_owned()];
    lines.push(format!(
        "    décider les dates du cycle{}, et celle du document ({})",
        vote.unwrap_or_default(),
        french::date(settings.document_date)
    ));
    lines.extend(to_read(report));
    lines.push(format!(
        "    mettre à jour la population ({}), et déposer dans data/budget/ les comptes de {} et le projet de {}",
        french::whole(settings.community.population.into()),
        settings.data_year,
        settings.budget_year
    ));
    for (title, place) in &renewed.renewal.left {
        lines.push(format!(
            "    clore l’action {}, qui est réalisée : écrivez « true » dans la colonne « archive » ({place})",
            french::quoted(title)
        ));
    }
    for (service, tasks) in report.tasks() {
        let named = Some(service).filter(|service| !service.is_empty());
        lines.push(format!("  {}", named.as_deref().unwrap_or("Sans service")));
        lines.extend(
            told(&tasks, settings.data_year)
                .into_iter()
                .map(|line| format!("    {line}")),
        );
    }
    lines.push("Ensuite : millesime collecter creer (un classeur par service), puis millesime verifier".to_owned());
    lines
}

/// The texts to be read again: those of the parts by name, the others by their number, for there may be a hundred.
fn to_read(report: &Report) -> Option<String> {
    let carried = report.carried();
    let count = |kind: fn(PassageKind) -> bool| carried.iter().filter(|passage| kind(passage.kind)).count();
    let parts = carried.iter().filter(|passage| passage.kind == PassageKind::Part);
    let parts: Vec<&str> = parts.map(|passage| passage.of).collect();
    let texts = format!(
        "{} ({})",
        french::plural(parts.len(), "texte", "textes"),
        parts.join(", ")
    );
    let comments = count(|kind| kind == PassageKind::Comment);
    let others = count(|kind| matches!(kind, PassageKind::Results | PassageKind::NextSteps));
    let said = [
        (parts.len(), texts),
        (
            comments,
            french::plural(comments, "commentaire d’indicateur", "commentaires d’indicateurs"),
        ),
        (others, french::plural(others, "texte d’objectif", "textes d’objectifs")),
    ];
    let said: Vec<String> = said
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(_, said)| said)
        .collect();
    (!said.is_empty()).then(|| format!("    relire {} ; verifier les nomme (M405)", french::list(&said)))
}

/// The tasks of a service: its values in one line, then each of the others.
fn told(tasks: &[Task], data_year: i32) -> Vec<String> {
    let (mut values, mut lines): (Vec<&str>, Vec<String>) = (Vec::new(), Vec::new());
    for task in tasks {
        match task {
            Task::Value(lack) => values.push(lack.indicator.as_str()),
            Task::Target {
                indicator,
                title,
                year,
                next,
            } => {
                let term = if *year == data_year {
                    "arrive à son terme"
                } else {
                    "est échue"
                };
                let next = match next {
                    Some(next) => format!("la suivante est celle de {next}"),
                    None => "fixer la suivante".to_owned(),
                };
                lines.push(format!("la cible de {year} de {indicator} ({title}) {term} : {next}"));
            }
            Task::Action {
                title,
                state,
                end,
                place,
            } => lines.push(format!(
                "dire où en est l’action {}, {} et prévue jusqu’en {end} ({place})",
                french::quoted(title),
                state.label()
            )),
        }
    }
    if !values.is_empty() {
        let noun = if values.len() == 1 { "la valeur" } else { "les valeurs" };
        lines.insert(0, format!("donner {noun} de {data_year} : {}", values.join(", ")));
    }
    lines
}
