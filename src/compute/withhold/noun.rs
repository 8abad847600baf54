//! What a reader knows of the values of a year, and what relates them.

/// What the reader sees of a value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Known {
    Number(f64),
    /// Secret, or withheld with a secret.
    Hidden,
    /// Not measured, or not printed: no secret.
    Absent,
}

/// A whole and all the parts that one set of columns makes of it, by their rank.
#[derive(Clone, Debug)]
pub struct Relation {
    pub whole: usize,
    pub parts: Vec<usize>,
    /// How many times the whole is the sum of its parts: their number, for a mean.
    pub times: f64,
}
