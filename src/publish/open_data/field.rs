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
}

pub(super) const fn f(name: &'static str, kind: Kind, description: &'static str) -> Field {
    Field {
        name,
        kind,
        description,
    }
}
