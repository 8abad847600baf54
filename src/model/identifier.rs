//! The name by which tables, formulas and texts call an indicator or an action.

use crate::french::name;
use std::fmt;
use std::sync::Arc;

/// A name matching `[a-z][a-z0-9-]*`: the same everywhere, safe in a file name and in a formula.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Identifier(Arc<str>);

impl Identifier {
    /// The identifier, or none where the text does not match `[a-z][a-z0-9-]*`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut bytes = text.bytes();
        let first = bytes.next()?;
        let valid = first.is_ascii_lowercase()
            && bytes.all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        valid.then(|| Identifier(Arc::from(text)))
    }

    /// The identifier that an author writes where one is given: `Élec Bâtiments` is `elec-batiments`.
    pub fn written(text: &str) -> Option<Self> {
        Self::parse(text).or_else(|| Self::parse(&name(text)))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Identifier {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
