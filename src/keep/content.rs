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

/// The bytes of a file; none where nothing stands.
pub(super) fn bytes(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::read(path) {
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
