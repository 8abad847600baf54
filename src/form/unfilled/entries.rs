//! The scalars and the mappings of a file, each against the mark and the model; what is found is told to `--officiel` only.

use super::{MARK, UNFILLED, Unfilled, is_unfilled, model, passages};
use crate::diagnostic::{Cause, Diagnostic, Diagnostics};
use crate::form::document::{Node, Shape};
use crate::french::{folded, quoted, shortened};

/// The keys that say nothing of what an entry is about.
const ASIDE: [&str; 2] = ["id", "exemple"];
/// Keys of an entry that may hold one value or several, of which both ways are known.
const LISTS: usize = 6;
/// The longest part of a passage that a message shows, in letters.
const SHOWN: usize = 60;

/// Reserves a fault for each scalar that bears the mark or is of the model, and for each mapping that is the model’s.
pub fn look(root: &Node, diagnostics: &mut Diagnostics) {
    of_node(root, "", "", diagnostics);
}

/// `owner` is the identifier of the entry that holds the node, `key` the one that it stands under.
fn of_node(node: &Node, owner: &str, key: &str, diagnostics: &mut Diagnostics) {
    match &node.shape {
        Shape::Empty => {}
        Shape::Scalar { text, .. } => {
            if let Some(passage) = passages(text).first() {
                let words = shortened(&passage.words, SHOWN);
                let message = match passage.why {
                    Unfilled::Marked if folded(&words) == folded(MARK) => {
                        format!("{} est encore à remplacer.", quoted(key))
                    }
                    Unfilled::Marked => format!("{} porte la marque « à remplacer ».", quoted(&words)),
                    Unfilled::Model => format!("{} est un texte du modèle.", quoted(&words)),
                };
                let help = "Écrivez votre texte à sa place, ou supprimez-le s’il est facultatif.";
                reserve(node, owner, message, help, diagnostics);
            }
        }
        Shape::List(nodes) => nodes.iter().for_each(|node| of_node(node, owner, key, diagnostics)),
        Shape::Map(entries) | Shape::Line(entries) => {
            let id = node.get("id").and_then(Node::text);
            let owner = id.unwrap_or(owner);
            if is_of_model(node, owner) {
                let said = |key: &str| node.get(key).and_then(Node::text);
                let titled = said("titre").or(said("etape"));
                let (message, help) = match (titled, node.get("annee").and_then(Node::text)) {
                    (None, Some(year)) if node.place.is_in_table() => (
                        format!("La ligne de {year}, dans {}, est du modèle.", quoted(owner)),
                        "Écrivez ce qui est vrai chez vous, ou videz la cellule ; une cible que vous gardez dit d’où elle vient, entre parenthèses après sa valeur : « 43000 (Plan climat) ».",
                    ),
                    (None, Some(year)) => (
                        format!("La ligne de {year}, dans {}, est du modèle.", quoted(owner)),
                        "Écrivez ce qui est vrai chez vous, ou supprimez la ligne ; une cible que vous gardez dit d’où elle vient, sous « origine ».",
                    ),
                    (titled, _) => (
                        format!(
                            "Ce qui est écrit ici de {} est du modèle.",
                            quoted(titled.unwrap_or(owner))
                        ),
                        "Relisez chacune de ses clés et écrivez ce qui est vrai chez vous, ou supprimez l’entrée.",
                    ),
                };
                return reserve(node, owner, message, help, diagnostics);
            }
            for (key, value) in entries {
                if let Some(number) = value.text().filter(|text| is_count(text))
                    && model::is_line(&[key.value.as_str(), number])
                    && !is_sourced(node, &key.value)
                {
                    let message = format!("{} ({}) est du modèle.", quoted(number), key.value);
                    reserve(
                        value,
                        owner,
                        message,
                        "Écrivez le vôtre à sa place ; s’il est le même par hasard, dites d’où il vient, sous la clé « source_… ».",
                        diagnostics,
                    );
                }
                of_node(value, owner, &key.value, diagnostics);
            }
        }
    }
}

/// Whether the author says where a number comes from, under the key beside it.
fn is_sourced(node: &Node, key: &str) -> bool {
    let source = node.get(&format!("source_{key}")).and_then(Node::text);
    source.is_some_and(|text| !text.trim().is_empty() && !is_unfilled(text))
}

