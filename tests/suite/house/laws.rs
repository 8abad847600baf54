//! The laws as lists: the rooms in their order, the floor, and where each outside crate may be named.

use super::sources::Source;
use std::collections::BTreeSet;

const ROOMS: [&str; 12] = [
    "config", "load", "validate", "collect", "compute", "assess", "chart", "render", "typeset", "inspect", "publish",
    "keep",
];
const FLOOR: [&str; 9] = [
    "diagnostic",
    "error",
    "form",
    "french",
    "model",
    "workbook",
    "printed",
    "stack",
    "table",
];

/// What `lib.rs` says, in the order of the drawing.
pub const VERBS: [&str; 11] = [
    "config::read",
    "load::load",
    "validate::validate",
    "compute::compute",
    "assess::assess",
    "chart::draw",
    "render::render",
    "typeset::typeset",
    "inspect::inspect",
    "publish::publish",
    "keep::keep",
];

/// Each outside crate with the only modules that may name it, and why where the room is not its own.
const TOOLS: &[(&str, &[&str])] = &[
    ("mimalloc", &["main"]),
    ("signal_hook", &["main"]),
    // The floor: what several rooms read the same way.
    ("calamine", &["table"]),
    ("csv_core", &["table"]),
    ("strsim", &["french"]),
    ("unicode_normalization", &["french"]),
    ("encoding_rs", &["table", "load::budget::stream"]),
    ("zip", &["table", "load::word", "workbook::patch"]),
    // The streaming reader of budgets; texts in Word; what calamine does not tell of a workbook.
    (
        "quick_xml",
        &[
            "load::budget",
            "load::word",
            "workbook::patch",
            "table::ods_extent",
            "table::ods_marks",
            "table::xlsx_marks",
            "table::xlsx_parts",
        ],
    ),
    ("serde_saphyr", &["form"]),
    ("schemars", &["config", "form"]),
    ("polars", &["load"]),
    ("polars_io", &["load"]),
    ("polars_parquet", &["load"]),
    ("polars_parquet_format", &["load::parquet_footer"]),
    // An image is opened by who receives it, before it is drawn.
    ("image", &["load::picture"]),
    ("usvg", &["load::picture"]),
    ("sqlparser", &["load::query"]),
    // Results of queries and the edition before; every table that is written.
    ("csv", &["load", "printed"]),
    ("unicode_width", &["printed"]),
    // Faces are opened by who receives them, checked by who prints with them, measured by who draws with them.
    ("ttf_parser", &["load::fonts", "validate::glyphs", "chart::letters"]),
    ("notosans", &["model::fonts"]),
    ("typst_assets", &["model::fonts"]),
    // The hash of each file that was read, and of each that is written.
    ("sha2", &["model::fingerprint"]),
    // What every workbook shares, that of a service, and the printer of tables.
    (
        "rust_xlsxwriter",
        &["workbook", "collect::workbook", "printed::workbook"],
    ),
    // Two texts, word by word.
    ("similar", &["assess::comparison::words"]),
    ("plotters", &["chart"]),
    ("rayon", &["chart"]),
    ("minijinja", &["render"]),
    ("pulldown_cmark", &["render::text::markdown"]),
    ("docx_rs", &["render::deliberation::docx"]),
    ("typst", &["typeset"]),
    ("typst_layout", &["typeset"]),
    ("typst_pdf", &["typeset"]),
    ("page_validation", &["inspect"]),
    // The words of a PDF; the validator brings it.
    ("lopdf", &["inspect"]),
    // What moves on the disk; what is left of it.
    ("rustix", &["keep::hand", "keep::rights"]),
    // Reading; who writes is another law.
    ("fs_err", &["config", "load", "keep", "command"]),
    ("annotate_snippets", &["command"]),
    ("clap", &["command"]),
    ("clap_complete", &["command"]),
    ("clap_mangen", &["command"]),
    ("indicatif", &["command"]),
    ("terminal_size", &["command"]),
];

/// Crates without weight of their own: a date, a derivation, a JSON value.
const LIGHT: &[&str] = &["jiff", "serde", "serde_json", "thiserror"];

/// What changes a disk, in the crates that can.
const GESTURES: &[&str] = &[
    "write",
    "create",
    "create_new",
    "create_dir",
    "create_dir_all",
    "rename",
    "copy",
    "hard_link",
    "remove_file",
    "remove_dir",
    "remove_dir_all",
    "set_permissions",
    "OpenOptions",
];

pub fn forward(house: &[Source]) -> Vec<String> {
    told(house, |source| {
        let rank = ROOMS.iter().position(|room| *room == source.room())?;
        Some(
            rooms_named(source)
                .into_iter()
                .filter(move |room| ROOMS.iter().position(|other| other == room) > Some(rank))
                .map(|room| format!("looks forward to {room}"))
                .collect(),
        )
    })
}

