//! Facts about drawings that could be false, on findings built by hand.

mod fixture;
mod album;
mod extremes;
mod reading;
