//! The one integration binary: the program as its users run it, and the plan of the house.

mod canada;
mod determinism;
mod documents;
mod escaping;
mod external;
mod fixture;
mod house;
mod refused;
mod sample;
mod tags;
mod inspection;
mod typesetting;
