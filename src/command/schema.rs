//! `schema`: the JSON Schema of each YAML file, so that editors complete and check it.

use super::Failure;
use super::arguments::Schema;

/// Writes the schemas into a folder, or prints them as one JSON object by file name.
pub fn schema(arguments: &Schema) -> Result<(), Failure> {
    let schemas = crate::schemas();
    let Some(directory) = &arguments.directory else {
        println!("{}", pretty(&serde_json::json!(schemas)));
        return Ok(());
    };
    fs_err::create_dir_all(directory)?;
    for (name, schema) in &schemas {
        let path = directory.join(name);
        fs_err::write(&path, pretty(schema) + "\n")?;
        println!("{}", path.display());
    }
    Ok(())
}

fn pretty(value: &serde_json::Value) -> String {
    serde_json::to_string_pretty(value).expect("a JSON value always serialises")
}
