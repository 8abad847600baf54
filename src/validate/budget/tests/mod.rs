//! Small budgets, one fact each: what documents together say of a year, and what they cannot say.

mod fixture;
mod years;
mod refusals;
mod authorisations;
