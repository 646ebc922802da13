//! The ledger: which claims a query finds, and in which order.

use assay_model::claim::ClaimRow;
use assay_model::query::{Query, Sort, SortKey};
use rusqlite::Connection;

use crate::claims::ROW;
use crate::error::Result;
use crate::indexed::head;
use crate::open::Store;
use crate::query::condition;
use crate::question::Question;
use crate::relevance::Relevance;
use crate::row::Scalar;

/// The expression that a sort key orders by.
const fn column(key: SortKey) -> &'static str {
    match key {
        // Relevance is put in order afterwards, see relevance.rs.
        SortKey::Edited | SortKey::Relevance => "claim.edited",
        SortKey::Reference => "claim.id",
        SortKey::Label => "claim.label COLLATE NOCASE",
        SortKey::Claimant => "claim.voice COLLATE NOCASE",
        SortKey::Document => "claim.document",
        SortKey::Value => "value_order(claim.value_normal)",
        SortKey::Verdict => {
            "CASE claim.verdict WHEN 'supported' THEN 1 WHEN 'refuted' THEN 2 WHEN 'conflicting' THEN 3
             WHEN 'not-enough-evidence' THEN 4 WHEN 'not-checkable' THEN 5 END"
        }
        SortKey::Status => {
            "CASE claim.status WHEN 'suggested' THEN 1 WHEN 'open' THEN 2 WHEN 'in-progress' THEN 3
             WHEN 'in-review' THEN 4 WHEN 'signed-off' THEN 5 ELSE 6 END"
        }
        SortKey::Kind => "claim.kind",
        SortKey::Priority => "claim.priority",
        SortKey::Score => "claim.score",
        SortKey::Evidence => "claim.evidence_count",
        SortKey::Checker => "(SELECT name FROM person WHERE person.id = claim.checker) COLLATE NOCASE",
    }
}

/// The claims of a list, in order, and the operation whose state it shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Order {
    /// The keys of the first claims, or of all.
    pub keys: Vec<u32>,
    /// How many claims there are.
    pub total: u32,
    /// The newest operation.
    pub operation: i64,
    /// They were to be in order of relevance, but no word could be weighed: the last edit goes first.
    pub unranked: bool,
}

impl Store {
    /// The claims that a query finds, in order, at least the first `limit` of them: by the index, or by SQL where there is none
    /// yet.
    ///
    /// # Errors
    /// When the file cannot be read, or the question was overtaken.
    pub fn claim_keys(&self, query: &Query, sort: Sort, limit: usize, question: &Question) -> Result<Order> {
        let prefix = &self.facts().prefix;
        let indexed = self.with_index(false, question, |index, reader| {
            let found = self.select(index, query, reader)?.found();
            let total = found.len() as u32;
            let order = Asked::of(query, sort, reader)?;
            let keys = order.rank(index.sorted(&found, order.first, order.needed(limit)));
            Ok(Order { keys, total, operation: index.operation(), unranked: order.unranked() })
        })?;
        if let Some(order) = indexed {
            return Ok(order);
        }
        let reader = self.reader()?;
        let _running = question.runs_on(&reader)?;
        reader.snapshot(|| {
            let order = Asked::of(query, sort, &reader)?;
            // What terms ask is not asked twice; all claims are sooner counted than put in order.
            let limit = if query.terms.is_empty() { order.needed(limit) } else { usize::MAX };
            let keys = order.rank(sorted_by(&reader, query, order.first, prefix, limit)?);
            let total = if keys.len() < limit { keys.len() as u32 } else { count_all(&reader)? };
            Ok(Order { keys, total, operation: head(&reader)?, unranked: order.unranked() })
        })
    }

