//! Files that a command writes into a folder its arguments name, and the paths it then prints.

use super::{Failure, messages, screen, writer};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::path::Path;

/// Writes the files, by name, for a command.
pub fn write(
    command: &str,
    directory: &Path,
    files: BTreeMap<String, Vec<u8>>,
    date: Option<Date>,
) -> Result<(), Failure> {
    let paths: String = files
        .keys()
        .map(|name| format!("{}\n", directory.join(name).display()))
        .collect();
    messages::note(&crate::write(directory, files, &writer::writer(command, date))?);
    screen::report(&paths)
}
