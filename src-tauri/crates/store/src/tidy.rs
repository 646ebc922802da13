//! What edits leave for later, so that none of them waits for it: pages of the `-wal` that belong into the file, and words that
//! lie in many small parts of a full-text index.
//!
//! Where nobody tidies, as on the command line, SQLite sees to both when there is much more of it.

use std::fs;
use std::sync::atomic::Ordering;
use std::time::Duration;

use rusqlite::{Connection, Row};

use crate::error::{BUSY_SECONDS, Result, StoreError};
use crate::indexed::head;
use crate::open::{Access, Store, with_suffix};
use crate::words::INDEXES;
#[cfg(debug_assertions)]
use crate::write::forget_seen;

/// From so many bytes on the `-wal` is written into the file, and begun anew at its start: while it still grows, each edit has the
/// file's new length to write too. It keeps its length from then on, so what a second's edits wrote goes into the file after it.
const LONG_WAL: u64 = 1 << 20;

/// How many pages of words are merged at a time.
const PAGES: u32 = 64;

impl Store {
    /// Does some milliseconds' part of what edits of whatever process left for later, for which an edit that comes just then waits.
    /// Does nothing while this or another process writes.
    ///
    /// # Errors
    /// When the file cannot be read or written: then nothing is lost, and it is as untidy as before.
    pub fn tidy(&self) -> Result<()> {
        if self.access() != Access::ReadWrite {
            return Ok(());
        }
        // Looked up before: what is written meanwhile is tidied at the next call.
        let newest = head(&*self.reader()?)?;
        if self.tidied.load(Ordering::Acquire) == newest {
            return Ok(());
        }
        self.still_there()?;
        let Some(writer) = self.idle_writer() else { return Ok(()) };
        // Whoever waits for another process would hold up the edits of this one.
        writer.busy_timeout(Duration::ZERO)?;
        let done = self.tidy_by(&writer);
        writer.busy_timeout(Duration::from_secs(BUSY_SECONDS))?;
        #[cfg(debug_assertions)]
        forget_seen();
        match done.map_err(|error| self.name_path(error)) {
            Ok(all) => {
                if all {
                    self.tidied.store(newest, Ordering::Release);
                }
                Ok(())
            }
            Err(StoreError::Busy(_)) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Whether nothing is left to do.
    fn tidy_by(&self, writer: &Connection) -> Result<bool> {
        let wal = fs::metadata(with_suffix(self.path(), "-wal")).map_or(0, |facts| facts.len());
        let mut all = true;
        if wal > LONG_WAL {
            let written = |row: &Row<'_>| Ok(row.get::<_, i64>(1)? == row.get::<_, i64>(2)?);
            all = writer.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], written)?;
        }
        for words in INDEXES {
            if words.merge(writer, PAGES)? {
                return Ok(false);
            }
        }
        Ok(all)
    }
}
