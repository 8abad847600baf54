//! The sheets of the strategy, a line each of what it holds: steps, objectives, and what an objective has of measures and credits.
//!
//! A line of « Mesures » or of « Moyens » goes under the objective that it names; a name that is none of them is told.

use super::{ACTORS, EXCLUSIONS, MEANS, MEASURES, OBJECTIVES, STEPS};
use crate::config::raw::{
    ActorEntry, CreditEntry, ExclusionEntry, MeansEntry, MeasureEntry, ObjectiveEntry, StepEntry,
};
use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics, Place, Placed};
use crate::form::called::by_title;
use crate::form::document::{Node, Shape};
use crate::form::entry::Entry;
use crate::form::lines::column::{Column, among, part, same};
use crate::form::lines::faults::missing;
use crate::form::lines::{Line, nodes};
use crate::french::{nearest, quoted};
use crate::model::{Called, Identifier, Names};
use crate::table::Table;

/// A line that names no objective of the workbook.
const NO_OBJECTIVE: Code = Code("M096");
/// The column by which a line names its objective.
const OBJECTIVE: &str = "objectif";

macro_rules! lines_of {
    ($($type:ident, $title:literal, $sheet:literal, $lists:expr $(, $own:ident)?;)+) => {
        $(impl Line for $type {
            const TITLE: &str = $title;
            const FILE: &str = concat!("data/projet.xlsx, feuille ", $sheet);
            const TITLES: &str = "";
            const REMINDERS: &[&str] = &[OBJECTIVE];
            lines_of!(@keys $($own)?);

            fn column(title: &str) -> Option<Column> {
                lines_of!(@column title $($own)?);
                let key = among(title, <Self as Entry>::KEYS)?;
                let lists: &[&str] = &$lists;
                Some(if lists.contains(&key) { Column::List(key) } else { Column::One(key) })
            }
        })+
    };
    (@keys) => {};
    (@keys with_means) => {
        const YAML_ONLY: &[&str] = &["mesures"];
        const MORE_COLUMNS: &[&'static str] = &["moyens_etp", "moyens_actions", "moyens_mutualisation", "moyens_exemple"];
    };
    (@column $title:ident) => {};
    (@column $title:ident with_means) => {
        if let Some(key) = part($title, "moyens", MeansEntry::KEYS) {
            return match key {
                "credits" => None,
                "actions" => Some(Column::Parts("moyens", key)),
                key => Some(Column::Part("moyens", key)),
            };
        }
        if ["mesures", "moyens"].iter().any(|key| same(key, $title)) {
            return None;
        }
    };
}

lines_of! {
    StepEntry, "Les étapes de la stratégie numérique", "Étapes", [];
    ObjectiveEntry, "Les objectifs de la stratégie numérique", "Objectifs", ["perimetre", "question", "cadres", "indicateurs"], with_means;
    MeasureEntry, "Les mesures des objectifs", "Mesures", ["partenaires"];
    CreditEntry, "Les crédits des objectifs", "Moyens", [];
    ActorEntry, "Les acteurs de la stratégie numérique", "Acteurs", ["acteurs"];
    ExclusionEntry, "Les thèmes sans objet de la stratégie numérique", "Sans objet", [];
}

/// What the sheets say, under the keys of the strategy; nothing for a sheet that is not there.
pub(super) fn strategy<'t>(
    table: impl Fn(&str) -> Option<&'t Table>,
    diagnostics: &mut Diagnostics,
) -> Vec<(Placed<String>, Node)> {
    let mut parts = Vec::new();
    let steps = table(STEPS).map(|table| (table, "etapes", of::<StepEntry>(table, diagnostics)));
    let objectives = table(OBJECTIVES).map(|found| {
        let mut objectives = of::<ObjectiveEntry>(found, diagnostics);
        if let Some(table) = table(MEASURES) {
            for (objective, measure) in under::<MeasureEntry>(table, &objectives, diagnostics) {
                add(&mut objectives[objective], "mesures", measure);
            }
        }
        if let Some(table) = table(MEANS) {
            for (objective, credit) in under::<CreditEntry>(table, &objectives, diagnostics) {
                add_credit(&mut objectives[objective], credit);
            }
        }
        (found, "objectifs", objectives)
    });
    let exclusions = table(EXCLUSIONS).map(|table| (table, "sans_objet", of::<ExclusionEntry>(table, diagnostics)));
    let actors = table(ACTORS).map(|table| (table, "acteurs", of::<ActorEntry>(table, diagnostics)));
    for (table, key, nodes) in [steps, objectives, exclusions, actors].into_iter().flatten() {
        let (Some(first), false) = (table.header.first(), nodes.is_empty()) else {
            continue;
        };
        let place = first.place.clone();
        let shape = Shape::List(nodes);
        parts.push((Placed::new(key.to_owned(), place.clone()), Node { shape, place }));
    }
    parts
}

