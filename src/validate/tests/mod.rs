//! What this room accepts, and what it says of the rest.

mod tables;
mod titles;
mod cells;
mod hints;
mod numbers;
mod series;
mod any;
mod names;
mod returned;
mod counted;
mod wholes;
