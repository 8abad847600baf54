//! A cell of a catalogue becomes the node that YAML would have given: a value, a list, years and their values.

use super::column::Column;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, Placed};
use crate::form::absence::absence;
use crate::form::document::{Node, Shape};
use crate::form::quantities::range;
use crate::french::read_number;
use crate::table::{Cell, Content};

/// A list that the spreadsheet has read as a number.
pub const LIST_AS_NUMBER: Code = Code("M008");
/// A cell that is not « année = valeur », or « finalité = signe ».
pub const NOT_PAIRS: Code = Code("M009");

const TARGETS_EXAMPLE: &str = "2030 = 43000 (Plan climat) ; 2050 = 0";
const REASONS_EXAMPLE: &str = "2023 = Factures rectifiées ; 2024 = Compteur changé";
const EFFECTS_EXAMPLE: &str = "1 = + ; 3 = 0";

/// The node of a cell; none where an empty cell says nothing, or once the fault was pushed.
pub fn node(cell: &Cell, column: &Column, diagnostics: &mut Diagnostics) -> Option<Node> {
    let place = &cell.place;
    let Some(text) = text(&cell.content) else {
        return match column {
            Column::Blank(_) => Some(scalar("", place)),
            Column::One(_) | Column::Shown(_) => Some(node_at(place, Shape::Empty)),
            _ => None,
        };
    };
    // A dash or « n.d. » under a year of targets says that there is none.
    if matches!(column, Column::Yearly(..)) && absence(&text).is_some() {
        return None;
    }
    match column {
        Column::One(_) | Column::Blank(_) => Some(scalar(&text, place)),
        Column::Shown(_) => Some(shown(cell)),
        Column::List(_) => list(cell, &text, diagnostics),
        Column::Part(_, key) => Some(line(vec![(key, &text)], place)),
        Column::Parts(_, name) => {
            let values = list(cell, &text, diagnostics)?;
            Some(node_at(place, Shape::Line(vec![(key(name, place), values)])))
        }
        Column::Baseline => Some(match pair(&text) {
            Some((year, value)) => line(vec![("annee", year), ("valeur", value)], place),
            None => line(vec![("annee", &text)], place),
        }),
        Column::Targets => Some(node_at(
            place,
            Shape::List(
                pairs(cell, &text, TARGETS_EXAMPLE, diagnostics)
                    .iter()
                    .map(|(year, value)| target(year, value, place))
                    .collect(),
            ),
        )),
        Column::Yearly(_, year) => {
            let year = year.map(|year| year.to_string());
            let value = match year {
                Some(year) => target(&year, &text, place),
                None => line(vec![("valeur", &text)], place),
            };
            Some(node_at(place, Shape::List(vec![value])))
        }
        Column::Reasons => Some(effects(&pairs(cell, &text, REASONS_EXAMPLE, diagnostics), place)),
        Column::Effects => Some(effects(&pairs(cell, &text, EFFECTS_EXAMPLE, diagnostics), place)),
        Column::Effect(rank) => Some(effects(&[(rank.to_string(), text)], place)),
    }
}

/// The text that the author would have written in YAML.
fn text(content: &Content) -> Option<String> {
    match content {
        Content::Empty => None,
        Content::Text(text) => Some(text.clone()),
        Content::Number { value, percent: false } => Some(value.to_string()),
        // 5 % is kept as 0.05: the noise of the multiplication goes, and the sign stays for who expects another unit.
        Content::Number { value, percent: true } => Some(format!("{} %", (value * 1e11).round() / 1e9)),
    }
}

/// What a cell shows; `="020"` is a text whose author kept its zero from the spreadsheet.
fn shown(cell: &Cell) -> Node {
    let text = cell.content.display();
    let inside = text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    let shape = Shape::Scalar {
        text: inside.unwrap_or(&text).trim().to_owned(),
        quoted: matches!(cell.content, Content::Text(_)),
    };
    node_at(&cell.place, shape)
}

