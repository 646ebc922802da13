//! The order of relevance: how much the words of a query say about each claim, as FTS5 reckons it (bm25).
//!
//! A word that stands in many claims says little about any of them and costs time in proportion: such words are not weighed.
//! Where none is left to be weighed, the last edit goes first, and whoever shows the list says so.

use std::collections::HashMap;

use assay_model::query::Query;
use rusqlite::Connection;

use crate::error::Result;
use crate::query::weighed;

/// In so many claims a word may stand that is weighed.
const MOST: i64 = 5_000;

/// How much more a word says in one part of a claim than in another: label, statement, quote, rationale, notes, evidence.
const WEIGHTS: &str = "8.0, 4.0, 3.0, 2.0, 1.0, 1.0";

/// How relevant claims are.
pub(crate) struct Relevance(HashMap<u32, f64>);

impl Relevance {
    /// What the words of a query say; nothing where none of them can be weighed.
    pub(crate) fn of(query: &Query, connection: &Connection) -> Result<Option<Self>> {
        let mut rare = Vec::new();
        let mut count = connection.prepare_cached(
            "SELECT count(*) FROM (SELECT 1 FROM claim_search WHERE claim_search MATCH ? LIMIT ?)",
        )?;
        for words in weighed(query) {
            let claims: i64 = count.query_row((&words, MOST + 1), |r| r.get(0))?;
            if claims <= MOST {
                rare.push(format!("({words})"));
            }
        }
        if rare.is_empty() {
            return Ok(None);
        }
        let mut statement = connection.prepare_cached(&format!(
            "SELECT rowid, bm25(claim_search, {WEIGHTS}) FROM claim_search WHERE claim_search MATCH ?"
        ))?;
        let scored = statement.query_map([rare.join(" OR ")], |r| Ok((r.get(0)?, r.get(1)?)))?;
        Ok(Some(Self(scored.collect::<rusqlite::Result<_>>()?)))
    }

    /// Puts claims in order, the most relevant first or last. Those that are as relevant as each other stay as they are. What
    /// no word of a claim's own brought, but a source or its reference, is the least relevant.
    pub(crate) fn order(&self, keys: &mut [u32], turned: bool) {
        // FTS5 gives the most relevant the lowest, below zero.
        let score = |key: &u32| self.0.get(key).copied().unwrap_or(0.0);
        keys.sort_by(|a, b| {
            let order = score(a).total_cmp(&score(b));
            if turned { order.reverse() } else { order }
        });
    }
}
