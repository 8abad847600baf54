//! The files of the project that the report was made from, each with its fingerprint.

use super::SourceFile;
use crate::config::ProjectFile;
use crate::model::Fingerprint;
use std::collections::BTreeMap;

/// Every file once, by path.
pub fn fingerprints<'a>(files: impl IntoIterator<Item = &'a ProjectFile>) -> Vec<SourceFile> {
    let by_path: BTreeMap<&str, &ProjectFile> = files.into_iter().map(|file| (&*file.path, file)).collect();
    let fingerprint = |file: &ProjectFile| SourceFile {
        path: file.path.clone(),
        sha256: Fingerprint::of(&file.bytes).to_string(),
        bytes: file.bytes.len(),
    };
    by_path.into_values().map(fingerprint).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_listed_once_with_its_sha256() {
        let file = |path: &str| ProjectFile {
            path: path.into(),
            bytes: b"abc".as_slice().into(),
        };
        let found = fingerprints(&[file("data/b.csv"), file("data/a.csv"), file("data/b.csv")]);
        assert_eq!(
            found.iter().map(|file| &*file.path).collect::<Vec<_>>(),
            ["data/a.csv", "data/b.csv"]
        );
        // The example of FIPS 180-2.
        assert_eq!(
            found[0].sha256,
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
        assert_eq!(found[0].bytes, 3);
    }
}