pub fn resting_on_rooms(house: &[Source]) -> Vec<String> {
    told(house, |source| {
        FLOOR.contains(&source.room()).then(|| {
            rooms_named(source)
                .into_iter()
                .map(|room| format!("rests on {room}"))
                .collect()
        })
    })
}

/// A type begins with a capital, a constant is all capitals; a function, a module and a macro do not.
pub fn not_nouns(house: &[Source]) -> Vec<String> {
    told(house, |source| {
        // What throws bytes at the rooms is in no program.
        if ["lib", "verbs", "doors"].contains(&source.room()) {
            return None;
        }
        let foreign = inner_paths(source).filter(|path| ROOMS.contains(&path[0].as_str()) && path[0] != source.room());
        Some(
            foreign
                .filter_map(|path| match path.get(1) {
                    None => Some(format!("takes the whole of {}", path[0])),
                    Some(name) if name.starts_with(char::is_uppercase) => None,
                    Some(name) => Some(format!("takes « {name} » from {}", path[0])),
                })
                .collect(),
        )
    })
}

/// A room that asks whether there are faults would let one hide another: it says what its sentence rests on instead.
pub fn asking_for_faults(house: &[Source]) -> Vec<String> {
    told(house, |source| {
        let speaks = ROOMS.contains(&source.room()) || FLOOR.contains(&source.room()) && source.room() != "diagnostic";
        (speaks && source.names.contains("has_errors")).then(|| vec!["asks « has_errors »".to_owned()])
    })
}

/// Crates named where the lists do not have them, and places of the lists where nothing names the crate.
pub fn beyond_the_tools(house: &[Source], dependencies: &[String]) -> Vec<String> {
    let mut found = told(house, |source| {
        let module = place(source);
        let mut named: Vec<String> = dependencies
            .iter()
            .filter(|tool| !LIGHT.contains(&tool.as_str()) && !homes(tool).iter().any(|home| inside(&module, home)))
            .filter(|tool| source.paths.iter().any(|path| path[0] == **tool))
            .map(|tool| format!("names {tool}"))
            .collect();
        if source.paths.iter().any(|path| path[0] == "std" && path[1] == "fs") {
            named.push("names std::fs".to_owned());
        }
        Some(named)
    });
    for (tool, homes) in TOOLS {
        for home in *homes {
            let used = house
                .iter()
                .filter(|source| inside(&place(source), home))
                .any(|source| source.paths.iter().any(|path| path[0] == *tool));
            if !used {
                found.push(format!("{home} no longer names {tool}"));
            }
        }
    }
    found
}

/// Every gesture on the disk is one of `keep::hand`: what a room or a command writes, it hands to `keep`.
pub fn writing_by_itself(house: &[Source]) -> Vec<String> {
    told(house, |source| {
        let gestures = source.paths.iter().filter(|path| {
            let known = source.imports.get(&path[0]).map_or(path[..1].as_ref(), Vec::as_slice);
            let full: Vec<&String> = known.iter().chain(&path[1..]).collect();
            let disk = full[0] == "fs_err" || full[0] == "rustix" || full[0] == "tempfile";
            disk && full.iter().any(|name| GESTURES.contains(&name.as_str()))
        });
        (place(source) != "keep::hand").then(|| {
            gestures
                .map(|path| format!("writes by « {} »", path.join("::")))
                .collect()
        })
    })
}

/// The module of a file, and the name of its file where it is a root: `main`.
fn place(source: &Source) -> String {
    match source.module.is_empty() {
        true => source.file.with_extension("").display().to_string(),
        false => source.module.join("::"),
    }
}

fn homes(tool: &str) -> &'static [&'static str] {
    TOOLS
        .iter()
        .find(|(name, _)| *name == tool)
        .map_or(&[], |(_, homes)| homes)
}

/// Whether a module is this one or below it.
fn inside(module: &str, home: &str) -> bool {
    module == home || module.strip_prefix(home).is_some_and(|rest| rest.starts_with("::"))
}

fn rooms_named(source: &Source) -> BTreeSet<String> {
    inner_paths(source)
        .map(|path| path[0].clone())
        .filter(|name| ROOMS.contains(&name.as_str()) && name != source.room())
        .collect()
}

/// The paths inside the crate, from its root.
fn inner_paths(source: &Source) -> impl Iterator<Item = &[String]> {
    source
        .paths
        .iter()
        .filter(|path| path[0] == "crate")
        .map(|path| &path[1..])
        .filter(|path| !path.is_empty())
}

fn told(house: &[Source], breaches: impl Fn(&Source) -> Option<Vec<String>>) -> Vec<String> {
    house
        .iter()
        .flat_map(|source| {
            let file = source.file.display().to_string();
            breaches(source)
                .unwrap_or_default()
                .into_iter()
                .map(move |breach| format!("{file} {breach}"))
        })
        .collect()
}
