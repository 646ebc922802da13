//! History: the log, read back.

use std::collections::{BTreeMap, BTreeSet};

use assay_model::operation::{HistoryFilter, OperationKind, Touched};
use assay_model::time::Instant;
use rusqlite::Connection;

use crate::documents::hex;
use crate::error::Result;
use crate::image::{Image, Table};
use crate::open::Store;
use crate::past::{Past, document_of, keys, past, row_at};
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
    /// are left out of images. Of a claim's history, only its own rows and those of what it stood on then.
    pub changes: Vec<(Option<Image>, Option<Image>)>,
    /// Whether these are all; of an operation on many rows they are some that tell what it did.
    pub whole: bool,
    /// Of an operation on many rows, how many claims it touched; none where there are too many rows to count.
    pub claims: Option<u32>,
}

/// The most rows of an operation that are all read for a history that is not a claim's own.
const MOST_ROWS: u32 = 20;
/// The most rows that are read of an operation on many.
const TELLING_ROWS: u32 = 40;
/// The most rows of which the claims are counted.
const COUNTED_ROWS: u32 = 20_000;

/// So many changed rows tell a notice that there were many.
const MOST_CHANGES: i64 = 10_000;

impl Store {
    /// The newest operations that a filter lets through, newest first. At most `limit`, older than `before`.
    ///
    /// # Errors
    /// When the file cannot be read, or the log is damaged.
    pub fn history(&self, filter: &HistoryFilter, before: Option<i64>, limit: u32) -> Result<Vec<Logged>> {
        let reader = self.reader()?;
        reader.snapshot(|| {
            let grounds = filter.claim.map(|claim| grounds(&reader, claim)).transpose()?.unwrap_or_default();
            let (sql, bound) = asked(filter, &grounds, before.unwrap_or(i64::MAX), limit)?;
            let mut statement = reader.prepare_cached(&sql)?;
            let mut rows = statement.query(rusqlite::params_from_iter(bound))?;
            let mut history = Vec::new();
            while let Some(row) = rows.next()? {
                let (seq, last): (i64, i64) = (row.get("seq")?, row.get("last")?);
                let rows_changed: u32 = row.get("rows")?;
                let whole = filter.claim.is_some() || rows_changed <= MOST_ROWS;
                let count = "SELECT count(DISTINCT claim) FROM change WHERE operation = ?";
                history.push(Logged {
                    seq,
                    last,
                    time: Instant(row.get("ended")?),
                    actor: row.get("actor")?,
                    kind: row.get::<_, String>("kind")?.parse()?,
                    undoes: row.get("undoes")?,
                    undone_by: row.get("undone_by")?,
                    changes: match filter.claim {
                        Some(claim) => changes_of_claim(&reader, seq, last, claim, &grounds)?,
                        None if whole => {
                            changes(&reader, "WHERE operation = ?1 ORDER BY position", [seq], last)?
                        }
                        None => telling_changes(&reader, seq)?,
                    },
                    whole,
                    claims: if whole || rows_changed > COUNTED_ROWS {
                        None
                    } else {
                        Some(reader.prepare_cached(count)?.query_row([seq], |r| r.get(0))?)
                    },
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

    /// The last operation of the stretch of typing that this one is of; of another operation, itself.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn end_of_stretch(&self, seq: i64) -> Result<i64> {
        let sql = "SELECT coalesce(max(o.seq), ?1) FROM operation o
                   WHERE o.joins = (SELECT coalesce(joins, seq) FROM operation WHERE seq = ?1)";
        Ok(self.reader()?.prepare_cached(sql)?.query_row([seq], |row| row.get(0))?)
    }

    /// What was touched by the operations after `seq`.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn touched_since(&self, seq: i64) -> Result<Vec<Touched>> {
        let reader = self.reader()?;
        reader.snapshot(|| {
            let mut statement = reader.prepare_cached(include_str!("sql/touched_since.sql"))?;
            let mut rows = statement.query((seq, MOST_CHANGES))?;
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
fn asked(
    filter: &HistoryFilter,
    grounds: &Grounds,
    before: i64,
    limit: u32,
) -> Result<(String, Vec<Scalar>)> {
    let mut sql = include_str!("sql/history.sql").to_owned();
    let mut bound = vec![Scalar::Integer(before)];
    let on_grounds = serde_json::to_string(&grounds.keys().collect::<Vec<_>>())?;
    // A key as the bytes that an image holds, for the index on `change`.
    let image_key = filter.source.map(|key| key.to_be_bytes().to_vec());
    let days = filter.from.is_some() || filter.until.is_some();
    let (from, until) = (filter.from.map_or(i64::MIN, |t| t.0), filter.until.map_or(i64::MAX, |t| t.0));
    let conditions: [(&str, Vec<Option<Scalar>>); 5] = [
        ("actor = ?1", vec![filter.person.as_deref().map(Scalar::from)]),
        (
            include_str!("sql/history_of_claim.sql"),
            vec![filter.claim.map(Scalar::from), Some(on_grounds.into())],
        ),
        (include_str!("sql/history_of_document.sql"), vec![filter.document.map(Scalar::from)]),
        (
            include_str!("sql/history_of_source.sql"),
            vec![filter.source.map(Scalar::from), image_key.map(Scalar::from)],
        ),
        (
            include_str!("sql/history_of_days.sql"),
            vec![days.then(|| from.into()), days.then(|| until.into())],
        ),
    ];
    for (condition, values) in conditions {
        let Some(values) = values.into_iter().collect::<Option<Vec<_>>>() else { continue };
        let mut condition = condition.to_owned();
        for (place, value) in (1..).zip(values) {
            bound.push(value);
            condition = condition.replace(&format!("?{place}"), &format!(":{}", bound.len()));
        }
        sql.push_str(" AND ");
        sql.push_str(&condition.replace(':', "?"));
    }
    bound.push(limit.into());
    Ok((format!("{sql} ORDER BY seq DESC LIMIT ?{}", bound.len()), bound))
}

/// The changes that the end of a statement chooses, with the rows as operation `last` left them.
fn changes(
    connection: &Connection,
    which: &str,
    bound: impl rusqlite::Params,
    last: i64,
) -> Result<Vec<(Option<Image>, Option<Image>)>> {
    let mut statement = connection.prepare_cached(&format!(
        "SELECT tbl, row, before, digest IS NULL, purged IS NOT NULL FROM change {which}"
    ))?;
    let mut rows = statement.query(bound)?;
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

/// What an operation on many rows did to documents, and to some of its claims, sources and relations.
fn telling_changes(connection: &Connection, seq: i64) -> Result<Vec<(Option<Image>, Option<Image>)>> {
    let mut telling =
        changes(connection, "WHERE operation = ?1 AND tbl = 2 LIMIT ?2", (seq, TELLING_ROWS), seq)?;
    let others = "WHERE operation = ?1 AND tbl IN (6, 9, 14) ORDER BY position LIMIT ?2";
    telling.extend(changes(connection, others, (seq, TELLING_ROWS), seq)?);
    Ok(telling)
}

/// What an operation, or a stretch of typing, did to the rows of a claim and to what it stood on.
fn changes_of_claim(
    connection: &Connection,
    seq: i64,
    last: i64,
    claim: i64,
    grounds: &Grounds,
) -> Result<Vec<(Option<Image>, Option<Image>)>> {
    // By the index of the claim: the operation may have changed very many rows of others.
    let of_claim = "INDEXED BY change_claim WHERE operation = ?1 AND claim = ?2 ORDER BY position";
    let mut found = changes(connection, of_claim, (seq, claim), last)?;
    for (table, key) in grounds.get(&seq).into_iter().flatten() {
        let of_row = "WHERE tbl = ?1 AND row = ?2 AND operation = ?3 ORDER BY position";
        found.extend(changes(connection, of_row, (*table as u8, key, seq), last)?);
    }
    Ok(found)
}

/// The operations that changed what a claim stood on, with the rows that they changed.
type Grounds = BTreeMap<i64, BTreeSet<(Table, i64)>>;

/// Changes of the sources of a claim's evidence, and of the documents that it is mentioned in, while they were.
fn grounds(connection: &Connection, claim: i64) -> Result<Grounds> {
    let ever = "SELECT DISTINCT row FROM change INDEXED BY change_claim WHERE claim = ?1 AND tbl = ?2";
    let mut grounds = Grounds::new();
    for table in [Table::Evidence, Table::Mention] {
        for row in keys(connection, ever, (claim, table as u8))? {
            for (image, from, to) in held(connection, table, row)? {
                let key = |column: &str| image.get(column).integer().unwrap_or_default();
                if key("claim") != claim {
                    continue;
                }
                let ground = match table {
                    Table::Evidence => Some((Table::Source, key("source"))),
                    _ => document_of(connection, key("revision"))?.map(|d| (Table::Document, d)),
                };
                let Some((table, key)) = ground else { continue };
                // Of the operation that made the claim stand on it, only a change of what was there before counts.
                let sql = "SELECT operation FROM change WHERE tbl = ?1 AND row = ?2
                              AND operation >= ?3 + (action <> 1) AND operation < ?4";
                for operation in keys(connection, sql, (table as u8, key, from, to))? {
                    grounds.entry(operation).or_default().insert((table, key));
                }
            }
        }
    }
    Ok(grounds)
}

/// What a row held, each time with the operation that gave it and the one that took it.
fn held(connection: &Connection, table: Table, key: i64) -> Result<Vec<(Image, i64, i64)>> {
    let sql = "SELECT DISTINCT operation FROM change WHERE tbl = ? AND row = ? ORDER BY operation";
    let mut operations = keys(connection, sql, (table as u8, key))?;
    operations.push(i64::MAX);
    let mut held = Vec::new();
    for pair in operations.windows(2) {
        let [from, to] = pair else { continue };
        if let Past::Row(image) = row_at(connection, table, key, *from, true)? {
            held.push((image, *from, *to));
        }
    }
    Ok(held)
}
