//! One column of a tidy table: its name, its type, what it holds.

/// The types of Table Schema that the tables have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Whole,
    Year,
    Number,
    Flag,
}

impl Kind {
    pub fn key(self) -> &'static str {
        match self {
            Kind::Text => "string",
            Kind::Whole => "integer",
            Kind::Year => "year",
            Kind::Number => "number",
            Kind::Flag => "boolean",
        }
    }
}

/// A column: its type and what it holds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Field {
    pub name: &'static str,
    pub kind: Kind,
    pub description: &'static str,
    /// What an empty cell says; where it is not told, that nobody gave it.
    pub empty: Option<&'static str>,
}

impl Field {
    pub const fn empty(self, says: &'static str) -> Self {
        Field {
            empty: Some(says),
            ..self
        }
    }

    /// What it holds, and what an empty cell says where it says something.
    pub fn told(&self) -> String {
        match self.empty {
            Some(empty) => format!("{} Vide : {empty}.", self.description),
            None => self.description.to_owned(),
        }
    }
}

pub(super) const fn f(name: &'static str, kind: Kind, description: &'static str) -> Field {
    Field {
        name,
        kind,
        description,
        empty: None,
    }
}
