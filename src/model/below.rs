//! A path below a folder as an author would name it: `output`, and not `./output`, where the folder is the current one.

use std::path::{Path, PathBuf};

/// The path below this root.
pub fn below(root: &Path, path: &str) -> PathBuf {
    match root == Path::new(".") {
        true => PathBuf::from(path),
        false => root.join(path),
    }
}
