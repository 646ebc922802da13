//! How rows were: what an operation left of them, from the log.

use std::collections::{BTreeMap, BTreeSet};

use assay_model::id::EvidenceId;
use assay_model::scale::{self, Rating};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension};

use crate::error::Result;
use crate::image::{Image, Table};
use crate::readers::Reader;

/// A row as an operation left it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Past {
    /// It was not there.
    Absent,
    /// It was this.
    Row(Image),
    /// It was there, and what it was is purged.
    Purged,
}

impl Past {
    /// The row, if it was there and is known.
    pub(crate) fn row(self) -> Option<Image> {
        if let Self::Row(image) = self { Some(image) } else { None }
    }
}

/// A row as an operation left it, whole or as an outline: as the next change of it found it, or as it stands.
pub(crate) fn row_at(
    connection: &Connection,
    table: Table,
    key: i64,
    seq: i64,
    outline: bool,
) -> Result<Past> {
    let mut statement = connection.prepare_cached(
        "SELECT before, purged IS NOT NULL FROM change WHERE tbl = ? AND row = ? AND operation > ?
          ORDER BY operation, position LIMIT 1",
    )?;
    let mut rows = statement.query((table as u8, key, seq))?;
    if let Some(row) = rows.next()? {
        return past(row.get_ref(0)?, row.get(1)?, outline);
    }
    let sql = if outline && table.ends_with_a_file() {
        let file = table.columns().last().copied().unwrap_or_default();
        table.select_sql().replace(&format!(", {file} FROM"), &format!(", length({file}) FROM"))
    } else {
        table.select_sql().to_owned()
    };
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query([key])?;
    Ok(match rows.next()? {
        Some(row) => Past::Row(Image::from_row(table, row)?),
        None => Past::Absent,
    })
}

/// The image that a change keeps of what was before it.
pub(crate) fn past(before: ValueRef<'_>, purged: bool, outline: bool) -> Result<Past> {
    Ok(match before {
        ValueRef::Blob(bytes) if outline => Past::Row(Image::outline(bytes)?),
        ValueRef::Blob(bytes) => Past::Row(Image::from_bytes(bytes)?),
        _ if purged => Past::Purged,
        _ => Past::Absent,
    })
}

