//! The sources of the house as the laws read them: parsed, without what only tests compile.
//!
//! A file that a `#[cfg(test)]` module declares is a test, with all below it; an item under `#[cfg(test)]` is left out
//! wherever it stands in its file. Paths are read from the tokens, so that those inside macros count too, and are
//! told from the root of the crate: `super::x` in `load/budget` is `crate::load::x`.

use proc_macro2::{Spacing, TokenStream, TokenTree};
use quote::ToTokens;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use syn::visit_mut::{self, VisitMut};

/// One file of `src/`, with the paths that its code names.
pub struct Source {
    /// Below `src/`.
    pub file: PathBuf,
    /// Its module, from the root: `["load", "budget"]`.
    pub module: Vec<String>,
    /// Every path of two names or more, and every lone `use`, resolved: `["crate", "config", "Project"]`.
    pub paths: BTreeSet<Vec<String>>,
    /// The names that its `use` bring, each with the path it comes from, resolved.
    pub imports: BTreeMap<String, Vec<String>>,
    /// Every name of its code: those of methods stand in no path.
    pub names: BTreeSet<String>,
}

impl Source {
    /// The first folder or file below `src/`: `load`, `french`, `run`.
    pub fn room(&self) -> &str {
        self.module.first().map_or("lib", String::as_str)
    }

    /// A source that stands in no folder, to show that a law can fail.
    pub fn written(file: &str, text: &str) -> Source {
        Source::of(Path::new(file), parsed(Path::new(file), text))
    }

    fn of(file: &Path, tree: syn::File) -> Source {
        let module = module_of(file);
        let mut paths = BTreeSet::new();
        let mut imports = BTreeMap::new();
        for item in &tree.items {
            if let syn::Item::Use(item) = item {
                read_imports(&item.tree, &[], &module, &children(&tree), &mut imports);
                // `use fs_err as fs` names a crate by a path of one name.
                if let syn::UseTree::Rename(rename) = &item.tree {
                    paths.insert(vec![rename.ident.to_string(), rename.rename.to_string()]);
                }
            }
        }
        let mut names = BTreeSet::new();
        read_names(tree.to_token_stream(), &mut names);
        read_paths(tree.into_token_stream(), &[], &module, &mut paths);
        Source {
            file: file.to_owned(),
            module,
            paths,
            imports,
            names,
        }
    }
}

/// Every file of the program below a folder, tests apart.
pub fn sources(base: &Path) -> Vec<Source> {
    let mut found = Vec::new();
    for root in ["lib.rs", "main.rs"] {
        follow(base, Path::new(root), &mut found);
    }
    found
}

/// Reads a file, then the files of the modules it declares outside tests.
fn follow(base: &Path, file: &Path, found: &mut Vec<Source>) {
    let tree = parsed(file, &read(&base.join(file)));
    let folder = file.parent().unwrap_or(Path::new(""));
    for item in &tree.items {
        if let syn::Item::Mod(module) = item
            && module.content.is_none()
        {
            let name = module.ident.to_string();
            let candidates = [folder.join(format!("{name}.rs")), folder.join(&name).join("mod.rs")];
            let declared = candidates.iter().find(|path| base.join(path).is_file());
            let declared = declared.unwrap_or_else(|| panic!("{}: no file for mod {name}", file.display()));
            follow(base, declared, found);
        }
    }
    found.push(Source::of(file, tree));
}

/// The code of a file, without what only tests compile.
fn parsed(file: &Path, text: &str) -> syn::File {
    let mut tree = syn::parse_file(text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    WithoutTests.visit_file_mut(&mut tree);
    tree
}

struct WithoutTests;

impl VisitMut for WithoutTests {
    fn visit_file_mut(&mut self, file: &mut syn::File) {
        file.items.retain(|item| !is_test(attributes(item)));
        file.attrs.clear();
        visit_mut::visit_file_mut(self, file);
    }

    fn visit_item_mod_mut(&mut self, module: &mut syn::ItemMod) {
        if let Some((_, items)) = &mut module.content {
            items.retain(|item| !is_test(attributes(item)));
        }
        visit_mut::visit_item_mod_mut(self, module);
    }

    fn visit_item_impl_mut(&mut self, item: &mut syn::ItemImpl) {
        item.items.retain(|entry| match entry {
            syn::ImplItem::Fn(function) => !is_test(&function.attrs),
            syn::ImplItem::Const(constant) => !is_test(&constant.attrs),
            _ => true,
        });
        visit_mut::visit_item_impl_mut(self, item);
    }

    /// Documentation names what it likes: links are no use of a thing.
    fn visit_attributes_mut(&mut self, attributes: &mut Vec<syn::Attribute>) {
        attributes.retain(|attribute| !attribute.path().is_ident("doc"));
    }
}

fn attributes(item: &syn::Item) -> &[syn::Attribute] {
    use syn::Item;
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

fn is_test(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg") && attribute.to_token_stream().to_string().replace(' ', "") == "#[cfg(test)]"
    })
}

