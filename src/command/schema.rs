//! `schema`: the JSON Schema of each YAML file, so that editors complete and check it; what each table may hold.

use super::arguments::Schema;
use super::{Failure, files, screen};

/// Writes the schemas into a folder, or prints them as one JSON object by file name; or describes the tables or the keys.
pub fn schema(arguments: &Schema) -> Result<(), Failure> {
    if arguments.tableaux {
        return screen::print(&crate::tables());
    }
    if arguments.cles {
        return screen::print(&crate::keys());
    }
    if arguments.formats {
        return screen::print(&crate::formats_page());
    }
    let schemas = crate::schemas();
    let Some(directory) = &arguments.directory else {
        return screen::json(&pretty(&serde_json::json!(schemas)));
    };
    let text = |schema| (pretty(schema) + "\n").into_bytes();
    let made = schemas.iter().map(|(name, schema)| ((*name).to_owned(), text(schema)));
    files::write("schema", directory, made.collect(), arguments.writing.date)
}

fn pretty(value: &serde_json::Value) -> String {
    serde_json::to_string_pretty(value).expect("a JSON value always serialises")
}
