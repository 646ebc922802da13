//! What edits leave for later, so that none of them waits for it: pages of the `-wal` that belong into the file, and words that
//! lie in many small parts of a full-text index.
//!
//! Where nobody tidies, as on the command line, SQLite sees to both when there is much more of it.

use std::fs;
use std::sync::atomic::Ordering;

use crate::error::Result;
use crate::open::{Access, Store, with_suffix};
use crate::words::{INDEXES, Words};

/// From so many bytes on the `-wal` is written into the file, and begun anew at its start: while it still grows, each edit has the
/// file's new length to write too.
const LONG_WAL: u64 = 1 << 20;

/// How many pages of words are merged at a time: an edit that comes just then waits for some milliseconds.
const A_STEP: u32 = 64;

/// A merge that found nothing to do has changed fewer rows than this; so SQLite tells it.
const IDLE: u64 = 2;

impl Store {
    /// Does some milliseconds' part of what edits left for later. Does nothing while somebody writes.
    ///
    /// # Errors
    /// When the file cannot be read or written: then nothing is lost, and it is as untidy as before.
    pub fn tidy(&self) -> Result<()> {
        if self.access() != Access::ReadWrite || !self.untidy.load(Ordering::Acquire) {
            return Ok(());
        }
        self.still_there()?;
        let wal = fs::metadata(with_suffix(self.path(), "-wal")).map_or(0, |facts| facts.len());
        if wal > LONG_WAL {
            // By a connection that only reads, which holds up neither readers nor the writer.
            self.reader()?.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))?;
        }
        let Some(writer) = self.idle_writer() else { return Ok(()) };
        for Words { index, .. } in INDEXES {
            let before = writer.total_changes();
            writer
                .prepare_cached(&format!("INSERT INTO {index} ({index}, rank) VALUES ('merge', ?)"))?
                .execute([A_STEP])?;
            if writer.total_changes() - before >= IDLE {
                return Ok(());
            }
        }
        self.untidy.store(false, Ordering::Release);
        Ok(())
    }
}