/// The modules that a file declares.
fn children(tree: &syn::File) -> BTreeSet<String> {
    let modules = tree.items.iter().filter_map(|item| match item {
        syn::Item::Mod(module) => Some(module.ident.to_string()),
        _ => None,
    });
    modules.collect()
}

fn read_imports(
    tree: &syn::UseTree,
    before: &[String],
    module: &[String],
    children: &BTreeSet<String>,
    imports: &mut BTreeMap<String, Vec<String>>,
) {
    use syn::UseTree;
    let with = |name: String| [before, &[name]].concat();
    let mut keep = |alias: String, path: Vec<String>| {
        let inner = path.first().is_some_and(|name| children.contains(name));
        let path = match inner {
            true => [&["crate".to_owned()], module, &path].concat(),
            false => resolved(&path, module),
        };
        imports.insert(alias, path);
    };
    match tree {
        UseTree::Path(path) => read_imports(&path.tree, &with(path.ident.to_string()), module, children, imports),
        UseTree::Name(name) if name.ident == "self" => {
            keep(before.last().cloned().unwrap_or_default(), before.to_vec());
        }
        UseTree::Name(name) => keep(name.ident.to_string(), with(name.ident.to_string())),
        UseTree::Rename(rename) => keep(rename.rename.to_string(), with(rename.ident.to_string())),
        UseTree::Group(group) => {
            for tree in &group.items {
                read_imports(tree, before, module, children, imports);
            }
        }
        UseTree::Glob(_) => {}
    }
}

/// `load/budget/mod.rs` is `load::budget`, `run.rs` is `run`, `lib.rs` is the root.
fn module_of(file: &Path) -> Vec<String> {
    let mut names: Vec<String> = file
        .with_extension("")
        .iter()
        .map(|name| name.to_string_lossy().into_owned())
        .collect();
    if matches!(names.last().map(String::as_str), Some("mod" | "lib" | "main")) {
        names.pop();
    }
    names
}

fn read_names(stream: TokenStream, names: &mut BTreeSet<String>) {
    for token in stream {
        match token {
            TokenTree::Ident(name) => _ = names.insert(name.to_string()),
            TokenTree::Group(group) => read_names(group.stream(), names),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

/// Gathers the paths of a stream: names joined by `::`, with the trees of `use` opened.
fn read_paths(stream: TokenStream, before: &[String], module: &[String], paths: &mut BTreeSet<Vec<String>>) {
    let mut current: Vec<String> = before.to_vec();
    let mut joined = !before.is_empty();
    let mut tokens = stream.into_iter().peekable();
    let keep = |path: &mut Vec<String>, paths: &mut BTreeSet<Vec<String>>| {
        if path.len() > 1 {
            paths.insert(resolved(path, module));
        }
        path.clear();
    };
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(name) => {
                if !joined {
                    keep(&mut current, paths);
                }
                current.push(name.to_string());
                joined = false;
            }
            TokenTree::Punct(mark)
                if mark.spacing() == Spacing::Joint
                    && mark.as_char() == ':'
                    && matches!(tokens.peek(), Some(TokenTree::Punct(next)) if next.as_char() == ':') =>
            {
                tokens.next();
                joined = !current.is_empty();
            }
            TokenTree::Group(group) => {
                let prefix = if joined { current.clone() } else { Vec::new() };
                if !joined {
                    keep(&mut current, paths);
                }
                current.clear();
                read_paths(group.stream(), &prefix, module, paths);
                joined = false;
            }
            TokenTree::Punct(mark) => {
                keep(&mut current, paths);
                joined = false;
                // Inside a tree of `use`, each entry starts again from what stood before the brace.
                if mark.as_char() == ',' && !before.is_empty() {
                    current = before.to_vec();
                    joined = true;
                }
            }
            TokenTree::Literal(_) => {
                keep(&mut current, paths);
                joined = false;
            }
        }
    }
    if current.len() > before.len() {
        keep(&mut current, paths);
    }
}

/// A path told from the root of the crate, where it begins with `self` or `super`.
fn resolved(path: &[String], module: &[String]) -> Vec<String> {
    let ups = path.iter().take_while(|name| *name == "super").count();
    let relative = ups > 0 || path.first().is_some_and(|name| name == "self");
    if !relative {
        return path.to_vec();
    }
    let kept = module.len().saturating_sub(ups);
    let rest = path
        .iter()
        .skip_while(|name| *name == "super" || *name == "self")
        .cloned();
    std::iter::once("crate".to_owned())
        .chain(module[..kept].iter().cloned())
        .chain(rest)
        .collect()
}

pub fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
