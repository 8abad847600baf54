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
}

impl Function {
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "somme" => Some(Function::Sum),
            "moyenne" => Some(Function::Mean),
            _ => None,
        }
    }
}

impl Expression {
    /// The indicators named, each time with its offset, in the order of the text.
    pub fn operands(&self) -> Vec<(&Identifier, usize)> {
        match self {
            Expression::Number(_) => Vec::new(),
            Expression::Operand { name, offset } => vec![(name, *offset)],
            Expression::Negated(inner) => inner.operands(),
            Expression::Binary { left, right, .. } => [left.operands(), right.operands()].concat(),
            Expression::Call { arguments, .. } => arguments.iter().flat_map(Expression::operands).collect(),
        }
    }
}
