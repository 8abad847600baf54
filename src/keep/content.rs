//! What stands at a path, told by a fingerprint: that of a file, or that of the manifest of a folder.

use super::journal::Kind;
use crate::model::Fingerprint;
use crate::publish::Manifest;
use fs_err as fs;
use std::io::{self, ErrorKind};
use std::path::Path;

/// None where nothing stands; a folder without a manifest has the fingerprint of nothing.
pub(super) fn fingerprint(path: &Path, kind: Kind) -> io::Result<Option<Fingerprint>> {
    Ok(match kind {
        Kind::File => bytes(path)?.map(|bytes| Fingerprint::of(&bytes)),
        Kind::Folder if !path.is_dir() => None,
        Kind::Folder => {
            let manifest = bytes(&path.join(Manifest::NAME))?;
            Some(Fingerprint::of(&manifest.unwrap_or_default()))
        }
    })
}

/// The bytes of a file; none where nothing stands. A pipe would be waited for, a device read without end.
pub(super) fn bytes(path: &Path) -> io::Result<Option<Vec<u8>>> {
    let read = fs::metadata(path).and_then(|found| match found.is_file() || found.is_dir() {
        true => fs::read(path),
        false => Err(io::Error::other(format!("not a regular file: `{}`", path.display()))),
    });
    match read {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// The manifest of a folder; one that is not there lists nothing.
pub(super) fn manifest(folder: &Path) -> io::Result<Manifest> {
    Ok(Manifest::read(
        &bytes(&folder.join(Manifest::NAME))?.unwrap_or_default(),
    ))
}
