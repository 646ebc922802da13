//! Claims that may say the same as another: which are worth comparing, and what they are compared by.

use assay_model::claim::ClaimRow;
use assay_model::time::{Instant, PartialDate};
use assay_model::verdict::Status;
use rusqlite::Connection;

use crate::claims::CLAIM;
use crate::error::Result;
use crate::open::Store;
use crate::question::Question;

/// A claim as it is compared with another.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparable {
    /// What the ledger shows of it.
    pub row: ClaimRow,
    /// When the document it is first mentioned in was published.
    pub published: Option<PartialDate>,
    /// That document's language.
    pub language: Option<String>,
    /// Who signed it off, if it is.
    pub signed_off_by: Option<String>,
    /// When it was signed off, if it is.
    pub signed_off_at: Option<Instant>,
    /// Whether it has a rationale.
    pub reasoned: bool,
}

impl Store {
    /// The claims that most, and the rarest, of a text's words stand in, the best first, at most so many; dismissed claims
    /// among them. Waits for an index that is being made; without one, the full-text index is asked.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn sharing_words(
        &self,
        text: &str,
        weigh: impl Fn(usize, usize) -> f64,
        most: usize,
    ) -> Result<Vec<u32>> {
        let indexed = self.with_index(true, &Question::default(), |index, _| {
            let words = index.cut(text)?;
            let counts = index.counts(&words.iter().map(|w| &**w).collect::<Vec<_>>())?;
            let of = index.claims();
            let weighed = words.into_iter().zip(counts).map(|(word, n)| (word, weigh(n, of) as f32));
            Ok(index.sharing(&weighed.collect::<Vec<_>>(), most))
        })?;
        match indexed {
            Some(keys) => Ok(keys),
            None => ranked(&*self.reader()?, text, most),
        }
    }

    /// In how many claims each of these words stands, about, and how many claims there are.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn word_counts(&self, words: &[&str]) -> Result<(Vec<usize>, usize)> {
        if let Some(counted) = self
            .with_index(true, &Question::default(), |index, _| Ok((index.counts(words)?, index.claims())))?
        {
            return Ok(counted);
        }
        let reader = self.reader()?;
        reader.snapshot(|| {
            let mut statement =
                reader.prepare_cached("SELECT count(*) FROM claim_search WHERE claim_search MATCH ?")?;
            let mut count = |word: &&str| {
                let found: u32 = statement.query_row([quoted(word)], |r| r.get(0))?;
                Ok(found as usize)
            };
            let counts = words.iter().map(&mut count).collect::<Result<Vec<usize>>>()?;
            let of: u32 = reader.prepare_cached("SELECT count(*) FROM claim")?.query_row([], |r| r.get(0))?;
            Ok((counts, of as usize))
        })
    }

    /// Claims as they are compared, in the order given; those that are gone or dismissed are left out.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn comparable(&self, keys: &[u32]) -> Result<Vec<Comparable>> {
        let reader = self.reader()?;
        reader.snapshot(|| {
            let mut statement = reader.prepare_cached(CLAIM)?;
            let mut found = Vec::with_capacity(keys.len());
            for key in keys {
                let mut rows = statement.query([key])?;
                if let Some(row) = rows.next()? {
                    let claim = self.claim_row(row)?;
                    if claim.status == Status::Dismissed {
                        continue;
                    }
                    let published: Option<String> = row.get("published")?;
                    found.push(Comparable {
                        row: claim,
                        published: published.and_then(|p| p.parse().ok()),
                        language: row.get("language")?,
                        reasoned: !row.get::<_, String>("rationale")?.trim().is_empty(),
                        signed_off_by: row.get("signed_off_by")?,
                        signed_off_at: row.get::<_, Option<i64>>("signed_off_at")?.map(Instant),
                    });
                }
            }
            Ok(found)
        })
    }

    /// The claims first mentioned in a document, after one of them, by key; dismissed ones are left out.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn claims_first_in(&self, document: i64, after: i64) -> Result<Vec<u32>> {
        let reader = self.reader()?;
        let mut statement = reader.prepare_cached(
            "SELECT DISTINCT claim.id FROM revision JOIN mention ON mention.revision = revision.id
               JOIN claim ON claim.id = mention.claim
              WHERE revision.document = ?1 AND claim.document = ?1 AND claim.id > ?2 AND claim.status <> 'dismissed'
              ORDER BY claim.id",
        )?;
        let keys = statement.query_map((document, after), |r| r.get(0))?;
        Ok(keys.collect::<rusqlite::Result<_>>()?)
    }

    /// The claims that a claim is related to, in whatever way.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn related_to(&self, claim: i64) -> Result<Vec<i64>> {
        let reader = self.reader()?;
        let mut statement = reader.prepare_cached("SELECT other FROM relation WHERE claim = ?")?;
        let others = statement.query_map([claim], |r| r.get(0))?;
        Ok(others.collect::<rusqlite::Result<_>>()?)
    }
}

/// A word as the full-text engine takes it, with none of its operators left in force.
fn quoted(word: &str) -> String {
    format!("\"{}\"", word.replace(['"', '\0'], " "))
}

/// The same by the full-text index: any of the words, ranked.
fn ranked(connection: &Connection, text: &str, most: usize) -> Result<Vec<u32>> {
    let words: Vec<String> = text.split_whitespace().map(quoted).collect();
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let sql = "SELECT rowid FROM claim_search WHERE claim_search MATCH ?1 ORDER BY rank LIMIT ?2";
    let mut statement = connection.prepare_cached(sql)?;
    let keys = statement.query_map((words.join(" OR "), most as u32), |r| r.get(0))?;
    Ok(keys.collect::<rusqlite::Result<_>>()?)
}
