//! Why a call of a text has no answer: it travels inside the error of minijinja.

use crate::diagnostic::{Cause, Code};
use minijinja::{Error, ErrorKind};
use std::fmt;

/// A text calls a value, a change or a target that does not exist.
const ABSENT_ANSWER: Code = Code("M512");

/// Why a call has no answer; it travels inside the error of minijinja.
#[derive(Debug)]
pub struct CallFault {
    pub code: Code,
    pub message: String,
    pub help: String,
    /// What would explain it: the faults of the indicator, those of the catalogue.
    pub causes: Vec<Cause>,
}

pub fn absent(id: &str, message: String, help: String) -> Error {
    fault(CallFault {
        code: ABSENT_ANSWER,
        message,
        help,
        causes: vec![Cause::entry(id)],
    })
}

pub fn fault(fault: CallFault) -> Error {
    Error::new(ErrorKind::InvalidOperation, fault.message.clone()).with_source(fault)
}

impl fmt::Display for CallFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for CallFault {}
