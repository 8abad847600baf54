//! What the author of a project must know and do: faults, warnings and their places.
//!
//! This is the floor under every room: a room that finds something wrong *pushes* a [`Diagnostic`]
//! and goes on, so that one fault never hides the rest. It is not for what the machine failed at
//! (a full disk, a missing permission): that is [`crate::error::Error`].

mod acceptance;
mod cause;
mod code;
mod consequences;
mod accepted;
mod diagnostics;
mod place;
mod inside;
mod kept;
mod worded;
mod pages;
#[cfg(test)]
mod met;

pub use acceptance::Acceptance;
pub use cause::Cause;
pub use code::{Code, Severity};
pub use diagnostics::{Diagnostic, Diagnostics};
pub use kept::Kept;
pub use pages::Page;
pub use place::{Place, Placed, Spot, column_letters, column_number};
