//! Throws what the fuzzer draws at the door that `MILLESIME_DOOR` names, one of `src/doors.rs`. `fuzz/run` calls it for each.
//!
//! One program for all doors: each would be linked with the whole of Typst and Polars.

#![no_main]

use libfuzzer_sys::fuzz_target;
use millesime::doors::{DOORS, throw};
use std::sync::LazyLock;

static DOOR: LazyLock<String> = LazyLock::new(|| {
    let asked = std::env::var("MILLESIME_DOOR").unwrap_or_default();
    let known = DOORS.map(|(name, _)| name);
    assert!(known.contains(&asked.as_str()), "MILLESIME_DOOR is one of {known:?}");
    asked
});

fuzz_target!(
    init: {
        // The fuzzer's own hook ends the run at a panic that the program catches and tells (Polars on a broken file);
        // one that nothing catches ends it all the same.
        drop(std::panic::take_hook());
        LazyLock::force(&DOOR);
    },
    |bytes: &[u8]| throw(&DOOR, bytes)
);
