//! History: the log, read back.

use std::collections::BTreeSet;

use assay_model::operation::{HistoryFilter, OperationKind, Touched};
use assay_model::time::Instant;
use rusqlite::Connection;

use crate::documents::hex;
use crate::error::Result;
use crate::image::{Image, Table};
use crate::open::Store;
use crate::past::{Past, past, row_at};
use crate::row::Scalar;
use crate::write::{head_hash, touched};

/// One operation, or one stretch of typing, with the rows it changed, as they were before and after.
#[derive(Debug, Clone)]
pub struct Logged {
    /// Its number; of a stretch of typing, that of its first operation.
    pub seq: i64,
    /// The number of its last operation: the state after it is the state after the stretch.
    pub last: i64,
    /// When; of a stretch, when it ended.
    pub time: Instant,
    /// Who.
    pub actor: String,
    /// What.
    pub kind: OperationKind,
    /// The operation it undid or did again.
    pub undoes: Option<i64>,
    /// The operation that has since taken it back.
    pub undone_by: Option<i64>,
    /// Rows before and after; none before an insert, none after a delete, and none where an image was purged. Files
    /// are left out of images. Only rows of the claim asked about, if one was.
    pub changes: Vec<(Option<Image>, Option<Image>)>,
    /// How many rows it changed in all.
    pub rows: u32,
}

/// The most rows of an operation that are read for a history that is not a claim's own.
const MOST_ROWS: u32 = 20;

impl Store {
    /// The newest operations that a filter lets through, newest first. At most `limit`, older than `before`.
    ///
    /// Rows before and after are given for a claim's history, and for operations of at most 20 rows.
    ///
    /// # Errors
    /// When the file cannot be read, or the log is damaged.
    pub fn history(&self, filter: &HistoryFilter, before: Option<i64>, limit: u32) -> Result<Vec<Logged>> {
        let reader = self.reader()?;
        reader.snapshot(|| {
            let (sql, bound) = asked(filter, before.unwrap_or(i64::MAX), limit);
            let mut statement = reader.prepare_cached(&sql)?;
            let mut rows = statement.query(rusqlite::params_from_iter(bound))?;
            let mut history = Vec::new();
            while let Some(row) = rows.next()? {
                let (seq, last): (i64, i64) = (row.get("seq")?, row.get("last")?);
                let rows_changed: u32 = row.get("rows")?;
                let read = filter.claim.is_some() || rows_changed <= MOST_ROWS;
                history.push(Logged {
                    seq,
                    last,
                    time: Instant(row.get("ended")?),
                    actor: row.get("actor")?,
                    kind: row.get::<_, String>("kind")?.parse()?,
                    undoes: row.get("undoes")?,
                    undone_by: row.get("undone_by")?,
                    changes: if read { changes(&reader, seq, last, filter.claim)? } else { Vec::new() },
                    rows: rows_changed,
                });
            }
            Ok(history)
        })
    }

    /// What an operation was, and which one it undid or did again; none if there is none of this number.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn operation(&self, seq: i64) -> Result<Option<(OperationKind, Option<i64>)>> {
        let reader = self.reader()?;
        let mut statement = reader.prepare_cached("SELECT kind, undoes FROM operation WHERE seq = ?")?;
        let mut rows = statement.query([seq])?;
        let Some(row) = rows.next()? else { return Ok(None) };
        Ok(Some((row.get::<_, String>(0)?.parse()?, row.get(1)?)))
    }

    /// What was touched by the operations after `seq`.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn touched_since(&self, seq: i64) -> Result<Vec<Touched>> {
        let reader = self.reader()?;
        reader.snapshot(|| {
            let mut statement = reader.prepare_cached(include_str!("sql/touched_since.sql"))?;
            let mut rows = statement.query([seq])?;
            let (mut changed, mut claims) = (Vec::new(), BTreeSet::new());
            while let Some(row) = rows.next()? {
                if let Some(table) = row.get::<_, Option<i64>>(0)? {
                    changed.push((Table::from_number(table)?, row.get(1)?));
                }
                claims.extend(row.get::<_, Option<i64>>(2)?);
            }
            Ok(touched(&changed, &claims))
        })
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

/// The statement that a filter makes, and what is bound in it.
fn asked(filter: &HistoryFilter, before: i64, limit: u32) -> (String, Vec<Scalar>) {
    let mut sql = include_str!("sql/history.sql").to_owned();
    let mut bound = vec![Scalar::Integer(before)];
    let conditions = [
        (filter.claim, include_str!("sql/history_of_claim.sql")),
        (filter.document, include_str!("sql/history_of_document.sql")),
        (filter.source, include_str!("sql/history_of_source.sql")),
        (filter.from.map(|t| t.0), "time >= ?"),
        (filter.until.map(|t| t.0), "time < ?"),
    ];
    let mut and = |condition: &str, value: Scalar| {
        bound.push(value);
        sql.push_str(" AND ");
        sql.push_str(&condition.replace('?', &format!("?{}", bound.len())));
    };
    if let Some(person) = &filter.person {
        and("actor = ?", person.as_str().into());
    }
    for (value, condition) in conditions {
        if let Some(value) = value {
            and(condition, value.into());
        }
    }
    bound.push(limit.into());
    sql.push_str(&format!(" ORDER BY seq DESC LIMIT ?{}", bound.len()));
    (sql, bound)
}

/// What an operation, or a stretch of typing, did to the rows of a claim, or to all rows.
fn changes(
    connection: &Connection,
    seq: i64,
    last: i64,
    claim: Option<i64>,
) -> Result<Vec<(Option<Image>, Option<Image>)>> {
    let mut statement = connection.prepare_cached(
        "SELECT tbl, row, before, digest IS NULL, purged IS NOT NULL FROM change
          WHERE operation = ?1 AND (?2 IS NULL OR claim = ?2 OR tbl IN (2, 9) AND action = 1) ORDER BY position",
    )?;
    let mut rows = statement.query((seq, claim))?;
    let mut changes = Vec::new();
    while let Some(row) = rows.next()? {
        let table = Table::from_number(row.get(0)?)?;
        let gone: bool = row.get(3)?;
        let before = past(row.get_ref(2)?, row.get(4)?, true)?;
        let after = if gone { Past::Absent } else { row_at(connection, table, row.get(1)?, last, true)? };
        if !matches!((&before, &after), (Past::Purged, _) | (_, Past::Purged)) {
            changes.push((before.row(), after.row()));
        }
    }
    Ok(changes)
}