fn is_count(text: &str) -> bool {
    text.len() > 3 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether the scalars of a mapping are those of the model, its texts aside: without them it is the model’s still.
fn is_of_model(node: &Node, owner: &str) -> bool {
    let (Shape::Map(entries) | Shape::Line(entries)) = &node.shape else {
        return false;
    };
    let said = entries.iter().filter(|(key, _)| !ASIDE.contains(&key.value.as_str()));
    let said = said.filter_map(|(key, value)| Some((key, value, only(value)?)));
    let said = said.filter(|(.., text)| !is_unfilled(text));
    let (alone, listed): (Vec<_>, Vec<_>) = said.partition(|(_, value, _)| value.text().is_some());
    // A cell that may hold several values holds a list of the one that YAML may write alone: of each, both are tried.
    (0_u32..1 << listed.len().min(LISTS)).any(|tried| {
        let listed = listed.iter().enumerate();
        let tried = listed.filter_map(|(rank, cell)| (tried & 1 << rank > 0).then_some(cell));
        let cells = alone.iter().chain(tried);
        let mut cells: Vec<String> = cells.map(|(key, _, text)| format!("{}={text}", key.value)).collect();
        cells.sort();
        cells.insert(0, owner.to_owned());
        cells.len() > 2 && model::is_line(&cells)
    })
}

/// A scalar, alone or alone in its list.
fn only(node: &Node) -> Option<&str> {
    match &node.shape {
        Shape::List(nodes) => match nodes.as_slice() {
            [node] => node.text(),
            _ => None,
        },
        _ => node.text(),
    }
}

fn reserve(node: &Node, owner: &str, message: String, help: &str, diagnostics: &mut Diagnostics) {
    let mut fault = Diagnostic::error(UNFILLED, node.place.clone(), message).help(help);
    if let Some(text) = node.text() {
        fault = fault.raw(text.lines().next().unwrap_or_default());
    }
    if !owner.is_empty() {
        fault = fault.spoils(Cause::entry(owner));
    }
    diagnostics.reserve(fault);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::document::parse;
    use std::sync::Arc;

    fn told(yaml: &str) -> Vec<(String, Option<String>)> {
        let mut diagnostics = Diagnostics::default();
        let document = parse(&Arc::from("data/essai.yaml"), yaml, &mut diagnostics);
        look(&document.root.unwrap(), &mut diagnostics);
        assert!(diagnostics.sorted().is_empty());
        let entries = diagnostics.reserved_entries();
        let place = |fault: &Diagnostic| fault.place.as_ref().unwrap().to_string();
        let owner = entries.first().map(|id| id.to_string());
        diagnostics
            .reserved()
            .map(|fault| (place(fault), owner.clone()))
            .collect()
    }

    #[test]
    fn a_mark_and_a_text_of_the_model_are_reserved_where_they_stand() {
        let yaml = "collectivite:\n  nom: Collectivité exemple\n  population: 60000\n  siren: \"000000000\"\nsource: {producteur: à remplacer, methode: à remplacer}\ncontact: Nous\n";
        let places: Vec<String> = told(yaml).into_iter().map(|(place, _)| place).collect();
        assert_eq!(
            places,
            [
                "data/essai.yaml:2:8",
                "data/essai.yaml:3:15",
                "data/essai.yaml:4:10",
                "data/essai.yaml:5:22",
                "data/essai.yaml:5:44"
            ]
        );
    }

    #[test]
    fn a_target_of_the_model_is_the_author_s_once_its_origin_is() {
        let target = |rest: &str| {
            format!("indicateurs:\n  - id: elec-batiments\n    cibles:\n      - {{annee: 2030, valeur: 3400{rest}}}\n")
        };
        let owner = Some("elec-batiments".to_owned());
        for rest in [
            "",
            ", origine: Objectif inventé pour l’exemple",
            ", origine: à remplacer",
        ] {
            assert_eq!(
                told(&target(rest)),
                [("data/essai.yaml:4:9".to_owned(), owner.clone())],
                "{rest}"
            );
        }
        let help = |file: &str| {
            let mut diagnostics = Diagnostics::default();
            let document = parse(&Arc::from(file), &target(""), &mut diagnostics);
            look(&document.root.unwrap(), &mut diagnostics);
            diagnostics.reserved().next().unwrap().help.clone()
        };
        assert!(help("data/indicateurs/a.yaml").contains("origine"));
        let in_a_cell = help("data/indicateurs/a.csv");
        assert!(
            in_a_cell.contains("(Plan climat)") && !in_a_cell.contains("origine"),
            "{in_a_cell}"
        );
        assert_eq!(told(&target(", origine: Plan climat 2024")), []);
        assert_eq!(told(&target("").replace("3400", "3300")), []);
    }
}
