//! Facts about drawings that could be false, on findings built by hand.

pub(super) mod fixture;
mod album;
mod aggregates;
mod extremes;
mod reading;
