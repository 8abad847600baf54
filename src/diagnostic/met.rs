//! What the unit tests have met: each code with its gravity, noted beside the test binary for the suite to read.
//!
//! Each of them could be told of a project kept in a workbook: none then names a file or a form of YAML.
//! Only tests have it. `tests/suite/codes` holds the notes equal to the codes of the program.

use super::Diagnostic;
use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

/// The codes noted by this process: a property would note the same ones a thousand times.
static NOTED: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

/// Notes what a test reads.
pub(super) fn note(read: &[&Diagnostic]) {
    let mut noted = NOTED.lock().unwrap_or_else(PoisonError::into_inner);
    for found in read {
        let left = crate::config::left_in_a_workbook(found);
        assert!(left.is_none(), "{}, to who keeps a workbook: {left:?}", found.code);
        let line = format!("{} {}", found.severity.label(), found.code);
        if noted.insert(line.clone()) {
            let binary = std::env::current_exe().expect("a test binary has a path");
            let folder = binary.with_file_name("codes-met");
            fs_err::create_dir_all(&folder).expect("the folder of the test binary can be written");
            fs_err::write(folder.join(line), "").expect("the folder of the test binary can be written");
        }
    }
}
