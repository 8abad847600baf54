//! What this room accepts, and what it says of the rest.

mod tables;
mod cells;
mod series;
mod any;
