//! How a located YAML node becomes a typed value, key by key, so that one fault never hides the next.
//!
//! The macro `entry!` declares a mapping once: from it come the Rust type, its reader and its JSON
//! Schema. What the values mean together is checked by the rules, not here.

use super::document::{Node, Shape};
use super::entry_faults::DUPLICATE_KEY;
pub use super::entry_faults::{EMPTY_VALUE, wrong_shape};
use super::unknown_key::unknown_key;
use super::{entry_faults, quantities};
use crate::diagnostic::{Cause, Diagnostics, Place, Placed};
use crate::french;
use std::collections::BTreeSet;

/// What can stand under a key. A kind is no value: it says how a node is read, and of what type its value is.
pub trait FromYaml {
    type Value;

    /// The value; none once the fault was pushed.
    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<Self::Value>;

    /// The value of an absent key; none where the key is required.
    fn when_absent() -> Option<Self::Value> {
        None
    }

    /// Whether a node says that there is no value.
    fn says_nothing(node: &Node) -> bool {
        node.shape == Shape::Empty
    }

    /// What stands for a value with a fault; none where the entry cannot be read without it.
    fn when_faulty() -> Option<Self::Value> {
        None
    }
}

/// A mapping that [`entry!`] declares.
pub trait Entry: FromYaml {
    /// What it is called in a message: `l’indicateur`, or the name of its file.
    const WHAT: &str;
    /// Every key the reader knows.
    const KEYS: &[&'static str];

    /// The keys that must be there.
    fn required() -> Vec<&'static str>;
}

/// Reads a node; its faults leave unknown what stands under its identifier, where it has one.
pub(super) fn blamed<T>(
    node: &Node,
    diagnostics: &mut Diagnostics,
    read: impl FnOnce(&Node, &mut Diagnostics) -> T,
) -> T {
    let mark = diagnostics.mark();
    let value = read(&quantities::alone(node), diagnostics);
    quantities::weigh(node, diagnostics.since(mark));
    if let Some(id) = node.get("id").and_then(Node::text) {
        diagnostics.blame(mark, &Cause::entry(id));
    } else if diagnostics.faulty_since(mark) {
        // What has no identifier is known by where it begins.
        diagnostics.blame(mark, &Cause::entry(&node.place.to_string()));
    }
    value
}

/// The entries of a mapping, while its keys are read one by one.
pub struct Fields<'a> {
    owner: String,
    place: &'a Place,
    /// Whether the mapping is a line of a table.
    line: bool,
    /// The keys that an unknown one was meant for: they do not lack besides.
    misspelt: BTreeSet<String>,
    entries: &'a [(Placed<String>, Node)],
}

impl<'a> Fields<'a> {
    /// Opens a mapping and reports its unknown and repeated keys; none where the node is no mapping.
    pub fn open(node: &'a Node, what: &str, keys: &[&str], diagnostics: &mut Diagnostics) -> Option<Self> {
        let (Shape::Map(entries) | Shape::Line(entries)) = &node.shape else {
            let expected = match node.place.is_in_table() {
                true => format!("{what}, une ligne pour chacune de ses clés"),
                false => format!("{what} (des lignes « clé: valeur »)"),
            };
            let help = format!("Les clés sont : {}.", keys.join(", "));
            diagnostics.push(wrong_shape(node, &expected).help(help));
            return None;
        };
        let id = node.get("id").and_then(Node::text);
        let owner = id.map_or_else(|| what.to_owned(), |id| format!("{what} « {id} »"));
        let (mut seen, mut misspelt) = (BTreeSet::new(), BTreeSet::new());
        for (key, value) in entries {
            if !keys.contains(&key.value.as_str()) {
                diagnostics.push(unknown_key(key, value, &owner, keys));
                misspelt.extend(french::nearest(&key.value, keys.iter().copied()).map(str::to_owned));
            } else if !seen.insert(key.value.as_str()) {
                let first = entries.iter().find(|(name, _)| name.value == key.value);
                let first = first.map_or_else(String::new, |(name, _)| name.place.to_string());
                let message = format!(
                    "La clé « {} » est écrite deux fois dans {owner} (première fois : {first}).",
                    key.value
                );
                diagnostics.push(key.error(DUPLICATE_KEY, message).help(entry_faults::twice(value)));
            }
        }
        Some(Fields {
            owner,
            place: &node.place,
            line: matches!(node.shape, Shape::Line(_)),
            misspelt,
            entries,
        })
    }

    /// The value of a key, its absence, or none once the fault was pushed.
    pub fn read<K: FromYaml>(&self, key: &str, diagnostics: &mut Diagnostics) -> Option<K::Value> {
        self.value::<K>(key, diagnostics).or_else(K::when_faulty)
    }

    fn value<K: FromYaml>(&self, key: &str, diagnostics: &mut Diagnostics) -> Option<K::Value> {
        let Some((name, node)) = self.find(key) else {
            let absent = K::when_absent();
            if absent.is_none() && !self.misspelt.contains(key) {
                diagnostics.push(entry_faults::missing(self.place, &self.owner, key, self.line));
            }
            return absent;
        };
        if K::says_nothing(node) && K::when_absent().is_none() {
            diagnostics.push(entry_faults::without_value(
                name,
                &self.owner,
                self.line || self.place.is_in_table(),
            ));
            return None;
        }
        K::from_yaml(node, diagnostics)
    }

    /// The value of a key that has a default: none where it is absent or empty, or once the fault was pushed.
    pub fn optional<K: FromYaml>(&self, key: &str, diagnostics: &mut Diagnostics) -> Option<K::Value> {
        let (_, node) = self.find(key).filter(|(_, node)| !K::says_nothing(node))?;
        K::from_yaml(node, diagnostics)
    }

