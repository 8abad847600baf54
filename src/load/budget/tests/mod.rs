//! Budget files, read whole: what each format gives, what is refused and why.

mod codes;
mod tables;
mod xml;
mod hostile;
mod properties;
mod plain;
mod words;
mod corpus;
mod subtotals;
mod titles;
mod two_years;
