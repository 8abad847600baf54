//! A stack of known size, for what recurses over what an author wrote.
//!
//! The first thread of a program has a stack that its system chooses (1 MB under Windows), those of a test another. Depths are
//! bounded where texts are read; this says what the bounds were tried against. It bounds nothing itself.

use std::panic::resume_unwind;
use std::thread::{Builder, scope};

/// Bytes that are reserved, and taken only where they are used.
const SIZE: usize = 256 * 1024 * 1024;

/// Does this on a stack of its own; where the system gives no thread, on the present one.
pub fn deep<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    let work = std::sync::Mutex::new(Some(work));
    let take = || work.lock().ok().and_then(|mut work| work.take()).map(|work| work());
    let done = scope(
        |scope| match Builder::new().stack_size(SIZE).spawn_scoped(scope, take) {
            Ok(thread) => thread.join().unwrap_or_else(|panic| resume_unwind(panic)),
            Err(_) => take(),
        },
    );
    done.expect("work is there once, and taken once")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_thread_of_a_test_could_not_hold_is_held() {
        fn down(left: usize) -> usize {
            let room = std::hint::black_box([left; 128]);
            match left {
                0 => 0,
                _ => 1 + down(room[1] - 1),
            }
        }
        assert_eq!(deep(|| down(50_000)), 50_000);
    }
}