    fn find(&self, key: &str) -> Option<&'a (Placed<String>, Node)> {
        self.entries.iter().find(|(name, _)| name.value == key)
    }
}

/// Declares a mapping of a YAML file: type, reader, schema and list of keys at once.
///
/// A key is declared by its kind, and stored as the final type that the kind reads: `precision("precision"):
/// Whole<0, 6, usize> = 1` is a `usize`, and 1 where the key is absent or has a fault. The documentation comments of
/// the fields are in French: they are shown to authors by their editor.
///
/// `Name, "…" { … }` makes a type that knows its place, `noun Name, "…" { … }` a noun of the room; `Name => Noun, "…" { … }`
/// fills a noun of `model` that has the same fields (`Noun at place` where it has a place); `Name => headers, "…" { … }`
/// gathers the titles of columns by key.
macro_rules! entry {
    (@read $fields:ident, $log:ident, $key:literal, $kind:ty) => {
        $fields.read::<$kind>($key, $log)
    };
    (@read $fields:ident, $log:ident, $key:literal, $kind:ty, $default:expr) => {
        Some($fields.optional::<$kind>($key, $log).unwrap_or_else(|| $default))
    };
    (@required $key:literal, $kind:ty) => {
        <$kind as crate::form::entry::FromYaml>::when_absent().is_none().then_some($key)
    };
    (@required $key:literal, $kind:ty, $default:expr) => { None };
    (@shape $kind:ty) => { $kind };
    (@shape $kind:ty, $default:expr) => { Option<$kind> };
    (@value headers $($at:ident $place:ident)?) => {
        std::collections::BTreeMap<&'static str, crate::diagnostic::Placed<String>>
    };
    (@value $noun:ident $($at:ident $place:ident)?) => { $noun };
    (@build (headers) $node:ident, $( $field:ident $key:literal )+) => {
        [$( ($key, $field?) ),+].into_iter().filter_map(|(key, title)| {
            Some((key, crate::diagnostic::Placed::new(title?, $node.get(key)?.place.clone())))
        }).collect()
    };
    (@build ($noun:ident) $node:ident, $( $field:ident $key:literal )+) => { $noun { $( $field: $field?, )+ } };
    (@build ($noun:ident at $place:ident) $node:ident, $( $field:ident $key:literal )+) => {
        $noun { $place: $node.place.clone().into(), $( $field: $field?, )+ }
    };
    (
        @entry [$(#[$meta:meta])*] $name:ident, $what:literal, ($($noun:tt)+),
        { $( $(#[$doc:meta])* $field:ident ($key:literal): $kind:ty $(= $default:expr)?, )+ }
    ) => {
        impl crate::form::entry::Entry for $name {
            const WHAT: &str = $what;
            const KEYS: &[&'static str] = &[$($key),+];

            fn required() -> Vec<&'static str> {
                let keys: Vec<Option<&'static str>> = vec![$( entry!(@required $key, $kind $(, $default)?) ),+];
                keys.into_iter().flatten().collect()
            }
        }

        impl crate::form::entry::FromYaml for $name {
            type Value = entry!(@value $($noun)+);

            fn from_yaml(
                node: &crate::form::document::Node,
                diagnostics: &mut crate::diagnostic::Diagnostics,
            ) -> Option<Self::Value> {
                let keys = <Self as crate::form::entry::Entry>::KEYS;
                let what = <Self as crate::form::entry::Entry>::WHAT;
                let fields = crate::form::entry::Fields::open(node, what, keys, diagnostics)?;
                $( let $field = entry!(@read fields, diagnostics, $key, $kind $(, $default)?); )+
                Some(entry!(@build ($($noun)+) node, $( $field $key )+))
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $(#[$meta])*
                #[derive(schemars::JsonSchema)]
                #[schemars(deny_unknown_fields)]
                #[allow(dead_code, reason = "its schema is all that is asked of it")]
                struct Shape {
                    $( $(#[$doc])* #[schemars(rename = $key)] $field: entry!(@shape $kind $(, $default)?), )+
                }
                Shape::json_schema(generator)
            }
        }
    };
    (
        $(#[$meta:meta])*
        noun $name:ident, $what:literal { $( $(#[$doc:meta])* $field:ident ($key:literal): $kind:ty $(= $default:expr)?, )+ }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            $( $(#[$doc])* pub $field: <$kind as crate::form::entry::FromYaml>::Value, )+
        }

        entry!(@entry [$(#[$meta])*] $name, $what, ($name),
            { $( $(#[$doc])* $field ($key): $kind $(= $default)?, )+ });
    };
    (
        $(#[$meta:meta])*
        $name:ident => $noun:ident $(at $place:ident)?, $what:literal { $($fields:tt)+ }
    ) => {
        $(#[$meta])*
        pub enum $name {}

        entry!(@entry [$(#[$meta])*] $name, $what, ($noun $(at $place)?), { $($fields)+ });
    };
    (
        $(#[$meta:meta])*
        $name:ident, $what:literal { $( $(#[$doc:meta])* $field:ident ($key:literal): $kind:ty $(= $default:expr)?, )+ }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            #[allow(dead_code, reason = "every mapping knows its place, even where no rule needs it yet")]
            pub place: crate::diagnostic::Place,
            $( $(#[$doc])* pub $field: <$kind as crate::form::entry::FromYaml>::Value, )+
        }

        entry!(@entry [$(#[$meta])*] $name, $what, ($name at place),
            { $( $(#[$doc])* $field ($key): $kind $(= $default)?, )+ });
    };
}
pub(crate) use entry;