/// The keys that a query gives.
pub(crate) fn keys(connection: &Connection, sql: &str, of: impl rusqlite::Params) -> Result<Vec<i64>> {
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.query_map(of, |r| r.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// A mention or a piece of evidence with the parts of its span, in order of place.
#[derive(Debug, Clone)]
pub(crate) struct Quoting {
    pub row: Image,
    pub parts: Vec<Image>,
}

/// The rows of a claim as an operation left them.
#[derive(Debug, Clone)]
pub(crate) struct ClaimRows {
    pub claim: Image,
    pub tags: Vec<Image>,
    pub mentions: Vec<Quoting>,
    /// In the claim's order.
    pub evidence: Vec<Quoting>,
    pub notes: Vec<Image>,
    pub relations: Vec<Image>,
    pub ticks: Vec<Image>,
    /// Some of what it had is purged and left out here.
    pub purged: bool,
}

/// A claim's rows as an operation left them; none if it was not there.
pub(crate) fn claim_rows_at(connection: &Connection, claim: i64, seq: i64) -> Result<Option<ClaimRows>> {
    let Past::Row(image) = row_at(connection, Table::Claim, claim, seq, true)? else { return Ok(None) };
    let (owned, mut purged) = owned_at(connection, claim, seq)?;
    let of = |table: Table| owned.get(&table).cloned().unwrap_or_default();
    let (mentions, mut evidence) = (of(Table::Mention), of(Table::Evidence));
    evidence.sort_by_key(|e| (e.get("position").integer(), e.id()));
    let mut parts: BTreeMap<(bool, i64), Vec<Image>> = BTreeMap::new();
    let mut candidates: BTreeSet<i64> = BTreeSet::new();
    for row in mentions.iter().chain(&evidence) {
        // Its parts are logged with the claim that it was added to, which a merge may have changed since.
        let sql =
            "SELECT row FROM change INDEXED BY change_claim WHERE tbl = 11 AND operation <= ?1 AND claim IN
                     (SELECT claim FROM change WHERE tbl = ?2 AND row = ?3 AND operation <= ?1)";
        candidates.extend(keys(connection, sql, (seq, row.table as u8, row.id()))?);
    }
    for key in candidates {
        match row_at(connection, Table::SpanPart, key, seq, true)? {
            Past::Row(part) => {
                let mention = part.get("mention").integer();
                let of = mention.or(part.get("evidence").integer()).unwrap_or_default();
                parts.entry((mention.is_some(), of)).or_default().push(part);
            }
            Past::Purged => purged = true,
            Past::Absent => {}
        }
    }
    let mut with_parts = |rows: Vec<Image>| -> Vec<Quoting> {
        let with = |row: Image| {
            let mut parts = parts.remove(&(row.table == Table::Mention, row.id())).unwrap_or_default();
            parts.sort_by_key(|p| p.get("start").integer());
            Quoting { row, parts }
        };
        rows.into_iter().map(with).collect()
    };
    Ok(Some(ClaimRows {
        claim: image,
        tags: of(Table::ClaimTag),
        mentions: with_parts(mentions),
        evidence: with_parts(evidence),
        notes: of(Table::Note),
        relations: of(Table::Relation),
        ticks: of(Table::Tick),
        purged,
    }))
}

/// The rows that name a claim as theirs, by table and in order of their keys; and whether some are purged.
fn owned_at(connection: &Connection, claim: i64, seq: i64) -> Result<(BTreeMap<Table, Vec<Image>>, bool)> {
    let mut statement = connection.prepare_cached(
        "SELECT DISTINCT tbl, row FROM change INDEXED BY change_claim
          WHERE claim = ?1 AND operation <= ?2 AND tbl NOT IN (6, 11) ORDER BY tbl, row",
    )?;
    let mut rows = statement.query((claim, seq))?;
    let (mut owned, mut purged) = (BTreeMap::<Table, Vec<Image>>::new(), false);
    while let Some(row) = rows.next()? {
        let table = Table::from_number(row.get(0)?)?;
        match row_at(connection, table, row.get(1)?, seq, true)? {
            Past::Row(image) if image.get("claim").integer() == Some(claim) => {
                owned.entry(table).or_default().push(image);
            }
            Past::Purged => purged = true,
            _ => {}
        }
    }
    Ok((owned, purged))
}

/// The text of a span from its parts: between two parts stands what leads up to the later one's block.
pub(crate) fn exact_at(connection: &Connection, parts: &[Image], seq: i64) -> Result<String> {
    let mut exact = String::new();
    for part in parts {
        if !exact.is_empty() {
            let block = part.get("block").integer().unwrap_or_default();
            let block = row_at(connection, Table::Block, block, seq, true)?.row();
            exact.push_str(block.as_ref().and_then(|b| b.get("lead").text()).unwrap_or_default());
        }
        exact.push_str(part.get("exact").text().unwrap_or_default());
    }
    Ok(exact)
}

/// The number of the sentence that a place of a revision stands in, also of one whose document is deleted.
pub(crate) fn sentence_number(connection: &Connection, revision: i64, start: i64) -> Result<Option<u32>> {
    let now = connection
        .prepare_cached(
            "SELECT number FROM sentence WHERE revision = ? AND start <= ? ORDER BY start DESC LIMIT 1",
        )?
        .query_row((revision, start), |r| r.get(0))
        .optional()?;
    if now.is_some() {
        return Ok(now);
    }
    let mut statement = connection.prepare_cached(
        "SELECT before FROM change WHERE tbl = 5 AND action = 2 AND operation =
           (SELECT max(operation) FROM change WHERE tbl = 3 AND row = ? AND action = 2)",
    )?;
    let mut rows = statement.query([revision])?;
    let mut found: Option<(i64, i64)> = None;
    while let Some(row) = rows.next()? {
        let Past::Row(sentence) = past(row.get_ref(0)?, false, true)? else { continue };
        let at = sentence.get("start").integer().unwrap_or_default();
        if sentence.get("revision").integer() == Some(revision)
            && at <= start
            && found.is_none_or(|(before, _)| before <= at)
        {
            found = Some((at, sentence.get("number").integer().unwrap_or_default()));
        }
    }
    Ok(found.map(|(_, number)| number as u32))
}

/// The stored copies that a source had, as outlines, in order of their keys.
pub(crate) fn copies_at(connection: &Connection, source: i64, seq: i64) -> Result<Vec<Image>> {
    let mut copies = Vec::new();
    for key in keys(connection, include_str!("sql/copies_ever.sql"), (source, source.to_be_bytes()))? {
        let copy = row_at(connection, Table::StoredCopy, key, seq, true)?.row();
        copies.extend(copy.filter(|c| c.get("source").integer() == Some(source)));
    }
    Ok(copies)
}

/// The name of a scale's value as an operation left it; none if there was no such value.
pub(crate) fn rating_name_at(
    connection: &Connection,
    scale: &str,
    rating: &str,
    seq: i64,
) -> Result<Option<String>> {
    let of = |ratings: &[Rating]| ratings.iter().find(|r| r.word == rating).map(|r| r.name.clone());
    for key in keys(connection, "SELECT DISTINCT row FROM change WHERE tbl = 16", [])? {
        let Past::Row(own) = row_at(connection, Table::Scale, key, seq, true)? else { continue };
        if own.get("word").text() == Some(scale) {
            return Ok(of(&serde_json::from_str::<Vec<Rating>>(own.get("ratings").text().unwrap_or("[]"))?));
        }
    }
    Ok(scale::built_in().iter().find(|s| s.word == scale).and_then(|s| of(&s.ratings)))
}

impl Reader<'_> {
    /// A row as an operation left it; none if it was not there, or what it was is purged. The file of a stored copy or
    /// a revision is left out: the count of its bytes stands for it.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn row_then(&self, table: Table, key: i64, operation: i64) -> Result<Option<Image>> {
        Ok(row_at(self, table, key, operation, true)?.row())
    }

    /// A claim's evidence in its order, as an operation left it: ids and keys of the sources.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn evidence_then(&self, claim: i64, operation: i64) -> Result<Vec<(EvidenceId, i64)>> {
        let (mut owned, _) = owned_at(self, claim, operation)?;
        let mut evidence = owned.remove(&Table::Evidence).unwrap_or_default();
        evidence.sort_by_key(|e| (e.get("position").integer(), e.id()));
        let of = |e: Image| {
            let id = e.get("uuid").text().unwrap_or_default().parse()?;
            Ok((id, e.get("source").integer().unwrap_or_default()))
        };
        evidence.into_iter().map(of).collect()
    }

    /// The words of a mention as an operation left it, and the number of the sentence that they begin in.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn mention_then(&self, mention: &Image, operation: i64) -> Result<(String, Option<u32>)> {
        let sql = "SELECT DISTINCT row FROM change INDEXED BY change_claim WHERE tbl = 11 AND operation <= ?1 AND claim IN
                     (SELECT claim FROM change WHERE tbl = 8 AND row = ?2 AND operation <= ?1)";
        let mut parts = Vec::new();
        for key in keys(self, sql, (operation, mention.id()))? {
            let part = row_at(self, Table::SpanPart, key, operation, true)?.row();
            parts.extend(part.filter(|p| p.get("mention").integer() == Some(mention.id())));
        }
        parts.sort_by_key(|p| p.get("start").integer());
        let place = |column: &str| mention.get(column).integer().unwrap_or_default();
        let sentence = sentence_number(self, place("revision"), place("start"))?;
        Ok((exact_at(self, &parts, operation)?, sentence))
    }

    /// The name of a value of a scale as an operation left it; none if there was no such value.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn rating_name_then(&self, scale: &str, rating: &str, operation: i64) -> Result<Option<String>> {
        rating_name_at(self, scale, rating, operation)
    }

    /// The document that a revision is of, also of one that is deleted.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn document_of_revision(&self, revision: i64) -> Result<Option<i64>> {
        document_of(self, revision)
    }
}

pub(crate) fn document_of(connection: &Connection, revision: i64) -> Result<Option<i64>> {
    let now = connection
        .prepare_cached("SELECT document FROM revision WHERE id = ?")?
        .query_row([revision], |r| r.get(0))
        .optional()?;
    if now.is_some() {
        return Ok(now);
    }
    let mut statement = connection.prepare_cached(
        "SELECT before, purged IS NOT NULL FROM change WHERE tbl = 3 AND row = ? AND action = 2 LIMIT 1",
    )?;
    let mut rows = statement.query([revision])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let image = past(row.get_ref(0)?, row.get(1)?, true)?.row();
    Ok(image.and_then(|r| r.get("document").integer()))
}
