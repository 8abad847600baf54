//! Kinds made of other kinds: required, optional, with its place, a list.
//!
//! Those of one value are `scalars` and `words`.

use super::document::{Node, Shape};
use super::entry::{FromYaml, blamed, wrong_shape};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Placed};
use std::collections::BTreeSet;
use std::marker::PhantomData;

/// A value that must be there: none after its fault was pushed, so that the rest of the entry is still checked.
pub struct Required<K>(PhantomData<K>);

impl<K: FromYaml> FromYaml for Required<K> {
    type Value = Option<K::Value>;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<Self::Value> {
        Some(K::from_yaml(node, diagnostics))
    }

    fn says_nothing(node: &Node) -> bool {
        K::says_nothing(node)
    }

    fn when_faulty() -> Option<Self::Value> {
        Some(None)
    }
}

/// An optional value with a fault counts as absent: the fault was pushed, the entry stays.
impl<K: FromYaml> FromYaml for Option<K> {
    type Value = Option<K::Value>;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<Self::Value> {
        match K::says_nothing(node) {
            true => Some(None),
            false => Some(K::from_yaml(node, diagnostics)),
        }
    }

    fn says_nothing(_: &Node) -> bool {
        false
    }

    fn when_absent() -> Option<Self::Value> {
        Some(None)
    }
}

impl<K: FromYaml> FromYaml for Placed<K> {
    type Value = Placed<K::Value>;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<Self::Value> {
        Some(Placed::new(K::from_yaml(node, diagnostics)?, node.place.clone()))
    }

    fn says_nothing(node: &Node) -> bool {
        K::says_nothing(node)
    }
}

/// The elements without a fault.
impl<K: FromYaml> FromYaml for Vec<K> {
    type Value = Vec<K::Value>;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<Self::Value> {
        match &node.shape {
            Shape::List(nodes) => {
                let mark = diagnostics.mark();
                let read = nodes.iter().filter_map(|node| blamed(node, diagnostics, K::from_yaml));
                let read = read.collect();
                diagnostics.since(mark).iter_mut().for_each(say_what_separates);
                Some(read)
            }
            Shape::Empty => Some(Vec::new()),
            _ => {
                let help = "Écrivez une liste : [a, b], ou une ligne « - a » par élément.";
                diagnostics.push(wrong_shape(node, "une liste").help(help));
                None
            }
        }
    }
}

/// The faults of a whole number, a number or a word, where several may be meant of one: `rapport / deliberation`.
const OF_ONE_VALUE: [&str; 3] = ["M025", "M026", "M030"];
/// What separates the values of a cell.
const SEPARATED: &str = " Plusieurs valeurs d’une même cellule se séparent par « ; ».";

/// Says of a value that was read of a cell, and that may be several, what separates them.
fn say_what_separates(told: &mut Diagnostic) {
    let is_in_cell = told.place.as_ref().is_some_and(Place::is_in_table);
    let may_be_several = told.raw.trim().contains([' ', ',', '/', '+', '&', '|', '.']);
    if is_in_cell && may_be_several && OF_ONE_VALUE.contains(&told.code.0) && !told.help.ends_with(SEPARATED) {
        told.help.push_str(SEPARATED);
    }
}

/// A list in ascending order, each value once.
pub struct Ascending<K>(PhantomData<K>);

impl<T: Ord, K: FromYaml<Value = Vec<T>>> FromYaml for Ascending<K> {
    type Value = Vec<T>;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<Self::Value> {
        let values: BTreeSet<T> = K::from_yaml(node, diagnostics)?.into_iter().collect();
        Some(values.into_iter().collect())
    }
}

/// A list of which every element was read; none where one has a fault, which was told: the others alone would mean another thing.
pub struct All<K>(PhantomData<K>);

impl<T, K: FromYaml<Value = Vec<T>>> FromYaml for All<K> {
    type Value = Vec<T>;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<Self::Value> {
        let values = K::from_yaml(node, diagnostics)?;
        let written = match &node.shape {
            Shape::List(nodes) => nodes.len(),
            _ => values.len(),
        };
        (values.len() == written).then_some(values)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::entry::entry;
    use crate::form::reading::{text, unwritten};
    use crate::form::scalars::{Sentence, TextIfAny, Whole};

    entry! {
        /// Un essai.
        noun Sample, "l’essai" {
            /// Un nombre.
            number("nombre"): Whole<0, 9, u8> = 7,
            /// Des nombres.
            numbers("nombres"): Ascending<Vec<Whole<0, 9, u8>>> = vec![1],
            /// Un titre.
            title("titre"): Option<TextIfAny>,
            /// Un nom.
            name("nom"): Required<Sentence>,
        }
    }

    fn read(yaml: &str) -> (Sample, usize) {
        let mut diagnostics = Diagnostics::default();
        let sample = text::<Sample>("data/essai.yaml", &yaml.into(), &mut diagnostics);
        (sample.content.unwrap(), diagnostics.sorted().len())
    }

    #[test]
    fn a_default_stands_for_a_key_that_is_absent_empty_or_at_fault() {
        for (yaml, faults) in [
            ("nom: a", 0),
            ("nom: a\nnombre:\nnombres:\n", 0),
            ("nom: a\nnombre: dix", 1),
        ] {
            let (sample, told) = read(yaml);
            assert_eq!((sample.number, sample.numbers, told), (7, vec![1], faults), "{yaml}");
        }
        let (sample, _) = read("nom: a\nnombres: [3, 1, 3]\ntitre: ''\n");
        assert_eq!((sample.numbers, sample.title), (vec![1, 3], None));
    }

    #[test]
    fn a_required_value_with_a_fault_leaves_the_rest_of_its_entry() {
        let (sample, told) = read("nombre: 3");
        assert_eq!((sample.number, sample.name, told), (3, None, 1));
        assert_eq!(unwritten::<Sample>().number, 7);
    }
}