    /// Rows of the ledger by their keys, in the order given; a key without a claim is left out.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn claim_rows(&self, keys: &[u32]) -> Result<Vec<ClaimRow>> {
        let reader = self.reader()?;
        reader.snapshot(|| {
            let mut statement = reader.prepare_cached(ROW)?;
            let mut found = Vec::with_capacity(keys.len());
            for key in keys {
                let mut rows = statement.query([key])?;
                if let Some(row) = rows.next()? {
                    found.push(self.claim_row(row)?);
                }
            }
            Ok(found)
        })
    }

    /// How many claims there are, dismissed ones left out.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn claim_count(&self) -> Result<u32> {
        count_all(&*self.reader()?)
    }

    /// How many claims a query finds. Waits for an index that is being made, as facets do.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn claim_count_of(&self, query: &Query) -> Result<u32> {
        let prefix = &self.facts().prefix;
        // Past the selections that are kept, which are the ledger's own.
        let indexed = self.with_index(true, &Question::default(), |index, reader| {
            Ok(index.select(query, prefix, reader)?.found().len())
        })?;
        if let Some(count) = indexed {
            return Ok(count as u32);
        }
        count(&*self.reader()?, query, prefix)
    }
}

/// An order that is asked for, and how it is come by.
struct Asked {
    sort: Sort,
    /// The order that claims are taken in first: that of the last edit where they are then ranked.
    first: Sort,
    relevance: Option<Relevance>,
}

impl Asked {
    fn of(query: &Query, sort: Sort, connection: &Connection) -> Result<Self> {
        if sort.key != SortKey::Relevance {
            return Ok(Self { sort, first: sort, relevance: None });
        }
        let first = Sort { key: SortKey::Edited, descending: !sort.descending };
        Ok(Self { sort, first, relevance: Relevance::of(query, connection)? })
    }

    fn unranked(&self) -> bool {
        self.sort.key == SortKey::Relevance && self.relevance.is_none()
    }

    /// How many claims are needed for the first `limit`: all, where they are ranked.
    fn needed(&self, limit: usize) -> usize {
        if self.relevance.is_some() { usize::MAX } else { limit }
    }

    fn rank(&self, mut keys: Vec<u32>) -> Vec<u32> {
        if let Some(relevance) = &self.relevance {
            relevance.order(&mut keys, self.sort.descending);
        }
        keys
    }
}

/// How many claims there are, dismissed ones left out. SQLite counts all rows by pages, eight times as fast as it looks at each
/// status.
fn count_all(connection: &Connection) -> Result<u32> {
    let sql = "SELECT (SELECT count(*) FROM claim) - (SELECT count(*) FROM claim WHERE status = 'dismissed')";
    Ok(connection.prepare_cached(sql)?.query_row([], |r| r.get(0))?)
}

/// How many claims a query finds, by SQL.
fn count(connection: &Connection, query: &Query, prefix: &str) -> Result<u32> {
    let found = condition(query, prefix);
    let mut statement =
        connection.prepare_cached(&format!("SELECT count(*) FROM claim WHERE {}", found.sql))?;
    Ok(statement.query_row(rusqlite::params_from_iter(&found.bound), |r| r.get(0))?)
}

/// The first `limit` claims that a query finds, in order, by SQL.
fn sorted_by(
    connection: &Connection,
    query: &Query,
    sort: Sort,
    prefix: &str,
    limit: usize,
) -> Result<Vec<u32>> {
    let found = condition(query, prefix);
    let (column, direction) = (column(sort.key), if sort.descending { "DESC" } else { "ASC" });
    let sql = format!(
        "SELECT claim.id FROM claim WHERE {} ORDER BY {column} {direction} NULLS LAST, claim.id LIMIT ?",
        found.sql
    );
    let mut statement = connection.prepare_cached(&sql)?;
    // Less than none is no limit.
    let bound = found.bound.into_iter().chain([Scalar::Integer(i64::try_from(limit).unwrap_or(-1))]);
    let keys = statement.query_map(rusqlite::params_from_iter(bound), |r| r.get(0))?;
    Ok(keys.collect::<rusqlite::Result<_>>()?)
}
