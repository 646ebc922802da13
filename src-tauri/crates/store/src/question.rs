//! A question to the workspace that a newer one may end while it is being answered.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, InterruptHandle};

use crate::error::{Result, StoreError};

/// A question that is being answered, or not yet.
#[derive(Default)]
pub struct Question {
    overtaken: AtomicBool,
    /// Ends what runs for it, if something does.
    running: Mutex<Option<InterruptHandle>>,
}

impl std::fmt::Debug for Question {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Question").field("overtaken", &self.overtaken).finish_non_exhaustive()
    }
}

impl Question {
    fn running(&self) -> MutexGuard<'_, Option<InterruptHandle>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Ends it: what runs for it stops at its next step, and what has not begun never does.
    pub fn overtake(&self) {
        self.overtaken.store(true, Ordering::Release);
        if let Some(running) = &*self.running() {
            running.interrupt();
        }
    }

    /// Says that it is still wanted.
    ///
    /// # Errors
    /// When it was overtaken.
    pub fn still_wanted(&self) -> Result<()> {
        if self.overtaken.load(Ordering::Acquire) { Err(StoreError::Overtaken) } else { Ok(()) }
    }

    /// Lets what a connection runs be ended until the guard is dropped.
    pub(crate) fn runs_on(&self, connection: &Connection) -> Result<Running<'_>> {
        // Under the lock: who overtakes it after this look finds the handle.
        let mut running = self.running();
        self.still_wanted()?;
        *running = Some(connection.get_interrupt_handle());
        Ok(Running(self))
    }
}

/// While it lives, the question runs on a connection.
pub(crate) struct Running<'q>(&'q Question);

impl Drop for Running<'_> {
    fn drop(&mut self) {
        // The connection is another question's from here on.
        *self.0.running() = None;
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;

    const ENDLESS: &str =
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";

    fn count(connection: &Connection, question: &Question) -> Result<i64> {
        let _running = question.runs_on(connection)?;
        Ok(connection.query_row(ENDLESS, [], |r| r.get(0))?)
    }

    #[test]
    fn what_runs_is_ended_and_what_has_not_begun_never_begins() {
        let connection = Connection::open_in_memory().unwrap();
        let question = Question::default();
        let begun = Instant::now();
        std::thread::scope(|scope| {
            scope.spawn(|| {
                while question.running().is_none() {
                    std::thread::yield_now();
                }
                std::thread::sleep(Duration::from_millis(50));
                question.overtake();
            });
            assert!(matches!(count(&connection, &question), Err(StoreError::Overtaken)));
        });
        assert!(begun.elapsed() < Duration::from_secs(5));
        assert!(matches!(count(&connection, &question), Err(StoreError::Overtaken)));
        // The connection is free for others.
        assert_eq!(connection.query_row("SELECT 1", [], |r| r.get::<_, i64>(0)).unwrap(), 1);
        question.overtake();
        assert_eq!(connection.query_row("SELECT 2", [], |r| r.get::<_, i64>(0)).unwrap(), 2);
    }
}