fn of<T: Line>(table: &Table, diagnostics: &mut Diagnostics) -> Vec<Node> {
    nodes::<T>(table, diagnostics)
        .into_iter()
        .map(|(node, _)| node)
        .collect()
}

/// The lines of a sheet, each with the rank of the objective that it names.
fn under<T: Line>(table: &Table, objectives: &[Node], diagnostics: &mut Diagnostics) -> Vec<(usize, Node)> {
    let Some(column) = table
        .header
        .iter()
        .position(|cell| same(cell.content.display().trim(), OBJECTIVE))
    else {
        let help = format!(
            "Ajoutez à la première ligne la colonne « {OBJECTIVE} », avec l’identifiant d’un objectif à chaque ligne."
        );
        diagnostics.push(missing(table, &[vec![OBJECTIVE]], &Default::default(), &help));
        return Vec::new();
    };
    let known: Vec<Named> = objectives.iter().enumerate().filter_map(Named::of).collect();
    let names = Names::of(known.iter().map(|named| (&named.id, named.title)));
    let mut placed = Vec::new();
    let mut titles: Vec<(String, Identifier)> = Vec::new();
    let mut first = None;
    for (node, row) in nodes::<T>(table, diagnostics) {
        let (cell, written) = (&row[column].place, row[column].content.display());
        let called = names.find(&written);
        if let Some(Called::Title(id)) = &called {
            first.get_or_insert_with(|| cell.clone());
            let read = (written.trim().to_owned(), id.clone());
            titles.extend(Some(read).filter(|read| !titles.contains(read)));
        }
        let found = called.and_then(|called| known.iter().find(|named| named.id == *called.id()));
        match found {
            Some(named) => placed.push((named.rank, node)),
            None => diagnostics.push(no_objective(cell, written.trim(), &known)),
        }
    }
    diagnostics.extend(first.and_then(|place| by_title(&place, "d’objectifs", &titles)));
    placed
}

/// An objective, as the lines of other sheets name it.
struct Named<'n> {
    rank: usize,
    id: Identifier,
    title: &'n str,
}

impl<'n> Named<'n> {
    fn of((rank, node): (usize, &'n Node)) -> Option<Self> {
        let id = node.get("id").and_then(Node::text).and_then(Identifier::written)?;
        let title = node.get("titre").and_then(Node::text).unwrap_or_default();
        Some(Named { rank, id, title })
    }
}

/// The fault of a line that names no objective.
fn no_objective(place: &Place, written: &str, known: &[Named]) -> Diagnostic {
    let message = match written {
        "" => "La ligne ne dit pas de quel objectif elle est.".to_owned(),
        _ => format!(
            "Aucun objectif de la feuille « {OBJECTIVES} » n’a {} pour identifiant, ni, seul, pour titre.",
            quoted(written)
        ),
    };
    let names = known.iter().flat_map(|named| [named.id.as_str(), named.title]);
    let help = match nearest(written, names) {
        Some(meant) => format!("Écrivez {}.", quoted(meant)),
        None => format!("Écrivez l’identifiant d’un objectif, tel que la feuille « {OBJECTIVES} » le donne."),
    };
    Diagnostic::error(NO_OBJECTIVE, place.clone(), message)
        .help(help)
        .raw(written)
        .because(Cause::entry(written))
}

/// Adds a line of credits to the means of an objective, which it may be the first to say.
fn add_credit(objective: &mut Node, credit: Node) {
    let place = credit.place.clone();
    let Shape::Line(keys) = &mut objective.shape else {
        return;
    };
    if !keys.iter().any(|(key, _)| key.value == "moyens") {
        let shape = Shape::Line(Vec::new());
        let node = Node {
            shape,
            place: place.clone(),
        };
        keys.push((Placed::new("moyens".to_owned(), place), node));
    }
    let means = keys.iter_mut().find(|(key, _)| key.value == "moyens");
    if let Some((_, means)) = means {
        add(means, "credits", credit);
    }
}

/// Adds an item to the list of a key.
pub(in crate::config) fn add(whole: &mut Node, key: &str, item: Node) {
    let Shape::Line(keys) = &mut whole.shape else { return };
    match keys.iter_mut().find(|(known, _)| known.value == key) {
        Some((_, list)) => {
            if let Shape::List(items) = &mut list.shape {
                items.push(item);
            }
        }
        None => {
            let place = item.place.clone();
            let shape = Shape::List(vec![item]);
            keys.push((Placed::new(key.to_owned(), place.clone()), Node { shape, place }));
        }
    }
}
