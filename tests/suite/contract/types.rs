//! What the context holds, read from the types that serialize it: a path and what stands there, whatever a run fills.

use crate::codes::texts;
use std::collections::{BTreeMap, BTreeSet};

/// What a template finds at a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A text, a number, yes or no: its word.
    Plain(&'static str),
    List(Box<Shape>),
    /// Keys that only a project knows.
    Mapping(Box<Shape>),
    /// `none`, or not defined.
    Optional(Box<Shape>),
    /// File and name of a struct.
    Fields(String, String),
    /// What the walk of a template cannot tell.
    Unknown,
}

/// The structs of the context, by file and name, each with its fields in order.
pub struct Types(BTreeMap<(String, String), Vec<(String, Shape)>>);

const ROOT: (&str, &str) = ("src/render/context/mod.rs", "ReportContext");

/// The types that are printed as a plain value, with its word.
const PLAIN: &[(&str, &str)] = &[
    ("String", "text"),
    ("PrintedText", "prose"),
    ("Anchor", "text"),
    ("str", "text"),
    ("Identifier", "text"),
    ("bool", "yes or no"),
    ("f64", "number"),
    ("u8", "whole"),
    ("u16", "whole"),
    ("u32", "whole"),
    ("usize", "whole"),
    ("i8", "whole"),
    ("i16", "whole"),
    ("i32", "whole"),
];

impl Types {
    pub fn read() -> Types {
        let (mut found, mut types) = (Vec::new(), BTreeMap::new());
        for (file, text) in ["src/render", "src/printed"]
            .into_iter()
            .flat_map(|folder| texts(folder, "rs"))
        {
            let tree = syn::parse_file(&text).unwrap_or_else(|fault| panic!("{file}: {fault}"));
            for item in tree.items {
                match item {
                    syn::Item::Struct(item) if item.attrs.iter().any(is_serialized) => found.push((file.clone(), item)),
                    syn::Item::Macro(item) if item.mac.path.is_ident("words") => {
                        let (name, fields) = words(&item.mac);
                        types.insert((file.clone(), name), fields);
                    }
                    _ => {}
                }
            }
        }
        let known: BTreeSet<(String, String)> = found
            .iter()
            .map(|(file, item)| (file.clone(), item.ident.to_string()))
            .chain(types.keys().cloned())
            .collect();
        let fields = |file: &str, item: &syn::ItemStruct| {
            let named = item
                .fields
                .iter()
                .filter_map(|field| Some((field.ident.as_ref()?.to_string(), field)));
            named
                .map(|(name, field)| (name, shape(file, &field.ty, &known)))
                .collect()
        };
        for (file, item) in &found {
            types.insert((file.clone(), item.ident.to_string()), fields(file, item));
        }
        Types(types)
    }

    pub fn root(&self) -> Shape {
        Shape::Fields(ROOT.0.to_owned(), ROOT.1.to_owned())
    }

    /// What stands at a name below a shape; none where there is nothing.
    pub fn below(&self, shape: &Shape, name: &str) -> Option<Shape> {
        match shape {
            Shape::Optional(inner) => self.below(inner, name),
            Shape::Mapping(inner) => Some((**inner).clone()),
            Shape::Fields(..) => self
                .fields(shape)
                .iter()
                .find(|(field, _)| field == name)
                .map(|(_, found)| found.clone()),
            Shape::Unknown => Some(Shape::Unknown),
            Shape::Plain(_) | Shape::List(_) => None,
        }
    }

    /// Every name below the root, once.
    pub fn names(&self) -> BTreeSet<String> {
        let letters = |letter: char| !letter.is_ascii_alphanumeric() && letter != '_';
        let paths = self.paths().into_iter();
        paths
            .filter_map(|line| Some(line.split_once(':')?.0.to_owned()))
            .flat_map(|path| path.split(letters).map(str::to_owned).collect::<Vec<_>>())
            .collect()
    }

    /// The names that a template may begin with.
    pub fn roots(&self) -> BTreeSet<String> {
        self.fields(&self.root()).iter().map(|(name, _)| name.clone()).collect()
    }

    /// One line a path, in the order of the declarations; what is described already is named by its first path.
    pub fn paths(&self) -> Vec<String> {
        let mut lines = Vec::new();
        self.describe(&self.root(), String::new(), &mut BTreeMap::new(), &mut lines);
        lines
    }

