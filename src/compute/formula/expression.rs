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

impl Operator {
    /// That of a sign, one of `+ - * /`.
    pub fn of(sign: &str) -> Self {
        match sign {
            "+" => Operator::Add,
            "-" => Operator::Subtract,
            "*" => Operator::Multiply,
            _ => Operator::Divide,
        }
    }
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

/// An indicator that a formula names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cited<'a> {
    pub name: &'a Identifier,
    pub offset: usize,
    /// Whether its last known value is asked, and not that of the year.
    pub last_known: bool,
}

impl Expression {
    pub fn binary(left: Expression, operator: Operator, right: Expression, offset: usize) -> Self {
        Expression::Binary {
            left: Box::new(left),
            operator,
            right: Box::new(right),
            offset,
        }
    }

    /// The indicators named, in the order of the text.
    pub fn operands(&self) -> Vec<Cited<'_>> {
        match self {
            Expression::Number(_) => Vec::new(),
            Expression::Operand { name, offset } => vec![Cited {
                name,
                offset: *offset,
                last_known: false,
            }],
            Expression::Last { name, offset } => vec![Cited {
                name,
                offset: *offset,
                last_known: true,
            }],
            Expression::Negated(inner) => inner.operands(),
            Expression::Binary { left, right, .. } => [left.operands(), right.operands()].concat(),
            Expression::Call { arguments, .. } => arguments.iter().flat_map(Expression::operands).collect(),
        }
    }
}
