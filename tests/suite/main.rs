//! The one integration binary: the program as its users run it, and the plan of the house.

// A test that cannot go on panics: that is how it fails, in its helpers too.
#![allow(clippy::unwrap_used)]

mod budget;
mod calendar;
mod causes;
mod codes;
mod collecting;
mod comparing;
mod contract;
mod converting;
mod deliberation;
mod credits;
mod determinism;
mod diagnostic;
mod documents;
mod examples;
mod external;
mod external_collection;
mod fixture;
mod fonts;
mod footprint;
mod formats;
mod hostile;
mod house;
mod importing;
mod keeping;
mod links;
#[cfg(target_os = "linux")]
mod machine;
mod numbers;
mod official;
mod open_data;
mod pages;
mod reading;
mod reference;
mod refused;
mod said;
mod measured;
mod answers;
mod sample;
mod sealing;
mod secrets;
mod signs;
mod strategy;
mod tags;
mod transition;
mod two_years;
mod typed;
mod verifying;
mod word;
mod year;
