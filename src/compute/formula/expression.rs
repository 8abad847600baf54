//! The tree of a formula.

use crate::model::Identifier;

/// A formula that was read; every operand keeps its offset in the text, in characters from 0.
#[derive(Clone, Debug, PartialEq)]
pub enum Expression {
    Number(f64),
    Operand {
        name: Identifier,
        offset: usize,
    },
    /// The last value that is known, of the year or before it.
    Last {
        name: Identifier,
        offset: usize,
    },
    Negated(Box<Expression>),
    Binary {
        left: Box<Expression>,
        operator: Operator,
        right: Box<Expression>,
        offset: usize,
    },
    Call {
        function: Function,
        arguments: Vec<Expression>,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    Add,
    Subtract,
    Multiply,
    Divide,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Function {
    Sum,
    Mean,
    Last,
}

impl Function {
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "somme" => Some(Function::Sum),
            "moyenne" => Some(Function::Mean),
            "derniere" => Some(Function::Last),
            _ => None,
        }
    }
}

impl Expression {
    /// The indicators of which the last known value is asked, and not that of the year.
    pub fn last_known(&self) -> Vec<&Identifier> {
        match self {
            Expression::Last { name, .. } => vec![name],
            Expression::Number(_) | Expression::Operand { .. } => Vec::new(),
            Expression::Negated(inner) => inner.last_known(),
            Expression::Binary { left, right, .. } => [left.last_known(), right.last_known()].concat(),
            Expression::Call { arguments, .. } => arguments.iter().flat_map(Expression::last_known).collect(),
        }
    }

    /// The indicators whose value of the year is asked.
    pub fn of_the_year(&self) -> Vec<&Identifier> {
        match self {
            Expression::Operand { name, .. } => vec![name],
            Expression::Number(_) | Expression::Last { .. } => Vec::new(),
            Expression::Negated(inner) => inner.of_the_year(),
            Expression::Binary { left, right, .. } => [left.of_the_year(), right.of_the_year()].concat(),
            Expression::Call { arguments, .. } => arguments.iter().flat_map(Expression::of_the_year).collect(),
        }
    }

    /// The indicators named, each time with its offset, in the order of the text.
    pub fn operands(&self) -> Vec<(&Identifier, usize)> {
        match self {
            Expression::Number(_) => Vec::new(),
            Expression::Operand { name, offset } | Expression::Last { name, offset } => vec![(name, *offset)],
            Expression::Negated(inner) => inner.operands(),
            Expression::Binary { left, right, .. } => [left.operands(), right.operands()].concat(),
            Expression::Call { arguments, .. } => arguments.iter().flat_map(Expression::operands).collect(),
        }
    }
}
