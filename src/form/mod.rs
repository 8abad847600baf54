//! `form`: what an author writes becomes typed values, each with its place, and every fault is told where it stands.
//!
//! It stands on the floor because three rooms read what authors write: `config` the YAML and the catalogue, `load`
//! and `validate` the tables. A mapping or a line is declared once; its reader comes from the declaration. It touches
//! no disk, and does not know what values mean together.

pub mod absence;
pub mod called;
pub mod marks;
pub mod number;
pub mod evidence;
pub mod separators;
mod quantities;
pub mod document;
pub mod edit;
pub mod slips;
mod remark;
mod syntax_causes;
mod syntax;
pub mod characters;
mod unknown_key;
pub mod entry;
mod entry_faults;
pub mod kinds;
pub mod scalars;
mod day;
pub mod percent;
pub mod closed;
pub mod words;
pub mod codes;
pub mod reading;
pub mod amounts;
pub mod cells;
pub mod lines;
pub mod tables;
pub mod unfilled;
pub mod years;
