//! Purging: a source that must be protected leaves the workspace, its log and its file.
//!
//! What goes: the source, its stored files, the evidence taken from it, and every image of these rows in the log, those
//! of earlier versions and of rows deleted long ago among them. Of each image the log keeps the SHA-256, so that the
//! chain can still be verified. What people wrote themselves stays – statements, rationales, notes – and so does a
//! document of the workspace that was the source. Copies made earlier still hold the source: backups, and the
//! `.before-schema-N` that opening an older workspace leaves beside it.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension};
use sha2::{Digest, Sha256};

use crate::error::{BUSY_SECONDS, Result, StoreError};
use crate::image::{Image, Table};
use crate::open::Store;
use crate::words::INDEXES;
use crate::write::Edit;

/// What a purge took away.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Purged {
    /// Pieces of evidence that went with the source.
    pub evidence: u32,
    /// Stored files that went.
    pub copies: u32,
    /// Images of rows that were taken out of the log, those of this operation not counted.
    pub images: u32,
}

/// The key in `meta` that says that the file still has to be swept.
pub(crate) const UNSWEPT: &str = "unswept";

impl Edit<'_> {
    /// Takes a source, all that was taken from it, and what the log keeps of them away for good. [`Store::sweep`] then
    /// takes the last traces out of the file.
    ///
    /// # Errors
    /// When there is no such source, or the file cannot be read or written.
    pub fn purge_source(&mut self, source: i64) -> Result<Purged> {
        let is_source =
            |column: &'static str| move |image: &Image| image.get(column).integer() == Some(source);
        let copies = self.keys("SELECT id FROM stored_copy WHERE source = ?", source)?;
        let evidence = self.keys("SELECT id FROM evidence WHERE source = ?", source)?;
        let ever_copies = self.ever(Table::StoredCopy, &copies, is_source("source"))?;
        let ever_evidence = self.ever(Table::Evidence, &evidence, is_source("source"))?;
        let of_evidence =
            |image: &Image| image.get("evidence").integer().is_some_and(|e| ever_evidence.contains(&e));
        let mut parts = Vec::new();
        for key in &evidence {
            let claim = self.must_read(Table::Evidence, *key)?.get("claim").integer();
            for part in self.keys("SELECT id FROM span_part WHERE evidence = ?", *key)? {
                self.delete_purged(Table::SpanPart, part, claim)?;
                parts.push(part);
            }
            self.delete_purged(Table::Evidence, *key, claim)?;
        }
        let ever_parts = self.ever(Table::SpanPart, &parts, of_evidence)?;
        for key in &copies {
            self.delete_purged(Table::StoredCopy, *key, None)?;
        }
        self.delete_purged(Table::Source, source, None)?;

        let rows = [
            (Table::Source, BTreeSet::from([source])),
            (Table::StoredCopy, ever_copies),
            (Table::Evidence, ever_evidence),
            (Table::SpanPart, ever_parts),
        ];
        let images = self.purge_images(&rows)?;
        self.connection()
            .execute("INSERT OR IGNORE INTO meta (key, value) VALUES (?, 'since a purge')", [UNSWEPT])?;
        Ok(Purged { evidence: evidence.len() as u32, copies: copies.len() as u32, images })
    }

    /// Why there is nothing to undo or redo: undo stops at a purge.
    pub(crate) fn nothing_to(&self, what: &'static str) -> StoreError {
        let sql = "SELECT EXISTS (SELECT 1 FROM operation WHERE kind = 'purge')";
        match self.connection().query_row(sql, [], |r| r.get(0)) {
            Ok(true) => StoreError::Purged,
            Ok(false) => StoreError::NothingTo(what),
            Err(error) => error.into(),
        }
    }

    /// These rows, and those of which the log has an image that is `wanted`.
    fn ever(&self, table: Table, now: &[i64], wanted: impl Fn(&Image) -> bool) -> Result<BTreeSet<i64>> {
        let mut keys: BTreeSet<i64> = now.iter().copied().collect();
        let mut statement = self
            .connection()
            .prepare_cached("SELECT row, before FROM change WHERE tbl = ? AND before IS NOT NULL")?;
        let mut rows = statement.query([table as u8])?;
        while let Some(row) = rows.next()? {
            if wanted(&Image::from_bytes(&row.get::<_, Vec<u8>>(1)?)?) {
                keys.insert(row.get(0)?);
            }
        }
        Ok(keys)
    }

    /// Takes the images of rows out of the log and leaves their digests; says how many there were. The log refuses
    /// every change; that guard is lifted here alone, and stands again when this transaction ends.
    fn purge_images(&self, rows: &[(Table, BTreeSet<i64>)]) -> Result<u32> {
        let connection = self.connection();
        let guard: Option<String> = connection
            .query_row(
                "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = 'change_fixed'",
                [],
                |r| r.get(0),
            )
            .optional()?;
        let guard = guard.ok_or_else(|| StoreError::Unreadable("a log without its guard".to_owned()))?;
        connection.execute_batch("DROP TRIGGER change_fixed")?;
        let mut images = 0;
        {
            let mut find = connection.prepare(
                "SELECT operation, position, before FROM change WHERE tbl = ? AND row = ? AND before IS NOT NULL",
            )?;
            let mut purge = connection.prepare(
                "UPDATE change SET before = NULL, purged = ?3 WHERE operation = ?1 AND position = ?2",
            )?;
            for (table, keys) in rows {
                for key in keys {
                    let found: Vec<(i64, i64, Vec<u8>)> = find
                        .query_map((*table as u8, key), |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?
                        .collect::<rusqlite::Result<_>>()?;
                    for (operation, position, image) in found {
                        let digest: [u8; 32] = Sha256::digest(image).into();
                        images += purge.execute((operation, position, digest))? as u32;
                    }
                }
            }
        }
        connection.execute_batch(&guard)?;
        Ok(images)
    }
}

impl Store {
    /// Takes what was purged out of the file itself: the words out of the search index, the free pages out of the file,
    /// and all of it out of the `-wal` beside. Until it has succeeded once, each opening tries it again.
    ///
    /// # Errors
    /// [`StoreError::Busy`] while another program reads or writes the workspace, and when the disk is full.
    pub fn sweep(&self) -> Result<()> {
        self.still_there()?;
        sweep(&self.writer())
    }
}

pub(crate) fn sweep(connection: &Connection) -> Result<()> {
    // Also the temporary file that VACUUM writes goes by this: no page of it keeps what memory held before.
    connection.pragma_update(None, "secure_delete", true)?;
    // Words of rows that are gone stay in an index until its parts are merged.
    INDEXES.iter().try_for_each(|words| words.merge_all(connection))?;
    connection.execute_batch("VACUUM")?;
    empty_wal(connection)?;
    connection.execute("DELETE FROM meta WHERE key = ?", [UNSWEPT])?;
    empty_wal(connection)
}

/// Writes the `-wal` into the file and cuts it to nothing.
fn empty_wal(connection: &Connection) -> Result<()> {
    let held: bool = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |r| r.get(0))?;
    if held { Err(StoreError::Busy(BUSY_SECONDS)) } else { Ok(()) }
}

/// Sweeps a file that was not swept after its last purge.
pub(crate) fn sweep_if_left(connection: &Connection) -> Result<()> {
    let left: bool =
        connection.query_row("SELECT EXISTS (SELECT 1 FROM meta WHERE key = ?)", [UNSWEPT], |r| r.get(0))?;
    if left { sweep(connection) } else { Ok(()) }
}
