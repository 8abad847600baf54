//! What a collection stands on: the values alone, and the files of the program that stand in the project.

use crate::error::Error;
use fs_err as fs;
use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;

/// The bytes of those of these files, below the project, that are there.
pub(super) fn standing(root: &Path, paths: &[String]) -> Result<BTreeMap<String, Arc<[u8]>>, Error> {
    let mut found = BTreeMap::new();
    for path in paths {
        match fs::read(root.join(path)) {
            Ok(bytes) => _ = found.insert(path.clone(), bytes.into()),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(found)
}
