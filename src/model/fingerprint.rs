//! What tells a content from any other: its SHA-256.

use sha2::{Digest, Sha256};
use std::fmt::{self, Write};

/// The SHA-256 of a content, in lower-case hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Fingerprint(String);

impl Fingerprint {
    pub fn of(bytes: &[u8]) -> Self {
        let mut text = String::with_capacity(64);
        for byte in Sha256::digest(bytes) {
            // Writing into a String cannot fail.
            _ = write!(text, "{byte:02x}");
        }
        Fingerprint(text)
    }

    /// A fingerprint as a manifest or a journal wrote it.
    pub fn written(text: &str) -> Self {
        Fingerprint(text.to_owned())
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
