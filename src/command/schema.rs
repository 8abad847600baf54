//! `schema`: the JSON Schema of each YAML file, so that editors complete and check it; what each table may hold.

use super::arguments::Schema;
use super::{Failure, messages, screen, writer};

/// Writes the schemas into a folder, or prints them as one JSON object by file name; or describes the tables.
pub fn schema(arguments: &Schema) -> Result<(), Failure> {
    if arguments.tableaux {
        return screen::print(&crate::tables());
    }
    let schemas = crate::schemas();
    let Some(directory) = &arguments.directory else {
        return screen::json(&pretty(&serde_json::json!(schemas)));
    };
    let text = |schema| (pretty(schema) + "\n").into_bytes();
    let files = schemas.iter().map(|(name, schema)| ((*name).to_owned(), text(schema)));
    let writer = writer::writer("schema", arguments.writing.date);
    messages::note(&crate::write(directory, files.collect(), &writer)?);
    let paths = schemas
        .keys()
        .map(|name| format!("{}\n", directory.join(name).display()));
    screen::report(&paths.collect::<String>())
}

fn pretty(value: &serde_json::Value) -> String {
    serde_json::to_string_pretty(value).expect("a JSON value always serialises")
}
