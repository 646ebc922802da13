//! History: the log, read back.

use std::collections::BTreeSet;

use assay_model::operation::{OperationKind, Touched};
use assay_model::time::Instant;
use rusqlite::Connection;

use crate::documents::hex;
use crate::error::Result;
use crate::image::{Image, Table};
use crate::open::Store;
use crate::write::{head_hash, read_image, touched};

/// One operation with the rows it changed, as they were before and after.
#[derive(Debug, Clone)]
pub struct Logged {
    /// Its number.
    pub seq: i64,
    /// When.
    pub time: Instant,
    /// Who.
    pub actor: String,
    /// What.
    pub kind: OperationKind,
    /// The operation it undid or did again.
    pub undoes: Option<i64>,
    /// The operation that has since taken it back.
    pub undone_by: Option<i64>,
    /// Rows before and after; none before an insert, none after a delete. Only rows of the claim asked about.
    pub changes: Vec<(Option<Image>, Option<Image>)>,
    /// How many rows it changed in all.
    pub rows: u32,
}

impl Store {
    /// The newest operations, newest first; of a claim, if one is given. At most `limit`, older than `before`.
    ///
    /// Rows before and after are given for a claim's history, and for operations of at most 20 rows.
    ///
    /// # Errors
    /// When the file cannot be read, or the log is damaged.
    pub fn history(&self, claim: Option<i64>, before: Option<i64>, limit: u32) -> Result<Vec<Logged>> {
        let reader = self.reader()?;
        reader.snapshot(|| {
            let sql = if claim.is_some() {
                include_str!("sql/history_of_claim.sql")
            } else {
                include_str!("sql/history.sql")
            };
            let mut statement = reader.prepare_cached(sql)?;
            let mut rows = statement.query((claim, before.unwrap_or(i64::MAX), limit))?;
            let mut history = Vec::new();
            while let Some(row) = rows.next()? {
                let seq: i64 = row.get("seq")?;
                let rows_changed: u32 = row.get("rows")?;
                let changes = if claim.is_some() || rows_changed <= 20 {
                    changes(&reader, seq, claim)?
                } else {
                    Vec::new()
                };
                history.push(Logged {
                    seq,
                    time: Instant(row.get("time")?),
                    actor: row.get("actor")?,
                    kind: row.get::<_, String>("kind")?.parse()?,
                    undoes: row.get("undoes")?,
                    undone_by: row.get("undone_by")?,
                    changes,
                    rows: rows_changed,
                });
            }
            Ok(history)
        })
    }

    /// What was touched by the operations after `seq`.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn touched_since(&self, seq: i64) -> Result<Vec<Touched>> {
        let reader = self.reader()?;
        let mut statement = reader.prepare_cached(
            "SELECT DISTINCT tbl, CASE WHEN tbl IN (3, 4, 5) THEN 0 ELSE row END, claim FROM change
              WHERE operation > ? LIMIT 10000",
        )?;
        let mut rows = statement.query([seq])?;
        let (mut changed, mut claims) = (Vec::new(), BTreeSet::new());
        while let Some(row) = rows.next()? {
            changed.push((Table::from_number(row.get(0)?)?, row.get(1)?));
            claims.extend(row.get::<_, Option<i64>>(2)?);
        }
        Ok(touched(&changed, &claims))
    }

    /// The number of the newest operation and, in hexadecimal, its hash: the head of the log.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn head(&self) -> Result<(i64, String)> {
        let reader = self.reader()?;
        reader.snapshot(|| {
            let sql = "SELECT coalesce(max(seq), 0) FROM operation";
            let seq = reader.prepare_cached(sql)?.query_row([], |r| r.get(0))?;
            Ok((seq, hex(&head_hash(&reader)?)))
        })
    }
}

/// What an operation did to the rows of a claim, or to all rows.
fn changes(
    connection: &Connection,
    seq: i64,
    claim: Option<i64>,
) -> Result<Vec<(Option<Image>, Option<Image>)>> {
    let mut statement = connection.prepare_cached(
        "SELECT tbl, row, before, digest IS NULL FROM change
          WHERE operation = ?1 AND (?2 IS NULL OR claim = ?2) ORDER BY position",
    )?;
    let mut rows = statement.query((seq, claim))?;
    let mut changes = Vec::new();
    while let Some(row) = rows.next()? {
        let table = Table::from_number(row.get(0)?)?;
        let key: i64 = row.get(1)?;
        let before: Option<Vec<u8>> = row.get(2)?;
        let gone: bool = row.get(3)?;
        let before = before.as_deref().map(Image::from_bytes).transpose()?;
        let after = if gone { None } else { after(connection, table, key, seq)? };
        changes.push((before, after));
    }
    Ok(changes)
}

/// A row as an operation left it: as the next change of it found it, or as it stands.
fn after(connection: &Connection, table: Table, key: i64, seq: i64) -> Result<Option<Image>> {
    let mut statement = connection.prepare_cached(
        "SELECT before FROM change WHERE tbl = ? AND row = ? AND operation > ? ORDER BY operation, position LIMIT 1",
    )?;
    let mut rows = statement.query((table as u8, key, seq))?;
    match rows.next()? {
        Some(row) => row.get::<_, Option<Vec<u8>>>(0)?.as_deref().map(Image::from_bytes).transpose(),
        None => read_image(connection, table, key),
    }
}
