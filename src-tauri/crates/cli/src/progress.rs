//! Progress of long work, on standard error and only where a person watches it.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// The least time between two words of progress.
const BETWEEN: Duration = Duration::from_millis(100);

/// One line that is written over and over, and gone when dropped.
#[derive(Debug)]
pub struct Progress {
    watched: bool,
    told: Option<Instant>,
}

impl Progress {
    /// Progress of work that begins now.
    pub fn new() -> Self {
        Self { watched: io::stderr().is_terminal(), told: None }
    }

    /// Tells the share done, 0 to 1, and what is being done.
    pub fn tell(&mut self, done: f64, doing: &str) {
        if self.watched && self.told.is_none_or(|told| told.elapsed() >= BETWEEN) {
            self.told = Some(Instant::now());
            // To the line's start, erase it, write.
            let _ = write!(io::stderr(), "\r\x1b[2K{doing} … {:.0} %", done * 100.0);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.told.is_some() {
            let _ = write!(io::stderr(), "\r\x1b[2K");
        }
    }
}