    fn describe(
        &self,
        shape: &Shape,
        path: String,
        described: &mut BTreeMap<(String, String), String>,
        lines: &mut Vec<String>,
    ) {
        match shape {
            Shape::Plain(word) => lines.push(format!("{path}: {word}")),
            Shape::Unknown => lines.push(format!("{path}: unknown")),
            Shape::List(inner) => self.describe(inner, format!("{path}[]"), described, lines),
            Shape::Mapping(inner) => self.describe(inner, format!("{path}.*"), described, lines),
            Shape::Optional(inner) => self.describe(inner, format!("{path}?"), described, lines),
            Shape::Fields(file, name) => {
                if let Some(first) = described.get(&(file.clone(), name.clone())) {
                    lines.push(format!("{path}: as {first}"));
                    return;
                }
                described.insert((file.clone(), name.clone()), path.clone());
                let stem = if path.is_empty() { path } else { format!("{path}.") };
                for (field, inner) in self.fields(shape) {
                    self.describe(inner, format!("{stem}{field}"), described, lines);
                }
            }
        }
    }

    fn fields(&self, shape: &Shape) -> &[(String, Shape)] {
        let Shape::Fields(file, name) = shape else { return &[] };
        self.0.get(&(file.clone(), name.clone())).map_or(&[], Vec::as_slice)
    }
}

/// The struct that `words!(Part { name: …, })` declares: its name, and a text a name.
fn words(item: &syn::Macro) -> (String, Vec<(String, Shape)>) {
    let part: syn::ExprStruct = item.parse_body().unwrap();
    let named = part.fields.iter().map(|field| match &field.member {
        syn::Member::Named(name) => (name.to_string(), Shape::Plain(word_kind(&field.expr))),
        syn::Member::Unnamed(rank) => panic!("a word has a name: {}", rank.index),
    });
    let name = part.path.get_ident().map(ToString::to_string).unwrap_or_default();
    (name, named.collect())
}

/// What stands at a word that is declared `Prose(…)`, or in another way.
fn word_kind(word: &syn::Expr) -> &'static str {
    let is_prose = |function: &syn::Expr| matches!(function, syn::Expr::Path(path) if path.path.is_ident("Prose"));
    match word {
        syn::Expr::Call(call) if is_prose(&call.func) => "prose",
        _ => "text",
    }
}

fn is_serialized(attribute: &syn::Attribute) -> bool {
    let mut found = false;
    if attribute.path().is_ident("derive") {
        let parsed = attribute.parse_nested_meta(|derive| {
            found |= derive
                .path
                .segments
                .last()
                .is_some_and(|last| last.ident == "Serialize");
            Ok(())
        });
        parsed.unwrap();
    }
    found
}

fn shape(file: &str, kind: &syn::Type, known: &BTreeSet<(String, String)>) -> Shape {
    let path = match kind {
        syn::Type::Reference(reference) => return shape(file, &reference.elem, known),
        syn::Type::Path(path) => &path.path,
        _ => panic!("{file}: a field of the context is neither a value, a list, a mapping nor a struct"),
    };
    let names: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    let name = names.last().cloned().unwrap_or_default();
    let inner = || {
        let syn::PathArguments::AngleBracketed(given) = &path.segments.last().unwrap().arguments else {
            panic!("{file}: {name}")
        };
        let kinds = given.args.iter().filter_map(|argument| match argument {
            syn::GenericArgument::Type(kind) => Some(kind),
            _ => None,
        });
        Box::new(shape(file, kinds.last().unwrap(), known))
    };
    match name.as_str() {
        "Option" => Shape::Optional(inner()),
        "Vec" => Shape::List(inner()),
        "BTreeMap" => Shape::Mapping(inner()),
        "Arc" | "Box" | "Cow" => *inner(),
        _ => match PLAIN.iter().find(|(plain, _)| *plain == name) {
            Some((_, word)) => Shape::Plain(word),
            None => struct_named(file, &names, known),
        },
    }
}

/// The struct that a path names: of its own file, of the module that the path says, or the only one of that name.
fn struct_named(file: &str, names: &[String], known: &BTreeSet<(String, String)>) -> Shape {
    let (name, modules) = names.split_last().unwrap();
    let module = modules
        .iter()
        .rfind(|module| !["super", "self", "crate"].contains(&module.as_str()));
    let homes: Vec<&str> = known
        .iter()
        .filter(|(_, found)| found == name)
        .map(|(home, _)| home.as_str())
        .collect();
    let home = match (module, homes.as_slice()) {
        (None, homes) if homes.contains(&file) => Some(file),
        (_, [only]) => Some(*only),
        (Some(module), homes) => {
            let (alone, folder) = (format!("/{module}.rs"), format!("/{module}/mod.rs"));
            homes
                .iter()
                .copied()
                .find(|home| home.ends_with(&alone) || home.ends_with(&folder))
        }
        _ => None,
    };
    let home = home.unwrap_or_else(|| panic!("{file}: which « {name} »? serialized ones stand in {homes:?}"));
    Shape::Fields(home.to_owned(), name.clone())
}
