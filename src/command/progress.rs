//! Where the run is, on standard error: a bar where the terminal allows, nothing in a pipe.

use super::{apart, screen};
use crate::{Room, Watch};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::time::{Duration, Instant};

/// Watches a run: shows the room it is in and remembers how long each took.
pub struct Progress {
    bar: ProgressBar,
    started: Instant,
    entered: Vec<(Room, Instant)>,
}

impl Progress {
    pub fn new() -> Self {
        let target = if screen::takes_commands() {
            ProgressDrawTarget::stderr()
        } else {
            ProgressDrawTarget::hidden()
        };
        let bar = ProgressBar::with_draw_target(Some(Room::ALL.len() as u64), target);
        let style = ProgressStyle::with_template("{bar:24} {pos:>2}/{len} {msg}");
        bar.set_style(style.expect("the template is a constant"));
        Progress {
            bar,
            started: Instant::now(),
            entered: Vec::new(),
        }
    }

    /// Clears the bar; the durations stay readable.
    pub fn finish(&self) {
        apart::left();
        self.bar.finish_and_clear();
    }

    pub fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }

    /// How long each room took, in the order it was entered; the last one runs until now.
    pub fn durations(&self) -> Vec<(Room, Duration)> {
        let leaving = self
            .entered
            .iter()
            .skip(1)
            .map(|(_, instant)| *instant)
            .chain([Instant::now()]);
        let rooms = self.entered.iter().zip(leaving);
        rooms
            .map(|((room, entered), left)| (*room, left.duration_since(*entered)))
            .collect()
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        apart::left();
    }
}

impl Watch for Progress {
    fn enter(&mut self, room: Room) {
        self.entered.push((room, Instant::now()));
        self.bar.set_position(room as u64 + 1);
        self.bar.set_message(room.label());
        self.bar.tick();
        apart::entered(room);
    }
}
