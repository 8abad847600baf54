//! Millésime writes the sustainable development report of a French collectivité.
//!
//! The house is an enfilade of rooms: data moves, one reads, and files import each other in the
//! same order. Rooms exchange nouns; only this file speaks verbs. `ARCHITECTURE.md` has the drawing.

pub mod diagnostic;
pub mod error;
pub mod french;
pub mod model;

pub mod config;
pub mod load;
pub mod validate;
pub mod compute;
pub mod assess;
pub mod chart;
pub mod render;
pub mod typeset;
pub mod inspect;
pub mod publish;