fn list(cell: &Cell, text: &str, diagnostics: &mut Diagnostics) -> Option<Node> {
    if let Content::Number { value, .. } = cell.content
        && value.fract() != 0.0
    {
        let shown = cell.content.display();
        let message = format!("Le tableur a pris cette liste pour le nombre {shown}.");
        let help = "Séparez les éléments par un point-virgule, ou donnez à la colonne le format « Texte ».";
        diagnostics.push(
            Diagnostic::error(LIST_AS_NUMBER, cell.place.clone(), message)
                .help(help)
                .raw(shown),
        );
        return None;
    }
    // As YAML writes a list, and as some hints of other tools do: `[2010, 2015]`.
    let bare = text.trim().strip_prefix('[').and_then(|open| open.strip_suffix(']'));
    let text = bare.unwrap_or(text);
    // A semicolon or a line break anywhere leaves the comma to the decimals.
    let strong = |letter: char| matches!(letter, ';' | '\n');
    let cut: Vec<&str> = match text.contains(strong) {
        true => text.split(strong).collect(),
        // « 0,5 à 1,5 » has its decimals.
        false if range(text).is_some() => vec![text],
        false => text.split(',').collect(),
    };
    // « 11 et 15 » are two numbers; a name may have the word.
    let is_number = |part: &str| read_number(part).is_ok();
    let cut = cut.into_iter().flat_map(|item| {
        let parts: Vec<&str> = item.split(" et ").collect();
        match parts.iter().all(|part| is_number(part)) {
            true => parts,
            false => vec![item],
        }
    });
    let items = cut.filter(|item| !item.trim().is_empty());
    Some(node_at(
        &cell.place,
        Shape::List(items.map(|item| scalar(item, &cell.place)).collect()),
    ))
}

/// The parts « nom = valeur » of a cell, cut by semicolons or line breaks.
fn pairs(cell: &Cell, text: &str, example: &str, diagnostics: &mut Diagnostics) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for part in text.split([';', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
        match pair(part) {
            Some((name, value)) => pairs.push((name.trim().to_owned(), value.trim().to_owned())),
            None => {
                let message = format!("« {part} » n’a pas la forme attendue, « nom = valeur ».");
                let help = format!("Écrivez par exemple « {example} ».");
                diagnostics.push(
                    Diagnostic::error(NOT_PAIRS, cell.place.clone(), message)
                        .help(help)
                        .raw(part),
                );
            }
        }
    }
    pairs
}

/// The name and the value of a part: `2030 = 43000`, and `2030 : 43000` where the name is a number.
pub(super) fn pair(part: &str) -> Option<(&str, &str)> {
    let of_a_number = |(name, _): &(&str, &str)| {
        let last = name.split_whitespace().next_back().unwrap_or_default();
        !last.is_empty() && last.bytes().all(|byte| byte.is_ascii_digit())
    };
    part.split_once('=')
        .or_else(|| part.split_once(':').filter(of_a_number))
}

/// A target: « 43 000 (Plan climat) » is a value and where it comes from.
fn target(year: &str, value: &str, place: &Place) -> Node {
    let origin = value.trim().strip_suffix(')').and_then(|open| open.split_once('('));
    match origin {
        Some((value, origin)) => line(vec![("annee", year), ("valeur", value), ("origine", origin)], place),
        None => line(vec![("annee", year), ("valeur", value)], place),
    }
}

fn effects(pairs: &[(String, String)], place: &Place) -> Node {
    let scored = pairs.iter().map(|(name, sign)| (key(name, place), scalar(sign, place)));
    node_at(place, Shape::Map(scored.collect()))
}

fn line(values: Vec<(&str, &str)>, place: &Place) -> Node {
    let keys = values
        .into_iter()
        .map(|(name, value)| (key(name, place), scalar(value, place)));
    node_at(place, Shape::Line(keys.collect()))
}

fn key(name: &str, place: &Place) -> Placed<String> {
    Placed::new(name.to_owned(), place.clone())
}

fn scalar(text: &str, place: &Place) -> Node {
    let shape = Shape::Scalar {
        text: text.trim().to_owned(),
        quoted: true,
    };
    node_at(place, shape)
}

fn node_at(place: &Place, shape: Shape) -> Node {
    Node {
        shape,
        place: place.clone(),
    }
}
